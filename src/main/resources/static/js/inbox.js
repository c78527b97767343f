// Keys and the count of what is selected in the work list. The list works without either.
(() => {
  const form = document.getElementById('many')
  if (!form) return
  const boxes = [...form.querySelectorAll('tbody input[name=task]')]
  const all = document.getElementById('all')
  const chosen = document.getElementById('chosen')

  const tell = () => {
    const n = boxes.filter(b => b.checked).length
    if (chosen) {
      chosen.hidden = false
      chosen.textContent = n
      chosen.classList.toggle('zero', n === 0)
      chosen.closest('.many').classList.toggle('some', n > 0)
    }
    if (all) {
      all.checked = n > 0 && n === boxes.length
      all.indeterminate = n > 0 && n < boxes.length
    }
  }
  if (all && boxes.length) {
    all.hidden = false
    all.addEventListener('change', () => { boxes.forEach(b => { b.checked = all.checked }); tell() })
  }
  form.addEventListener('change', tell)
  form.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches('input[type=checkbox]')) event.preventDefault()
  })
  addEventListener('pageshow', tell)
  tell()

  if (form.dataset.keys !== 'true') return
  const rows = [...form.querySelectorAll('tbody tr')]
  let at = rows.findIndex(r => r.matches(':target'))
  const here = () => {
    const focused = rows.indexOf(document.activeElement?.closest('#many tbody tr'))
    return focused >= 0 ? focused : at
  }
  const go = n => {
    at = Math.max(0, Math.min(rows.length - 1, n))
    rows[at].querySelector('.main-link').focus()
  }
  const acts = {
    j: () => go(here() + 1),
    k: () => go(here() - 1),
    x: () => rows[here()]?.querySelector('input[name=task]')?.click(),
    t: () => rows[here()]?.querySelector('.row-act .button')?.click(),
    '/': () => document.getElementById('q').focus(),
    n: () => document.querySelector('.pager a[rel=next]')?.click(),
    '?': () => {
      const help = document.getElementById('keys')
      help.open = !help.open
      if (help.open) help.scrollIntoView({ block: 'nearest' })
    },
  }
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('dialog[open]')) return
    const on = event.target
    if (on.matches('input:not([type=checkbox]), select, textarea, [contenteditable]')) return
    if (!Object.hasOwn(acts, event.key)) return
    event.preventDefault()
    acts[event.key]()
  })
})()
