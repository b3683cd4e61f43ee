/** What is written along lines: rivers in italics, regions in spaced capitals, stated lengths on their roads. */

import { pointOf } from '../data/dataset.js';
import { draw } from '../document/dom.js';
import { dataset, state, tables } from '../document/opened.js';
import { asStated, figureTitle, stated } from '../document/titles.js';
import { say } from '../document/words.js';
import { brief, numberInWords } from '../model/words.js';
import { even, moved, pathOf } from '../plane/points.js';
import { around } from '../plane/space.js';
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
 * Put a label on a line, as near to its middle as there is room, else beside it on a leader; tells whether there was any.
 * @param {Element} svg
 * @param {Line} line in pixels
 * @param {string[]} words a row each, the figure last
 * @param {DistanceRow} row
 * @param {string} look a class
 */
export function drawFigure(svg, line, words, row, look = 'pill') {
  const rows = words.filter(Boolean);
  const wide = Math.max(...rows.map(text => textWidth(text, 11, 600))) + 14;
  const tall = rows.length * 14 + 4;
  const points = even(line, 8);
  const inward = points.map((_, i) => points[(points.length >> 1) + (i % 2 ? -1 : 1) * ((i + 1) >> 1)]).filter(Boolean);
  const aside = wide / 2 + 14;
  for (const shift of [0, aside, -aside, aside + 50, -aside - 50]) {
    for (const foot of inward) {
      const at = moved(foot, shift, 0);
      const box = around(at, wide / 2, tall / 2);
      const way = shift ? even([moved(foot, Math.sign(shift) * 14, 0), at], 8) : [];
      if (!space.holds(box, 6) || ![box, ...way.map(point => around(point, 2))].every(one => space.free(one))) continue;
      space.take(box);
      svg.append(shift ? draw('path', { class: 'leader', d: pathOf([foot, at]) }) : '',
        draw('g', { class: look, transform: `translate(${at})`, click: () => state.select(row.key) },
          draw('rect', { x: -wide / 2, y: -tall / 2, width: wide, height: tall, rx: 9 }),
          rows.map((text, i) => draw('text', {
            y: 14 * (i + 1) - tall / 2, 'text-anchor': 'middle', 'font-size': 11, 'font-weight': i === rows.length - 1 ? 600 : 400,
          }, text))));
      return true;
    }
  }
  return false;
}

/** The stated length of each road that a source names, on the stretch of which only it speaks. @param {Element} svg */
export function drawStated(svg) {
  const told = new Set();
  for (const row of tables.distances) {
    if (row.label_from == null || row.label_to == null || !state.isOn(row.key)) continue;
    const words = [figureTitle(row), asStated(row)];
    const key = words.join();
    const line = even(pixels(dataset.lines(row)[0]), 8);
    const own = line.slice(Math.floor(row.label_from * line.length), Math.ceil(row.label_to * line.length) + 1);
    if (!told.has(key) && drawFigure(svg, own, words, row)) told.add(key);
  }
}

/**
 * For the selected distance: its kilometres along the drawn road, and along the straight line.
 * @param {Element} svg
 */
export function drawMeasured(svg) {
  const row = state.selected();
  if (row?.kind_of !== 'distance') return;
  const [from, to] = [row.from, row.to].map(id => pointOf(dataset.find('place', id)));
  const road = row.measured_km != null;
  if (from && to && row.straight_km != null) {
    const line = pixels([from, to]);
    svg.append(draw('path', { class: 'straight', d: pathOf(line) }));
    const title = [figureTitle(row), stated(row)].join(' ');
    drawFigure(svg, line, [road ? '' : title, say('pill.straight', { km: numberInWords(row.straight_km) })], row);
  }
  if (road) drawFigure(svg, pixels(dataset.lines(row)[0]), [say('pill.drawn', { km: numberInWords(row.measured_km) })], row);
}
