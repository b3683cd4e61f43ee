/** Which signs the events have: one for each place, type and filling, however many events it stands for. */

import { pointOf } from '../data/dataset.js';
import { isMajor } from '../data/places.js';
import { midpoint } from '../plane/points.js';

const ENDS = ['from', 'to', 'via', 'between'];

/**
 * @param {EventRow} event
 * @param {MarkRow | undefined} mark
 * @param {Point} point
 * @param {import('../data/dataset.js').Dataset} dataset
 * @returns {Sign}
 */
function signAt(event, mark, [lat, lon], dataset) {
  const filling = dataset.filling(event.certainty);
  const draft = event.status === 'draft';
  const seat = mark?.located_by === 'seat';
  const spot = seat ? 'around ' + mark.place : lat + ',' + lon;
  return {
    key: spot + '|' + event.type + '|' + filling + draft, spot, lat, lon, mark, type: event.type, filling, draft,
    offset: seat || mark?.located_by === 'route' || isMajor(dataset.find('place', mark?.place)),
    events: [], count: 0, recent: false, at: [0, 0],
  };
}

/**
 * The signs of one event; what lies along a road has its sign on that road, not at the end from which the road is
 * named.
 * @param {EventRow} event
 * @param {import('../data/dataset.js').Dataset} dataset
 */
function signsOfEvent(event, dataset) {
  const section = event.shapes.find(shape => shape.shape !== 'arrow' && dataset.lines(shape).length);
  const signs = [];
  for (const mark of event.marks) {
    const point = pointOf(mark);
    if (point && !(section && ENDS.includes(mark.role || ''))) signs.push(signAt(event, mark, point, dataset));
  }
  const onRoad = event.marks.find(mark => mark.route) || event.marks[0];
  if (section) signs.push(signAt(event, onRoad, midpoint(dataset.lines(section)[0]), dataset));
  return signs;
}

/**
 * All signs, each with its events.
 * @param {import('../data/dataset.js').Dataset} dataset
 * @returns {Sign[]}
 */
export function groupSigns(dataset) {
  /** @type {Map<string, Sign>} */
  const signs = new Map();
  for (const event of dataset.tables.events) {
    for (const fresh of signsOfEvent(event, dataset)) {
      const sign = signs.get(fresh.key) || fresh;
      if (sign.events[sign.events.length - 1] !== event) sign.events.push(event);
      signs.set(sign.key, sign);
    }
  }
  return [...signs.values()];
}

/**
 * Count anew how many shown events each sign stands for.
 * @param {Sign[]} signs
 * @param {import('./state.js').State} state
 */
export function countSigns(signs, state) {
  for (const sign of signs) {
    const shown = sign.events.filter(state.isShown);
    sign.count = shown.length;
    sign.recent = shown.some(event => state.isRecent(event));
  }
}
