/** What things are called: figures by their ends, positions by their share, sources by their publisher and day. */

import { positionInWords } from '../data/positions.js';
import { publisherOf } from '../model/citation.js';
import { commas, numberInWords } from '../model/words.js';
import { dataset } from './opened.js';
import { readDate, readDay, say, term } from './words.js';

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

/** @param {PositionRow} row */
export const positionTitle = row => positionInWords(row, dataset.actorNames(row.actors), say);

/** What kind of thing a row is: in the words of the interface, else by the title of its table. @param {Item} row */
export const kindName = ({ key, declared }) => term('kind', key.split(':')[0], declared?.title);

/** @param {Figure} row @returns {string} */
export function figureTitle(row) {
  if (row.kind_of === 'position') return positionTitle(row);
  if (row.kind_of === 'control') {
    return say('held.by', { place: dataset.nameOf(row.place), holder: holderOf(row) });
  }
  if (row.kind_of === 'other') return row.titled;
  if (row.kind_of === 'access') return say('access.line', { from: dataset.nameAt(row, 'from'), to: dataset.nameAt(row, 'to') });
  return [dataset.nameAt(row, 'from'), dataset.nameAt(row, 'to') || dataset.nameOf(row.route)].filter(Boolean).join(' – ');
}

/** What a source states: kilometres, minutes, a share, a bearing. @param {DistanceRow} row */
export function stated(row) {
  const text = commas(
    km(row.stated_km), row.stated_minutes && say('minutes', { n: numberInWords(row.stated_minutes) }),
    row.fraction && Math.round(row.fraction * 100) + ' %', row.bearing && term('bearing', row.bearing),
  );
  return row.approximate ? say('roughly', { text }) : text;
}

/** @param {SourceRow} source */
export const sourceName = source => commas(publisherOf(source), source.when && readDate(source.when));

/** @param {EventRow} event */
export const eventDate = event => readDate(event.when);

/** Where a mark stands in words: "near Delta". @param {MarkRow | undefined} mark */
export const whereIs = mark => (mark
  ? [mark.role && term('role', mark.role), mark.place ? dataset.nameOf(mark.place) : mark.place_name].filter(Boolean).join(' ')
  : '');

/** @param {EventRow} event */
export const placesOf = event => [...new Set(event.marks.map(whereIs).filter(Boolean))].join('; ');

/** Parties, then whom it was done to. @param {EventRow} row */
export function whoTo(row) {
  const [by, against] = [dataset.actorNames(row.actors), dataset.actorNames(row.against)];
  return by && against ? say('who.against', { by, against }) : by || (against && say('against', { against }));
}
