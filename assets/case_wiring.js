// The case page: one view, and everything that shows it. A step of the timeline asks nobody;
// each view is asked for once, and Dash for the story of what is chosen.

import {
  allOptions, askedOptions, readView, renameAddress, showAddress, tellingOptions, writeView,
} from "./case_address.js";
import { filterMap, readBoxes, setBoxes, showFiltered } from "./case_filters.js";
import {
  keepSpineInSight, keepTabStop, markChosen, setTabStop, showStage, wireMap,
} from "./case_map.js";
import { showOnTimeline, wireTimeline } from "./case_timeline.js";
import { showInStory, showPanel, tellChosen, whenMade } from "./case_panel.js";
import { keepColumnInSight } from "./case_tracks.js";
import { frameOf, makePanes } from "./case_panes.js";
import { makeViews } from "./case_views.js";
import { fitFrame, putPart, renamed } from "./case_parts.js";
import { lightChosen, wirePresent } from "./case_present.js";
import { wireRemarks } from "./case_present_remarks.js";
import "./names_switch.js";

const ADDRESS_AFTER = 300;

const byId = (id) => document.getElementById(id);
const room = byId("map");
const map = room.querySelector(".stages");
const timeline = byId("timeline");
const menu = byId("filters");
const side = byId("side");
const main = byId("main");
const tabs = byId("views");
const stages = () => Number(timeline.dataset.stages);

const view = readView(window.location.search, stages());
const views = makeViews(main, () => view.as, wireView);
const panes = makePanes(main, { view, go, choose, turnTo, keepOptions });
const last = { [view.name]: view.options };
let editor = null;
let plus = null;
let adding = {};
let searched = window.location.search;
let story = null;
let teller = null;
let company = null;
let settling = null;
let following = false;
let toldStage = titleNow();
const whole = wirePresent({
  now: () => view.stage, stages, go, chosen: () => view.chosen, choose,
}, main);
const remarks = wireRemarks({
  stage: () => view.stage,
  chosen: () => view.chosen,
  as: () => view.as ?? "",
  perform: (operation) => editor?.perform(operation),
}, main, map);

/** Write the address once the view has come to rest, and say the stage to screen readers. */
function settle() {
  company?.moved();
  window.clearTimeout(settling);
  settling = window.setTimeout(settleNow, ADDRESS_AFTER);
}

function settleNow() {
  window.clearTimeout(settling);
  settling = null;
  showAddress(view);
  searched = window.location.search;
  for (const tab of tabs.querySelectorAll("a")) {
    const name = tab.dataset.view;
    tab.href = writeView({ ...view, name, options: last[name] ?? {} }) || "?";
  }
  sayStage();
}

/** Give the title of the stage that is shown. */
function titleNow() {
  return timeline.querySelectorAll(".stop")[view.stage].dataset.title;
}

/** Say which stage it is to screen readers, once: what was said since is not said over again. */
function sayStage() {
  const title = titleNow();
  byId("stage-title").textContent = title;
  const words = teller?.words() ?? title;
  if (toldStage !== words) byId("said").textContent = words;
  toldStage = words;
}

/** Give the view that is on the screen. */
function shownPane() {
  return main.querySelector(":scope > .pane:not([hidden])");
}

/** Show a stage on the map, as a story's step lights it where one is told. */
function showMap(number) {
  if (!teller?.showMap(number)) showStage(map, number);
}

/** Go to a stage: what is on the screen and the timeline at once, all else once that is painted. */
function go(number) {
  view.stage = number;
  company?.moved();
  showMap(number);
  const pane = shownPane();
  if (pane !== room) panes.showStage(pane);
  showOnTimeline(timeline, number);
  if (!following) {
    following = true;
    window.requestAnimationFrame(() => window.setTimeout(follow));
  }
}

/** Let everything else follow the stage that is shown by now. */
function follow() {
  following = false;
  editor?.bringForm();
  showPlaces();
  showPanel(side, view.stage);
  if (story) showInStory(story, view.stage);
  panes.showStage(main);
  showFiltered(byId("filtered"), map);
  keepTabStop(map);
  keepInSight();
  teller?.paint();
  whole.paint();
  remarks.paint();
  settle();
}

