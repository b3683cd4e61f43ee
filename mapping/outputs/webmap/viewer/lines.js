/**
 * What lies along lines and in areas: sections of road, movements, distances, access, uncertainty.
 */
const lines = (() => {
  const { draw } = dom;
  const drawn = new Map();

  const isPlanned = (row) => !['asserted', 'claimed', 'disputed'].includes(row.certainty);

  /** Keep a Leaflet layer for a key while it is wanted. */
  function keep(key, wanted, layer) {
    if (wanted && !drawn.has(key)) drawn.set(key, layer());
    if (drawn.has(key)) ground.place(drawn.get(key), wanted);
  }

  function clickable(layer, key) {
    layer.on('click', (event) => {
      L.DomEvent.stop(event);
      state.select(key);
    });
    return layer;
  }

  const line = (row, className, options) => L.polyline(data.lines(row), { pane: 'movements', className, ...options });

  function refresh() {
    const { selected } = state.chosen;
    for (const row of data.access) {
      keep(row.key, state.isOn(row.key) || selected === row.key, () => clickable(line(row, 'access'), row.key));
    }
    for (const row of data.distances) {
      keep('chosen ' + row.key, selected === row.key, () => line(row, 'measured', { interactive: false }));
    }
    for (const row of data.event_areas) {
      const wanted = state.isShown(row.happening) && (selected === row.happening.key || state.isOn('ground:uncertainty'));
      keep('area ' + row.index, wanted, () => L.polygon(data.lines(row), {
        pane: 'areas', className: 'area-shape', color: symbols.colour(row.type), interactive: false,
      }));
    }
  }

  /** Draw sections of road beside the road, those of one stretch side by side. */
  function sections(svg) {
    const beside = new Map();
    for (const row of data.event_lines) {
      if (row.shape !== 'section' || !state.isShown(row.happening)) continue;
      const number = beside.get(row.drawn) || 0;
      beside.set(row.drawn, number + 1);
      const offset = (number % 2 ? -1 : 1) * (6 + 5.5 * Math.floor(number / 2));
      const points = smooth(geometry.even(geometry.pixels(data.lines(row)[0] || []), 6));
      const shifted = points.map((point, i) => [0, 1].map((axis) => point[axis] + offset * normal(points, i)[axis]));
      svg.append(draw('path', {
        d: geometry.path(shifted), stroke: symbols.colour(row.type), click: () => state.select(row.happening.key),
        class: 'section section-' + symbols.fillOf(row.happening) + (row.happening.key === state.chosen.selected ? ' section-chosen' : state.isRecent(row.happening) ? '' : ' section-old'),
      }));
    }
  }

  /** Draw movements as tapered arrows along their line; planned ones are an empty outline. */
  function arrows(svg) {
    for (const row of data.event_lines) {
      if (row.shape !== 'arrow' || !state.isShown(row.happening)) continue;
      const outline = taper(geometry.pixels(data.lines(row)[0] || []));
      if (!outline) continue;
      svg.append(draw('path', {
        d: outline, class: 'arrow arrow-' + symbols.fillOf(row.happening) + (state.isRecent(row.happening) ? '' : ' section-old'), click: () => state.select(row.happening.key),
        ...(isPlanned(row) ? { stroke: symbols.colour(row.type) } : { fill: symbols.colour(row.type) }),
      }));
    }
  }

  /** The outline of an arrow that grows from its tail to its head along a line of pixels. */
  function taper(way) {
    const points = smooth(geometry.even(way, 6));
    if (points.length < 5) return null;
    const neck = Math.max(2, points.length - 3);
    const [left, right] = [[], []];
    for (let i = 0; i <= neck; i += 1) {
      const half = 1.2 + (3.6 * i) / neck;
      const [nx, ny] = normal(points, i);
      left.push([points[i][0] + nx * half, points[i][1] + ny * half]);
      right.unshift([points[i][0] - nx * half, points[i][1] - ny * half]);
    }
    const [nx, ny] = normal(points, neck);
    const [x, y] = points[neck];
    const head = [[x + nx * 10, y + ny * 10], points[points.length - 1], [x - nx * 10, y - ny * 10]];
    return geometry.path([...left, ...head, ...right]) + 'Z';
  }

  const smooth = (points) => points.map((point, i) => {
    const near = points.slice(Math.max(0, i - 2), i + 3);
    return [0, 1].map((axis) => near.reduce((sum, other) => sum + other[axis], 0) / near.length);
  });

  function normal(points, i) {
    const [a, b] = [points[Math.max(0, i - 1)], points[Math.min(points.length - 1, i + 1)]];
    const length = geometry.distance(a, b) || 1;
    return [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
  }

  /** A soft disc under what is selected, or under all: how far off the place may lie. */
  function discs(svg) {
    const all = state.isOn('ground:uncertainty');
    const seen = new Set();
    for (const event of all ? data.events : [data.byKey.get(state.chosen.selected)]) {
      if (!event || event.kind_of !== 'event' || (all && !state.isShown(event))) continue;
      for (const mark of event.marks) {
        const spot = mark.lat + ',' + mark.lon;
        if (!mark.uncertainty_m || mark.lat == null || seen.has(spot) || mark.located_by === 'route') continue;
        seen.add(spot);
        disc(svg, mark.lat, mark.lon, mark.uncertainty_m);
      }
    }
    const row = data.byKey.get(state.chosen.selected);
    if (row && row.kind_of === 'place' && row.lat != null && row.uncertainty_m) disc(svg, row.lat, row.lon, row.uncertainty_m);
  }

  function disc(svg, lat, lon, metres) {
    const [x, y] = geometry.pixel(lat, lon);
    const north = geometry.pixel(lat + metres / 111320, lon);
    svg.prepend(draw('circle', { class: 'disc', cx: x, cy: y, r: Math.max(12, y - north[1]), fill: 'url(#soft)' }));
  }

  /** Points to show when a row is selected. */
  const extent = (row) => data.lines(row).flat();

  return { refresh, sections, arrows, discs, extent, isPlanned };
})();
