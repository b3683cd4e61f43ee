/**
 * The evidence card of an event: when, who, where and how that place is known, every source's words, all versions.
 */
const card = (() => {
  const { make, button } = dom;

  /** A list of facts; what is not known is left out. */
  const facts = (rows) => make('dl', { class: 'facts' }, rows.filter(([, value]) => value && (!Array.isArray(value) || value.some(Boolean)))
    .map(([name, value]) => [make('dt', null, name), make('dd', null, value)]));

  const head = (sign, kind, title, chips) => make('header', { class: 'card-head' }, make('p', { class: 'overline' }, sign, kind, chips), make('h2', { id: 'card-title' }, title));

  const metres = (value) => (value >= 1000 ? say('km', { n: words.number(value / 1000) }) : say('m', { n: Math.round(value) }));

  /** A place as a button that opens its card. */
  const placeButton = (id, text) => (data.find('place', id) || data.find('route', id)
    ? button(text || data.placeName(id), () => state.select((data.find('place', id) || data.find('route', id)).key), { class: 'plain' })
    : text || id);

  const placeAt = (row, end) => placeButton(row[end], data.nameAt(row, end));

  /** How the sources spell a place in the words that an event rests on. */
  function spellings(statements, place) {
    const found = new Set();
    for (const statement of statements) {
      for (const mention of statement.from.mentions) {
        if (mention.place === place && mention.start >= statement.start && mention.end <= statement.end) found.add(statement.from.text.slice(mention.start, mention.end));
      }
    }
    return [...found];
  }

  /** One place of an event: role and name, how it was identified, how far off it may be. */
  function placeOf(event, mark) {
    const place = data.find('place', mark.place);
    const name = mark.place ? placeButton(mark.place) : mark.place_name;
    const spelled = mark.place ? spellings(event.statements, mark.place) : [];
    const known = [
      spelled.length && say('spelled', { names: spelled.join(', ') }),
      term('located', mark.located_by),
      mark.uncertainty_m && say('within', { distance: metres(mark.uncertainty_m) }),
      place && place.location_evidence && say('evidence', { text: place.location_evidence }),
    ];
    return make('div', { class: 'place-of' }, mark.role && term('role', mark.role) + ' ', name, dom.small(dom.dotted(known)));
  }

  function when(row) {
    const extra = [row.date_text && say('date.words', { text: row.date_text }), row.date_basis && term('basis', row.date_basis)].filter(Boolean);
    return [make('strong', null, dates.read(row.date_edtf)), extra.length ? dom.small(extra.join('; ')) : null];
  }

  /** A statement's places in words, from "role place-id" pairs. */
  const placesOf = (statement) => data.split(statement.places).map((pair) => {
    const [role, id] = [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)];
    return term('role', role) + ' ' + data.placeName(id);
  }).join('; ');

  /** On what the sources disagree, each clash once. */
  const clashes = (event) => [...new Set((event.contradiction || '').split(' | '))].filter(Boolean);

  /** All versions side by side where the sources disagree. */
  function versions(event) {
    if (!event.contradiction) return null;
    const column = (statement) => make('div', { class: 'version' + (statement.preferred ? ' version-preferred' : '') },
      make('h4', null, cite.publisher(statement.from)),
      facts([
        [say('when'), dates.read(statement.date_edtf)], [say('where'), placesOf(statement)], [say('counts'), statement.counts],
        [say('certainty'), statement.certainty !== 'asserted' && term('certainty', statement.certainty)],
        [say('who.denies'), statement.denied_by],
      ]),
      statement.impossible && make('p', { class: 'impossible' }, say('impossible', { text: statement.impossible })),
      statement.preferred && make('p', { class: 'preferred' }, say('preferred')));
    return make('section', { class: 'clash' }, dom.h3([say('disagree'), [...new Set(clashes(event).map((clash) => clash.split(':')[0]))].join(', ')].join(': ')),
      make('div', { class: 'versions' }, event.statements.map(column)),
      make('details', null, make('summary', null, say('in.full')), clashes(event).map((clash) => dom.p(clash))));
  }

  /** Parties, then whom it was done to. */
  function who(row) {
    const [by, against] = [data.actorNames(row.actors).join(', '), data.actorNames(row.against).join(', ')];
    return by && against ? say('who.against', { by, against }) : by || (against && say('against', { against }));
  }

  const points = (event) => [
    ...event.marks.filter((mark) => mark.lat != null).map((mark) => [mark.lat, mark.lon]),
    ...event.shapes.flatMap((shape) => data.lines(shape).flat()),
  ];

  function of(event) {
    const located = points(event);
    return [
      head(symbols.ofEvent(event, 26), symbols.typeName(event.type), event.event, symbols.chips(event)),
      facts([
        [say('when'), when(event)], [say('who'), who(event)], [say('counts'), event.counts],
        [say('where'), event.marks.map((mark) => placeOf(event, mark))],
      ]),
      !located.length && make('p', { class: 'remark' }, say('card.off')),
      versions(event),
      dom.h3(say('says', { n: event.statements.length })),
      event.statements.map(cite.words),
      make('p', { class: 'buttons' },
        located.length > 0 && button(say('show.on.map'), () => geometry.visit(points(event))),
        button(say('only.event'), () => tree.only([event])), cite.buttons(event, event.statements)),
    ];
  }

  return { of, clashes, head, facts, when, who, placeAt, placeButton, metres, points };
})();
