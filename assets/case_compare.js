// Two sides on one timeline: a step shows one stage of each in every view, and asks nobody;
// each view beside the maps is asked for once.

import { allOptions, askedOptions, tellingOptions } from "./case_address.js";
import { readShown, sidesAsked, writeShown } from "./case_compare_address.js";
import { wireFind } from "./case_compare_find.js";
import { aboutOf, markBoth, markStage, markTracks, meet, tellOne } from "./case_compare_marks.js";
import { bringIntoSight } from "./case_compare_show.js";
import { makeSight } from "./case_compare_sight.js";
import { sameIn, wireCells, wireRows, wireTracks } from "./case_compare_views.js";
import { showFocus, showFocusStage } from "./case_focus.js";
import { keepTabStop, showKey, showStage, wireMap } from "./case_map.js";
import { wirePrint } from "./case_printing.js";
import { frameStage, keepColumnInSight } from "./case_tracks.js";
import { makeViews } from "./case_views.js";

const ADDRESS_AFTER = 300;
// The pairs to which the next keys lead, the nearest last.
const AHEAD = [-2, 2, -1, 1];
const KEYS = { ArrowRight: 1, ArrowLeft: -1 };
const PAGES = { PageDown: 1, PageUp: -1 };
const CONTROLS = "input, select, textarea, [contenteditable]";
const PRESSED = "button, a, summary, [role=button]";
const NOTHING = { left: [], right: [], kinds: [] };

const main = document.getElementById("main");
const room = document.getElementById("map");
const tabs = document.getElementById("views");
const one = main.querySelector(".compare-one");
const steps = [...main.querySelectorAll("[data-pair]")];
const same = JSON.parse(room.dataset.same);
const back = Object.fromEntries(Object.entries(same).map(([left, right]) => [right, left]));
const entriesOf = (number) => [...main.querySelectorAll(`[data-told="${number}"] [data-left-refs]`)];
const pairs = steps.map(({ dataset }, number) => ({
  left: dataset.left, right: dataset.right, abouts: entriesOf(number).map(aboutOf),
}));
const maps = [...room.querySelectorAll(".pane-map [data-side]")].map((part) => ({
  name: part.dataset.side,
  room: part.querySelector(".compare-map"),
  map: part.querySelector(".stages"),
  none: part.querySelector(".no-stage"),
  byStage: [...part.querySelectorAll("[data-stage]:not(.stage)")],
  strip: part.querySelector(".lane-names svg").viewBox.baseVal.width,
  spans: JSON.parse(part.querySelector(".compare-map").dataset.names),
}));
const sight = makeSight(maps);
const views = makeViews(room, () => null, wireView);
const adopting = new WeakMap();
const shown = readShown(window.location.search);
const last = { [shown.name]: shown.options };
// A stage that the right side alone has stands in no address.
let now = steps[window.history.state?.pair] ? window.history.state.pair : Number(main.dataset.now);
let chosen = null;
let pressed = "";
let settling = null;
let following = false;
let onStep = false;
let hasGone = false;
let placed = null;

const shownPane = () => room.querySelector(":scope > .pane:not([hidden])");

const stagesOf = (pair) => maps.map(({ name }) => pair[name]);

/** Scroll the maps to where the most names are whole. */
function keepInSight() {
  if (shown.name !== "map") return;
  sight.keep(stagesOf(pairs[now]));
  placed = now;
}

/** Let the maps have their places or not, before they are measured. */
function placeMaps() {
  for (const { name, room: frame, none } of maps) {
    const isNone = pairs[now][name] === "";
    if (frame.hidden !== isNone) frame.hidden = isNone;
    if (none.hidden === isNone) none.hidden = !isNone;
  }
}

/** Show one stage on a map, with what differs there. */
function showOnMap({ name, map }) {
  const number = pairs[now][name];
  if (number === "") return;
  const stage = map.children[number];
  stage.style.transform = "";
  markStage(stage, name, pairs[now]);
  showStage(map, Number(number));
}

/**
 * Let the stages that wait unseen lie where the next keys scroll them to: a browser draws
 * beforehand what will be in sight, and nothing that lies far beside it.
 */
function lieAhead() {
  if (shown.name !== "map") return;
  for (const number of AHEAD.map((by) => now + by).filter((each) => each in pairs)) {
    for (const { side, left } of sight.prepare(stagesOf(pairs[number]))) {
      const stage = side.map.children[pairs[number][side.name]];
      const by = stage.classList.contains("now") ? 0 : side.room.scrollLeft - left;
      stage.style.transform = by ? `translateX(${by}px)` : "";
    }
  }
}

