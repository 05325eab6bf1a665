// The menu of what one takes away: its files are made of the view that is on the screen.

import { wireClosing } from "./case_menu.js";

const main = document.getElementById("main");
const menu = document.getElementById("take-away");
const tools = menu.querySelector(".copy-tools");

// Copying is fetched once somebody looks into the menu.
const copying = () => import("./case_clipboard.js");

/** Offer of the files of views those of the view on the screen. */
function offerView() {
  for (const group of menu.querySelectorAll("[data-of-view]")) {
    group.hidden = group.dataset.ofView !== main.dataset.view;
  }
}

menu.addEventListener("toggle", () => {
  if (!menu.open) return;
  // The page writes its address a moment after each step: now it is time.
  window.dispatchEvent(new Event("relnet:address"));
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
menu.addEventListener("click", (event) => {
  const link = event.target.closest("[data-long]");
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!link || !plain) return;
  event.preventDefault();
  import("./case_takeaway_making.js").then(({ make }) => make(link));
});
new MutationObserver(offerView).observe(main, { attributeFilter: ["data-view"] });
offerView();
wireClosing(menu);
