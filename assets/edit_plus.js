// The "+" of each lane and area on the map: where somebody can be added while editing.

const SVG = "http://www.w3.org/2000/svg";

function make(name, attributes, parent) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  parent.append(made);
  return made;
}

function number(rect, name) {
  return Number(rect.getAttribute(name));
}

/** Give what a track is called: as the filters call it. */
function trackName(track) {
  const box = document.querySelector(`#filters input[value="track-${track}"]`);
  return box?.closest("label").textContent.trim() ?? "";
}

function placeOf(mark, prefix) {
  const name = [...mark.classList].find((each) => each.startsWith(prefix));
  return name?.slice(prefix.length);
}

/** Put a "+" on the outer edge of an area in a lane: the young person stands at the inner one. */
function addPlus(svg, lane, area, words) {
  const [track, place] = [placeOf(lane, "track-"), placeOf(area, "area-")];
  const box = area.querySelector("rect");
  const here = box.classList.contains("area-here");
  const x = number(box, "x") + (here ? number(box, "width") : 0);
  const y = number(lane.querySelector("rect"), "y") + 14;
  const name = `${words}: ${trackName(track)}, ${area.querySelector("title")?.textContent ?? ""}`;
  const plus = make("g", {
    class: "plus", role: "button", tabindex: "0", "aria-label": name,
    "data-add": "person", "data-area": place, "data-track": track,
  }, svg);
  make("title", {}, plus).textContent = name;
  make("circle", { cx: x, cy: y, r: 12, class: "plus-touch" }, plus);
  make("circle", { cx: x, cy: y, r: 9, class: "plus-disc" }, plus);
  make("path", { d: `M${x - 4} ${y}H${x + 4}M${x} ${y - 4}V${y + 4}`, class: "plus-sign" }, plus);
}

/** Take every "+" away. */
export function hide(map) {
  for (const plus of map.querySelectorAll(".plus")) plus.remove();
}

/** Put a "+" into every lane of every open area of the present stage. */
export function show(map) {
  hide(map);
  const svg = map.querySelector(":scope > .now svg");
  if (!svg) return;
  const words = document.getElementById("editor").dataset.plus;
  for (const area of svg.querySelectorAll('.kind-area[class*="area-"]')) {
    for (const lane of svg.querySelectorAll(".kind-lane")) addPlus(svg, lane, area, words);
  }
  if (map.dataset.plus) return;
  map.dataset.plus = "wired";
  map.addEventListener("keydown", (event) => {
    const plus = event.target.closest(".plus");
    if (!plus || !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    plus.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  });
}
