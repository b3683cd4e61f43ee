/**
 * The signs of events: shape and colour say the type, filling says the certainty, a dotted outline an unread draft.
 */
const symbols = (() => {
  const { make, draw } = dom;

  const typeOf = (type) => data.types[type] || data.types.other;
  const fillOf = (event) => data.fills[event.certainty] || 'hollow';
  const isDraft = (event) => event.status === 'draft';

  /** Draw a sign `size` pixels wide. */
  function sign(type, filling = 'solid', draft = false, size = 22) {
    const { path, colour } = typeOf(type);
    const filled = (form) => draw('path', { d: form, fill: colour });
    return draw('svg', { viewBox: '-13 -13 26 26', width: size, height: size, class: 'sign', 'aria-hidden': 'true' },
      draw('path', { d: path, class: 'sign-halo' }),
      draw('path', { d: path, class: 'sign-paper' }),
      filling === 'solid' && filled(path),
      filling === 'half' && draw('svg', { x: -13, y: -13, width: 13, height: 26, viewBox: '-13 -13 13 26' }, filled(path)),
      filling === 'hollow' && draw('path', { d: path, fill: 'none', stroke: colour, 'stroke-width': 4.5 }),
      draw('path', { d: path, class: draft ? 'sign-ink sign-draft' : 'sign-ink' }));
  }

  const ofEvent = (event, size) => sign(event.type, fillOf(event), isDraft(event), size);
  const typeName = (type) => words.language === 'en' ? typeOf(type).label : term('type', type);

  /** A little mark that says the certainty, where it is not plainly reported. */
  function chips(row) {
    const said = [];
    if (row.certainty && row.certainty !== 'asserted') said.push(term('certainty', row.certainty));
    if (row.status === 'draft') said.push(say('status.draft'));
    if (row.status === 'retracted') said.push(say('status.retracted'));
    return said.map((text) => make('span', { class: 'chip' }, text));
  }

  return { sign, ofEvent, fillOf, isDraft, typeName, chips, colour: (type) => typeOf(type).colour };
})();
