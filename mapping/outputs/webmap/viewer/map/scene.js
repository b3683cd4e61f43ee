/** One drawing over Leaflet's map for all that must give way to each other, in the order in which it may take room. */

import { isMajor, nameLimit } from '../data/places.js';
import { draw } from '../document/dom.js';
import { channel, ranking } from '../document/opened.js';
import { drawCandidates } from './candidates.js';
import { drawDiscs, softGradient } from './discs.js';
import { drawFrontLabels, drawFronts, showFronts } from './fronts.js';
import { drawDegrees, showGraticule } from './graticule.js';
import { drawMeasured, drawRegions, drawRivers, drawStated } from './linenames.js';
import { countMarks, drawMarks, wantedSpots } from './marks.js';
import { drawArrows, drawSections, showLines } from './movements.js';
import { drawDots, drawNames } from './names.js';
import { drawRings } from './rings.js';
import { showRoads } from './roads.js';
import { closer, map, paneOf, setPosition, space } from './screen.js';

const drawing = draw('svg', { class: 'drawing', 'aria-hidden': 'true' });

/** Boxes of the map's own controls, which no label may lie under. */
function keepOff() {
  const frame = map.getContainer().getBoundingClientRect();
  for (const element of document.querySelectorAll('#map-key, #inset, .north, #credit, .leaflet-control')) {
    const box = element.getBoundingClientRect();
    if (box.width) space.keep([box.left - frame.left - 4, box.top - frame.top - 4, box.right - frame.left + 4,
      box.bottom - frame.top + 4]);
  }
}

/** A place's spot, as signs know it. @param {PlaceRow} place */
const spotOf = place => place.lat + ',' + place.lon;

/** Draw everything anew for the view and the choices that hold now. */
function redraw() {
  const { x, y } = map.getSize();
  if (!x || !y) return;
  drawing.setAttribute('width', String(x));
  drawing.setAttribute('height', String(y));
  setPosition(drawing, [0, 0]);
  drawing.replaceChildren(softGradient());
  space.clear([x, y]);
  keepOff();
  const [discs, movements, leaders, points, text] = ['discs', 'movements', 'leaders', 'points', 'text']
    .map(name => drawing.appendChild(draw('g', { class: name })));
  drawDiscs(discs);
  drawSections(movements);
  drawArrows(movements);
  drawDegrees(text);
  const ringed = drawRings(points);
  const wanted = wantedSpots();
  let stands = new Set();
  drawDots(points, place => !wanted.has(spotOf(place)));
  drawFronts(points);
  drawFrontLabels(leaders);
  /** @param {boolean} major @param {boolean} reported @param {number} room */
  const names = (major, reported, room) =>
    drawNames(text, place => isMajor(place) === major && ranking.isReported(place) === reported, room,
    place => (ringed.has(place.id) ? 6 : 0) + (stands.has(spotOf(place)) ? 8 : 0));
  let room = names(true, true, nameLimit(closer()));
  stands = drawMarks(leaders);
  drawDots(points, place => wanted.has(spotOf(place)) && !stands.has(spotOf(place)));
  room = names(false, true, room);
  drawMeasured(text);
  drawStated(text);
  drawCandidates(movements, text);
  names(false, false, names(true, false, room));
  drawRivers(text);
  drawRegions(text);
}

/** Put on the map what is chosen, then draw. */
function refreshScene() {
  showRoads();
  showGraticule();
  showLines();
  showFronts();
  countMarks();
  redraw();
}

/** Draw whenever something changes; nothing is drawn before it is decided what is shown. */
export function beginScene() {
  paneOf('drawing').append(drawing);
  let ready = false;
  map.on('zoomstart', () => map.getContainer().classList.add('zooming'));
  map.on('moveend zoomend resize viewreset', () => {
    map.getContainer().classList.remove('zooming');
    if (ready) redraw();
  });
  channel.on('shown', () => {
    ready = true;
    refreshScene();
  });
  channel.on('selected', refreshScene);
  channel.on('frame', () => ready && redraw());
}
