/** Steps through an order of things, and events under headings of months. */

import { startOf } from '../data/days.js';

/**
 * The next place in an order of `all` things; from outside (-1) one enters at the end from which one comes.
 * @param {number} at
 * @param {number} step 1 or -1
 * @param {number} all
 */
export function stepTo(at, step, all) {
  if (at < 0) return step > 0 ? 0 : all - 1;
  return Math.max(0, Math.min(all - 1, at + step));
}

/** The news first, what has no date last. @param {EventRow[]} events in the order in which they happened */
export function newsFirst(events) {
  const dated = events.filter(event => startOf(event) != null);
  return [...dated.reverse(), ...events.filter(event => startOf(event) == null)];
}

/**
 * Runs of events that share a heading.
 * @param {EventRow[]} events
 * @param {(event: EventRow) => string} headingOf
 * @returns {{title: string, events: EventRow[]}[]}
 */
export function underHeadings(events, headingOf) {
  /** @type {{title: string, events: EventRow[]}[]} */
  const groups = [];
  for (const event of events) {
    const title = headingOf(event);
    if (title !== groups[groups.length - 1]?.title) groups.push({ title, events: [] });
    groups[groups.length - 1].events.push(event);
  }
  return groups;
}
