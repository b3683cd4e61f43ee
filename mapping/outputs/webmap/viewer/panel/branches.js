/** The branches of the layer tree: types with their events, positions, control, access, roads, distances, the ground. */

import { dataset, tables } from '../document/opened.js';
import { drawSign, typeName } from '../document/symbols.js';
import { eventDate, figureTitle, heldWhen, kindName, lengthOf } from '../document/titles.js';
import { say } from '../document/words.js';

/** @typedef {{key: string, text: string, note?: string, row?: Item}} Leaf */
/** @typedef {{key: string, name: string, sign?: () => Node, leaves: Leaf[], events?: EventRow[]}} Branch */

/** @param {EventRow} event @returns {Leaf} */
const eventLeaf = event => ({ key: event.key, row: event, text: event.event, note: eventDate(event) });

/** @param {Figure} row @param {string} [note] @returns {Leaf} */
const leafOf = (row, note) => ({ key: row.key, row, text: figureTitle(row), note });

/** The branches of events, in the order of the types. @returns {Branch[]} */
function typeBranches() {
  const order = [...new Set([...Object.keys(dataset.block.types), ...tables.events.map(({ type }) => type)])];
  return order.map(type => {
    const events = tables.events.filter(event => event.type === type);
    return { key: 'type:' + type, name: typeName(type), sign: () => drawSign(type), events, leaves: events.map(eventLeaf) };
  });
}

/** @returns {Branch[]} */
export function branchesOf() {
  /** @param {string} name @param {Leaf[]} leaves @param {string} [title] @returns {Branch} */
  const branch = (name, leaves, title = say('branch.' + name)) => ({ key: 'branch:' + name, name: title, leaves });
  return [
    ...typeBranches(),
    branch('position', tables.positions.map(row => leafOf(row, dataset.nameOf(row.route)))),
    branch('control', tables.control.map(row => leafOf(row, heldWhen(row)))),
    ...[...new Set(dataset.others.map(kindName))].map(name =>
      branch(name, dataset.others.filter(row => kindName(row) === name).map(row => leafOf(row)), name)),
    branch('access', tables.access.map(row => leafOf(row))),
    branch('route', tables.routes.map(row => ({ key: row.key, row, text: row.name, note: lengthOf(row) }))),
    branch('distance', tables.distances.map(row => leafOf(row))),
    branch('ground', ['names', 'graticule', 'uncertainty'].map(name => ({ key: 'ground:' + name, text: say('ground.' + name) }))),
  ].filter(({ leaves }) => leaves.length);
}
