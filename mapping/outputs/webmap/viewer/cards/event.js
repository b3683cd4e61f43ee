/** The evidence card of an event: when, who, where and how that place is known, every source's words, all versions. */

import { pointOf, split } from '../data/dataset.js';
import { clashesOf, spellingsOf } from '../data/passages.js';
import { button, buttonLine, make, paragraph, small, subheading } from '../document/dom.js';
import { dataset, state } from '../document/opened.js';
import { chipsOf, signOf, typeName } from '../document/symbols.js';
import { whoTo, within } from '../document/titles.js';
import { readDate, say, term } from '../document/words.js';
import { visit } from '../map/screen.js';
import { publisherOf } from '../model/citation.js';
import { dotted } from '../model/words.js';
import { copyButtons, saidBy } from './cite.js';
import { cardHead, dateFact, factList, placeButton } from './parts.js';

/**
 * One place of an event: role and name, how it was identified, how far off it may be.
 * @param {EventRow} event
 * @param {MarkRow} mark
 */
function placeFact(event, mark) {
  const evidence = dataset.find('place', mark.place)?.location_evidence;
  const spelled = mark.place ? spellingsOf(event.statements, mark.place).join(', ') : '';
  const known = [
    spelled && say('spelled', { names: spelled }), term('located', mark.located_by), within(mark.uncertainty_m),
    evidence && say('evidence', { text: evidence }),
  ];
  return make('div', { class: 'place-of' }, mark.role && term('role', mark.role) + ' ',
    mark.place ? placeButton(mark.place) : mark.place_name, small(dotted(...known)));
}

/** A statement's places in words, from "role place-id" pairs. @param {StatementRow} statement */
const placesStated = statement => split(statement.places).map(pair => {
  const cut = pair.indexOf(' ');
  return term('role', pair.slice(0, cut)) + ' ' + dataset.nameOf(pair.slice(cut + 1));
}).join('; ');

/** @param {StatementRow} statement */
const versionOf = statement => make('div', { class: 'version' + (statement.preferred ? ' version-preferred' : '') },
  make('h4', null, publisherOf(statement.from)),
  factList([
    [say('when'), readDate(statement.when)], [say('where'), placesStated(statement)], [say('counts'), statement.counts],
    [say('certainty'), statement.certainty !== 'asserted' && term('certainty', statement.certainty)],
    [say('who.denies'), statement.denied_by],
  ]),
  statement.impossible && make('p', { class: 'impossible' }, say('impossible', { text: statement.impossible })),
  statement.preferred ? make('p', { class: 'preferred' }, say('preferred')) : null);

/** All versions side by side where the sources disagree. @param {EventRow} event */
function versionsOf(event) {
  const clashes = clashesOf(event);
  if (!clashes.length) return null;
  const subjects = [...new Set(clashes.map(clash => clash.split(':')[0]))].join(', ');
  return make('section', { class: 'clash' }, subheading([say('disagree'), subjects].join(': ')),
    make('div', { class: 'versions' }, event.statements.map(versionOf)),
    make('details', null, make('summary', null, say('in.full')), clashes.map(clash => paragraph(clash))));
}

/** Where the map goes for an event. @param {EventRow} event @returns {Line} */
export const eventPoints = event => [
  ...event.marks.map(pointOf).filter(point => point != null), ...event.shapes.flatMap(shape => dataset.lines(shape).flat()),
];

/** @param {EventRow} event @returns {Child} */
export function eventCard(event) {
  const points = eventPoints(event);
  return [
    cardHead(signOf(event, 26), typeName(event.type), event.event, chipsOf(event)),
    factList([
      [say('when'), dateFact(event)], [say('who'), whoTo(event)], [say('counts'), event.counts],
      [say('where'), event.marks.map(mark => placeFact(event, mark))],
    ]),
    !points.length && make('p', { class: 'remark' }, say('card.off')),
    versionsOf(event),
    saidBy(event.statements),
    buttonLine(points.length > 0 && button(say('show.on.map'), () => visit(points)),
      button(say('only.event'), () => state.only([event])),
      copyButtons(event.event, event.statements)),
  ];
}
