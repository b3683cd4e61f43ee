/**
 * Put everything to work: the sketch for readers without scripts goes, the map comes.
 */
(() => {
  dom.get('sketch').remove();
  document.documentElement.classList.add('scripted');
  words.translate();
  const container = map.getContainer();
  container.setAttribute('role', 'main');
  container.setAttribute('aria-label', say('map'));
  map.zoomControl.setPosition('topleft');
  map.invalidateSize({ animate: false });
  const [south, west, north, east] = data.meta.view;
  map.fitBounds([[south, west], [north, east]], { animate: false });
  labels.begin();
  for (const part of [filters, tree, lists, search, cards, numbers, guide, timeline, panel, frame, device, tiles, scene]) part.begin();
  const link = permalink.begin();
  permalink.read();
  link.loud();
  if (geometry.calm.matches) Object.assign(map.options, { zoomAnimation: false, fadeAnimation: false, inertia: false });
  document.documentElement.dataset.ready = 'yes';
})();
