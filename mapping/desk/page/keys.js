/** One key each: letters act while a list has the focus, or nothing has it. */

import { get, make, show } from '../../outputs/webmap/viewer/document/dom.js';
import { acceptSure, breakOpen, lookForSame, mergeOpen, retractOpen, stateOne } from './cards.js';
import { decideOpen, openReport, undo } from './deciding.js';
import { openLetter, swap } from './fields.js';
import { picking } from './pick.js';
import { accept, chooseKind, closePlaces, notPlace, openPlaces, pick, placesOpen, spell, stepName, typePoint } from './places.js';
import { state, step, toDraft } from './state.js';

/** The next report that has drafts. */
export function nextReport() {
  const all = state.project.sources;
  const at = all.findIndex(row => row.id === state.sheet?.id);
  const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(row => row.drafts > 0 && !row.fault) || all[(at + 1) % all.length];
  if (next) openReport(next.id);
}

const REPORT = /** @type {Record<string, () => void>} */ ({
  a: () => { decideOpen('accept'); }, r: () => { decideOpen('reject'); },
  u: () => { undo(); }, x: retractOpen, j: () => step(1), k: () => step(-1), arrowdown: () => step(1), arrowup: () => step(-1),
  '.': nextReport, l: () => { openPlaces(); }, i: stateOne, pagedown: () => toDraft(1), pageup: () => toDraft(-1), b: breakOpen, g: mergeOpen, y: swap,
  e: () => { lookForSame(); }, 'shift+a': acceptSure,
});
const PLACES = /** @type {Record<string, () => void>} */ ({
  a: accept, u: () => { undo(); }, t: typePoint, k: chooseKind, s: spell, n: notPlace, j: () => { stepName(1); }, arrowdown: () => { stepName(1); },
  arrowup: () => { stepName(-1); }, escape: closePlaces,
});

const DECIDES = /^[arux]$/i;  // a key that is held down decides once

/** @param {KeyboardEvent} event */
function onKey(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (!state.sheet || event.repeat && DECIDES.test(event.key) || picking() || target.matches('input, textarea, select') || event.altKey || event.metaKey) return;
  const key = (event.shiftKey && event.key.length === 1 ? 'shift+' : '') + event.key.toLowerCase();
  if (event.ctrlKey) {
    if (key === 'z') undo();
    return;
  }
  if (placesOpen()) {
    const act = PLACES[key];
    if (act) act();
    else if (/^[1-9]$/.test(key)) pick(Number(key) - 1);
    else return;
  } else if (REPORT[key]) REPORT[key]();
  else if (!/^[a-z]$/.test(key) || !openLetter(key.toUpperCase())) return;
  event.preventDefault();
}

/** @param {string} key @param {string} text */
const hint = (key, text) => make('span', null, make('kbd', null, key), ' ' + text);

/** Begin to listen to keys. */
export function startKeys() {
  document.addEventListener('keydown', onKey);
  show('keys', make('b', null, 'Decide'), hint('A', 'accept'), hint('R', 'reject'), hint('U', 'undo'), make('b', null, 'Go'), hint('J', 'next'), hint('K', 'previous'), hint('PgDn', 'next draft'),
    hint('.', 'next report'), make('b', null, 'Mend'), hint('letter', 'of the field, Enter takes the first'), make('b', null, 'More'), hint('I', 'state a sentence'), hint('L', 'locate'));
  get('cards').focus();
}
