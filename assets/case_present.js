// The whole screen: its keys, a light on one person, a blank screen, and a larger picture.
// Nothing here asks the server but the switch of the names, which is asked for a page without them.

const NEXT = new Set(["PageDown", " ", "ArrowRight"]);
const BACK = new Set(["PageUp", "ArrowLeft"]);
const BARE = new Set(["Shift", "Control", "Alt", "Meta", "CapsLock"]);
const PAN = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const PAN_STEP = 80;
const MOST = 4;
const ZOOM_STEP = 1.25;
const DRAGGED = 5;
const USUAL = { scale: 1, x: 0, y: 0 };

const byId = (id) => document.getElementById(id);
const root = document.documentElement;
const blank = byId("present-blank");
const keys = byId("present-keys");
const pictures = ".stages, .pane-tracks .tracks";

const isPresenting = () => root.classList.contains("presenting") && !root.classList.contains("telling");
const isTyping = (target) => Boolean(target.closest?.("input, textarea, select, [contenteditable]"));

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

/** Make the picture larger and move it: by keys, buttons, the wheel with Ctrl, and dragging. */
function makeZoom(main) {
  let at = USUAL;
  const show = (next) => {
    const most = { x: main.clientWidth * (next.scale - 1), y: main.clientHeight * (next.scale - 1) };
    const within = (value, size) => Math.max(-size, Math.min(0, value));
    at = next.scale <= 1 ? USUAL : { scale: next.scale, x: within(next.x, most.x), y: within(next.y, most.y) };
    root.classList.toggle("zoomed", at.scale > 1);
    for (const picture of main.querySelectorAll(pictures)) {
      picture.style.transform = at.scale > 1 ? `translate(${at.x}px, ${at.y}px) scale(${at.scale})` : "";
    }
  };
  /** Keep what is at a point of the room where it is; the middle where none is given. */
  const by = (factor, x = main.clientWidth / 2, y = main.clientHeight / 2) => {
    const scale = Math.min(MOST, Math.max(1, at.scale * factor));
    const part = scale / at.scale;
    show({ scale, x: x - (x - at.x) * part, y: y - (y - at.y) * part });
  };
  const pan = (x, y) => show({ ...at, x: at.x + x, y: at.y + y });
  return { by, pan, reset: () => show(USUAL), isOn: () => at.scale > 1 };
}

function wireWheel(main, zoom) {
  main.addEventListener("wheel", (event) => {
    if (!isPresenting() || !event.ctrlKey) return;
    event.preventDefault();
    const box = main.getBoundingClientRect();
    zoom.by(event.deltaY < 0 ? ZOOM_STEP : 1 / ZOOM_STEP, event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
}

function wireDrag(main, zoom) {
  let held = null;
  let moved = 0;
  main.addEventListener("pointerdown", (event) => {
    if (isPresenting() && zoom.isOn() && event.button === 0) held = event.pointerId;
    moved = 0;
  });
  window.addEventListener("pointermove", (event) => {
    if (event.pointerId !== held) return;
    moved += Math.abs(event.movementX) + Math.abs(event.movementY);
    zoom.pan(event.movementX, event.movementY);
  });
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => { held = null; });
  // Letting go of the picture is no press on whoever is under the pointer.
  main.addEventListener("click", (event) => {
    if (moved > DRAGGED) event.stopPropagation();
    moved = 0;
  }, { capture: true });
}

/**
 * Wire the whole screen. `page` gives now() and stages(), goes to a stage by go(number), and
 * tells by chosen() who is chosen, whom choose(ref) chooses.
 */
export function wirePresent(page, main) {
  const zoom = makeZoom(main);
  const zooms = { in: () => zoom.by(ZOOM_STEP), out: () => zoom.by(1 / ZOOM_STEP), reset: zoom.reset };
  const step = (by) => {
    const number = page.now() + by;
    if (number >= 0 && number < page.stages()) page.go(number);
  };
  const light = () => {
    const ref = document.activeElement?.closest?.("main [data-ref]")?.dataset.ref;
    if (ref) page.choose(ref);
    root.classList.remove("undimmed");
  };
  const named = {
    b: showBlank, ".": showBlank, "?": () => keys.showModal(), n: switchNames, s: light,
    d: () => root.classList.toggle("undimmed"),
    "+": zooms.in, "=": zooms.in, "-": zooms.out, "−": zooms.out, 0: zooms.reset,
  };
  /** Give what a key does here; undefined where it is left to others. */
  const doing = ({ key, shiftKey, target }) => {
    if (shiftKey && PAN[key] && zoom.isOn()) return () => zoom.pan(...PAN[key].map((part) => part * PAN_STEP));
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
    if (blank.open) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!BARE.has(event.key) && !root.classList.contains("names-leaving")) blank.close();
      return;
    }
    if (isTyping(event.target) || event.target.closest?.("dialog")) return;
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
  wireWheel(main, zoom);
  wireDrag(main, zoom);
  return {
    /** The whole screen ends: nothing of it stays. */
    end: () => {
      zoom.reset();
      root.classList.remove("undimmed");
    },
  };
}
