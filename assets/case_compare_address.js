// The address of two sides: the view with its choices, how the pictures stand, and the stage.

import { tellingOptions } from "./case_address.js";

const VIEWS = ["map", "tracks", "focus", "table", "numbers"];
const LAYOUTS = ["beside", "above"];
const SIDES = ["left", "right", "left_as", "right_as", "pairs", "also"];

/** Give those parts of the address that say what is compared. */
export function sidesAsked(search) {
  const query = new URLSearchParams(search);
  return Object.fromEntries(SIDES.filter((name) => query.has(name)).map((name) => [name, query.get(name)]));
}

/** Read what is shown: {name, options, layout}; a layout that nobody chose is null. */
export function readShown(search) {
  const query = new URLSearchParams(search);
  const name = VIEWS.includes(query.get("view")) ? query.get("view") : "map";
  const layout = LAYOUTS.includes(query.get("layout")) ? query.get("layout") : null;
  const options = tellingOptions(name, Object.fromEntries(query));
  delete options.beside;
  delete options.times;
  return { name, options, layout };
}

/** Write what is shown as a query string; `stage` is the left one's number, or "". */
export function writeShown({ name, options, layout }, stage) {
  const query = new URLSearchParams(sidesAsked(window.location.search));
  if (name !== "map") query.set("view", name);
  for (const [key, value] of Object.entries(options)) query.set(key, value);
  if (layout) query.set("layout", layout);
  if (stage !== "") query.set("stage", String(Number(stage) + 1));
  return `?${query}`;
}
