// The trainer's window: the notes of the step that the room sees, and a clock. It hears of each
// step from the page of the case, and asks it for the next, inside this browser alone.

const ANSWER_WITHIN = 700;

const byId = (id) => document.getElementById(id);
const list = byId("notes-steps");

/** Give a time as minutes and seconds. */
function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
}

/** Wire the clock: it goes on when this window is loaded again, until it is closed. */
function wireClock() {
  const key = `relnet-clock:${window.location.pathname}`;
  const restart = () => window.sessionStorage.setItem(key, String(Date.now()));
  if (!window.sessionStorage.getItem(key)) restart();
  const show = () => {
    byId("notes-since").textContent = minutes((Date.now() - Number(window.sessionStorage.getItem(key))) / 1000);
    byId("notes-now").textContent = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
  };
  byId("notes-again").addEventListener("click", () => {
    restart();
    show();
  });
  window.setInterval(show, 1000);
  show();
}

// The end of the story stands behind the last step.
const lastStep = () => list.children.length - 1;

/** Give the step that a key leads to; null where it means nothing here. */
function stepFor({ key, target }, now) {
  if (target.closest?.("button, a, input, summary") && (key === " " || key === "Enter")) return null;
  if (["ArrowRight", "PageDown", " "].includes(key)) return now + 1;
  return ["ArrowLeft", "PageUp"].includes(key) ? now - 1 : { Home: 1, End: lastStep() }[key] ?? null;
}

function wireNotes() {
  const channel = new BroadcastChannel(`relnet-story:${window.location.pathname.replace(/\/story\/notes\/?$/, "")}`);
  const said = byId("notes-said");
  let now = 1;
  let telling = false;
  let waiting = null;

  const show = (number) => {
    now = Math.min(Math.max(number, 1), list.children.length);
    for (const step of list.children) step.hidden = Number(step.dataset.step) !== now;
    byId("notes-back").setAttribute("aria-disabled", String(now === 1));
    byId("notes-on").setAttribute("aria-disabled", String(now === list.children.length));
  };

  /** Send something to the page of the case, and say so where nobody answers. */
  const send = (message) => {
    channel.postMessage(message);
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => { said.textContent = said.dataset.alone; }, ANSWER_WITHIN);
  };

  /** Go to a step; a story that is not on the screen comes back where it was left. */
  const go = (number) => {
    if (telling || said.textContent === said.dataset.alone) show(number);
    send({ go: now });
  };

  channel.addEventListener("message", ({ data }) => {
    if (!("at" in data)) return;
    window.clearTimeout(waiting);
    if (data.renewed || data.of !== list.children.length) {
      window.location.reload();
      return;
    }
    telling = data.at > 0;
    said.textContent = telling ? said.dataset.together : said.dataset.left;
    if (telling) show(data.at);
  });
  byId("notes-on").addEventListener("click", () => go(now + 1));
  byId("notes-back").addEventListener("click", () => go(now - 1));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const number = stepFor(event, now);
    if (number === null) return;
    event.preventDefault();
    go(number);
  });
  show(1);
  send({ ask: true });
}

if (list) {
  wireNotes();
  wireClock();
}
