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

/** Mark with a class what `abouts` are about, and nothing else, in one side of one view. */
function markIn(part, abouts, className) {
  for (const old of part.querySelectorAll(`.${className}`)) old.classList.remove(className);
  const scope = part.querySelector(".stages") ? ".stage.now " : "svg ";
  const found = abouts.flatMap((about) => selectors(about, part.dataset.side, scope));
  if (!found.length) return;
  for (const mark of part.querySelectorAll(found.join())) {
    mark.classList.add(className);
    ring(mark);
  }
}

/** Mark with a class what `abouts` are about, in every view that has come. */
export function markBoth(room, abouts, className) {
  for (const part of room.querySelectorAll("[data-side]")) markIn(part, abouts, className);
  for (const row of room.querySelectorAll("tr[data-left-refs]")) {
    if (className !== "differs") row.classList.toggle(className, abouts.some((about) => meet(about, aboutOf(row))));
  }
}

/**
 * Mark what differs: on the map at the pair that is shown, in the tracks at every pair.
 * `pairs` gives for each pair its stages and what differs there: {left, right, abouts}.
 */
export function markDiffering(room, pairs, now) {
  for (const part of room.querySelectorAll(".pane-map [data-side]")) markIn(part, pairs[now].abouts, "differs");
  for (const part of room.querySelectorAll(".pane-tracks [data-side]")) {
    for (const old of part.querySelectorAll(".differs")) old.classList.remove("differs");
    const { side } = part.dataset;
    const found = pairs.flatMap(({ [side]: stage, abouts }) => abouts.flatMap((about) => atStage(about, side, stage)));
    const named = pairs[now].abouts.flatMap((about) => selectors({ ...about, kinds: [] }, side, ".kind-member"));
    for (const mark of part.querySelectorAll([...found, ...named].join() || ".none")) {
      mark.classList.add("differs");
      ring(mark);
    }
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
  const told = rows.flatMap((row) => {
    const [about, left, right] = [...row.cells].map((cell) => cell.textContent);
    return [line("strong", about), line("span", left), line("span", right)];
  });
  place.replaceChildren(...(told.length ? told : [line("p", box.dataset.alike)]));
  box.hidden = false;
  return [...place.children].map((each) => each.textContent).join(". ");
}
