/** Roads by how well they are known, those that the sources tell of drawn stronger. */

import { dataset, state, tables } from '../document/opened.js';
import { setLayer } from './screen.js';

const toldRoads = new Set([...tables.marks, ...tables.positions, ...tables.distances, ...tables.event_lines,
  ...dataset.others].map(row => row.route));

/** A road in its two strokes: a light casing beneath, the line on top. @param {StretchRow} stretch */
function layRoad(stretch) {
  const lines = dataset.lines(stretch);
  const told = stretch.usedBy.some(({ id }) => toldRoads.has(id)) ? ' road-told' : '';
  const casing = L.polyline(lines, { pane: 'casing', className: 'road-casing', interactive: false });
  const line = L.polyline(lines, { pane: 'roads', className: 'road road-' + stretch.quality + told, smoothFactor: 0.6 });
  line.on('click', event => {
    L.DomEvent.stop(event);
    const route = stretch.usedBy.find(({ key }) => state.isOn(key));
    if (route) state.select(route.key);
  });
  return { routes: stretch.usedBy, casing, line };
}

const roads = tables.stretches.map(layRoad);

/** Show the roads of the routes that are switched on; a stretch without a route always. */
export function showRoads() {
  for (const { routes, casing, line } of roads) {
    const on = !routes.length || routes.some(({ key }) => state.isOn(key));
    setLayer(casing, on);
    setLayer(line, on);
    line.getElement()?.classList.toggle('road-chosen', routes.some(({ key }) => state.chosen.selected === key));
  }
}
