// The grid of the tally: 36 buttons, their numbers, and the arrow keys.

const USES = 3;
const TYPES = 4;
const PHASES = 3;
const STEPS = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

export class PressGrid {
  /** Wire the grid; `press` is called with the key of a place ("peer.safety.during"). */
  constructor(box, press) {
    this.buttons = [...box.querySelectorAll("button[data-place]")];
    box.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-place]");
      if (button) press(button.dataset.place);
    });
    box.addEventListener("keydown", (event) => this.walk(event));
  }

  /** Go to the next button; rows run on through the phases. */
  walk(event) {
    const step = STEPS[event.key];
    const at = this.buttons.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const perPhase = USES * TYPES;
    const row = Math.floor((at % perPhase) / USES) + step[0];
    const column = Math.floor(at / perPhase) * USES + (at % USES) + step[1];
    if (row < 0 || row >= TYPES || column < 0 || column >= USES * PHASES) return;
    this.buttons[Math.floor(column / USES) * perPhase + row * USES + (column % USES)].focus();
  }

  /** Show numbers; `own` are those of the chosen table, drawn beside its sign. */
  paint(counts, own = {}, sign = null) {
    for (const button of this.buttons) {
      const { place } = button.dataset;
      const number = button.querySelector(".count");
      const text = String(counts[place] ?? 0);
      if (number.textContent !== text) number.textContent = text;
      button.classList.toggle("pressed", Boolean(counts[place]));
      const beside = button.querySelector(".own");
      if (beside) paintOwn(beside, own[place] ?? 0, sign);
    }
  }
}

function paintOwn(beside, count, sign) {
  beside.hidden = !count;
  if (count) beside.replaceChildren(sign.cloneNode(true), String(count));
}

/** Send JSON to where this page came from; gives {ok, status, told}. */
export async function ask(address, values = {}) {
  try {
    const response = await window.fetch(address, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(values),
    });
    const told = await response.json().catch(() => ({}));
    return { ok: response.ok, status: response.status, told };
  } catch {
    return { ok: false, status: 0, told: {} };
  }
}

/** Call something again and again while the page is looked at. */
export function keepLooking(look, every) {
  let waiting = false;
  const turn = async () => {
    if (waiting || document.hidden) return;
    waiting = true;
    await look();
    waiting = false;
  };
  window.setInterval(turn, every);
  document.addEventListener("visibilitychange", turn);
  return turn();
}
