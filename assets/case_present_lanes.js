// The names of the lanes at the left edge, while the larger picture has them out of sight.

/** Give the texts of a lane: those with its name, or those that say what is held. */
function words(lane, query) {
  return [...lane.querySelectorAll(query)].map((text) => text.textContent).join(" ");
}

/** Give a label for a lane as it is drawn: {box, label, drawn}. */
function labelOf(lane, scale) {
  const [area, drawn] = [lane.querySelector("rect"), lane.querySelector("text")];
  const box = document.createElement("div");
  const label = document.createElement("p");
  const name = document.createElement("b");
  name.textContent = words(lane, "text:not(.text-note)");
  label.append(name, words(lane, ".text-note"));
  label.style.background = window.getComputedStyle(area).fill;
  name.style.color = window.getComputedStyle(drawn).fill;
  box.style.top = `${area.getAttribute("y") * scale}px`;
  box.style.height = `${area.getAttribute("height") * scale}px`;
  box.append(label);
  return { box, label, drawn };
}

/** Make the labels of a room: `show` them for the stage that is seen, and `hide` them. */
export function makeLanes(main) {
  const map = main.querySelector(".stages");
  const strip = document.createElement("div");
  strip.className = "present-lanes";
  // The lanes themselves are read to those who hear the page.
  strip.setAttribute("aria-hidden", "true");
  let labels = [];

  /** A label that is drawn in sight is not told again. */
  const keepUp = () => {
    const room = main.getBoundingClientRect();
    for (const { label, drawn } of labels) {
      const { left, top } = drawn.getBoundingClientRect();
      label.hidden = left >= room.left && top >= room.top;
    }
  };
  const show = () => {
    const scale = map.clientWidth / map.dataset.width;
    const lanes = [...map.querySelectorAll(":scope > .now .kind-lane")];
    labels = lanes.map((lane) => labelOf(lane, scale));
    strip.replaceChildren(...labels.map(({ box }) => box));
    if (!strip.isConnected) map.before(strip);
    keepUp();
  };
  const resized = new ResizeObserver(show);
  return {
    show: () => {
      show();
      resized.observe(map);
      main.addEventListener("scroll", keepUp, { passive: true });
    },
    hide: () => {
      resized.disconnect();
      main.removeEventListener("scroll", keepUp);
      strip.remove();
    },
  };
}
