// Asking whether something is to be done, in a dialog of the page.

const asked = new WeakMap();

/** Show a dialog; whether it was closed by its button that means yes. */
export function isSure(dialog) {
  // A dialog tells a moment later that it was closed: until then it may be asked anew.
  asked.get(dialog)?.(false);
  return new Promise((resolve) => {
    asked.set(dialog, resolve);
    const hear = () => {
      if (dialog.open) return;
      dialog.removeEventListener("close", hear);
      resolve(dialog.returnValue === "yes");
    };
    dialog.addEventListener("close", hear);
    dialog.returnValue = "";
    dialog.showModal();
  });
}
