/**
 * The ground: rivers and boundaries as folium drew them, roads by how well they are known, graticule, inset.
 */
const ground = (() => {
  const { draw } = dom;
  const STEP = 0.5; // degrees between the lines of the graticule

  /** Roads of which the sources tell something are drawn stronger than the others. */
  const told = new Set([...data.marks, ...data.positions, ...data.distances, ...data.event_lines].map((row) => row.route).filter(Boolean));
  const weight = (stretch) => (data.split(stretch.routes).some((id) => told.has(id)) ? ' road-told' : '');

  /** Roads in their two strokes: a light casing beneath, the line on top. */
  const roads = data.stretches.map((stretch) => {
    const lines = data.lines(stretch);
    const casing = L.polyline(lines, { pane: 'casing', className: 'road-casing', interactive: false });
    const line = L.polyline(lines, { pane: 'roads', className: 'road road-' + stretch.quality + weight(stretch), smoothFactor: 0.6 });
    line.on('click', (event) => {
      L.DomEvent.stop(event);
      const route = data.split(stretch.routes).map((id) => data.find('route', id)).find((row) => row && state.isOn(row.key));
      if (route) state.select(route.key);
    });
    return { stretch, layers: [casing, line] };
  });

  function graticule() {
    const [south, west, north, east] = data.meta.window;
    const lines = [];
    for (let lat = Math.ceil(south / STEP) * STEP; lat <= north; lat += STEP) lines.push([[lat, west], [lat, east]]);
    for (let lon = Math.ceil(west / STEP) * STEP; lon <= east; lon += STEP) lines.push([[south, lon], [north, lon]]);
    return L.polyline(lines, { pane: 'ground', className: 'graticule', interactive: false });
  }
  const grid = graticule();

  function place(layer, on) {
    if (on !== map.hasLayer(layer)) map[on ? 'addLayer' : 'removeLayer'](layer);
  }

  /** Show the roads of the routes that are switched on; a stretch without a route always. */
  function refresh() {
    for (const { stretch, layers } of roads) {
      const routes = data.split(stretch.routes).filter((id) => data.find('route', id));
      const on = !routes.length || routes.some((id) => state.isOn('route:' + id));
      const chosen = routes.some((id) => state.chosen.selected === 'route:' + id);
      layers.forEach((layer) => place(layer, on));
      const element = layers[1].getElement();
      if (element) element.classList.toggle('road-chosen', chosen);
    }
    place(grid, state.isOn('ground:graticule'));
  }

  /** The degrees of the graticule along the left and upper edges of the view. */
  function degrees(svg) {
    if (!state.isOn('ground:graticule')) return;
    const [south, west, north, east] = data.meta.window;
    const size = map.getSize();
    const step = map.getZoom() < 8 ? 2 * STEP : STEP;
    for (let lat = Math.ceil(south / step) * step; lat <= north; lat += step) {
      const [, y] = geometry.pixel(lat, west);
      if (y > 20 && space.free([2, y - 12, 40, y])) svg.append(draw('text', { x: 4, y: y - 3, class: 'degree' }, lat.toFixed(1) + '°N'));
    }
    for (let lon = Math.ceil(west / step) * step; lon <= east; lon += step) {
      const [x] = geometry.pixel(north, lon);
      if (x > 60 && x < size.x - 40 && space.free([x, 2, x + 40, 14])) svg.append(draw('text', { x: x + 3, y: 12, class: 'degree' }, lon.toFixed(1) + '°E'));
    }
  }

  /** The inset: where in the country the window lies. */
  function inset() {
    const { outline, neighbours, country } = data.locator;
    const all = outline.flat().map(([lat, lon]) => [lon, -lat * 1.06]);
    if (!all.length) return null;
    const [xs, ys] = [0, 1].map((i) => all.map((point) => point[i]));
    const [left, top] = [Math.min(...xs) - 3.5, Math.min(...ys) - 1];
    const [width, height] = [Math.max(...xs) - left + 3.5, Math.max(...ys) - top + 1];
    const at = (lat, lon) => [lon, -lat * 1.06];
    const [south, west, north, east] = data.meta.window;
    const [x, y] = at(north, west);
    return draw('svg', { viewBox: [left, top, width, height].join(' '), role: 'img', 'aria-label': say('inset', { country }) },
      outline.map((ring) => draw('path', { class: 'inset-land', d: geometry.path(ring.map(([lat, lon]) => at(lat, lon))) + 'Z' })),
      draw('rect', { class: 'inset-window', x, y, width: east - west, height: (north - south) * 1.06 }),
      neighbours.map(([name, lat, lon]) => {
        const [nx, ny] = at(lat, lon);
        const share = (nx - left) / width;
        const [anchor, x_] = share < 0.3 ? ['start', left + 0.3] : share > 0.7 ? ['end', left + width - 0.3] : ['middle', nx];
        return draw('text', { class: 'inset-name', x: x_, y: ny, 'text-anchor': anchor }, name);
      }));
  }

  const rivers = FOLIUM.rivers ? window[FOLIUM.rivers] : null;
  const boundaries = FOLIUM.boundaries ? window[FOLIUM.boundaries] : null;
  const lineOf = (layer, index) => (layer ? layer.getLatLngs()[index].map((point) => [point.lat, point.lng]) : []);

  return { refresh, degrees, inset, place, river: (row) => lineOf(rivers, row.index), boundary: (row) => lineOf(boundaries, row.index) };
})();
