// One box that chooses all rows shown. Without it each is chosen by itself.
(() => {
  const all = document.getElementById('all')
  const boxes = [...document.querySelectorAll('tbody input[type=checkbox]')]
  all.hidden = false
  all.addEventListener('change', event => boxes.forEach(b => { b.checked = event.target.checked }))
})()
