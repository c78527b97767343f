// An answer that cannot be sent is kept until there is a network: which button, when it was pressed, and the id that makes it one answer however
// often it is sent. No name, nothing of a plan. Without script the form is sent as it stands.
(() => {
  const box = document.querySelector('[data-unsent]')
  if (!box) return
  const place = 'michishirube.unsent.' + box.dataset.unsent
  const read = () => { try { return JSON.parse(localStorage.getItem(place)) } catch { return null } }
  const keep = answer => { try { localStorage.setItem(place, JSON.stringify(answer)) } catch { /* full or forbidden: it is sent while the page is open */ } waiting = answer }
  const forget = () => { try { localStorage.removeItem(place) } catch { /* as above */ } waiting = null }
  let waiting = read()
  let sending = false

  const show = () => {
    box.hidden = !waiting
    const form = document.querySelector('form.answers')
    const button = waiting && form && form.querySelector(`button[value="${waiting.answer}"]`)
    box.querySelector('[data-unsent-answer]').textContent = button ? button.querySelector('span:last-child').textContent : ''
  }

  const send = async pressed => {
    if (!waiting || sending) return
    sending = true
    const sent = waiting
    const body = new URLSearchParams(new FormData(box.querySelector('form')))
    body.set('answer', sent.answer)
    body.set('key', sent.key)
    // Time that has passed, not the clock of the telephone, which may be wrong by hours.
    body.set('ago', Math.max(0, Math.round((Date.now() - sent.pressed) / 1000)))
    try {
      const response = await fetch(box.querySelector('form').action, { method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(20000) })
      const taken = response.type === 'opaqueredirect'
      if (taken || response.status === 409 || response.status === 422) {
        if (waiting === sent) forget()
        if (!waiting) location.assign(box.querySelector('form').action)
      }
    } catch {
      // No network: tried again below.
    }
    sending = false
    show()
    if (waiting && waiting !== sent) send()
    else if (waiting && pressed) box.scrollIntoView({ block: 'center' })
  }

  document.addEventListener('submit', event => {
    if (!event.target.matches('form.answers') || !event.submitter) return
    event.preventDefault()
    keep({ answer: event.submitter.value, key: event.target.elements.key.value + '-' + event.submitter.value, pressed: Date.now() })
    send(true)
  })
  addEventListener('online', () => send())
  setInterval(send, 10000)
  show()
  send()
})()
