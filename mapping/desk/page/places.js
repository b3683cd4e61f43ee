/** The place window: a name without a place, its sentences, where it may lie, and what is decided of it. */

import { button, get, make, show } from '../../outputs/webmap/viewer/document/dom.js';
import { decide, openReport } from './deciding.js';
import { labelIcon, mapIn } from './map.js';
import { openPick } from './pick.js';
import { changed, openStatement, state } from './state.js';
import { ask } from './talk.js';

/** @type {{ rows: NameRow[], at: number, found: CandidateRow[], chosen: number, map: any, layer: any, point: [number, number] | null, busy: boolean, kind: string }} */
const places = { rows: [], at: 0, found: [], chosen: 0, map: null, layer: null, point: null, busy: false, kind: 'village' };

export const placesOpen = () => !get('names').hidden;

const name = () => places.rows[places.at]?.name || '';

/** The words around a name, with the name marked. @param {string} quote @param {string} words @returns {Child[]} */
function marked(quote, words) {
  const at = quote.indexOf(words);
  return at < 0 ? [quote] : [quote.slice(0, at), make('mark', null, words), quote.slice(at + words.length)];
}

/** @param {CandidateRow} one @param {number} index */
const candidateOf = (one, index) => make('article', { class: 'cand' + (index === places.chosen && !places.point ? ' cur' : ''), click: () => { pick(index); } },
  make('h3', null, make('kbd', null, String(index + 1)), ' ', one.name, make('small', null, ' ' + [one.kind, one.township, one.code].filter(Boolean).join(' · '))),
  make('ul', null, one.hints.map(text => make('li', { class: 'for' }, '+ ' + text)), one.near.slice(0, 2).map(([place, km]) => make('li', null, km + ' km from ' + place))),
  make('p', { class: 'soft' }, (one.point ? one.point.map(each => each.toFixed(4)).join(', ') : 'no point known') + ' · ' + one.evidence));

/** Choose a candidate. @param {number} index */
export function pick(index) {
  if (index >= places.found.length) return;
  places.chosen = index;
  places.point = null;
  drawPlaces();
}

function drawPlaceMap() {
  if (!places.map) {
    places.map = mapIn('placemap', true);
    places.layer = L.featureGroup().addTo(places.map);
    places.map.on('click', /** @param {any} event */ event => { setPoint([event.latlng.lat, event.latlng.lng]); });
  }
  places.layer.clearLayers();
  places.found.forEach((one, index) => {
    if (!one.point) return;
    const here = index === places.chosen && !places.point ? ' here' : '';
    L.circleMarker(one.point, { radius: 9, className: 'cand-dot' + here }).on('click', () => { pick(index); }).addTo(places.layer);
    L.marker(one.point, { icon: labelIcon(index + 1 + ' ' + one.name, here), interactive: false, keyboard: false }).addTo(places.layer);
  });
  if (places.point) L.circle(places.point, { radius: 1000, className: 'drawn ring draft' }).addTo(places.layer);
  const beside = state.project.ground.places.filter(place => places.found[0]?.near.some(([other]) => other === place.name));
  for (const place of beside) {
    L.circleMarker([place.lat, place.lon], { radius: 3, className: 'dot here', interactive: false }).addTo(places.layer);
    L.marker([place.lat, place.lon], { icon: labelIcon(place.name), interactive: false, keyboard: false }).addTo(places.layer);
  }
  if (places.layer.getLayers().length && !places.point) places.map.fitBounds(places.layer.getBounds().pad(0.4), { maxZoom: 11, animate: false });
}

/** What would be written, before it is. */
function saying() {
  const row = places.rows[places.at];
  if (!row) return 'Every name that is told has a place.';
  if (places.busy) return 'looking …';
  const reach = row.told.length + ' statement' + (row.told.length === 1 ? '' : 's') + ' in ' + new Set(row.told.map(each => each.source)).size + ' report(s)';
  const one = places.found[places.chosen];
  if (places.point) return '“' + row.name + '” at ' + places.point.map(each => each.toFixed(5)).join(', ') + ', ' + places.kind + ', within 1 km; A asks for the evidence. Reaches ' + reach + '.';
  if (!one) return 'Nothing is like “' + row.name + '”: click a point, type coordinates, or say that it is no place.';
  return (one.place ? '“' + row.name + '” becomes a spelling of ' + one.name : '“' + row.name + '” becomes ' + one.name + ' (' + one.code + '), with its point and evidence') + '. Reaches ' + reach + '.';
}

