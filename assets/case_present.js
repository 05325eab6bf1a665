// The whole screen: its keys, a light on one person, a blank screen, and a larger picture.
// Nothing here asks the server but the switch of the names, which is asked for a page without them.

import { showKey } from "./case_map.js";
import { isPresenting, isTyping } from "./case_parts.js";
import { areNamesHidden } from "./case_present_held.js";
import { namesAt } from "./case_present_remarks.js";
import { makeSaying } from "./case_present_said.js";
import { makeZoom, wireDrag, wireWheel } from "./case_present_zoom.js";

const NEXT = new Set(["PageDown", " ", "ArrowRight"]);
const BACK = new Set(["PageUp", "ArrowLeft"]);
const BARE = new Set(["Shift", "Control", "Alt", "Meta", "CapsLock"]);
const PAN = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PAN_STEP = 80;
const SWITCHED = "relnet-names-switched";
const SAID_AFTER = 500;

const byId = (id) => document.getElementById(id);
const root = document.documentElement;
const blank = byId("present-blank");
const keys = byId("present-keys");
const strip = byId("present-strip");
const say = makeSaying(byId("said"));

/** Show a dark screen with nothing in it; what plays stops. */
function showBlank() {
  const play = byId("play");
  if (play.getAttribute("aria-pressed") === "true") play.click();
  blank.showModal();
}

/** Make it dark at once, before the server answers with other names. */
function switchNames() {
  showBlank();
  root.classList.add("names-leaving");
  document.title = "relnet";
  byId("hide-names").click();
}

/** Remember in this tab that the names are switched on the whole screen: the page comes anew. */
function rememberSwitch() {
  if (!isPresenting()) return;
  try {
    window.sessionStorage.setItem(SWITCHED, "yes");
  } catch {
    // Then the next page says nothing of it.
  }
}

/** Whether this page came because the names were switched on the whole screen. */
function wasSwitched() {
  try {
    const was = window.sessionStorage.getItem(SWITCHED);
    window.sessionStorage.removeItem(SWITCHED);
    return Boolean(was);
  } catch {
    return false;
  }
}

/** Mark whoever is lit: one or several, their relationships, and who stands at the other end. */
export function lightChosen(main, chosen) {
  for (const mark of main.querySelectorAll(".in-light")) mark.classList.remove("in-light");
  // Everybody belongs to the young person: that light would dim nothing that matters less.
  const isOne = Boolean(chosen) && chosen !== main.querySelector(".kind-spine")?.dataset.ref;
  root.classList.toggle("spotlit", isOne);
  if (!isOne) return;
  const refs = new Set(chosen.split("."));
  const endsOf = (mark) => (mark.dataset.ends ?? "").split(" ").filter(Boolean);
  const marks = [...main.querySelectorAll("svg [data-ref]")];
  const own = (mark) => refs.has(mark.dataset.ref) || endsOf(mark).some((end) => refs.has(end));
  const near = new Set(marks.filter(own).flatMap((mark) => [mark.dataset.ref, ...endsOf(mark)]));
  for (const mark of marks) {
    if (own(mark) || near.has(mark.dataset.ref)) mark.classList.add("in-light");
  }
}

/**
 * Wire the whole screen. `page` gives now() and stages(), goes to a stage by go(number), and
 * tells by chosen() who is chosen, whom choose(ref) chooses.
 */
