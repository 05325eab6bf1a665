// The menu that saves a case as a file, in the bar while it is edited: it closes as menus do.

const menu = document.getElementById("edit-files");

/** Close the menu; the keyboard goes back to its button where it was inside. */
function close() {
  const inside = menu.contains(document.activeElement);
  menu.open = false;
  if (inside) menu.querySelector("summary").focus();
}

document.addEventListener("click", (event) => {
  // A link of the menu saves its file first, and the menu has done its work.
  if (menu.open && !event.target.closest("#edit-files > summary")) window.setTimeout(close);
});
menu.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  event.stopPropagation();
  close();
});
menu.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
});
