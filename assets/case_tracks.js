// Tracks: a click on a stage moves the timeline, a click on a row or a line chooses it.

/** Find the stage of a column's mark; null for the column after services end. */
function stageOf(mark) {
  const name = [...(mark?.classList ?? [])].find((each) => /^stage-\d+$/.test(each));
  return name ? Number(name.slice("stage-".length)) : null;
}

/** Frame the column of a stage, and show what is told of it. */
export function frameStage(view, number) {
  for (const part of view.querySelectorAll(".tracks-told [data-stage]")) {
    part.classList.toggle("now", part.dataset.stage === String(number));
  }
  for (const column of view.querySelectorAll(".kind-column.now")) column.classList.remove("now");
  for (const column of view.querySelectorAll(`.kind-column.stage-${number}`)) column.classList.add("now");
}

/**
 * Let the picture have the room's width, but never become smaller than it was drawn. The title
 * grows with it, as the map's does.
 */
function fit(view, tracks, frame) {
  // A view that was brought too late stands nowhere any more.
  if (!frame?.clientWidth) return;
  const zoom = String(Math.max(1, (frame.clientWidth - 2) / Number(tracks.dataset.width)));
  tracks.style.zoom = zoom;
  view.querySelector(".view-title").style.setProperty("--zoom", zoom);
}

// Whether somebody opened or closed what is told below the tracks; null: nobody has.
let toldOpen = null;

/** Fold what is told while the case is edited: the bar leaves the rows little room. */
function foldTold(told) {
  told.open = toldOpen ?? !document.documentElement.classList.contains("editing");
}

new MutationObserver(() => document.querySelectorAll(".tracks-told").forEach(foldTold))
  .observe(document.documentElement, { attributeFilter: ["class"] });

/** Wire a Tracks view in its room, by what it scrolls in; `go` gets a stage, `choose` a short name, `ask` other options. */
export function wireTracks(view, room, frameOf, { go, choose, ask }) {
  const tracks = view.querySelector(".tracks");
  if (!tracks) return;
  fit(view, tracks, frameOf(view));
  const sizes = new ResizeObserver(() => {
    if (view.isConnected) fit(view, tracks, frameOf(view));
    else sizes.disconnect();
  });
  for (const place of [view, room]) sizes.observe(place);
  tracks.addEventListener("click", (event) => {
    const thing = event.target.closest('[role="button"][data-ref]');
    if (thing) choose(thing.dataset.ref);
    else {
      const stage = stageOf(event.target.closest(".kind-column, .kind-event"));
      if (stage !== null) go(stage);
    }
  });
  const told = view.querySelector(".tracks-told");
  foldTold(told);
  told.querySelector("summary").addEventListener("click", () => { toldOpen = !told.open; });
  told.addEventListener("click", (event) => {
    const button = event.target.closest("[data-choose]");
    if (button) choose(button.dataset.choose);
  });
  const lists = [...view.querySelectorAll(".view-tools select")];
  for (const list of lists) {
    list.addEventListener("change", () => {
      ask(Object.fromEntries(lists.map((each) => [each.name, each.value])), list.name);
    });
  }
}

/** Scroll sideways so far that the column of a stage is in sight, beside the names. */
export function keepColumnInSight(view, frame, number) {
  const column = view.querySelector(`.tracks-head .kind-column.stage-${number}`)?.getBoundingClientRect();
  if (!column?.width) return;
  const left = view.querySelector(".tracks-corner").getBoundingClientRect().right;
  const right = frame.getBoundingClientRect().left + frame.clientWidth;
  if (column.left < left) frame.scrollLeft -= left - column.left;
  else if (column.right > right) frame.scrollLeft += Math.min(column.right - right, column.left - left);
}

const BUTTONS = '.tracks [role="button"]:not(.out)';

const ROW = 8;

/** Give what can be walked to, row by row from the top, each from the left: names, then lines. */
function rowsOf(view) {
  const things = [...view.querySelectorAll(BUTTONS)].map((mark) => {
    const { left, top, bottom } = mark.querySelector(".touch").getBoundingClientRect();
    return { mark, left, middle: (top + bottom) / 2 };
  });
  things.sort((a, b) => a.middle - b.middle);
  const rows = [];
  for (const thing of things) {
    const row = rows.at(-1);
    if (row && thing.middle - row[0].middle < ROW) row.push(thing);
    else rows.push([thing]);
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left).map(({ mark }) => mark));
}

/** Keep one thing in the order of tabbing: the one that has the place, or the first one. */
export function keepTracksStop(view, setTabStop) {
  const stop = view.querySelector(`${BUTTONS}[tabindex="0"]`);
  if (!stop) setTabStop(view, rowsOf(view)[0]?.[0], false);
}

/** Walk the rows with the arrow keys: up and down to the next row, sideways along it. */
export function walkTracks(view, mark, key) {
  const rows = rowsOf(view);
  const at = rows.findIndex((row) => row.includes(mark));
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  const aside = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (step) return rows[at + step]?.[0] ?? mark;
  if (aside) return rows[at]?.[rows[at].indexOf(mark) + aside] ?? mark;
  return { Home: rows[0]?.[0], End: rows.at(-1)?.[0] }[key] ?? null;
}
