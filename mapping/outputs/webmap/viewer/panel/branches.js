/** The branches of the layer tree: types with their events, positions, control, access, roads, distances, the ground. */

import { dataset, tables } from '../document/opened.js';
import { drawSign, typeName } from '../document/symbols.js';
import { eventDate, figureTitle, heldWhen } from '../document/titles.js';
import { say } from '../document/words.js';
import { numberInWords } from '../model/words.js';

/** @typedef {{key: string, text: string, note?: string, row?: Item}} Leaf */
/** @typedef {{key: string, name: string, sign?: () => Node, leaves: Leaf[], events?: EventRow[]}} Branch */

/** @param {EventRow} event @returns {Leaf} */
const eventLeaf = event => ({ key: event.key, row: event, text: event.event, note: eventDate(event) });

/** @param {Item} row @param {string} text @param {string} [note] @returns {Leaf} */
const leafOf = (row, text, note) => ({ key: row.key, row, text, note });

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
  /** @param {string} name @param {Leaf[]} leaves @returns {Branch} */
  const branch = (name, leaves) => ({ key: 'branch:' + name, name: say('branch.' + name), leaves });
  return [
    ...typeBranches(),
    branch('position', tables.positions.map(row => leafOf(row, figureTitle(row), dataset.nameOf(row.route)))),
    branch('control', tables.control.map(row => leafOf(row, figureTitle(row), heldWhen(row)))),
    branch('access', tables.access.map(row => leafOf(row, figureTitle(row)))),
    branch('route', tables.routes.map(row =>
      leafOf(row, row.name, row.stated_km == null ? '' : say('pill', { km: numberInWords(row.stated_km) })))),
    branch('distance', tables.distances.map(row => leafOf(row, figureTitle(row)))),
    branch('ground', ['names', 'graticule', 'uncertainty'].map(name => ({ key: 'ground:' + name, text: say('ground.' + name) }))),
  ].filter(({ leaves }) => leaves.length);
}
