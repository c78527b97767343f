// Photos are shrunk before they travel, as tablets take far more pixels than a plan needs. Without script the form posts the original.
(() => {
  if (!window.plan) return
  const { form, field } = plan
  const LONGEST = 2000

  const shrink = async file => {
    if (!file.type.startsWith('image/')) return file
    try {
      const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
      const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(picture.width * scale)
      canvas.height = Math.round(picture.height * scale)
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
      const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.85))
      return blob ? new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }) : file
    } catch (e) {
      return file
    }
  }

  const upload = async (input, file) => {
    const address = input.dataset.upload
    const box = field(address)
    plan.say(address, form.dataset.textUploading)
    const body = new FormData()
    body.append('address', address)
    body.append('file', await shrink(file))
    try {
      await plan.saveNow()
      const answer = await fetch(form.dataset.base + '/files', {
        method: 'POST', credentials: 'same-origin', redirect: 'manual', body,
        headers: { Accept: 'application/json', 'X-CSRF-TOKEN': form.elements._csrf.value },
      })
      const reply = await answer.json()
      if (!answer.ok) {
        plan.say(address, '')
        plan.say(address, reply.errors?.[0]?.detail || reply.detail || reply.title, 'error')
        return
      }
      plan.say(address, '', 'error')
      plan.say(address, '')
      form.elements.version.value = reply.version
      let line = box.querySelector('.plan-file')
      if (!line) {
        line = document.createElement('p')
        line.className = 'plan-file'
        box.insertBefore(line, input)
      }
      const link = document.createElement('a')
      link.href = reply.href
      link.textContent = reply.name
      line.replaceChildren(link)
      input.value = ''
    } catch (e) {
      plan.say(address, form.dataset.textUnsaved, 'error')
    }
  }
  form.addEventListener('change', event => {
    if (event.target.dataset?.upload && event.target.files.length) upload(event.target, event.target.files[0])
  })

  // A drawing instead of a photo: the pad's strokes travel as a picture.
  form.querySelectorAll('[data-draw]').forEach(box => {
    const canvas = box.querySelector('canvas')
    const pad = new SignaturePad(canvas, { backgroundColor: '#fff', penColor: '#1a1a1a', minWidth: 1.5, maxWidth: 3.5 })
    box.hidden = false
    box.addEventListener('toggle', () => {
      if (!box.open || canvas.width === canvas.offsetWidth) return
      canvas.width = canvas.offsetWidth
      canvas.height = canvas.offsetHeight
      pad.clear()
    })
    box.querySelector('[data-draw-clear]').addEventListener('click', () => pad.clear())
    box.querySelector('[data-draw-keep]').addEventListener('click', async () => {
      if (pad.isEmpty()) return
      const blob = await new Promise(done => canvas.toBlob(done, 'image/png'))
      await upload(box.parentElement.querySelector('[data-upload]'), new File([blob], form.dataset.textDrawing + '.png', { type: 'image/png' }))
      box.open = false
    })
  })
})()
