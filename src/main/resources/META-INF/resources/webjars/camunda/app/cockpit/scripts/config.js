// Read by Cockpit at its start in place of its own settings of that name.
// Its page asks to wait for its parts however long they take, but before there is anybody who could hear it: after seven seconds, as on a
// busy server, it would give up and stay white.
window.require.config({ waitSeconds: 0 });
export default {
  customScripts: ['scripts/way-back'],
  // The styles know the buttons by their English names.
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  previewHtml: false
};
