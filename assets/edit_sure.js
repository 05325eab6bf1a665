// Asking whether something is to be done, in a dialog of the page.

/** Show a dialog; whether it was closed by its button that means yes. */
export function isSure(dialog) {
  return new Promise((resolve) => {
    dialog.returnValue = "";
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    dialog.showModal();
  });
}
