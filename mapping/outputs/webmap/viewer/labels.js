/**
 * Names on the map: places in three sizes, rivers in italics and regions in spaced capitals along their lines,
 * stated kilometres along their roads. Nothing lies over anything else; what finds no room waits for the next zoom.
 */
const labels = (() => {
  const { draw } = dom;
  const FAMILY = getComputedStyle(document.body).fontFamily;
  const STYLES = {
    city: { size: 15.5, weight: 700, gap: 10 },
    town: { size: 13.5, weight: 650, gap: 9 },
    village: { size: 11.5, weight: 500, gap: 8 },
  };
  const IMPORTANCE = { city: 0, town: 1, mine: 2, base: 3, junction: 3, site: 3, dam: 3, bridge: 3, village: 4 };
  const SIDES = ['mr', 'ml', 'tr', 'br', 'tl', 'bl', 'tc', 'bc'];
  const FIRST = 25; // labels at the first view
  const context = document.createElement('canvas').getContext('2d');
  const widths = new Map();
  let firstZoom = null;

  function width(text, size, weight = 400, spacing = 0) {
    const font = weight + ' ' + size + 'px ' + FAMILY;
    const key = font + text;
    if (!widths.has(key)) {
      context.font = font;
      widths.set(key, context.measureText(text).width);
    }
    return widths.get(key) + spacing * text.length;
  }

  const styleOf = (place) => STYLES[place.kind] || STYLES.village;
  const isPoint = (place) => place.lat != null && !['township', 'region', 'country', 'river'].includes(place.kind);
  const isMajor = (place) => place.kind === 'city' || place.kind === 'town';

  /** Places in the order in which they deserve a label: kind, then how much is reported there. */
  const happenings = new Map();
  for (const mark of data.marks) happenings.set(mark.place, (happenings.get(mark.place) || 0) + 1);
  const ends = new Set(data.routes.flatMap((route) => [route.from, route.to]));
  const named = new Set(data.mentions.map((mention) => mention.place));
  const rank = (place) => 10 * (IMPORTANCE[place.kind] ?? 4)
    - Math.min(9, happenings.get(place.id) || 0) - (ends.has(place.id) ? 12 : 0) - (named.has(place.id) ? 11 : 0);
  const ordered = data.places.filter(isPoint).sort((a, b) => rank(a) - rank(b) || a.index - b.index);

  function box(at, side, wide, tall, gap) {
    const [x, y] = at;
    const left = { l: x - gap - wide, c: x - wide / 2, r: x + gap }[side[1]];
    const top = { t: y - gap - tall + 3, m: y - tall / 2, b: y + gap - 3 }[side[0]];
    return [left, top, left + wide, top + tall];
  }

  /** Draw a place's name beside its dot, on the first side with room. */
  function place(svg, row, at) {
    const { size, weight, gap: bare } = styleOf(row);
    const near = bare + (control.ringed.has(row.id) ? 6 : 0) + (marks.stands(row) ? 8 : 0);
    const [name, burmese] = [dom.brief(row.name, 40), dom.brief(row.name_my, 60)];
    const wide = Math.max(width(name, size, weight), burmese ? width(burmese, size - 2.5) : 0);
    const tall = size * 1.15 + (burmese ? size * 1.15 : 0);
    const gaps = happenings.has(row.id) ? [near, near + 10, near + 20] : [near];
    for (const [gap, side] of gaps.flatMap((each) => SIDES.map((one) => [each, one]))) {
      const found = box(at, side, wide, tall, gap);
      if (!geometry.inside([found[0], found[1]], 3) || !geometry.inside([found[2], found[3]], 3) || !space.free(found)) continue;
      space.take(found);
      const anchor = { l: 'end', c: 'middle', r: 'start' }[side[1]];
      const x = { l: found[2], c: at[0], r: found[0] }[side[1]];
      svg.append(draw('text', {
        x, y: found[1] + size * 0.95, 'text-anchor': anchor, 'font-size': size, 'font-weight': weight,
        class: 'name name-' + (isMajor(row) ? 'major' : 'minor'), click: () => state.select(row.key),
      }, name));
      if (burmese) {
        svg.append(draw('text', {
          x, y: found[1] + size * 2.05, 'text-anchor': anchor, 'font-size': size - 2.5, lang: 'my', class: 'name name-my',
        }, burmese));
      }
      return true;
    }
    return false;
  }

  /** Draw the dots of places and, as far as there is room, their names; returns how many names stand. */
  function places(svg, wanted, limit) {
    let standing = 0;
    for (const row of ordered) {
      if (!wanted(row) || !isTold(row)) continue;
      const at = geometry.pixel(row.lat, row.lon);
      if (!geometry.inside(at, 2)) continue;
      if (standing < limit && state.isOn('ground:names') && place(svg, row, at)) {
        standing += 1;
      }
    }
    return standing;
  }

  /** Villages that no text names wait until the reader comes closer; from afar only places of events are told. */
  function isTold(row) {
    const closer = map.getZoom() - (firstZoom ?? map.getZoom());
    if (closer < -0.9) return happenings.has(row.id);
    return isMajor(row) || named.has(row.id) || happenings.has(row.id) || closer > 0.9;
  }

  /** Dots come before names, because no name may lie over a dot. */
  function dots(svg, wanted) {
    for (const row of ordered) {
      const at = geometry.pixel(row.lat, row.lon);
      if (!wanted(row) || !isTold(row) || !geometry.inside(at, -10)) continue;
      const radius = row.kind === 'city' ? 4.5 : row.kind === 'town' ? 3.8 : 2.4;
      svg.append(draw('circle', {
        cx: at[0], cy: at[1], r: radius, class: 'dot dot-' + (isMajor(row) ? 'major' : 'minor'), click: () => state.select(row.key),
      }));
      space.take(space.around(at, radius + 1));
    }
  }

  /**
   * Find the straightest free piece of a line on which `long` pixels of text can stand, `offset` pixels to its left.
   * Returns three points from left to right (so that nothing reads upside down), or nothing.
   */
  function stand(line, long, tall, offset = 0) {
    const points = geometry.even(geometry.pixels(line), 8);
    const count = Math.ceil(long / 8);
    let best = null;
    for (let i = 0; i + count < points.length; i += 2) {
      const [a, m, b] = [points[i], points[i + (count >> 1)], points[i + count]];
      if (!geometry.inside(a, 24) || !geometry.inside(b, 24) || !geometry.inside(m, 24)) continue;
      const straight = geometry.distance(a, b) / (count * 8);
      const score = straight - Math.abs(i + count / 2 - points.length / 2) / points.length / 6;
      if (straight < 0.86 || (best && score <= best.score)) continue;
      const shifted = shift(points.slice(i, i + count + 1), offset);
      if (shifted.every((point, k) => k % 2 || space.free(space.around(point, tall / 2)))) {
        best = { score, points: shifted };
      }
    }
    if (!best) return null;
    const way = best.points[0][0] <= best.points[best.points.length - 1][0] ? best.points : best.points.slice().reverse();
    best.points.forEach((point, k) => k % 2 || space.take(space.around(point, tall / 2)));
    return [way[0], way[way.length >> 1], way[way.length - 1]];
  }

  /** Move points to the left of the way from the first to the last. */
  function shift(points, offset) {
    const [a, b] = [points[0], points[points.length - 1]];
    const length = geometry.distance(a, b) || 1;
    const [dx, dy] = [((b[1] - a[1]) / length) * offset, (-(b[0] - a[0]) / length) * offset];
    return points.map(([x, y]) => [x + dx, y + dy]);
  }

  let curves = 0;
  /** Write text along a gentle curve through three points. */
  function along(svg, text, [a, m, b], attributes) {
    const bend = [2 * m[0] - (a[0] + b[0]) / 2, 2 * m[1] - (a[1] + b[1]) / 2];
    const id = 'curve-' + (curves += 1);
    svg.append(
      draw('path', { id, d: 'M' + a + 'Q' + bend + ' ' + b, fill: 'none' }),
      draw('text', attributes, draw('textPath', { href: '#' + id, startOffset: '50%', 'text-anchor': 'middle' }, text)));
  }

  function rivers(svg) {
    for (const row of data.rivers) {
      const size = 12.5;
      const name = dom.brief(row.name, 40);
      const found = stand(ground.river(row), width(name, size, 400, 1.5) + 8, 15, 9);
      if (found) along(svg, name, found, { class: 'name-river', 'font-size': size, dy: 4 });
    }
  }

  function regions(svg) {
    for (const row of data.boundaries) {
      for (const [name, offset] of [[row.left, 15], [row.right, -15]]) {
        if (!name) continue;
        const text = dom.brief(name, 40).toUpperCase();
        const found = stand(ground.boundary(row), width(text, 11, 600, 4) + 10, 14, offset);
        if (found) along(svg, text, found, { class: 'name-region', 'font-size': 11, dy: 4 });
      }
    }
  }

  /** The stated length of each road, as a pill that reads along it; a figure that fits the straight line is none. */
  function pills(svg) {
    const told = new Set();
    for (const row of data.distances) {
      const text = say('pill', { km: words.number(row.stated_km) });
      const line = data.lines(row)[0];
      if (!line || row.stated_km == null || row.verdict === 'consistent') continue;
      if (!state.isOn(row.key) || told.has(row.drawn + text)) continue;
      if (pill(svg, line, text, row)) told.add(row.drawn + text);
    }
  }

  /** Put a pill on the straightest free piece of a line; tells whether there was one. */
  function pill(svg, line, text, row) {
    const wide = width(text, 11, 600) + 14;
    const found = stand(line, wide, 18);
    if (!found) return false;
    const [a, m, b] = found;
    const turn = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI;
    const [x, y] = [(a[0] + b[0] + 2 * m[0]) / 4, (a[1] + b[1] + 2 * m[1]) / 4];
    svg.append(draw('g', { class: 'pill', transform: `translate(${x} ${y}) rotate(${turn})`, click: () => state.select(row.key) },
      draw('rect', { x: -wide / 2, y: -9, width: wide, height: 18, rx: 9 }),
      draw('text', { y: 4, 'text-anchor': 'middle', 'font-size': 11, 'font-weight': 600 }, text)));
    return true;
  }

  /** For the selected distance: its kilometres along the drawn road and along the straight line, on both. */
  function measured(svg) {
    const row = data.byKey.get(state.chosen.selected);
    if (!row || row.kind_of !== 'distance') return;
    const ends = [row.from, row.to].map((id) => data.find('place', id)).filter((place) => place && place.lat != null);
    if (ends.length === 2 && row.straight_km != null) {
      const straight = ends.map((place) => [place.lat, place.lon]);
      svg.append(draw('path', { class: 'straight', d: geometry.path(geometry.pixels(straight)) }));
      pill(svg, straight, say('pill.straight', { km: words.number(row.straight_km) }), row);
    }
    const line = data.lines(row)[0];
    if (line && row.measured_km != null) pill(svg, line, say('pill.drawn', { km: words.number(row.measured_km) }), row);
  }

  const limit = () => Math.round(FIRST * 1.8 ** Math.max(0, map.getZoom() - (firstZoom ?? map.getZoom())));

  return {
    isReported: (place) => happenings.has(place.id), dots, places, rivers, regions, pills, measured, width, limit, isMajor, isPoint,
    /** Remember the zoom at which the reader first sees the map: how much is written depends on it. */
    begin: () => { firstZoom = map.getZoom(); },
  };
})();
