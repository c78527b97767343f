// Read by Cockpit at its start in place of its own settings of that name.
export default {
  customScripts: ['scripts/way-back'],
  // The styles know the buttons by their English names.
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  previewHtml: false
};
