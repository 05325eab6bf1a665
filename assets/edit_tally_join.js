// The page of a table on its own device: a code, then its grid. It knows a token, no name.

import { PressGrid, ask, keepLooking } from "./edit_tally_grid.js";

const EVERY = 2000;
const PLACE = "relnet_tally";
const NOT_IN_THE_ROOM = 401;
const byId = (id) => document.getElementById(id);

class JoinPage {
  constructor(main) {
    this.main = main;
    this.said = byId("tally-said");
    this.fault = byId("tally-fault");
    this.form = byId("tally-join");
    this.pressing = byId("tally-pressing");
    this.version = 0;
    this.token = window.sessionStorage.getItem(PLACE);
    this.grid = new PressGrid(byId("tally-grid"), (place) => this.act("/press", { place }));
    byId("tally-undo").addEventListener("click", () => this.act("/undo"));
    this.form.addEventListener("submit", (event) => this.join(event));
    keepLooking(() => this.token && this.act("/state"), EVERY);
  }

  async join(event) {
    event.preventDefault();
    const { code } = this.form.elements;
    const { ok, told } = await ask("/join", { code: code.value });
    this.fault.textContent = ok ? "" : (told.message ?? this.main.dataset.silent);
    if (!ok) {
      code.select();
      return;
    }
    this.version = 0;
    this.remember(told.token);
    this.show(told);
    this.pressing.querySelector("h1").focus();
  }

  remember(token) {
    this.token = token;
    if (token) window.sessionStorage.setItem(PLACE, token);
    else window.sessionStorage.removeItem(PLACE);
  }

  async act(address, values = {}) {
    const { ok, status, told } = await ask(address, { token: this.token, ...values });
    this.fault.textContent = ok ? "" : (told.message ?? this.main.dataset.silent);
    if (ok) this.show(told);
    else if (status === NOT_IN_THE_ROOM) this.leave();
  }

  /** Show a newer state; answers may overtake each other. */
  show(state) {
    if (state.said) this.said.textContent = state.said;
    if (state.version < this.version) return;
    this.version = state.version;
    this.form.hidden = true;
    this.pressing.hidden = false;
    for (const name of this.pressing.querySelectorAll("[data-table]")) {
      name.hidden = Number(name.dataset.table) !== state.table;
    }
    this.grid.paint(state.counts);
  }

  leave() {
    this.remember(null);
    this.said.textContent = "";
    this.pressing.hidden = true;
    this.form.hidden = false;
    this.form.elements.code.focus();
  }
}

new JoinPage(byId("main"));
