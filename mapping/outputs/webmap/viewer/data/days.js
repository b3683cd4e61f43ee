/** Days as whole numbers since 1970-01-01. */

export const DAY_MS = 864e5;

/** @type {Map<string, number>} */
const knownDays = new Map(); // the same dates come again and again

/** Day number of an ISO date; NaN where it is none. @param {Str | undefined} iso @returns {Num} */
export function dayOf(iso) {
  if (!iso) return null;
  let day = knownDays.get(iso);
  if (day === undefined) {
    day = Math.round(Date.parse(iso + 'T00:00:00Z') / DAY_MS);
    knownDays.set(iso, day);
  }
  return day;
}

/** @param {number} day */
export const isoOf = day => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Where a row with an open start stands in time: at the day by which it was reported. @param {Dated} row */
export const startOf = row => row.start ?? row.end;

/** @param {Dated} row */
export const endOf = row => row.end ?? row.start;

/**
 * The days a row may mean: one span from first to last, or those of a set.
 * @param {Dated} row
 * @returns {Span[]}
 */
export function spansOf(row) {
  if (row.set) return row.set;
  const [start, end] = [startOf(row), endOf(row)];
  return start == null || end == null ? [] : [[start, end]];
}
