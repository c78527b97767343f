// Follows what the system does for a case: asks for a mark, and when it has changed shows the parts of the page anew. It ends by itself.
// Without it, a link does the same.
(() => {
  const PAUSE = 1000
  const MOST = 120
  const parts = ['.steps', '.case-number', '#now', '#copies', '#latest']
  let asked = 0

  const renew = async () => {
    const address = new URL(location.href)
    address.searchParams.set('after', 'true')
    const answer = await fetch(address, { headers: { Accept: 'text/html' } })
    if (!answer.ok || answer.redirected) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const untouched = document.activeElement === document.body || document.getElementById('now').contains(document.activeElement)
    parts.forEach(part => {
      const [here, there] = [document.querySelector(part), page.querySelector(part)]
      if (here && there) here.replaceWith(document.importNode(there, true))
    })
    document.getElementById('now').setAttribute('role', 'status')
    begin()
    const next = document.querySelector('#now [data-next]')
    if (next && untouched) next.focus()
  }

  const look = async watched => {
    try {
      const answer = await fetch(watched.dataset.watch, { headers: { Accept: 'application/json' } })
      if (answer.ok && (await answer.json()).mark !== watched.dataset.mark) return await renew()
    } catch { /* the network is gone for a moment */ }
    if (++asked < MOST) setTimeout(look, asked < 30 ? PAUSE : 3 * PAUSE, watched)
    else watched.querySelector('[data-late]').hidden = false
  }

  const begin = () => {
    const watched = document.querySelector('#now[data-watch]')
    document.querySelectorAll('#now [data-no-script]').forEach(link => { link.hidden = Boolean(watched) })
    if (watched) setTimeout(look, PAUSE / 2, watched)
  }
  begin()
})()
