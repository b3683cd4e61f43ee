/** The lines of the graticule and their degrees along the edges of the view. */

import { draw } from '../document/dom.js';
import { dataset, state } from '../document/opened.js';
import { map, pixel, setLayer, space } from './screen.js';

const SPACING = 0.5; // degrees between the lines

/** The multiples of a step within bounds. @param {number} low @param {number} high @param {number} step */
function multiples(low, high, step) {
  const found = [];
  for (let value = Math.ceil(low / step) * step; value <= high; value += step) found.push(value);
  return found;
}

const southEdge = dataset.meta.window[0];
const westEdge = dataset.meta.window[1];
const northEdge = dataset.meta.window[2];
const eastEdge = dataset.meta.window[3];

const graticule = L.polyline(/** @type {Line[]} */ ([
  ...multiples(southEdge, northEdge, SPACING).map(lat => [[lat, westEdge], [lat, eastEdge]]),
  ...multiples(westEdge, eastEdge, SPACING).map(lon => [[southEdge, lon], [northEdge, lon]]),
]), { pane: 'ground', className: 'graticule', interactive: false });

export const showGraticule = () => setLayer(graticule, state.isOn('ground:graticule'));

/** @param {Element} svg */
export function drawDegrees(svg) {
  if (!state.isOn('ground:graticule')) return;
  const { x: wide } = map.getSize();
  const step = map.getZoom() < 8 ? 2 * SPACING : SPACING;
  for (const lat of multiples(southEdge, northEdge, step)) {
    const [, y] = pixel([lat, westEdge]);
    if (y > 20 && space.free([2, y - 12, 40, y])) svg.append(draw('text', { x: 4, y: y - 3, class: 'degree' },
      lat.toFixed(1) + '°N'));
  }
  for (const lon of multiples(westEdge, eastEdge, step)) {
    const [x] = pixel([northEdge, lon]);
    if (x > 60 && x < wide - 40 && space.free([x, 2, x + 40, 14])) svg.append(draw('text', { x: x + 3, y: 12, class: 'degree' },
      lon.toFixed(1) + '°E'));
  }
}
