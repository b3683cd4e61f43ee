/** The signs of events: shape and colour say the type, filling says the certainty, a dotted outline an unread draft. */

import { chip } from './dom.js';
import { dataset } from './opened.js';
import { pictureOfSign } from './sign.js';
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
export const drawSign = (type, filling = 'solid', draft = false, size = 22) => pictureOfSign(typeOf(type), filling, draft, size);

/** @param {EventRow} event @param {number} [size] */
export const signOf = (event, size) => drawSign(event.type, fillingOf(event), isDraft(event), size);

/** Little marks that say the certainty, where it is not plainly reported. @param {Said} row */
export const chipsOf = row => [
  row.certainty && row.certainty !== 'asserted' && chip(term('certainty', row.certainty)),
  isDraft(row) && chip(say('status.draft')), row.status === 'retracted' && chip(say('status.retracted')),
];
