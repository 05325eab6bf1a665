// What a step of the story points at: lit on the map and in Tracks, the rest dimmed; and the
// boxes on the map in which the room makes its guesses.

const MARKS = ".kind-member, .kind-tie, .kind-arc, .kind-row";
const AT_STAGES = ".kind-tie, .kind-event, .kind-port, .kind-blank";

/** Give Tracks where they are what is seen. */
export function tracksIn(main) {
  return main.querySelector(":scope > .pane:not([hidden]) .tracks");
}

/** Light some marks of a picture by their short names, and dim the others; none: all as usual. */
export function light(picture, refs) {
  for (const mark of picture.querySelectorAll(MARKS)) {
    const lit = refs.has(mark.dataset.ref);
    mark.classList.toggle("lit", lit);
    mark.classList.toggle("dim", !lit && refs.size > 0);
  }
}

/** Hide in Tracks what comes after a stage; null hides nothing. */
export function hideLater(tracks, stage) {
  for (const mark of tracks.querySelectorAll(AT_STAGES)) {
    const own = /(?:^| )stage-(\d+)/.exec(mark.getAttribute("class"));
    const after = own ? Number(own[1]) > stage : mark.classList.contains("after-services");
    mark.classList.toggle("later", stage !== null && after);
  }
}

/** Bring the first lit row into sight, where the picture is higher than its room. */
export function showLit(tracks) {
  const first = tracks.querySelector(".kind-member.lit");
  const last = [...tracks.querySelectorAll(".kind-member.lit")].at(-1);
  last?.scrollIntoView({ block: "nearest", inline: "nearest" });
  first?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Give the middle of a mark, in the measure of its picture. */
function middleOf(mark) {
  const touch = mark.querySelector(".touch");
  if (touch.tagName === "circle") return { x: touch.cx.baseVal.value, y: touch.cy.baseVal.value };
  return touch.getPointAtLength(touch.getTotalLength() / 2);
}

/** Put a box on everybody about whom the room guesses, over the map of a stage. */
export function placeBoxes(stage, refs, ticked) {
  const { width, height } = stage.querySelector("svg").viewBox.baseVal;
  for (const ref of refs) {
    const mark = stage.querySelector(`[role="button"][data-ref="${CSS.escape(ref)}"]`);
    if (!mark) continue;
    const { x, y } = middleOf(mark);
    const box = document.createElement("span");
    box.className = "guess-box";
    box.classList.toggle("ticked", ticked.has(ref));
    box.dataset.guessBox = ref;
    box.setAttribute("aria-hidden", "true");
    box.style.left = `${(x / width) * 100}%`;
    box.style.top = `${(y / height) * 100}%`;
    stage.append(box);
  }
}
