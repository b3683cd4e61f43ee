/** Who holds a place: a ring around it in the colour and pattern of the side, as of the slider's later end. */

import { heldOn } from '../data/control.js';
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
 * A ring as its standing says, whole or a half for each of two sides.
 * @param {Side[]} sides
 * @param {string} standing
 * @param {Point} at
 * @param {number} r
 */
const ringOf = (sides, standing, [cx, cy], r) => sides.slice(0, 2).map(({ colour, dashes }, number) => {
  const look = { class: 'ring ring-' + standing, stroke: colour, 'stroke-dasharray': dashes };
  return sides.length === 1 ? draw('circle', { ...look, cx, cy, r }) : draw('path', { ...look, d: halfRing([cx, cy], r, number) });
});

/** Draw the ring of one place. @param {Element} svg @param {ControlRow} held @param {Point} at @param {number} r */
function drawRing(svg, held, at, r) {
  const [cx, cy] = at;
  const sides = control.sidesOf(held);
  svg.append(draw('circle', { class: 'ring-ground', cx, cy, r, click: () => state.select(held.key) }),
    ...(sides.length ? ringOf(sides, held.standing, at, r) : [draw('circle', { class: 'ring ring-unknown', cx, cy, r })]));
}

/** Draw all rings. @param {Element} svg @returns {Set<string>} the places that have one */
export function drawRings(svg) {
  const ringed = new Set();
  for (const [place, rows] of control.byPlace) {
    const held = heldOn(rows, state.chosen.to);
    const at = pixel(/** @type {Point} */ (pointOf(rows[0])));
    if (!held || !state.isOn(held.key) || !space.inside(at, -12)) continue;
    const r = RADIUS * (isMajor(dataset.find('place', place)) ? 1 : MINOR);
    drawRing(svg, held, at, r);
    space.take(around(at, r + 2));
    ringed.add(place);
  }
  return ringed;
}

/** A ring for a card or the legend. @param {Side[]} sides @param {string} [standing] */
export const sampleRing = (sides, standing = 'reported') => signPicture(22, ...ringOf(sides, standing, [0, 0], RADIUS),
  draw('circle', { class: 'dot dot-major', r: 3.8 }));
