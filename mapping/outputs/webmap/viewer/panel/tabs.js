/** The tabs of the panel, and the line that says how much is shown. */

import { announce, get, make, small } from '../document/dom.js';
import { channel, state, tables } from '../document/opened.js';
import { say } from '../document/words.js';

const ROOMS = ['events', 'layers', 'off', 'numbers', 'sources', 'about'];

/** @param {string} name */
function openTab(name) {
  for (const room of ROOMS) {
    get('room-' + room).hidden = room !== name;
    const tab = get('tab-' + room);
    tab.setAttribute('aria-selected', String(room === name));
    tab.tabIndex = room === name ? 0 : -1;
  }
  channel.tell('tab', name);
}

/** @param {string} room */
function makeTab(room) {
  const count = room === 'off' ? tables.not_located.length : room === 'sources' ? tables.sources.length : 0;
  get('room-' + room).setAttribute('role', 'tabpanel');
  get('room-' + room).setAttribute('aria-labelledby', 'tab-' + room);
  return make('button',
    { type: 'button', role: 'tab', id: 'tab-' + room, 'aria-controls': 'room-' + room, click: () => openTab(room) },
    say('tab.' + room), count ? small(' ' + count) : '');
}

/** @param {KeyboardEvent} event */
function tabKeys(event) {
  const tabs = /** @type {HTMLElement[]} */ ([...get('tabs').children]);
  const at = tabs.findIndex(tab => tab === document.activeElement);
  /** @type {Record<string, number>} */
  const steps = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 };
  const to = steps[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  const tab = tabs[(to + tabs.length) % tabs.length];
  tab.click();
  tab.focus();
}

export function beginTabs() {
  get('tabs').append(...ROOMS.map(makeTab));
  get('tabs').addEventListener('keydown', tabKeys);
  channel.on('shown', () => announce(say('status', { shown: state.count(), all: tables.events.length })));
  openTab('events');
}
