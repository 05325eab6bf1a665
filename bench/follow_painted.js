// Runs in pages that lead and follow: when a key was pressed in one, and when the other one has
// painted the stage, both by the clock that the pages of one computer share.

window.addEventListener("keydown", ({ timeStamp }) => {
  window.relnetPressed = performance.timeOrigin + timeStamp;
}, { capture: true });

/** From now on: wait for another stage on the map, and for the end of the frame that shows it. */
window.relnetAwait = () => {
  window.relnetPainted = new Promise((resolve) => {
    const observer = new MutationObserver((changes) => {
      if (!changes.some(({ target }) => target.matches(".stage.now"))) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
    });
    observer.observe(document.querySelector("#map .stages"), { subtree: true, attributeFilter: ["class"] });
  });
};
