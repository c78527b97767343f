// Draws a map from the JSON of its data-map attribute: own roads always, background tiles of our own server when it has them.
'use strict';
window.michishirubeMap = function (box) {
  const data = JSON.parse(box.dataset.map);
  const word = (name) => box.dataset['word' + name] || '';
  const map = L.map(box, { zoomControl: false, keyboard: true, keyboardPanDelta: 60, preferCanvas: true, maxZoom: 19, minZoom: 9, zoomSnap: .5 });
  L.control.zoom({ zoomInTitle: word('ZoomIn'), zoomOutTitle: word('ZoomOut') }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  map.attributionControl.setPrefix('');
  map.attributionControl.addAttribution('道路 © OpenStreetMap contributors');
  map.createPane('roads').style.zIndex = 350;
  map.createPane('areas').style.zIndex = 300;
  // From our own server, down to the zoom that it keeps; deeper views enlarge the last.
  if (data.tiles && box.dataset.roads) {
    L.tileLayer(box.dataset.roads.replace(/roads$/, 'tiles/{z}/{x}/{y}.png'), { maxZoom: 19, minNativeZoom: 9, maxNativeZoom: data.tiles, attribution: data.tilesSource }).addTo(map);
  }
  // The view first: what is added before it keeps the order of adding.
  const around = (data.ways || []).concat(data.saved || []).flatMap((w) => w.line)
    .concat(['home', 'before', 'place', 'after'].filter((n) => data[n]).map((n) => [data[n].lat, data[n].lon]));
  const shown = around.length ? around : (data.spots || []).length === 1 ? data.spots.map((s) => [s.lat, s.lon])
    : (data.boundary || []).concat((data.spots || []).map((s) => [s.lat, s.lon]));
  if (shown.length) { map.fitBounds(L.latLngBounds(shown).pad(around.length ? .15 : .02), { maxZoom: 17 }); } else { map.setView([37, 138], 9); }
  const text = (s) => { const span = document.createElement('span'); span.textContent = s; return span; };

  if (data.boundary) {
    L.polyline(data.boundary, { color: '#555', weight: 2, dashArray: '2 6', interactive: false }).addTo(map);
  }
  const looks = { FLOOD: ['#f7f5a9', '#f5c9a0', '#e8a3a0', '#d98aa5', '#c779b0', '#b06ab3'], LANDSLIDE: ['#e6b800', '#b3261e'] };
  const renderer = L.canvas({ pane: 'areas' });
  (data.areas || []).forEach((a) => {
    const unknown = a.level === 0;
    const slide = a.hazard === 'LANDSLIDE' || a.measure === 'COLLAPSE' || unknown;
    const colours = looks[a.hazard] || looks.FLOOD;
    const colour = unknown ? '#555555' : a.measure === 'COLLAPSE' ? '#7a2e8e' : colours[Math.min(a.level, colours.length) - 1];
    L.polygon(a.rings, { renderer, pane: 'areas', color: slide ? colour : '#8a6d3b', weight: slide ? 2 : 1, fillColor: colour, fillOpacity: slide ? .35 : .6, dashArray: slide ? '6 3' : null })
      .bindTooltip(text(a.label), { sticky: true }).addTo(map);
  });

  // The roads of the extract, asked anew when the map moves.
  const roads = L.layerGroup().addTo(map);
  const roadRenderer = L.canvas({ pane: 'roads' });
  const weight = { primary: 5, secondary: 4, tertiary: 3, trunk: 5 };
  let asked = '';
  async function drawRoads() {
    if (!box.dataset.roads || map.getZoom() < 12) { roads.clearLayers(); asked = ''; return; }
    const b = map.getBounds().pad(.2);
    const query = new URLSearchParams({ south: b.getSouth().toFixed(3), north: b.getNorth().toFixed(3), west: b.getWest().toFixed(3), east: b.getEast().toFixed(3) }).toString();
    if (query === asked) { return; }
    asked = query;
    try {
      const answer = await fetch(box.dataset.roads + '?' + query, { headers: { Accept: 'application/json' } });
      if (!answer.ok || query !== asked) { return; }
      const list = await answer.json();
      roads.clearLayers();
      list.forEach((r) => {
        const w = (weight[r.k] || 2) * (map.getZoom() >= 16 ? 1.6 : 1);
        const steps = r.k === 'steps';
        const line = L.polyline(r.l, { renderer: roadRenderer, pane: 'roads', weight: w, color: steps ? '#8a3b12' : w >= 4 ? '#b9a06a' : '#9aa0a6', dashArray: steps ? '2 4' : null, interactive: Boolean(r.n) });
        if (r.n) { line.bindTooltip(text(r.n), { sticky: true }); }
        roads.addLayer(line);
      });
    } catch (e) { /* no network: the map stays as it is, the text below says the same */ }
  }
  map.on('moveend', drawRoads);
  drawRoads();

  const pin = (kind, letter) => L.divIcon({ className: '', html: '<span class="pin ' + kind + '">' + letter + '</span>', iconSize: [36, 36], iconAnchor: [18, 18] });
  (data.saved || []).forEach((w) => { L.polyline(w.line, { color: '#555', weight: 5, dashArray: '4 8' }).bindTooltip(text(word('Saved') + ' ' + w.label), { sticky: true }).addTo(map); });
  (data.gaps || []).forEach((w) => { L.polyline(w.line, { color: '#1a1a1a', weight: 5, dashArray: '1 9', lineCap: 'round' }).bindTooltip(text(w.label), { sticky: true }).addTo(map); });
  const ways = (data.ways || []).map((w) => {
    const under = L.polyline(w.line, { color: '#fff', weight: 11 }).addTo(map);
    const line = L.polyline(w.line, { weight: 7 }).bindTooltip(text(w.label), { sticky: true }).addTo(map);
    return { under, line };
  });
  function choose(chosen) {
    ways.forEach((w, i) => w.line.setStyle(i === chosen ? { color: '#0017c1', weight: 7, dashArray: null } : { color: '#555', weight: 4, dashArray: '8 6' }));
    if (ways[chosen]) { ways[chosen].under.bringToFront(); ways[chosen].line.bringToFront(); }
  }
  choose(0);
  (data.spots || []).forEach((s) => {
    L.circle([s.lat, s.lon], { radius: s.radius, color: '#ce0000', weight: 2, fillOpacity: .2 }).addTo(map);
    L.marker([s.lat, s.lon], { icon: pin('spot', '!'), keyboard: false }).bindTooltip(text(s.label)).addTo(map);
  });
  [['home', '家'], ['before', '前'], ['place', '避'], ['after', '後']].forEach(([name, letter]) => {
    const p = data[name];
    if (p) {
      L.marker([p.lat, p.lon], { icon: pin(name, letter), zIndexOffset: 500, alt: name === 'home' ? word('Home') : word('Place') || p.label, keyboard: false })
        .bindTooltip(text(name === 'home' ? word('Home') : p.label), { permanent: true, direction: 'right', offset: [16, 0], className: 'pin-label' }).addTo(map);
    }
  });
  return { map, data, pin, choose, word, ways };
};
