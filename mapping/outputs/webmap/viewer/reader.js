/**
 * A source's text with every mention and quoted passage marked, and its statements in reading order.
 */
const reader = (() => {
  const { make, button, get, link } = dom;
  let aim = null;

  /** Cut the text where anything begins or ends; each piece knows what covers it. */
  function pieces(source) {
    const { text } = source;
    const cuts = new Set([0, text.length]);
    for (const span of [...source.statements, ...source.mentions]) cuts.add(span.start).add(span.end);
    const order = [...cuts].filter((cut) => cut >= 0 && cut <= text.length).sort((a, b) => a - b);
    const open = new Set();
    const begins = new Map();
    for (const span of [...source.statements, ...source.mentions]) begins.set(span.start, (begins.get(span.start) || []).concat(span));
    return order.slice(0, -1).map((start, i) => {
      (begins.get(start) || []).forEach((span) => open.add(span));
      for (const span of open) if (span.end <= start) open.delete(span);
      return { start, end: order[i + 1], spans: [...open] };
    });
  }

  const isMention = (span) => span.kind === undefined;

  /** What a statement leads to: its event, or the distance, position and so on made of it. */
  function target(statement) {
    if (data.events[statement.event]) return data.events[statement.event];
    return statement.rows && statement.rows[0];
  }

  function piece(source, { start, end, spans }, numbers_) {
    const text = source.text.slice(start, end);
    const mention = spans.find(isMention);
    const quotes = spans.filter((span) => !isMention(span));
    const aimed = aim && spans.includes(aim);
    const node = mention && mention.place
      ? button(text, () => state.select((data.find('place', mention.place) || data.find('route', mention.place) || {}).key), { class: 'mention' })
      : make('span', { class: mention ? 'mention-unknown' : '' }, text);
    const ended = quotes.filter((quote) => quote.end === end).map((quote) => make('sup', null,
      button(String(numbers_.get(quote)), () => choose(quote), { class: 'plain', 'aria-label': say('statement.number', { n: numbers_.get(quote) }) })));
    return make('span', { class: [quotes.length ? 'quoted' : '', aimed ? 'aimed' : ''].join(' ').trim() || null, 'data-start': start }, node, ended);
  }

  const choose = (statement) => {
    const row = target(statement);
    if (row) state.select(row.key);
  };

  function statementRow(statement, number) {
    const row = target(statement);
    const event = data.events[statement.event];
    const title = event ? event.event : row && numbers.title(row) || statement.title || term('kind', statement.kind);
    return dom.row(() => choose(statement), dom.tag(number), title, symbols.chips(statement),
      dom.small(dom.dotted(event ? symbols.typeName(event.type) : term('kind', statement.kind), statement.date_edtf && dates.read(statement.date_edtf))));
  }

  function card_(source) {
    const numbered = new Map(source.statements.map((statement, i) => [statement, i + 1]));
    const notes = (source.notes || '').split(' | ').filter(Boolean);
    return [
      card.head(null, say('kind.source'), source.title || source.id, !source.read && make('span', { class: 'chip' }, say('unread'))),
      card.facts([
        [say('publisher'), source.publisher], [say('published'), source.published ? dates.read(source.published) : say('date.none')],
        [say('address'), source.url && link(source.url, source.url)], [say('wording'), source.wording === 'verbatim' ? say('wording.verbatim') : cite.whose(source)],
      ]),
      make('div', { class: 'text' + (source.wording === 'verbatim' ? '' : ' restated'), tabindex: '0', role: 'region', 'aria-label': say('text.of', { name: source.title || source.id }) },
        pieces(source).map((part) => piece(source, part, numbered))),
      source.statements.length > 0 && [dom.h3(say('reading.order')), dom.list(source.statements.map((statement, i) => statementRow(statement, i + 1)))],
      notes.length > 0 && [dom.h3(say('source.notes')), make('ul', null, notes.map((note) => make('li', null, note)))],
    ];
  }

  /** Open a source's text at a statement or a mention. */
  function open(source, statement, mention) {
    aim = statement || mention || null;
    if (state.chosen.selected === source.key) state.select('');
    state.select(source.key);
    const spot = get('card').querySelector('.aimed');
    if (spot) spot.scrollIntoView({ block: 'center' });
    aim = null;
  }

  return { card: card_, open };
})();
