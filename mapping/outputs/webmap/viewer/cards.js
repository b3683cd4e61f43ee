/**
 * The cards of everything else that can be selected, and opening whichever is.
 */
const cards = (() => {
  const { make, button, get } = dom;
  const { head, facts, placeAt, placeButton, metres } = card;
  const MOST = 80;
  const holders = (row) => data.actorNames(row.holder).join(', ');
  const km = (value) => value != null && say('km', { n: words.number(value) });
  const wordsOf = (row) => (row.rests_on ? [dom.h3(say('says', { n: 1 })), cite.words(row.rests_on)] : null);
  const copies = (row) => dom.buttons(cite.buttons(row, row.rests_on ? [row.rests_on] : []));
  const eventList = (events) => dom.list(events.slice(0, MOST).map(lists.row), events.length > MOST && say('more', { n: events.length - MOST }));

  /** A button that opens another card. */
  const entry = (row, text, note) => dom.row(() => state.select(row.key), null, text, dom.small(note));
  const section = (title, items) => (items.length ? [dom.h3(title), dom.list(items)] : null);

  function place(row) {
    const events = data.events.filter((event) => event.marks.some((mark) => mark.place === row.id));
    const mentions = data.mentions.filter((mention) => mention.place === row.id);
    const bySource = new Map();
    for (const mention of mentions) bySource.set(mention.from, (bySource.get(mention.from) || []).concat(mention));
    return [
      head(null, term('kind', row.kind), [row.name, row.name_my && [' ', dom.burmese(row.name_my)]], null),
      facts([
        [say('names'), (row.names || '').replace(/; /g, ', ')],
        [say('lies.in'), [row.township, row.state_region].filter(Boolean).join(', ')],
        [say('located.by'), [term('located', row.located_by), row.lat != null && [': ', `${row.lat}, ${row.lon}`], row.uncertainty_m && ['; ', say('within', { distance: metres(row.uncertainty_m) })]]],
        [say('evidence.of'), row.location_evidence], [say('credit'), row.location_credit], [say('remarks'), row.location_note],
        [say('ids'), [row.pcode, row.geonames_id && 'GeoNames ' + row.geonames_id].filter(Boolean).join(', ')],
      ]),
      section(say('branch.control'), data.control.filter((other) => other.place === row.id).map((other) => entry(other, holders(other), dates.read(other.since_edtf || other.date_edtf)))),
      events.length > 0 && [dom.h3(say('events', { n: events.length })), eventList(events)],
      section(say('branch.distance'), data.distances.filter((other) => other.from === row.id || other.to === row.id).map((other) => entry(other, numbers.title(other), term('verdict', other.verdict)))),
      section(say('named.in'), [...bySource].map(([source, found]) => dom.row(() => reader.open(source, null, found[0]), null,
        filters.sourceName(source), dom.small(say('mentions', { n: found.length }))))),
    ];
  }

  /** What the line of a road was drawn from, stretch by stretch. */
  const roadEvidence = (row) => [...new Set(data.stretches.filter((stretch) => data.split(stretch.routes).includes(row.id)).map((stretch) => stretch.evidence))]
    .filter(Boolean).map((text) => dom.small(text));

  function route(row) {
    const events = data.events.filter((event) => event.marks.some((mark) => mark.route === row.id || mark.place === row.id));
    return [
      head(null, say('branch.route'), row.name),
      facts([
        [say('from.to'), [placeButton(row.from), ' – ', placeButton(row.to)]], [say('via'), data.split(row.via).map((id, i) => [i ? ', ' : '', placeButton(id)])],
        [say('km.stated'), km(row.stated_km)], [say('km.drawn'), km(row.drawn_km)], [say('km.straight'), km(row.straight_km)],
        [say('quality'), row.quality], [say('off.line'), row.uncertainty_m && metres(row.uncertainty_m)], [say('evidence.of'), roadEvidence(row)],
      ]),
      section(say('branch.distance'), data.distances.filter((other) => other.route === row.id).map((other) => entry(other, numbers.title(other), term('verdict', other.verdict)))),
      events.length > 0 && [dom.h3(say('events', { n: events.length })), eventList(events)],
    ];
  }

  const distance = (row) => [
    head(null, say('kind.' + row.kind), numbers.title(row), symbols.chips(row)),
    make('p', { class: 'verdict verdict-' + numbers.grade(row) }, term('verdict', row.verdict), row.verdict_detail && dom.small(row.verdict_detail)),
    facts([
      [say('from.to'), [placeAt(row, 'from'), ' – ', placeAt(row, 'to')]], [say('branch.route'), row.route && placeButton(row.route)],
      [say('stated'), numbers.stated(row)], [say('km.drawn'), km(row.measured_km)], [say('km.straight'), km(row.straight_km)],
      [say('azimuth'), row.azimuth != null && Math.round(row.azimuth) + '°'],
    ]),
    wordsOf(row), copies(row),
  ];

  const positionCard = (row) => [
    head(null, say('branch.position'), position.title(row), symbols.chips(row)),
    facts([
      [say('when'), card.when(row)], [say('who'), data.actorNames(row.actors).join(', ') || placeButton(row.place)],
      [say('branch.route'), placeButton(row.route)], [say('counted.from'), row.from && placeAt(row, 'from')],
      [say('km.along'), km(row.km)], [say('within.road'), row.uncertainty_m && metres(row.uncertainty_m)], [say('said.by.who'), row.said_by],
    ]),
    wordsOf(row), copies(row),
  ];

  function controlCard(row) {
    const others = (control.byPlace.get(row.place) || []).filter((other) => other !== row);
    return [
      head(control.sideOf(row) && control.sample(control.sideOf(row).id), say('branch.control'), numbers.title(row), symbols.chips(row)),
      facts([
        [say('since'), row.since_edtf && dates.read(row.since_edtf)], [say('control.as.of'), row.date_edtf && dates.read(row.date_edtf)],
        [say('basis'), term('control', row.basis)], [say('said.by.who'), row.said_by], [say('where'), placeButton(row.place)],
      ]),
      section(say('control.others'), others.map((other) => entry(other, holders(other), dates.read(other.since_edtf || other.date_edtf)))),
      wordsOf(row), copies(row),
    ];
  }

  const access = (row) => [
    head(null, say('branch.access'), numbers.title(row), symbols.chips(row)),
    facts([[say('from.to'), [placeAt(row, 'from'), ' – ', placeAt(row, 'to')]], [say('branch.route'), placeAt(row, 'route')]]),
    wordsOf(row), copies(row),
  ];

  const MAKERS = { event: card.of, place, route, distance, position: positionCard, control: controlCard, access, source: (row) => reader.card(row) };

  /** Where the map goes for a row. */
  function points(row) {
    if (row.kind_of === 'event') return card.points(row);
    if (row.kind_of === 'control') return row.lat != null ? [[row.lat, row.lon]] : [];
    if (row.lat != null) return [[row.lat, row.lon]];
    return data.lines(row).flat();
  }

  const back = () => {
    state.select('');
    const last = opener && document.contains(opener) ? opener : get('tabs').querySelector('[aria-selected=true]');
    if (last) last.focus();
  };
  let opener = null;

  function fill(children, guided) {
    const article = get('card');
    if (article.hidden) opener = document.activeElement;
    article.replaceChildren(button(say('back'), back, { class: 'plain back' }), ...children.flat(4).filter(Boolean), guided ? guide.bar() : '');
    article.hidden = false;
    get('rooms').hidden = true;
    article.scrollTop = 0;
    get('panel').classList.add('with-card');
  }

  function close() {
    get('card').hidden = true;
    get('rooms').hidden = false;
    get('panel').classList.remove('with-card');
  }

  /** Several events behind one sign: a list to choose from. */
  function openGroup(events, title) {
    fill([head(null, say('events', { n: events.length }), title), eventList(events)]);
    get('card').focus();
  }

  function refresh(changed) {
    if (changed !== 'selected') return;
    const row = data.byKey.get(state.chosen.selected);
    if (!row) {
      close();
      return;
    }
    fill(MAKERS[row.kind_of](row), row.kind_of === 'event');
    get('card').focus({ preventScroll: true });
    const wanted = points(row);
    const seen = wanted.length && wanted.every(([lat, lon]) => geometry.inside(geometry.pixel(lat, lon), 30));
    if (wanted.length && !seen) geometry.visit(wanted);
  }

  function begin() {
    state.onChange(refresh);
    get('card').addEventListener('keydown', (event) => event.key === 'Escape' && back());
  }

  return { begin, openGroup, back };
})();
