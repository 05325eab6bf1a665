// Runs in our pages where it is measured how fast something follows what somebody did.

/**
 * Wait for an event of a kind, then until a place has something else in it, then for the end of
 * the next frame: ms from the event. `request` is what the answer to a request to `address` took
 * of that, from the sending to its last byte; null where there was none.
 */
window.relnetFollow = (kind, place, address) => {
  /** The page's own thread has done the coming frame. */
  const frame = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });
  const changed = () =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(document.querySelector(place), { childList: true, subtree: true });
    });
  const asked = (start) =>
    performance
      .getEntriesByType("resource")
      .filter((entry) => entry.startTime >= start && entry.name.endsWith(address))
      .at(-1);
  const happened = async (start) => {
    await changed();
    const end = await frame();
    const request = asked(start);
    return { frame: end - start, request: request ? request.responseEnd - request.startTime : null };
  };
  performance.clearResourceTimings();
  window.relnetFollowed = new Promise((resolve) => {
    const begin = (event) => resolve(happened(event.timeStamp));
    window.addEventListener(kind, begin, { capture: true, once: true });
  });
};
