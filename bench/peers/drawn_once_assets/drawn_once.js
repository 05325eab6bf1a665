// A step of the page whose graph holds all stages: show the groups of one, hide the others.
(() => {
  const hidden = "not-now";
  const style = document.createElement("style");
  style.textContent = `.${hidden} { display: none }`;
  document.head.append(style);

  let byStage = null;
  let now = 0;

  /** Collect what Plotly drew, by stage: traces by their name, turned texts by their number. */
  function collect(graph) {
    const found = [];
    const put = (stage, element) => (found[stage] ??= []).push(element);
    for (const trace of graph.querySelectorAll("g.trace")) {
      put(Number(/trace-(\d+)-/.exec(trace.getAttribute("class"))[1]), trace);
    }
    for (const note of graph.querySelectorAll("g.annotation")) {
      put(Number(graph.layout.meta.stages[note.dataset.index]), note);
    }
    return found;
  }

  function show(stage) {
    for (const element of byStage[now]) element.classList.add(hidden);
    for (const element of byStage[stage]) element.classList.remove(hidden);
    now = stage;
    document.body.dataset.drawnStage = stage;
  }

  function start(graph, thumb) {
    byStage = collect(graph);
    byStage.flat().forEach((element) => element.classList.add(hidden));
    show(0);
    new MutationObserver(() => show(Number(thumb.getAttribute("aria-valuenow")))).observe(thumb, {
      attributeFilter: ["aria-valuenow"],
    });
  }

  const waiting = new MutationObserver(() => {
    const graph = document.querySelector(".js-plotly-plot");
    const thumb = document.querySelector("[role=slider]");
    if (!thumb || !graph?.querySelector("g.trace")) return;
    waiting.disconnect();
    start(graph, thumb);
  });
  waiting.observe(document, { childList: true, subtree: true });
})();