export function wirePresent(page, main) {
  const zoom = makeZoom(main);
  const zooms = { in: () => zoom.larger(), out: () => zoom.smaller(), reset: zoom.reset };
  const map = main.querySelector(".stages");
  /** Make the picture larger, smaller or as usual, and say so where that changes it. */
  const resize = (how) => {
    if (zooms[how]()) say(strip.querySelector(`[data-zoom="${how}"]`).getAttribute("aria-label"));
  };
  /** Say who is lit by now. */
  const sayLight = () => {
    const isLit = root.classList.contains("spotlit") && !root.classList.contains("undimmed");
    const { lit, unlit } = strip.dataset;
    const names = (page.chosen() ?? "").split(".").map((ref) => namesAt(map, ref)).filter(Boolean);
    say(isLit ? lit.replace("{name}", () => names.join(", ")) : unlit);
  };
  const chooseAndSay = (ref) => {
    page.choose(ref);
    sayLight();
  };
  const dim = () => {
    root.classList.toggle("undimmed");
    if (root.classList.contains("spotlit")) sayLight();
  };
  let unkeyed = [0, 0];
  /** Draw the key below the picture, or take it away; a view without one has nothing to show. */
  const switchKey = () => {
    const found = [...main.querySelectorAll(".pane:not([hidden]) .kind-key")];
    if (!found.length) return;
    const isShown = root.classList.toggle("keyed");
    if (isShown) unkeyed = [main.scrollLeft, main.scrollTop];
    showKey(map, isShown);
    zoom.paint();
    // Below a high picture it would be out of sight.
    if (isShown) found.find((key) => key.checkVisibility())?.scrollIntoView({ block: "nearest", inline: "nearest" });
    else main.scrollTo(...unkeyed);
    say(strip.dataset[isShown ? "key" : "keyless"]);
  };
  const step = (by) => {
    const number = page.now() + by;
    if (number >= 0 && number < page.stages()) page.go(number);
  };
  /** Light whoever has the focus, or is chosen already; the same key takes that back. */
  const light = () => {
    const focused = document.activeElement?.closest?.("main [data-ref]")?.dataset.ref;
    const ref = focused ?? page.chosen();
    const isLit = ref && ref === page.chosen() && !root.classList.contains("undimmed");
    root.classList.remove("undimmed");
    // Nobody to light: the keyboard goes to the first one who can be.
    if (!ref) main.querySelector('.pane:not([hidden]) :is(.stage.now, .tracks) [role="button"][tabindex="0"]')?.focus();
    else chooseAndSay(isLit ? null : ref);
  };
  /** Take the last thing back; whether there was one. */
  const goBack = () => {
    const dialog = [keys, blank].find((each) => each.open);
    if (dialog) dialog.close();
    else if (page.chosen()) chooseAndSay(null);
    else if (zoom.isOn()) resize("reset");
    else return false;
    return true;
  };
  const named = {
    b: showBlank, ".": showBlank, "?": () => keys.showModal(), n: switchNames, s: light,
    f: () => root.requestFullscreen?.().catch(() => {}),
    d: dim, k: switchKey,
    "+": () => resize("in"), "=": () => resize("in"),
    "-": () => resize("out"), "−": () => resize("out"), 0: () => resize("reset"),
  };
  /** Give what a key does here; undefined where it is left to others. */
  const doing = ({ key, shiftKey, target }) => {
    if (shiftKey && PAN[key]) return () => zoom.pan(...PAN[key].map((part) => part * PAN_STEP));
    if (key === "Escape" && (page.chosen() || zoom.isOn())) return goBack;
    const isOnControl = key === " " && target.closest?.("button, a, summary, [role=button]");
    const isWalking = key.startsWith("Arrow") && target.closest?.("[data-ref]");
    if (isOnControl || isWalking) return undefined;
    if (NEXT.has(key)) return () => step(1);
    if (BACK.has(key)) return () => step(-1);
    return named[key.toLowerCase()];
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isPresenting()) return;
    if (blank.open && !event.target.closest?.("dialog:not(#present-blank)")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!BARE.has(event.key) && !root.classList.contains("names-leaving")) blank.close();
      return;
    }
    if (isTyping(event.target)) return;
    const does = doing(event);
    if (!does) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    does();
  }, { capture: true });
  blank.addEventListener("click", () => blank.close());
  strip.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.zoom) resize(button.dataset.zoom);
    else if (button) keys.showModal();
  });
  wireWheel(main, zoom, isPresenting);
  wireDrag(main, zoom, isPresenting);
  window.addEventListener("relnet:leaving", rememberSwitch);
  return {
    goBack,
    paint: zoom.paint,
    /** The page shows the whole screen, or not: the key stands below the picture as it was left. */
    fitKey: (on) => showKey(map, !on || root.classList.contains("keyed")),
    /** The whole screen begins. */
    begin: () => say(strip.dataset.begun),
    /** The page is there: where the names were switched, it says so, and the keyboard has a place. */
    resume: () => {
      if (!wasSwitched() || !isPresenting()) return;
      byId("rail").focus({ preventScroll: true });
      // What is told while a page still comes is heard by nobody.
      const { hidden, shown } = strip.dataset;
      window.setTimeout(() => say(areNamesHidden() ? hidden : shown), SAID_AFTER);
    },
    /** The whole screen ends: nothing of it stays. */
    end: () => {
      zoom.reset();
      root.classList.remove("undimmed", "keyed");
    },
  };
}
