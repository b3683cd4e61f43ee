/** How many events each stretch of time holds, and where play stops next. */

import { DAY_MS, spansOf, startOf } from '../data/days.js';

/**
 * Count the sure and the possible events of each bin: what is sure stands on its days, what is not is spread over its bins.
 * @param {EventRow[]} events @param {number} count @param {import('./scale.js').Scale} scale
 */
export function binsOf(events, count, scale) {
  const bars = Array.from({ length: count }, () => ({ sure: 0, perhaps: 0 }));
  /** @param {number} day */
  const binOf = day => Math.max(0, Math.min(count - 1, Math.floor(scale.share(day) * count)));
  for (const event of events) {
    const spans = spansOf(event);
    const sure = event.when?.sure;
    for (const [start, end] of spans) {
      const [first, last] = [binOf(start), binOf(end)];
      if (sure) bars[first].sure += 1 / spans.length;
      else for (let i = first; i <= last; i += 1) bars[i].perhaps += 1 / spans.length / (last - first + 1);
    }
  }
  return bars;
}

/**
 * How many bins a histogram has that is so many pixels wide.
 * @param {number} wide
 * @param {number} units of the scale
 */
export const binCount = (wide, units) => Math.max(12, Math.min(Math.floor(wide / 7), units));

/**
 * How tall the bars are that fill a height: the greatest bin all of it but a margin, and whatever is there can be
 * seen.
 * @param {{sure: number, perhaps: number}[]} bins
 * @param {number} height pixels
 */
export function barHeights(bins, height) {
  const most = Math.max(1, ...bins.map(({ sure, perhaps }) => sure + perhaps));
  /** @param {number} n @param {number} least */
  const tall = (n, least) => (n ? Math.max(least, (n / most) * (height - 4)) : 0);
  return bins.map(({ sure, perhaps }) => ({ sure: tall(sure, 2), perhaps: tall(perhaps, 1) }));
}

/** First days of the months from one day to another. @param {number} first @param {number} last */
export function monthsBetween(first, last) {
  const found = [];
  const date = new Date(first * DAY_MS);
  for (date.setUTCDate(1); date.getTime() / DAY_MS <= last; date.setUTCMonth(date.getUTCMonth() + 1)) {
    found.push(Math.round(date.getTime() / DAY_MS));
  }
  return found;
}

/**
 * The next day on which something comes in that the reader's choices let be shown; null after the last.
 * @param {import('./state.js').State} state
 */
export function nextArrival(state) {
  const { tables } = state.dataset;
  const days = [
    ...state.events.filter(event => state.passes(event) && !state.isShown(event))
      .flatMap(event => spansOf(event).map(([start]) => start)),
    ...[...tables.positions, ...state.dataset.others].filter(state.stands).map(startOf),
    ...tables.control.filter(row => state.isOn(row.key)).map(({ first }) => first),
  ];
  const later = days.filter(day => day != null).filter(day => day > state.chosen.to && day <= state.last);
  return later.length ? later.reduce((a, b) => Math.min(a, b)) : null;
}

/**
 * Where play stops next: whole steps on from a day, as many as it takes to reach the next arrival.
 * @param {number} day
 * @param {number} arrival
 * @param {number} step days
 */
export const playStop = (day, arrival, step) => day + Math.max(1, Math.ceil((arrival - day) / step)) * step;
