/**
 * Where signs stand: one for each place, type and filling, however many events it stands for. Signs that find no room
 * on their place stand beside it; where even that fails, a badge with a count stands for the place.
 */

import { distance } from './points.js';
import { around } from './space.js';
import { nearestTo } from './callout.js';

export const SIGN_SIZE = 24; // pixels
const OLD_SIZE = 17;
const MOST = 260; // signs in view; beyond, each place has one badge
const RINGS = [0, 21, 32, 44, 58]; // pixels from the spot on which a sign may stand
const FAR = [74, 92, 112, 136, 160]; // and a badge, which must stand somewhere

/** @typedef {import('./space.js').Space} Space */
/** @typedef {{thing: Sign | Badge, spot: Point}} Standing */

/** The signs that a sign or badge stands for. @param {Sign | Badge} thing */
export const signsOf = thing => thing.signs || [thing];

/**
 * Whether a sign or badge stands for an event, too.
 * @param {Sign | Badge} thing
 * @param {Item | undefined} event
 */
export const standsFor = (thing, event) => Boolean(event) && signsOf(thing).some(sign => sign.events.some(one => one === event));

/**
 * Find room for a box of `size` around a pixel, on one of the rings about it.
 * @param {Point} at
 * @param {number} size
 * @param {number[]} rings
 * @param {Space} space
 * @returns {Point | null}
 */
export function roomAround(at, size, rings, space) {
  for (const ring of rings) {
    for (let turn = 0; turn < (ring ? 12 : 1); turn += 1) {
      const angle = ((turn * 150 - 50) * Math.PI) / 180;
      /** @type {Point} */
      const spot = [at[0] + ring * Math.cos(angle), at[1] + ring * Math.sin(angle)];
      if (space.inside(spot, size / 2) && space.free(around(spot, size / 2))) return spot;
    }
  }
  return null;
}

/** Join signs that share a spot, those of most events first. @param {Sign[]} signs @returns {Badge[]} */
export function bySpot(signs) {
  /** @type {Map<string, Badge>} */
  const badges = new Map();
  for (const sign of signs) {
    const { spot, at } = sign;
    const badge = badges.get(spot) || { key: 'badge|' + spot, spot, at, signs: [], count: 0 };
    badge.signs.push(sign);
    badge.count += sign.count;
    badges.set(spot, badge);
  }
  return [...badges.values()].sort((a, b) => b.count - a.count);
}

/** @param {Sign} sign */
const sizeOf = sign => (sign.recent ? SIGN_SIZE : OLD_SIZE);

/**
 * Who may choose first: signs on their own spot, the selected, recent ones, many events.
 * @param {Sign[]} signs
 * @param {Item | undefined} chosen
 */
const byRight = (signs, chosen) => signs.slice().sort((a, b) => Number(a.offset) - Number(b.offset)
  || Number(standsFor(b, chosen)) - Number(standsFor(a, chosen)) || Number(b.recent) - Number(a.recent) || b.count - a.count);

/**
 * Badges for signs that found no room, each added to the nearest where nothing is free.
 * @param {Sign[]} crowded
 * @param {Space} space
 * @returns {Standing[]}
 */
function standBadges(crowded, space) {
  /** @type {Standing[]} */
  const standing = [];
  for (const badge of bySpot(crowded)) {
    const spot = roomAround(badge.at, SIGN_SIZE + 4, RINGS.concat(FAR), space);
    const near = spot || !standing.length ? null : nearestTo(standing, badge.at).thing;
    if (spot) {
      space.take(around(spot, SIGN_SIZE / 2 + 2));
      standing.push({ thing: badge.signs.length === 1 ? badge.signs[0] : badge, spot });
    } else if (near?.signs) {
      near.signs.push(...badge.signs);
      near.count += badge.count;
    } else {
      standing.push({ thing: badge, spot: badge.at });
    }
  }
  return standing;
}

/**
 * Decide where each sign in view stands, and badges for what found no room.
 * @param {Sign[]} signs with their pixels
 * @param {Item | undefined} chosen
 * @param {Space} space
 * @returns {Standing[]}
 */
export function standSigns(signs, chosen, space) {
  /** @type {Standing[]} */
  const standing = [];
  const crowded = byRight(signs.filter(sign => sign.count && space.inside(sign.at, 4)), chosen);
  if (crowded.length > MOST) return standBadges(crowded, space);
  const homeless = crowded.filter(sign => {
    const spot = roomAround(sign.at, sizeOf(sign), sign.offset ? RINGS.slice(1) : RINGS, space);
    if (!spot) return true;
    space.take(around(spot, sizeOf(sign) / 2));
    standing.push({ thing: sign, spot });
    return false;
  });
  return standing.concat(standBadges(homeless, space));
}

/** Spots on which a sign stands itself, not beside it. @param {Standing[]} standing */
export const spotsTaken = standing =>
  new Set(standing.filter(({ thing, spot }) => distance(spot, thing.at) < 1).map(({ thing }) => thing.spot));
