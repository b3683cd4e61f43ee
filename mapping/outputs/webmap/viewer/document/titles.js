/** What things are called: figures by their ends, positions by their share, sources by their publisher and day. */

import { publisherOf } from '../model/citation.js';
import { articled, commas, numberInWords } from '../model/words.js';
import { dataset, tables } from './opened.js';
import { language, readDate, readDay, say, term } from './words.js';

/** @param {Num | undefined} value */
export const km = value => (value == null ? '' : say('km', { n: numberInWords(value) }));

/** @param {number} value */
export const metres = value => (value >= 1000 ? km(value / 1000) : say('m', { n: Math.round(value) }));

/** How far off something may be. @param {Num | undefined} value metres */
export const within = value => (value ? say('within', { distance: metres(value) }) : '');

/** Who holds a place, or that nobody says who. @param {ControlRow} row */
export const holderOf = row => dataset.actorNames(row.holder) || term('standing', row.standing);

/** How it stands, and from which day to which. @param {ControlRow} row */
export const heldWhen = row => term('standing', row.standing) + ', ' + (row.last == null
  ? say('held.from', { from: readDay(row.first) }) : say('time.range', { from: readDay(row.first), to: readDay(row.last) }));

/** A number as it was stated. @param {DistanceRow | PositionRow} row */
export const asStated = row => (language === 'my' && row.stated_my) || row.stated || '';

/** @param {PositionRow} row */
export function positionTitle(row) {
  const who = dataset.actorNames(row.actors) || dataset.nameOf(row.place);
  const text = asStated(row) || say('position.between', { who });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const withArticle = articled(say);

/** @param {{[end: string]: any}} row @param {'from' | 'to'} end */
const nameWithin = (row, end) => {
  const name = dataset.nameAt(row, end);
  return dataset.find('route', row[end]) ? withArticle(name) : name;
};

/** @param {DistanceRow} row */
export const verdictClass = row => 'verdict verdict-' + row.grade;

/** What kind of thing a row is: in the words of the interface, else by the title of its table. @param {Item} row */
export const kindName = ({ key, declared }) => term('kind', key.split(':')[0], declared?.title);

/** @param {Figure} row @returns {string} */
export function figureTitle(row) {
  if (row.kind_of === 'position') return positionTitle(row);
  if (row.kind_of === 'control') {
    return say('held.by', { place: dataset.nameOf(row.place), holder: holderOf(row) });
  }
  if (row.kind_of === 'other') return row.titled;
  if (row.kind_of === 'access') return say('access.line', { from: nameWithin(row, 'from'), to: nameWithin(row, 'to') });
  return [dataset.nameAt(row, 'from'), dataset.nameAt(row, 'to') || dataset.nameOf(row.route)].filter(Boolean).join(' – ');
}

/** What a source states, with its kilometres where they were worked out. @param {DistanceRow} row */
export const stated = row => commas(
  asStated(row) + (row.worked_out ? ' (' + row.worked_out + ')' : ''), row.bearing && term('bearing', row.bearing));

/** The stated lengths of a whole road. @param {RouteRow} route */
export const lengthOf = ({ id, from, to }) => [...new Set(tables.distances.filter(row => row.kind === 'distance' && row.route === id &&
  [from, to].every(end => end === row.from || end === row.to)).map(stated))].join('; ');

/** @param {SourceRow} source */
export const sourceName = source => commas(publisherOf(source), source.when && readDate(source.when));

/** @param {EventRow} event */
export const eventDate = event => readDate(event.when);

/** Where a mark stands in words: "near Delta", "on the Alpha road". @param {MarkRow | undefined} mark */
export function whereIs(mark) {
  if (!mark) return '';
  const name = (mark.place ? dataset.nameOf(mark.place) : mark.place_name) || '';
  const whole = name && (mark.role === 'on' || dataset.find('route', mark.place)) ? withArticle(name) : name;
  return [mark.role && term('role', mark.role), whole].filter(Boolean).join(' ');
}

/** @param {EventRow} event */
export const placesOf = event => [...new Set(event.marks.map(whereIs).filter(Boolean))].join('; ');

/** Parties, then whom it was done to. @param {EventRow} row */
export function whoTo(row) {
  const [by, against] = [dataset.actorNames(row.actors), dataset.actorNames(row.against)];
  return by && against ? say('who.against', { by, against }) : by || (against && say('against', { against }));
}
