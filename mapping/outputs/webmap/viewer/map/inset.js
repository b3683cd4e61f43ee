/** The inset: where in the country the window lies. */

import { draw } from '../document/dom.js';
import { dataset } from '../document/opened.js';
import { say } from '../document/words.js';
import { pathOf } from '../plane/points.js';

const STRETCH = 1.06; // a degree of latitude over one of longitude

/** @param {number} lat @param {number} lon @returns {Point} */
const insetPoint = (lat, lon) => [lon, -lat * STRETCH];

/**
 * A neighbour's name, kept within the frame.
 * @param {string} name
 * @param {Point} at
 * @param {number} left
 * @param {number} width
 */
function neighbourName(name, [x, y], left, width) {
  const share = (x - left) / width;
  if (share < 0.3) return draw('text', { class: 'inset-name', x: left + 0.3, y, 'text-anchor': 'start' }, name);
  if (share > 0.7) return draw('text', { class: 'inset-name', x: left + width - 0.3, y, 'text-anchor': 'end' }, name);
  return draw('text', { class: 'inset-name', x, y, 'text-anchor': 'middle' }, name);
}

/** Draw the inset, or nothing where the project has no outline. */
export function drawInset() {
  const { outline, neighbours, country } = dataset.block.locator;
  const rings = outline.map(ring => ring.map(([lat, lon]) => insetPoint(lat, lon)));
  const all = rings.flat();
  if (!all.length) return null;
  const [xs, ys] = [0, 1].map(axis => all.map(point => point[axis]));
  const [left, top] = [Math.min(...xs) - 3.5, Math.min(...ys) - 1];
  const [width, height] = [Math.max(...xs) - left + 3.5, Math.max(...ys) - top + 1];
  const [south, west, north, east] = dataset.meta.window;
  const [x, y] = insetPoint(north, west);
  return draw('svg', { viewBox: [left, top, width, height].join(' '), role: 'img', 'aria-label': say('inset', { country }) },
    rings.map(ring => draw('path', { class: 'inset-land', d: pathOf(ring) + 'Z' })),
    draw('rect', { class: 'inset-window', x, y, width: east - west, height: (north - south) * STRETCH }),
    neighbours.map(([name, lat, lon]) => neighbourName(name, insetPoint(lat, lon), left, width)));
}