/** Scroll so far that the present stage is in sight. */
function keepInSight() {
  const pane = shownPane();
  const frame = frameOf(pane);
  if (pane === room) keepSpineInSight(room, frame);
  else keepColumnInSight(pane, frame, view.stage);
}

/** Show what is chosen, on the map and beside it. */
function showChosen(ref) {
  markChosen(main, ref);
  lightChosen(main, view.present ? ref : null);
  document.documentElement.classList.toggle("has-chosen", Boolean(ref));
  if (story && !view.edit) tellChosen(story, ref);
  editor?.bringForm();
}

/** Choose somebody, a place or a relationship; null for nobody. */
function choose(ref) {
  if (teller?.takes(ref)) return;
  if (view.chosen === ref && !adding.add) {
    if (ref) editor?.showForm();
    return;
  }
  adding = {};
  view.chosen = ref;
  showChosen(ref);
  settle();
}

/** Filter whatever is drawn. */
function filterAll() {
  filterMap(map, view.hide, view.only);
  panes.filter();
}

/** Filter the pictures as the boxes say. */
function filter(hide, only) {
  view.hide = hide;
  view.only = only;
  filterAll();
  setBoxes(menu, hide, only);
  showFiltered(byId("filtered"), map);
  keepTabStop(map);
  settle();
}

/** Show the whole screen's view, or the usual one. */
function showPresenting(on) {
  document.documentElement.classList.toggle("presenting", on);
  byId("present").setAttribute("aria-pressed", String(on));
  // A story has fitted the picture for itself.
  if (!document.documentElement.classList.contains("telling")) whole.fitKey(on);
  lightChosen(main, on ? view.chosen : null);
  if (!on) whole.end();
  keepInSight();
}

/** Fill the screen with the map, its title and the timeline; or go back. */
function present(on) {
  view.present = on;
  showPresenting(on);
  if (on && !document.fullscreenElement) document.documentElement.requestFullscreen?.().catch(() => {});
  if (!on && document.fullscreenElement) document.exitFullscreen();
  byId(on ? "rail" : "present").focus();
  if (on) whole.begin();
  if (!on) remarks.end();
  settle();
}

/** Show one of the views: the map, or another that is fetched the first time. */
async function showNamed() {
  for (const tab of tabs.querySelectorAll("a")) {
    if (tab.dataset.view === view.name) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
  const { name, options } = view;
  const pane = await views.show(name, askedOptions(name, options));
  if (!pane) return;
  panes.adopt(pane, allOptions(name, options));
  teller?.paint();
  remarks.paint();
  if (!pane.hidden) keepInSight();
}

/** Go to another view as it was left, or to the same one with other choices. */
async function turnTo(name, options = last[name] ?? {}) {
  view.name = name;
  keepOptions(options);
  await showNamed();
}

/** Remember the choices of the view that is shown. */
function keepOptions(options) {
  view.options = tellingOptions(view.name, options);
  last[view.name] = view.options;
  settle();
}

/** Wire a view that has just come, and bring it to where the page is. */
function wireView(name, made) {
  panes.wire(name, made);
  markChosen(main, view.chosen);
  lightChosen(main, view.present ? view.chosen : null);
}

/** Ask for a view when its tab is pointed at or reached with the keyboard. */
function expectView(event) {
  const name = event.target.closest?.("a[data-view]")?.dataset.view;
  if (name) views.expect(name, askedOptions(name, last[name] ?? {}));
}

function wireTabs() {
  for (const about of ["pointerover", "focusin"]) tabs.addEventListener(about, expectView);
  tabs.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-view]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    turnTo(link.dataset.view);
  });
}

/** Show everything of a view that came from the address. */
function showView() {
  // What is told of a story stays until its next step is there.
  if (!view.step || !map.querySelector(":scope > .now[data-step]")) showStage(map, view.stage);
  showEditing();
  showNamed();
  panes.showStage(main);
  showPresenting(view.present);
  showOnTimeline(timeline, view.stage);
  showPanel(side, view.stage);
  showChosen(view.chosen);
  if (story) showInStory(story, view.stage);
  filterAll();
  setBoxes(menu, view.hide, view.only);
  showFiltered(byId("filtered"), map);
  keepTabStop(map);
  whole.paint();
  remarks.paint();
  teller?.come(view.step);
}

