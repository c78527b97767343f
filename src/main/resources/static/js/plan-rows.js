// Rows of repeated groups, added and removed without leaving the page. The buttons post the form where no script runs.
(() => {
  if (!window.plan) return
  const { form, apply } = plan
  const key = () => 'r' + Array.from(crypto.getRandomValues(new Uint32Array(2)), n => n.toString(36)).join('')

  const renumber = group => {
    const rows = group.querySelectorAll('.plan-rows > .plan-row')
    const none = group.querySelector('.plan-no-rows')
    if (none) none.hidden = rows.length > 0
    const add = group.querySelector('button[name=add]')
    if (add) add.hidden = rows.length >= Number(group.dataset.maxRows)
  }

  const fill = (node, key, n) => {
    for (const element of node.querySelectorAll('*')) {
      for (const attribute of [...element.attributes]) {
        if (attribute.value.includes('__key__') || attribute.value.includes('__n__')) {
          element.setAttribute(attribute.name, attribute.value.replaceAll('__key__', key).replaceAll('__n__', n))
        }
      }
      if (!element.children.length && element.textContent.includes('__n__')) element.textContent = element.textContent.replaceAll('__n__', n)
    }
  }

  form.addEventListener('click', event => {
    const add = event.target.closest('button[name=add]')
    const remove = event.target.closest('button[name=remove]')
    if (!add && !remove) return
    event.preventDefault()
    if (add) {
      const group = add.closest('[data-group]')
      const rows = group.querySelector('.plan-rows')
      const row = group.querySelector('template').content.cloneNode(true)
      const n = rows.querySelectorAll(':scope > .plan-row').length + 1
      const fresh = key()
      fill(row, fresh, n)
      rows.append(row)
      const added = rows.lastElementChild
      form.dispatchEvent(new CustomEvent('plan-changed', { detail: { address: group.dataset.group + '/' + fresh, value: {} } }))
      renumber(group)
      apply()
      added.querySelector('input:not([type=hidden]),select,textarea')?.focus()
    } else {
      const row = remove.closest('.plan-row')
      const group = remove.closest('[data-group]')
      const address = row.dataset.row
      row.remove()
      form.dispatchEvent(new CustomEvent('plan-changed', { detail: { address, value: null } }))
      renumber(group)
      apply()
      group.querySelector('button[name=add]')?.focus()
    }
  })
})()
