// Small helps for every page. Each page works without it.
(() => {
  // What only a script can fill (maps, drawings) takes no room without one: css/parts.css.
  document.documentElement.classList.add('script')

  // Focus goes to the sum of errors, so that a screen reader and a keyboard start there.
  const summary = document.querySelector('.error-summary')
  if (summary) {
    summary.tabIndex = -1
    summary.focus()
    summary.addEventListener('click', event => {
      const link = event.target.closest('a[href^="#"]')
      const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
      if (!field) return
      event.preventDefault()
      const input = field.matches('input,select,textarea') ? field : field.querySelector('input:not([type=hidden]),select,textarea') || field
      field.closest('details')?.setAttribute('open', '')
      input.scrollIntoView({ block: 'center' })
      input.focus({ preventScroll: true })
    })
  }

  // The language switch keeps the filters of the address.
  document.querySelectorAll('a[data-language]').forEach(link => {
    const address = new URL(location.href)
    address.searchParams.set('lang', link.hreflang)
    address.hash = ''
    link.href = address.pathname + address.search
  })

  // Questions before acts that cannot be undone: <button data-confirm="question" data-confirm-yes="…" data-confirm-no="…">
  const ask = button => new Promise(resolve => {
    const dialog = document.createElement('dialog')
    dialog.setAttribute('aria-labelledby', 'confirm-question')
    const question = document.createElement('p')
    question.id = 'confirm-question'
    question.textContent = button.dataset.confirm
    const actions = document.createElement('div')
    actions.className = 'actions'
    const english = document.documentElement.lang === 'en'
    const make = (text, kind, answer) => {
      const b = document.createElement('button')
      b.type = 'button'
      b.className = kind
      b.textContent = text
      b.addEventListener('click', () => { dialog.close(); resolve(answer) })
      actions.append(b)
      return b
    }
    const no = make(button.dataset.confirmNo || (english ? 'Cancel' : 'やめる'), 'button secondary', false)
    make(button.dataset.confirmYes || button.textContent.trim(), 'button', true)
    dialog.append(question, actions)
    dialog.addEventListener('cancel', () => resolve(false))
    dialog.addEventListener('close', () => dialog.remove())
    document.body.append(dialog)
    dialog.showModal()
    no.focus()
  })

  const agreed = new WeakSet()
  document.addEventListener('click', async event => {
    const button = event.target.closest('button[data-confirm]')
    if (!button || agreed.has(button)) return
    event.preventDefault()
    if (await ask(button)) {
      agreed.add(button)
      button.click()
      agreed.delete(button)
    }
  })

  // A file larger than the server takes is told before it is sent: the refusal would cost what was typed beside it.
  const most = parseInt(document.body.dataset.uploadMegabytes, 10)
  document.addEventListener('submit', event => {
    for (const input of event.target.querySelectorAll('input[type=file]')) {
      input.parentElement.querySelector('.too-large')?.remove()
      const megabytes = parseInt(input.dataset.megabytes, 10) || most
      if (![...input.files].some(file => file.size > megabytes * 1048576)) continue
      event.preventDefault()
      event.stopImmediatePropagation()
      const told = document.createElement('p')
      told.className = 'error too-large'
      told.setAttribute('role', 'alert')
      told.textContent = document.body.dataset.uploadTooLarge.replace('#', megabytes)
      input.after(told)
      input.focus()
      return
    }
  }, true)

  // Who is signed in now, or null; after sign-in in another tab all forms of this page get the new session's token.
  window.signedIn = async () => {
    const answer = await fetch('/signed-in', { credentials: 'same-origin', redirect: 'manual', headers: { Accept: 'application/json' } })
    if (!answer.ok) return null
    const now = await answer.json()
    document.querySelectorAll('input[name=_csrf]').forEach(input => { input.value = now.value })
    return now.person
  }

  // <form data-typed>: when the session has ended or the network is gone, the page stays with all that was typed and says what to do.
  const signedOut = document.getElementById('signed-out')
  const typed = signedOut ? [...document.querySelectorAll('form[data-typed]')] : []
  const stillThere = async form => {
    const there = await window.signedIn().catch(() => null) === signedOut.dataset.person
    form.querySelector('.signed-out')?.remove()
    if (!there) form.querySelector('.actions').before(signedOut.content.cloneNode(true))
    return there
  }
  const opened = Date.now()
  const lives = () => navigator.onLine && Date.now() - opened < signedOut.dataset.minutes * 30000
  typed.forEach(form => form.addEventListener('submit', async event => {
    if (form.dataset.there || lives()) {
      delete form.dataset.there
      return
    }
    event.preventDefault()
    const button = event.submitter
    if (await stillThere(form)) {
      form.dataset.there = 'yes'
      form.requestSubmit(button)
    }
  }))
  // Without a page in the meantime the session has ended by then, and it is said before more is typed.
  if (typed.length) setTimeout(() => typed.forEach(stillThere), signedOut.dataset.minutes * 60000 + 5000)

  // A second click on a form already under way does nothing. Without a reply within 20 s it may be sent again.
  const dirty = new Set()
  document.addEventListener('submit', event => {
    const form = event.target
    if (form.method !== 'post' || event.defaultPrevented) return
    if (form.dataset.sent) {
      event.preventDefault()
      return
    }
    form.dataset.sent = 'yes'
    dirty.delete(form)
    form.setAttribute('aria-busy', 'true')
    setTimeout(() => { delete form.dataset.sent; form.removeAttribute('aria-busy') }, 20000)
  })
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => { delete form.dataset.sent }))

  // Opt-in: <form data-unsaved-warning>. Autosave says form.dispatchEvent(new Event('saved')).
  document.querySelectorAll('form[data-unsaved-warning]').forEach(form => {
    form.addEventListener('input', () => dirty.add(form))
    form.addEventListener('saved', () => dirty.delete(form))
  })
  addEventListener('beforeunload', event => { if (dirty.size) event.preventDefault() })

  // <select data-submit> sends its form when changed; a button beside it does the same without script.
  document.querySelectorAll('select[data-submit]').forEach(select => {
    select.addEventListener('change', () => select.form.requestSubmit())
  })
  document.querySelectorAll('a[data-back]').forEach(link => {
    link.hidden = history.length < 2
    link.addEventListener('click', event => { event.preventDefault(); history.back() })
  })
  document.querySelectorAll('button[data-print]').forEach(button => {
    button.hidden = false
    button.addEventListener('click', () => print())
  })
})()
