/** The signs of events on the map, those beside their place on a thin leader; elements stay, so that focus stays. */

import { brief } from '../model/words.js';
import { countSigns, groupSigns } from '../model/grouping.js';
import { draw, make } from '../document/dom.js';
import { channel, dataset, state } from '../document/opened.js';
import { drawSign, typeName } from '../document/symbols.js';
import { whereIs } from '../document/titles.js';
import { say } from '../document/words.js';
import { distance, pathOf } from '../plane/points.js';
import { SIGN_SIZE, signsOf, spotsTaken, standSigns, standsFor } from '../plane/signs.js';
import { paneOf, pixel, setPosition, space } from './screen.js';

const signs = groupSigns(dataset);
/** @type {Map<string, {element: HTMLButtonElement, thing: Sign | Badge, count: number}>} */
const markButtons = new Map();

export const countMarks = () => countSigns(signs, state);

/** Spots on which a sign wants to stand. */
export const wantedSpots = () => new Set(signs.filter(sign => sign.count && !sign.offset).map(sign => sign.spot));

/** @param {Sign} sign */
const signName = sign => brief([typeName(sign.type), whereIs(sign.mark)].join(', '));

/** @param {Sign | Badge} thing */
function markName(thing) {
  if (thing.signs) return say('badge', { n: thing.count });
  return signName(thing) + (thing.count > 1 ? ', ' + say('events', { n: thing.count }) : '');
}

/** @param {Sign | Badge} thing */
function openMark(thing) {
  const events = [...new Set(signsOf(thing).flatMap(sign => sign.events))].filter(state.isShown);
  if (events.length === 1) state.select(events[0].key);
  else channel.tell('group', { events, title: thing.signs ? dataset.nameOf(thing.signs[0].mark?.place) : signName(thing) });
}

/** @param {Sign | Badge} thing */
function makeButton(thing) {
  const click = () => openMark(markButtons.get(thing.key)?.thing || thing);
  const element = make('button', { type: 'button', class: thing.signs ? 'badge' : 'mark', click });
  L.DomEvent.disableClickPropagation(element);
  return { element, thing, count: 0 };
}

/** The button of a sign or badge, as it looks now. @param {Sign | Badge} thing */
function markButton(thing) {
  const entry = markButtons.get(thing.key) || makeButton(thing);
  markButtons.set(thing.key, entry);
  entry.thing = thing;
  if (entry.count !== thing.count) {
    entry.count = thing.count;
    const count = String(thing.count);
    entry.element.replaceChildren(thing.signs ? count : drawSign(thing.type, thing.filling, thing.draft, SIGN_SIZE));
    if (!thing.signs && thing.count > 1) entry.element.append(make('span', { class: 'count' }, count));
    entry.element.setAttribute('aria-label', markName(thing));
    entry.element.title = markName(thing);
  }
  return entry.element;
}

/**
 * Draw all signs and their leaders.
 * @param {Element} svg
 * @returns {Set<string>} the spots on which one stands
 */
export function drawMarks(svg) {
  const chosen = state.selected();
  for (const sign of signs) sign.at = pixel([sign.lat, sign.lon]);
  const standing = standSigns(signs, chosen, space);
  const kept = new Set(standing.map(({ thing }) => thing.key));
  for (const { thing, spot } of standing) {
    const element = markButton(thing);
    if (distance(thing.at, spot) > 4) {
      svg.prepend(draw('path', { class: 'leader', d: pathOf([thing.at, spot]) }),
        draw('circle', { class: 'leader-end', cx: thing.at[0], cy: thing.at[1], r: 1.8 }));
    }
    setPosition(element, spot);
    element.classList.toggle('chosen', standsFor(thing, chosen));
    element.classList.toggle('old', !thing.signs && !thing.recent);
    element.classList.toggle('area', !thing.signs && thing.mark?.located_by === 'seat');
    if (!element.parentNode) paneOf('marks').append(element);
  }
  for (const [key, { element }] of markButtons) if (!kept.has(key)) element.remove();
  return spotsTaken(standing);
}
