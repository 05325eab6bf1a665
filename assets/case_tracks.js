// Tracks: a click on a stage moves the timeline, a click on a row or a line chooses it.

/** Find the stage of a column's mark; null for the column after services end. */
function stageOf(mark) {
  const name = [...(mark?.classList ?? [])].find((each) => /^stage-\d+$/.test(each));
  return name ? Number(name.slice("stage-".length)) : null;
}

/** Frame the column of a stage. */
export function frameStage(view, number) {
  for (const column of view.querySelectorAll(".kind-column.now")) column.classList.remove("now");
  for (const column of view.querySelectorAll(`.kind-column.stage-${number}`)) column.classList.add("now");
}

/** Let the picture have the room's width, but never become smaller than it was drawn. */
function fit(tracks, room) {
  const wide = Number(tracks.dataset.width);
  tracks.style.zoom = String(Math.max(1, (room.clientWidth - 2) / wide));
}

/** Wire a Tracks view; `go` gets a stage, `choose` a short name, `ask` other options. */
export function wireTracks(view, room, { go, choose, ask }) {
  const tracks = view.querySelector(".tracks");
  if (!tracks) return;
  fit(tracks, room);
  new ResizeObserver(() => fit(tracks, room)).observe(room);
  tracks.addEventListener("click", (event) => {
    const thing = event.target.closest('[role="button"][data-ref]');
    if (thing) choose(thing.dataset.ref);
    else {
      const stage = stageOf(event.target.closest(".kind-column"));
      if (stage !== null) go(stage);
    }
  });
  const lists = [...view.querySelectorAll(".view-tools select")];
  for (const list of lists) {
    list.addEventListener("change", () => {
      ask(Object.fromEntries(lists.map((each) => [each.name, each.value])), list.name);
    });
  }
}

/** Walk the rows with the arrow keys: up and down to the next person, sideways along the row. */
export function walkTracks(view, mark, key) {
  const names = [...view.querySelectorAll(".tracks-names [role=button]:not(.out)")];
  const row = mark.classList.contains("kind-tie") ? mark.dataset.ends : mark.dataset.ref;
  const cells = [...view.querySelectorAll(`.tracks-body .kind-tie[data-ends="${CSS.escape(row)}"]`)];
  const along = [names.find((name) => name.dataset.ref === row), ...cells].filter(Boolean);
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  const aside = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (step) return names[names.findIndex((name) => name.dataset.ref === row) + step] ?? mark;
  if (aside) return along[along.indexOf(mark) + aside] ?? mark;
  return { Home: names[0], End: names[names.length - 1] }[key] ?? null;
}
