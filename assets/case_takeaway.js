// The menu of what one takes away: its files are made of the view that is on the screen.

import { wireClosing } from "./case_menu.js";

const menu = document.getElementById("take-away");
const tools = menu.querySelector(".copy-tools");

// Copying is fetched once somebody looks into the menu.
const copying = () => import("./case_clipboard.js");

menu.addEventListener("toggle", () => {
  if (!menu.open) return;
  // The page writes its address a moment after each step: now it is time.
  window.dispatchEvent(new Event("relnet:leaving"));
  for (const link of menu.querySelectorAll("[data-take], [data-meeting]")) {
    link.search = window.location.search;
  }
  copying().then(({ offer }) => offer(tools));
});
tools.hidden = false;
tools.addEventListener("click", (event) => {
  // The menu stays open: it tells what came of it.
  event.stopPropagation();
  const button = event.target.closest("[data-copy-what]");
  if (button) copying().then(({ act }) => act(tools, button));
});
wireClosing(menu);
