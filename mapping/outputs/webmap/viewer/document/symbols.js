/** The signs of events: shape and colour say the type, filling says the certainty, a dotted outline an unread draft. */

import { chip, draw, signPicture } from './dom.js';
import { dataset } from './opened.js';
import { language, say, term } from './words.js';

const types = dataset.block.types;

/** @param {string} type */
const typeOf = type => types[type] || types.other;

/** @param {string} type */
export const colourOfType = type => typeOf(type).colour;

/** @param {string} type */
export const typeName = type => (language === 'en' ? typeOf(type).label : term('type', type));

/** @param {Said} row */
export const fillingOf = row => dataset.filling(row.certainty);

/** @param {Said} row */
export const isDraft = row => row.status === 'draft';

/**
 * Draw a sign.
 * @param {string} type
 * @param {string} [filling]
 * @param {boolean} [draft]
 * @param {number} [size] pixels
 */
export function drawSign(type, filling = 'solid', draft = false, size = 22) {
  const { path, colour } = typeOf(type);
  const filled = () => draw('path', { d: path, fill: colour });
  return signPicture(size,
    draw('path', { d: path, class: 'sign-halo' }),
    draw('path', { d: path, class: 'sign-paper' }),
    filling === 'solid' && filled(),
    filling === 'half' && draw('svg', { x: -13, y: -13, width: 13, height: 26, viewBox: '-13 -13 13 26' }, filled()),
    filling === 'hollow' && draw('path', { d: path, fill: 'none', stroke: colour, 'stroke-width': 4.5 }),
    draw('path', { d: path, class: draft ? 'sign-ink sign-draft' : 'sign-ink' }));
}

/** @param {EventRow} event @param {number} [size] */
export const signOf = (event, size) => drawSign(event.type, fillingOf(event), isDraft(event), size);

/** Little marks that say the certainty, where it is not plainly reported. @param {Said} row */
export const chipsOf = row => [
  row.certainty && row.certainty !== 'asserted' && chip(term('certainty', row.certainty)),
  isDraft(row) && chip(say('status.draft')), row.status === 'retracted' && chip(say('status.retracted')),
];
