// Beside the map: the part of the present stage, or the story of what is chosen, which Dash tells.

/** Call back once Dash has made an element; at once where it is there already. */
export function whenMade(id, callback) {
  const found = document.getElementById(id);
  if (found) {
    callback(found);
    return;
  }
  const observer = new MutationObserver(() => {
    const made = document.getElementById(id);
    if (!made) return;
    observer.disconnect();
    callback(made);
  });
  observer.observe(document.getElementById("react-entry-point"), { childList: true, subtree: true });
}

/** Show the part of one stage. */
export function showPanel(side, number) {
  for (const part of side.querySelectorAll(".stage-panel")) {
    part.hidden = part.dataset.stage !== String(number);
  }
}

/** Mark where a story stands at a stage. */
export function showInStory(story, number) {
  for (const line of story.querySelectorAll(".story > li")) {
    line.classList.toggle("now", line.dataset.stage === String(number));
  }
}

/** Ask Dash for the story of what is chosen, unless it is there already. */
export function tellChosen(story, ref) {
  if (!ref || story.dataset.chosen === ref) return;
  story.dataset.chosen = ref;
  story.scrollTop = 0;
  window.dash_clientside.set_props("chosen", { data: { ref } });
}
