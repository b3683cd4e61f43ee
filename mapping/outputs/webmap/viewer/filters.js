/**
 * Filters by party, source, place and certainty.
 */
const filters = (() => {
  const { make, get } = dom;
  const CERTAINTIES = ['asserted', 'claimed', 'disputed', 'planned', 'demanded', 'hypothetical', 'draft'];

  function choice(name, options) {
    const select = make('select', { change: (event) => state.change({ [name]: event.target.value }) },
      make('option', { value: '' }, say('filter.any')), options.map(([value, text]) => make('option', { value }, dom.brief(text, 80))));
    select.dataset.filter = name;
    return make('label', null, say('filter.' + name), select);
  }

  const { compare } = new Intl.Collator();
  const byName = (a, b) => compare(a[1], b[1]);
  const sourceName = (source) => [source.publisher || source.title || source.id, source.published && dates.read(source.published)].filter(Boolean).join(', ');

  function certainty(name) {
    const box = make('input', { type: 'checkbox', change: (event) => {
      const certainties = new Set(state.chosen.certainties);
      certainties[event.target.checked ? 'delete' : 'add'](name);
      state.change({ certainties });
    } });
    box.dataset.certainty = name;
    const filling = name === 'draft' ? 'solid' : data.fills[name];
    return make('label', null, box, symbols.sign('other', filling, name === 'draft', 18), name === 'draft' ? say('status.draft') : term('certainty', name));
  }

  function build() {
    const used = new Set(data.marks.map((mark) => mark.place));
    const present = new Set(data.events.map((event) => (event.status === 'draft' ? 'draft' : event.certainty)));
    dom.show('filters', make('details', null, make('summary', null, say('filters')),
      make('div', { class: 'choices' },
        choice('actor', data.actors.map((row) => [row.id, row.name]).sort(byName)),
        choice('source', data.sources.filter((row) => row.read).map((row) => [row.id, sourceName(row)])),
        choice('place', data.places.filter((row) => used.has(row.id)).map((row) => [row.id, row.name]).sort(byName))),
      make('fieldset', { class: 'checks' }, make('legend', null, say('certainty')), CERTAINTIES.filter((name) => present.has(name)).map(certainty))));
  }

  function refresh() {
    for (const select of get('filters').querySelectorAll('select')) select.value = state.chosen[select.dataset.filter];
    for (const box of get('filters').querySelectorAll('[data-certainty]')) box.checked = !state.chosen.certainties.has(box.dataset.certainty);
  }

  return { begin: () => { build(); state.onChange(refresh); }, sourceName };
})();
