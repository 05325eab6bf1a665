// The views beside the map: fetched once each, then kept in the page and shown at will.

/** Give the address of a view's piece of the page. */
export function addressOf(name, as, options) {
  const query = new URLSearchParams(options);
  if (as) query.set("as", as);
  return `${window.location.pathname}/view/${name}?${query}`;
}

/** Fetch a view; the words say so where that cannot be done. */
export async function fetchView(address, failed) {
  try {
    const response = await window.fetch(address, { credentials: "same-origin" });
    if (response.ok) return await response.text();
  } catch {
    // The server is gone: told below, like any other answer that is no view.
  }
  return `<p class="notice">${failed}</p>`;
}

/** Make what shows views in a room; `wire` gets each one when it has come, by name. */
export function makeViews(room, as, wire) {
  const shown = (element, name) => {
    for (const view of room.querySelectorAll(":scope > .pane")) view.hidden = view !== element;
    room.dataset.view = name;
    room.scrollTo(0, 0);
  };
  const find = (key) => room.querySelector(`:scope > .pane[data-key="${CSS.escape(key)}"]`);

  /** Show a view; fetch it first where it is not here yet. */
  return async function show(name, options = {}) {
    const key = [name, ...Object.values(options)].join(" ").trim();
    const known = find(key);
    if (known) {
      shown(known, name);
      return known;
    }
    const view = document.createElement("div");
    view.className = `pane pane-${name}`;
    view.dataset.key = key;
    view.setAttribute("aria-busy", "true");
    room.append(view);
    shown(view, name);
    view.innerHTML = await fetchView(addressOf(name, as, options), room.dataset.failed);
    view.removeAttribute("aria-busy");
    wire(name, view);
    return view;
  };
}
