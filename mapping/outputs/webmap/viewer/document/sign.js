/** One sign of an event: shape and colour say the type, filling says the certainty, a dotted outline an unread draft. */

import { draw, signPicture } from './dom.js';

/**
 * Draw a sign.
 * @param {{ path: string, colour: string }} look
 * @param {string} filling
 * @param {boolean} draft
 * @param {number} size pixels
 */
export function pictureOfSign({ path, colour }, filling, draft, size) {
  const filled = () => draw('path', { d: path, fill: colour });
  return signPicture(size,
    draw('path', { d: path, class: 'sign-halo' }),
    draw('path', { d: path, class: 'sign-paper' }),
    filling === 'solid' && filled(),
    filling === 'half' && draw('svg', { x: -13, y: -13, width: 13, height: 26, viewBox: '-13 -13 13 26' }, filled()),
    filling === 'hollow' && draw('path', { d: path, fill: 'none', stroke: colour, 'stroke-width': 4.5 }),
    draw('path', { d: path, class: draft ? 'sign-ink sign-draft' : 'sign-ink' }));
}
