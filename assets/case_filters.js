// Show and hide: which relationships, and with them which people, are drawn.

/** Whether a relationship with these classes is shown under a filter. */
export function isShown(classes, hide, only) {
  for (const name of only) if (!classes.contains(name)) return false;
  return !["track-", "status-", "influence-", "use-"].some((group) => {
    const told = [...classes].filter((name) => name.startsWith(group));
    return told.length > 0 && told.every((name) => hide.has(name));
  });
}

/** Whether a tie between two others is shown: both tracks and the group itself are. */
function isArcShown(classes, hide, only) {
  if (only.size || hide.has("between")) return false;
  return ![...classes].some((name) => name.startsWith("track-") && hide.has(name));
}

/** Apply a filter to one picture: people with no relationship left to show go with them. */
export function filterStage(stage, hide, only) {
  const filtered = hide.size > 0 || only.size > 0;
  const ends = new Set();
  const told = new Set();
  const counts = { shown: 0, hidden: 0 };
  const note = (mark, shown) => {
    mark.classList.toggle("out", !shown);
    if (mark.classList.contains("kind-tie")) counts[shown ? "shown" : "hidden"] += 1;
    for (const end of mark.dataset.ends.split(" ")) {
      told.add(end);
      if (shown) ends.add(end);
    }
  };
  for (const tie of stage.querySelectorAll(".kind-tie")) note(tie, isShown(tie.classList, hide, only));
  for (const arc of stage.querySelectorAll(".kind-arc")) {
    note(arc, !filtered || isArcShown(arc.classList, hide, only));
  }
  const isOut = (ref) => filtered && told.has(ref) && !ends.has(ref);
  for (const member of stage.querySelectorAll(".kind-member")) {
    member.classList.toggle("out", isOut(member.dataset.ref));
  }
  for (const role of stage.querySelectorAll(".kind-role")) {
    role.classList.toggle("out", role.dataset.ends.split(" ").every(isOut));
  }
  stage.dataset.hidden = counts.hidden;
  stage.dataset.ties = counts.shown + counts.hidden;
}

/** Apply a filter to every stage of a map. */
export function filterMap(map, hide, only) {
  for (const stage of map.querySelectorAll(".stage")) filterStage(stage, hide, only);
}

/** Say how many relationships of the present stage a filter hides. */
export function showFiltered(note, map) {
  const { hidden, ties } = map.querySelector(".stage.now").dataset;
  note.hidden = !Number(hidden);
  note.querySelector("span").textContent = note.dataset.words
    .replace("{hidden}", hidden).replace("{ties}", ties);
}

/** Set the boxes as a filter says. */
export function setBoxes(menu, hide, only) {
  for (const box of menu.querySelectorAll("input")) {
    box.checked = box.name === "only" ? only.has(box.value) : !hide.has(box.value);
  }
  menu.classList.toggle("active", hide.size > 0 || only.size > 0);
}

/** Read a filter from the boxes. */
export function readBoxes(menu) {
  const boxes = [...menu.querySelectorAll("input")];
  const values = (name, checked) =>
    new Set(boxes.filter((box) => box.name === name && box.checked === checked).map((box) => box.value));
  return { hide: values("show", false), only: values("only", true) };
}
