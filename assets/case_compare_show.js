// Brings what is chosen into sight on both sides. Nothing gets the focus: the list keeps it.

const AIR = 16;
const MARKS = [
  ".stages > .now .kind-member.is-chosen", ".stages > .now .is-chosen",
  ".tracks .kind-member.is-chosen", ".tracks .is-chosen", "tr.is-chosen",
];

/** Whether a length fits into another. */
const fits = ({ top, bottom }, area) => bottom - top <= area.bottom - area.top;

/** Give what holds some rectangles, with some air around them. */
function around(rects) {
  const top = Math.min(...rects.map((rect) => rect.top)) - AIR;
  const bottom = Math.max(...rects.map((rect) => rect.bottom)) + AIR;
  return { top, bottom };
}

/** Give how far to scroll so that [from, to] lies in [first, last]; of what is longer the beginning. */
function way(from, to, first, last) {
  if (from < first || to - from > last - first) return from - first;
  return Math.max(0, to - last);
}

/** Find the first mark of each side, or of the pane where its sides are one table. */
function marksIn(pane) {
  const sides = [...pane.querySelectorAll("[data-side]")];
  const places = sides.length ? sides : [pane];
  const first = (place) => MARKS.map((mark) => [...place.querySelectorAll(mark)].find((one) => one.checkVisibility())).find(Boolean);
  return places.map((place) => ({ side: place.dataset.side, mark: first(place) })).filter(({ mark }) => mark);
}

/** Scroll the page so far that the pictures are in sight, or the marks where those are too high. */
function scrollPage(marks, foot, behavior) {
  const rects = marks.map(({ mark }) => mark.getBoundingClientRect());
  const rooms = marks.map(({ mark }) => mark.closest(".compare-map")?.getBoundingClientRect());
  const area = { top: 0, bottom: window.innerHeight - foot };
  const tried = [...(rooms.every(Boolean) ? [around(rooms)] : []), around(rects), around(rects.slice(0, 1))];
  const { top, bottom } = tried.find((each) => fits(each, area)) ?? tried.at(-1);
  const by = way(top, bottom, area.top, area.bottom);
  if (by) window.scrollBy({ top: by, behavior });
}

/**
 * Bring the marks of what is chosen in a view into sight on both sides; calmly, or at once where
 * less motion is wanted. `foot` is what stands over the page's foot, `sight` scrolls the maps.
 */
export function bringIntoSight(pane, foot, sight) {
  const marks = marksIn(pane);
  if (!marks.length) return;
  const behavior = window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  for (const { side, mark } of marks) {
    if (mark.closest(".compare-map")) sight.reach(side, mark.getBoundingClientRect(), behavior);
  }
  scrollPage(marks, foot.getBoundingClientRect().height, behavior);
}
