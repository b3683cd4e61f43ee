/** What the desk shows now: the project, the open report, the open row; whoever draws listens. */

/** @type {{ project: Project, sheet: Sheet, at: string, saved: string, more: string, bad: boolean, conflict: string, pairs: { of: string, rows: PairRow[] } | null }} */
export const state = /** @type {any} */ ({ pairs: null, at: '', saved: '', more: '', bad: false, conflict: '' });

/** @type {(() => void)[]} */
const listeners = [];

/** Draw again on every change. @param {() => void} draw */
export const listen = draw => { listeners.push(draw); };

/** Something changed. */
export const changed = () => { for (const draw of listeners) draw(); };

/** Rows of the open report in reading order that can be opened: statements, and sentences on which nothing rests. */
export function rows() {
  const { statements, sentences } = state.sheet;
  /** @type {{ key: string, start: number, statement?: CardRow, sentence?: SentenceRow }[]} */
  const found = statements.map(statement => ({ key: statement.id, start: statement.start, statement }));
  for (const sentence of sentences) {
    if (sentence.state !== 'told' && sentence.start > 0) found.push({ key: '#' + sentence.start, start: sentence.start, sentence });
  }
  return found.sort((a, b) => a.start - b.start || (a.key < b.key ? -1 : 1));
}

export const current = () => rows().find(row => row.key === state.at);

export const openStatement = () => current()?.statement;

/** The sentence in which a statement begins. @param {CardRow} statement */
export const sentenceOf = statement => state.sheet.sentences.find(one => one.start <= statement.start && statement.start < one.end)
  || state.sheet.sentences[0];

/** Open a row. @param {string} row */
export function open(row) {
  state.at = row;
  state.conflict = '';
  changed();
}

/** Go so many rows on. @param {number} count */
export function step(count) {
  const all = rows();
  const at = all.findIndex(row => row.key === state.at);
  const next = all[Math.min(Math.max(at + count, 0), all.length - 1)];
  if (next) open(next.key);
}

/** The first row that waits for a decision, from the open one on, then from the top. */
export function toNextDraft() {
  const all = rows();
  const from = Math.max(all.findIndex(row => row.key === state.at), 0);
  const next = [...all.slice(from), ...all.slice(0, from)].find(row => row.statement?.status === 'draft');
  open(next ? next.key : (all[from]?.key || ''));
}

/** The draft before or behind the open row. @param {number} way 1 or -1 */
export function toDraft(way) {
  const all = rows();
  const at = all.findIndex(row => row.key === state.at);
  const next = way > 0 ? all.slice(at + 1).find(row => row.statement?.status === 'draft') : all.slice(0, at).reverse().find(row => row.statement?.status === 'draft');
  if (next) open(next.key);
}

/** Name of an id in one of the lists. @param {string} list @param {string} id */
export const nameOf = (list, id) => state.project.lists[list].find(([one]) => one === id)?.[1] || id;

/** A place, a route, or words, in words. @param {any} ref @returns {string} */
export function placeName(ref) {
  if (ref && typeof ref === 'object') return '“' + ref.text + '”';
  const place = nameOf('places', ref);
  return place === ref ? nameOf('routes', ref) : place;
}

/** @param {any} value @returns {any[]} */
export const listed = value => (value == null ? [] : Array.isArray(value) ? value : [value]);
