// The page of a meeting's end: the remarks that this tab alone holds stand on it, and go into Word;
// and its button that prints.

import { areNamesHidden, guardHeld, keepInTab, readFromTab, sendRemarks } from "./case_present_held.js";
import { wirePrint } from "./case_printing.js";
import { isSure } from "./edit_sure.js";

const byId = (id) => document.getElementById(id);
const room = byId("meeting-remarks");
const fault = byId("meeting-fault");
let held = readFromTab().remarks.filter((remark) => remark.held);

/** Ask for them as the page has its parts: in the names of now, stage by stage. */
async function tell() {
  const address = `${window.location.pathname.replace(/\/$/, "")}/remarks${window.location.search}`;
  const response = await sendRemarks(address, held);
  const told = response?.ok ? await response.json() : null;
  if (told) room.firstElementChild.innerHTML = told.html;
  else fault.textContent = fault.dataset.notTold;
  room.hidden = !told;
}

function throwAway() {
  held = [];
  keepInTab(held);
  room.firstElementChild.replaceChildren();
}

// They may hold names: they are off the page at once, and gone before names are hidden.
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("#hide-names");
  if (!button || !held.length || areNamesHidden()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  room.hidden = true;
  if (await isSure(byId("meeting-sure"))) {
    throwAway();
    button.click();
  } else room.hidden = false;
}, { capture: true });
guardHeld(() => held, () => { fault.textContent = fault.dataset.notWritten; });
wirePrint();
if (held.length) tell();
