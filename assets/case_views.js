// The views beside the map: fetched once each, then kept in the page and shown at will.

const WAIT_BEFORE_TELLING = 150;

/** Give the address of a view's piece of the page. */
export function addressOf(name, as, options) {
  const query = new URLSearchParams(options);
  if (as) query.set("as", as);
  const text = query.toString();
  return `${window.location.pathname}/view/${name}${text && "?"}${text}`;
}

/** Fetch a piece of the page; null where that cannot be done. */
export async function fetchView(address) {
  try {
    const response = await window.fetch(address, { credentials: "same-origin" });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

/** Say that a view did not come. */
export function notice(words) {
  const told = document.createElement("p");
  told.className = "notice";
  told.setAttribute("role", "alert");
  told.textContent = words;
  return told;
}

/** Make the place of a view in a room. */
function makePane(room, name, key) {
  const pane = document.createElement("div");
  pane.className = `pane pane-${name}`;
  pane.dataset.key = key;
  pane.setAttribute("aria-busy", "true");
  room.append(pane);
  return pane;
}

/**
 * Make the sign that a view is being waited for; it is there from the start, empty, so that
 * screen readers hear what is written into it. What is given back shows it for a view that is
 * slow to come, by its name, and takes it away where that is null.
 */
function makeWaiting(room) {
  const sign = document.createElement("p");
  sign.className = "waiting";
  sign.setAttribute("role", "status");
  room.append(sign);
  let timer = null;
  return (name) => {
    window.clearTimeout(timer);
    sign.textContent = "";
    if (name === null) return;
    const called = document.querySelector(`a[data-view="${name}"]`).textContent;
    timer = window.setTimeout(() => {
      sign.textContent = (room.dataset.waiting ?? "{view} …").replace("{view}", called);
    }, WAIT_BEFORE_TELLING);
  };
}

/**
 * Make what shows views in a room, in which the map stands already.
 *
 * `as` gives whose view is shown; `wire` gets each view when it has come, by its name. What is
 * given back has `show`, which shows a view by its name and the choices that the page has to
 * be asked for: it gives the view once it has come, and null where it does not (the next time
 * it is asked for again). `prepare` brings one before it is shown, `ready` keeps some finished. After `forget` every view is
 * asked for anew; the old one stays until the new one has come.
 */
export function makeViews(room, as, wire) {
  const known = new Map([["map", { pane: room.querySelector('[data-key="map"]'), came: true }]]);
  const scrolled = new WeakMap();
  const tellWaiting = makeWaiting(room);
  const ahead = new Map();
  let shown = known.get("map").pane;

  const keyOf = (name, options) => [name, new URLSearchParams(options)].join(" ").trim();

  /** Let what waited finished be reached, once it is on the screen: this restyles all of it. */
  const letReach = (pane) => {
    window.requestAnimationFrame(() => window.setTimeout(() => {
      if (pane === shown) pane.inert = false;
    }));
  };

  const turn = (pane, name) => {
    room.dataset.view = name;
    tellWaiting(pane.hasAttribute("aria-busy") ? name : null);
    if (pane === shown) return;
    scrolled.set(shown, [room.scrollLeft, room.scrollTop]);
    for (const each of room.querySelectorAll(":scope > .pane")) each.hidden = each !== pane;
    if (pane.inert) letReach(pane);
    shown = pane;
    room.scrollTo(...(scrolled.get(pane) ?? [0, 0]));
  };
  const bring = async (pane, name, options) => {
    const address = addressOf(name, as(), options);
    const text = await (ahead.get(address) ?? fetchView(address));
    ahead.delete(address);
    pane.removeAttribute("aria-busy");
    if (pane === shown) tellWaiting(null);
    if (text === null) pane.replaceChildren(notice(room.dataset.failed));
    else {
      pane.innerHTML = text;
      wire(name, pane);
    }
    return text !== null;
  };

  /** Ask for a view that is likely to be shown in a moment, without showing it. */
  const expect = (name, options = {}) => {
    const address = addressOf(name, as(), options);
    if (!known.has(keyOf(name, options)) && !ahead.has(address)) ahead.set(address, fetchView(address));
  };

  const forget = () => {
    ahead.clear();
    for (const [key, view] of known) {
      if (key === "map") continue;
      if (view.pane === shown) view.stale = true;
      else {
        view.pane.remove();
        known.delete(key);
      }
    }
  };

  /** Bring a view anew in the place of one that is older, which stays so long. */
  const renew = async (old, name, key, options) => {
    const pane = makePane(room, name, key);
    pane.hidden = true;
    const view = { pane, came: null, coming: bring(pane, name, options), instead: old.pane };
    known.set(key, view);
    view.came = await view.coming;
    view.instead = null;
    if (shown === old.pane) {
      scrolled.set(pane, [room.scrollLeft, room.scrollTop]);
      turn(pane, name);
    }
    old.pane.remove();
    return view.came ? pane : null;
  };

  /** Bring a view that is not known yet into a place of its own. */
  const begin = (name, key, options) => {
    const pane = makePane(room, name, key);
    const view = { pane, came: null, coming: bring(pane, name, options) };
    view.coming.then((came) => { view.came = came; });
    known.set(key, view);
    return pane;
  };

  /** Bring a view before anybody turns to it; nothing of that is seen. */
  const prepare = async (name, options = {}) => {
    const key = keyOf(name, options);
    if (!known.has(key)) begin(name, key, options).hidden = true;
    await known.get(key).coming;
  };

  const show = async (name, options = {}) => {
    const key = keyOf(name, options);
    const old = known.get(key);
    if (old?.stale) return renew(old, name, key, options);
    if (old?.came === false) {
      old.pane.remove();
      known.delete(key);
    }
    if (!known.has(key)) begin(name, key, options);
    const { pane, coming, instead } = known.get(key);
    turn(instead ?? pane, name);
    return (await coming) === false ? null : pane;
  };

  /** Keep some views finished, by their names, for a step that turns to one; the others rest. */
  const ready = (names) => {
    const wanted = names.map((name) => known.get(keyOf(name, {}))).filter((view) => view?.came);
    for (const pane of room.querySelectorAll(":scope > .pane")) {
      const isSoon = wanted.some((view) => view.pane === pane);
      pane.classList.toggle("soon", isSoon);
      pane.inert = isSoon && pane.hidden;
    }
  };
  return { show, forget, expect, prepare, ready };
}
