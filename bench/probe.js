// Runs in every page before anything else: sees when a picture is on the screen.
//
// One way for all pages. In each frame it asks the page which stage it shows; in the frame
// that shows the awaited one it shows a small text in the page's corner. That text comes onto
// the screen with the picture, in one frame, and Element Timing says when that was: after
// rasterising, which requestAnimationFrame alone does not see.
window.relnetBench = (() => {
  const { kind, live, view } = window.relnetBenchSettings;
  const PATIENCE = 40000;
  const MOST_FRAMES = 100;
  const byText = (text) => (text === null || text === undefined ? null : Number(text));

  /** What marks the present stage in each view of relnet. */
  const MARKED = {
    map: ".map > .stage.now",
    tracks: ".kind-column.now",
    focus: ".by-stage:not([hidden]) .now",
    table: "table .now",
    numbers: ".stage-sentences.now",
  };

  /** Give the view of relnet that is seen and has come; null where it has not. */
  const seenView = (name) =>
    document.querySelector(`#main > .pane:not([hidden], [aria-busy]):is([data-key="${name}"], .pane-${name})`);

  /** Give the step of a story that is told, from 0, once the view is seen that belongs to it. */
  const toldStep = () => {
    const step = document.querySelector(".telling .story-step:not([hidden])");
    return step && seenView(step.dataset.view) ? Number(step.dataset.step) - 1 : null;
  };

  /** Give the pair of stages that the page of two sides is at, once both maps show theirs. */
  const comparedPair = () => {
    const pair = slider();
    const shows = (side) =>
      document.querySelector(`[data-side="${side}"] .compare-map .stage.now`)?.dataset.stage === pair.dataset[side];
    return pair && shows("left") && shows("right") ? Number(pair.dataset.pair) : null;
  };

  /** Give the stage whose map a case's HTML file shows, once its script is there. */
  const fileStage = () => byText(document.querySelector(".live .sheet-map.now > .sheet-stage.now")?.dataset.stage);

  /** Give the stage of a mark: Tracks tell it by a class. */
  const stageOf = (mark) => mark?.dataset.stage ?? /(?:^| )stage-(\d+)(?: |$)/.exec(mark?.getAttribute("class"))?.[1];

  /** Give the stage that the view of a case page marks. */
  const markedStage = () =>
    document.getElementById("timeline") && byText(stageOf(seenView(view)?.querySelector(MARKED[view])));

  /** How each page tells the stage that it shows; null before there is one. */
  const shownBy = {
    relnet: { story: toldStep, compare: comparedPair, file: fileStage }[view] ?? markedStage,
    plain_dash: () => plotted,
    drawn_once: () => byText(document.body?.dataset.drawnStage),
    cytoscape: () => {
      const cy = document.getElementById("graph")?._cyreg?.cy;
      return cy?.getElementById("stage").data("stage") ?? null;
    },
  };

  /** What is there when all of a page is. */
  const WHOLE = { compare: ".compare-told:not([hidden])", file: ".sheet-panel" }[view] ?? "#side .stage-panel";

  /** How each page tells that all of it is there; the peers are their picture. */
  const wholeBy = {
    relnet: () => document.querySelector(WHOLE) !== null,
  };

  let plotted = null;

  /** Plotly says when it has drawn; what it drew before anybody could listen is found. */
  function listenToPlotly() {
    const graph = document.querySelector(".js-plotly-plot");
    if (!graph?.on || graph.benchListens) return;
    graph.benchListens = true;
    const read = () => (plotted = graph.layout?.meta?.stage ?? null);
    graph.on("plotly_afterplot", read);
    if (graph.querySelector("g.trace")) read();
  }

  function shown() {
    if (kind === "plain_dash") listenToPlotly();
    return shownBy[kind]();
  }

  const SLIDER = { compare: ".compare-steps [aria-current]", file: "#sheet-slider" }[view] ?? "[role=slider]";

  /** What takes the keys; on the page of two sides it is the pair of stages that it is at. */
  const slider = () => document.querySelector(SLIDER);
  const waiting = new Map();
  let frames = 0;
  let room = null;

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) waiting.get(entry.identifier)?.(entry.renderTime);
  }).observe({ type: "element", buffered: true });

  /** Put the texts into the page, unseen: a text that came later could cost the page a restyling. */
  function makeRoom() {
    room = document.createElement("div");
    room.style.cssText =
      "position:absolute;left:0;top:0;width:60px;height:14px;contain:strict;z-index:9999;" +
      "pointer-events:none;font:12px/14px sans-serif;color:#333";
    for (let number = 0; number < MOST_FRAMES; number += 1) {
      const mark = document.createElement("p");
      mark.setAttribute("elementtiming", `bench-${number}`);
      mark.style.cssText = "display:none;margin:0";
      mark.textContent = String(number);
      room.append(mark);
    }
    document.body.append(room);
  }

  /** Give the time (ms since navigation) at which the coming frame is on the screen. */
  function presented() {
    if (!room) makeRoom();
    const mark = room.children[frames];
    frames += 1;
    mark.style.display = "block";
    return new Promise((resolve) => {
      waiting.set(mark.getAttribute("elementtiming"), (time) => {
        mark.style.display = "none";
        resolve(time);
      });
    });
  }

  /** Give the time at which the page's own thread has done this frame. */
  function handedOver() {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  }

  /** Ask in every frame from the coming one on; in the first that answers, resolve. */
  function firstFrame(answers) {
    return new Promise((resolve) => {
      const ask = () => {
        if (!document.body || !answers()) return requestAnimationFrame(ask);
        return Promise.all([presented(), handedOver()]).then(([screen, thread]) =>
          resolve({ screen, thread }),
        );
      };
      requestAnimationFrame(ask);
    });
  }

  /** Press the slider's key in every frame until the slider has moved. */
  function pressUntilItMoves() {
    const start = slider()?.getAttribute("aria-valuenow");
    const press = () => {
      const thumb = slider();
      if (thumb && start !== null && thumb.getAttribute("aria-valuenow") !== start) return;
      thumb?.focus({ preventScroll: true });
      const key = { key: "ArrowRight", code: "ArrowRight", keyCode: 39, bubbles: true };
      thumb?.dispatchEvent(new KeyboardEvent("keydown", { ...key, cancelable: true }));
      requestAnimationFrame(press);
    };
    press();
  }

  async function load() {
    const first = await firstFrame(() => shown() !== null);
    const whole = wholeBy[kind] ? orNull(firstFrame(wholeBy[kind])) : first;
    if (!live) return { first, whole: await whole };
    pressUntilItMoves();
    return { first, live: await firstFrame(() => shown() > 0), whole: await whole };
  }

  /** Wait for the next key, and for the picture of what it leads to. */
  function afterKey(answers) {
    return new Promise((resolve) => {
      const pressed = async (event) => {
        const { screen, thread } = await firstFrame(answers);
        resolve({ screen: screen - event.timeStamp, thread: thread - event.timeStamp });
      };
      window.addEventListener("keydown", pressed, { capture: true, once: true });
    });
  }

  /** Do without what does not come. */
  function orNull(promise) {
    return Promise.race([promise, new Promise((done) => setTimeout(done, PATIENCE / 2, null))]);
  }

  /** Give up on what does not come. */
  function inTime(promise, what) {
    const late = new Promise((_resolve, reject) =>
      setTimeout(() => reject(new Error(`${kind}: ${what} did not come within ${PATIENCE} ms`)), PATIENCE),
    );
    return Promise.race([promise, late]);
  }

  let stepping = null;
  return {
    loaded: inTime(load(), "the picture or a live slider"),
    expect: (stage) => void (stepping = inTime(afterKey(() => shown() === stage), `stage ${stage}`)),
    expectView: (name) =>
      void (stepping = inTime(afterKey(() => Boolean(seenView(name)?.querySelector(".now"))), name)),
    stepped: () => stepping,
    focus: () => slider().focus({ preventScroll: true }),
    focusTab: (name) => document.querySelector(`#views [data-view="${name}"]`).focus({ preventScroll: true }),
    shown,
  };
})();