/** Mark on all maps beforehand what differs at a pair, while nothing else is to do. */
function markAhead(number = 0) {
  if (number >= pairs.length) return;
  for (const { name, map } of maps) {
    const stage = map.children[pairs[number][name]];
    // A stage that stands in several pairs waits for the one that is shown.
    const isOnce = pairs.filter((pair) => pair[name] === pairs[number][name]).length === 1;
    if (stage && isOnce) markStage(stage, name, pairs[number]);
  }
  if (shown.name === "map") sight.prepare(stagesOf(pairs[number]));
  window.setTimeout(markAhead, 0, number + 1);
}

/** Mark the present stage in the views beside the maps. */
function showInViews() {
  for (const part of room.querySelectorAll(".pane:not(.pane-map) [data-side]")) {
    const stage = pairs[now][part.dataset.side];
    frameStage(part, stage);
    showFocusStage(part, stage);
    const frame = part.querySelector(".compare-tracks");
    if (frame && stage !== "") keepColumnInSight(part, frame, stage);
  }
  const held = document.activeElement?.closest("[data-pair-part]") ? document.activeElement : null;
  for (const part of room.querySelectorAll("[data-pair-part]")) {
    const isNow = Number(part.dataset.pairPart) === now;
    // What has the focus is hidden with its stage: the same of the next one takes it.
    if (isNow && part.hidden) {
      part.hidden = false;
      if (held && part.parentElement.contains(held)) sameIn(part, held)?.focus();
    }
    part.hidden = !isNow;
  }
}

/** Write what both sides are called at the present pair, and what their stages show. */
function nameSides(root) {
  const { dataset } = steps[now];
  for (const each of root.querySelectorAll("[data-title]")) {
    each.textContent = dataset[`${each.dataset.title}Title`];
    each.title = each.textContent;
  }
  for (const each of root.querySelectorAll("[data-words]")) each.textContent = dataset[`${each.dataset.words}Words`];
}

/** Show the present pair: both stages and where one is on the timeline; all else once that is painted. */
function showPair() {
  placeMaps();
  // Before anything is written: then nothing is laid out but once.
  keepInSight();
  for (const step of steps) step.removeAttribute("aria-current");
  steps[now].setAttribute("aria-current", "step");
  maps.forEach(showOnMap);
  if (shown.name !== "map") showInViews();
  if (following) return;
  following = true;
  window.requestAnimationFrame(() => window.setTimeout(follow));
}

/** Let everything else follow the pair that is shown by now. */
function follow() {
  following = false;
  const { dataset } = steps[now];
  showInViews();
  markTracks(room, pairs, now);
  for (const { name, map, byStage } of maps) {
    const number = pairs[now][name];
    for (const each of byStage) each.hidden = each.dataset.stage !== number;
    if (number !== "") keepTabStop(map);
  }
  nameSides(main);
  const list = document.activeElement?.closest("[data-told]");
  for (const each of main.querySelectorAll("[data-told]")) each.hidden = Number(each.dataset.told) !== now;
  // What has the focus is hidden with its list: the list of this pair takes it.
  if (list?.hidden) (main.querySelector(`[data-told="${now}"] :is(button, summary)`) ?? steps[now]).focus();
  const beside = main.querySelector("[data-beside]");
  if (dataset.right !== "") beside.value = dataset.right;
  beside.closest("label").hidden = dataset.left === "";
  for (const button of main.querySelectorAll("[data-step]")) {
    const to = now + Number(button.dataset.step);
    button.setAttribute("aria-disabled", String(to < 0 || to >= steps.length));
  }
  lieAhead();
  tell();
  if (onStep) steps[now].focus();
  if (hasGone) sayPair();
  onStep = false;
  hasGone = false;
}

/** Say the pair to screen readers, with how much differs there. */
function sayPair() {
  const heading = main.querySelector(`[data-told="${now}"] h2`).textContent;
  say(`${steps[now].querySelector(".pair-name").textContent}. ${heading}`);
}

/** Tell of what is chosen; give the words. */
function tell() {
  const entries = entriesOf(now);
  const found = chosen ? entries.filter((entry) => meet(chosen, aboutOf(entry))) : [];
  for (const entry of entries) entry.setAttribute("aria-pressed", String(found.includes(entry)));
  one.hidden = true;
  return chosen ? tellOne(one, found.map((entry) => entry.closest("tr"))) : "";
}

function say(words) {
  document.getElementById("said").textContent = words;
}

/** Choose what something is about; the same once more, or null, takes that back. */
function choose(about) {
  const key = JSON.stringify(about);
  chosen = about && key !== pressed ? about : null;
  pressed = chosen ? key : "";
  markBoth(room, chosen ? [chosen] : [], "is-chosen");
  say(tell());
}

