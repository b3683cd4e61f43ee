/** Who holds a place from when to when: the intervals that the program worked out, by place and day. */

import { split } from './dataset.js';

const DASHES = ['', '5 2.2', '1.6 2.2', '8 2 2 2', '3 3', '1 1.4']; // sides by their order, as their colours
const UNKNOWN = '#777'; // whose side nobody states

/** The interval in which a day lies; at most one does. @param {ControlRow[]} rows of one place @param {number} day */
export const heldOn = (rows, day) => rows.find(({ first, last }) => first <= day && day <= (last ?? Infinity));

export class Control {
  /** @param {import('./dataset.js').Dataset} dataset */
  constructor(dataset) {
    this.dataset = dataset;
    this.sides = new Map(dataset.block.sides.map((side, number) => [side.id, { ...side, dashes: DASHES[number % DASHES.length] }]));
    /** @type {Map<string, ControlRow[]>} */
    this.byPlace = new Map();
    for (const row of dataset.tables.control) {
      if (row.lat != null) this.byPlace.set(row.place, [...(this.byPlace.get(row.place) || []), row]);
    }
  }

  /** The sides of the holders, each once. @param {ControlRow} row */
  sidesOf(row) {
    return [...new Set(split(row.side))].flatMap(id => this.sides.get(id) ?? []);
  }

  /** @param {Str} actors */
  colourOf(actors) {
    return this.sides.get(this.dataset.actor(split(actors)[0]).side || '')?.colour ?? UNKNOWN;
  }
}
