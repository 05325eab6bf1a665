/* Says why the browser refuses a file on the start page: dcc.Upload would stay silent. */
(function () {
  "use strict";

  const PLACE = "open-upload";
  const MAX_FILE = 5000000;
  const MESSAGES = ["open-too-large", "open-not-a-case", "open-one-only"];

  /** Give the id of the message for these files, or null where they can be opened. */
  function refusal(files) {
    if (files.length > 1) return "open-one-only";
    if (!/\.json$/i.test(files[0].name)) return "open-not-a-case";
    return files[0].size > MAX_FILE ? "open-too-large" : null;
  }

  /** Show one message, or none. */
  function show(message) {
    MESSAGES.forEach(function (id) {
      window.dash_clientside.set_props(id, { hidden: id !== message });
    });
    if (message) window.dash_clientside.set_props("open-faults", { children: null });
  }

  /** Look at the files before dcc.Upload does. */
  function look(files, target) {
    if (files && files.length && target.closest("#" + PLACE)) show(refusal(files));
  }

  document.addEventListener("change", function (event) { look(event.target.files, event.target); }, true);
  document.addEventListener("drop", function (event) {
    look(event.dataTransfer && event.dataTransfer.files, event.target);
  }, true);
})();
