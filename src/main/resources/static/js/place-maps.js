// Small maps of a page: where a place was and where it is now. The words beside say the same.
'use strict';
document.addEventListener('DOMContentLoaded', () => {
  if (window.L) { document.querySelectorAll('[data-place-map]').forEach((box) => window.michishirubeMap(box)); }
});
