// Two sides on one timeline: a step shows one stage of each, and asks nobody.

import { showStage } from "./case_map.js";

const main = document.getElementById("main");
const steps = [...main.querySelectorAll("[data-pair]")];
const sides = ["left", "right"].map((name) => {
  const part = main.querySelector(`[data-side="${name}"]`);
  return { name, part, room: part.querySelector(".compare-map"), map: part.querySelector(".stages") };
});
let now = Number(main.dataset.now);

/** Scroll a side so far that the young person is in sight. */
function keepSpine({ room, map }, stage) {
  const x = (Number(stage.dataset.spine) * map.clientWidth) / Number(map.dataset.width);
  room.scrollLeft = x - room.clientWidth / 2;
}

/** Show one stage of a side, in the picture and in words; or that it has none. */
function showSide(side, step) {
  const number = step.dataset[side.name];
  side.room.hidden = number === "";
  side.part.querySelector(".no-stage").hidden = number !== "";
  side.part.querySelector("[data-words]").textContent = step.dataset[`${side.name}Words`];
  if (number === "") return;
  showStage(side.map, Number(number));
  keepSpine(side, side.map.children[number]);
}

/** Give the short names that a button tells for a side. */
function refsOf(button, { name }) {
  return (button.dataset[`${name}Refs`] ?? "").split(" ").filter(Boolean);
}

/** Mark with a class what some buttons of the table name, on both sides. */
function mark(buttons, className) {
  for (const side of sides) {
    for (const old of side.map.querySelectorAll(`.${className}`)) old.classList.remove(className);
    const refs = [...new Set(buttons.flatMap((button) => refsOf(button, side)))];
    if (!refs.length) continue;
    const names = refs.map((ref) => `.stage.now [data-ref="${CSS.escape(ref)}"]`).join();
    for (const thing of side.map.querySelectorAll(names)) thing.classList.add(className);
  }
}

function toldOf(number) {
  return main.querySelector(`[data-told="${number}"]`);
}

/** Show a pair: both stages, what differs, and where one is on the timeline. */
function show(number) {
  toldOf(now).hidden = true;
  steps[now].removeAttribute("aria-current");
  now = number;
  const step = steps[now];
  for (const side of sides) showSide(side, step);
  const told = toldOf(now);
  told.hidden = false;
  step.setAttribute("aria-current", "step");
  const beside = main.querySelector("[data-beside]");
  if (step.dataset.right !== "") beside.value = step.dataset.right;
  beside.closest("label").hidden = step.dataset.left === "";
  for (const button of main.querySelectorAll("[data-step]")) {
    const to = now + Number(button.dataset.step);
    button.setAttribute("aria-disabled", String(to < 0 || to >= steps.length));
  }
  const buttons = [...told.querySelectorAll("[data-left-refs]")];
  for (const button of buttons) button.setAttribute("aria-pressed", "false");
  mark(buttons, "differs");
  mark([], "is-chosen");
}

/** Go to a pair, say it to screen readers, and write the left stage into the address. */
function go(number) {
  if (number < 0 || number >= steps.length || number === now) return;
  show(number);
  document.getElementById("said").textContent =
    `${steps[now].querySelector(".pair-name").textContent}. ${toldOf(now).querySelector("h2").textContent}`;
  const query = new URLSearchParams(window.location.search);
  if (steps[now].dataset.left !== "") query.set("stage", Number(steps[now].dataset.left) + 1);
  window.history.replaceState(null, "", `?${query}`);
}

/** Put another stage of the right side beside the left one: the page counts anew. */
function putBeside(right) {
  const query = new URLSearchParams(window.location.search);
  const left = Number(steps[now].dataset.left) + 1;
  const others = (query.get("pairs") ?? "").split(".").filter((pair) => pair && !pair.startsWith(`${left}-`));
  query.set("pairs", [...others, `${left}-${Number(right) + 1}`].join("."));
  query.set("stage", left);
  if (!query.has("right_as")) query.set("right_as", main.querySelector('[name="right_as"]').value);
  window.location.assign(`?${query}`);
}

const KEYS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

main.querySelector(".compare-steps").addEventListener("click", (event) => {
  const pair = event.target.closest("[data-pair]");
  const step = event.target.closest("[data-step]");
  if (pair) go(Number(pair.dataset.pair));
  else if (step) go(now + Number(step.dataset.step));
});
main.querySelector(".compare-steps").addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const to = { Home: 0, End: steps.length - 1 }[event.key] ?? (event.key in KEYS ? now + KEYS[event.key] : null);
  if (to === null) return;
  event.preventDefault();
  go(to);
  if (event.target.matches("[data-pair]")) steps[now].focus();
});
main.querySelector("[data-beside]").addEventListener("change", (event) => putBeside(event.target.value));
main.querySelector("[data-again]")?.addEventListener("click", (event) => {
  event.preventDefault();
  const query = new URLSearchParams(window.location.search);
  query.delete("pairs");
  window.location.assign(`?${query}`);
});
main.querySelector(".compare-words").addEventListener("click", (event) => {
  const button = event.target.closest("[data-left-refs]");
  if (!button) return;
  const on = button.getAttribute("aria-pressed") !== "true";
  for (const each of toldOf(now).querySelectorAll('[aria-pressed="true"]')) each.setAttribute("aria-pressed", "false");
  button.setAttribute("aria-pressed", String(on));
  mark(on ? [button] : [], "is-chosen");
});
// The marks are buttons on the case page; here they are a picture, told in words beside it.
for (const { map } of sides) {
  for (const thing of map.querySelectorAll('[role="button"]')) {
    thing.setAttribute("role", "img");
    thing.removeAttribute("tabindex");
  }
}
show(now);
