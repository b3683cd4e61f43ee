/** Which positions of troops on the roads nothing later outdates. */

import { split } from './dataset.js';
import { startOf } from './days.js';

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
