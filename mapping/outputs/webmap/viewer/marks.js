/**
 * Signs of events: one for each place, type and filling, however many events it stands for. Signs that find no room
 * on their place stand beside it on a thin leader; where even that fails, a badge with a count stands for the place.
 */
const marks = (() => {
  const { make, draw } = dom;
  const SIZE = 24;
  const OLD_SIZE = 17;
  const MOST = 260; // signs in view; beyond, each place has one badge
  const RINGS = [0, 21, 32, 44, 58]; // pixels from the spot on which a sign may stand
  const FAR = [74, 92, 112, 136, 160]; // and a badge, which must stand somewhere
  const ENDS = ['from', 'to', 'via', 'between'];
  const pane = map.getPane('marks');
  const cells = new Map();
  const buttons = new Map();
  const onSpot = new Set();

  /** Where a mark stands in words: "near Delta". */
  const where = (mark) => [mark.role && term('role', mark.role), mark.place ? data.placeName(mark.place) : mark.place_name].filter(Boolean).join(' ');

  function join(lat, lon, mark, event) {
    const filling = symbols.fillOf(event);
    const draft = symbols.isDraft(event);
    const spot = mark.located_by === 'seat' ? 'around ' + mark.place : lat + ',' + lon;
    const key = spot + '|' + event.type + '|' + filling + draft;
    if (!cells.has(key)) {
      const place = data.find('place', mark.place);
      const offset = mark.located_by === 'seat' || mark.located_by === 'route' || (place && labels.isMajor(place));
      cells.set(key, { key, spot, lat, lon, mark, type: event.type, filling, draft, offset, events: [], count: 0 });
    }
    const cell = cells.get(key);
    if (cell.events[cell.events.length - 1] !== event) cell.events.push(event);
  }

  /** The sign of what lies along a road stands on that road, not at the end from which the road is named. */
  for (const event of data.events) {
    const section = event.shapes.find((shape) => shape.shape === 'section' && data.lines(shape).length);
    const located = event.marks.filter((mark) => mark.lat != null && !(section && ENDS.includes(mark.role)));
    for (const mark of located) join(mark.lat, mark.lon, mark, event);
    if (section) join(...geometry.midpoint(data.lines(section)[0]), event.marks.find((mark) => mark.route) || event.marks[0], event);
  }

  function refresh() {
    for (const cell of cells.values()) {
      cell.count = 0;
      cell.recent = false;
      for (const event of cell.events) {
        cell.count += state.shown[event.index];
        cell.recent = cell.recent || (state.isShown(event) && state.isRecent(event));
      }
    }
  }

  /** Find room for a box of `size` around a pixel, on its spot or on one of the rings about it. */
  function room(at, size, offset, rings = RINGS) {
    for (const ring of offset ? rings.slice(1) : rings) {
      for (let turn = 0; turn < (ring ? 12 : 1); turn += 1) {
        const angle = ((turn * 150 - 50) * Math.PI) / 180;
        const spot = [at[0] + ring * Math.cos(angle), at[1] + ring * Math.sin(angle)];
        if (geometry.inside(spot, size / 2) && space.free(space.around(spot, size / 2))) return spot;
      }
    }
    return null;
  }

  /** Join things that share a spot. */
  function bySpot(list) {
    const groups = new Map();
    for (const cell of list) {
      if (!groups.has(cell.spot)) groups.set(cell.spot, { key: 'badge|' + cell.spot, lat: cell.lat, lon: cell.lon, at: cell.at, cells: [], count: 0 });
      const group = groups.get(cell.spot);
      group.cells.push(cell);
      group.count += cell.count;
    }
    return [...groups.values()].sort((a, b) => b.count - a.count);
  }

  /** Whether a sign or badge stands for an event, too. */
  const holds = (thing, event) => Boolean(event) && (thing.cells || [thing]).some((cell) => cell.events.includes(event));

  /** Decide where each sign stands: [{thing, at, spot}], badges for what found no room. */
  function layout(chosen) {
    const visible = [];
    for (const cell of cells.values()) {
      if (!cell.count) continue;
      cell.at = geometry.pixel(cell.lat, cell.lon);
      if (geometry.inside(cell.at, 4)) visible.push(cell);
    }
    visible.sort((a, b) => a.offset - b.offset || holds(b, chosen) - holds(a, chosen) || b.recent - a.recent || b.count - a.count);
    const standing = [];
    onSpot.clear();
    let crowded = visible;
    if (visible.length <= MOST) {
      crowded = visible.filter((cell) => {
        const size = cell.recent ? SIZE : OLD_SIZE;
        const spot = room(cell.at, size, cell.offset);
        if (spot) {
          space.take(space.around(spot, size / 2));
          standing.push({ thing: cell, spot });
          if (geometry.distance(spot, cell.at) < 1) onSpot.add(cell.spot);
        }
        return !spot;
      });
    }
    return standing.concat(badges(crowded));
  }

  function badges(crowded) {
    const standing = [];
    for (const group of bySpot(crowded)) {
      const spot = room(group.at, SIZE + 4, false, RINGS.concat(FAR));
      if (spot) {
        space.take(space.around(spot, SIZE / 2 + 2));
        standing.push({ thing: group.cells.length === 1 ? group.cells[0] : group, spot });
      } else if (standing.length) {
        const near = standing.reduce((a, b) => (geometry.distance(a.spot, group.at) <= geometry.distance(b.spot, group.at) ? a : b));
        if (near.thing.cells) {
          near.thing.cells.push(...group.cells);
          near.thing.count += group.count;
        } else {
          standing.push({ thing: group, spot: group.at });
        }
      } else {
        standing.push({ thing: group, spot: group.at });
      }
    }
    return standing;
  }

  const eventsOf = (thing) => [...new Set((thing.cells || [thing]).flatMap((cell) => cell.events))].filter(state.isShown);

  function act(thing) {
    const events = eventsOf(thing);
    if (events.length === 1) state.select(events[0].key);
    else cards.openGroup(events, thing.cells ? data.placeName(thing.cells[0].mark.place) : name(thing));
  }

  const name = (cell) => dom.brief([symbols.typeName(cell.type), where(cell.mark)].join(', '));
  const label = (thing) => (thing.cells ? say('badge', { n: thing.count }) : name(thing) + (thing.count > 1 ? ', ' + say('events', { n: thing.count }) : ''));

  function buttonFor(thing) {
    if (!buttons.has(thing.key)) {
      const element = make('button', { type: 'button', class: thing.cells ? 'badge' : 'mark', click: () => act(buttons.get(thing.key).thing) });
      L.DomEvent.disableClickPropagation(element);
      buttons.set(thing.key, { element });
    }
    const entry = buttons.get(thing.key);
    entry.thing = thing;
    if (entry.count !== thing.count) {
      entry.count = thing.count;
      const count = thing.count > 1 && make('span', { class: 'count' }, String(thing.count));
      entry.element.replaceChildren(...(thing.cells ? [String(thing.count)] : [symbols.sign(thing.type, thing.filling, thing.draft, SIZE), count].filter(Boolean)));
      entry.element.setAttribute('aria-label', label(thing));
      entry.element.title = label(thing);
    }
    return entry.element;
  }

  /** Draw all signs and their leaders; elements stay, so that focus stays. */
  function render(svg) {
    const kept = new Set();
    const chosen = data.byKey.get(state.chosen.selected);
    for (const { thing, spot } of layout(chosen)) {
      const at = thing.at;
      const element = buttonFor(thing);
      kept.add(thing.key);
      if (geometry.distance(at, spot) > 4) {
        svg.prepend(draw('path', { class: 'leader', d: geometry.path([at, spot]) }), draw('circle', { class: 'leader-end', cx: at[0], cy: at[1], r: 1.8 }));
      }
      L.DomUtil.setPosition(element, map.containerPointToLayerPoint(spot).round());
      element.classList.toggle('chosen', holds(thing, chosen));
      element.classList.toggle('old', thing.recent === false);
      element.classList.toggle('area', Boolean(thing.mark && thing.mark.located_by === 'seat'));
      if (!element.parentNode) pane.append(element);
    }
    for (const [key, { element }] of buttons) if (!kept.has(key)) element.remove();
  }

  /** Spots on which a sign wants to stand; after drawing, `stands` tells whether one does. */
  const wanted = () => new Set([...cells.values()].filter((cell) => cell.count && !cell.offset).map((cell) => cell.spot));
  const stands = (place) => onSpot.has(place.lat + ',' + place.lon);

  return { refresh, render, where, wanted, stands };
})();
