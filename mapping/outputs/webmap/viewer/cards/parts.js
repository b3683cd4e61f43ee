/** What cards are made of: heads, lists of facts, places as buttons, rows that lead to other cards. */

import { button, make, row, rowList, small, subheading } from '../document/dom.js';
import { dataset, state } from '../document/opened.js';
import { chipsOf, signOf } from '../document/symbols.js';
import { figureTitle, placesOf } from '../document/titles.js';
import { readDate, say, term } from '../document/words.js';
import { dotted } from '../model/words.js';

const MOST_EVENTS = 80;

/** Whether there is anything to be said. @param {Child} value @returns {boolean} */
const isKnown = value => (Array.isArray(value) ? value.some(isKnown) : Boolean(value));

/** A list of facts; what is not known is left out. @param {[string, Child][]} facts */
export const factList = facts => make('dl', { class: 'facts' }, facts.filter(([, value]) => isKnown(value))
  .map(([name, value]) => [make('dt', null, name), make('dd', null, value)]));

/** @param {Child} sign @param {Child} kind @param {Child} title @param {Child} [chips] */
export const cardHead = (sign, kind, title, chips) => make('header', { class: 'card-head' },
  make('p', { class: 'overline' }, sign, kind, chips), make('h2', { id: 'card-title' }, title));

/** The head of a card that has no sign. @param {Exclude<Figure, ControlRow>} item @param {string} kind */
export const figureHead = (item, kind) => cardHead(null, kind, figureTitle(item), chipsOf(item));

/**
 * A place or road as a button that opens its card; mere words where it is none.
 * @param {Str | undefined} id
 * @param {string} [text]
 * @returns {Child}
 */
export function placeButton(id, text) {
  const spot = dataset.spot(id);
  return spot ? button(text || spot.name, () => state.select(spot.key), { class: 'plain' }) : text || id;
}

/** @param {{[end: string]: any}} item @param {'from' | 'to' | 'route'} end */
export const placeAt = (item, end) => placeButton(item[end], dataset.nameAt(item, end));

/** @param {DistanceRow | AccessRow} item */
export const endsOf = item => [placeAt(item, 'from'), ' – ', placeAt(item, 'to')];

/**
 * The date of a row, with the words of the text and what the date is.
 * @param {EventRow | PositionRow | OtherRow} item
 */
export function dateFact(item) {
  const basis = 'date_basis' in item ? item.date_basis : null;
  const extra = [item.date_text && say('date.words', { text: item.date_text }), basis && term('basis', basis)].filter(Boolean);
  return [make('strong', null, readDate(item.when)), small(extra.join('; '))];
}

/** A row that opens another card. @param {Item} item @param {string} text @param {string} note */
export const cardRow = (item, text, note) => row(() => state.select(item.key), null, text, small(note));

/** @param {string} title @param {HTMLElement[]} items */
export const cardSection = (title, items) => (items.length ? [subheading(title), rowList(items)] : null);

/** An event as a row of a list. @param {EventRow} event */
export const eventRow = event => row(() => state.select(event.key), signOf(event, 22), event.event, chipsOf(event),
  event.contradiction && make('span', { class: 'chip chip-clash' }, say('contradiction')),
    small(dotted(readDate(event.when), placesOf(event))));

/** @param {EventRow[]} events */
export const eventRows = events => rowList(events.slice(0, MOST_EVENTS).map(eventRow),
  events.length > MOST_EVENTS && say('more', { n: events.length - MOST_EVENTS }));
