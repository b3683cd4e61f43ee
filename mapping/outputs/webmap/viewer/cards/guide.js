/** The guided reading: from event to event in time order; the view follows, the words are in the card. */

import { button, buttonLine, get, make, show } from '../document/dom.js';
import { state } from '../document/opened.js';
import { say } from '../document/words.js';
import { stepTo } from '../model/order.js';

/** Where in the order the reader is; -1 when at no event of it. */
const placeInOrder = () => state.inOrder().findIndex(({ key }) => key === state.chosen.selected);

/** @param {number} step 1 on, -1 back */
function goOn(step) {
  const order = state.inOrder();
  if (order.length) state.select(order[stepTo(placeInOrder(), step, order.length)].key);
}

/** Previous, where one is, next. */
export function guideBar() {
  const all = state.inOrder().length;
  const at = placeInOrder();
  return make('nav', { class: 'guide-bar', 'aria-label': say('guide') },
    button(say('guide.back'), () => goOn(-1), { disabled: at === 0, 'data-guide': 'back' }),
    make('span', null, at < 0 ? '' : say('guide.at', { n: at + 1, all })),
    button(say('guide.next'), () => goOn(1), { disabled: at === all - 1, 'data-guide': 'next' }));
}

/** Arrow keys in the card lead on, unless they are needed where the focus is. @param {KeyboardEvent} event */
function guideKeys(event) {
  const target = /** @type {Element} */ (event.target);
  if (event.altKey || event.ctrlKey || event.metaKey
    || target.closest('input, select, textarea, [role=region], [role=tablist]')) return;
  if (state.selected()?.kind_of !== 'event') return;
  if (event.key === 'ArrowRight') goOn(1);
  if (event.key === 'ArrowLeft') goOn(-1);
}

export function beginGuide() {
  show('guide', buttonLine(button(say('guide.start'), () => goOn(1), { class: 'strong' })));
  get('card').addEventListener('keydown', guideKeys);
}
