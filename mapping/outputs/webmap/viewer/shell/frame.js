/** The frame of the map: its key, the inset, north, scale, and the line that says whose reports these are. */

import { draw, get, make, picture } from '../document/dom.js';
import { channel, tables } from '../document/opened.js';
import { say } from '../document/words.js';
import { drawInset } from '../map/inset.js';
import { map } from '../map/screen.js';
import { publisherOf } from '../model/citation.js';
import { brief } from '../model/words.js';
import { legend, legendOfTypes } from './legend.js';

/** The key, which takes room from the map while it is open. */
function standKey() {
  const key = make('details', null, make('summary', null, say('legend')), legendOfTypes(), legend());
  key.open = window.innerWidth > 720;
  let { open } = key;
  key.addEventListener('toggle', () => {
    if (open === key.open) return;
    ({ open } = key);
    channel.tell('frame');
  });
  get('map-key').append(key);
}

const northArrow = () => make('div', { class: 'north' }, picture('0 0 20 30', 20, 30, null,
  draw('path', { d: 'M10 1L15 14H10Z' }), draw('path', { d: 'M10 1L5 14H10Z', class: 'north-light' }),
    draw('text', { x: 10, y: 27, 'text-anchor': 'middle' }, 'N')));

/** The line beneath a newspaper's map: whose reports, whose coordinates. */
function creditLine() {
  const sources = [...new Set(tables.sources.map(publisherOf))].slice(0, 6).join(', ');
  const names = tables.places.map(place => (place.location_credit || '').split(/;|, CC| \(|, credit/)[0].trim());
  const credits = [...new Set(names.filter(Boolean))].slice(0, 3).join(', ');
  return [sources && say('credit.reports', { sources }), credits && say('credit.coordinates', { credits })]
    .filter(Boolean).join(' ');
}

export function beginFrame() {
  standKey();
  const inset = drawInset();
  if (inset) get('inset').append(inset);
  for (const id of ['map-key', 'inset', 'credit']) {
    map.getContainer().append(get(id));
    L.DomEvent.disableClickPropagation(get(id));
  }
  map.getContainer().append(northArrow());
  L.control.scale({ position: 'bottomright', imperial: false, maxWidth: 120 }).addTo(map);
  get('credit').textContent = brief(creditLine());
}
