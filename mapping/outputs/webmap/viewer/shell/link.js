/** The page's address says what is seen, and the page shows what its address says. */

import { channel, state } from '../document/opened.js';
import { language } from '../document/words.js';
import { map, setView, viewNow } from '../map/screen.js';
import { readLink, writeLink } from '../model/permalink.js';

const writing = { quiet: true };

function writeAddress() {
  if (writing.quiet) return;
  try {
    history.replaceState(null, '', writeLink(state, viewNow(), language));
  } catch { /* some viewers forbid it; the page works without */ }
}

/** Show what the address says. */
function followAddress() {
  const { view, patch, selected } = readLink(location.hash, state);
  if (view) setView(view);
  state.change(patch);
  if (selected !== state.chosen.selected) state.select(selected);
  if (view) setView(view);
}

/** Open the page in the other language, with all that is chosen. @param {string} other */
export function reloadIn(other) {
  history.replaceState(null, '', writeLink(state, viewNow(), other));
  location.reload();
}

export function beginLink() {
  channel.on('shown', writeAddress);
  channel.on('selected', writeAddress);
  map.on('moveend', writeAddress);
  window.addEventListener('hashchange', () => {
    writing.quiet = true;
    followAddress();
    writing.quiet = false;
  });
  followAddress();
  writing.quiet = false;
  writeAddress();
}
