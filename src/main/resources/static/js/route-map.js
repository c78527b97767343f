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

  // Dragging the line: pressing on it adds a point that the way must pass; the points can be dragged further.
  view.ways.forEach((w, i) => w.line.on('click', (e) => {
    if (mode) { return; }
    L.DomEvent.stop(e);
    const radio = document.querySelector('input[name=choice][value="' + i + '"]');
    if (radio) { radio.checked = true; view.choose(i); }
  }));
  (data.vias || []).forEach((p, i) => {
    const marker = L.marker(p, { icon: view.pin('via', String(i + 1)), draggable: true, alt: view.word('Via') + (i + 1), keyboard: false }).addTo(map);
    marker.on('dragend', () => {
      routeForm.querySelectorAll('input[name=via]')[i].value = at(marker.getLatLng());
      routeForm.requestSubmit();
    });
  });
});
