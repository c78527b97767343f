// The map of danger spots; where the page has the form, a press on the map (or Enter at its centre) fills the position.
'use strict';
document.addEventListener('DOMContentLoaded', () => {
  const box = document.getElementById('map');
  if (!box || !window.L) { return; }
  const view = window.michishirubeMap(box);
  const form = document.getElementById('danger-form');
  if (!form) { return; }
  box.classList.add('aiming');
  const said = form.querySelector('.position-said');
  const centre = form.querySelector('[data-act=centre]');
  centre.hidden = false;
  const here = form.querySelector('[data-act=here]');
  here.hidden = !navigator.geolocation;
  let marker = null;
  function set(p) {
    form.elements.lat.value = p.lat.toFixed(6);
    form.elements.lon.value = p.lng.toFixed(6);
    said.textContent = said.dataset.said;
    if (marker) { marker.setLatLng(p); } else { marker = L.marker(p, { icon: view.pin('spot', '!'), keyboard: false }).addTo(view.map); }
  }
  view.map.on('click', (e) => set(e.latlng));
  here.addEventListener('click', () => navigator.geolocation.getCurrentPosition((found) => {
    const p = L.latLng(found.coords.latitude, found.coords.longitude);
    view.map.setView(p, Math.max(view.map.getZoom(), 16));
    set(p);
  }, () => { said.textContent = said.dataset.nowhere; }, { enableHighAccuracy: true, timeout: 15000 }));
  centre.addEventListener('click', () => set(view.map.getCenter()));
  box.addEventListener('keydown', (e) => { if (e.key === 'Enter') { e.preventDefault(); set(view.map.getCenter()); } });
});
