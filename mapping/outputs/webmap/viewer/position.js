/**
 * How far troops are said to have come along a road: a bar across the road, the band in which it may lie, and a
 * direct label that keeps off the road ahead.
 */
const position = (() => {
  const { make, draw } = dom;
  const pane = map.getPane('marks');
  const SHARES = { '0.25': 'quarter', '0.333': 'third', '0.5': 'half', '0.667': 'two-thirds', '0.75': 'three-quarters' };
  const bands = new Map();
  for (const band of data.position_bands) bands.set(band.id, band);

  /** Where a position is drawn: at its point, else in the middle of its band. */
  function spot(row) {
    if (row.lat != null) return [row.lat, row.lon];
    const line = bands.has(row.id) ? data.lines(bands.get(row.id))[0] : null;
    return line ? geometry.midpoint(line) : null;
  }
  const rows = data.positions.filter(spot).sort((a, b) => (state.startOf(b) ?? 0) - (state.startOf(a) ?? 0));
  const LABELS = 4; // direct labels, the latest first
  const entries = new Map();

  /** "a third of the way", "48 km along the road". */
  function share(row) {
    const known = row.fraction != null && SHARES[String(Number(row.fraction.toFixed(3)))];
    if (known) return say('position.' + known);
    if (row.fraction != null) return say('position.percent', { n: Math.round(row.fraction * 100) });
    return say('position.km', { km: words.number(row.km, 0) });
  }
  const told = (row) => (row.approximate ? say('position.about', { share: share(row) }) : share(row));
  const title = (row) => {
    const text = row.lat == null ? say('position.between', { who: data.actorNames(row.actors).join(', ') }) : told(row);
    return text.charAt(0).toUpperCase() + text.slice(1);
  };

  /** Whether the reader's time allows it: it stands from the day it is reported. */
  const inTime = (row) => state.startOf(row) == null || state.startOf(row) <= state.chosen.to;
  const isShown = (row) => state.isOn(row.key) && row.status !== 'retracted' && inTime(row);

  function refresh() {
    refreshSteps();
    for (const row of rows) {
      const band = bands.get(row.id);
      const entry = entries.get(row) || { layer: band && L.polyline(data.lines(band), { pane: 'movements', className: 'band', color: control.colourOf(row.actors), interactive: false }) };
      entries.set(row, entry);
      if (entry.layer) {
        ground.place(entry.layer, isShown(row));
        const element = entry.layer.getElement();
        if (element) element.classList.toggle('front-old', !isLatest(row));
      }
      if (entry.label && !isShown(row)) entry.label.remove();
    }
  }

  /** The line of advance: from each position of the same troops to their next, once both are shown. */
  const steps = data.advances.map((step) => ({
    ends: data.split(step.statements).map((id) => rows.find((row) => row.id === id)),
    layer: L.polyline(data.lines(step), { pane: 'movements', className: 'advance', color: control.colourOf(step.actors), interactive: false }),
  }));

  function refreshSteps() {
    for (const { ends, layer } of steps) ground.place(layer, ends.every((row) => row && isShown(row)));
  }

  /** The way the road runs at a position, away from the end it is counted from, as a unit vector on the screen. */
  function heading(row, at) {
    const band = bands.get(row.id);
    const route = data.find('route', row.route);
    const line = geometry.even(geometry.pixels(data.lines(band || route || {})[0] || []), 4);
    if (line.length < 2) return [0, -1];
    let near = 0;
    line.forEach((point, i) => { if (geometry.distance(point, at) < geometry.distance(line[near], at)) near = i; });
    const [a, b] = [line[Math.max(0, near - 3)], line[Math.min(line.length - 1, near + 3)]];
    const length = geometry.distance(a, b) || 1;
    const turn = route && row.from === route.to ? -1 : 1;
    return [(turn * (b[0] - a[0])) / length, (turn * (b[1] - a[1])) / length];
  }

  function bar(svg, row, at, [dx, dy]) {
    const [nx, ny] = [-dy, dx];
    const corner = (along, across) => [at[0] + dx * along + nx * across, at[1] + dy * along + ny * across];
    const colour = control.colourOf(row.actors);
    const front = [corner(0, -13), corner(0, 13)];
    const head = [corner(-1, -7), corner(10, 0), corner(-1, 7)];
    svg.append(
      draw('path', { class: 'front-halo', d: geometry.path(front) }),
      draw('path', { class: 'front-head', d: geometry.path(head) + 'Z', fill: colour }),
      draw('path', { class: 'front', d: geometry.path(front), stroke: colour }));
    space.take(space.around(at, 13));
  }

  /** Put the label where it covers least: not over the road, not over what stands already. */
  function label(svg, row, at, [dx, dy]) {
    const entry = entries.get(row);
    if (!entry.label) {
      entry.label = make('button', { type: 'button', class: 'front-label', click: () => state.select(row.key) },
        make('strong', null, title(row)), make('span', null, say('position.reported', { date: dates.shortRead(row.date_edtf || row.date_end || '') })));
      L.DomEvent.disableClickPropagation(entry.label);
    }
    entry.label.classList.toggle('older', !isLatest(row));
    if (!entry.label.parentNode) pane.append(entry.label);
    const [wide, tall] = [entry.label.offsetWidth, entry.label.offsetHeight];
    const road = geometry.even(geometry.pixels(data.lines(data.find('route', row.route) || {})[0] || []), 10);
    let best = null;
    for (const reach of [34, 56, 84, 120, 160]) {
      for (let turn = 0; turn < 12; turn += 1) {
        const angle = Math.atan2(dx, -dy) + (turn * Math.PI) / 6;
        const centre = [at[0] + Math.cos(angle) * (reach + wide / 2), at[1] + Math.sin(angle) * (reach + tall / 2)];
        const box = space.around(centre, wide / 2 + 3, tall / 2 + 2);
        if (!geometry.inside([box[0], box[1]], 4) || !geometry.inside([box[2], box[3]], 4) || space.blocked(box)) continue;
        const onRoad = road.filter(([x, y]) => x > box[0] && x < box[2] && y > box[1] && y < box[3]).length;
        const leader = geometry.even([at, centre], 8).slice(3).filter((point) => !space.free(space.around(point, 3))).length;
        const covered = space.covered(box);
        if (covered && !isLatest(row)) continue; // an older label waits for the next zoom
        const cost = 6 * covered + onRoad + leader + reach / 8;
        if (!best || cost < best.cost) best = { cost, centre, box };
      }
    }
    entry.label.hidden = !best;
    if (!best) return;
    space.take(best.box);
    const [x, y] = best.centre;
    const edge = [Math.max(x - wide / 2, Math.min(at[0], x + wide / 2)), Math.max(y - tall / 2, Math.min(at[1], y + tall / 2))];
    svg.prepend(draw('path', { class: 'front-leader', d: geometry.path([at, edge]) }));
    L.DomUtil.setPosition(entry.label, map.containerPointToLayerPoint([x - wide / 2, y - tall / 2]).round());
  }

  /** Whether nothing later is said; older positions are drawn faintly, so that the way of the front can be seen. */
  const isLatest = (row) => row === rows.find(isShown) || row.key === state.chosen.selected;

  const pixelOf = (row) => geometry.pixel(...spot(row));

  /** Draw the bars; labels come later, when the great names stand. */
  function render(svg) {
    for (const row of rows) {
      const at = pixelOf(row);
      if (!isShown(row) || row.lat == null || !geometry.inside(at, 0)) continue;
      const group = draw('g', isLatest(row) ? {} : { class: 'front-old' });
      bar(group, row, at, heading(row, at));
      svg.append(group);
    }
  }

  function renderLabels(svg) {
    const wanted = new Set(rows.filter((row) => isShown(row) && row.actors).slice(0, LABELS));
    for (const row of rows) {
      const at = pixelOf(row);
      const entry = entries.get(row);
      if (wanted.has(row) && geometry.inside(at, 0)) label(svg, row, at, heading(row, at));
      else if (entry && entry.label) entry.label.remove();
    }
  }

  return { refresh, render, renderLabels, title, told, inTime };
})();
