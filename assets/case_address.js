// The address of a view: stage, perspective, selection and filters all stand in it.

const LISTS = ["hide", "only"];
const OPTIONS = ["scale", "sort", "roles", "rows", "columns", "beside", "times"];

/** Read a view from a query string: {name, options, stage, as, chosen, hide, only, present}. */
export function readView(search, stages) {
  const query = new URLSearchParams(search);
  const asked = Number.parseInt(query.get("stage") ?? "1", 10);
  const stage = Math.min(Math.max(Number.isNaN(asked) ? 1 : asked, 1), stages) - 1;
  const lists = LISTS.map((name) => new Set((query.get(name) ?? "").split(".").filter(Boolean)));
  const options = OPTIONS.filter((name) => query.has(name)).map((name) => [name, query.get(name)]);
  return {
    name: query.get("view") ?? "map",
    options: Object.fromEntries(options),
    stage,
    as: query.get("as"),
    chosen: query.get("chosen"),
    hide: lists[0],
    only: lists[1],
    present: query.has("present"),
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
  const text = query.toString();
  return text ? `?${text}` : "";
}

/** Put a view into the address bar as a new place in the history, if it is another one. */
export function showAddress(view) {
  const search = writeView(view);
  if (search === window.location.search) return;
  window.history.pushState(null, "", window.location.pathname + search);
}
