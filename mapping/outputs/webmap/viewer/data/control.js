/** Who is said to hold a place, and which of these claims stand at a day. */

import { split } from './dataset.js';

const DASHES = ['', '5 2.2', '1.6 2.2', '8 2 2 2', '3 3', '1 1.4']; // sides by their order, as their colours
const UNKNOWN = '#777'; // whose side nobody states

/**
 * The day from which a claim counts; a claim without any counts before all others.
 * @param {ControlRow} row
 */
export const claimedSince = row => row.start ?? row.end ?? -Infinity;

/**
 * Of the claims on one place, those that stand on a day: the latest, and others whose days overlap with it.
 * @param {ControlRow[]} rows
 * @param {number} day
 */
export function standing(rows, day) {
  const known = rows.filter(row => claimedSince(row) <= day);
  const latest = known.reduce((/** @type {ControlRow | null} */ a, b) => (a && claimedSince(a) >= claimedSince(b) ? a : b), null);
  return known.filter(row => latest && (row === latest || (row.end ?? claimedSince(row)) >= claimedSince(latest)));
}

export class Control {
  /** @param {import('./dataset.js').Dataset} dataset */
  constructor(dataset) {
    this.dataset = dataset;
    this.sides = new Map(dataset.block.sides.map((side, number) => [side.id, { ...side, dashes: DASHES[number % DASHES.length] }]));
    /** @type {Map<string, ControlRow[]>} */
    this.byPlace = new Map();
    for (const row of dataset.tables.control) {
      if (row.lat == null || !dataset.happened(row.certainty)) continue;
      this.byPlace.set(row.place, [...(this.byPlace.get(row.place) || []), row]);
    }
  }

  /** @param {ControlRow} row */
  sideOf(row) {
    return this.sides.get(split(row.side)[0]);
  }

  /** @param {Str} actors */
  colourOf(actors) {
    return this.sides.get(this.dataset.actor(split(actors)[0]).side || '')?.colour ?? UNKNOWN;
  }
}
