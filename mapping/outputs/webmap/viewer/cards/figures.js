/** The cards of figures: distances, positions on a road, control of a place, access. */

import { buttonLine, make, small, subheading } from '../document/dom.js';
import { control, dataset, tables } from '../document/opened.js';
import { figureTitle, heldWhen, km, metres, stated, verdictClass } from '../document/titles.js';
import { readDate, readDay, say, term } from '../document/words.js';
import { sampleRing } from '../map/rings.js';
import { copyButtons, restsOn, saidBy, wordsOf } from './cite.js';
import { cardHead, cardSection, dateFact, endsOf, factList, figureHead, placeAt, placeButton } from './parts.js';
import { claimRow } from './place.js';

/** @param {DistanceRow} row @returns {Child} */
export const distanceCard = row => [
  figureHead(row, say('kind.' + row.kind)),
  make('p', { class: verdictClass(row) }, term('verdict', row.verdict), small(row.verdict_detail)),
  factList([
    [say('from.to'), endsOf(row)], [say('branch.route'), placeButton(row.route)],
    [say('stated'), stated(row)], [say('km.drawn'), km(row.measured_km)], [say('km.straight'), km(row.straight_km)],
    [say('azimuth'), row.azimuth != null && Math.round(row.azimuth) + '°'],
  ]),
  restsOn(row),
];

/** @param {PositionRow} row @returns {Child} */
export const positionCard = row => [
  figureHead(row, say('branch.position')),
  factList([
    [say('when'), dateFact(row)], [say('who'), dataset.actorNames(row.actors) || placeButton(row.place)],
    [say('branch.route'), placeButton(row.route)], [say('counted.from'), row.from && placeAt(row, 'from')],
    [say('km.along'), km(row.km)], [say('within.road'), row.uncertainty_m ? metres(row.uncertainty_m) : null],
    [say('said.by.who'), row.said_by],
  ]),
  restsOn(row),
];

/** @param {ControlRow} row @returns {Child} */
export function controlCard(row) {
  const sides = control.sidesOf(row);
  const others = tables.control.filter(other => other.place === row.place && other !== row);
  return [
    cardHead(sides.length > 0 && sampleRing(sides, row.standing), say('branch.control'), figureTitle(row)),
    factList([
      [say('standing'), [make('strong', null, heldWhen(row)), small(dataset.block.standings[row.standing])]],
      [say('since'), row.began && readDate(row.began)], [say('control.said'), row.said != null && readDay(row.said)],
      [say('where'), placeButton(row.place)],
    ]),
    saidBy(row.saying),
    row.denying.length > 0 && [subheading(say('control.against')), row.denying.map(wordsOf)],
    cardSection(say('control.others'), others.map(claimRow)),
    buttonLine(copyButtons(figureTitle(row), [...row.saying, ...row.denying])),
  ];
}

/** @param {AccessRow} row @returns {Child} */
export const accessCard = row => [
  figureHead(row, say('branch.access')),
  factList([[say('from.to'), endsOf(row)], [say('branch.route'), placeAt(row, 'route')]]),
  restsOn(row),
];
