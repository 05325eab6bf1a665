// The button that prints a page. Without scripts it is not there, and the browser's own Print is.

/** Offer to print; a hint that tells of the browser's own Print is not needed then. */
export function wirePrint() {
  const button = document.querySelector("[data-print]");
  button.addEventListener("click", () => window.print());
  button.hidden = false;
  document.querySelector("[data-print-hint]")?.setAttribute("hidden", "");
}
