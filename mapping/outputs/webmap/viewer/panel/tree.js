/**
 * The layer tree: types, then each event with a switch of its own; control, access, roads and the rest as branches.
 * Only opened branches are drawn.
 */

import { button, buttonLine, get, heading, make, show, small } from '../document/dom.js';
import { channel, state, tables } from '../document/opened.js';
import { say } from '../document/words.js';
import { brief } from '../model/words.js';
import { branchesOf } from './branches.js';

const LEAVES = 100; // of a branch that are drawn at once
/** @type {Map<string, number>} */
const openedBranches = new Map();
const branches = branchesOf();

/** @param {boolean} on @param {boolean} mixed @param {(on: boolean) => void} turn @param {string} label */
function checkbox(on, mixed, turn, label) {
  const box = make('input', { type: 'checkbox', change: event => turn(event.target.checked), 'aria-label': label });
  box.checked = on;
  box.indeterminate = mixed;
  return box;
}

/** @param {EventRow[]} events @param {string} name */
const onlyButton = (events, name) =>
  button(say('only'), () => state.only(events), { class: 'plain only', 'aria-label': say('only.this', { name }) });

/** @param {import('./branches.js').Leaf} leaf */
function leafRow({ key, text, note, row }) {
  const name = brief(text);
  const lines = [name, small(note)];
  return make('li', { 'data-key': key }, checkbox(state.isOn(key), false, on => state.turn([key], on), name),
    row ? make('button', { type: 'button', class: 'plain tree-name', click: () => state.select(row.key) }, lines)
      : make('span', { class: 'tree-name' }, lines),
    row?.kind_of === 'event' && onlyButton([row], name));
}

/** @param {import('./branches.js').Branch} branch @param {number} limit */
function leafList({ key, leaves }, limit) {
  const more = () => {
    openedBranches.set(key, limit + LEAVES);
    refreshTree();
  };
  const rest = leaves.length - limit;
  return make('ul', null, leaves.slice(0, limit).map(leafRow), rest > 0
    && make('li', null, button(say('more', { n: rest }), more)));
}

/** Open or close a branch and keep the focus on it. @param {string} key */
function toggleBranch(key) {
  if (!openedBranches.delete(key)) openedBranches.set(key, LEAVES);
  refreshTree();
  const again = get('tree').querySelector(`[data-branch="${CSS.escape(key)}"]`);
  if (again instanceof HTMLElement) again.focus();
}

/** @param {import('./branches.js').Branch} branch */
function branchRow(branch) {
  const { key, name, leaves, events, sign } = branch;
  const on = leaves.filter(leaf => state.isOn(leaf.key)).length;
  const shown = events ? events.filter(state.isShown).length : on;
  const limit = openedBranches.get(key);
  return make('li', { class: 'branch' }, make('div', { class: 'branch-row' },
    checkbox(on === leaves.length, on > 0 && on < leaves.length, turned => state.turn(leaves.map(leaf => leaf.key), turned), name),
    sign?.(),
    make('button', { type: 'button', class: 'plain tree-name', 'aria-expanded': String(Boolean(limit)), 'data-branch': key,
      click: () => toggleBranch(key) },
      name, small(say('of', { shown, all: leaves.length }))),
    events && onlyButton(events, name)),
  limit ? leafList(branch, limit) : null);
}

const treeControls = () => [...get('tree').querySelectorAll('input, button')];

/** Draw the tree anew; the keyboard stays where it was. */
function refreshTree() {
  if (get('room-layers').hidden) return;
  const focused = treeControls().findIndex(element => element === document.activeElement);
  const keys = tables.events.map(({ key }) => key);
  show('tree',
    heading(say('layers')),
    buttonLine(button(say('all'), () => state.turn(keys, true)), button(say('none'), () => state.turn(keys, false)),
      button(say('reset'), () => state.reset())),
    make('ul', { class: 'branches' }, branches.map(branchRow)));
  const again = focused < 0 ? null : treeControls()[focused];
  if (again instanceof HTMLElement) again.focus();
}

export function beginTree() {
  channel.on('shown', refreshTree);
  channel.on('selected', refreshTree);
  channel.on('tab', refreshTree);
}
