// Draws the progress pictures; the table below each says the same in numbers.
(() => {
  const look = { inForce: '#197a4b', running: '#0017c1', ended: '#767676' }
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  for (const canvas of document.querySelectorAll('canvas[data-chart]')) {
    const { labels, series } = JSON.parse(canvas.dataset.chart)
    canvas.parentElement.style.height = `${Math.max(10, labels.length * 2.6 + 6)}rem`
    new Chart(canvas, {
      type: 'bar',
      data: {
        labels,
        datasets: series.map(s => ({ label: s.label, data: s.values, backgroundColor: look[s.key], maxBarThickness: 28 })),
      },
      options: {
        indexAxis: 'y',
        maintainAspectRatio: false,
        animation: still ? false : { duration: 300 },
        font: { size: 14 },
        scales: { x: { stacked: true, ticks: { precision: 0 } }, y: { stacked: true, ticks: { autoSkip: false, font: { size: 14 } } } },
        plugins: { legend: { position: 'top', labels: { font: { size: 14 } } } },
      },
    })
  }
})()
