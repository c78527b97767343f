// Draws the process model and marks where the case is and which way it took. Without script the table below says the same.
document.addEventListener('DOMContentLoaded', async () => {
  const place = document.getElementById('diagram');
  if (!place || !window.BpmnJS) return;
  const viewer = new window.BpmnJS({ container: place });
  const model = await fetch(place.dataset.model).then(answer => answer.text());
  await viewer.importXML(model);
  const canvas = viewer.get('canvas');
  const mark = (ids, style) => (ids || '').split(' ').filter(Boolean).forEach(id => viewer.get('elementRegistry').get(id) && canvas.addMarker(id, style));
  mark(place.dataset.past, 'node-past');
  mark(place.dataset.now, 'node-now');
  // How long each step took in all, at its lower edge.
  (place.dataset.durations || '').split(' ').filter(Boolean).map(pair => pair.split('=')).forEach(([id, days]) => {
    if (!viewer.get('elementRegistry').get(id)) return;
    const label = document.createElement('span');
    label.className = 'badge node-days';
    label.textContent = place.dataset.days.replace('#', days);
    viewer.get('overlays').add(id, { position: { bottom: 4, left: 4 }, html: label });
  });
  canvas.zoom('fit-viewport', 'auto');
});
