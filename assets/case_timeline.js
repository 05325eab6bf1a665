// The timeline: one slider for all stages, and buttons that step and play it.

const PLAY_EVERY = 3000;

/** Find the stage under a pointer. */
function stageAt(rail, x, stages) {
  const box = rail.getBoundingClientRect();
  const at = Math.floor(((x - box.left) / box.width) * stages);
  return Math.min(Math.max(at, 0), stages - 1);
}

/** Find the stage that a key leads to; null where the key means nothing here. */
function stageFor(key, now, stages) {
  const last = stages - 1;
  const found = {
    ArrowRight: now + 1, ArrowUp: now + 1, PageUp: now + 1,
    ArrowLeft: now - 1, ArrowDown: now - 1, PageDown: now - 1,
    Home: 0, End: last,
  }[key];
  return found === undefined ? null : Math.min(Math.max(found, 0), last);
}

/** Show on the timeline which stage it is. */
export function showOnTimeline(timeline, number) {
  const rail = timeline.querySelector(".rail");
  const stops = timeline.querySelectorAll(".stop");
  // On the thumb alone: set on the timeline, it would restyle all that stands in it.
  timeline.querySelector(".thumb").style.setProperty("--now", number);
  timeline.querySelector(".stop.now")?.classList.remove("now");
  stops[number].classList.add("now");
  rail.setAttribute("aria-valuenow", number + 1);
  rail.setAttribute("aria-valuetext", stops[number].dataset.words);
  const [, back, on] = timeline.querySelectorAll(".steps button");
  back.setAttribute("aria-disabled", String(number === 0));
  on.setAttribute("aria-disabled", String(number === stops.length - 1));
}

/** Wire the slider; `go` gets the number of a stage, `now` gives the present one. */
export function wireTimeline(timeline, now, go) {
  const rail = timeline.querySelector(".rail");
  // The number of stages changes while a case is edited.
  const stages = () => Number(timeline.dataset.stages);
  const player = makePlayer(timeline, stages, now, go);
  const goByHand = (number) => {
    player.stop();
    if (number !== now()) go(number);
  };
  rail.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const number = stageFor(event.key, now(), stages());
    if (number === null) return;
    event.preventDefault();
    goByHand(number);
  });
  wireDrag(rail, stages, goByHand);
  const [, back, on] = timeline.querySelectorAll(".steps button");
  back.addEventListener("click", () => goByHand(Math.max(now() - 1, 0)));
  on.addEventListener("click", () => goByHand(Math.min(now() + 1, stages() - 1)));
}

/** Follow a pointer from where it is pressed until it is let go. */
function wireDrag(rail, stages, go) {
  rail.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    rail.setPointerCapture(event.pointerId);
    rail.focus({ preventScroll: true });
    go(stageAt(rail, event.clientX, stages()));
  });
  rail.addEventListener("pointermove", (event) => {
    if (rail.hasPointerCapture(event.pointerId)) go(stageAt(rail, event.clientX, stages()));
  });
}

/** Make what plays the stages one after the other, from the first again at the end. */
function makePlayer(timeline, stages, now, go) {
  const button = timeline.querySelector(".steps button");
  let timer = null;
  const show = () => {
    button.setAttribute("aria-pressed", String(timer !== null));
    document.documentElement.classList.toggle("playing", timer !== null);
  };
  const stop = () => {
    window.clearInterval(timer);
    timer = null;
    show();
  };
  const step = () => {
    if (now() >= stages() - 1) stop();
    else go(now() + 1);
  };
  const start = () => {
    go(now() >= stages() - 1 ? 0 : now() + 1);
    timer = window.setInterval(step, PLAY_EVERY);
    show();
  };
  button.addEventListener("click", () => (timer === null ? start() : stop()));
  return { stop };
}
