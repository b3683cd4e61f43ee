/** Points and lines in a plane: points are [x, y], on the screen in pixels with y downwards. */

/** @param {Point} a @param {Point} b */
export const distance = (a, b) => Math.hypot(b[0] - a[0], b[1] - a[1]);

/**
 * The point at a share of the way.
 * @param {Point} a
 * @param {Point} b
 * @param {number} share
 * @returns {Point}
 */
export const between = (a, b, share) => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];

/** @param {Point} point @param {number} dx @param {number} dy @returns {Point} */
export const moved = ([x, y], dx, dy) => [x + dx, y + dy];

/**
 * The direction from one point to another, of length 1.
 * @param {Point} a
 * @param {Point} b
 * @returns {Point}
 */
export function direction(a, b) {
  const length = distance(a, b) || 1;
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
}

/**
 * Points every `step` along a line, ends included.
 * @param {Line} line
 * @param {number} step
 * @returns {Line}
 */
export function even(line, step) {
  const points = line.slice(0, 1);
  let left = step;
  for (let i = 1; i < line.length; i += 1) {
    const length = distance(line[i - 1], line[i]);
    let gone = left;
    for (; gone <= length; gone += step) points.push(between(line[i - 1], line[i], gone / length));
    left = gone - length;
  }
  const end = line[line.length - 1];
  if (line.length > 1 && distance(points[points.length - 1], end) > step / 4) points.push(end);
  return points;
}

/**
 * A short way on the ground, in degrees of latitude.
 * @param {Point} a [lat, lon]
 * @param {Point} b
 */
const groundLength = (a, b) => Math.hypot(b[0] - a[0], (b[1] - a[1]) * Math.cos(((a[0] + b[0]) * Math.PI) / 360));

/**
 * The middle of a line of [lat, lon], where it is halfway on the ground.
 * @param {Line} line
 * @returns {Point}
 */
export function midpoint(line) {
  const lengths = line.map((point, i) => (i ? groundLength(line[i - 1], point) : 0));
  let left = lengths.reduce((a, b) => a + b, 0) / 2;
  for (let i = 1; i < line.length; i += 1) {
    if (left <= lengths[i]) return between(line[i - 1], line[i], lengths[i] ? left / lengths[i] : 0);
    left -= lengths[i];
  }
  return line[line.length - 1];
}

/**
 * Each point as the mean of itself and up to two neighbours on either side.
 * @param {Line} points
 * @returns {Line}
 */
export const smooth = points => points.map((_, i) => {
  const near = points.slice(Math.max(0, i - 2), i + 3);
  /** @param {0 | 1} axis */
  const mean = axis => near.reduce((sum, point) => sum + point[axis], 0) / near.length;
  return [mean(0), mean(1)];
});

/**
 * The direction across a line at its point i: that of the line turned by a right angle, right on a screen.
 * @param {Line} points
 * @param {number} i
 * @returns {Point}
 */
export function across(points, i) {
  const [dx, dy] = direction(points[Math.max(0, i - 1)], points[Math.min(points.length - 1, i + 1)]);
  return [-dy || 0, dx];
}

/** The line moved across its own way. @param {Line} points @param {number} offset @returns {Line} */
export const beside = (points, offset) => points.map((point, i) => {
  const [nx, ny] = across(points, i);
  return moved(point, nx * offset, ny * offset);
});

/**
 * The way a line runs where it comes nearest to a point, of length 1; upwards where there is no line.
 * @param {Line} line
 * @param {Point} at
 * @returns {Point}
 */
export function headingAt(line, at) {
  if (line.length < 2) return [0, -1];
  let near = 0;
  line.forEach((point, i) => {
    if (distance(point, at) < distance(line[near], at)) near = i;
  });
  return direction(line[Math.max(0, near - 3)], line[Math.min(line.length - 1, near + 3)]);
}

/** Points as the path data of SVG. @param {Line} points */
export const pathOf = points => 'M' + points.map(([x, y]) => x.toFixed(1) + ' ' + y.toFixed(1)).join('L');
