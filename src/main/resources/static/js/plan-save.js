// Autosave by changed fields. Built on the version the page last saw: the server refuses to overwrite what others changed meanwhile.
// Without network, or when the session has ended, the changes wait in this page's memory, a bar says so, and all are sent later.
(() => {
  if (!window.plan) return
  const { form, field, value, show, say, filled } = plan
  const EVERY = 2500
  const base = form.dataset.base
  const versionInput = form.elements.version
  const saved = form.querySelector('[data-saved]')
  const bars = ['offline', 'signed-out', 'other-person', 'closed']
  const pending = new Map()
  let sending = null
  let timer = null
  let held = null
  let leaving = false

  const bar = name => {
    held = name
    bars.forEach(n => { form.querySelector(`[data-${n}]`).hidden = n !== name })
    saved.classList.toggle('failed', !!name)
    if (name) saved.textContent = form.dataset.textUnsaved
  }
  const later = (wait = EVERY) => { clearTimeout(timer); timer = setTimeout(send, wait) }
  const changed = (address, answer) => {
    pending.set(address, answer)
    if (held !== 'closed' && held !== 'other-person') later(held ? 5000 : EVERY)
  }

  form.addEventListener('plan-changed', event => {
    const { address, value: answer } = event.detail
    if (answer === null) [...pending.keys()].filter(a => a.startsWith(address + '/')).forEach(a => pending.delete(a))
    changed(address, answer)
  })
  const touched = event => {
    const box = event.target.closest?.('[data-field]')
    if (box && box.dataset.kind !== 'file' && !event.target.dataset.resolve) changed(box.dataset.field, value(box.dataset.field))
  }
  form.addEventListener('input', touched)
  form.addEventListener('change', touched)

  const token = () => form.elements._csrf?.value
  const post = changes => fetch(base + '/draft', {
    method: 'POST', credentials: 'same-origin', redirect: 'manual', keepalive: leaving,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-TOKEN': token() },
    body: JSON.stringify({ version: Number(versionInput.value), changes }),
  })

  // After sign-in in another tab: the new token, if it is the same person.
  const signedInAgain = async () => {
    const now = await signedIn()
    if (now && now !== form.dataset.person) bar('other-person')
    return now === form.dataset.person
  }

  const send = async () => {
    if (sending || !pending.size || held === 'closed') return sending
    const sent = new Map(pending)
    sending = (async () => {
      try {
        if (!held) saved.textContent = form.dataset.textSaving
        let answer = await post(Object.fromEntries(sent))
        if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
          if (await signedInAgain()) answer = await post(Object.fromEntries(sent))
          else if (held !== 'other-person') bar('signed-out')
        }
        if (answer.ok) took(sent, await answer.json())
        else if (answer.status === 409 || answer.status === 404) bar('closed')
        else if (answer.type !== 'opaqueredirect' && answer.status >= 500) bar('offline')
      } catch (e) {
        bar('offline')
      }
    })()
    await sending
    sending = null
    if (pending.size && held !== 'closed' && held !== 'other-person') later(held ? 5000 : EVERY)
  }

  const took = (sent, reply) => {
    bar(null)
    versionInput.value = reply.version
    const conflicts = new Set(reply.conflicts)
    sent.forEach((answer, address) => { if (same(pending.get(address), answer)) pending.delete(address) })
    reply.saved.forEach(address => { wrong(address, null); edited(address) })
    Object.entries(reply.normalised).forEach(([address, answer]) => {
      if (!pending.has(address) && document.activeElement?.name !== address && field(address)?.dataset.kind !== 'date') show(address, answer)
    })
    Object.entries(reply.others).forEach(([address, answer]) => {
      if (pending.has(address) || conflicts.has(address) || sent.has(address)) return
      if (field(address)) {
        show(address, answer)
        say(address, form.dataset.textOther)
      } else {
        form.querySelector('[data-bar]').hidden = false
        form.querySelector('[data-bar]').textContent = form.dataset.textOther
      }
    })
    reply.problems.forEach(p => { wrong(p.address, p.text); if (conflicts.has(p.address)) decide(p, sent.get(p.address)) })
    saved.textContent = form.dataset.textSaved.replace('{0}', reply.at)
    plan.marks(reply.missing)
    if (!pending.size) form.dispatchEvent(new Event('saved'))
  }
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)

  const wrong = (address, text) => {
    const box = field(address)
    if (!box) return
    let error = box.querySelector(':scope > .error')
    if (!error && !text) return
    if (!error) {
      error = document.createElement('p')
      error.className = 'error'
      error.id = 'e-' + address
      box.append(error)
    }
    error.textContent = text || ''
    error.hidden = !text
    box.classList.toggle('invalid', !!text)
    const input = box.querySelector('input:not([type=hidden]),select,textarea')
    if (text) input?.setAttribute('aria-invalid', 'true')
    else {
      input?.removeAttribute('aria-invalid')
      box.querySelector(':scope > .plan-decide')?.remove()
    }
  }

  // Someone else was first: both values are on the page, and a person decides.
  const decide = (problem, mine) => {
    const box = field(problem.address)
    if (!box) return
    box.querySelector(':scope > .plan-decide')?.remove()
    const row = document.createElement('p')
    row.className = 'plan-decide'
    const make = (text, answer) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'button secondary small'
      button.textContent = text
      button.addEventListener('click', () => {
        show(problem.address, answer)
        wrong(problem.address, null)
        changed(problem.address, answer)
        later(0)
      })
      row.append(button)
    }
    make(form.dataset.textUseTheirs, problem.theirs ?? null)
    make(form.dataset.textUseMine, mine)
    box.append(row)
  }

  // The badge follows at once: entered, or a linked value that a person changed.
  const edited = address => {
    const badge = field(address)?.querySelector(':scope > .badges > .badge')
    if (!badge) return
    if (badge.classList.contains('linked')) {
      badge.className = 'badge edited'
      badge.textContent = form.dataset.textEdited
    } else if (badge.matches('.todo, .failed')) badge.parentElement.hidden = filled(value(address))
  }

  addEventListener('online', () => later(0))
  addEventListener('offline', () => { if (pending.size) bar('offline') })
  addEventListener('focus', () => { if (pending.size && held) later(0) })
  document.addEventListener('visibilitychange', () => { if (pending.size && held !== 'closed') later(0) })
  addEventListener('beforeunload', event => {
    if (form.dataset.leaving || !pending.size) return
    leaving = true
    send()
    event.preventDefault()
  })

  // The buttons: everything is saved first, then the page goes on; where saving is not possible it stays.
  form.addEventListener('submit', async event => {
    if (form.dataset.leaving) return
    const button = event.submitter
    if (button && !['save', 'next'].includes(button.name)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    await sending
    clearTimeout(timer)
    await send()
    const error = form.querySelector('.invalid:not([hidden])')
    if (held || pending.size) return
    if (error) {
      error.scrollIntoView({ block: 'center' })
      error.querySelector('input:not([type=hidden]),select,textarea')?.focus({ preventScroll: true })
      return
    }
    if (button?.name === 'next') {
      form.dataset.leaving = 'yes'
      location.assign(base + '/submission')
    }
  }, true)
  plan.saveNow = () => { clearTimeout(timer); return send() }
  plan.idle = () => !pending.size && !sending
})()
