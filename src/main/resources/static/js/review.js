// A link into a closed part of the plan opens it; browsers that follow the standard do so by themselves.
(() => {
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!target) return
    const part = target.closest('details') || target.querySelector('details.review-part')
    if (part && !part.open) {
      part.open = true
      target.scrollIntoView()
    }
  }
  addEventListener('hashchange', open)
  open()
})()
