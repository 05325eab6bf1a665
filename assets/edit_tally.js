// The trainer's page of the tally: who presses, what is counted, letting others join.

import { saveFile } from "./case_saving.js";
import { isSure } from "./edit_sure.js";
import { PressGrid, ask, keepLooking } from "./edit_tally_grid.js";

const EVERY = 1000;
const byId = (id) => document.getElementById(id);

class TallyPage {
  constructor(main) {
    this.main = main;
    this.said = byId("tally-said");
    this.fault = byId("tally-fault");
    this.tables = byId("tally-tables");
    this.remove = byId("tally-remove");
    this.door = byId("tally-door");
    this.switch = byId("tally-switch");
    this.version = 0;
    this.grid = new PressGrid(byId("tally-grid"), (place) => this.act("press", { place }));
    this.tables.addEventListener("change", () => this.paint());
    byId("tally-undo").addEventListener("click", () => this.act("undo"));
    byId("tally-add").addEventListener("click", () => this.act("add"));
    this.remove.addEventListener("click", () => this.takeAway());
    byId("tally-again").addEventListener("click", () => this.askFirst("again"));
    this.switch.addEventListener("click", () => this.act(this.state?.open ? "close" : "open"));
    byId("tally-png").addEventListener("click", (event) => this.savePng(event.currentTarget));
    keepLooking(() => this.look(), EVERY);
  }

  get chosen() {
    return Number(this.tables.querySelector("input:checked")?.value);
  }

  choose(table) {
    this.tables.querySelector(`input[value="${table}"]`).checked = true;
  }

  async act(name, values = {}) {
    const { ok, told } = await ask(`/tally/${name}`, { table: this.chosen, ...values });
    this.fault.textContent = ok ? "" : (told.message ?? this.main.dataset.silent);
    if (!ok) return;
    if (told.said) this.said.textContent = told.said;
    this.take(told);
    if (told.chosen) {
      this.choose(told.chosen);
      this.paint();
    }
  }

  async look() {
    try {
      const response = await window.fetch(`/tally/state?seen=${this.version}`);
      if (response.status === 200) this.take(await response.json());
      if (response.ok && this.silent) this.fault.textContent = "";
      this.silent = !response.ok;
    } catch {
      this.silent = true;
    }
    if (this.silent) this.fault.textContent = this.main.dataset.silent;
  }

  /** Show a newer state; answers may overtake each other. */
  take(state) {
    if (state.version < this.version) return;
    this.version = state.version;
    this.state = state;
    for (const [name, html] of Object.entries(state.parts)) this.fill(name, html);
    if (!state.tables[this.chosen]) this.choose(Object.keys(state.tables)[0]);
    this.paint();
  }

  /** Put in what changed alone, so that nothing is announced or moved twice. */
  fill(name, html) {
    const part = document.querySelector(`[data-part="${name}"]`);
    if (part.told === html) return;
    part.told = html;
    part.innerHTML = html;
  }

  paint() {
    const { state } = this;
    if (!state) return;
    for (const choice of this.tables.querySelectorAll("[data-table]")) {
      const table = state.tables[choice.dataset.table];
      choice.hidden = !table;
      if (!table) continue;
      choice.querySelector(".tally-presses").textContent = table.presses;
      choice.querySelector("[data-joined]").hidden = !table.joined;
    }
    const sign = this.tables.querySelector("input:checked ~ .table-sign");
    this.grid.paint(state.counts, state.tables[this.chosen].counts, sign);
    this.remove.hidden = Object.keys(state.tables).length === 1;
    this.switch.textContent = state.open ? this.door.dataset.off : this.door.dataset.on;
  }

  takeAway() {
    const table = this.state.tables[this.chosen];
    if (table.empty && !table.joined) this.act("remove");
    else this.askFirst("remove");
  }

  /** Ask before presses are thrown away. */
  async askFirst(name) {
    const dialog = byId("tally-ask");
    const table = this.chosen;
    dialog.querySelector("h2").textContent = dialog.dataset[name].replace("{table}", String(table));
    dialog.querySelector("[data-do]").textContent = dialog.dataset[`${name}Do`];
    if (await isSure(dialog)) this.act(name, { table });
  }

  async savePng(button) {
    const picture = document.querySelector(".tally-picture");
    try {
      await picture.decode();
      saveFile("tally.png", await drawn(picture));
      this.fault.textContent = "";
    } catch {
      this.fault.textContent = button.dataset.failed;
    }
  }
}

/** Draw a picture at twice its size, as the file of a PNG. */
function drawn(picture) {
  const canvas = document.createElement("canvas");
  canvas.width = 2 * picture.naturalWidth;
  canvas.height = 2 * picture.naturalHeight;
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}

new TallyPage(byId("main"));
