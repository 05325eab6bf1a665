// Parts of the page that have changed since it was loaded: put in where they stand.

/** Make the one element that a piece of HTML holds. */
function elementOf(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

/** Put a numbered part in the place of the one that stands there, or between its neighbours. */
function putNumbered(room, kind, number, html) {
  const made = elementOf(html);
  const all = [...room.querySelectorAll(`:scope > .${kind}`)];
  const old = all.find((part) => Number(part.dataset.stage) === number);
  if (old) {
    for (const name of ["now", "near"]) made.classList.toggle(name, old.classList.contains(name));
    old.replaceWith(made);
    return;
  }
  const next = all.find((part) => Number(part.dataset.stage) > number);
  room.insertBefore(made, next ?? room.querySelector(":scope > [data-part]"));
}

/** Put in one part: "stage:2", "panel:2", or one that says `data-part`. */
export function putPart(name, html, { map, side }) {
  const [kind, number] = name.split(":");
  if (kind === "stage") putNumbered(map, "stage", Number(number), html);
  else if (kind === "panel") putNumbered(side, "stage-panel", Number(number), html);
  else {
    const place = document.querySelector(`[data-part="${CSS.escape(name)}"]`);
    if (place) place.innerHTML = html;
  }
}

/** Give the map its new size, and map and timeline their number of stages. */
export function fitFrame(map, timeline, { width, height, pictureHeight, stages }) {
  Object.assign(map.dataset, { width, height, pictureHeight });
  map.style.setProperty("--map-width", width);
  map.style.setProperty("--map-height", height);
  timeline.dataset.stages = String(stages);
  timeline.style.setProperty("--stages", stages);
  timeline.classList.toggle("many", stages > Number(timeline.dataset.dated));
  timeline.querySelector(".rail").setAttribute("aria-valuemax", stages);
  while (map.children.length > stages) map.lastElementChild.remove();
  for (const panel of document.querySelectorAll("#side > .stage-panel")) {
    if (Number(panel.dataset.stage) >= stages) panel.remove();
  }
}

/** Give what short names mean by now: those that are gone are left out. */
export function renamed(refs, moved) {
  if (!refs || !moved) return refs;
  const found = refs.split(".").map((ref) => (ref in moved ? moved[ref] : ref));
  return found.filter(Boolean).join(".") || null;
}

const { classList } = document.documentElement;

/** Whether the page fills the screen, and tells no story there. */
export const isPresenting = () => classList.contains("presenting") && !classList.contains("telling");

/**
 * Whether keys belong to their target: a field, or anything in an open dialog. One that has just
 * closed may hold the focus until the next frame; its keys are the page's again.
 */
export function isTyping(target) {
  const place = target.closest?.("dialog, input, textarea, select, [contenteditable]");
  return Boolean(place) && !place.closest("dialog:not([open])");
}
