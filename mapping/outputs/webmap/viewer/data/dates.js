/** Dates as the page carries them: read once by the program, with their days and their words in each language. */

import { cellReader } from './unpacking.js';

/** Spans from their first and last days, one after the other; a single day is a span of its own. @param {number[]} days */
const spansFrom = days => (days.length === 1 ? [/** @type {Span} */ ([days[0], days[0]])]
  : days.flatMap((day, i) => (i % 2 ? [] : [/** @type {Span} */ ([day, days[i + 1]])])));

/** Open the dates of the block, in their order. @param {Block['dates']} dates @returns {When[]} */
export function openDates({ edtf, stands, open, sure, doubtful, words, short }) {
  const [opened, known, doubted] = [open, sure, doubtful].map(column => cellReader(column || []));
  return edtf.map((text, index) => {
    const spans = spansFrom(stands[index]);
    return {
      edtf: text, stands: spans, sure: Boolean(known(index)), doubtful: Boolean(doubted(index)),
      start: opened(index) === 1 ? null : spans[0]?.[0] ?? null, end: opened(index) === 2 ? null : spans.at(-1)?.[1] ?? null,
      words: language => words[language][index],
      short: language => String(cellReader(short[language] || [])(index) ?? words[language][index]),
    };
  });
}

/** @param {number} day @param {Say} say @param {string} months the key of their names */
function dayBy(day, say, months) {
  const [year, month, date] = new Date(day * 864e5).toISOString().slice(0, 10).split('-').map(Number);
  return say('date.day', { day: date, month: say(months).split(' ')[month - 1], year });
}

/** @param {number} day @param {Say} say */
export const dayInWords = (day, say) => dayBy(day, say, 'date.months');

/** "7 Aug 2025". @param {number} day @param {Say} say */
export const dayShortly = (day, say) => dayBy(day, say, 'date.months_short');

/** "August 2025", with the full or the short name. @param {number} day @param {Say} say @param {boolean} [short] */
export function monthInWords(day, say, short) {
  const [year, month] = new Date(day * 864e5).toISOString().slice(0, 7).split('-').map(Number);
  return say('date.month', { month: say(short ? 'date.months_short' : 'date.months').split(' ')[month - 1], year });
}
