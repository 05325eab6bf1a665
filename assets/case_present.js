// The whole screen: its keys, a light on one person, a blank screen, and a larger picture.
// Nothing here asks the server but the switch of the names, which is asked for a page without them.

import { isPresenting, isTyping } from "./case_parts.js";
import { makeZoom, wireDrag, wireWheel } from "./case_present_zoom.js";

const NEXT = new Set(["PageDown", " ", "ArrowRight"]);
const BACK = new Set(["PageUp", "ArrowLeft"]);
const BARE = new Set(["Shift", "Control", "Alt", "Meta", "CapsLock"]);
const PAN = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PAN_STEP = 80;

const byId = (id) => document.getElementById(id);
const root = document.documentElement;
const blank = byId("present-blank");
const keys = byId("present-keys");


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
    else page.choose(isLit ? null : ref);
  };
  /** Take the last thing back; whether there was one. */
  const goBack = () => {
    const dialog = [keys, blank].find((each) => each.open);
    if (dialog) dialog.close();
    else if (page.chosen()) page.choose(null);
    else if (zoom.isOn()) zoom.reset();
    else return false;
    return true;
  };
  const named = {
    b: showBlank, ".": showBlank, "?": () => keys.showModal(), n: switchNames, s: light,
    f: () => root.requestFullscreen?.().catch(() => {}),
    d: () => root.classList.toggle("undimmed"),
    "+": zooms.in, "=": zooms.in, "-": zooms.out, "−": zooms.out, 0: zooms.reset,
  };
  /** Give what a key does here; undefined where it is left to others. */
  const doing = ({ key, shiftKey, target }) => {
    if (shiftKey && PAN[key]) return () => zoom.pan(...PAN[key].map((part) => part * PAN_STEP));
    if (key === "Escape" && zoom.isOn() && !page.chosen()) return zoom.reset;
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
  byId("present-strip").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.zoom) zooms[button.dataset.zoom]();
    else if (button) keys.showModal();
  });
  wireWheel(main, zoom, isPresenting);
  wireDrag(main, zoom, isPresenting);
  return {
    goBack,
    paint: zoom.paint,
    /** The whole screen ends: nothing of it stays. */
    end: () => {
      zoom.reset();
      root.classList.remove("undimmed");
    },
  };
}
