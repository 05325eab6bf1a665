// Which part of two maps is in sight where they are wider than their halves; they go together.

const SCROLLED = 4;
const AIR = 6;
const SPINE = 24;
// So much is seen beyond the young person: who is nearest where they live, and the lines there.
const BEYOND = 130;
const RADIUS = 9;
// So long a map goes by itself to what was chosen, and the other does not follow it.
const REACHES = 900;

/** Give a place no further than two others. */
const between = (least, value, most) => Math.max(least, Math.min(value, most));

/** Give where the young person and the names stand on the map of a side at a stage, in px. */
function placesOf({ map, spans }, number) {
  const scale = map.clientWidth / map.dataset.width;
  return {
    spine: Number(map.children[number].dataset.spine) * scale,
    spans: spans[number].map((span) => span.map((x) => x * scale)),
  };
}

/**
 * Find how far to scroll so that the most names are whole beside the `strip` of the lanes, or
 * their circles at least, with
 * the young person and some of where they live in sight; of several places the one nearest to
 * having them in the middle.
 */
export function placeFor({ spine, spans }, width, strip, most) {
  const least = between(0, spine + BEYOND - width, most);
  const furthest = between(least, spine - SPINE - strip, most);
  const middle = between(least, spine - (strip + width) / 2, furthest);
  const worth = (at) => {
    const first = at > SCROLLED ? at + strip : at;
    const isIn = (from, to) => from >= first && to <= at + width;
    const names = spans.filter(([from, to]) => isIn(from, to)).length;
    return 2 * names + spans.filter(([, , node]) => isIn(node - RADIUS, node + RADIUS)).length;
  };
  const tried = [middle, least, ...spans.flatMap(([from, to, node]) => [
    from - strip - AIR, to - width + AIR, node - strip - RADIUS - AIR, node - width + RADIUS + AIR,
  ])];
  const places = tried.map((at) => between(least, at, furthest)).map((at) => ({ at, found: worth(at) }));
  places.sort((a, b) => b.found - a.found || Math.abs(a.at - middle) - Math.abs(b.at - middle));
  return Math.round(places[0].at);
}

/** Whether two maps show the same places of the same width: then one place fits both. */
const isAlike = (sides, [one, other]) => Boolean(other)
  && sides[0].map.dataset.width === sides[1].map.dataset.width && one.spine === other.spine;

/**
 * Make what scrolls the maps of both `sides` ({room, map, strip, spans}). `keep` gets the numbers
 * of their stages ("" for none) and scrolls both; nothing is measured but how wide they are.
 */
export function makeSight(sides) {
  const last = new WeakMap();
  const found = new Map();
  const written = new Set();
  let reaching = null;

  const showScrolled = (room, left) => room.classList.toggle("scrolled", left > SCROLLED);

  // What is written is not read again, nor is anything when the scrolling is heard of: that would
  // lay out the page in the middle of a step.
  const scrollTo = (room, left) => {
    if (left !== (last.get(room) ?? 0)) written.add(room);
    room.scrollLeft = left;
    last.set(room, left);
  };

  /** Find the places for a pair of stages, once for each width of the page. */
  const placesFor = (numbers) => {
    const widths = sides.map(({ room, map }) => [room.clientWidth, map.clientWidth]);
    const key = [numbers, widths].join();
    if (!found.has(key)) found.set(key, findFor(numbers, widths));
    return found.get(key);
  };

  const findFor = (numbers, widths) => {
    const there = sides.map((side, place) => ({ side, place })).filter(({ place }) => numbers[place] !== "" && widths[place][0]);
    const places = there.map(({ side, place }) => placesOf(side, numbers[place]));
    const all = { spine: places[0]?.spine, spans: places.flatMap(({ spans }) => spans) };
    const alike = isAlike(sides, places);
    return there.map(({ side, place }, number) => {
      const [width, wide] = widths[place];
      const strip = side.strip * wide / side.map.dataset.width;
      return { side, left: placeFor(alike ? all : places[number], width, strip, Math.max(0, wide - width)) };
    });
  };

  /** Scroll one map as far as the other was, where both stand beside each other and are as wide. */
  const follow = (side, other) => {
    if (reaching) {
      last.set(side.room, side.room.scrollLeft);
      return;
    }
    const by = side.room.scrollLeft - (last.get(side.room) ?? 0);
    if (Math.abs(by) < 1) return;
    last.set(side.room, side.room.scrollLeft);
    const beside = side.room.getBoundingClientRect().top === other.room.getBoundingClientRect().top;
    const isAsWide = side.map.clientWidth === other.map.clientWidth;
    const most = other.map.clientWidth - other.room.clientWidth;
    if (!beside || !isAsWide) return;
    scrollTo(other.room, between(0, other.room.scrollLeft + by, most));
    showScrolled(other.room, last.get(other.room));
  };

  for (const [number, side] of sides.entries()) {
    side.room.addEventListener("scroll", () => {
      if (written.delete(side.room)) return;
      showScrolled(side.room, side.room.scrollLeft);
      follow(side, sides[1 - number]);
    }, { passive: true });
  }

  return {
    keep(numbers) {
      const places = placesFor(numbers);
      for (const { side, left } of places) scrollTo(side.room, left);
      for (const { side, left } of places) showScrolled(side.room, left);
    },
    /** Scroll the map of a side no further than so that a rectangle on the screen is in its room. */
    reach(name, rect, behavior) {
      const { room, map, strip } = sides.find((side) => side.name === name);
      const frame = room.getBoundingClientRect();
      const names = strip * map.clientWidth / map.dataset.width;
      const first = frame.left + names + AIR;
      const by = rect.left < first ? rect.left - first : Math.max(0, Math.min(rect.right + AIR - frame.right, rect.left - first));
      if (!by) return;
      window.clearTimeout(reaching);
      reaching = window.setTimeout(() => { reaching = null; }, REACHES);
      room.scrollBy({ left: by, behavior });
    },
    /** Find the places for a pair before it is shown. */
    prepare: placesFor,
  };
}
