/** The dataset of this page, what is chosen of it, and the channel that tells of changes. */

import { Control } from '../data/control.js';
import { Dataset } from '../data/dataset.js';
import { spansOf } from '../data/days.js';
import { Ranking } from '../data/places.js';
import { Channel } from '../model/channel.js';
import { Scale } from '../model/scale.js';
import { State } from '../model/state.js';
import { get } from './dom.js';

export const dataset = new Dataset(JSON.parse(get('data').textContent || ''));
export const tables = dataset.tables;
export const channel = new Channel();
export const state = new State(dataset, channel);
export const scale = new Scale([state.first, state.last, ...tables.events.flatMap(spansOf).flat()]);
export const control = new Control(dataset);
export const ranking = new Ranking(dataset);
