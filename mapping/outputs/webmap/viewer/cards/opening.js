/** Opening the card of whatever is selected, and closing it. */

import { button, get, show } from '../document/dom.js';
import { channel, dataset, state } from '../document/opened.js';
import { say } from '../document/words.js';
import { pixel, space, visit } from '../map/screen.js';
import { pointOf } from '../data/dataset.js';
import { eventCard, eventPoints } from './event.js';
import { accessCard, controlCard, distanceCard, positionCard } from './figures.js';
import { guideBar } from './guide.js';
import { cardHead, eventRows } from './parts.js';
import { placeCard, routeCard } from './place.js';
import { plainCard } from './plain.js';
import { sourceCard } from './source.js';

/** @type {{element: Element | null}} */
const opener = { element: null };

/** The cards by their kinds; a kind without one has that of its declaration. @type {Record<string, (row: any) => Child>} */
const CARDS = {
  event: row => [eventCard(row), guideBar()], place: placeCard, route: routeCard, distance: distanceCard,
  position: positionCard, control: controlCard, access: accessCard, source: sourceCard,
};

/** @param {Item} row */
const cardOf = row => (CARDS[row.key.split(':')[0]] || plainCard)(row);

/** Where the map goes for a row. @param {Item} row @returns {Line} */
function pointsOf(row) {
  if (row.kind_of === 'event') return eventPoints(row);
  if (row.kind_of === 'source') return [];
  const point = 'lat' in row ? pointOf(row) : null;
  return point ? [point] : 'drawn' in row || row.kind_of === 'route' ? dataset.lines(row).flat() : [];
}

/** @param {Child[]} children */
function openCard(...children) {
  const card = get('card');
  if (card.hidden) opener.element = document.activeElement;
  show('card', button(say('back'), closeCard, { class: 'plain back' }), children);
  card.hidden = false;
  get('rooms').hidden = true;
  card.scrollTop = 0;
  get('panel').classList.add('with-card');
}

/** Deselect, and give the focus back to where the card was opened from. */
function closeCard() {
  state.select('');
  const { element } = opener;
  const last = element && document.contains(element) ? element : get('tabs').querySelector('[aria-selected=true]');
  if (last instanceof HTMLElement) last.focus();
}

function showLists() {
  get('card').hidden = true;
  get('rooms').hidden = false;
  get('panel').classList.remove('with-card');
}

function showSelected() {
  const row = state.selected();
  if (!row) {
    showLists();
    return;
  }
  openCard(cardOf(row));
  get('card').focus({ preventScroll: true });
  get('card').querySelector('.aimed')?.scrollIntoView({ block: 'center' });
  const points = pointsOf(row);
  if (!points.every(point => space.inside(pixel(point), 30))) visit(points);
}

export function beginCards() {
  channel.on('selected', showSelected);
  channel.on('group', ({ events, title }) => {
    openCard(cardHead(null, say('events', { n: events.length }), title), eventRows(events));
    get('card').focus();
  });
  get('card').addEventListener('keydown', event => event.key === 'Escape' && closeCard());
}
