// Moves the bar of a running import; when its state changes the page is read anew. Without it, the link "see how it stands" does.
(() => {
  const work = document.getElementById('work')
  const bar = work.querySelector('progress')
  const percent = work.querySelector('[data-percent]')
  const look = async () => {
    try {
      const answer = await fetch(work.dataset.progress, { headers: { Accept: 'application/json' } })
      if (answer.ok) {
        const now = await answer.json()
        if (now.state !== work.dataset.state) {
          location.reload()
          return
        }
        bar.value = now.percent
        percent.textContent = now.percent
      }
    } catch {
      // the network may come back; the work goes on without this page
    }
    setTimeout(look, 1500)
  }
  setTimeout(look, 800)
})()
