// The route page: choosing among ways, setting the home, via points, a line drawn by hand. All of it by mouse, touch or keyboard.
'use strict';
document.addEventListener('DOMContentLoaded', () => {
  const box = document.getElementById('map');
  if (!box || !window.L) { return; }
  const view = window.michishirubeMap(box);
  const { map, data } = view;
  const tools = document.querySelector('.map-tools');
  const act = document.querySelector('.map-act');
  const hint = document.querySelector('.map-hint');
  const routeForm = document.getElementById('route-form');
  const saveForm = document.getElementById('save-form');
  if (tools) { tools.hidden = false; }

  document.querySelectorAll('input[name=choice]').forEach((radio) => radio.addEventListener('change', () => view.choose(Number(radio.value))));

  let mode = null;
  let points = [];
  const layer = L.layerGroup().addTo(map);
  const at = (p) => p.lat.toFixed(6) + ',' + p.lng.toFixed(6);
  function redraw() {
    layer.clearLayers();
    if (mode === 'draw') {
      const line = (data.home ? [[data.home.lat, data.home.lon]] : []).concat(points);
      L.polyline(line, { color: '#0017c1', weight: 6 }).addTo(layer);
    }
    points.forEach((p, i) => L.marker(p, { icon: view.pin(mode === 'home' ? 'home' : 'via', mode === 'home' ? '家' : String(i + 1)), keyboard: false }).addTo(layer));
    act.querySelector('[data-act=done]').disabled = points.length === 0;
    act.querySelector('[data-act=undo]').hidden = mode === 'home' || points.length === 0;
  }
  function enter(next) {
    mode = next;
    points = [];
    tools.querySelectorAll('[data-mode]').forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.mode === next)));
    act.hidden = !next;
    box.classList.toggle('aiming', Boolean(next));
    hint.textContent = next ? hint.dataset[next] : '';
    redraw();
    if (next) { box.focus(); }
  }
  function add(latlng) {
    if (!mode) { return; }
    points = mode === 'home' ? [latlng] : points.concat(latlng);
    redraw();
  }
  function hidden(form, name, value) {
    const input = document.createElement('input');
    input.type = 'hidden'; input.name = name; input.value = value;
    form.append(input);
  }
  function done() {
    if (mode === 'home') {
      const form = document.getElementById('home-form');
      form.elements.lat.value = points[0].lat.toFixed(6);
      form.elements.lon.value = points[0].lng.toFixed(6);
      form.requestSubmit();
    } else if (mode === 'via') {
      points.forEach((p) => hidden(routeForm, 'via', at(p)));
      routeForm.requestSubmit();
    } else if (mode === 'draw' && saveForm) {
      saveForm.elements.drawn.value = points.map(at).join(';');
      const line = points;
      mode = null;
      act.hidden = true;
      box.classList.remove('aiming');
      tools.querySelectorAll('[data-mode]').forEach((b) => b.setAttribute('aria-pressed', 'false'));
      points = line;
      saveForm.querySelector('.drawn-note').hidden = false;
      const button = saveForm.querySelector('[data-for-drawn]') || saveForm.querySelector('button[type=submit]');
      button.hidden = false;
      button.focus();
    }
  }
  tools.addEventListener('click', (e) => { const b = e.target.closest('[data-mode]'); if (b) { enter(mode === b.dataset.mode ? null : b.dataset.mode); } });
  act.addEventListener('click', (e) => {
    const what = e.target.closest('[data-act]')?.dataset.act;
    if (what === 'centre') { add(map.getCenter()); }
    if (what === 'undo') { points = points.slice(0, -1); redraw(); }
    if (what === 'cancel') { enter(null); }
    if (what === 'done' && points.length) { done(); }
  });
  box.addEventListener('keydown', (e) => {
    if (mode && e.key === 'Enter') { e.preventDefault(); add(map.getCenter()); }
    if (mode && e.key === 'Escape') { enter(null); }
  });
  map.on('click', (e) => add(e.latlng));

  // A press on a way chooses it; dragging it makes a point that the way must pass. By keyboard: "add a place to pass".
  const RADIUS = 6;
  function nearestOfWay(line, p) {
    const at = map.latLngToLayerPoint(p);
    let best = { distance: Infinity, index: 0 };
    for (let i = 1; i < line.length; i++) {
      const distance = L.LineUtil.pointToSegmentDistance(at, map.latLngToLayerPoint(line[i - 1]), map.latLngToLayerPoint(line[i]));
      if (distance < best.distance) { best = { distance, index: i - 1 }; }
    }
    return best.index;
  }
  /** Where among the via points the pulled one belongs: they are passed in the order of the line. */
  function placeAmongVias(line, from) {
    return (data.vias || []).filter((v) => nearestOfWay(line, L.latLng(v)) < from).length;
  }
  function pull(w, start) {
    const line = w.line.getLatLngs();
    const from = nearestOfWay(line, start.latlng);
    const pressed = start.containerPoint;
    const ghost = L.marker(start.latlng, { icon: view.pin('via', '+'), interactive: false, keyboard: false });
    let moved = false;
    map.dragging.disable();
    const move = (e) => {
      if (!moved && e.containerPoint.distanceTo(pressed) < RADIUS) { return; }
      if (!moved) { moved = true; ghost.addTo(map); }
      ghost.setLatLng(e.latlng);
    };
    const end = () => {
      map.off('mousemove', move);
      document.removeEventListener('mouseup', end);
      map.dragging.enable();
      if (!moved) { return; }
      const vias = (data.vias || []).map((v) => v[0].toFixed(6) + ',' + v[1].toFixed(6));
      vias.splice(placeAmongVias(line, from), 0, at(ghost.getLatLng()));
      routeForm.querySelectorAll('input[name=via]').forEach((input) => input.remove());
      vias.forEach((v) => hidden(routeForm, 'via', v));
      routeForm.requestSubmit();
    };
    map.on('mousemove', move);
    document.addEventListener('mouseup', end);
  }
  view.ways.forEach((w, i) => {
    w.line.on('click', (e) => {
      if (mode) { return; }
      L.DomEvent.stop(e);
      const radio = document.querySelector('input[name=choice][value="' + i + '"]');
      if (radio) { radio.checked = true; view.choose(i); }
    });
    w.line.on('mousedown', (e) => { if (!mode && routeForm) { pull(w, e); } });
  });
  (data.vias || []).forEach((p, i) => {
    const marker = L.marker(p, { icon: view.pin('via', String(i + 1)), draggable: true, alt: view.word('Via') + (i + 1), keyboard: false }).addTo(map);
    marker.on('dragend', () => {
      routeForm.querySelectorAll('input[name=via]')[i].value = at(marker.getLatLng());
      routeForm.requestSubmit();
    });
  });
});