/** Choose by short names on one side, with what stands for them on the other. */
function chooseOn(side, refs) {
  if (!refs.length) return choose(null);
  const others = refs.map((ref) => (side === "left" ? same : back)[ref]).filter(Boolean);
  return choose(side === "left" ? { ...NOTHING, left: refs, right: others } : { ...NOTHING, left: others, right: refs });
}

/** Write the address once the page has come to rest. */
function settle() {
  window.clearTimeout(settling);
  settling = window.setTimeout(settleNow, ADDRESS_AFTER);
}

function settleNow() {
  window.clearTimeout(settling);
  const search = writeShown(shown, pairs[now].left);
  if (search !== window.location.search) window.history.pushState({ pair: now }, "", search);
  showLinks();
}

/** Let every link lead to what is shown, but for what it changes itself. */
function showLinks() {
  const stage = pairs[now].left;
  for (const tab of tabs.querySelectorAll("a")) {
    tab.href = writeShown({ ...shown, name: tab.dataset.view, options: last[tab.dataset.view] ?? {} }, stage);
  }
  const swap = main.querySelector("[data-swap]");
  const turned = sidesAsked(swap.search);
  const query = new URLSearchParams(writeShown(shown, pairs[now].right));
  for (const name of Object.keys(sidesAsked(`?${query}`))) query.delete(name);
  for (const [name, value] of Object.entries(turned)) query.set(name, value);
  swap.search = query;
  const way = document.querySelector("[data-back]");
  const shownThere = pairs[now][way.dataset.back];
  const told = new URLSearchParams(way.search);
  if (shownThere !== "") told.set("stage", Number(shownThere) + 1);
  way.search = told;
}

/** Go to a pair. */
function go(number) {
  if (number < 0 || number >= steps.length || number === now) return;
  onStep = document.activeElement?.matches("[data-pair]") ?? false;
  now = number;
  hasGone = true;
  showPair();
  settle();
}

/** Go to the first pair with a stage of one side. */
function goToStage(side, stage) {
  go(pairs.findIndex((pair) => pair[side] === stage));
}

/** Let the pictures stand as somebody chose, or as they fit: tracks are wide. */
function layOut() {
  const wide = shown.name === "tracks" ? Number(room.querySelector(".tracks")?.dataset.width ?? 0) : 0;
  const layout = shown.layout ?? (2 * wide > room.clientWidth ? "above" : "beside");
  main.querySelector(".compare-layout").hidden = !["map", "tracks"].includes(shown.name);
  for (const button of main.querySelectorAll("[data-layout]:not(.compare-room)")) {
    button.setAttribute("aria-pressed", String(button.dataset.layout === layout));
  }
  const turned = room.dataset.layout !== layout;
  room.dataset.layout = layout;
  for (const tracks of room.querySelectorAll(".pane:not([hidden]) .tracks")) {
    // As wide as there is room, but never smaller than it was drawn.
    tracks.style.zoom = String(Math.max(1, (tracks.parentElement.clientWidth - 2) / tracks.dataset.width));
  }
  if (turned) keepInSight();
}

