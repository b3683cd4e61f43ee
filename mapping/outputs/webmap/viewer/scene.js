/**
 * One drawing over Leaflet's map for all that must give way to each other, in the order in which it may take room.
 */
const scene = (() => {
  const { draw } = dom;
  const pane = map.getPane('drawing');
  const svg = draw('svg', { class: 'drawing', 'aria-hidden': 'true' });
  pane.append(svg);

  let ready = false; // nothing is drawn before it is decided what is shown

  const group = (name) => svg.appendChild(draw('g', { class: name }));

  function softDisc() {
    const stop = (offset, opacity) => draw('stop', { offset, 'stop-color': '#d55e00', 'stop-opacity': opacity });
    return draw('defs', null, draw('radialGradient', { id: 'soft' }, stop('0', 0.34), stop('0.6', 0.2), stop('1', 0)));
  }

  /** Draw everything anew for the view and the choices that hold now. */
  function redraw() {
    const size = map.getSize();
    if (!size.x || !size.y || !ready) return;
    svg.setAttribute('width', size.x);
    svg.setAttribute('height', size.y);
    L.DomUtil.setPosition(svg, map.containerPointToLayerPoint([0, 0]));
    svg.replaceChildren(softDisc());
    space.clear();
    keepOff();
    const [discs, movements, leaders, points, text] = ['discs', 'movements', 'leaders', 'points', 'text'].map(group);
    lines.discs(discs);
    lines.sections(movements);
    lines.arrows(movements);
    ground.degrees(text);
    control.render(points);
    const signs = marks.wanted();
    const hasSign = (place) => signs.has(place.lat + ',' + place.lon);
    labels.dots(points, (place) => !hasSign(place));
    position.render(points);
    position.renderLabels(leaders);
    const limit = labels.limit();
    const { isMajor, isReported } = labels;
    let room = limit - labels.places(text, (place) => isMajor(place) && isReported(place), limit);
    marks.render(leaders);
    labels.dots(points, (place) => hasSign(place) && !marks.stands(place));
    room -= labels.places(text, (place) => !isMajor(place) && isReported(place), room);
    labels.measured(text);
    labels.pills(text);
    room -= labels.places(text, (place) => isMajor(place) && !isReported(place), room);
    labels.places(text, (place) => !isMajor(place) && !isReported(place), room);
    labels.rivers(text);
    labels.regions(text);
  }

  /** Boxes of the map's own controls, which no label may lie under. */
  function keepOff() {
    const frame = map.getContainer().getBoundingClientRect();
    for (const element of document.querySelectorAll('#map-key, #inset, .north, #credit, .leaflet-control')) {
      const box = element.getBoundingClientRect();
      if (box.width) space.keep([box.left - frame.left - 4, box.top - frame.top - 4, box.right - frame.left + 4, box.bottom - frame.top + 4]);
    }
  }

  function refresh() {
    ready = true;
    ground.refresh();
    lines.refresh();
    position.refresh();
    marks.refresh();
    redraw();
  }

  function begin() {
    map.on('zoomstart', () => map.getContainer().classList.add('zooming'));
    map.on('moveend zoomend resize viewreset', () => {
      map.getContainer().classList.remove('zooming');
      redraw();
    });
    state.onChange(refresh);
  }

  return { begin, refresh, redraw };
})();
