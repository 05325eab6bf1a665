// The views beside the map: each is wired when it comes, and follows the page from then on.

import { filterStage } from "./case_filters.js";
import { showFocus, showFocusStage, wireFocus } from "./case_focus.js";
import { setTabStop, wireWalk } from "./case_map.js";
import { wireNumbers } from "./case_numbers.js";
import { showTablesStage, wireTables } from "./case_tables.js";
import { frameStage, keepTracksStop, walkTracks, wireTracks } from "./case_tracks.js";
import { addressOf, fetchView, notice } from "./case_views.js";

/** Give what a view scrolls in: the room, or while a story is told the view itself. */
export function frameOf(pane) {
  return window.getComputedStyle(pane).position === "absolute" ? pane : pane.parentElement;
}

/** Set a list back to what its view shows. */
function showDefault(list) {
  for (const option of list.options) option.selected = option.defaultSelected;
}

/**
 * Wire them. `page` has the `view` that is shown, goes to a stage by go(number), chooses by
 * choose(ref), turns to a view by turnTo(name, options), and remembers by keepOptions(options).
 */
export function makePanes(main, page) {
  const { view, choose } = page;
  const adopting = new WeakMap();

  const filterTracks = (pane) => {
    const tracks = pane.querySelector(".tracks");
    if (!tracks) return;
    filterStage(tracks, view.hide, view.only);
    keepTracksStop(pane, setTabStop);
  };

  const wireTracksView = (made) => {
    const ask = async (options, changed) => {
      await page.turnTo("tracks", options);
      main.querySelector(`.pane-tracks:not([hidden]) [name="${changed}"]`)?.focus();
      if (!made.hidden) return;
      for (const list of made.querySelectorAll(".view-tools select")) showDefault(list);
    };
    wireTracks(made, main, frameOf, { go: page.go, choose, ask });
    wireWalk(made, (mark, key) => walkTracks(made, mark, key), choose);
    filterTracks(made);
  };

  const wireFocusView = (made) => {
    wireFocus(made, {
      choose: (refs) => choose(refs.join(".") || null),
      ask: (shown) => page.turnTo("focus", shown),
      changed: (shown) => page.keepOptions({ ...view.options, ...shown }),
    });
    adopting.set(made, (options) => showFocus(made, options));
  };

  const wireTablesView = (made) => {
    wireTables(made, { choose });
    adopting.set(made, wireNumbers(made, {
      ask: (pair) => fetchView(addressOf("changes", view.as, pair)),
      changed: page.keepOptions,
      failed: () => notice(main.dataset.failed),
    }));
  };

  const wiring = { tracks: wireTracksView, focus: wireFocusView };

  /** Mark the present stage in a view. */
  const showStage = (made) => {
    frameStage(made, view.stage);
    showFocusStage(made, view.stage);
    showTablesStage(made, view.stage);
  };

  return {
    showStage,
    /** Wire a view that has just come. */
    wire: (name, made) => {
      (wiring[name] ?? wireTablesView)(made);
      showStage(made);
    },
    /** Let a view show what was chosen in it. */
    adopt: (pane, options) => adopting.get(pane)?.(options),
    /** Filter the tracks as the boxes say. */
    filter: () => {
      for (const pane of main.querySelectorAll(".pane-tracks")) filterTracks(pane);
    },
  };
}
