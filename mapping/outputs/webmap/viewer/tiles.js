/**
 * Online backgrounds: off until chosen, never from a file, and only after a probe, because a provider's refusal
 * comes as a picture that Leaflet takes for a tile.
 */
const tiles = (() => {
  const { make, get } = dom;
  const online = /^https?:$/.test(location.protocol);
  let layer = null;

  function remove() {
    if (layer) layer.remove();
    layer = null;
    document.body.classList.remove('with-tiles');
  }

  const address = (basemap, { x, y, z }) => L.Util.template(basemap.url, { x, y, z, s: basemap.subdomains[0] });

  /** The tile in the middle of the view. */
  function middle() {
    const z = Math.round(map.getZoom());
    const point = map.project(map.getCenter(), z).divideBy(256).floor();
    return { x: point.x, y: point.y, z };
  }

  async function choose(id) {
    remove();
    const basemap = data.basemaps.find((one) => one.id === id);
    const note = get('tiles-note');
    if (!basemap) {
      note.textContent = say('tiles.note');
      return;
    }
    note.textContent = say('tiles.asking');
    try {
      const answer = await fetch(address(basemap, middle()), { mode: 'cors', referrerPolicy: 'strict-origin-when-cross-origin' });
      if (!answer.ok) throw new Error(String(answer.status));
      layer = L.tileLayer(basemap.url, { subdomains: basemap.subdomains, maxNativeZoom: basemap.max_zoom, maxZoom: 17, referrerPolicy: 'strict-origin-when-cross-origin' }).addTo(map);
      document.body.classList.add('with-tiles');
      note.textContent = basemap.credit;
    } catch {
      note.textContent = say('tiles.refused', { name: basemap.name });
      get('tiles').querySelector('select').value = '';
    }
  }

  function begin() {
    if (!data.basemaps.length) return;
    const select = make('select', { disabled: !online, change: (event) => choose(event.target.value) },
      make('option', { value: '' }, say('tiles.none')), data.basemaps.map((basemap) => make('option', { value: basemap.id }, basemap.name)));
    dom.show('tiles', dom.h2(say('tiles')), make('label', null, say('tiles.choose'), select),
      make('p', { id: 'tiles-note', role: 'status' }, say(online ? 'tiles.note' : 'tiles.file')));
  }

  return { begin };
})();
