/** Which places deserve a name on the map, and in which order. */

import { pointOf } from './dataset.js';

/** @type {Record<string, number>} */
const IMPORTANCE = { city: 0, town: 1, mine: 2, base: 3, junction: 3, site: 3, dam: 3, bridge: 3, village: 4 };
const AREAS = ['township', 'region', 'country', 'river'];

/** @param {PlaceRow | undefined} place */
export const isMajor = place => place?.kind === 'city' || place?.kind === 'town';

export class Ranking {
  /** @param {import('./dataset.js').Dataset} dataset */
  constructor({ tables }) {
    /** @type {Map<Str, number>} */
    this.reported = new Map();
    for (const mark of tables.marks) this.reported.set(mark.place, (this.reported.get(mark.place) || 0) + 1);
    this.ends = new Set(tables.routes.flatMap(route => [route.from, route.to]));
    this.named = new Set(tables.mentions.map(mention => mention.place));
    /** Places that are points, those first that deserve a name most. */
    this.ordered = tables.places.filter(place => pointOf(place) && !AREAS.includes(place.kind))
      .sort((a, b) => this.rank(a) - this.rank(b) || a.index - b.index);
  }

  /** The lower, the sooner: by kind, then how much is told of it. @param {PlaceRow} place */
  rank(place) {
    return 10 * (IMPORTANCE[place.kind] ?? IMPORTANCE.village) - Math.min(9, this.reported.get(place.id) || 0)
      - (this.ends.has(place.id) ? 12 : 0) - (this.named.has(place.id) ? 11 : 0);
  }

  /** @param {PlaceRow} place */
  isReported(place) {
    return this.reported.has(place.id);
  }

  /**
   * Villages that no text names wait until the reader comes closer; from afar only places of events are told.
   * @param {PlaceRow} place
   * @param {number} closer zoom levels since the first view
   */
  isTold(place, closer) {
    if (closer < -0.9) return this.isReported(place);
    return isMajor(place) || this.named.has(place.id) || this.isReported(place) || closer > 0.9;
  }
}

/** How many names may stand. @param {number} closer zoom levels since the first view */
export const nameLimit = closer => Math.round(25 * 1.8 ** Math.max(0, closer));
