/** The desk, put together. */

import { button, get, make, show } from '../../outputs/webmap/viewer/document/dom.js';
import { startCards } from './cards.js';
import { inShort, openReport } from './deciding.js';
import { nextReport, startKeys } from './keys.js';
import { startMap } from './map.js';
import { openPick, startPick } from './pick.js';
import { openPlaces } from './places.js';
import { changed, listen, open, state } from './state.js';
import { ask } from './talk.js';
import { startText } from './text.js';

/** Choose a report. */
function chooseReport() {
  openPick({ label: 'Open a report', take: id => { openReport(id); },
    choices: state.project.sources.map(row => ({ label: row.title, value: row.id,
      more: [row.published, row.fault ? 'its .toml has a fault' : row.drafts ? row.drafts + ' drafts' : 'decided'].filter(Boolean).join(' · ') })) });
}

const QUEUES = [['drafts', 'Drafts, the uncertain first'], ['same', 'Perhaps the same event'], ['contradictions', 'Contradictions'], ['differences', 'Second reading']];

/** Choose a queue, then what waits in it. */
function chooseQueue() {
  openPick({ label: 'What waits in all reports', choices: QUEUES.map(([id, label]) => ({ label, value: id })), take: openQueue });
}

/** @param {string} id */
async function openQueue(id) {
  state.saved = 'looking …';
  changed();
  const found = /** @type {WaitingRow[]} */ (await ask('queue', { name: id }).catch(() => []));
  state.saved = '';
  changed();
  openPick({ label: found.length + ' wait', help: found.length ? '' : 'Nothing waits here.', take: row => { openAt(row); },
    choices: found.map(row => ({ label: row.quote || row.id, more: row.why + ' · ' + row.source, value: row })) });
}

/** @param {WaitingRow} row */
async function openAt(row) {
  await openReport(row.source);
  if (state.sheet.statements.some(one => one.id === row.id)) open(row.id);
}

/** The decisions of the open report as little squares. */
const squares = () => state.sheet.statements.map(one => make('i', { class: 'q ' + one.status + (one.id === state.at ? ' cur' : '') }));

function drawHead() {
  const { project, sheet } = state;
  const drafts = project.sources.reduce((sum, row) => sum + row.drafts, 0);
  show('front', project.title);
  const at = project.sources.findIndex(row => row.id === sheet?.id) + 1;
  show('queues', button(['Report ', make('b', null, at + '/' + project.sources.length)], chooseReport, { 'aria-current': get('names').hidden ? 'page' : null }),
    button(['Drafts ', make('b', null, String(drafts))], nextReport), button('Queues', chooseQueue), button('Names', () => { openPlaces(); }, { 'aria-current': get('names').hidden ? null : 'page' }));
  const left = sheet ? sheet.statements.filter(one => one.status === 'draft').length : 0;
  show('progress', sheet ? [squares(), ' ' + (sheet.statements.length - left) + ' of ' + sheet.statements.length + ' decided'] : []);
  const saved = get('saved');
  saved.className = state.bad ? 'bad' : '';
  show('saved', project.reads_only ? make('b', null, project.reads_only) : make('b', null, state.saved ? (state.bad ? '✗ ' : state.saved.endsWith('…') ? '' : '✓ ') + state.saved : 'Nothing written yet'),
    make('small', null, state.more || (project.last ? 'U takes back: ' + (sheet ? inShort(project.last.told) : project.last.told) : '')));
}

/** Ask for the project and open its first report with drafts, or the one of the address. */
export async function start() {
  try {
    state.project = await ask('project');
  } catch (error) {
    show('cards', make('p', { class: 'faults' }, String(error instanceof Error ? error.message : error)));
    return;
  }
  startPick();
  listen(drawHead);
  startText();
  startCards();
  startMap();
  startKeys();
  const asked = decodeURIComponent(location.hash.slice(1));
  const first = state.project.sources.find(row => row.id === asked) || state.project.sources.find(row => row.drafts && !row.fault) || state.project.sources[0];
  if (first) await openReport(first.id);
  changed();
}
