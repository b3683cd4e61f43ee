/** What is written along lines: rivers in italics, regions in spaced capitals, kilometres as pills on their roads. */

import { pointOf } from '../data/dataset.js';
import { draw } from '../document/dom.js';
import { dataset, state, tables } from '../document/opened.js';
import { say } from '../document/words.js';
import { brief, numberInWords } from '../model/words.js';
import { pathOf } from '../plane/points.js';
import { standAlong } from '../plane/standing.js';
import { textWidth } from './names.js';
import { contextLine, pixels, space } from './screen.js';

/**
 * Write text along a gentle curve through three points.
 * @param {Element} svg
 * @param {string} text
 * @param {[Point, Point, Point]} points
 * @param {Attributes} attributes
 */
function writeAlong(svg, text, [a, m, b], attributes) {
  const bend = [2 * m[0] - (a[0] + b[0]) / 2, 2 * m[1] - (a[1] + b[1]) / 2];
  const id = 'curve-' + svg.childElementCount;
  svg.append(
    draw('path', { id, d: 'M' + a + 'Q' + bend + ' ' + b, fill: 'none' }),
    draw('text', attributes, draw('textPath', { href: '#' + id, startOffset: '50%', 'text-anchor': 'middle' }, text)));
}

/** @param {Element} svg */
export function drawRivers(svg) {
  for (const river of tables.rivers) {
    const name = brief(river.name, 40);
    const found = standAlong(pixels(contextLine('rivers', river)), textWidth(name, 12.5, 400, 1.5) + 8, 15, 9, space);
    if (found) writeAlong(svg, name, found, { class: 'name-river', 'font-size': 12.5, dy: 4 });
  }
}

/** @param {Element} svg */
export function drawRegions(svg) {
  for (const boundary of tables.boundaries) {
    for (const [side, offset] of /** @type {[Str, number][]} */ ([[boundary.left, 15], [boundary.right, -15]])) {
      if (!side) continue;
      const name = brief(side, 40).toUpperCase();
      const found = standAlong(pixels(contextLine('boundaries', boundary)), textWidth(name, 11, 600, 4) + 10, 14, offset, space);
      if (found) writeAlong(svg, name, found, { class: 'name-region', 'font-size': 11, dy: 4 });
    }
  }
}

/**
 * Put a pill on the straightest free piece of a line; tells whether there was one.
 * @param {Element} svg
 * @param {Line | undefined} line
 * @param {string} text
 * @param {DistanceRow} row
 */
function drawPill(svg, line, text, row) {
  const wide = textWidth(text, 11, 600) + 14;
  const found = standAlong(pixels(line), wide, 18, 0, space);
  if (!found) return false;
  const [a, m, b] = found;
  const turn = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI;
  const [x, y] = [(a[0] + b[0] + 2 * m[0]) / 4, (a[1] + b[1] + 2 * m[1]) / 4];
  svg.append(draw('g', { class: 'pill', transform: `translate(${x} ${y}) rotate(${turn})`, click: () => state.select(row.key) },
    draw('rect', { x: -wide / 2, y: -9, width: wide, height: 18, rx: 9 }),
    draw('text', { y: 4, 'text-anchor': 'middle', 'font-size': 11, 'font-weight': 600 }, text)));
  return true;
}

/** The stated length of each road; a figure that fits the straight line is none. @param {Element} svg */
export function drawStated(svg) {
  const told = new Set();
  for (const row of tables.distances) {
    if (row.stated_km == null || row.verdict === 'consistent' || !state.isOn(row.key)) continue;
    const text = say('pill', { km: numberInWords(row.stated_km) });
    const key = row.drawn + text;
    if (!told.has(key) && drawPill(svg, dataset.lines(row)[0], text, row)) told.add(key);
  }
}

/**
 * For the selected distance: its kilometres along the drawn road and along the straight line, on both.
 * @param {Element} svg
 */
export function drawMeasured(svg) {
  const row = state.selected();
  if (row?.kind_of !== 'distance') return;
  const [from, to] = [row.from, row.to].map(id => pointOf(dataset.find('place', id)));
  if (from && to && row.straight_km != null) {
    svg.append(draw('path', { class: 'straight', d: pathOf(pixels([from, to])) }));
    drawPill(svg, [from, to], say('pill.straight', { km: numberInWords(row.straight_km) }), row);
  }
  if (row.measured_km != null) drawPill(svg, dataset.lines(row)[0], say('pill.drawn', { km: numberInWords(row.measured_km) }), row);
}
