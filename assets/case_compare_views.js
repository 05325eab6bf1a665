// The views of two sides beside the maps: what a press in them does.

import { aboutOf } from "./case_compare_marks.js";
import { wireFocus } from "./case_focus.js";
import { setTabStop, wireWalk } from "./case_map.js";
import { wireTables } from "./case_tables.js";
import { keepTracksStop, walkTracks } from "./case_tracks.js";

/** Find the stage of the column that was pressed; undefined where there is none. */
function stageOf(target) {
  return /\bstage-(\d+)/.exec(target.closest(".kind-column")?.getAttribute("class") ?? "")?.[1];
}

/**
 * Wire the tracks of both sides; `choose` gets a side and short names as a list, `go` a side and
 * a stage, and `ask` other choices, with the name of the one that changed.
 */
export function wireTracks(pane, { choose, go, ask }) {
  for (const part of pane.querySelectorAll("[data-side]")) {
    const { side } = part.dataset;
    wireWalk(part, (mark, key) => walkTracks(part, mark, key), (ref) => choose(side, [ref]));
    part.addEventListener("click", ({ target }) => {
      const thing = target.closest('[role="button"][data-ref]');
      const stage = stageOf(target);
      if (thing) choose(side, [thing.dataset.ref]);
      else if (stage) go(side, stage);
    });
    keepTracksStop(part, setTabStop);
  }
  const lists = [...pane.querySelectorAll(".view-tools select")];
  for (const list of lists) {
    list.addEventListener("change", () => {
      const options = Object.fromEntries(lists.map((each) => [each.name, each.value]));
      // This view stays with its own choices, for whoever comes back to it.
      for (const option of lists.flatMap((each) => [...each.options])) option.selected = option.defaultSelected;
      ask(options, list.name);
    });
  }
}

/** Wire the focus of both sides; `changed` gets what it shows where that has changed. */
export function wireCells(pane, { choose, changed }) {
  let side = "left";
  pane.addEventListener("click", (event) => {
    side = event.target.closest("[data-side]")?.dataset.side ?? side;
  }, { capture: true });
  wireFocus(pane, { choose: (refs) => choose(side, refs), ask: () => {}, changed });
}

/** Wire the tables of both sides; `choose` gets what a row is about. */
export function wireRows(pane, choose) {
  wireTables(pane);
  pane.addEventListener("click", (event) => {
    const row = event.target.closest("[data-row]")?.closest("tr");
    if (row) choose(aboutOf(row));
  });
}

/** Find in the part of another pair what stands where `target` stands in its own: in its row, else its table. */
export function sameIn(other, target) {
  const part = target.closest("[data-pair-part]");
  const [tables, others] = [part, other].map((each) => [...each.querySelectorAll(".table-scroll")]);
  const table = target.closest(".table-scroll");
  const there = others[Math.max(0, tables.indexOf(table))];
  const row = table ? [...table.querySelectorAll("tbody tr")].indexOf(target.closest("tr")) : -1;
  return there?.querySelectorAll("tbody tr")[row]?.querySelector("summary, button") ?? there;
}
