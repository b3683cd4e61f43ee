/** The cards of figures: distances, positions on a road, control of a place, access. */

import { make, small } from '../document/dom.js';
import { control, dataset } from '../document/opened.js';
import { chipsOf } from '../document/symbols.js';
import { figureTitle, km, metres, stated } from '../document/titles.js';
import { readDate, say, term } from '../document/words.js';
import { sampleRing } from '../map/rings.js';
import { verdictClass } from '../model/verdicts.js';
import { restsOn } from './cite.js';
import { cardHead, cardSection, dateFact, endsOf, factList, placeAt, placeButton } from './parts.js';
import { claimRow } from './place.js';

/** @param {DistanceRow} row @returns {Child} */
export const distanceCard = row => [
  cardHead(null, say('kind.' + row.kind), figureTitle(row), chipsOf(row)),
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
  cardHead(null, say('branch.position'), figureTitle(row), chipsOf(row)),
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
  const side = control.sideOf(row);
  const others = (control.byPlace.get(row.place) || []).filter(other => other !== row);
  return [
    cardHead(side && sampleRing(side.id), say('branch.control'), figureTitle(row), chipsOf(row)),
    factList([
      [say('since'), row.since_edtf && readDate(row.since_edtf)], [say('control.as.of'), row.date_edtf && readDate(row.date_edtf)],
      [say('basis'), term('control', row.basis)], [say('said.by.who'), row.said_by], [say('where'), placeButton(row.place)],
    ]),
    cardSection(say('control.others'), others.map(claimRow)),
    restsOn(row),
  ];
}

/** @param {AccessRow} row @returns {Child} */
export const accessCard = row => [
  cardHead(null, say('branch.access'), figureTitle(row), chipsOf(row)),
  factList([[say('from.to'), endsOf(row)], [say('branch.route'), placeAt(row, 'route')]]),
  restsOn(row),
];
