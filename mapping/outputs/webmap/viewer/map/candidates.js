/** Of what only the distance is known: a ring around the known place, and where drawn roads cross it. */

import { pointOf } from '../data/dataset.js';
import { draw } from '../document/dom.js';
import { dataset, state, tables } from '../document/opened.js';
import { asStated, figureTitle } from '../document/titles.js';
import { say } from '../document/words.js';
import { pathOf } from '../plane/points.js';
import { around } from '../plane/space.js';
import { drawFigure } from './linenames.js';
import { pixel, pixels, space } from './screen.js';

const SPOT = 6; // pixels

/** The rings in view that are switched on. */
const ringsShown = () => tables.distances.filter(row => row.verdict === 'not located' && row.drawn != null && state.isOn(row.key));

/** What is written on a ring: for what its open circles are candidates. @param {DistanceRow} row @param {boolean} crossed */
function ringWords(row, crossed) {
  const [lost, known] = dataset.find('place', row.from)?.lat == null
    ? [dataset.nameAt(row, 'from'), dataset.nameAt(row, 'to')] : [dataset.nameAt(row, 'to'), dataset.nameAt(row, 'from')];
  return crossed ? [say('candidates', { what: lost }), say('far.from', { far: asStated(row), from: known })]
    : [figureTitle(row), asStated(row)];
}

/** @param {Element} svg @param {Element} text where the words stand */
export function drawCandidates(svg, text) {
  for (const row of ringsShown()) {
    const ring = pixels(dataset.lines(row)[0]);
    const spots = tables.candidates.filter(({ distance }) => distance === row.id);
    const words = ringWords(row, spots.length > 0);
    svg.append(draw('path', { class: 'far', d: pathOf(ring) }));
    for (const spot of spots) {
      const at = pixel(/** @type {Point} */ (pointOf(spot)));
      svg.append(draw('circle', { class: 'candidate', cx: at[0], cy: at[1], r: SPOT, click: () => state.select(row.key) },
        draw('title', null, words.join(', '))));
      space.take(around(at, SPOT));
    }
    drawFigure(text, ring, words, row, 'far-name');
  }
}
