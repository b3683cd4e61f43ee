/** Search over events and their words, places in every spelling, roads and sources; any script. */

import { quoteOf } from '../data/dataset.js';

export const MOST_FOUND = 30;

/**
 * Letters only: no accents, spaces, hyphens or apostrophes, so that "old-town" finds Old Town.
 * @param {string} text
 */
export const fold = text => text.normalize('NFKD').replace(/[\u0300-\u036f\u200b-\u200d\s'’‘-]/g, '').toLowerCase();

/** @typedef {PlaceRow | RouteRow | EventRow | SourceRow | OtherRow} Findable */
/** @typedef {{row: Findable, text: string, quoted?: boolean}} Entry */

export class Search {
  /** @param {import('../data/dataset.js').Dataset} dataset @param {(type: string) => string} typeName */
  constructor(dataset, typeName) {
    this.dataset = dataset;
    this.typeName = typeName;
    /** @type {Entry[] | null} */
    this.entries = null;
  }

  /** Everything that can be found, folded once, when somebody first searches. */
  index() {
    const { places, routes, events, sources } = this.dataset.tables;
    /** @param {Findable} row @param {...(Str | undefined)} parts @returns {Entry} */
    const entry = (row, ...parts) => ({ row, text: fold(parts.filter(Boolean).join(' ')) });
    this.entries ||= [
      ...places.map(row => entry(row, row.name, row.name_my, row.names)),
      ...routes.map(row => entry(row, row.name)),
      ...events.map(row => entry(row, row.event, this.typeName(row.type),
        ...row.marks.map(mark => (mark.place ? this.dataset.nameOf(mark.place) : mark.place_name)))),
      ...sources.map(row => entry(row, row.title, row.publisher)),
      ...this.dataset.others.map(row => entry(row, row.titled, row.declared.title)),
    ];
    return this.entries;
  }

  /**
   * Events whose quoted words hold the text, in case the names do not.
   * @param {string} text
   * @param {Entry[]} found
   * @returns {Entry[]}
   */
  inQuotes(text, found) {
    const seen = new Set(found.map(entry => entry.row));
    for (const statement of this.dataset.tables.statements) {
      if (seen.size >= MOST_FOUND) break;
      const event = statement.event == null ? undefined : this.dataset.tables.events[statement.event];
      if (event && fold(quoteOf(statement)).includes(text)) seen.add(event);
    }
    return [...seen].slice(found.length).map(row => ({ row, text, quoted: true }));
  }

  /** What a query finds, names that begin with it first. @param {string} query @returns {Entry[]} */
  find(query) {
    const text = fold(query);
    if (!text) return [];
    /** @param {Entry} entry */
    const starts = entry => (entry.text.startsWith(text) ? 0 : 1);
    const found = this.index().filter(entry => entry.text.includes(text)).sort((a, b) => starts(a) - starts(b));
    return text.length > 2 && found.length < MOST_FOUND ? found.concat(this.inQuotes(text, found)) : found;
  }
}
