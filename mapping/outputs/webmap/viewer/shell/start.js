/** Put everything to work: the sketch for readers without scripts goes, the map comes. */

import { beginCards } from '../cards/opening.js';
import { beginGuide } from '../cards/guide.js';
import { get, root } from '../document/dom.js';
import { dataset } from '../document/opened.js';
import { say, translate } from '../document/words.js';
import { beginScene } from '../map/scene.js';
import { calm, map, rememberView } from '../map/screen.js';
import { beginTiles } from '../map/tiles.js';
import { beginAbout } from '../panel/about.js';
import { beginFilters } from '../panel/filters.js';
import { beginLists } from '../panel/lists.js';
import { beginNumbers } from '../panel/numbers.js';
import { beginSearch } from '../panel/results.js';
import { beginTabs } from '../panel/tabs.js';
import { beginTime } from '../panel/timeline.js';
import { beginTree } from '../panel/tree.js';
import { beginDevice } from './device.js';
import { beginFrame } from './frame.js';
import { beginLink } from './link.js';
import { beginPrint } from './print.js';

function beginMap() {
  const container = map.getContainer();
  container.setAttribute('role', 'main');
  container.setAttribute('aria-label', say('map'));
  map.zoomControl.setPosition('topleft');
  map.invalidateSize({ animate: false });
  const [south, west, north, east] = dataset.meta.view;
  map.fitBounds([[south, west], [north, east]], { animate: false });
  rememberView();
}

/** Begin all parts in the order in which they are told of changes: what is drawn on the map, last of all the address. */
export function start() {
  get('sketch').remove();
  root.classList.add('scripted');
  translate();
  beginMap();
  for (const begin of [
    beginFilters, beginTree, beginLists, beginSearch, beginCards, beginNumbers, beginGuide, beginTime, beginAbout, beginTabs,
    beginFrame, beginDevice, beginPrint, beginTiles, beginScene, beginLink,
  ]) begin();
  if (calm.matches) Object.assign(map.options, { zoomAnimation: false, fadeAnimation: false, inertia: false });
  root.dataset.ready = 'yes';
}
