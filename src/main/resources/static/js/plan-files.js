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

  form.addEventListener('change', async event => {
    const address = event.target.dataset?.upload
    if (!address || !event.target.files.length) return
    const box = field(address)
    plan.say(address, form.dataset.textUploading)
    const body = new FormData()
    body.append('address', address)
    body.append('file', await shrink(event.target.files[0]))
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
        box.insertBefore(line, event.target)
      }
      const link = document.createElement('a')
      link.href = reply.href
      link.textContent = reply.name
      line.replaceChildren(link)
      event.target.value = ''
    } catch (e) {
      plan.say(address, form.dataset.textUnsaved, 'error')
    }
  })
})()
