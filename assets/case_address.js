// The address of a view: stage, perspective, selection and filters all stand in it.

const LISTS = ["hide", "only"];

// The views, and what each one opens with: that stands neither in an address nor in a request.
const OPENING = {
  map: {},
  tracks: { sort: "map", scale: "equal", roles: "people" },
  focus: { rows: "track", columns: "phase", beside: "none", times: "" },
  table: {},
  numbers: { from: "", to: "" },
};

/** Give all choices of a view: those that are told, and else what it opens with. */
export function allOptions(name, options) {
  return { ...OPENING[name], ...options };
}

/** Give the choices of a view that are not as it opens, in one order. */
export function tellingOptions(name, options) {
  const opening = Object.entries(OPENING[name]);
  const told = opening.filter(([key, value]) => options[key] && options[key] !== value);
  return Object.fromEntries(told.map(([key]) => [key, options[key]]));
}

/** Give those of them for which the page has to be asked: the others change what is here. */
export function askedOptions(name, options) {
  if (name === "tracks") return options;
  const { beside, times } = options;
  if (name !== "focus") return {};
  return { ...(beside?.startsWith("case-") && { beside }), ...(times && { times }) };
}

/** Read a view from a query string: {name, options, stage, as, chosen, hide, only, present, edit, step}. */
export function readView(search, stages) {
  const query = new URLSearchParams(search);
  const asked = Number.parseInt(query.get("stage") ?? "1", 10);
  const stage = Math.min(Math.max(Number.isNaN(asked) ? 1 : asked, 1), stages) - 1;
  const lists = LISTS.map((name) => new Set((query.get(name) ?? "").split(".").filter(Boolean)));
  const asks = query.get("view");
  const name = Object.hasOwn(OPENING, asks) ? asks : "map";
  return {
    name,
    options: tellingOptions(name, Object.fromEntries(query)),
    stage,
    as: query.get("as"),
    chosen: query.get("chosen"),
    hide: lists[0],
    only: lists[1],
    present: query.has("present"),
    edit: query.has("edit"),
    step: Number.parseInt(query.get("story") ?? "0", 10) || 0,
  };
}

/** Write a view as a query string; what is as it opens is left out. */
export function writeView(view) {
  const query = new URLSearchParams();
  if (view.name !== "map") query.set("view", view.name);
  for (const [name, value] of Object.entries(view.options)) query.set(name, value);
  if (view.stage > 0) query.set("stage", String(view.stage + 1));
  if (view.as) query.set("as", view.as);
  if (view.chosen) query.set("chosen", view.chosen);
  for (const name of LISTS) {
    if (view[name].size) query.set(name, [...view[name]].sort().join("."));
  }
  if (view.present) query.set("present", "1");
  if (view.edit) query.set("edit", "1");
  if (view.step > 0) query.set("story", String(view.step));
  const text = query.toString();
  return text ? `?${text}` : "";
}

/** Put a view into the address bar as a new place in the history, if it is another one. */
export function showAddress(view, how = "pushState") {
  const search = writeView(view);
  if (search === window.location.search) return;
  window.history[how](null, "", window.location.pathname + search);
}

/** Let the address bar call the same view by its new name. */
export function renameAddress(view) {
  showAddress(view, "replaceState");
}
