/** The block of data as Python writes it, unpacked and linked; places, control, positions and passages. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Control, heldOn } from '../../mapping/outputs/webmap/viewer/data/control.js';
import { pointOf, quoteOf, split } from '../../mapping/outputs/webmap/viewer/data/dataset.js';
import { dayOf } from '../../mapping/outputs/webmap/viewer/data/days.js';
import { clashesOf, isMention, piecesOf, spellingsOf, targetOf } from '../../mapping/outputs/webmap/viewer/data/passages.js';
import { Ranking, isMajor, nameLimit } from '../../mapping/outputs/webmap/viewer/data/places.js';
import { currentOf, latestFirst } from '../../mapping/outputs/webmap/viewer/data/positions.js';
import { chainPieces, vertices } from '../../mapping/outputs/webmap/viewer/data/shapes.js';
import { slug, unpackPlaces, unpackTable } from '../../mapping/outputs/webmap/viewer/data/unpacking.js';
import { dated, front, ids } from './front.mjs';

const HERALD = '2025-08-07-herald-road-push';

test('both forms of a column read alike, and what is missing is null', () => {
  const rows = unpackTable({ rows: 3, plain: ['a', null, 0], packed: { of: ['x', 'y'], at: [1, -1, 0] } });
  assert.deepEqual(rows.map(row => row.plain), ['a', null, 0]);
  assert.deepEqual(rows.map(row => row.packed), ['y', null, 'x']);
  const runs = unpackTable({ rows: 4, run: { of: ['x', 'y'], runs: [1, 2, -1, 1, 0, 1] } });
  assert.deepEqual(runs.map(row => row.run), ['y', 'y', null, 'x']);
  assert.deepEqual(rows.map(row => row.index), [0, 1, 2]);
  assert.deepEqual(unpackTable({ rows: 0 }), []);
});

test('the id of a place is made of its name where none is written', () => {
  const rows = unpackPlaces({ rows: 2, name: ['Old  Town (east)', 'Beta'], id: [null, 'beta-2'] });
  assert.deepEqual(rows.map(row => row.id), ['old-town-east', 'beta-2']);
  assert.equal(unpackPlaces({ rows: 1, name: ['Zeta mine'] })[0].id, 'zeta-mine');
  assert.equal(slug('-A b-'), 'a-b');
  assert.deepEqual(unpackPlaces({ rows: 0 }), []);
});

test('vertices are sums of steps in ten-thousandths of a degree', () => {
  assert.deepEqual(vertices([220000, 960000, 5, -10, 0, 20]), [[22, 96], [22.0005, 95.999], [22.0005, 96.001]]);
  assert.deepEqual(vertices([]), []);
});

test('a chain turns its pieces and begins at the start of the road', () => {
  const pieces = [[[2, 0], [1, 0]], [[2, 0], [3, 0]], [[0, 0], [1, 0]]];
  assert.deepEqual(chainPieces(pieces, [0, 0])[0].map(([x]) => x), [0, 1, 1, 2, 2, 3]);
  assert.deepEqual(chainPieces(pieces, [3, 0])[0].map(([x]) => x), [3, 2, 2, 1, 1, 0]);
  assert.deepEqual(chainPieces([[[0, 1], [0, 2]]], null), [[[0, 1], [0, 2]]]);
  assert.deepEqual(chainPieces([], [0, 0]), []);
  assert.equal(pieces.length, 3, 'what is given stays');
  assert.deepEqual(chainPieces([[[0, 0], [0, 9], [0, 1]], [[0, 8], [0, 7]], [[0, 2], [0, 3]]], [0, 0])[0].map(([, y]) => y), [0, 9, 1, 2, 3, 7, 8]);
  assert.deepEqual(chainPieces([[[0, 5], [0, 9]], [[4, 0], [3, 0]]], [0, 0])[0][0], [3, 0], 'distance is that of Pythagoras');
});

test('the whole front is there, linked', () => {
  const { tables, byKey } = front();
  assert.equal(tables.events.length, 18);
  assert.deepEqual(tables.places.map(({ id }) => id).filter(id => id.startsWith('z')), ['zeta']);
  for (const [key, row] of byKey) assert.equal(key, row.key);
  for (const event of tables.events) {
    for (const mark of event.marks) assert.equal(mark.owner, event);
    assert.ok(event.statements.length > 0);
  }
  const captured = byKey.get('event:beta-captured');
  assert.deepEqual(captured.statements.map(quoteOf)[0], 'On July 24 last year the south captured Betha.');
  assert.equal(captured.statements.length, 2);
  assert.equal(byKey.get('event:offensive').shapes[0].shape, 'section');
  assert.equal(byKey.get('event:township-clashes').shapes.length, 0); // a seat's circle is drawn from its radius
  assert.equal(byKey.get(`distance:${HERALD}/road-145`).rests_on.kind, 'distance');
});

test('statements and mentions of a source come in reading order', () => {
  for (const { statements, mentions } of front().tables.sources) {
    for (const list of [statements, mentions]) {
      for (let i = 1; i < list.length; i += 1) {
        const [a, b] = [list[i - 1], list[i]];
        assert.ok(a.start < b.start || (a.start === b.start && (a.end > b.end || (a.end === b.end && a.index < b.index))));
      }
    }
  }
});

test('a road is the chain of its stretches from its first place', () => {
  const dataset = front();
  const [line] = dataset.lines(dataset.find('route', 'alpha-beta'));
  const [alpha, beta] = ['alpha', 'beta'].map(id => pointOf(dataset.find('place', id)));
  assert.deepEqual([line[0], line.at(-1)], [alpha, beta]);
  assert.equal(dataset.lines(dataset.find('route', 'alpha-beta')), dataset.lines(dataset.find('route', 'alpha-beta')), 'chained once');
  assert.deepEqual(dataset.lines(undefined), []);
  assert.deepEqual(dataset.lines({ drawn: null }), []);
  const { tables } = dataset;
  assert.ok(dataset.lines(tables.stretches[0])[0].length > 1);
  assert.ok(dataset.lines(tables.distances.find(row => row.id.endsWith('/road-145')))[0].length > 5, 'a distance has its own line');
  assert.equal(dataset.lines(tables.stretches[0]), dataset.lines(tables.stretches[0]), 'decoded once');
});

test('names are those of places, roads and parties, or the words of the text', () => {
  const dataset = front();
  assert.equal(dataset.nameOf('beta'), 'Beta');
  assert.equal(dataset.nameOf('alpha-beta'), 'Alpha-Beta road');
  assert.equal(dataset.nameOf('nowhere'), 'nowhere');
  assert.equal(dataset.nameOf(null), '');
  assert.equal(dataset.actorNames('northern-army; somebody'), 'Northern army, somebody');
  assert.equal(dataset.actor('Southern front').id, 'southern-front');
  assert.equal(dataset.nameAt({ from: 'beta', from_name: null }, 'from'), 'Beta');
  assert.equal(dataset.nameAt({ from: null, from_name: 'a hill' }, 'from'), 'a hill');
  assert.deepEqual(split('a; b'), ['a', 'b']);
  assert.deepEqual([split(''), split(null)], [[], []]);
  assert.equal(pointOf({ lat: 0, lon: 0 }).join(), '0,0');
  assert.equal(pointOf({ lat: null, lon: 3 }), null);
  assert.equal(pointOf({ lat: 3, lon: null }), null);
  assert.equal(pointOf(undefined), null);
});

test('what has happened and how a sign is filled is what Python says', () => {
  const dataset = front();
  for (const certainty of ['asserted', 'claimed', 'disputed']) assert.ok(dataset.happened(certainty));
  for (const certainty of ['planned', 'demanded', 'hypothetical', undefined]) assert.ok(!dataset.happened(certainty));
  assert.deepEqual(['asserted', 'disputed', 'planned', 'odd'].map(word => dataset.filling(word)), ['solid', 'half', 'hollow', 'hollow']);
});

test('places that are told of more deserve their names sooner', () => {
  const dataset = front();
  const ranking = new Ranking(dataset);
  const at = id => ranking.ordered.findIndex(place => place.id === id);
  assert.ok(at('beta') < at('gamma'), 'a city before a town');
  assert.ok(at('gamma') < at('theta'), 'an end of a road before a junction');
  assert.equal(at('lambda'), -1, 'what is not located has no name on the map');
  assert.equal(at('alpha-township'), -1, 'an area is no point');
  for (let i = 1; i < ranking.ordered.length; i += 1) assert.ok(ranking.rank(ranking.ordered[i - 1]) <= ranking.rank(ranking.ordered[i]));
  assert.ok(isMajor(dataset.find('place', 'beta')) && isMajor(dataset.find('place', 'alpha')));
  assert.ok(!isMajor(dataset.find('place', 'eta')) && !isMajor(undefined));
});

test('a rank falls with kind, and with each thing that is told', () => {
  const bare = () => new Ranking({ tables: { marks: [], routes: [], mentions: [], places: [] } });
  const place = kind => ({ id: 'x', kind });
  const kinds = ['city', 'town', 'mine', 'base', 'junction', 'site', 'dam', 'bridge', 'village', 'cave'];
  assert.deepEqual(kinds.map(kind => bare().rank(place(kind))), [0, 10, 20, 30, 30, 30, 30, 30, 40, 40]);
  const told = bare();
  told.reported.set('x', 3);
  assert.equal(told.rank(place('city')), -3);
  told.reported.set('x', 30);
  assert.equal(told.rank(place('city')), -9, 'much fighting makes no village a town');
  told.ends.add('x');
  told.named.add('x');
  assert.equal(told.rank(place('city')), -32);
});

test('from afar only places of events are told, from near all', () => {
  const dataset = front();
  const ranking = new Ranking(dataset);
  const village = { id: 'unnamed', kind: 'village' };
  const gamma = dataset.find('place', 'gamma');
  ranking.reported.delete('gamma');
  assert.ok(ranking.isReported(dataset.find('place', 'eta')) && !ranking.isReported(village));
  assert.deepEqual([-2, 0, 0.9, 1].map(closer => ranking.isTold(village, closer)), [false, false, false, true]);
  assert.deepEqual([-2, -0.9, 0, 1].map(closer => ranking.isTold(gamma, closer)), [false, true, true, true]);
  assert.ok(ranking.isTold(dataset.find('place', 'eta'), -2));
  ranking.named.add('unnamed');
  assert.ok(ranking.isTold(village, 0) && !ranking.isTold(village, -1));
});

test('more names stand from nearer, never fewer than at first', () => {
  assert.deepEqual([-3, 0, 1, 2].map(nameLimit), [25, 25, 45, 81]);
});

test('sides have colours and patterns of their own; what has no point makes no ring', () => {
  const dataset = front();
  const control = new Control(dataset);
  const looks = [...control.sides.values()].map(({ colour, dashes }) => colour + dashes);
  assert.equal(new Set(looks).size, looks.length);
  assert.deepEqual([...control.byPlace.keys()].sort(), ['alpha', 'beta', 'gamma']);
  assert.deepEqual(control.sidesOf(control.byPlace.get('alpha')[0]).map(({ id }) => id), ['north', 'south']);
  assert.deepEqual(control.sidesOf({ side: 'south; nobody; south' }).map(({ id }) => id), ['south']);
  assert.deepEqual(control.sidesOf({ side: null }), []);
  assert.equal(control.colourOf('northern-army'), control.sides.get('north').colour);
  assert.equal(control.colourOf('nobody'), '#777');
  const nowhere = front();
  for (const row of nowhere.tables.control) Object.defineProperty(row, 'lat', { value: null });
  assert.equal(new Control(nowhere).byPlace.size, 0);
});

test('of the intervals of a place the one counts in which the day lies', () => {
  const rows = [{ first: 3, last: 5 }, { first: 6, last: 6 }, { first: 9, last: null }];
  assert.deepEqual([2, 3, 5, 6, 7, 8, 9, 9999].map(day => rows.indexOf(heldOn(rows, day))), [-1, 0, 0, 1, -1, -1, 2, 2]);
});

test('who holds a place leads to the statements for it and against it', () => {
  const [beta] = new Control(front()).byPlace.get('beta');
  assert.deepEqual([beta.saying, beta.denying].map(list => list.map(({ from }) => from.publisher)), [['The Herald'], ['Courier']]);
  assert.equal(beta.began.words('en'), '24 July 2024');
  assert.deepEqual([beta.first, beta.last ?? null, beta.said], [dayOf('2024-07-24'), null, dayOf('2024-07-24')]);
});

const position = (id, day, more = {}) => ({ id, ...(day == null ? { when: null } : dated([day, day])), route: 'r', actors: 'reds', ...more });

test('a position is outdated only by the same troops on the same road', () => {
  const old = position('old', 1);
  const late = position('late', 5);
  const otherRoad = position('road', 3, { route: 'q' });
  const otherTroops = position('troops', 2, { actors: 'blues' });
  const rows = [old, late, otherRoad, otherTroops];
  assert.deepEqual(currentOf(rows), new Set([late, otherRoad, otherTroops]));
  assert.deepEqual(currentOf([old, otherRoad]), new Set([old, otherRoad]));
  assert.deepEqual(currentOf([]), new Set());
});

test('two positions of one day both stand, in whatever order the troops are named', () => {
  const [a, b] = [position('a', 4, { actors: 'reds; blues' }), position('b', 4, { actors: 'blues; reds' })];
  assert.deepEqual(currentOf([a, b, position('c', 2, { actors: 'blues; reds' })]), new Set([a, b]));
  const undated = position('u', null);
  assert.deepEqual(currentOf([undated]), new Set([undated]));
  assert.deepEqual(currentOf([undated, position('d', -400)]).has(undated), false, 'a day before 1970 is a day');
});

test('positions come the latest first, without a day last', () => {
  const rows = [position('u', null), position('a', -3), position('b', 9), position('v', null)];
  assert.deepEqual(latestFirst(rows).map(({ id }) => id), ['b', 'a', 'u', 'v']);
  assert.equal(rows[0].id, 'u', 'what is given stays');
});

test('pieces of a text join to the text, and each knows what covers it', () => {
  for (const source of front().tables.sources) {
    const pieces = piecesOf(source);
    assert.equal(pieces.map(({ start, end }) => source.text.slice(start, end)).join(''), source.text);
    for (const { start, end, covers } of pieces) {
      assert.ok(start < end);
      const wanted = [...source.statements, ...source.mentions].filter(one => one.start <= start && one.end >= end);
      assert.deepEqual(new Set(covers), new Set(wanted));
    }
  }
});

test('spans that reach beyond a text are cut', () => {
  const over = { start: -3, end: 99, kind: 'event' };
  const pieces = piecesOf({ text: 'abcdef', statements: [over], mentions: [{ start: 2, end: 4 }] });
  assert.deepEqual(pieces.map(({ start, end }) => [start, end]), [[0, 2], [2, 4], [4, 6]]);
  assert.deepEqual(piecesOf({ text: '', statements: [], mentions: [] }), []);
});

test('a place is spelled as the cited words spell it', () => {
  const dataset = front();
  const { statements } = dataset.find('event', 'beta-captured');
  assert.deepEqual(spellingsOf(statements, 'beta'), ['Betha', 'Beta']);
  assert.deepEqual(spellingsOf(statements, 'eta'), []);
  const from = { text: 'Beta Beta', mentions: [{ place: 'beta', start: 0, end: 4 }, { place: 'beta', start: 5, end: 9 }] };
  for (const mention of from.mentions) mention.from = from;
  assert.deepEqual(spellingsOf([{ from, start: 1, end: 8 }], 'beta'), []);
  assert.deepEqual(spellingsOf([{ from, start: 0, end: 9 }], 'beta'), ['Beta']);
});

test('a statement leads to its event or to the figure made of it', () => {
  const dataset = front();
  const { events, statements, mentions } = dataset.tables;
  const [ofEvent, ofFigure] = [statements.find(one => one.event === 0), statements.find(one => one.kind === 'distance')];
  assert.equal(targetOf(ofEvent, events), events[0]);
  assert.equal(targetOf(ofFigure, events).kind_of, 'distance');
  assert.equal(targetOf({ event: null }, events), undefined);
  assert.ok(isMention(mentions[0]) && !isMention(statements[0]));
});

test('each clash is told once', () => {
  assert.deepEqual(clashesOf({ contradiction: 'date: a | place: b | date: a' }), ['date: a', 'place: b']);
  assert.deepEqual(clashesOf({ contradiction: null }), []);
  assert.deepEqual(ids(front().tables.events.filter(event => clashesOf(event).length)), ['beta-captured']);
});
