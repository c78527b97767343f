// The plan form: reads inputs as answers, shows what applies, shows normalised values before they are saved.
// Nothing is kept in the browser's storage: a shared PC would remember.
window.plan = (() => {
  const form = document.getElementById('plan-form')
  if (!form) return null
  const english = document.documentElement.lang === 'en'
  const field = address => form.querySelector(`[data-field="${CSS.escape(address)}"]`)
  const named = address => [...form.elements].filter(e => e.name === address)

  // The answer at an address as the server keeps it.
  const value = address => {
    const box = field(address)
    const inputs = named(address)
    const kind = box?.dataset.kind
    if (kind === 'choices') return inputs.filter(i => i.checked).map(i => i.value)
    if (inputs[0]?.type === 'radio') {
      const chosen = inputs.find(i => i.checked)
      return chosen ? (kind === 'yesNo' ? chosen.value === 'true' : chosen.value) : null
    }
    if (kind === 'place') {
      if (inputs[0].value) return { id: inputs[0].value }
      const name = named(address + '#name')[0].value
      return name ? { name } : null
    }
    return inputs[0]?.value ?? null
  }

  const show = (address, answer) => {
    const inputs = named(address)
    const kind = field(address)?.dataset.kind
    if (kind === 'choices') inputs.forEach(i => { i.checked = (answer || []).includes(i.value) })
    else if (inputs[0]?.type === 'radio') inputs.forEach(i => { i.checked = answer !== null && i.value === String(answer) })
    else if (kind === 'place') {
      inputs[0].value = answer?.id ?? ''
      named(address + '#name')[0].value = inputs[0].value ? '' : answer?.name ?? ''
    } else if (inputs[0] && kind !== 'file') inputs[0].value = answer ?? ''
    apply()
  }

  const filled = answer => Array.isArray(answer) ? answer.length > 0 : answer !== null && answer !== '' && answer !== undefined
  const holds = box => {
    const { whenField, whenTest, whenValue } = box.dataset
    const group = form.querySelector(`[data-group="${CSS.escape(whenField)}"]`)
    // What is hidden itself counts as no answer, as on the server.
    const away = (group || field(whenField))?.closest('[data-when-field][hidden]')
    const answer = away ? null : group ? (group.querySelector('.plan-rows > .plan-row') ? [1] : []) : value(whenField)
    switch (whenTest) {
      case 'IS': return answer !== null && String(answer) === whenValue
      case 'NOT': return filled(answer) && String(answer) !== whenValue
      case 'HAS': return Array.isArray(answer) && answer.includes(whenValue)
      case 'EMPTY': return !filled(answer)
      case 'FILLED': return filled(answer)
      default: return true
    }
  }
  const apply = () => {
    form.querySelectorAll('[data-clear]').forEach(b => { b.hidden = !named(b.dataset.clear).some(i => i.checked) })
    const boxes = [...form.querySelectorAll('[data-when-field]')]
    for (let round = 0; round < 20; round++) {
      const turned = boxes.filter(box => box.hidden === holds(box))
      if (turned.length === 0) break
      turned.forEach(box => { box.hidden = !box.hidden })
    }
    form.querySelectorAll('[data-section][data-when-field]').forEach(section => {
      const item = document.querySelector(`[data-nav="${section.dataset.section}"]`)
      if (item) item.hidden = section.hidden
    })
  }

  // Kana and digits as the server will keep them, seen before they are saved. Names are left to the letter.
  const plain = text => text.normalize('NFKC')
  const ways = {
    kana: text => plain(text).replace(/[ぁ-ゖ]/g, c => String.fromCharCode(c.charCodeAt(0) + 0x60)).replace(/\s+/g, '　').trim(),
    phone: text => plain(text).replace(/[‐‑‒–—―−ーｰ]/g, '-').replace(/\s/g, ''),
    postalCode: text => plain(text).replace(/[‐‑‒–—―−ーｰ]/g, '-').replace(/[〒\s]/g, '').replace(/^(\d{3})(\d{4})$/, '$1-$2'),
    email: text => plain(text).trim(),
    number: text => plain(text).replace(/[\s,]/g, ''),
  }
  const say = (address, text, css = 'plan-told') => {
    const box = field(address)
    if (!box) return
    let told = box.querySelector(':scope > .' + css)
    if (!told) {
      told = document.createElement('p')
      told.className = css
      told.setAttribute('role', 'status')
      box.append(told)
    }
    told.textContent = text
    told.hidden = !text
  }

  const eras = [['令和', 2019, '2019-05-01'], ['平成', 1989, '1989-01-08'], ['昭和', 1926, '1926-12-25'], ['大正', 1912, '1912-07-30'], ['明治', 1868, '1873-01-01']]
  const iso = text => {
    const t = plain(text).replace(/\s/g, '').toUpperCase()
    const m = t.match(/^(明治|大正|昭和|平成|令和|[MTSHR])(元|\d{1,2})[年.\/-](\d{1,2})[月.\/-](\d{1,2})日?$/)
    const w = m ? null : t.match(/^(\d{4})[年.\/-](\d{1,2})[月.\/-](\d{1,2})日?$/) || t.match(/^(\d{4})(\d{2})(\d{2})$/)
    if (!m && !w) return null
    const names = { M: '明治', T: '大正', S: '昭和', H: '平成', R: '令和' }
    const era = m && eras.find(e => e[0] === (names[m[1]] || m[1]))
    const [y, mo, d] = m ? [era[1] + (m[2] === '元' ? 1 : +m[2]) - 1, +m[3], +m[4]] : [+w[1], +w[2], +w[3]]
    const day = new Date(Date.UTC(y, mo - 1, d))
    if (day.getUTCMonth() !== mo - 1 || day.getUTCDate() !== d) return null
    const text8601 = day.toISOString().slice(0, 10)
    return era && eras.find(e => e[2] <= text8601) !== era ? null : text8601
  }
  const eraWords = date => {
    const era = eras.find(e => e[2] <= date)
    const [y, m, d] = date.split('-').map(Number)
    return english || !era ? date : `${y}年（${era[0]}${y - era[1] + 1 === 1 ? '元' : y - era[1] + 1}年）${m}月${d}日`
  }

  form.addEventListener('change', event => {
    const input = event.target
    const box = input.closest('[data-field]')
    if (!box) return
    const way = ways[box.dataset.kind]
    if (way && input.value && way(input.value) !== input.value) {
      input.value = way(input.value)
      say(box.dataset.field, form.dataset.textNormalised.replace('{0}', input.value))
      input.dispatchEvent(new Event('input', { bubbles: true }))
    }
    if (box.dataset.kind === 'date') box.querySelector('output').textContent = iso(input.value) ? eraWords(iso(input.value)) : ''
    apply()
  })
  form.addEventListener('input', event => {
    const max = Number(event.target.dataset.max)
    const box = event.target.closest('[data-field]')
    if (max && box) say(box.dataset.field, [...event.target.value].length > max ? form.dataset.textTooLarge.replace('{0}', max) : '', 'plan-told')
  })
  form.addEventListener('click', event => {
    const button = event.target.closest('[data-clear]')
    if (!button) return
    const radios = named(button.dataset.clear)
    radios.forEach(i => { i.checked = false })
    radios[0].focus()
    button.dispatchEvent(new Event('change', { bubbles: true }))
  })
  apply()

  // The section in view is marked in the navigation. On a tablet the navigation is one line that stays at the top and opens to the list.
  const nav = document.querySelector('.plan-nav')
  const list = nav.querySelector('[data-nav-list]')
  const narrow = matchMedia('(max-width: 62rem)')
  const fold = () => { list.open = !narrow.matches }
  narrow.addEventListener('change', fold)
  fold()
  nav.addEventListener('click', event => { if (narrow.matches && event.target.closest('a')) list.open = false })
  nav.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !narrow.matches) return
    list.open = false
    list.querySelector('summary').focus()
  })
  const seen = new IntersectionObserver(entries => entries.filter(e => e.isIntersecting).forEach(e => {
    nav.querySelectorAll('a[aria-current]').forEach(a => a.removeAttribute('aria-current'))
    const link = nav.querySelector(`[data-nav="${e.target.dataset.section}"] a`)
    if (!link) return
    link.setAttribute('aria-current', 'true')
    nav.querySelector('[data-nav-now]').textContent = link.querySelector('.plan-nav-title').textContent
  }), { rootMargin: '-10% 0px -80% 0px' })
  form.querySelectorAll('[data-section]').forEach(s => seen.observe(s))

  // What is still missing, as the server counts it after each save. A section with a remark or an error keeps its mark.
  const mark = (box, missing, done, some) => {
    box.className = 'plan-mark ' + (missing ? 'missing' : 'done')
    box.textContent = missing ? some.replace('{0}', missing) : done
  }
  const marks = missing => {
    let all = 0
    for (const [section, count] of Object.entries(missing)) {
      all += count
      const box = nav.querySelector(`[data-nav="${section}"] .plan-mark`)
      if (box && !box.classList.contains('wrong')) mark(box, count, form.dataset.textDone, form.dataset.textMissing)
    }
    mark(nav.querySelector('[data-nav-all]'), all, form.dataset.textAllDone, form.dataset.textAllMissing)
  }
  return { form, field, named, value, show, say, apply, filled, ways, marks }
})()
