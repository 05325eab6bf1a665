// What if: beginning one on a case page; over one: comparing, keeping it, throwing it away.

import { send } from "./edit_who.js";
import { isSure } from "./edit_sure.js";

const begin = document.getElementById("what-if");
const line = document.querySelector(".what-if-line");
const keeping = document.getElementById("what-if-keep");
const sure = document.getElementById("what-if-sure");
let asking = false;

/** Give what the page looks at; its address is written a moment after each step: now it is time. */
function look() {
  window.dispatchEvent(new Event("relnet:address"));
  const query = new URLSearchParams(window.location.search);
  return Object.fromEntries(["stage", "as", "view"].map((name) => [name, query.get(name) ?? ""]));
}

/** Say in a place why something was not done; "" takes that away. */
function say(place, message) {
  place.textContent = message;
}

/** Whether the page is about to be left: then it asks for no news of what may be gone by now. */
function leaving(on) {
  document.documentElement.classList.toggle("leaving", on);
}

/** Ask for something; where it could be done, `then` is told what came of it. */
async function ask(address, values, place, then) {
  if (asking) return;
  say(place, "");
  asking = true;
  leaving(true);
  const { ok, told } = await send(address, { ...look(), ...values });
  asking = false;
  leaving(ok && Boolean(told.go));
  if (ok) await then(told);
  else say(place, told.message ?? (begin ?? line).dataset.silent);
}

/** Make the place right after a button where it says what went wrong. */
function placeBeside(button) {
  const found = button.parentElement.querySelector(".what-if-said");
  if (found) return found;
  const place = document.createElement("span");
  place.className = "keep-said what-if-said";
  place.setAttribute("role", "alert");
  button.after(place);
  return place;
}

function wireBegin() {
  begin.addEventListener("click", () => {
    if ("hiddenNames" in begin.dataset) say(placeBeside(begin), begin.title);
    else ask(begin.dataset.begin, {}, placeBeside(begin), ({ go }) => window.location.assign(go));
  });
}

/** Throw it away; where something was tried, ask once. */
function throwAway(values = {}) {
  const address = `${line.dataset.of}/throw-away`;
  return ask(address, values, line.querySelector(".notice"), async (told) => {
    // The page of what is gone is no place to come back to.
    if (told.go) window.location.replace(told.go);
    else if (await isSure(sure)) await throwAway({ sure: true });
  });
}

function wireLine() {
  line.addEventListener("click", ({ target }) => {
    const compare = target.closest("[data-compare]");
    if (compare) compare.search = compared(compare);
    if (target.closest("[data-keep]")) keeping.showModal();
    if (target.closest("[data-throw-away]")) throwAway();
  });
}

/** Let a link compare the stage that is on the screen. */
function compared(link) {
  const query = new URLSearchParams(link.search);
  query.set("stage", look().stage || "1");
  return query.toString();
}

function wireKeeping() {
  const form = keeping.querySelector("form");
  const place = keeping.querySelector(".fault");
  keeping.querySelector("[data-close]").addEventListener("click", () => keeping.close());
  keeping.addEventListener("close", () => say(place, ""));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = { title: form.elements.title?.value };
    if (form.elements.title) ask(`${line.dataset.of}/keep`, values, place, ({ go }) => window.location.replace(go));
  });
}

// A browser may show this page again as it was left.
window.addEventListener("pageshow", () => leaving(false));
if (begin) wireBegin();
if (line) {
  wireLine();
  wireKeeping();
}
