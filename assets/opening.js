/* Says why the browser refuses a file on the start page: dcc.Upload would stay silent. */
(function () {
  "use strict";

  const PLACE = "open-upload";
  const MAX_FILE = 5000000;
  const OPENED = /\.(json|csv|ods|tsv|xls|xlsb|xlsm|xlsx|zip)$/i;
  const MESSAGES = ["open-too-large", "open-not-a-case"];

  /** Give the id of the message for a file, or null where it can be opened. */
  function refusal(file) {
    if (!OPENED.test(file.name)) return "open-not-a-case";
    return file.size > MAX_FILE ? "open-too-large" : null;
  }

  /** Show one message, or none. */
  function show(message) {
    MESSAGES.forEach(function (id) {
      window.dash_clientside.set_props(id, { hidden: id !== message });
    });
    if (message) window.dash_clientside.set_props("open-faults", { children: null });
  }

  /** Look at the files before dcc.Upload does, which opens the first one that it can. */
  function look(files, target) {
    if (!files || !files.length || !target.closest("#" + PLACE)) return;
    const refusals = Array.from(files, refusal);
    show(refusals.includes(null) ? null : refusals[0]);
  }

  document.addEventListener("change", function (event) {
    look(event.target.files, event.target);
  }, true);
  document.addEventListener("drop", function (event) {
    look(event.dataTransfer && event.dataTransfer.files, event.target);
  }, true);
})();
