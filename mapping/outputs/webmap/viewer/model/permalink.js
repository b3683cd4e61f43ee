/** What is seen as a link: #map=zoom/lat/lon&from=&to=&off=&sel=…; whatever in a link is unknown is passed over. */

import { dayOf, isoOf } from '../data/days.js';

const MAX_LAT = 85; // degrees; the projection ends there
const MAX_ZOOM = 22;

/** Ids joined by "~"; one that holds the sign itself has it escaped. @param {string[]} ids */
const joined = ids => ids.map(id => id.replace(/%/g, '%25').replace(/~/g, '%7E')).join('~');

/** @typedef {{zoom: number, lat: number, lon: number}} View */

/**
 * Switched-off keys; where most events are off, the few that are on are said instead.
 * @param {URLSearchParams} query
 * @param {import('./state.js').State} state
 */
function writeSwitches(query, { chosen: { off }, quiet, events }) {
  if (off.size === quiet.length && quiet.every(key => off.has(key))) return;
  const on = events.filter(event => !off.has(event.key));
  const fewOn = on.length < events.length / 2;
  query.set('off', joined([...off].filter(key => !fewOn || !key.startsWith('event:'))));
  if (fewOn) query.set('on', joined(on.map(event => event.event_id)));
}

/**
 * The link, from its # on.
 * @param {import('./state.js').State} state
 * @param {View} view
 * @param {string} language
 */
export function writeLink(state, { zoom, lat, lon }, language) {
  const { chosen } = state;
  const query = new URLSearchParams();
  query.set('map', [Number(zoom.toFixed(2)), lat.toFixed(4), lon.toFixed(4)].join('/'));
  if (language !== 'en') query.set('lang', language);
  if (chosen.from !== state.first) query.set('from', isoOf(chosen.from));
  if (chosen.to !== state.last) query.set('to', isoOf(chosen.to));
  if (!chosen.undated) query.set('undated', 'no');
  if (chosen.actor) query.set('actor', chosen.actor);
  if (chosen.source) query.set('source', chosen.source);
  if (chosen.place) query.set('place', chosen.place);
  if (chosen.certainties.size) query.set('without', [...chosen.certainties].join('~'));
  writeSwitches(query, state);
  if (chosen.selected) query.set('sel', chosen.selected);
  return '#' + query.toString().replace(/%2F/g, '/').replace(/%3A/g, ':').replace(/%7E/g, '~');
}

/** @param {URLSearchParams} query @returns {View | null} */
function readView(query) {
  const [zoom, lat, lon] = (query.get('map') || '').split('/').map(Number);
  const sound = [zoom, lat, lon].every(Number.isFinite) && Math.abs(lat) <= MAX_LAT && Math.abs(lon) <= 180 && zoom >= 0
    && zoom <= MAX_ZOOM;
  return sound ? { zoom, lat, lon } : null;
}

/** @param {URLSearchParams} query @param {string} name */
const listIn = (query, name) => (query.get(name) || '').split('~').filter(Boolean)
  .map(id => id.replace(/%7E/g, '~').replace(/%25/g, '%'));

/** @param {URLSearchParams} query @param {import('./state.js').State} state */
function readSwitches(query, { quiet, events }) {
  if (!query.has('off') && !query.has('on')) return new Set(quiet);
  const off = new Set(listIn(query, 'off'));
  const on = new Set(listIn(query, 'on'));
  if (query.has('on')) for (const event of events) if (!on.has(event.event_id)) off.add(event.key);
  return off;
}

/**
 * Read a link: the view it asks for, if any, what it chooses, and the key it selects.
 * @param {string} hash @param {import('./state.js').State} state
 * @returns {{view: View | null, patch: Partial<Chosen>, selected: string}}
 */
export function readLink(hash, state) {
  const { dataset, first, last } = state;
  const query = new URLSearchParams(hash.slice(1));
  /** @param {string} name @param {number} otherwise */
  const dayIn = (name, otherwise) => {
    const day = dayOf(query.get(name) || '');
    return day >= first && day <= last ? day : otherwise;
  };
  /** @param {'source' | 'place'} kind */
  const idIn = kind => dataset.find(kind, query.get(kind))?.id ?? '';
  const [from, to] = [dayIn('from', first), dayIn('to', last)];
  const selected = query.get('sel') || '';
  return {
    view: readView(query),
    selected: dataset.byKey.has(selected) ? selected : '',
    patch: {
      from: Math.min(from, to), to: Math.max(from, to), undated: query.get('undated') !== 'no', off: readSwitches(query, state),
      actor: dataset.tables.actors.find(row => row.id === query.get('actor'))?.id ?? '',
      source: idIn('source'), place: idIn('place'), certainties: new Set(listIn(query, 'without')),
    },
  };
}
