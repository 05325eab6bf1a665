// The side panel, which Dash makes: show the stage's part of it, and tell Dash what is chosen.

/** Call back once an element is there; at once where it is already. */
export function whenThere(selector, callback) {
  const found = document.querySelector(selector);
  if (found) {
    callback(found);
    return;
  }
  const observer = new MutationObserver(() => {
    const made = document.querySelector(selector);
    if (!made) return;
    observer.disconnect();
    callback(made);
  });
  observer.observe(document.body, { childList: true, subtree: true });
}

/** Show the part of one stage, and where the chosen one's story stands at it. */
export function showPanel(side, number) {
  for (const part of side.querySelectorAll(".stage-panel")) {
    part.hidden = part.dataset.stage !== String(number);
  }
  for (const line of side.querySelectorAll(".story > li")) {
    line.classList.toggle("now", line.dataset.stage === String(number));
  }
}

/** Show what is chosen; tell Dash, whose callback fills the panel, unless it holds that already. */
export function tellChosen(side, ref) {
  side.classList.toggle("has-chosen", Boolean(ref));
  if (!ref || side.dataset.chosen === ref) return;
  side.dataset.chosen = ref;
  side.scrollTop = 0;
  window.dash_clientside.set_props("chosen", { data: { ref } });
}
