/** The cards of places and roads: how they are known, and all that is told of them. */

import { pointOf, split } from '../data/dataset.js';
import { burmese, row, small, subheading } from '../document/dom.js';
import { state, tables } from '../document/opened.js';
import { figureTitle, heldWhen, holderOf, km, lengthOf, metres, sourceName, stated, within } from '../document/titles.js';
import { say, term } from '../document/words.js';
import { commas, dotted } from '../model/words.js';
import { cardHead, cardRow, cardSection, eventRows, factList, placeButton } from './parts.js';

/** @param {EventRow[]} events */
const eventsSection = events => events.length > 0 && [subheading(say('events', { n: events.length })), eventRows(events)];

/** @param {DistanceRow[]} rows */
const distanceSection = rows => cardSection(say('branch.distance'), rows
  .map(distance => cardRow(distance, figureTitle(distance), dotted(stated(distance), term('verdict', distance.verdict)))));

/** @param {ControlRow} claim */
export const claimRow = claim => cardRow(claim, holderOf(claim), heldWhen(claim));

/** The sources that name a place, with how often. @param {PlaceRow} place */
function namedIn(place) {
  /** @type {Map<SourceRow, MentionRow[]>} */
  const bySource = new Map();
  for (const mention of tables.mentions) {
    if (mention.place === place.id) bySource.set(mention.from, [...(bySource.get(mention.from) || []), mention]);
  }
  return [...bySource].map(([source, mentions]) =>
    row(() => state.select(source.key, mentions[0]), null, sourceName(source), small(say('mentions', { n: mentions.length }))));
}

/** @param {PlaceRow} place @returns {Child} */
export const placeCard = place => [
  cardHead(null, term('kind', place.kind), [place.name, place.name_my && [' ', burmese(place.name_my)]]),
  factList([
    [say('names'), (place.names || '').replace(/; /g, ', ')],
    [say('lies.in'), commas(place.township, place.state_region)],
    [say('located.by'), [[term('located', place.located_by), pointOf(place)?.join(', ')].filter(Boolean).join(': '),
      within(place.uncertainty_m)].filter(Boolean).join('; ')],
    [say('evidence.of'), place.location_evidence], [say('credit'), place.location_credit], [say('remarks'), place.location_note],
    [say('ids'), commas(place.pcode, place.geonames_id && 'GeoNames ' + place.geonames_id)],
  ]),
  cardSection(say('branch.control'), tables.control.filter(claim => claim.place === place.id).map(claimRow)),
  eventsSection(tables.events.filter(event => event.marks.some(mark => mark.place === place.id))),
  distanceSection(tables.distances.filter(({ from, to }) => from === place.id || to === place.id)),
  cardSection(say('named.in'), namedIn(place)),
];

/** What the line of a road was drawn from, stretch by stretch. @param {RouteRow} route */
const roadEvidence = route => [...new Set(tables.stretches
  .filter(stretch => stretch.usedBy.includes(route)).map(stretch => stretch.evidence))].map(small);

/** @param {RouteRow} route @returns {Child} */
export const routeCard = route => [
  cardHead(null, say('branch.route'), route.name),
  factList([
    [say('from.to'), [placeButton(route.from), ' – ', placeButton(route.to)]],
    [say('via'), split(route.via).map((id, i) => [i ? ', ' : '', placeButton(id)])],
    [say('stated'), lengthOf(route)], [say('km.drawn'), km(route.drawn_km)], [say('km.straight'), km(route.straight_km)],
    [say('quality'), route.quality], [say('off.line'), route.uncertainty_m ? metres(route.uncertainty_m) : null],
    [say('evidence.of'), roadEvidence(route)],
  ]),
  distanceSection(tables.distances.filter(distance => distance.route === route.id)),
  eventsSection(tables.events.filter(event => event.marks.some(mark => mark.route === route.id || mark.place === route.id))),
];