function wireHeader() {
  // The page is about to be asked for again, or somebody needs its address as it is now.
  for (const name of ["relnet:leaving", "relnet:address"]) window.addEventListener(name, settleNow);
  byId("present").addEventListener("click", () => present(!view.present));
  byId("leave").addEventListener("click", () => present(false));
  document.addEventListener("fullscreenchange", () => {
    // A reload for other names ends the full screen, not the presenting; and the browser takes
    // the first Escape for itself, which takes the last thing back as any other does.
    const reloading = document.documentElement.classList.contains("names-leaving");
    if (!document.fullscreenElement && view.present && !reloading && !whole.goBack()) present(false);
  });
  // The links of the header come anew with an edit, and a form has one of its own.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-as]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (view.edit) editor?.handOver();
    window.location.assign(window.location.pathname + writeView({ ...view, as: link.dataset.as }));
  });
}

function wireFilters() {
  menu.addEventListener("change", () => {
    const { hide, only } = readBoxes(menu);
    filter(hide, only);
  });
  for (const button of [byId("show-all"), byId("filtered").querySelector("button")]) {
    button.addEventListener("click", () => filter(new Set(), new Set()));
  }
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}

/** Escape goes one step back: the fold, the form, then what is chosen, then the whole screen. */
function wireEscape() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.target.closest?.("dialog")) return;
    if (menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (view.edit && view.chosen && event.target.closest?.("#editor")) focusOn(view.chosen);
    else if (view.chosen) choose(null);
    else if (view.present) present(false);
  });
}

/** Put the focus on what was chosen, in the view that is shown; else on the view. */
function focusOn(ref) {
  const names = ref.split(".").map((each) => CSS.escape(each));
  const things = names.flatMap((name) => [
    `.stage.now [role="button"][data-ref="${name}"]`,
    `.tracks [role="button"][data-ref="${name}"]`,
    `[data-choose="${name}"]`,
  ]);
  const seen = [...shownPane().querySelectorAll(things.join())].find((thing) => thing.checkVisibility());
  (seen ?? main).focus();
}

/** Dash has made the place for the story of what is chosen. */
function wireChosen(made) {
  story = made;
  tellChosen(story, view.chosen);
  byId("chosen-close").addEventListener("click", () => {
    const ref = view.chosen;
    choose(null);
    focusOn(ref ?? "");
  });
  const fill = new MutationObserver(() => showInStory(story, view.stage));
  fill.observe(byId("chosen-panel"), { childList: true, subtree: true });
}

window.addEventListener("popstate", () => {
  // A link to a part of the page moves nothing but the sight of it.
  if (window.location.search === searched) return;
  searched = window.location.search;
  const found = readView(window.location.search, stages());
  if (found.as !== view.as) {
    window.location.reload();
    return;
  }
  Object.assign(view, found);
  last[view.name] = view.options;
  showView();
  sayStage();
});

/** Show on the map where somebody can be added. */
function showPlaces() {
  if (view.edit) plus?.show(map);
  else plus?.hide(map);
}

/** Show that the case is being edited, or not. */
function showEditing() {
  const button = byId("edit");
  view.edit = view.edit && Boolean(button) && !("hiddenNames" in button.dataset);
  document.documentElement.classList.toggle("editing", view.edit);
  button?.setAttribute("aria-pressed", String(view.edit));
  showPlaces();
}

/** Begin or end editing. */
function edit(on) {
  view.edit = on;
  adding = {};
  showEditing();
  showChosen(view.chosen);
  if (on) editor?.bringForm(true);
  keepInSight();
  settle();
}

/** Take in parts of the page that an edit has changed. */
function takeParts({ parts, frame, refs, stages: moved, begun, number }) {
  const focused = document.activeElement?.closest?.("[data-ref]")?.dataset.ref;
  teller?.outdate();
  if (frame) fitFrame(map, timeline, frame);
  for (const [name, html] of Object.entries(parts)) putPart(name, html, { map, side });
  if (parts.title) document.title = document.querySelector("[data-window]").dataset.window;
  const { stage: was } = view;
  view.stage = begun ?? Math.min(moved[was] ?? was, stages() - 1);
  view.chosen = renamed(view.chosen, refs);
  view.as = renamed(view.as, refs);
  remarks.rename(refs, moved, stages(), number);
  if (view.stage !== was || Object.keys({ ...refs, ...moved }).length) {
    renameAddress(view);
    searched = window.location.search;
  }
  if (story) delete story.dataset.chosen;
  views.forget();
  showView();
  teller?.edited();
  sayStage();
  const again = focused && map.querySelector(`.stage.now [role="button"][data-ref="${CSS.escape(focused)}"]`);
  if (again && document.activeElement === document.body) setTabStop(map, again, true);
}

