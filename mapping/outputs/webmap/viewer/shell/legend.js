/** What types, fillings, lines and rings mean; stands on the map and in print. */

import { draw, make, picture } from '../document/dom.js';
import { control, dataset, state, tables } from '../document/opened.js';
import { drawSign, isDraft, typeName } from '../document/symbols.js';
import { say, term } from '../document/words.js';
import { sampleRing } from '../map/rings.js';
import { RECENT_DAYS } from '../model/state.js';
import { brief } from '../model/words.js';

/** @param {Node} sign @param {string} text */
const sample = (sign, text) => make('li', null, sign, make('span', null, text));

/** @param {string} quality */
const sampleRoad = quality => sample(picture('0 0 30 10', 30, 10, null,
  draw('path', { class: 'road road-' + quality, d: 'M1 5H29' })), say('road.' + quality));

export const legend = () => make('ul', { class: 'legend' },
  ['asserted', 'claimed', 'planned'].map(certainty =>
    sample(drawSign('other', dataset.filling(certainty), false, 18), say('legend.' + certainty))),
  tables.events.some(isDraft) && sample(drawSign('other', 'solid', true, 18), say('status.draft')),
  tables.events.some(event => !state.isRecent(event))
    && sample(drawSign('other', 'solid', false, 12), say('legend.old', { n: RECENT_DAYS })),
  [...control.sides.values()].filter(side => tables.control.some(row => control.sidesOf(row)[0] === side)).map(side =>
    sample(sampleRing([side]), say('legend.held', { side: brief(side.name, 60) }))),
  Object.keys(dataset.block.standings).filter(word => word !== 'reported')
    .flatMap(word => tables.control.find(row => row.standing === word && row.side) ?? []).map(row =>
      sample(sampleRing(control.sidesOf(row), row.standing), term('standing', row.standing))),
  ['surveyed', 'generalised', 'schematic']
    .filter(quality => tables.stretches.some(row => row.quality === quality)).map(sampleRoad));

export function legendOfTypes() {
  const present = new Set(tables.events.map(({ type }) => type));
  return make('ul', { class: 'legend legend-types' }, Object.keys(dataset.block.types).filter(type => present.has(type))
    .map(type => sample(drawSign(type, 'solid', false, 16), typeName(type))));
}
