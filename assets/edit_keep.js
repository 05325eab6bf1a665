// Keeping a copy of a case that is only read: a sample, a file, one that was opened.

import { askWho, send } from "./edit_who.js";

/** Make a copy in the library and go there; gives what the server said where it cannot be. */
export async function copyToEdit(key) {
  await askWho();
  const { ok, told } = await send("/library/copy", { key });
  if (!ok) return told;
  window.location.assign(told.go);
  return null;
}

/** Wire the button of a case page; what went wrong is said in its place, where it is read. */
function wireKeep(button) {
  button.addEventListener("click", async () => {
    button.disabled = true;
    const wrong = await copyToEdit(button.dataset.key);
    button.disabled = false;
    if (!wrong) return;
    button.title = wrong.message ?? button.dataset.silent ?? "";
    sayBeside(button, button.title);
  });
}

/** Say something in a small note right after a button, for eyes and ears. */
function sayBeside(button, text) {
  let note = button.nextElementSibling;
  if (!note?.matches(".keep-said")) {
    note = document.createElement("span");
    note.className = "keep-said";
    note.setAttribute("role", "alert");
    button.after(note);
  }
  note.textContent = text;
}

const keep = document.getElementById("keep");
if (keep) wireKeep(keep);
