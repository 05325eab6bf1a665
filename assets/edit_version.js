// The line over an older version of a case: back to now at the same stage, and restoring.

import { bringBack, writeTimes } from "./edit_versions.js";

const line = document.querySelector(".version-line");
writeTimes(line);

line.addEventListener("click", (event) => {
  const now = event.target.closest("[data-same-look]");
  // The address is written anew with each stage and view: it is read when it is needed.
  if (now) now.search = window.location.search;
  const { restore, go } = event.target.closest("[data-restore]")?.dataset ?? {};
  if (restore) bringBack(event.target.closest("[data-restore]"), restore, go);
});
