/**
 * The guided reading: from event to event in time order; the view follows, the words are in the card.
 */
const guide = (() => {
  const { make, button, get } = dom;

  const here = () => lists.inOrder().findIndex((event) => event.key === state.chosen.selected);

  function go(step) {
    const order = lists.inOrder();
    if (!order.length) return;
    const at = here();
    const next = at < 0 ? (step > 0 ? 0 : order.length - 1) : Math.max(0, Math.min(order.length - 1, at + step));
    state.select(order[next].key);
  }

  /** Previous, where one is, next. */
  function bar() {
    const order = lists.inOrder();
    const at = here();
    return make('nav', { class: 'guide-bar', 'aria-label': say('guide') },
      button(say('guide.back'), () => go(-1), { disabled: at === 0, 'data-guide': 'back' }),
      make('span', null, at < 0 ? '' : say('guide.at', { n: at + 1, all: order.length })),
      button(say('guide.next'), () => go(1), { disabled: at === order.length - 1, 'data-guide': 'next' }));
  }

  /** Arrow keys in the card lead on, unless they are needed where the focus is. */
  function keys(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest('input, select, textarea, [role=region], [role=tablist]')) return;
    const row = data.byKey.get(state.chosen.selected);
    if (!row || row.kind_of !== 'event') return;
    if (event.key === 'ArrowRight') go(1);
    if (event.key === 'ArrowLeft') go(-1);
  }

  function begin() {
    dom.show('guide', dom.buttons(button(say('guide.start'), () => go(1), { class: 'strong' })));
    get('card').addEventListener('keydown', keys);
  }

  return { begin, bar, go };
})();
