// Who edits: a key for this browser and the name that its user gave once. It stays here and
// goes along with each edit, so that the history can say who made it.

const PLACE = "relnet_editor";

/** Give a key that nobody can guess. */
function newKey() {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Give what this browser keeps; where it keeps nothing, what this page has kept meanwhile. */
let here = null;
function read() {
  try {
    const found = JSON.parse(window.localStorage.getItem(PLACE));
    if (found && typeof found.key === "string" && typeof found.name === "string") return found;
  } catch {
    // Private windows may keep nothing.
  }
  return here;
}

function keep(editor) {
  here = editor;
  try {
    window.localStorage.setItem(PLACE, JSON.stringify(editor));
  } catch {
    // Then the page alone remembers it.
  }
}

/** Give who edits: {key, name}; the name is "" until it was asked for. */
export function who() {
  const found = read() ?? { key: newKey(), name: "" };
  keep(found);
  return found;
}

/** Whether the name was asked for already, even if it was left open. */
function isNamed() {
  return Boolean(read()?.asked);
}

/** Take in the name that was given, or "" where somebody would rather not say. */
function nameEditor(name) {
  keep({ ...who(), name: name.trim(), asked: true });
}

/** Ask for the name in the page's own dialog (`#who`), once; it gives who edits. */
export function askWho() {
  const dialog = document.getElementById("who");
  if (!dialog || isNamed()) return Promise.resolve(who());
  return new Promise((resolve) => {
    const form = dialog.querySelector("form");
    const done = () => {
      nameEditor(form.elements.name.value);
      resolve(who());
    };
    dialog.addEventListener("close", done, { once: true });
    dialog.showModal();
  });
}

/** Send JSON to this server; gives {ok, status, told}, and ok false where nobody answers. */
export async function send(address, values) {
  const { key, name } = who();
  try {
    const response = await window.fetch(address, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...values, by: { key, name } }),
    });
    const told = await response.json().catch(() => ({}));
    return { ok: response.ok, status: response.status, told };
  } catch {
    return { ok: false, status: 0, told: {} };
  }
}
