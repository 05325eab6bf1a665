// The menu of what one takes away: its files are made of the view that is on the screen.

const menu = document.getElementById("take-away");

/** Close the menu; the keyboard goes back to its button where it was inside. */
function close() {
  const inside = menu.contains(document.activeElement);
  menu.open = false;
  if (inside) menu.querySelector("summary").focus();
}

menu.addEventListener("toggle", () => {
  if (!menu.open) return;
  // The page writes its address a moment after each step: now it is time.
  window.dispatchEvent(new Event("relnet:leaving"));
  for (const link of menu.querySelectorAll("[data-take]")) link.search = window.location.search;
});
document.addEventListener("click", (event) => {
  // A link of the menu saves its file first, and the menu has done its work.
  if (menu.open && !event.target.closest("#take-away > summary")) window.setTimeout(close);
});
menu.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  event.stopPropagation();
  close();
});
menu.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
});
