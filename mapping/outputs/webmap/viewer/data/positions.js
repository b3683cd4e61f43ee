/** How far troops are said to have come along the roads, and which of these positions nothing later outdates. */

import { split } from './dataset.js';
import { startOf } from './days.js';

/** @type {Record<string, string>} */
const SHARES = { 0.25: 'quarter', 0.333: 'third', 0.5: 'half', 0.667: 'two-thirds', 0.75: 'three-quarters' };

/** @param {Dated} row */
const dayOrBefore = row => startOf(row) ?? -Infinity;

/** The latest first. @param {PositionRow[]} rows */
export const latestFirst = rows => rows.slice().sort((a, b) => {
  const [dayA, dayB] = [dayOrBefore(a), dayOrBefore(b)];
  return dayA === dayB ? 0 : dayB - dayA;
});

/** What a later position outdates: those of the same troops on the same road. @param {PositionRow} row */
const columnOf = row => row.route + '|' + split(row.actors).slice().sort().join('|');

/**
 * Of positions, those of which nothing later is said of the same troops on the same road.
 * @param {PositionRow[]} rows
 * @returns {Set<PositionRow>}
 */
export function currentOf(rows) {
  /** @type {Map<string, number>} */
  const last = new Map();
  for (const row of rows) last.set(columnOf(row), Math.max(last.get(columnOf(row)) ?? -Infinity, dayOrBefore(row)));
  return new Set(rows.filter(row => dayOrBefore(row) === last.get(columnOf(row))));
}

/** "a third of the way", "48 km along the road". @param {PositionRow} row @param {Say} say */
function shareInWords(row, say) {
  if (row.fraction == null) return say('position.km', { km: Math.round(row.km ?? 0) });
  const known = SHARES[String(Number(row.fraction.toFixed(3)))];
  return known ? say('position.' + known) : say('position.percent', { n: Math.round(row.fraction * 100) });
}

/** @param {PositionRow} row @param {string} who @param {Say} say */
export function positionInWords(row, who, say) {
  const share = shareInWords(row, say);
  const text = row.lat == null ? say('position.between', { who }) : row.approximate ? say('position.about', { share }) : share;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
