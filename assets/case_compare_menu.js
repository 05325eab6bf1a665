// The menu of a case page that leads to two sides on one page, to what is tried beside it, and to
// the tally of the room.

import { wireClosing } from "./case_menu.js";

const menu = document.getElementById("compare-menu");
const link = menu.querySelector("[data-sides]");
const tally = menu.querySelector("[data-tally]");
const key = new URLSearchParams(tally.search).get("case");

menu.addEventListener("toggle", () => {
  if (!menu.open) return;
  // The page writes its address a moment after each step: now it is time.
  window.dispatchEvent(new Event("relnet:address"));
  const now = new URLSearchParams(window.location.search);
  const told = new URLSearchParams(link.search);
  for (const [from, to] of [["stage", "stage"], ["view", "view"], ["as", "left_as"]]) {
    if (now.get(from)) told.set(to, now.get(from));
    else told.delete(to);
  }
  link.search = told;
  // The tally leads back to just what is on the screen.
  now.set("case", key);
  tally.search = now;
});
// The menu stays open: it tells what came of it.
menu.querySelector("button")?.addEventListener("click", (event) => event.stopPropagation());
wireClosing(menu);
