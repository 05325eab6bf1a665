// The picture on the whole screen, larger and moved: it is laid out larger and scrolled, so that
// the names in Tracks stay at its side and its letters stay sharp.

import { makeLanes } from "./case_present_lanes.js";

const MOST = 4;
const STEP = 1.25;
const HELD_STILL = 4;
const ON_THEIR_OWN = "button, a, input, select, textarea, summary";

// Were it handed down, each step of the size would restyle every mark of every stage.
CSS.registerProperty({ name: "--larger", syntax: "<number>", inherits: false, initialValue: "1" });

/** Give the pane that is seen. */
function shownPane(main) {
  return main.querySelector(":scope > .pane:not([hidden])");
}

/** Make the size and the place of what is shown in a room. */
export function makeZoom(main) {
  let scale = 1;
  let usual = [0, 0];
  const lanes = makeLanes(main);

  const fit = () => {
    for (const pane of main.querySelectorAll(":scope > .pane")) {
      const map = pane.querySelector(":scope > .stages");
      if (map) map.style.setProperty("--larger", scale);
      else pane.style.zoom = scale === 1 ? "" : String(scale);
    }
  };

  /** Keep what is at a point of the screen where it is; the middle where none is given. */
  const to = (next, at) => {
    const room = main.getBoundingClientRect();
    const x = at?.x ?? room.left + room.width / 2;
    const y = at?.y ?? room.top + room.height / 2;
    const before = shownPane(main).getBoundingClientRect();
    if (scale === 1) usual = [main.scrollLeft, main.scrollTop];
    scale = next;
    document.documentElement.classList.toggle("zoomed", scale !== 1);
    fit();
    const after = shownPane(main).getBoundingClientRect();
    const part = (value, start, size) => (value - start) / (size || 1);
    main.scrollLeft += after.left + part(x, before.left, before.width) * after.width - x;
    main.scrollTop += after.top + part(y, before.top, before.height) * after.height - y;
    paint();
  };

  /** Another stage is shown, or another size: the names of its lanes stay in sight. */
  const paint = () => (scale === 1 ? lanes.hide() : lanes.show());

  const by = (factor, at) => {
    const next = Math.min(MOST, Math.max(1, Math.round(scale * factor * 1000) / 1000));
    if (next === scale) return false;
    if (next === 1) return reset();
    to(next, at);
    return true;
  };
  const reset = () => {
    if (scale === 1) return false;
    to(1);
    main.scrollTo(...usual);
    return true;
  };
  // A view that comes while the picture is larger is larger as well.
  new MutationObserver(() => { if (scale !== 1) fit(); }).observe(main, { childList: true });
  // Whether the size is another one by that.
  return {
    larger: (at) => by(STEP, at),
    smaller: (at) => by(1 / STEP, at),
    pan: (x, y) => main.scrollBy(x, y),
    reset,
    paint,
    isOn: () => scale !== 1,
  };
}

/** The wheel with Ctrl makes the picture larger and smaller where the pointer is. */
export function wireWheel(main, zoom, isOn) {
  main.addEventListener("wheel", (event) => {
    if (!isOn() || !event.ctrlKey) return;
    event.preventDefault();
    zoom[event.deltaY < 0 ? "larger" : "smaller"]({ x: event.clientX, y: event.clientY });
  }, { passive: false });
}

/** A pointer takes the picture along; what it is let go over is not pressed by that. */
export function wireDrag(main, zoom, isOn) {
  let held = null;
  let isMoving = false;
  main.addEventListener("pointerdown", (event) => {
    isMoving = false;
    if (!isOn() || event.button !== 0 || event.pointerType === "touch") return;
    if (!event.target.closest(".stages, .tracks") || event.target.closest(ON_THEIR_OWN)) return;
    held = { id: event.pointerId, x: event.clientX, y: event.clientY };
  });
  window.addEventListener("pointermove", (event) => {
    if (event.pointerId !== held?.id) return;
    const [x, y] = [held.x - event.clientX, held.y - event.clientY];
    if (!isMoving && Math.hypot(x, y) < HELD_STILL) return;
    isMoving = true;
    zoom.pan(x, y);
    Object.assign(held, { x: event.clientX, y: event.clientY });
  });
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => { held = null; });
  main.addEventListener("click", (event) => {
    if (!isMoving) return;
    isMoving = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true });
}
