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
  // How long each step took in all, within its box: as part of the drawing, for an overlay is placed by inline styles.
  (place.dataset.durations || '').split(' ').filter(Boolean).map(pair => pair.split('=')).forEach(([id, days]) => {
    const step = viewer.get('elementRegistry').get(id);
    if (!step) return;
    const label = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    label.setAttribute('class', 'node-days');
    label.setAttribute('x', step.width - 6);
    label.setAttribute('y', step.height - 7);
    label.textContent = place.dataset.days.replace('#', days);
    viewer.get('elementRegistry').getGraphics(id).append(label);
  });
  // Readable first: where the case is now, at the size of the page's own letters. The whole is one press away.
  const first = (place.dataset.now || place.dataset.past || 'RosterReceived').split(' ').find(id => viewer.get('elementRegistry').get(id));
  const here = () => {
    const step = viewer.get('elementRegistry').get(first);
    canvas.zoom(1.2, step ? { x: step.x + step.width / 2, y: step.y + step.height / 2 } : 'auto');
    if (!step) return;
    const box = canvas.viewbox();
    canvas.viewbox({ x: step.x + step.width / 2 - box.width / 2, y: step.y + step.height / 2 - box.height / 2, width: box.width, height: box.height });
  };
  here();
  const tools = document.getElementById('diagram-tools');
  tools.hidden = false;
  tools.addEventListener('click', event => {
    const by = event.target.dataset.zoom;
    if (by === 'all') canvas.zoom('fit-viewport', 'auto');
    else if (by === 'here') here();
    else if (by) canvas.zoom(canvas.zoom() * Number(by));
  });
  // On paper the drawing shrinks with its frame.
  const drawing = place.querySelector('.djs-container > svg');
  drawing.setAttribute('viewBox', `0 0 ${drawing.clientWidth} ${drawing.clientHeight}`);
});
