/**
 * The layer tree: types, then each event with a switch of its own; control, access, roads and the rest as branches.
 * Only opened branches are drawn.
 */
const tree = (() => {
  const { make, button, get } = dom;
  const PAGE = 100; // rows of a branch that are drawn at once
  const opened = new Map();

  const eventRow = (event) => ({ key: event.key, row: event, text: event.event, note: event.date_edtf ? dates.read(event.date_edtf) : say('date.none') });
  const byType = new Map();
  for (const event of data.events) {
    if (!byType.has(event.type)) byType.set(event.type, []);
    byType.get(event.type).push(event);
  }

  function branches() {
    const types = [...Object.keys(data.types), ...byType.keys()].filter((type, i, all) => byType.has(type) && all.indexOf(type) === i);
    const sign = (type) => symbols.sign(type);
    return [
      ...types.map((type) => ({
        key: 'type:' + type, name: symbols.typeName(type), sign: () => sign(type), rows: byType.get(type), item: eventRow, only: true,
      })),
      { key: 'branch:position', name: say('branch.position'), rows: data.positions, item: (row) => ({ key: row.key, row, text: position.title(row), note: data.placeName(row.route) }) },
      { key: 'branch:control', name: say('branch.control'), rows: data.control, item: (row) => ({ key: row.key, row, text: data.placeName(row.place), note: data.actorNames(row.holder).join(', ') }) },
      { key: 'branch:access', name: say('branch.access'), rows: data.access, item: (row) => ({ key: row.key, row, text: numbers.title(row) }) },
      { key: 'branch:route', name: say('branch.route'), rows: data.routes, item: (row) => ({ key: row.key, row, text: row.name, note: row.stated_km && say('pill', { km: words.number(row.stated_km) }) }) },
      { key: 'branch:distance', name: say('branch.distance'), rows: data.distances, item: (row) => ({ key: row.key, row, text: numbers.title(row) }) },
      { key: 'branch:ground', name: say('branch.ground'), rows: ['ground:names', 'ground:graticule', 'ground:uncertainty'], item: (key) => ({ key, text: say(key.replace(':', '.')) }) },
    ].filter((branch) => branch.rows.length);
  }

  const keyOf = (row) => row.key || row;

  /** Show these events and no others; every other branch stays as it is. */
  function only(rows) {
    const wanted = new Set(rows.map(keyOf));
    for (const event of data.events) state.chosen.off[wanted.has(event.key) ? 'delete' : 'add'](event.key);
    state.refresh('shown');
  }

  function checkbox(checked, mixed, act, label) {
    const box = make('input', { type: 'checkbox', change: (event) => act(event.target.checked), 'aria-label': label });
    box.checked = checked;
    box.indeterminate = mixed;
    return box;
  }

  function itemRow(branch, row) {
    const { key, text, note, row: target } = branch.item(row);
    const lines = [dom.brief(text), dom.small(note)];
    const name = target
      ? make('button', { type: 'button', class: 'plain tree-name', click: () => state.select(target.key) }, lines)
      : make('span', { class: 'tree-name' }, lines);
    return make('li', { 'data-key': key }, checkbox(state.isOn(key), false, (on) => state.turn([key], on), dom.brief(text)), name, branch.only && button(say('only'), () => only([row]), { class: 'plain only', 'aria-label': say('only.this', { name: dom.brief(text) }) }));
  }

  function list(branch) {
    const limit = opened.get(branch.key);
    const rest = branch.rows.length - limit;
    return make('ul', null, branch.rows.slice(0, limit).map((row) => itemRow(branch, row)),
      rest > 0 && make('li', null, button(say('more', { n: rest }), () => {
        opened.set(branch.key, limit + PAGE);
        refresh();
      })));
  }

  function branchRow(branch) {
    const on = branch.rows.filter((row) => state.isOn(keyOf(row))).length;
    const shown = branch.only ? branch.rows.filter(state.isShown).length : on;
    const open = opened.has(branch.key);
    const toggle = () => {
      if (!opened.delete(branch.key)) opened.set(branch.key, PAGE);
      refresh();
      const again = get('tree').querySelector(`[data-branch="${branch.key}"]`);
      if (again) again.focus();
    };
    return make('li', { class: 'branch' }, make('div', { class: 'branch-row' },
      checkbox(on === branch.rows.length, on > 0 && on < branch.rows.length, (turned) => state.turn(branch.rows, turned), branch.name),
      branch.sign && branch.sign(),
      make('button', { type: 'button', class: 'plain tree-name', 'aria-expanded': String(open), 'data-branch': branch.key, click: toggle },
        branch.name, dom.small(say('of', { shown, all: branch.rows.length }))),
      branch.only && button(say('only'), () => only(branch.rows), { class: 'plain only', 'aria-label': say('only.this', { name: branch.name }) })),
    open && list(branch));
  }

  const all = branches();

  /** Keep the keyboard where it was when the tree is drawn anew. */
  function focused() {
    const element = document.activeElement;
    const index = [...get('tree').querySelectorAll('input, button')].indexOf(element);
    return index >= 0 ? index : null;
  }

  function refresh() {
    if (get('room-layers').hidden) return;
    const index = focused();
    dom.show('tree',
      dom.h2(say('layers')),
      make('p', { class: 'buttons' },
        button(say('all'), () => state.turn(data.events, true)), button(say('none'), () => state.turn(data.events, false)),
        button(say('reset'), () => state.change({ off: new Set(state.QUIET) }))),
      make('ul', { class: 'branches' }, all.map(branchRow)));
    if (index != null) (get('tree').querySelectorAll('input, button')[index] || document.body).focus();
  }

  return { refresh, only, begin: () => state.onChange(refresh) };
})();
