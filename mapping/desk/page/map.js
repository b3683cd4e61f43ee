/** The map beneath the text: what a build would draw of the open statement, with its uncertainty. */

import { get, show } from '../../outputs/webmap/viewer/document/dom.js';
import { pictureOfSign } from '../../outputs/webmap/viewer/document/sign.js';
import { listen, openStatement, state } from './state.js';
import { ask } from './talk.js';

const DOTS = new Set(['city', 'town', 'village', 'mine', 'junction']);
const SIGN = 26; // pixels
const LINE = 14; // pixels of a label's line
const AREAS = new Set(['event_areas', 'areas']);

/** Towns of the front as dots with their names. @param {any} map */
function putTowns(map) {
  for (const place of state.project.ground.places) {
    if (place.kind !== 'city' && place.kind !== 'town') continue;
    L.circleMarker([place.lat, place.lon], { radius: 2.5, className: 'dot', interactive: false }).addTo(map);
    L.marker([place.lat, place.lon], { icon: labelIcon(place.name), interactive: false, keyboard: false }).addTo(map);
  }
}

/** A map on paper of its own: roads and places of the front, no pictures from outside. @param {string} id @param {boolean} [towns] */
export function mapIn(id, towns) {
  const { ground } = state.project;
  const [south, west, north, east] = ground.view;
  const map = L.map(get(id), { zoomControl: true, attributionControl: false, zoomSnap: 0.25, minZoom: 3, maxZoom: 16, keyboard: false });
  map.fitBounds([[south, west], [north, east]]);
  for (const line of ground.roads) {
    L.polyline(line.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon])), { className: 'road', interactive: false }).addTo(map);
  }
  if (towns) putTowns(map);
  L.control.scale({ imperial: false }).addTo(map);
  return map;
}

/** A name beside a point, as text. @param {string} text @param {string} [more] */
export const labelIcon = (text, more) => {
  const label = document.createElement('span');
  label.textContent = text;
  return L.divIcon({ className: 'label ' + (more || ''), html: label, iconSize: [0, 0] });
};

/** @type {{ map: any, layer: any, names: any, key: string, turn: number }} */
const shownMap = { map: null, layer: null, names: null, key: '', turn: 0 };

/** The places that a statement names stay readable, whatever else lies there. @param {Set<string>} named */
function drawNames(named) {
  shownMap.names.clearLayers();
  const bounds = shownMap.map.getBounds().pad(0.1);
  const zoom = shownMap.map.getZoom();
  /** @type {[number, number, number][]} left, top and width of labels in pixels */
  const labels = [];
  const first = [...state.project.ground.places].sort((a, b) => Number(named.has(b.id)) - Number(named.has(a.id)));
  for (const place of first) {
    const here = named.has(place.id);
    const big = place.kind === 'city' || place.kind === 'town';
    if (!DOTS.has(place.kind) || (!here && (!big && zoom < 10)) || !bounds.contains([place.lat, place.lon])) continue;
    L.circleMarker([place.lat, place.lon], { radius: here ? 4 : 2.5, className: 'dot' + (here ? ' here' : ''), interactive: false }).addTo(shownMap.names);
    const at = shownMap.map.latLngToContainerPoint([place.lat, place.lon]);
    const wide = place.name.length * 7 + 12;
    const free = labels.every(([left, top, width]) => at.x + wide < left || left + width < at.x || Math.abs(at.y - top) > LINE);
    if (here || (free && (zoom >= 9 || place.kind === 'city'))) labels.push([at.x, at.y, wide]);
    else continue;
    L.marker([place.lat, place.lon], { icon: labelIcon(place.name, here ? 'here' : ''), interactive: false, keyboard: false }).addTo(shownMap.names);
  }
}

/** Look of one feature. @param {any} feature @param {string} look */
const styleOf = (feature, look) => ({ className: 'drawn ' + look + (AREAS.has(feature.properties.table) ? ' area' : ''), interactive: false });