/** Show the view that is asked for: the maps, or another that is fetched the first time. */
async function showView() {
  const { name, options } = shown;
  main.dataset.view = name;
  for (const tab of tabs.querySelectorAll("a")) {
    if (tab.dataset.view === name) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
  layOut();
  const pane = await views.show(name, askedFor(name, options));
  if (pane) adopting.get(pane)?.(allOptions(name, options));
  layOut();
  if (placed !== now) keepInSight();
}

/** Give what the page is asked with for a view; the maps stand in it already. */
function askedFor(name, options) {
  return name === "map" ? {} : { ...sidesAsked(window.location.search), ...askedOptions(name, options) };
}

function keepOptions(options) {
  shown.options = tellingOptions(shown.name, options);
  last[shown.name] = shown.options;
  settle();
}

/** Ask for the tracks with other choices; `changed` is the name of the list that was set. */
async function askForTracks(options, changed) {
  keepOptions(options);
  await showView();
  shownPane().querySelector(`[name="${changed}"]`)?.focus();
}

/** Wire a view that has just come, and bring it to where the page is. */
function wireView(name, pane) {
  if (name === "tracks") wireTracks(pane, { choose: chooseOn, go: goToStage, ask: askForTracks });
  else if (name === "focus") wireCells(pane, { choose: chooseOn, changed: keepOptions });
  else wireRows(pane, choose);
  if (name === "focus") adopting.set(pane, (options) => showFocus(pane, options));
  showInViews();
  if (name === "tracks") markTracks(room, pairs, now);
  markBoth(room, chosen ? [chosen] : [], "is-chosen");
  nameSides(pane);
}

function wireMaps() {
  for (const side of maps) {
    showKey(side.map, false);
    wireMap(side.room, (ref) => chooseOn(side.name, ref ? [ref] : []), () => {});
    side.room.addEventListener("click", (event) => {
      const kind = event.target.closest(".kind-spine, .kind-port");
      const entry = kind && entriesOf(now).find(({ dataset }) => dataset.kinds
        && dataset.kinds.split(" ").some((each) => kind.matches(`.kind-${each}`)));
      if (entry) choose(aboutOf(entry));
    });
  }
}

/** Mark in both pictures what an entry of the list is about, while it is pointed at or has the focus. */
function wireEntries() {
  const list = main.querySelector(".compare-words");
  const point = (entry) => markBoth(room, entry ? [aboutOf(entry)] : [], "is-pointed");
  const entryAt = ({ target }) => target.closest?.("tr")?.querySelector("[data-left-refs]");
  for (const about of ["pointerover", "focusin"]) list.addEventListener(about, (event) => point(entryAt(event)));
  for (const about of ["pointerleave", "focusout"]) list.addEventListener(about, () => point(null));
  list.addEventListener("click", (event) => {
    const entry = event.target.closest("[data-left-refs]");
    if (!entry) return;
    choose(entry.getAttribute("aria-pressed") === "true" ? null : aboutOf(entry));
    if (chosen) bringIntoSight(shownPane(), one, sight);
  });
  one.querySelector("[data-close]").addEventListener("click", () => choose(null));
}

/** Put another stage of the right side beside the left one: the page counts anew. */
function putBeside(right) {
  const query = new URLSearchParams(writeShown(shown, pairs[now].left));
  const left = Number(pairs[now].left) + 1;
  const others = (query.get("pairs") ?? "").split(".").filter((pair) => pair && !pair.startsWith(`${left}-`));
  query.set("pairs", [...others, `${left}-${Number(right) + 1}`].join("."));
  if (!query.has("right_as")) query.set("right_as", main.querySelector('[name="right_as"]').value);
  window.location.assign(`?${query}`);
}

function wireWhat() {
  main.querySelector(".compare-what").addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of new URLSearchParams(writeShown(shown, pairs[now].left))) {
      if (!formData.has(name) && name !== "pairs") formData.set(name, value);
    }
  });
  main.querySelector("[data-beside]").addEventListener("change", (event) => putBeside(event.target.value));
  main.querySelector("[data-again]")?.addEventListener("click", (event) => {
    event.preventDefault();
    const query = new URLSearchParams(writeShown(shown, pairs[now].left));
    query.delete("pairs");
    window.location.assign(`?${query}`);
  });
  for (const box of main.querySelectorAll("[data-find]")) wireFind(box);
}

/** Give the pair that a key leads to; null where it means something else here. */
function pairFor({ key, shiftKey, target }) {
  if (key === " ") return target.closest(PRESSED) ? null : now + (shiftKey ? -1 : 1);
  const wide = target.closest(".table-scroll");
  if (key in KEYS) return wide && wide.scrollWidth > wide.clientWidth ? null : now + KEYS[key];
  if (key in PAGES) return target.closest(".compare-steps") ? now + PAGES[key] : null;
  return { Home: 0, End: steps.length - 1 }[key] ?? null;
}

function wireKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest(CONTROLS)) return;
    if (event.key === "Escape" && chosen) choose(null);
    const to = pairFor(event);
    if (to === null) return;
    event.preventDefault();
    go(to);
  });
}

function wireSwitches() {
  main.querySelector(".compare-steps").addEventListener("click", (event) => {
    const pair = event.target.closest("[data-pair]");
    const step = event.target.closest("[data-step]");
    if (pair) go(Number(pair.dataset.pair));
    else if (step) go(now + Number(step.dataset.step));
  });
  tabs.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-view]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    shown.name = link.dataset.view;
    shown.options = last[shown.name] ?? {};
    showView();
    settle();
  });
  main.querySelector(".compare-layout").addEventListener("click", (event) => {
    const button = event.target.closest("[data-layout]");
    if (!button) return;
    shown.layout = button.dataset.layout;
    layOut();
    settle();
  });
  for (const name of ["relnet:leaving", "relnet:address"]) window.addEventListener(name, settleNow);
  window.addEventListener("resize", () => {
    layOut();
    keepInSight();
  });
  window.addEventListener("popstate", ({ state }) => {
    // A link inside the page leads to no other view of it.
    if (!state) {
      window.history.replaceState({ pair: now }, "");
      return;
    }
    window.clearTimeout(settling);
    Object.assign(shown, readShown(window.location.search));
    last[shown.name] = shown.options;
    now = state.pair;
    showPair();
    showView();
  });
}

wireMaps();
wirePrint();
wireEntries();
wireWhat();
wireKeys();
wireSwitches();
window.history.replaceState({ pair: now }, "");
showPair();
follow();
showView();
showLinks();
window.setTimeout(markAhead);
document.documentElement.classList.add("live");
