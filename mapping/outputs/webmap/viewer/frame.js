/**
 * The frame of the map: its key, the inset, north, scale, and the line that says whose reports these are.
 */
const frame = (() => {
  const { make, get } = dom;

  /** What fillings, lines and rings mean; stands on the map and in print. */
  function legend() {
    const sample = (sign, text) => make('li', null, sign, make('span', null, text));
    const road = (quality) => dom.draw('svg', { viewBox: '0 0 30 10', width: 30, height: 10, 'aria-hidden': 'true' },
      dom.draw('path', { class: 'road road-' + quality, d: 'M1 5H29' }));
    const fillings = [['solid', 'asserted'], ['half', 'claimed'], ['hollow', 'planned']];
    const sides = data.sides.filter((side) => data.control.some((row) => data.split(row.side)[0] === side.id));
    return make('ul', { class: 'legend' },
      fillings.map(([filling, name]) => sample(symbols.sign('other', filling, false, 18), say('legend.' + name))),
      data.events.some(symbols.isDraft) && sample(symbols.sign('other', 'solid', true, 18), say('status.draft')),
      data.events.some((event) => !state.isRecent(event)) && sample(symbols.sign('other', 'solid', false, 12), say('legend.old', { n: state.RECENT_DAYS })),
      sides.map((side) => sample(control.sample(side.id), say('legend.held', { side: dom.brief(side.name, 60) }))),
      ['surveyed', 'generalised', 'schematic'].filter((quality) => data.stretches.some((row) => row.quality === quality)).map((quality) => sample(road(quality), say('road.' + quality))));
  }

  function types() {
    const present = new Set(data.events.map((event) => event.type));
    return make('ul', { class: 'legend legend-types' }, Object.keys(data.types).filter((type) => present.has(type))
      .map((type) => make('li', null, symbols.sign(type, 'solid', false, 16), make('span', null, symbols.typeName(type)))));
  }

  /** The key, the inset, the arrow to the north, the scale: what stands on the map's frame. */
  function stand() {
    const details = make('details', null, make('summary', null, say('legend')), types(), legend());
    details.open = window.innerWidth > 720;
    let { open } = details;
    details.addEventListener('toggle', () => {
      if (open !== details.open) scene.redraw();
      open = details.open;
    });
    get('map-key').append(details);
    for (const id of ['map-key', 'inset', 'credit']) {
      map.getContainer().append(get(id));
      L.DomEvent.disableClickPropagation(get(id));
    }
    const inset = ground.inset();
    if (inset) get('inset').append(inset);
    const north = make('div', { class: 'north', 'aria-hidden': 'true' }, dom.draw('svg', { viewBox: '0 0 20 30', width: 20, height: 30 },
      dom.draw('path', { d: 'M10 1L15 14H10Z' }), dom.draw('path', { d: 'M10 1L5 14H10Z', class: 'north-light' }), dom.draw('text', { x: 10, y: 27, 'text-anchor': 'middle' }, 'N')));
    map.getContainer().append(north);
    L.control.scale({ position: 'bottomright', imperial: false, maxWidth: 120 }).addTo(map);
  }

  /** The line beneath a newspaper's map: whose reports, whose coordinates. */
  function credit() {
    const publishers = [...new Set(data.sources.map(cite.publisher))].slice(0, 6);
    const names = data.places.flatMap((place) => (place.location_credit || '').split(/;|, CC| \(|, credit/).slice(0, 1));
    const credits = [...new Set(names.map((name) => name.trim()).filter(Boolean))].slice(0, 3);
    get('credit').textContent = dom.brief([
      publishers.length && say('credit.reports', { sources: publishers.join(', ') }), credits.length && say('credit.coordinates', { credits: credits.join(', ') }),
    ].filter(Boolean).join(' '));
  }

  function begin() {
    stand();
    credit();
  }

  return { begin, types, legend };
})();