/** Show the form that adds somebody in a lane and an area. */
function addHere(place) {
  adding = place;
  view.chosen = null;
  showChosen(null);
}

/** Make room for the story: nothing is chosen, filtered or edited; give the filters that were. */
function beginStory() {
  const kept = { hide: view.hide, only: view.only };
  if (view.edit) edit(false);
  // The forms hold the trainer's notes: nothing of them stays in the page that the room sees.
  byId("edit-form")?.replaceChildren();
  if (view.present) present(false);
  choose(null);
  filter(new Set(), new Set());
  return kept;
}

/** Go to where a step of the story is. */
function goToStep(number, stage, name) {
  view.step = number;
  const isElsewhere = stage !== view.stage;
  view.stage = stage;
  if (name !== view.name) turnTo(name, {});
  if (isElsewhere) go(stage);
  else showMap(stage);
  settle();
}

async function wireTeller() {
  const { wireStory } = await import("./case_story.js");
  teller = wireStory({
    begin: beginStory,
    end: ({ hide, only }) => {
      view.step = 0;
      showStage(map, view.stage);
      keepInSight();
      filter(hide, only);
    },
    to: goToStep,
    ahead: (name) => views.prepare(name),
    ready: (names) => views.ready(names),
    stage: () => view.stage,
    stages,
    as: () => view.as,
  }, main, map);
  teller.show(view.step);
}

async function wireEditor() {
  const [{ wireEditing }, places] = await Promise.all([import("./edit_live.js"), import("./edit_plus.js")]);
  plus = places;
  showPlaces();
  editor = wireEditing({
    look: () => ({ stage: String(view.stage + 1), as: view.as ?? "" }),
    stages,
    chosen: () => view.chosen,
    adding: () => adding,
    choose,
    take: takeParts,
    isEditing: () => view.edit,
    edit,
  }, main);
  editor.bringForm();
  byId("story-add").addEventListener("click", () => addHere({ add: "step", view: view.name, chosen: view.chosen ?? "" }));
  byId("editor").addEventListener("click", (event) => {
    const link = event.target.closest("[data-form]");
    if (link) addHere(JSON.parse(link.dataset.form));
  });
}

/** Show what somebody shows who is followed; another perspective is another page. */
function adopt(search) {
  const found = { ...readView(search, stages()), present: view.present, edit: false };
  if (found.as !== view.as) {
    window.location.assign(window.location.pathname + writeView(found));
    return;
  }
  const only = writeView({ ...view, stage: found.stage }) === writeView(found);
  if (only) {
    go(found.stage);
    return;
  }
  Object.assign(view, found);
  last[view.name] = view.options;
  showView();
  keepInSight();
  settle();
}

async function wireCompany() {
  const { wireFollowing } = await import("./case_follow.js");
  company = wireFollowing({
    told: () => writeView({ ...view, present: false, edit: false }),
    stage: (search) => timeline.querySelectorAll(".stop-name")[readView(search, stages()).stage].textContent,
    adopt,
  });
}

/** While the case is edited, what is chosen with the keyboard is edited with the keyboard. */
function wireEnter() {
  main.addEventListener("keydown", (event) => {
    if (!view.edit || !["Enter", " "].includes(event.key)) return;
    if (event.target.closest('[role="button"][data-ref]')) editor?.focusForm();
  });
}

wireMap(room, (ref) => choose(ref), addHere);
wireTimeline(timeline, () => view.stage, go);
wireTabs();
wireHeader();
wireFilters();
side.addEventListener("click", (event) => {
  const button = event.target.closest("[data-choose]");
  if (button) choose(button.dataset.choose);
});
wireEscape();
wireEnter();
showView();
whenMade("chosen-side", wireChosen);
document.documentElement.classList.add("live");
whole.resume();
if (main.dataset.number) wireEditor();
if (byId("story")) wireTeller();
wireCompany();
