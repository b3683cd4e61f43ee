/** The chronology as a table: date, event, place, sources, contradictions. */

import { clashesOf } from '../data/passages.js';
import { button, get, heading, make, table } from '../document/dom.js';
import { state } from '../document/opened.js';
import { chipsOf, signOf } from '../document/symbols.js';
import { placesOf, sourceName } from '../document/titles.js';
import { readDate, say } from '../document/words.js';
import { brief } from '../model/words.js';

const MOST_LINES = 1000;

/** @param {EventRow} event @param {() => void} close */
function chronologyLine(event, close) {
  const open = () => {
    close();
    state.select(event.key);
  };
  const sources = [...new Set(event.statements.map(({ from }) => sourceName(from)))].join('; ');
  return make('tr', null,
    make('td', null, readDate(event.when)),
    make('td', null, signOf(event, 18), ' ', button(brief(event.event), open, { class: 'plain' }), chipsOf(event)),
    [placesOf(event), sources, clashesOf(event).join('; ')].map(text => make('td', null, brief(text, 600))));
}

export function openChronology() {
  const dialog = /** @type {HTMLDialogElement} */ (get('chronology'));
  const close = () => dialog.close();
  dialog.replaceChildren(
    make('div', { class: 'dialog-head' }, heading(say('chronology')), button(say('close'), close)),
    make('div', { class: 'dialog-body', tabindex: '0' },
      table(['when', 'kind.event', 'where', 'sources', 'contradiction'].map(name => say(name)),
      state.inOrder().slice(0, MOST_LINES).map(event => chronologyLine(event, close)))));
  dialog.showModal();
}
