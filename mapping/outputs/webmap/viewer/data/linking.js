/** How the tables lead to each other: rows hold the rows that belong to them. */

/** Kinds of things that the viewer knows by more than their declaration, and their tables. @type {Record<string, string>} */
const OWN = {
  event: 'events', place: 'places', route: 'routes', distance: 'distances', position: 'positions', control: 'control',
  access: 'access', source: 'sources',
};

/**
 * Give each thing that can be selected, switched and linked to its key, "<kind>:<id>", and return the rows by it.
 * @param {Tables} tables @param {Block['kinds']} kinds
 * @returns {Map<string, Item>}
 */
export function keyRows(tables, kinds) {
  const byKey = new Map();
  for (const kind of Object.keys({ ...OWN, ...kinds })) {
    const declared = OWN[kind] ? undefined : kinds[kind];
    for (const row of /** @type {any} */ (tables)[OWN[kind] || kinds[kind].table]) {
      row.kind_of = declared ? 'other' : kind;
      row.key = kind + ':' + (kind === 'event' ? row.event_id : row.id);
      row.declared = declared;
      byKey.set(row.key, row);
    }
  }
  return byKey;
}

/** @param {{start: number, end: number} & Row} a @param {{start: number, end: number} & Row} b */
const readingOrder = (a, b) => a.start - b.start || b.end - a.end || a.index - b.index;

/** @param {Tables} tables */
function linkEvents(tables) {
  for (const event of tables.events) Object.assign(event, { marks: [], statements: [], shapes: [] });
  for (const mark of tables.marks) {
    mark.owner = tables.events[mark.event];
    mark.owner.marks.push(mark);
  }
  for (const shape of [...tables.event_lines, ...tables.event_areas]) {
    shape.owner = tables.events[shape.event];
    if (shape.owner) shape.owner.shapes.push(shape);
  }
}

/** @param {Tables} tables */
function linkSources(tables) {
  for (const source of tables.sources) Object.assign(source, { statements: [], mentions: [] });
  for (const statement of tables.statements) {
    statement.from = tables.sources[statement.source];
    statement.from.statements.push(statement);
    if (statement.event != null) tables.events[statement.event].statements.push(statement);
  }
  for (const mention of tables.mentions) {
    mention.from = tables.sources[mention.source];
    mention.from.mentions.push(mention);
  }
  for (const { statements, mentions } of tables.sources) {
    statements.sort(readingOrder);
    mentions.sort(readingOrder);
  }
}

/**
 * The rows that a cell names by their numbers.
 * @template T
 * @param {Str} numbers @param {T[]} rows @returns {T[]}
 */
const rowsAt = (numbers, rows) => (numbers ? numbers.split(' ').map(number => rows[Number(number)]) : []);

/** @param {Tables} tables @param {OtherRow[]} others @param {When[]} dates */
export function linkRows(tables, others, dates) {
  for (const row of [...tables.events, ...tables.positions, ...tables.statements, ...tables.sources, ...others]) {
    row.when = row.date == null ? null : dates[row.date];
  }
  for (const passage of [...tables.statements, ...tables.mentions]) passage.end = passage.start + passage.length;
  for (const stretch of tables.stretches) stretch.usedBy = rowsAt(stretch.roads, tables.routes);
  linkEvents(tables);
  linkSources(tables);
  for (const row of tables.control) {
    row.began = row.since == null ? null : dates[row.since];
    row.saying = rowsAt(row.told, tables.statements);
    row.denying = rowsAt(row.denied, tables.statements);
  }
  for (const row of others) row.saying = rowsAt(row.told ?? String(row.statement ?? ''), tables.statements);
  for (const row of [...tables.distances, ...tables.positions, ...tables.access, ...others]) {
    if (row.statement == null) continue;
    const statement = tables.statements[row.statement];
    row.rests_on = statement;
    (statement.rows ||= []).push(row);
  }
}
