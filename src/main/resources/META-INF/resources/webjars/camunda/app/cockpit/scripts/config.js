// Read by Cockpit at its start in place of its own settings of that name.
export default {
  customScripts: ['scripts/way-back'],
  disableWelcomeMessage: true,
  previewHtml: false
};
