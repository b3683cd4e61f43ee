/**
 * Online backgrounds: off until chosen, never from a file, and only after a probe, because a provider's refusal
 * comes as a picture that Leaflet takes for a tile.
 */

import { get, getInput, heading, make, show } from '../document/dom.js';
import { dataset } from '../document/opened.js';
import { say } from '../document/words.js';
import { map } from './screen.js';

const online = /^https?:$/.test(location.protocol);
const referrerPolicy = 'strict-origin-when-cross-origin';
/** @type {{layer: import('leaflet').TileLayer | null}} */
const background = { layer: null };

/** The address of the tile in the middle of the view. @param {Basemap} basemap */
function middleTile({ url, subdomains }) {
  const z = Math.round(map.getZoom());
  const { x, y } = map.project(map.getCenter(), z).divideBy(256).floor();
  return L.Util.template(url, { x, y, z, s: subdomains[0] });
}

/** @param {string} id of a background; none takes it off */
async function chooseBackground(id) {
  background.layer?.remove();
  document.body.classList.remove('with-tiles');
  const basemap = dataset.block.basemaps.find(one => one.id === id);
  const note = get('tiles-note');
  note.textContent = say(basemap ? 'tiles.asking' : 'tiles.note');
  if (!basemap) return;
  try {
    const answer = await fetch(middleTile(basemap), { mode: 'cors', referrerPolicy });
    if (!answer.ok) throw new Error(String(answer.status));
    background.layer = L.tileLayer(basemap.url,
      { subdomains: basemap.subdomains, maxNativeZoom: basemap.max_zoom, maxZoom: 17, referrerPolicy }).addTo(map);
    document.body.classList.add('with-tiles');
    note.textContent = basemap.credit;
  } catch {
    note.textContent = say('tiles.refused', { name: basemap.name });
    getInput('tiles-choice').value = '';
  }
}

export function beginTiles() {
  const { basemaps } = dataset.block;
  if (!basemaps.length) return;
  const select = make('select', { id: 'tiles-choice', disabled: !online, change: event => chooseBackground(event.target.value) },
    make('option', { value: '' }, say('tiles.none')), basemaps.map(({ id, name }) => make('option', { value: id }, name)));
  show('tiles', heading(say('tiles')), make('label', null, say('tiles.choose'), select),
    make('p', { id: 'tiles-note', role: 'status' }, say(online ? 'tiles.note' : 'tiles.file')));
}
