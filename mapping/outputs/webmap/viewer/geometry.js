/**
 * Leaflet's map and the pixels of the screen: points are [x, y] from the map's upper left corner.
 */
const map = window[FOLIUM.map];
const geometry = (() => {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');

  const pixel = (lat, lon) => {
    const point = map.latLngToContainerPoint([lat, lon]);
    return [point.x, point.y];
  };
  const pixels = (line) => line.map(([lat, lon]) => pixel(lat, lon));
  const distance = (a, b) => Math.hypot(b[0] - a[0], b[1] - a[1]);
  const between = (a, b, share) => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
  const inside = ([x, y], margin) => {
    const size = map.getSize();
    return x >= margin && y >= margin && x <= size.x - margin && y <= size.y - margin;
  };

  /** Points every `step` pixels along a line of pixels, ends included. */
  function even(line, step) {
    const points = line.length ? [line[0]] : [];
    let left = step;
    for (let i = 1; i < line.length; i += 1) {
      const length = distance(line[i - 1], line[i]);
      let gone = left;
      for (; gone <= length; gone += step) points.push(between(line[i - 1], line[i], gone / length));
      left = gone - length;
    }
    if (line.length > 1 && distance(points[points.length - 1], line[line.length - 1]) > step / 4) points.push(line[line.length - 1]);
    return points;
  }

  /** The point at a share of a line of [lat, lon], measured on the screen of any zoom alike. */
  function midpoint(line, share = 0.5) {
    const flat = line.map(([lat, lon]) => [lon * Math.cos((lat * Math.PI) / 180), lat]);
    const lengths = flat.map((point, i) => (i ? distance(flat[i - 1], point) : 0));
    let left = lengths.reduce((a, b) => a + b, 0) * share;
    for (let i = 1; i < line.length; i += 1) {
      if (left <= lengths[i]) return between(line[i - 1], line[i], lengths[i] ? left / lengths[i] : 0);
      left -= lengths[i];
    }
    return line[line.length - 1];
  }

  const path = (points) => 'M' + points.map(([x, y]) => x.toFixed(1) + ' ' + y.toFixed(1)).join('L');

  /** Bring [lat, lon] points into view, quickly and not at all where motion is unwelcome. */
  function visit(points, { zoom = 10.5, padding = 60 } = {}) {
    if (!points.length) return;
    const animate = !calm.matches;
    if (points.length === 1) {
      map.setView(points[0], Math.max(map.getZoom(), zoom), { animate, duration: 0.2 });
    } else {
      map.fitBounds(points, { padding: [padding, padding], maxZoom: Math.max(zoom, 11), animate, duration: 0.2 });
    }
  }

  return { pixel, pixels, distance, between, inside, even, midpoint, path, visit, calm };
})();
