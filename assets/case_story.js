// The story: step by step before a room. All of it stands in the page, so a step asks nobody;
// the trainer's window hears of each step, and may ask for one, inside this browser alone.

import { keepTabStop, showKey } from "./case_map.js";
import { hideLater, light, showLit, tracksIn } from "./case_story_light.js";
import { makePictures } from "./case_story_pictures.js";
import { fetchView } from "./case_views.js";

const ON = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);
const FOLLOW_AFTER = 120;
// The step that is told, and those to which a key leads.
const AROUND = [0, 1, -1, 2, -2];
const NOTES_LOOK = "popup,width=820,height=760";

const byId = (id) => document.getElementById(id);

/** Give the step that a key leads to, the end being one more; null where it means nothing here. */
function stepFor({ key, shiftKey }, now, count) {
  if (key === "Home") return 1;
  if (key === "End") return count - 1;
  if (BACK.has(key) || (key === " " && shiftKey)) return Math.max(now - 1, 1);
  return ON.has(key) ? Math.min(now + 1, count) : null;
}

/** Whether a key belongs to what has the focus: a press, a tick, reading on in a long text. */
function isForControl({ key, target }) {
  if (key === "ArrowDown" || key === "ArrowUp") return target.matches?.(".story-step.longer");
  return (key === " " || key === "Enter") && Boolean(target.closest?.("button, a, input, summary"));
}

/** Show what a step says, or put it away: what waits finished is out of reach. */
function showText(step, isShown) {
  step.hidden = !isShown;
  step.inert = !isShown;
}

/** Give a long text smaller letters, and where that is not enough the focus, to be scrolled. */
function fitText(article) {
  const isTooLong = () => article.scrollHeight > article.clientHeight + 1;
  if (!article.classList.contains("long") && isTooLong()) article.classList.add("long");
  article.classList.toggle("longer", isTooLong());
  if (isTooLong()) article.tabIndex = 0;
  else article.removeAttribute("tabindex");
}

const boxesOf = (article) => [...article.querySelectorAll('[name="guess"]')];
const answersOf = (article) => [...article.querySelectorAll("[data-answer-of]")];

/**
 * Wire the story. `page` shows what a step needs, and calls `paint` when a view has come:
 * begin() and end(kept) make room for it and take that back, to(step, stage, view) goes to
 * where it is, stage() gives the one that is seen and stages() how many there are, ahead(view)
 * fetches a view quietly, ready(views) keeps some finished, as() gives whose view is shown.
 */
