/** Time: a range with two ends over the histogram, play, and steps by day or week. */

import { get, getInput } from '../document/dom.js';
import { channel, scale, state, tables } from '../document/opened.js';
import { readDay, readDayShortly, say } from '../document/words.js';
import { spansOf } from '../data/days.js';
import { nextArrival, playStop } from '../model/histogram.js';
import { drawHistogram } from './axis.js';

const PLAY_MS = 260;
const play = { timer: 0 };

function refreshTime() {
  const { from, to } = state.chosen;
  for (const [id, day] of /** @type {[string, number][]} */ ([['time-from', from], ['time-to', to]])) {
    getInput(id).value = String(Math.round(scale.at(day)));
    get(id).setAttribute('aria-valuetext', readDay(day));
  }
  get('time-text').textContent = say('time.range', { from: readDayShortly(from), to: readDayShortly(to) });
  getInput('time-all').disabled = from === state.first && to === state.last;
  getInput('time-undated').checked = state.chosen.undated;
  drawHistogram();
}

/** Days of one step. */
const stepDays = () => Number(getInput('time-step').value);

/** Let the time end on a day, as far as there is any. @param {number} day */
function endOn(day) {
  const to = Math.max(state.first, Math.min(state.last, day));
  state.change({ to, from: Math.min(state.chosen.from, to) });
}

/** @param {boolean} playing */
function showPlaying(playing) {
  const toggle = get('time-play');
  toggle.setAttribute('aria-pressed', String(playing));
  toggle.textContent = playing ? '❚❚' : '▶';
  toggle.setAttribute('aria-label', say(playing ? 'time.pause' : 'time.play'));
}

function stopPlay() {
  clearInterval(play.timer);
  play.timer = 0;
  showPlaying(false);
}

/** Go on to the next step on which something new is to be seen; after the last, to the end. */
function playOn() {
  const arrival = nextArrival(state);
  if (arrival == null) stopPlay();
  endOn(arrival == null ? state.last : playStop(state.chosen.to, arrival, stepDays()));
}

function togglePlay() {
  if (play.timer) {
    stopPlay();
    return;
  }
  if (state.chosen.to >= state.last) state.change({ to: state.chosen.from });
  play.timer = window.setInterval(playOn, PLAY_MS);
  showPlaying(true);
}

export function beginTime() {
  for (const id of ['time-from', 'time-to']) Object.assign(getInput(id), { min: 0, max: scale.length - 1 });
  /** @param {string} id */
  const dayAt = id => scale.day(Number(getInput(id).value));
  get('time-from').addEventListener('input', () => state.change({ from: Math.min(dayAt('time-from'), state.chosen.to) }));
  get('time-to').addEventListener('input', () => state.change({ to: Math.max(dayAt('time-to'), state.chosen.from) }));
  get('time-play').addEventListener('click', togglePlay);
  get('time-back').addEventListener('click', () => endOn(state.chosen.to - stepDays()));
  get('time-next').addEventListener('click', () => endOn(state.chosen.to + stepDays()));
  get('time-all').addEventListener('click', () => state.change({ from: state.first, to: state.last }));
  get('time-undated').addEventListener('change', () => state.change({ undated: getInput('time-undated').checked }));
  const undated = tables.events.filter(event => !spansOf(event).length).length;
  get('time-undated-count').textContent = say('time.undated', { n: undated });
  /** @type {HTMLElement} */ (get('time-undated').closest('label')).hidden = !undated;
  window.addEventListener('resize', drawHistogram);
  channel.on('shown', refreshTime);
  channel.on('selected', refreshTime);
}
