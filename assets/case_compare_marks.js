// What differs, what is chosen and what is pointed at, in the pictures of both sides.

const NAMES = ["left", "right"];
const SVG = "http://www.w3.org/2000/svg";

/** Give the words of a data attribute. */
const wordsOf = (text) => (text ?? "").split(" ").filter(Boolean);

/** Give what an entry of the list is about: short names on each side, and kinds of marks. */
export function aboutOf({ dataset }) {
  return {
    left: wordsOf(dataset.leftRefs),
    right: wordsOf(dataset.rightRefs),
    kinds: wordsOf(dataset.kinds),
  };
}

/** Whether two things are about the same mark on one of the sides. */
export function meet(one, other) {
  return [...NAMES, "kinds"].some((key) => one[key].some((each) => other[key].includes(each)));
}

/** Give selectors for what is meant on a side, each behind `scope`. */
function selectors(about, side, scope) {
  const refs = about[side].map((ref) => `${scope}[data-ref="${CSS.escape(ref)}"]`);
  return [...refs, ...about.kinds.map((kind) => `${scope}.kind-${kind}`)];
}

/** Draw the ring around a port or the young person's name, once; other marks have theirs. */
function ring(mark) {
  if (!mark.matches(".kind-port, .kind-spine") || mark.querySelector(".ring")) return;
  const shape = mark.querySelector("circle, rect");
  const made = document.createElementNS(SVG, shape.tagName);
  const by = 5;
  for (const { name, value } of shape.attributes) {
    const wider = { r: by, rx: by, width: 2 * by, height: 2 * by, x: -by, y: -by }[name];
    made.setAttribute(name, wider === undefined ? value : String(Number(value) + wider));
  }
  made.setAttribute("class", "ring");
  mark.append(made);
}

/** Mark with a class what `found` (selectors) finds in a place, and nothing else there. */
function markIn(place, found, className) {
  for (const old of [...place.getElementsByClassName(className)]) old.classList.remove(className);
  if (!found.length) return;
  for (const mark of place.querySelectorAll(found.join())) {
    mark.classList.add(className);
    ring(mark);
  }
}

/**
 * Mark with a class what `abouts` are about, in every view that has come: at every stage, so that
 * a step has nothing to mark.
 */
export function markBoth(room, abouts, className) {
  for (const part of room.querySelectorAll("[data-side]")) {
    markIn(part, abouts.flatMap((about) => selectors(about, part.dataset.side, "svg ")), className);
  }
  for (const row of room.querySelectorAll("tr[data-left-refs]")) {
    if (className !== "differs") row.classList.toggle(className, abouts.some((about) => meet(about, aboutOf(row))));
  }
}

const markedFor = new WeakMap();

/** Mark what differs at a pair on the stage of one side; what is marked already stays. */
export function markStage(stage, side, pair) {
  if (markedFor.get(stage) === pair) return;
  markedFor.set(stage, pair);
  markIn(stage, pair.abouts.flatMap((about) => selectors(about, side, "")), "differs");
}

/**
 * Mark in the tracks what differs at any pair, and who does at the one that is shown.
 * `pairs` gives for each its stages and what differs there: {left, right, abouts}.
 */
export function markTracks(room, pairs, now) {
  for (const part of room.querySelectorAll(".pane-tracks [data-side]")) {
    const { side } = part.dataset;
    const found = pairs.flatMap(({ [side]: stage, abouts }) => abouts.flatMap((about) => atStage(about, side, stage)));
    const named = pairs[now].abouts.flatMap((about) => selectors({ ...about, kinds: [] }, side, ".kind-member"));
    markIn(part, [...found, ...named], "differs");
  }
}

function atStage(about, side, stage) {
  return stage === "" ? [] : selectors(about, side, `.stage-${stage}`);
}

/** Tell what both sides say of what was chosen, below their pictures; give it as one text. */
export function tellOne(box, rows) {
  const [place] = box.children;
  const line = (tag, text) => {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
  };
  const told = rows.map((row) => [...row.cells].map((cell) => cell.textContent));
  const lines = told.flatMap(([about, left, right]) => [line("strong", about), line("span", left), line("span", right)]);
  place.replaceChildren(...(lines.length ? lines : [line("p", box.dataset.alike)]));
  box.hidden = false;
  const { row, alike } = box.dataset;
  const spoken = told.map(([about, left, right]) => row
    .replace("{about}", () => about).replace("{left}", () => left).replace("{right}", () => right));
  return spoken.join(" ") || alike;
}
