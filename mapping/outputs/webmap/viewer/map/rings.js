/** Who holds a place: a ring around it in the colour and pattern of the side, as of the slider's later end. */

import { standing } from '../data/control.js';
import { pointOf } from '../data/dataset.js';
import { isMajor } from '../data/places.js';
import { draw, signPicture } from '../document/dom.js';
import { control, dataset, state } from '../document/opened.js';
import { around } from '../plane/space.js';
import { pixel, space } from './screen.js';

const RADIUS = 9.5; // pixels
const MINOR = 0.66; // of the radius, around villages

/** Half a ring, the right or the left. @param {Point} at @param {number} r @param {number} number */
const halfRing = ([x, y], r, number) => `M${x} ${y - r}A${r} ${r} 0 0 ${number ? 1 : 0} ${x} ${y + r}`;

/**
 * Draw the ring of one place by the claims that stand.
 * @param {Element} svg
 * @param {ControlRow[]} claims
 * @param {Point} at
 * @param {number} r
 */
function drawRing(svg, claims, at, r) {
  const [cx, cy] = at;
  const holders = [...new Set(claims.map(row => control.sideOf(row)))].filter(side => side != null).slice(0, 2);
  const open = () => claims.length && state.select(claims[claims.length - 1].key);
  svg.append(draw('circle', { class: 'ring-ground', cx, cy, r, click: open }));
  if (!holders.length) svg.append(draw('circle', { class: 'ring ring-unknown', cx, cy, r }));
  holders.forEach(({ colour, dashes }, number) => {
    const look = { class: 'ring', stroke: colour, 'stroke-dasharray': dashes };
    svg.append(holders.length === 1 ? draw('circle', { ...look, cx, cy, r })
      : draw('path', { ...look, d: halfRing(at, r, number) }));
  });
}

/** Draw all rings. @param {Element} svg @returns {Set<string>} the places that have one */
export function drawRings(svg) {
  const ringed = new Set();
  for (const [place, rows] of control.byPlace) {
    const on = rows.filter(({ key }) => state.isOn(key));
    const at = pixel(/** @type {Point} */ (pointOf(rows[0])));
    if (!on.length || !space.inside(at, -12)) continue;
    const r = RADIUS * (isMajor(dataset.find('place', place)) ? 1 : MINOR);
    drawRing(svg, standing(on, state.chosen.to), at, r);
    space.take(around(at, r + 2));
    ringed.add(place);
  }
  return ringed;
}

/** A ring for the legend. @param {string} id of a side */
export function sampleRing(id) {
  const side = control.sides.get(id);
  return signPicture(22,
    draw('circle', { class: 'ring', r: RADIUS, stroke: side?.colour, 'stroke-dasharray': side?.dashes }),
    draw('circle', { class: 'dot dot-major', r: 3.8 }));
}
