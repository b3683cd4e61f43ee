/**
 * The tables of the page, as rows: `data.events`, `data.places` and so on, and how they lead to each other.
 * Days are whole numbers since 1970-01-01; lines are lists of [lat, lon] in degrees.
 */
const data = (() => {
  const block = JSON.parse(dom.get('data').textContent);
  const GRID = 100000;
  const DAY = 864e5;
  const day = (iso) => (iso ? Math.round(Date.parse(iso + 'T00:00:00Z') / DAY) : null);

  function column(packed, rows) {
    if (Array.isArray(packed)) return packed;
    return packed ? packed.at.map((index) => (index < 0 ? null : packed.of[index])) : new Array(rows).fill(null);
  }

  /** Turn a table of columns into rows; every row has every name of the table. */
  function unpack(name) {
    const { rows, ...columns } = block.tables[name];
    const names = Object.keys(columns);
    const values = names.map((key) => column(columns[key], rows));
    return Array.from({ length: rows }, (_, index) => {
      const row = { index };
      for (let i = 0; i < names.length; i += 1) row[names[i]] = values[i][index];
      return row;
    });
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

  const dated = (row) => Object.assign(row, { start: day(row.date_start), end: day(row.date_end) });
  for (const row of tables.events) Object.assign(dated(row), { marks: [], statements: [], shapes: [] });
  for (const name of ['positions', 'control']) tables[name].forEach(dated);
  for (const source of tables.sources) Object.assign(source, { statements: [], mentions: [] });
  for (const mark of tables.marks) {
    mark.happening = tables.events[mark.event];
    mark.happening.marks.push(mark);
  }
  for (const name of ['event_lines', 'event_areas']) {
    for (const row of tables[name]) {
      row.happening = tables.events[row.event];
      if (row.happening) row.happening.shapes.push(row);
    }
  }
  for (const statement of tables.statements) {
    statement.from = tables.sources[statement.source];
    statement.from.statements.push(statement);
    if (statement.event !== null && statement.event !== undefined) tables.events[statement.event].statements.push(statement);
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

  const decoded = [];
  /** The lines of a shape, each a list of [lat, lon]; an empty list where the row has none. */
  function lines(row) {
    if (row.drawn === null || row.drawn === undefined) return [];
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

  const find = (kind, id) => byKey.get(kind + ':' + id);
  const split = (() => {
    const known = new Map();
    return (text) => {
      if (!known.has(text)) known.set(text, text ? text.split('; ') : []);
      return known.get(text);
    };
  })();
  const actors = new Map(tables.actors.flatMap((actor) => [[actor.id, actor], [actor.name, actor]]));

  return {
    ...block, ...tables, day, DAY, byKey, find, lines, split,
    iso: (number) => new Date(number * DAY).toISOString().slice(0, 10),
    /** The words a statement rests on. */
    quote: (statement) => statement.from.text.slice(statement.start, statement.end),
    /** A party by its id or its name. */
    actor: (word) => actors.get(word) || { id: word, name: word },
    /** Names of parties from "; "-joined ids or names. */
    actorNames: (joined) => split(joined).map((word) => (actors.get(word) || { name: word }).name),
    placeName: (id) => (find('place', id) || find('route', id) || { name: id }).name,
  };
})();
