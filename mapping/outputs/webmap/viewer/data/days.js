/** Days as whole numbers since 1970-01-01, and where rows stand in time. */

export const DAY_MS = 864e5;

/** Day number of an ISO date; NaN where it is none. @param {string} iso */
export const dayOf = iso => Math.round(Date.parse(iso + 'T00:00:00Z') / DAY_MS);

/** @param {number} day */
export const isoOf = day => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** @type {Span[]} */
const NOWHERE = [];

/** The spans of days on which a row stands, in order. @param {Dated} row */
export const spansOf = row => row.when?.stands ?? NOWHERE;

/** The first day on which a row stands. @param {Dated} row @returns {Num} */
export const startOf = row => spansOf(row)[0]?.[0] ?? null;

/** The last day on which a row stands. @param {Dated} row @returns {Num} */
export const endOf = row => spansOf(row).at(-1)?.[1] ?? null;
