/**
 * How far troops are said to have come along a road: a bar across the road, the band in which it may lie, the line of
 * advance from one position to the next, and a direct label that keeps off the road ahead.
 */

import { pointOf, split } from '../data/dataset.js';
import { currentOf, latestFirst } from '../data/positions.js';
import { draw, make } from '../document/dom.js';
import { control, dataset, state, tables } from '../document/opened.js';
import { positionTitle } from '../document/titles.js';
import { readShortly, say } from '../document/words.js';
import { leaderEnd, placeCallout } from '../plane/callout.js';
import { even, headingAt, midpoint, pathOf } from '../plane/points.js';
import { around } from '../plane/space.js';
import { paneOf, pixel, pixels, setLayer, setPosition, space } from './screen.js';

const LABELS = 4; // direct labels, the latest first

/** @param {Drawn} row @param {Str} actors @param {string} className */
const layBand = (row, actors, className) =>
  L.polyline(dataset.lines(row), { pane: 'movements', className, color: control.colourOf(actors), interactive: false });

/**
 * A position with what it is drawn by: at its point, else in the middle of its band.
 * @param {PositionRow} row
 */
function frontOf(row) {
  const band = tables.position_bands.find(({ id }) => id === row.id);
  const line = dataset.lines(band)[0];
  const point = pointOf(row) || (line ? midpoint(line) : null);
  const route = dataset.find('route', row.route);
  return point && {
    row, point, layer: band && layBand(band, row.actors, 'band'),
    road: dataset.lines(route)[0], line: line || dataset.lines(route)[0],
    backwards: route?.to === row.from, label: /** @type {HTMLButtonElement | null} */ (null),
  };
}

/** @typedef {NonNullable<ReturnType<typeof frontOf>>} Front */

const fronts = latestFirst(tables.positions).map(frontOf).filter(front => front != null);

/** The line of advance: from each position of the same troops to their next, once both are shown. */
const advances = tables.advances.map(row => ({
  ends: split(row.statements).map(id => fronts.find(front => front.row.id === id)),
  layer: layBand(row, row.actors, 'advance advance-' + (row.status === 'draft' ? 'hollow' : dataset.filling(row.certainty))),
}));

/**
 * What is shown, and of it those of which nothing later is said, and the selected; others are drawn faintly, so that
 * the way of the front can be seen.
 */
function shownAndCurrent() {
  const shown = fronts.filter(({ row }) => state.showsPosition(row));
  const current = currentOf(shown.map(({ row }) => row));
  for (const { row } of shown) if (row.key === state.chosen.selected) current.add(row);
  return { shown, current };
}

export function showFronts() {
  const { shown, current } = shownAndCurrent();
  for (const { ends, layer } of advances) setLayer(layer, ends.every(front => front && shown.includes(front)));
  for (const front of fronts) {
    if (front.layer) {
      setLayer(front.layer, shown.includes(front));
      front.layer.getElement()?.classList.toggle('front-old', !current.has(front.row));
    }
    if (!shown.includes(front)) front.label?.remove();
  }
}

/**
 * The way the road runs at a position, away from the end it is counted from.
 * @param {Front} front
 * @param {Point} at
 * @returns {Point}
 */
function headingOf(front, at) {
  const [dx, dy] = headingAt(even(pixels(front.line), 4), at);
  return front.backwards ? [-dx, -dy] : [dx, dy];
}

/** @param {Element} svg @param {Front} front @param {Point} at */
function drawBar(svg, front, at) {
  const [dx, dy] = headingOf(front, at);
  /** @param {number} along @param {number} aside @returns {Point} */
  const corner = (along, aside) => [at[0] + dx * along - dy * aside, at[1] + dy * along + dx * aside];
  const colour = control.colourOf(front.row.actors);
  const bar = pathOf([corner(0, -13), corner(0, 13)]);
  svg.append(
    draw('path', { class: 'front-halo', d: bar }),
    draw('path', { class: 'front-head', d: pathOf([corner(-1, -7), corner(10, 0), corner(-1, 7)]) + 'Z', fill: colour }),
    draw('path', { class: 'front', d: bar, stroke: colour }));
  space.take(around(at, 13));
}

/** Draw the bars; labels come later, when the great names stand. @param {Element} svg */
export function drawFronts(svg) {
  const { shown, current } = shownAndCurrent();
  for (const front of shown) {
    const at = pixel(front.point);
    if (front.row.lat == null || !space.inside(at, 0)) continue;
    const group = draw('g', current.has(front.row) ? {} : { class: 'front-old' });
    drawBar(group, front, at);
    svg.append(group);
  }
}

/** @param {Front} front */
function makeLabel({ row }) {
  const label = make('button', { type: 'button', class: 'front-label', click: () => state.select(row.key) },
    make('strong', null, positionTitle(row)),
      make('span', null, say('position.reported', { date: readShortly(row.when) })));
  L.DomEvent.disableClickPropagation(label);
  return label;
}

/**
 * Put a label where it covers least; older ones wait until they cover nothing.
 * @param {Element} svg
 * @param {Front} front
 * @param {Point} at
 * @param {boolean} current
 */
function drawLabel(svg, front, at, current) {
  const label = (front.label ||= makeLabel(front));
  label.classList.toggle('older', !current);
  if (!label.parentNode) paneOf('marks').append(label);
  label.hidden = false;
  const [wide, tall] = [label.offsetWidth, label.offsetHeight];
  const found = placeCallout({ at, heading: headingOf(front, at), wide, tall, road: even(pixels(front.road), 10),
    mayCover: current }, space);
  label.hidden = !found;
  if (!found) return;
  space.keep(found.box);
  svg.prepend(draw('path', { class: 'front-leader', d: pathOf([at, leaderEnd(at, found.centre, wide, tall)]) }));
  setPosition(label, [found.centre[0] - wide / 2, found.centre[1] - tall / 2]);
}

/** @param {Element} svg */
export function drawFrontLabels(svg) {
  const { shown, current } = shownAndCurrent();
  const wanted = shown.filter(({ row }) => row.actors).slice(0, LABELS);
  for (const front of fronts) {
    const at = pixel(front.point);
    if (wanted.includes(front) && space.inside(at, 0)) drawLabel(svg, front, at, current.has(front.row));
    else front.label?.remove();
  }
}
