// The script of a case's HTML file: one view and one stage at a time, by press and by key.
// It is put into the file as it stands here; without it, everything is shown at once.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (query) => [...document.querySelectorAll(query)];
  const { body } = document;
  const slider = byId("sheet-slider");
  const last = Number(slider.max) - 1;
  const maps = all(".sheet-stage");
  const links = all("[data-go]");
  const tabs = all("[data-turn]");
  const marked = all("[data-stage]").filter((each) => each !== body && !maps.includes(each));
  const columns = all(".kind-column");
  // What keys reach in each map, with its own tabindex; a browser reaches what scrolls, too.
  const reached = maps.map((map) => [...map.querySelectorAll("[tabindex], a, summary, .sheet-panel")]
    .map((each) => [each, each.getAttribute("tabindex")]));
  const NEAR = 2;
  const NEAR_AFTER = 60;
  let stage = Number(body.dataset.stage);
  let nearing = null;

  /** Whether something belongs to a stage; in the focus a column has several. */
  const isOf = (thing, number) => thing.dataset.stage.split(" ").includes(String(number));

  /** Put a map out of reach of keys and screen readers, or back; "inert" would restyle all of it. */
  function putAway(place, isAway) {
    const map = maps[place];
    if ((map.ariaHidden === "true") === isAway) return;
    map.ariaHidden = isAway ? "true" : null;
    for (const [each, own] of reached[place]) {
      if (isAway) each.setAttribute("tabindex", "-1");
      else if (own === null) each.removeAttribute("tabindex");
      else each.setAttribute("tabindex", own);
    }
  }

  /** Keep the maps around the present one as finished layers, so that a step only swaps them. */
  function keepNear() {
    maps.forEach((map, place) => map.classList.toggle("near", place !== stage && Math.abs(place - stage) <= NEAR));
  }

  /** Show the map of a stage, and all else once that is painted. */
  function go(number) {
    maps[stage].classList.replace("now", "near");
    stage = Math.min(Math.max(number, 0), last);
    maps[stage].classList.remove("near");
    maps[stage].classList.add("now");
    maps.forEach((_map, place) => putAway(place, place !== stage));
    slider.value = String(stage + 1);
    if (body.dataset.view === "map") window.requestAnimationFrame(() => window.setTimeout(follow));
    else follow();
    window.clearTimeout(nearing);
    nearing = window.setTimeout(keepNear, NEAR_AFTER);
  }

  /** Mark the stage in every view, and tell it. */
  function follow() {
    for (const each of marked) each.classList.toggle("now", isOf(each, stage));
    for (const each of columns) each.classList.toggle("now", each.classList.contains(`stage-${stage}`));
    links.forEach((link, place) => {
      if (place === stage) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    });
    slider.setAttribute("aria-valuetext", links[stage].textContent);
    byId("sheet-back").setAttribute("aria-disabled", String(stage === 0));
    byId("sheet-on").setAttribute("aria-disabled", String(stage === last));
    links[stage].scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function step(number) {
    go(number);
    byId("sheet-said").textContent = maps[stage].dataset.title;
  }

  function turn(name) {
    follow();
    body.dataset.view = name;
    for (const each of all(".sheet-view")) each.classList.toggle("now", each.dataset.view === name);
    for (const tab of tabs) {
      if (tab.dataset.turn === name) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
    }
    byId("sheet-main").scrollTop = 0;
  }

  /** Whether arrow keys do something else here: move the slider, or scroll what is too wide. */
  function isTaken(thing) {
    const wide = thing.closest(".table-scroll, .sheet-scroll, .sheet-picture");
    return thing === slider || Boolean(wide && wide.scrollWidth > wide.clientWidth);
  }

  const keys = { ArrowLeft: () => stage - 1, ArrowRight: () => stage + 1, Home: () => 0, End: () => last };

  document.addEventListener("keydown", (event) => {
    const to = keys[event.key];
    if (!to || event.altKey || event.ctrlKey || event.metaKey || isTaken(event.target)) return;
    event.preventDefault();
    step(to());
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-go], [data-turn]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.dataset.turn) turn(link.dataset.turn);
    else step(Number(link.dataset.go));
  });
  slider.addEventListener("input", () => step(Number(slider.value) - 1));
  byId("sheet-back").addEventListener("click", () => step(stage - 1));
  byId("sheet-on").addEventListener("click", () => step(stage + 1));

  slider.hidden = false;
  document.querySelector(".sheet-steps").hidden = false;
  document.documentElement.classList.add("live");
  turn(body.dataset.view);
  go(stage);
})();
