/** How the verdicts on stated figures are graded, for their colours and their count. */

const GOOD = ['consistent', 'consistent by road only'];
const OPEN = ['not located', 'nothing to hold it against'];

/** @param {DistanceRow} row */
export const gradeOf = ({ verdict }) => (GOOD.includes(verdict) ? 'good' : OPEN.includes(verdict) ? 'open' : 'bad');

/** @param {DistanceRow} row */
export const verdictClass = row => 'verdict verdict-' + gradeOf(row);
