// The menu of what one takes away: its files are made of the view that is on the screen.

import { wireClosing } from "./case_menu.js";

const menu = document.getElementById("take-away");

menu.addEventListener("toggle", () => {
  if (!menu.open) return;
  // The page writes its address a moment after each step: now it is time.
  window.dispatchEvent(new Event("relnet:leaving"));
  for (const link of menu.querySelectorAll("[data-take], [data-meeting]")) {
    link.search = window.location.search;
  }
});
wireClosing(menu);
