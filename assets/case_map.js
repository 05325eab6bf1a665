// The map: which stage is seen, what is chosen, and walking it with the keyboard.

const THINGS = ".kind-member:not(.out), .kind-tie:not(.out), .kind-arc:not(.out)";

const NEAR = 2;
const NEAR_AFTER = 60;
// One for each map: the page of two sides has two.
const nearing = new WeakMap();

/** Give the layer of a stage. */
export const stageLayer = (map, number) => map.children[number];

/** Show one stage. Every stage is drawn already; this is all that a step does to the map. */
export function showStage(map, number) {
  const near = () => [...map.children].slice(Math.max(number - NEAR, 0), number + NEAR + 1);
  showLayer(map, stageLayer(map, number), near);
}

/** Show one layer of the map; `nearOf` is asked afterwards for those that a step may lead to. */
export function showLayer(map, now, nearOf) {
  const before = map.querySelector(":scope > .now");
  before?.classList.replace("now", "near");
  before?.setAttribute("aria-hidden", "true");
  now.classList.remove("near");
  now.classList.add("now");
  now.removeAttribute("aria-hidden");
  window.clearTimeout(nearing.get(map));
  nearing.set(map, window.setTimeout(keepNear, NEAR_AFTER, map, now, nearOf));
}

/** Keep the layers around the present one finished, so that a step only swaps them. */
function keepNear(map, now, nearOf) {
  const layers = nearOf();
  for (const layer of map.children) {
    const near = layer !== now && layers.includes(layer);
    layer.classList.toggle("near", near);
    if (near) layer.setAttribute("aria-hidden", "true");
  }
}

/** Scroll a map's frame so far sideways that the young person is in sight, where it is wider. */
export function keepSpineInSight(room, frame) {
  const map = room.querySelector(".stages");
  if (frame.scrollWidth <= frame.clientWidth) return;
  const scale = map.clientWidth / map.dataset.width;
  const x = map.querySelector(":scope > .now").dataset.spine * scale;
  const margin = Math.min(260, frame.clientWidth / 3);
  if (x - frame.scrollLeft < margin) frame.scrollLeft = x - margin;
  else if (x - frame.scrollLeft > frame.clientWidth - margin) frame.scrollLeft = x + margin - frame.clientWidth;
}

/** Draw the map with its key below, or without: then the picture has the whole height. */
export function showKey(map, shown) {
  const { width, height, pictureHeight } = map.dataset;
  const high = shown ? height : pictureHeight;
  for (const picture of map.querySelectorAll("svg")) picture.setAttribute("viewBox", `0 0 ${width} ${high}`);
  map.style.setProperty("--map-height", high);
}

/** Mark what is chosen, at every stage and in every view; several names stand between dots. */
export function markChosen(map, ref) {
  for (const mark of map.querySelectorAll(".is-chosen")) {
    mark.classList.remove("is-chosen");
    mark.removeAttribute("aria-pressed");
  }
  if (!ref) return;
  const refs = ref.split(".").map((each) => `[data-ref="${CSS.escape(each)}"]`);
  for (const mark of map.querySelectorAll(refs.join())) {
    mark.classList.add("is-chosen");
    if (mark.getAttribute("role") === "button") mark.setAttribute("aria-pressed", "true");
  }
}

/** Give what can be walked to: people from the top, each followed by their relationships. */
function walk(map) {
  const stage = map.querySelector(".stage.now");
  const things = [...stage.querySelectorAll(THINGS)];
  const members = things.filter((mark) => mark.classList.contains("kind-member"));
  const at = (mark, name) => Number(mark.querySelector(".touch").getAttribute(name));
  members.sort((a, b) => at(a, "cy") - at(b, "cy") || at(a, "cx") - at(b, "cx"));
  const ties = things.filter((mark) => mark.classList.contains("kind-tie"));
  const arcs = things.filter((mark) => mark.classList.contains("kind-arc"));
  return [
    ...members.flatMap((member) => [member, ...ties.filter((tie) => tie.dataset.ends === member.dataset.ref)]),
    ...arcs,
  ];
}

/** Give one thing the place in the order of tabbing, and the focus if asked. */
export function setTabStop(map, mark, focus) {
  for (const old of map.querySelectorAll('[role="button"][tabindex="0"]')) old.tabIndex = -1;
  if (!mark) return;
  mark.setAttribute("tabindex", "0");
  if (focus) mark.focus();
}

/** Keep the place in the order of tabbing when the stage changes. */
export function keepTabStop(map) {
  const { activeElement } = document;
  const held = map.contains(activeElement) ? activeElement.closest("[data-ref]") : null;
  const stop = held ?? map.querySelector('[role="button"][tabindex="0"]');
  const stage = map.querySelector(".stage.now");
  const ref = stop?.dataset.ref;
  const same = ref && stage.querySelector(`[role="button"][data-ref="${CSS.escape(ref)}"]:not(.out)`);
  setTabStop(map, same || walk(map)[0], Boolean(held));
}

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Find where a key leads from a thing on the map; null where it leads nowhere. */
function target(map, mark, key) {
  const order = walk(map);
  if (key === "Home") return order[0];
  if (key === "End") return order[order.length - 1];
  const step = STEPS[key];
  return step ? order[order.indexOf(mark) + step] ?? mark : null;
}

/** Wire walking with the keyboard, and choosing with Enter; `next` says where a key leads. */
export function wireWalk(root, next, choose) {
  root.addEventListener("keydown", (event) => {
    const mark = event.target.closest('[role="button"][data-ref]');
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) return;
    const found = next(mark, event.key);
    if (event.key === "Enter" || event.key === " ") choose(mark.dataset.ref);
    else if (found) setTabStop(root, found, true);
    else return;
    event.preventDefault();
  });
}

/**
 * Wire the map: choosing by pointer and keyboard; `choose` gets a short name, or null, and
 * `add` the area and the track of a "+" that was pressed.
 */
export function wireMap(room, choose, add) {
  const map = room.querySelector(".stages");
  room.addEventListener("click", (event) => {
    const plus = event.target.closest("[data-add]");
    if (plus) {
      add({ add: plus.dataset.add, area: plus.dataset.area ?? "", track: plus.dataset.track ?? "" });
      return;
    }
    const mark = event.target.closest('[role="button"][data-ref]');
    if (mark) setTabStop(map, mark, true);
    choose(mark ? mark.dataset.ref : null);
  });
  wireWalk(map, (mark, key) => target(map, mark, key), choose);
}
