/** What depends on the device and its reader: light or dark, language, the sheet on a phone. */

import { announce, get, root } from '../document/dom.js';
import { language, say } from '../document/words.js';
import { map } from '../map/screen.js';
import { reloadIn } from './link.js';

const THEMES = ['auto', 'light', 'dark'];
const PULL = 24; // pixels; less is a tap

function beginTheme() {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let at = 0;
  const apply = () => { root.dataset.theme = at ? THEMES[at] : dark.matches ? 'dark' : 'light'; };
  apply();
  dark.addEventListener('change', apply);
  get('theme').addEventListener('click', () => {
    at = (at + 1) % THEMES.length;
    apply();
    announce(say('theme.' + THEMES[at]));
  });
}

function beginLanguage() {
  const other = language === 'en' ? 'my' : 'en';
  get('language').textContent = other === 'my' ? 'မြန်မာ' : 'English';
  get('language').lang = other;
  get('language').addEventListener('click', () => reloadIn(other));
}

const isPulled = () => document.body.classList.contains('pulled');

/** @param {boolean} pulled */
function pullSheet(pulled) {
  document.body.classList.toggle('pulled', pulled);
  get('sheet').setAttribute('aria-expanded', String(pulled));
  map.invalidateSize({ animate: false });
}

function beginSheet() {
  const handle = get('sheet');
  /** @type {number | null} */
  let start = null;
  handle.addEventListener('pointerdown', event => { start = event.clientY; });
  handle.addEventListener('pointerup', event => {
    if (start != null) pullSheet(Math.abs(event.clientY - start) > PULL ? event.clientY < start : !isPulled());
    start = null;
  });
  handle.addEventListener('keydown', event => ['Enter', ' '].includes(event.key) && pullSheet(!isPulled()));
}

export function beginDevice() {
  beginTheme();
  beginLanguage();
  beginSheet();
}
