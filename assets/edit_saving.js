// What the page of a case and its grid share while they are edited: what is sent goes in one line,
// and what became of it is said; the last step is taken back, or done again.

import { send } from "./edit_who.js";

const AGAIN_AFTER = 2000;

const byId = (id) => document.getElementById(id);
const stepButtons = () => ({ undo: byId("edit-undo"), redo: byId("edit-redo") });

/** Keep what is sent in one line, so that edits arrive in the order in which they were made. */
export function makeLine(show) {
  let last = Promise.resolve();
  let waiting = 0;
  const attempt = async (address, values) => {
    for (;;) {
      const answer = await send(address, values());
      // Nobody answered: nothing is lost, it is sent again until somebody does.
      if (answer.status !== 0) return answer;
      show("trouble");
      await new Promise((resolve) => { window.setTimeout(resolve, AGAIN_AFTER); });
    }
  };
  const put = (address, values) => {
    waiting += 1;
    show("saving");
    const answer = last.then(() => attempt(address, values));
    last = answer.then(() => { waiting -= 1; });
    return answer;
  };
  window.addEventListener("beforeunload", (event) => {
    if (waiting > 0) event.preventDefault();
  });
  return { put, isBusy: () => waiting > 0 };
}

/** Say how saving stands. */
export function showSaved(state, message = "") {
  const shown = byId("edit-saved");
  const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
  const words = { saved: shown.dataset.saved, saving: shown.dataset.saving, trouble: shown.dataset.trouble }[state];
  shown.textContent = message || words.replace("{time}", time);
  shown.classList.toggle("in-trouble", state === "trouble");
}

/** Show what there is to know: what colleagues did, or why something was not done. */
export function notify(words, kind = "news", version = null) {
  const room = byId("edit-notices");
  const note = document.createElement("p");
  note.className = `edit-notice edit-${kind}`;
  note.textContent = words;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "tool";
  close.textContent = room.dataset.close;
  close.addEventListener("click", () => {
    note.remove();
    (room.querySelector("button") ?? byId("main"))?.focus();
  });
  if (version) {
    const link = document.createElement("a");
    link.href = `${room.dataset.history}#version-${version}`;
    link.textContent = room.dataset.look;
    note.append(" ", link);
  }
  note.append(" ", close);
  room.append(note);
  while (room.children.length > 3) room.firstElementChild.remove();
  if (kind === "news") window.setTimeout(() => note.remove(), 8000);
}

/** Show the notices of an answer. */
export function notifyOf({ notices }) {
  for (const { words, version } of notices ?? []) notify(words, version ? "note" : "news", version);
}

/** Show which steps there are to go: {undo, redo}; nothing told leaves all as it is. */
export function showSteps(steps) {
  if (!steps) return;
  for (const [what, button] of Object.entries(stepButtons())) button.setAttribute("aria-disabled", String(!steps[what]));
}

/** Whether there is a step to take back ("undo"), or to do again ("redo"). */
export function isStep(what) {
  return stepButtons()[what].getAttribute("aria-disabled") !== "true";
}

/**
 * Wire undo and redo: `step` is told which. The keys do so while `isOn` says it, but not in
 * `fields` in which something is being typed.
 */
export function wireSteps(step, fields, isOn = () => true) {
  for (const [what, button] of Object.entries(stepButtons())) button.addEventListener("click", () => step(what));
  document.addEventListener("keydown", (event) => {
    if (!isOn() || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    const field = event.target.closest?.(fields);
    if (field && field.value !== field.defaultValue) return;
    event.preventDefault();
    step(event.shiftKey ? "redo" : "undo");
  });
}
