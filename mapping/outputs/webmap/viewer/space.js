/**
 * Which parts of the screen are taken: labels and signs ask before they are drawn. Boxes are [left, top, right, bottom].
 */
const space = (() => {
  const CELL = 64;
  let cells = new Map();
  let kept = [];

  const overlap = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

  function* touched(box) {
    for (let x = Math.floor(box[0] / CELL); x <= box[2] / CELL; x += 1) {
      for (let y = Math.floor(box[1] / CELL); y <= box[3] / CELL; y += 1) yield x + ',' + y;
    }
  }

  function take(...boxes) {
    for (const box of boxes) {
      for (const key of touched(box)) {
        if (!cells.has(key)) cells.set(key, []);
        cells.get(key).push(box);
      }
    }
  }

  function free(box) {
    for (const key of touched(box)) {
      if ((cells.get(key) || []).some((other) => overlap(box, other))) return false;
    }
    return true;
  }

  /** How many taken boxes a box would cover. */
  function covered(box) {
    const found = new Set();
    for (const key of touched(box)) (cells.get(key) || []).forEach((other) => overlap(box, other) && found.add(other));
    return found.size;
  }

  /** Take a box of the map's own frame, under which nothing may go at any cost. */
  function keep(box) {
    take(box);
    kept.push(box);
  }
  const blocked = (box) => kept.some((other) => overlap(box, other));

  const around = ([x, y], half, halfHeight = half) => [x - half, y - halfHeight, x + half, y + halfHeight];

  function clear() {
    cells = new Map();
    kept = [];
  }

  return { take, keep, free, blocked, covered, around, clear };
})();
