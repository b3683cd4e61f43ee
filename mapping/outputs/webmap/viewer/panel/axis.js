/** The histogram of events over the scale of time, with its months and the span of what is selected. */

import { spansOf } from '../data/days.js';
import { draw, get, picture, show } from '../document/dom.js';
import { scale, state } from '../document/opened.js';
import { readMonth } from '../document/words.js';
import { barHeights, binCount, binsOf, monthsBetween } from '../model/histogram.js';

const AXIS_HEIGHT = window.innerWidth > 720 ? 44 : 20; // pixels of the bars

/** @param {Element} svg @param {number} wide */
function drawBars(svg, wide) {
  const bins = binsOf(state.events.filter(event => state.passes(event)), binCount(wide, scale.length), scale);
  const step = wide / bins.length;
  barHeights(bins, AXIS_HEIGHT).forEach(({ sure, perhaps }, i) => {
    const inside = (i + 1) / bins.length > scale.share(state.chosen.from) && i / bins.length <= scale.share(state.chosen.to);
    const shape = { x: i * step + 0.5, width: Math.max(1, step - 1) };
    const out = inside ? '' : ' bar-out';
    if (sure) svg.append(draw('rect', { class: 'bar bar-sure' + out, ...shape, y: AXIS_HEIGHT - sure, height: sure }));
    if (perhaps) svg.append(draw('rect',
      { class: 'bar bar-perhaps' + out, ...shape, y: AXIS_HEIGHT - sure - perhaps, height: perhaps }));
  });
}

/** Names of months along the axis, as many as there is room for. @param {Element} svg @param {number} wide */
function drawMonths(svg, wide) {
  let right = -10;
  for (const first of monthsBetween(state.first, state.last)) {
    const left = Math.max(0, scale.share(first) * wide);
    if (left < right || left > wide - 50) continue;
    const name = readMonth(Math.max(first, state.first), true);
    svg.append(draw('line', { class: 'axis', x1: left, x2: left, y1: AXIS_HEIGHT, y2: AXIS_HEIGHT + 4 }),
      draw('text', { class: 'month', x: left + 3, y: AXIS_HEIGHT + 12 }, name));
    right = left + 66;
  }
}

/**
 * The selected event's date as what it is: a day is a line, a span a bracket, "about" fades.
 * @param {Element} svg
 * @param {number} wide
 */
function drawSelectedSpan(svg, wide) {
  const row = state.selected();
  if (row?.kind_of !== 'event') return;
  const look = 'span' + (row.when?.doubtful ? ' span-about' : '') + (row.when?.start == null ? ' span-open' : '');
  for (const [start, end] of spansOf(row)) {
    const [left, right] = [scale.share(start) * wide, scale.share(end + 1) * wide];
    svg.append(draw('rect', { class: look, x: left, y: 1, width: Math.max(3, right - left), height: AXIS_HEIGHT - 1, rx: 2 }));
  }
}

export function drawHistogram() {
  const wide = get('histogram').clientWidth || 600;
  const svg = picture(`0 0 ${wide} ${AXIS_HEIGHT + 14}`, wide, AXIS_HEIGHT + 14, null);
  drawBars(svg, wide);
  svg.append(draw('line', { class: 'axis', x1: 0, x2: wide, y1: AXIS_HEIGHT + 0.5, y2: AXIS_HEIGHT + 0.5 }));
  drawMonths(svg, wide);
  for (const middle of scale.breaks()) {
    svg.append(draw('path', { class: 'axis-break',
      d: `M${middle * wide - 5} ${AXIS_HEIGHT + 5}l4 -9M${middle * wide + 1} ${AXIS_HEIGHT + 5}l4 -9` }));
  }
  drawSelectedSpan(svg, wide);
  show('histogram', svg);
}
