/** Dates as the page carries them: read once by the program, with their days and their words in each language. */

/** @param {Packed} packed @param {number} index */
const cellOf = (packed, index) => /** @type {string} */ (Array.isArray(packed) ? packed[index] : packed.of[packed.at[index]]);

/** @param {Num[]} days first and last days, one after the other @returns {Span[]} */
const pairsOf = days => days.flatMap((day, i) => (i % 2 ? [] : [/** @type {Span} */ ([day, days[i + 1]])]));

/** Open the dates of the block, in their order. @param {Block['dates']} dates @returns {When[]} */
export const openDates = ({ edtf, start, end, stands, sure, doubtful, words, short }) => edtf.map((text, index) => ({
  edtf: text, start: start[index], end: end[index], stands: pairsOf(stands[index]), sure: Boolean(sure[index]),
  doubtful: Boolean(doubtful[index]),
  words: language => words[language][index],
  short: language => cellOf(short[language], index),
}));

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
