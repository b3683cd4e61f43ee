/** Lines of the page: vertices from steps, roads from their stretches. Points are [lat, lon] in degrees. */

const GRID = 10000; // steps a degree, as packing.GRID

/** The vertices of a line written as steps. @param {number[]} steps @returns {Line} */
export function vertices(steps) {
  /** @type {Line} */
  const points = [];
  for (let i = 0, lat = 0, lon = 0; i < steps.length; i += 2) {
    lat += steps[i];
    lon += steps[i + 1];
    points.push([lat / GRID, lon / GRID]);
  }
  return points;
}

/** @param {Point | null} from @param {Point} to */
const gapTo = (from, to) => (from ? Math.hypot(to[0] - from[0], to[1] - from[1]) : 0);

/**
 * Chain pieces of a road from its start, each turned so that it begins where the one before ends.
 * @param {Line[]} given @param {Point | null} start @returns {Line[]} one line, or none without pieces
 */
export function chainPieces(given, start) {
  const pieces = given.slice();
  let at = start;
  /** @type {Line} */
  const line = [];
  while (pieces.length) {
    const here = at;
    const reach = pieces.map(piece => Math.min(gapTo(here, piece[0]), gapTo(here, piece[piece.length - 1])));
    const [piece] = pieces.splice(reach.indexOf(Math.min(...reach)), 1);
    line.push(...(gapTo(here, piece[0]) <= gapTo(here, piece[piece.length - 1]) ? piece : piece.slice().reverse()));
    at = line[line.length - 1];
  }
  return line.length ? [line] : [];
}
