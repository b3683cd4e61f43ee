/**
 * The words a mark rests on, whose they are, and how to cite them. Only a publisher's own words get quotation marks.
 */
const cite = (() => {
  const { make, button, link } = dom;

  const publisher = (source) => source.publisher || source.title || source.id;
  const isVerbatim = (source) => source.wording === 'verbatim';
  const whose = (source) => (isVerbatim(source) ? publisher(source) : say('restated', { publisher: publisher(source) }));
  const quoted = (text, source) => (isVerbatim(source) ? '“' + text + '”' : text);

  /** One statement's words with source, date and link, and the way to its place in the text. */
  function words(statement) {
    const source = statement.from;
    return make('figure', { class: 'words' },
      make('blockquote', { class: isVerbatim(source) ? '' : 'restated' }, quoted(data.quote(statement), source)),
      make('figcaption', null, whose(source), ', ', source.published ? dates.read(source.published) : say('date.none'), '. ',
        statement.said_by && say('said.by', { who: statement.said_by }) + '. ', statement.denied_by && say('denied.by', { who: statement.denied_by }) + '. ',
        source.url && [link(source.url, say('open.source')), ' · '],
        button(say('open.text'), () => reader.open(source, statement), { class: 'plain' })),
      statement.note && make('p', { class: 'remark' }, say('remark', { text: statement.note })));
  }

  /** The link to what is selected now, with the view and all choices. */
  const address = () => location.href.split('#')[0] + permalink.hash();

  /** The same for others to read: a file's address says where it lies on this device, which is nobody's business. */
  const publicAddress = () => (location.protocol === 'file:' ? location.pathname.split('/').pop() + permalink.hash() : address());

  /** A citation as plain text; restated words are cited as ours, after their publisher. */
  function citation(row, statements) {
    const lines = statements.map((statement) => {
      const source = statement.from;
      const parts = [publisher(source), source.title && '“' + source.title + '”', source.published && dates.read(source.published), source.url];
      const words_ = isVerbatim(source) ? quoted(data.quote(statement), source) : say('restated.cited', { text: data.quote(statement), publisher: publisher(source) });
      return words_ + ' (' + parts.filter(Boolean).join(', ') + ')';
    });
    return [row.event || row.name || '', ...lines, data.meta.title + ', ' + say('as.of', { date: dates.read(data.meta.asOf || '') }) + ': ' + publicAddress()].filter(Boolean).join('\n');
  }

  /** Copy text; where the browser forbids it (some do on file://), show it to be copied by hand. */
  async function copy(text, from) {
    try {
      await navigator.clipboard.writeText(text);
      panel.announce(say('copied'));
    } catch {
      const area = make('textarea', { readonly: true, rows: 4, 'aria-label': say('copy.by.hand') }, text);
      from.closest('p').after(area);
      area.select();
    }
  }

  const buttons = (row, statements) => [
    button(say('copy.link'), (event) => copy(address(), event.target)),
    button(say('copy.citation'), (event) => copy(citation(row, statements), event.target)),
  ];

  return { words, citation, buttons, publisher, whose, quoted };
})();
