/** Soft discs under what is selected, or under all: how far off a place may lie. */

import { pointOf } from '../data/dataset.js';
import { draw } from '../document/dom.js';
import { state, tables } from '../document/opened.js';
import { pixel } from './screen.js';

const METRES_A_DEGREE = 111320; // of latitude

/** The gradient that discs are filled with. */
export function softGradient() {
  /** @param {string} offset @param {number} opacity */
  const stop = (offset, opacity) => draw('stop', { offset, 'stop-color': '#d55e00', 'stop-opacity': opacity });
  return draw('defs', null, draw('radialGradient', { id: 'soft' }, stop('0', 0.34), stop('0.6', 0.2), stop('1', 0)));
}

/** @param {Element} svg @param {Point} point @param {number} metres */
function drawDisc(svg, point, metres) {
  const [x, y] = pixel(point);
  const [, top] = pixel([point[0] + metres / METRES_A_DEGREE, point[1]]);
  svg.prepend(draw('circle', { class: 'disc', cx: x, cy: y, r: Math.max(12, y - top), fill: 'url(#soft)' }));
}

/** @param {Element} svg */
export function drawDiscs(svg) {
  const row = state.selected();
  const events = state.isOn('ground:uncertainty') ? tables.events.filter(state.isShown) : row?.kind_of === 'event' ? [row] : [];
  const marks = events.flatMap(event => event.marks).filter(mark => mark.located_by !== 'route');
  const seen = new Set();
  for (const { lat, lon, uncertainty_m: metres } of [...marks, ...(row?.kind_of === 'place' ? [row] : [])]) {
    const point = pointOf({ lat, lon });
    if (!point || !metres || seen.has(String(point))) continue;
    seen.add(String(point));
    drawDisc(svg, point, metres);
  }
}
