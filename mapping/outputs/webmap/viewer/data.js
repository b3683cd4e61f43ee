/**
 * The tables of the page, as rows: `data.events`, `data.places` and so on, and how they lead to each other.
 * Days are whole numbers since 1970-01-01; lines are lists of [lat, lon] in degrees.
 */
const data = (() => {
  const block = JSON.parse(dom.get('data').textContent);
  const GRID = 10000;
  const DAY = 864e5;
  const days = new Map();

  /** Day number of an ISO date; the same dates come again and again. */
  function day(iso) {
    if (!iso) return null;
    if (!days.has(iso)) days.set(iso, Math.round(Date.parse(iso + 'T00:00:00Z') / DAY));
    return days.get(iso);
  }

  /** A cell of a column: the column is a list, or words and the index of each row's word (-1 for none). */
  const reader = (packed) => (Array.isArray(packed) ? (index) => packed[index] : (index) => packed.of[packed.at[index]] ?? null);

  /** What most places' ids are made of their names by; only others are written. */
  const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

  /** Turn a table of columns into rows that read their cells when they are asked for them. */
  function unpack(name) {
    const { rows, ...columns } = block.tables[name];
    class Row {
      constructor(index) {
        this.index = index;
      }
    }
    for (const [column, packed] of Object.entries(columns)) {
      const read = reader(packed);
      Object.defineProperty(Row.prototype, column, { configurable: true, get() { return read(this.index); } });
    }
    if (name === 'places') {
      const written = reader(columns.id || []);
      Object.defineProperty(Row.prototype, 'id', { get() { return written(this.index) ?? slug(this.name); } });
    }
    return Array.from({ length: rows }, (_, index) => new Row(index));
  }

  const tables = {};
  for (const name of Object.keys(block.tables)) tables[name] = unpack(name);

  /** Things that can be selected, switched and linked to have a key: "<kind>:<id>". */
  const byKey = new Map();
  const KINDS = {
    event: 'events', place: 'places', route: 'routes', distance: 'distances', position: 'positions',
    control: 'control', access: 'access', source: 'sources',
  };
  for (const [kind, name] of Object.entries(KINDS)) {
    for (const row of tables[name]) {
      row.kind_of = kind;
      row.key = kind + ':' + (kind === 'event' ? row.event_id : row.id);
      byKey.set(row.key, row);
    }
  }

  /** First and last day of a plain date: a day, a month or a year. */
  function plainSpan(text) {
    const [year, month, date] = text.split('-').map(Number);
    if (date) return [day(text), day(text)];
    return [Date.UTC(year, (month || 1) - 1, 1), Date.UTC(month ? year : year + 1, month || 0, 0)].map((ms) => Math.round(ms / DAY));
  }

  const NONE = [];
  const COARSE = /^(\.\.)?\/\d{4}[~?%]?$/; // "up to some year" says too little to stand anywhere in time

  /** The spans of days of a set such as [2024-07-24,2025-07-23], one for each member; none for other dates. */
  function setOf(edtf) {
    const set = edtf && /^[[{]([\d,\s-]+)[\]}]$/.exec(edtf);
    return set && set[1].split(',').map((member) => plainSpan(member.trim()));
  }

  /** The days a row may mean: one span from first to last, or those of a set. */
  function spans(row) {
    if (row.set) return row.set;
    return (row.start ?? row.end) == null ? NONE : [[row.start ?? row.end, row.end ?? row.start]];
  }

  function dated(row) {
    row.start = day(row.date_start);
    row.end = COARSE.test(row.date_edtf || '') ? null : day(row.date_end);
    row.set = setOf(row.date_edtf);
    return row;
  }
  for (const row of tables.events) {
    dated(row).marks = [];
    row.statements = [];
    row.shapes = NONE;
  }
  for (const name of ['positions', 'control']) tables[name].forEach(dated);
  for (const source of tables.sources) Object.assign(source, { statements: [], mentions: [] });
  for (const mark of tables.marks) {
    mark.happening = tables.events[mark.event];
    mark.happening.marks.push(mark);
  }
  for (const name of ['event_lines', 'event_areas']) {
    for (const row of tables[name]) {
      row.happening = tables.events[row.event];
      if (row.happening) row.happening.shapes = row.happening.shapes.concat(row);
    }
  }
  for (const statement of tables.statements) {
    statement.from = tables.sources[statement.source];
    statement.from.statements.push(statement);
    if (statement.event != null) tables.events[statement.event].statements.push(statement);
  }
  for (const mention of tables.mentions) {
    mention.from = tables.sources[mention.source];
    mention.from.mentions.push(mention);
  }
  for (const kind of ['distances', 'positions', 'control', 'access']) {
    for (const row of tables[kind]) {
      row.rests_on = tables.statements[row.statement];
      if (row.rests_on) (row.rests_on.rows = row.rests_on.rows || []).push(row);
    }
  }
  const readingOrder = (a, b) => a.start - b.start || b.end - a.end || a.index - b.index;
  for (const source of tables.sources) [source.statements, source.mentions].forEach((list) => list.sort(readingOrder));

  const find = (kind, id) => byKey.get(kind + ':' + id);
  const split = (() => {
    const known = new Map();
    return (text) => {
      if (!known.has(text)) known.set(text, text ? text.split('; ') : []);
      return known.get(text);
    };
  })();

  const decoded = [];
  /** Chain the stretches of a route, each turned so that it begins where the one before ends. */
  function chain(route) {
    const pieces = tables.stretches.filter((stretch) => split(stretch.routes).includes(route.id)).map((stretch) => lines(stretch)[0]);
    const start = find('place', route.from);
    let at = start && start.lat != null ? [start.lat, start.lon] : null;
    const far = (point) => (at ? Math.hypot(point[0] - at[0], point[1] - at[1]) : 0);
    const line = [];
    while (pieces.length) {
      const reach = pieces.map((piece) => Math.min(far(piece[0]), far(piece[piece.length - 1])));
      const [piece] = pieces.splice(reach.indexOf(Math.min(...reach)), 1);
      line.push(...(far(piece[0]) <= far(piece[piece.length - 1]) ? piece : piece.slice().reverse()));
      at = line[line.length - 1];
    }
    return line.length ? [line] : [];
  }

  /** The lines of a row, each a list of [lat, lon]; an empty list where it has none. */
  function lines(row) {
    if (row.kind_of === 'route') return (row.chain = row.chain || chain(row));
    if (row.drawn == null) return [];
    return (decoded[row.drawn] = decoded[row.drawn] || block.shapes[row.drawn].map((steps) => {
      const points = [];
      for (let i = 0, lat = 0, lon = 0; i < steps.length; i += 2) {
        lat += steps[i];
        lon += steps[i + 1];
        points.push([lat / GRID, lon / GRID]);
      }
      return points;
    }));
  }

  const actors = new Map(tables.actors.flatMap((actor) => [[actor.id, actor], [actor.name, actor]]));

  return {
    ...block, ...tables, day, DAY, byKey, find, lines, spans, split,
    iso: (number) => new Date(number * DAY).toISOString().slice(0, 10),
    /** The words a statement rests on. */
    quote: (statement) => statement.from.text.slice(statement.start, statement.end),
    /** A party by its id or its name. */
    actor: (word) => actors.get(word) || { id: word, name: word },
    /** Names of parties from "; "-joined ids or names. */
    actorNames: (joined) => split(joined).map((word) => (actors.get(word) || { name: word }).name),
    /** The name at an end ("from", "to", "route") of a row: of its place, or the words of the text. */
    nameAt: (row, end) => row[end + '_name'] || (find('place', row[end]) || find('route', row[end]) || { name: row[end] || '' }).name,
    placeName: (id) => (find('place', id) || find('route', id) || { name: id }).name,
  };
})();
