/**
 * Who holds a place: a ring around it in the colour and pattern of the side, as of the slider's later end.
 */
const control = (() => {
  const { draw } = dom;
  const DASHES = ['', '5 2.2', '1.6 2.2', '8 2 2 2', '3 3', '1 1.4']; // sides by their order, as their colours
  const HELD = ['asserted', 'claimed', 'disputed'];
  const RADIUS = 9.5;
  const MINOR = 0.66; // of the radius, around villages
  const sides = new Map(data.sides.map((side, number) => [side.id, { ...side, dashes: DASHES[number % DASHES.length] }]));

  const byPlace = new Map();
  for (const row of data.control) {
    if (row.lat == null || !HELD.includes(row.certainty)) continue;
    if (!byPlace.has(row.place)) byPlace.set(row.place, []);
    byPlace.get(row.place).push(row);
  }

  /** The day from which a claim counts; a claim without any counts before all others. */
  const since = (row) => row.start ?? row.end ?? -Infinity;

  /** The claims that stand at the end of the chosen time: the latest, and others whose days overlap with it. */
  function standing(rows) {
    const known = rows.filter((row) => state.isOn(row.key) && since(row) <= state.chosen.to);
    const latest = known.reduce((a, b) => (a && since(a) >= since(b) ? a : b), null);
    return known.filter((row) => row === latest || (row.end ?? since(row)) >= since(latest));
  }

  const sideOf = (row) => sides.get(data.split(row.side)[0]);

  const arc = ([x, y], r, half) => `M${x} ${y - r}A${r} ${r} 0 0 ${half ? 1 : 0} ${x} ${y + r}`;

  const ringed = new Set();

  function render(svg) {
    ringed.clear();
    for (const rows of byPlace.values()) {
      const at = geometry.pixel(rows[0].lat, rows[0].lon);
      if (!geometry.inside(at, -12) || !rows.some((row) => state.isOn(row.key))) continue;
      const claims = standing(rows);
      const place = data.find('place', rows[0].place);
      const r = RADIUS * (place && labels.isMajor(place) ? 1 : MINOR);
      const holders = [...new Set(claims.map(sideOf).filter(Boolean))].slice(0, 2);
      const open = () => claims.length && state.select(claims[claims.length - 1].key);
      svg.append(draw('circle', { class: 'ring-ground', cx: at[0], cy: at[1], r, click: open }));
      if (!holders.length) svg.append(draw('circle', { class: 'ring ring-unknown', cx: at[0], cy: at[1], r }));
      holders.forEach((side, number) => {
        const attributes = { class: 'ring', stroke: side.colour, 'stroke-dasharray': side.dashes };
        if (holders.length === 1) svg.append(draw('circle', { ...attributes, cx: at[0], cy: at[1], r }));
        else svg.append(draw('path', { ...attributes, d: arc(at, r, number) }));
      });
      space.take(space.around(at, r + 2));
      ringed.add(rows[0].place);
    }
  }

  /** A ring for the legend. */
  const sample = (id) => draw('svg', { viewBox: '-13 -13 26 26', width: 22, height: 22, class: 'sign', 'aria-hidden': 'true' },
    draw('circle', { class: 'ring', r: RADIUS, stroke: sides.get(id).colour, 'stroke-dasharray': sides.get(id).dashes }),
    draw('circle', { class: 'dot dot-major', r: 3.8 }));

  const colourOf = (actors) => {
    const side = sides.get(data.actor(data.split(actors)[0]).side);
    return side ? side.colour : '#777';
  };

  return { render, ringed, sample, standing, byPlace, sideOf, colourOf, since };
})();