/** The sign of an event as the map will carry it; a plain disc for other kinds. @param {CardRow} one @param {[number, number]} at lat, lon @param {string} look */
function signAt(one, at, look) {
  const sign = one.kind === 'event' && state.project.signs[String(one.type)];
  if (!sign) return L.circleMarker(at, { radius: 7, className: 'drawn mark ' + look, interactive: false });
  const html = /** @type {any} */ (pictureOfSign(sign, state.project.fills[one.fields.certainty || 'asserted'], one.status === 'draft', SIGN));
  return L.marker(at, { icon: L.divIcon({ className: 'eventsign', html, iconSize: [SIGN, SIGN] }), interactive: false, keyboard: false });
}

/** Draw the features of a statement. @param {CardRow} one @param {DrawnNow} drawn @param {string} look */
function put(one, drawn, look) {
  shownMap.layer.clearLayers();
  const shapes = L.featureGroup();
  for (const feature of drawn.features) {
    const radius = feature.properties.uncertainty_m;
    if (feature.geometry.type === 'Point') {
      const [lon, lat] = feature.geometry.coordinates;
      if (radius) L.circle([lat, lon], { radius, className: 'drawn ring ' + look, interactive: false }).addTo(shapes);
      if (feature.properties.table !== 'control' || one.kind === 'control') signAt(one, [lat, lon], look).addTo(shownMap.layer);
      if (!radius) L.circle([lat, lon], { radius: 500, className: 'drawn none', interactive: false }).addTo(shapes);
    } else L.geoJSON(feature, { style: () => styleOf(feature, look) }).addTo(shapes);
  }
  shapes.addTo(shownMap.layer);
  if (drawn.features.length) shownMap.map.fitBounds(shapes.getBounds().pad(0.6), { maxZoom: 12, animate: false });
}

/** What the map shows, in words. @param {CardRow} one @param {DrawnNow} drawn */
function saidOf(one, drawn) {
  const parts = drawn.features.filter(each => each.properties.table !== 'control').map(each => {
    const { place_name: name, uncertainty_m: radius, located_by: by, verdict } = each.properties;
    const near = radius ? 'within ' + (radius >= 1000 ? radius / 1000 + ' km' : radius + ' m') : '';
    return [name || one.what.slice(0, 2).join(' '), near, by && by !== 'gazetteer' ? by : '', verdict].filter(Boolean).join(', ');
  }).filter(Boolean);
  const not = drawn.not_located.map(([name, reason]) => name + ': ' + reason);
  const words = [...new Set([...parts, ...not, ...drawn.faults])].join('; ');
  return (words || 'nothing of it is drawn') + (one.status === 'draft' ? ' · dotted until accepted' : '');
}

async function drawMap() {
  const one = state.sheet && openStatement();
  const key = one ? state.sheet.id + '/' + one.id + one.version : '';
  if (!shownMap.map || key === shownMap.key) return;
  shownMap.key = key;
  shownMap.turn += 1;
  const { turn } = shownMap;
  if (!one) {
    shownMap.layer.clearLayers();
    show('mapsays', 'No statement is open.');
    return;
  }
  const drawn = /** @type {DrawnNow} */ (await ask('drawn', { source: state.sheet.id, id: one.id }).catch(() => ({ features: [], not_located: [], faults: ['the desk does not answer'] })));
  if (turn !== shownMap.turn) return;
  put(one, drawn, one.status === 'draft' ? 'draft' : 'accepted');
  drawNames(new Set(JSON.stringify(one.fields).match(/[a-z0-9][a-z0-9-]*/g) || []));
  show('mapsays', saidOf(one, drawn));
}

/** Begin to draw the map. */
export function startMap() {
  shownMap.map = mapIn('map');
  shownMap.names = L.layerGroup().addTo(shownMap.map);
  shownMap.layer = L.layerGroup().addTo(shownMap.map);
  shownMap.map.on('moveend zoomend', () => {
    const one = state.sheet && openStatement();
    drawNames(new Set(one ? JSON.stringify(one.fields).match(/[a-z0-9][a-z0-9-]*/g) : []));
  });
  listen(() => { drawMap(); });
}