function drawPlaces() {
  const row = places.rows[places.at];
  show('nameslist', places.rows.map((each, index) => button([make('b', null, each.name), make('small', null, String(each.told.length))],
    () => { toName(index); }, { class: 'namerow' + (index === places.at ? ' cur' : '') })));
  show('namehead', row ? row.name : 'Names');
  show('namequotes', row ? row.told.slice(0, 4).map(each => make('blockquote', null, marked(each.quote, row.name), make('small', null, ' ' + each.source))) : []);
  show('candidates', places.busy ? make('p', { class: 'soft' }, 'looking …') : places.found.map(candidateOf));
  show('placesays', saying());
  show('nameacts', button([make('kbd', null, 'A'), ' Accept'], accept, { class: 'ok', disabled: row && (places.point || places.found[places.chosen]) ? null : true }),
    button([make('kbd', null, 'T'), ' coordinates'], typePoint), button([make('kbd', null, 'K'), ' kind: ' + places.kind], chooseKind),
    button([make('kbd', null, 'S'), ' spelling of …'], spell), button([make('kbd', null, 'N'), ' not a place'], notPlace), button([make('kbd', null, 'Esc'), ' back'], closePlaces));
  drawPlaceMap();
}

/** Go to a name of the list. @param {number} index */
async function toName(index) {
  Object.assign(places, { at: index, found: [], chosen: 0, point: null, busy: true });
  drawPlaces();
  const asked = name();
  const found = asked ? await ask('candidates', { name: asked }).catch(() => []) : [];
  if (asked !== name()) return;
  Object.assign(places, { found, busy: false });
  drawPlaces();
  get('candidates').focus();
}

/** @param {number} step */
export const stepName = step => toName(Math.min(Math.max(places.at + step, 0), places.rows.length - 1));

/** Open the window at the first name of the open statement, or at the name that is told most. */
export async function openPlaces() {
  const one = openStatement();
  const words = one ? Object.values(one.fields).flat().find(value => value && typeof value === 'object' && 'text' in value)?.text : '';
  get('report').hidden = true;
  get('names').hidden = false;
  Object.assign(places, { rows: [], found: [], busy: true });
  changed();
  drawPlaces();
  places.rows = await ask('names').catch(() => []);
  await toName(Math.max(places.rows.findIndex(row => row.name === words), 0));
}

/** Back to the report. */
export function closePlaces() {
  get('names').hidden = true;
  get('report').hidden = false;
  changed();
  get('cards').focus();
}

/** @param {[number, number]} point lat, lon in degrees */
function setPoint(point) {
  places.point = point;
  drawPlaces();
}

/** Write a decision about the name, and go on. @param {string} what @param {object} more */
async function write(what, more) {
  const asked = name();
  if (!await decide(what, [], { source: '', name: asked, ...more })) return;
  state.project = await ask('project').catch(() => state.project);
  await openReport(state.sheet.id);
  places.rows = places.rows.filter(row => row.name !== asked);
  await toName(Math.min(places.at, Math.max(places.rows.length - 1, 0)));
}

/** Accept the chosen candidate, or the point with its evidence. */
export function accept() {
  const { point, kind } = places;
  if (point) {
    openPick({ label: 'Where was the point seen?', choices: [], typed: text => [{ label: text, value: text }],
      take: evidence => { write('place', { lat: point[0], lon: point[1], kind, evidence }); } });
  } else if (places.found[places.chosen]) write('place', { code: places.found[places.chosen].code });
}

/** Type a point. */
export function typePoint() {
  openPick({ label: 'Latitude, longitude in degrees', help: '22.92, 96.51', choices: [], take: setPoint,
    typed: text => {
      const found = text.split(/[,\s]+/).map(Number);
      return found.length === 2 && found.every(Number.isFinite) ? [{ label: found.join(', '), value: found }] : [];
    } });
}

/** Choose what it is. */
export function chooseKind() {
  openPick({ label: 'What is it?', choices: state.project.lists.place_kind.map(([kind]) => ({ label: kind, value: kind })),
    take: kind => { places.kind = kind; drawPlaces(); } });
}

/** Say that it is another spelling of a known place. */
export function spell() {
  openPick({ label: '“' + name() + '” is a spelling of', choices: state.project.lists.places.map(([id, label]) => ({ label, more: id, value: id })),
    take: place => { write('spell', { place }); } });
}

/** Say that the words name no place. */
export function notPlace() {
  openPick({ label: 'Why is “' + name() + '” no place?', choices: ['armed group', 'person', 'newspaper'].map(label => ({ label, value: label })),
    typed: text => [{ label: text, value: text }], take: reason => { write('no place', { reason }); } });
}
