// What one tab alone holds of a meeting's remarks: through a reload and on the page of the
// meeting's end, until it is closed or names are hidden; and what makes files of it.

import { saveFile } from "./case_saving.js";

const OWN = /^(\/meeting|\/[\w-]+\.\w+)?$/;
const WORD = /\/(minutes|sheet)\.docx$/;
const GOING_FOR = 1000;

const path = window.location.pathname.replace(/\/(meeting\/?)?$/, "");
const place = `relnet-remarks:${path}`;

/** Whether names are hidden on this page. */
export const areNamesHidden = () => document.getElementById("hide-names").dataset.names === "hidden";

/** Keep remarks in this tab; none leave nothing. `number` is that of the case's version. */
export function keepInTab(remarks, number) {
  try {
    if (!remarks.length) window.sessionStorage.removeItem(place);
    else window.sessionStorage.setItem(place, JSON.stringify({ hidden: areNamesHidden(), number, remarks }));
  } catch {
    // Then this page alone holds them.
  }
}

/** Give what this tab has kept: {remarks, number}. With names hidden since, all of it is gone. */
export function readFromTab() {
  let found = null;
  try {
    found = JSON.parse(window.sessionStorage.getItem(place));
  } catch {
    // What cannot be read is nothing.
  }
  if (!Array.isArray(found?.remarks)) return { remarks: [], number: "" };
  if (areNamesHidden() && !found.hidden) {
    keepInTab([]);
    return { remarks: [], number: "" };
  }
  return found;
}

/** Send remarks below the address of the case; null where nobody answers. */
export function sendRemarks(address, remarks) {
  const told = remarks.map(({ stage, kind, text, owner }) => ({ stage, kind, text, owner }));
  return window.fetch(address, {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ remarks: told }),
  }).catch(() => null);
}

/** Save a Word file with remarks in it; whether that could be done. */
async function saveWord(address, remarks) {
  const response = await sendRemarks(address, remarks);
  if (!response?.ok) return false;
  const [, name] = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition")) ?? [];
  saveFile(name ?? "relnet.docx", await response.blob());
  return true;
}

/**
 * Let what is held go along with the meeting's files and its page, and warn before it is lost.
 * `held` gives the remarks, and `failed` is called where a file could not be written.
 */
export function guardHeld(held, failed) {
  let going = false;
  const go = () => {
    going = true;
    window.setTimeout(() => { going = false; }, GOING_FOR);
  };
  document.addEventListener("click", (event) => {
    // Names that come back take nothing away.
    if (event.target.closest?.("#hide-names") && areNamesHidden()) go();
    const link = event.target.closest?.("a[href]");
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || !held().length || !link.pathname.startsWith(path)) return;
    if (WORD.test(link.pathname)) {
      event.preventDefault();
      saveWord(link.href, held()).then((done) => done || failed());
      return;
    }
    // What the tab holds is there as well, or a file is saved and nothing left.
    if (OWN.test(link.pathname.slice(path.length))) go();
  }, { capture: true });
  window.addEventListener("beforeunload", (event) => {
    if (held().length && !going) event.preventDefault();
  });
}
