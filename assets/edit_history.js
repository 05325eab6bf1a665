// The history of a case: times as the reader's clock tells them, restoring, doing again.

import { bringBack, writeTimes } from "./edit_versions.js";

const main = document.getElementById("main");
writeTimes(main);

main.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-what]");
  if (!button) return;
  const { pathname } = window.location;
  bringBack(button, pathname.replace(/history$/, button.dataset.what), pathname);
});
