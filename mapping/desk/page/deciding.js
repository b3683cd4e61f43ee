/** Decisions: sent at once, and shown as saved once they are on disk. */

import { changed, open, openStatement, rows, state, toNextDraft } from './state.js';
import { ask, Refused, tell } from './talk.js';

/** What was decided, without the id of the report that is open. @param {string} told */
export const inShort = told => told.replace(' (' + state.sheet.id + ')', '');

/** Take an answer of the desk over. @param {Decided} answer */
function take(answer) {
  if (answer.sheet) state.sheet = answer.sheet;
  if (answer.row) state.project.sources = state.project.sources.map(row => (row.id === answer.row?.id ? answer.row : row));
  state.project.last = answer.last;
  state.saved = inShort(answer.told);
  state.more = answer.more.join(' · ');
  state.bad = false;
  state.conflict = '';
}

/** Say why something was not done. @param {unknown} error */
function fail(error) {
  state.bad = true;
  state.saved = error instanceof Error ? error.message : String(error);
  state.more = 'nothing was written';
  if (error instanceof Refused && error.status === 409) {
    state.sheet = error.body.sheet;
    state.conflict = error.body.conflict;
  } else if (!(error instanceof Refused)) {
    state.saved = 'the desk does not answer: ' + state.saved;
  }
}

/** Versions of the statements that a decision is about. @param {string[]} ids */
const seen = ids => Object.fromEntries(state.sheet.statements.filter(one => ids.includes(one.id)).map(one => [one.id, one.version]));

/** Decisions go one after the other, each with what the one before it left; `refused` counts those that were not done. */
const turn = { last: /** @type {Promise<any>} */ (Promise.resolve()), refused: 0 };

/** Do a piece of work once those before it are done. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
function inTurn(work) {
  const mine = turn.last.then(work);
  turn.last = mine.catch(() => null);
  return mine;
}

/**
 * Tell the desk something when its turn has come; says whether it is on disk. What waits behind a decision that is
 * refused is not sent: it was decided on a page that has changed since.
 * @param {string} name @param {() => object} body
 */
function told(name, body) {
  const { refused } = turn;
  return inTurn(async () => {
    if (refused !== turn.refused) return false;
    try {
      if (state.project.reads_only) throw new Error(state.project.reads_only);
      take(await tell(name, body()));
    } catch (error) {
      turn.refused += 1;
      fail(error);
      return false;
    }
    return true;
  });
}

/**
 * Send a decision about statements of the open report; says whether it is on disk.
 * @param {string} what @param {string[]} ids @param {object} more
 */
export async function decide(what, ids, more) {
  state.saved = 'writing …';
  const { id } = state.sheet;
  const done = await told('decide', () => ({ do: what, source: id, seen: seen(ids), ...more }));
  changed();
  return done;
}

/** Drafts that are being decided: a key that is pressed twice decides once, and never a card that nobody has seen. */
const deciding = new Set();

/** Accept or reject the open draft, and go on to the next one. @param {string} what */
export async function decideOpen(what) {
  const one = openStatement();
  if (one?.status !== 'draft' || deciding.has(one.id)) return;
  deciding.add(one.id);
  const done = await decide(what, [one.id], { ids: [one.id] });
  deciding.delete(one.id);
  if (done) toNextDraft();
}

/** Give fields of the open statement other values. @param {Record<string, any>} fields */
export async function mend(fields) {
  const one = openStatement();
  if (one) await decide('mend', [one.id], { id: one.id, fields });
}

/** Make a statement, and open it. @param {Record<string, any>} row */
export async function create(row) {
  const before = new Set(state.sheet.statements.map(one => one.id));
  if (await decide('make', [], { row })) {
    const made = state.sheet.statements.find(one => !before.has(one.id));
    if (made) open(made.id);
  }
}

/** Take the last decision back, and go to its card. */
export async function undo() {
  let before = new Map();
  await told('undo', () => {
    before = new Map(state.sheet.statements.map(one => [one.id, one.version]));
    return { source: state.sheet.id };
  });
  const other = state.sheet.statements.find(one => before.get(one.id) !== one.version);
  if (other) state.at = other.id;
  if (!rows().some(row => row.key === state.at)) toNextDraft();
  changed();
}

/** Open a report. @param {string} id */
export async function openReport(id) {
  try {
    state.sheet = await ask('source', { id });
    state.at = '';
    if (state.sheet.statements.some(one => one.status === 'draft')) toNextDraft();
    else open('');  // what is decided is read first
  } catch (error) {
    fail(error);
    changed();
  }
}

/** Read the open report again: it may have been changed in an editor. */
export async function refresh() {
  const { sheet } = state;
  if (!sheet) return;
  const now = await inTurn(() => ask('source', { id: sheet.id }).catch(() => null));
  if (!now || now.id !== state.sheet.id || JSON.stringify(now) === JSON.stringify(state.sheet)) return;
  state.sheet = now;
  state.saved = 'the file was changed outside; shown as it is now';
  state.more = '';
  if (!rows().some(row => row.key === state.at)) toNextDraft();
  changed();
}