export function wireStory(page, main, map) {
  const root = byId("story");
  const list = byId("story-steps");
  const channel = new BroadcastChannel(`relnet-story:${window.location.pathname}`);
  const guesses = new Map();
  let now = 0;
  let left = 1;
  let kept = null;
  let stale = false;
  let twin = null;
  let painted = {};
  let isInSight = false;
  let following = null;

  // The steps, and behind them the end of the story.
  const count = () => list.children.length;
  const isEnd = () => now === count();
  const article = (number = now) => list.children[number - 1];
  const isGuess = (number) => "guess" in article(number).dataset;
  const tickedAt = (number) => guesses.get(number) ?? new Set();
  const tell = (more = {}) => channel.postMessage({ at: now, of: count(), ...more });

  const viewAt = (number) => article(number).dataset.view;
  // While a story waits for what an edit made of it, there may be fewer stages than it knows.
  const stageAt = (number) => Math.min(Number(article(number).dataset.stage), page.stages() - 1);
  const litAt = (number) => new Set(article(number).dataset.lit.split(" ").filter(Boolean));
  const around = () => AROUND.map((by) => now + by).filter((number) => article(number));

  const pictures = makePictures(map, {
    around,
    stageAt: (number) => (article(number) && viewAt(number) === "map" ? stageAt(number) : null),
    lookOf: (number) => ({
      lit: litAt(number),
      boxes: boxesOf(article(number)).map((box) => box.value),
      ticked: tickedAt(number),
    }),
  });

  /** Light Tracks as a step asks, unless that was done ahead. */
  const lightTracks = (tracks, number) => {
    if (painted.tracks === tracks && painted.step === number) return;
    painted = { tracks, step: number };
    light(tracks, litAt(number));
    hideLater(tracks, isGuess(number) ? stageAt(number) : null);
  };

  /** Light what the step points at in Tracks, where those are seen, and bring it into sight once. */
  const paint = () => {
    const tracks = now ? tracksIn(main) : null;
    if (!tracks) return;
    lightTracks(tracks, now);
    if (!isInSight) showLit(tracks);
    isInSight = true;
  };

  /** Make ready what the next keys will say: fitted and answered, but out of reach so far. */
  const readyTexts = () => {
    const numbers = around();
    for (const [place, step] of [...list.children].entries()) {
      const isSoon = numbers.includes(place + 1);
      step.classList.toggle("soon", isSoon);
      step.inert = step.hidden;
      if (!isSoon) continue;
      fillAnswers(place + 1);
      fitText(step);
    }
  };

  /** Make the views ready to which the next keys may lead. */
  const readyViews = () => {
    page.ready([...new Set(around().map(viewAt))]);
    const next = around().find((number) => viewAt(number) === "tracks");
    const tracks = main.querySelector('[data-key="tracks"] .tracks');
    if (!next || !tracks || next === now) return;
    lightTracks(tracks, next);
    // Once they are fitted to the room: then the step itself need not move them.
    window.requestAnimationFrame(() => window.setTimeout(() => {
      if (now && painted.step === next && next !== now) showLit(tracks);
    }));
  };

  /** Do what can wait until the step is on the screen. */
  const afterwards = () => {
    if (!now) return;
    readyTexts();
    if (viewAt(now) !== "map") pictures.stay(now, page.stage());
    keepTabStop(map);
    readyViews();
  };

  /** Say what came of each guess: of those that the room ticked, and of the others. */
  const fillAnswers = (number) => {
    const ticked = tickedAt(number - 1);
    for (const line of answersOf(article(number))) {
      const { answerOf, said, unsaid, plain } = line.dataset;
      const isSaid = ticked.has(answerOf);
      const words = ticked.size === 0 ? plain : isSaid ? said : unsaid;
      if (line.textContent !== words) line.textContent = words;
      line.classList.toggle("ticked", isSaid);
      line.classList.toggle("plain-answer", ticked.size === 0);
    }
  };

  const enter = () => {
    kept = page.begin();
    document.documentElement.classList.add("telling");
    root.focus({ preventScroll: true });
    heedHidden();
    fetchAhead();
    fetchTwin();
  };

  const fetchAhead = async () => {
    const names = new Set([...list.children].map((step) => step.dataset.view));
    for (const name of names) await page.ahead(name);
    if (now) readyViews();
  };

  /** Give what an address says of whose view is shown. */
  const whose = () => (page.as() ? `?as=${encodeURIComponent(page.as())}` : "");

  /** Offer at the end what can stand beside this story; without an answer, nothing. */
  const fetchTwin = async () => {
    twin ??= await fetchView(root.dataset.twin + whose());
    const place = list.querySelector("[data-twin]");
    if (!place) return;
    place.innerHTML = twin ?? "";
    place.hidden = !twin;
  };

  /** Let the file that is saved at the end leave out what was hidden before the story began. */
  const heedHidden = () => {
    const link = list.querySelector("[data-handout]");
    if (!link) return;
    const query = new URLSearchParams(link.search);
    for (const [name, chosen] of Object.entries(kept)) {
      query.delete(name);
      if (chosen.size) query.set(name, [...chosen].join("."));
    }
    link.search = query;
  };

  const forgetGuesses = () => {
    for (const [number, refs] of guesses) for (const ref of refs) pictures.tick(number, ref, false);
    guesses.clear();
    for (const box of list.querySelectorAll("input")) setTick(box, false);
  };

  const leave = () => {
    left = isEnd() ? 1 : now;
    now = 0;
    forgetGuesses();
    document.documentElement.classList.remove("telling");
    pictures.drop();
    for (const tracks of main.querySelectorAll(".tracks")) {
      light(tracks, new Set());
      hideLater(tracks, null);
    }
    painted = {};
    page.ready([]);
    for (const step of list.children) {
      step.classList.remove("soon");
      step.inert = false;
    }
    showKey(map, true);
    page.end(kept);
    tell();
    document.querySelector("[data-story]")?.focus();
  };

  /** Show a step by its number from 1; 0 leaves the story. */
  const show = (asked) => {
    const number = Math.min(Math.max(asked, 0), count());
    if (!number) {
      if (now) leave();
      return;
    }
    if (!now) enter();
    now = number;
    isInSight = false;
    if (map.style.getPropertyValue("--map-height") !== map.dataset.pictureHeight) showKey(map, false);
    for (const step of list.querySelectorAll(":scope > :not([hidden])")) showText(step, false);
    fillAnswers(now);
    showText(article(), true);
    if (!root.contains(document.activeElement) || document.activeElement.closest("[hidden]")) root.focus({ preventScroll: true });
    byId("story-back").setAttribute("aria-disabled", String(now === 1));
    byId("story-on").setAttribute("aria-disabled", String(isEnd()));
    page.to(now, stageAt(now), viewAt(now));
    paint();
    tell();
    window.clearTimeout(following);
    following = window.setTimeout(afterwards, FOLLOW_AFTER);
  };

  /** Go to a step that somebody asks for; a story that was edited is fetched first. */
  const go = async (number) => {
    if (stale) await renew();
    if (number === now) return;
    // Told once more, it is told to other people.
    if (isEnd() && number === 1) forgetGuesses();
    show(Math.max(number, 1));
  };

  const renew = async () => {
    const html = await fetchView(`${window.location.pathname}/story/steps${whose()}`);
    if (html === null) return;
    stale = false;
    guesses.clear();
    painted = {};
    pictures.drop();
    list.innerHTML = html;
    tell({ renewed: true });
    if (now) heedHidden();
    if (now) fetchAhead();
    fetchTwin();
    if (now) show(Math.min(now, count()));
  };

  const setTick = (box, on) => {
    box.checked = on;
    box.closest("label").classList.toggle("ticked", on);
  };

  /** Set or take away the tick of somebody. */
  const tick = (ref, on) => {
    const ticked = tickedAt(now);
    if (on) ticked.add(ref);
    else ticked.delete(ref);
    guesses.set(now, ticked);
    setTick(boxFor(ref), on);
    pictures.tick(now, ref, on);
    if (article(now + 1)) fillAnswers(now + 1);
  };

  const boxFor = (ref) => boxesOf(article()).find((box) => box.value === ref);

  /** Tick somebody about whom the room guesses at this step, or take the tick away. */
  const toggle = (ref) => {
    if (now && boxFor(ref)) tick(ref, !tickedAt(now).has(ref));
  };

  list.addEventListener("change", ({ target }) => tick(target.value, target.checked));
  list.addEventListener("click", ({ target }) => {
    if (target.closest("[data-again]")) go(1);
    else if (target.closest("[data-case]")) show(0);
  });
  map.addEventListener("click", ({ target }) => {
    toggle(target.closest(".guess-box")?.dataset.guessBox);
  });
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-story]")) go(left);
  });
  byId("story-on").addEventListener("click", () => go(Math.min(now + 1, count())));
  byId("story-back").addEventListener("click", () => go(Math.max(now - 1, 1)));
  byId("story-leave").addEventListener("click", () => show(0));
  byId("story-notes").addEventListener("click", (event) => {
    event.preventDefault();
    window.open(byId("story-notes").href, channel.name, NOTES_LOOK);
  });
  // Before the slider and the map hear the key: while a story is told it means the next step.
  document.addEventListener("keydown", (event) => {
    if (!now || event.ctrlKey || event.metaKey || event.altKey || isForControl(event)) return;
    const number = stepFor(event, now, count());
    if (event.key === "Escape") show(0);
    else if (number !== null) go(number);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true });
  channel.addEventListener("message", ({ data }) => {
    if (data.ask) tell();
    else if (Number.isInteger(data.go)) go(data.go);
  });
  tell();

  return {
    show,
    paint,
    /** Show a stage of the map as the step lights it, where it is seen; false where nothing is told. */
    showMap: (stage) => {
      if (!now || stale) return false;
      if (viewAt(now) === "map") pictures.show(now, stage);
      return true;
    },
    /** Come to a step that the address names; one that waits for an edit is shown after it. */
    come: async (number) => {
      if (number && stale && now) return;
      if (number && stale) await renew();
      show(number);
    },
    /** An edit comes: what was made of the stages as they were goes. */
    outdate: () => {
      stale = true;
      pictures.drop();
    },
    /** The story is another one since an edit. */
    edited: () => {
      if (now) renew();
    },
    /** While a story is told nothing is chosen; a press on somebody is the room's guess. */
    takes: (ref) => {
      toggle(ref);
      return now > 0;
    },
    /** What a screen reader is told of the step; null where no story is told. */
    words: () => (now ? [...article().querySelectorAll("p, h1, li:not([hidden]), legend")].map((part) => part.textContent).join(" ") : null),
  };
}
