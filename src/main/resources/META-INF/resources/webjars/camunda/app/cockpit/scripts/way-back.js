// The way back to the product, in Cockpit's head.
const way = document.createElement('nav');
way.id = 'michishirube-way';
way.setAttribute('aria-label', '道しるべ');
for (const [href, text] of [['/engine', '道しるべに戻る / Back to 道しるべ']]) {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  way.append(link);
}
document.body.prepend(way);
