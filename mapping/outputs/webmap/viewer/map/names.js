/**
 * Dots and names of places in three sizes. Nothing lies over anything else; what finds no room waits for the next zoom.
 */

import { pointOf } from '../data/dataset.js';
import { isMajor } from '../data/places.js';
import { draw } from '../document/dom.js';
import { ranking, state } from '../document/opened.js';
import { brief } from '../model/words.js';
import { standBeside } from '../plane/names.js';
import { around } from '../plane/space.js';
import { closer, pixel, space } from './screen.js';

const STYLES = /** @type {Record<string, {size: number, weight: number, gap: number, radius: number}>} */ ({
  city: { size: 15.5, weight: 700, gap: 10, radius: 4.5 },
  town: { size: 13.5, weight: 650, gap: 9, radius: 3.8 },
  village: { size: 11.5, weight: 500, gap: 8, radius: 2.4 },
});
const fontFamily = getComputedStyle(document.body).fontFamily;
const ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
/** @type {Map<string, number>} */
const textWidths = new Map();

/**
 * How many pixels a text takes.
 * @param {string} text
 * @param {number} size
 * @param {number} weight
 * @param {number} [spacing] pixels after each letter
 */
export function textWidth(text, size, weight, spacing = 0) {
  const font = weight + ' ' + size + 'px ' + fontFamily;
  let wide = textWidths.get(font + text);
  if (wide === undefined) {
    ruler.font = font;
    wide = ruler.measureText(text).width;
    textWidths.set(font + text, wide);
  }
  return wide + spacing * text.length;
}

/** @param {PlaceRow} place */
const styleOf = place => STYLES[place.kind] || STYLES.village;

/**
 * The places in view that are told of at this zoom, with their pixels.
 * @param {(place: PlaceRow) => boolean} wanted
 * @param {number} margin
 */
function placesInView(wanted, margin) {
  const found = [];
  for (const place of ranking.ordered) {
    const point = pointOf(place);
    if (!point || !wanted(place) || !ranking.isTold(place, closer())) continue;
    const at = pixel(point);
    if (space.inside(at, margin)) found.push({ place, at });
  }
  return found;
}

/**
 * Draw a place's name beside its dot, on the first side with room, `more` pixels further off than usual; tells
 * whether there was any.
 * @param {Element} svg
 * @param {PlaceRow} place
 * @param {Point} at
 * @param {number} more
 */
function drawName(svg, place, at, more) {
  const { size, weight, gap } = styleOf(place);
  const name = brief(place.name, 40);
  const second = brief(place.name_my || '', 60);
  const wide = Math.max(textWidth(name, size, weight), second ? textWidth(second, size - 2.5, 400) : 0);
  const near = gap + more;
  const gaps = ranking.isReported(place) ? [near, near + 10, near + 20] : [near];
  const found = standBeside(at, wide, size * (second ? 2.3 : 1.15), gaps, space);
  if (!found) return false;
  const { x, top, anchor } = found;
  svg.append(draw('text', {
    x, y: top + size * 0.95, 'text-anchor': anchor, 'font-size': size, 'font-weight': weight,
    class: 'name name-' + (isMajor(place) ? 'major' : 'minor'), click: () => state.select(place.key),
  }, name));
  if (second) svg.append(draw('text',
    { x, y: top + size * 2.05, 'text-anchor': anchor, 'font-size': size - 2.5, lang: 'my', class: 'name name-my' }, second));
  return true;
}

/**
 * Draw names of places as far as there is room, at most `limit`; returns how many may still stand.
 * @param {Element} svg
 * @param {(place: PlaceRow) => boolean} wanted
 * @param {number} limit
 * @param {(place: PlaceRow) => number} clearance pixels that a place's own signs take
 */
export function drawNames(svg, wanted, limit, clearance) {
  if (!state.isOn('ground:names')) return limit;
  let left = limit;
  for (const { place, at } of placesInView(wanted, 2)) {
    if (left > 0 && drawName(svg, place, at, clearance(place))) left -= 1;
  }
  return left;
}

/**
 * Dots come before names, because no name may lie over a dot.
 * @param {Element} svg
 * @param {(place: PlaceRow) => boolean} wanted
 */
export function drawDots(svg, wanted) {
  for (const { place, at } of placesInView(wanted, -10)) {
    const { radius } = styleOf(place);
    svg.append(draw('circle', {
      cx: at[0], cy: at[1], r: radius, class: 'dot dot-' + (isMajor(place) ? 'major' : 'minor'),
      click: () => state.select(place.key),
    }));
    space.take(around(at, radius + 1));
  }
}
