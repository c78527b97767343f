// The pad to sign on. Without it the page still takes the scan of a paper.
(() => {
  const form = document.querySelector('form[data-signature]')
  if (!form) return
  const canvas = form.querySelector('[data-pad]')
  const drawing = form.querySelector('input[name="drawing"]')
  const pad = new SignaturePad(canvas, { penColor: '#1a1a1a', minWidth: 1, maxWidth: 3.2 })

  const way = () => form.dataset.way = form.querySelector('input[name="way"]:checked')?.value || 'screen'
  form.addEventListener('change', event => { if (event.target.name === 'way') { way(); fit() } })

  // A canvas has its own pixels: they follow the screen's, and what was drawn is drawn again.
  let width = 0
  const fit = () => {
    if (!canvas.offsetWidth || canvas.offsetWidth === width) return
    width = canvas.offsetWidth
    const ratio = Math.min(Math.max(window.devicePixelRatio || 1, 1), 3)
    const strokes = pad.toData()
    canvas.width = canvas.offsetWidth * ratio
    canvas.height = canvas.offsetHeight * ratio
    canvas.getContext('2d').scale(ratio, ratio)
    pad.clear()
    if (strokes.length) pad.fromData(strokes)
    else if (drawing.value.startsWith('data:image/png')) pad.fromDataURL(drawing.value, { width: canvas.offsetWidth, height: canvas.offsetHeight })
  }
  pad.addEventListener('endStroke', () => { drawing.value = pad.toDataURL('image/png') })
  form.querySelector('[data-pad-clear]').addEventListener('click', () => { pad.clear(); drawing.value = ''; canvas.focus() })
  window.addEventListener('resize', fit)
  way()
  fit()
})()
