// The menus of a bar that offer files: they open without a script, and close as menus do.

/** Let a menu (`details`) close by a press elsewhere, by Escape and when it is left. */
export function wireClosing(menu) {
  const button = menu.querySelector("summary");

  /** Close the menu; the keyboard goes back to its button where it was inside. */
  const close = () => {
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) button.focus();
  };

  document.addEventListener("click", (event) => {
    // A link of the menu saves its file first, and the menu has done its work.
    if (menu.open && !button.contains(event.target)) window.setTimeout(close);
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    close();
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}
