// A new case in four short steps. What is typed stays in this browser window until it is made.

import { askWho, send } from "./edit_who.js";
import { placeOf, showFaults } from "./edit_new_faults.js";
import { fieldsOf, isBlank, Lines, offerAreas } from "./edit_new_lines.js";
import { isSure } from "./edit_sure.js";

const PLACE = "relnet_new_case";
const HOME = "home";
const LISTS = ["moved_to", "stages", "people"];
const A_MOMENT = 120;

/** Give what this window remembers of the page; null where it remembers nothing. */
function remembered() {
  try {
    return JSON.parse(window.sessionStorage.getItem(PLACE));
  } catch {
    return null;
  }
}

function remember(told) {
  try {
    if (told) window.sessionStorage.setItem(PLACE, JSON.stringify(told));
    else window.sessionStorage.removeItem(PLACE);
  } catch {
    // Then only the page itself remembers it.
  }
}

/** The page of a new case. */
class NewCase {
  constructor(form) {
    this.form = form;
    this.words = JSON.parse(form.dataset.words);
    this.steps = [...form.querySelectorAll(".step")];
    this.marks = [...document.querySelectorAll("#new-steps button")];
    this.said = document.getElementById("new-said");
    this.lines = Object.fromEntries(LISTS.map((name) => [name, new Lines(name)]));
    this.checked = 0;
    this.restore(remembered() ?? {});
    this.wire();
  }

  wire() {
    const { form } = this;
    form.addEventListener("input", (event) => this.typed(event.target));
    form.addEventListener("change", (event) => this.changed(event.target));
    form.addEventListener("keydown", (event) => this.pressed(event));
    form.addEventListener("click", (event) => this.clicked(event.target.closest("button")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.goOn();
    });
    document.getElementById("new-back").addEventListener("click", () => this.show(this.step - 1));
    for (const [number, mark] of this.marks.entries()) {
      mark.addEventListener("click", () => this.turnTo(number));
    }
  }

  // --- what is written --------------------------------------------------------

  field(name) {
    return this.form.querySelector(`.step > .field [name="${name}"], .check [name="${name}"]`);
  }

  restore(told) {
    this.touched = Boolean(told.touched);
    this.furthest = told.furthest ?? 0;
    for (const name of ["name", "home"]) this.field(name).value = told[name] ?? "";
    this.field("no_move").checked = Boolean(told.noMove);
    for (const name of LISTS) this.lines[name].fill(told.lines?.[name] ?? []);
    if (!this.lines.moved_to.all().length) this.lines.moved_to.add();
    if (!this.lines.people.all().length) this.addPerson();
    this.followMoves();
    this.show(told.step ?? 0, { focus: false });
  }

  save() {
    const lines = Object.fromEntries(LISTS.map((name) => [name, this.lines[name].read()]));
    remember({
      step: this.step,
      furthest: this.furthest,
      touched: this.touched,
      name: this.field("name").value,
      home: this.field("home").value,
      noMove: this.field("no_move").checked,
      lines,
    });
  }

  /** Give the moves that count: none where nobody has moved yet. */
  moves() {
    return this.field("no_move").checked ? [] : this.lines.moved_to.all();
  }

  /** Give the id that each area has in the case, by what stands for it on this page. */
  areaIds() {
    const away = this.moves().map((line, number) => [line.dataset.key, `placement-${number + 1}`]);
    return { [HOME]: HOME, ...Object.fromEntries(away) };
  }

  answers() {
    const areas = this.areaIds();
    const [moves, stages, people] = LISTS.map((name) => this.lines[name].read().map((l) => l.values));
    const placed = ({ area, ...rest }) => ({ ...rest, area: areas[area] ?? null });
    const typed = ({ type, track, ...rest }) => ({ ...rest, type: type || null, track: track || null });
    return {
      name: this.field("name").value,
      home: this.field("home").value,
      moved_to: this.field("no_move").checked ? [] : moves,
      stages: stages.map(placed),
      people: people.map(placed).map(typed),
    };
  }

  // --- what follows from it ----------------------------------------------------

  /** Let stages and areas follow the moves; stages that somebody has changed stay as they are. */
  followMoves() {
    document.querySelector(".moves").classList.toggle("no-move", this.field("no_move").checked);
    if (!this.touched) this.lines.stages.fill(this.usualStages());
    const home = this.field("home").value.trim() || this.words.home;
    const named = this.moves().map((line) => [line.dataset.key, fieldsOf(line).name.value.trim()]);
    const areas = [["", this.words.notKnown], [HOME, home], ...named.filter(([, name]) => name)];
    for (const select of this.form.querySelectorAll('select[name="area"]')) offerAreas(select, areas);
  }

  /** Give before, during and after; one stage in between for each move. */
  usualStages() {
    const { labels, inArea, atHome } = this.words;
    const stage = (phase, label, area) => ({ values: { phase, label, area, when: "" } });
    if (this.field("no_move").checked) return [stage("before", atHome, HOME)];
    const named = this.moves().map((line) => [line.dataset.key, fieldsOf(line).name.value.trim()]);
    const moves = named.filter(([, area]) => area);
    const called = (area) => (moves.length > 1 ? inArea.replace("{area}", () => area) : labels.during);
    const during = moves.length
      ? moves.map(([key, area]) => stage("during", called(area), key))
      : [stage("during", labels.during, "")];
    return [stage("before", labels.before, HOME), ...during, stage("after", labels.after, "")];
  }

  typed(field) {
    const list = field.closest("[data-list]")?.dataset.list;
    this.said.textContent = "";
    if (list === "stages") this.touched = true;
    if (field.name === "type" || field.name === "track") this.choose(field);
    if (list === "people" && ["name", "role"].includes(field.name)) this.suggestSoon(field);
    if (list === "moved_to" || ["home", "no_move"].includes(field.name)) this.followMoves();
    this.save();
  }

  choose(field) {
    const { type, track } = fieldsOf(field.closest(".new-line"));
    if (field.value) field.dataset.own = "";
    else delete field.dataset.own;
    if (field === type && !("own" in track.dataset)) {
      track.value = this.words.trackOfType[type.value] ?? "";
    }
  }

  suggestSoon(field) {
    const line = field.closest(".new-line");
    window.clearTimeout(line.timer);
    line.timer = window.setTimeout(() => this.suggest(line), A_MOMENT);
  }

  /** Fill in type and track from the role, unless somebody has chosen them. */
  async suggest(line) {
    const { name, role, type, track } = fieldsOf(line);
    const asked = role.value.trim() || name.value.trim();
    const { ok, told } = await send("/new/suggest", { role: asked });
    if (!ok || asked !== (role.value.trim() || name.value.trim())) return;
    if (!("own" in type.dataset)) type.value = told.type ?? "";
    if (!("own" in track.dataset)) {
      track.value = "own" in type.dataset ? this.words.trackOfType[type.value] : told.track ?? "";
    }
    this.save();
  }

  // --- faults ------------------------------------------------------------------

  changed(field) {
    field.dataset.touched = "";
    this.check({ all: false });
  }

  /** Ask what is wrong, and say it beside the answers of this step; gives the fields. */
  async check({ all }) {
    this.checked += 1;
    const mine = this.checked;
    const { ok, told } = await send("/new/check", { answers: this.answers() });
    if (!ok || mine !== this.checked) return [];
    return showFaults(this.form, this.steps[this.step], told.faults, { all });
  }

  // --- steps -------------------------------------------------------------------

  show(number, { focus = true } = {}) {
    this.step = Math.min(Math.max(number, 0), this.steps.length - 1);
    this.furthest = Math.max(this.furthest, this.step);
    const isLast = this.step === this.steps.length - 1;
    for (const [at, step] of this.steps.entries()) step.hidden = at !== this.step;
    for (const [at, mark] of this.marks.entries()) {
      mark.disabled = at > this.furthest;
      if (at === this.step) mark.setAttribute("aria-current", "step");
      else mark.removeAttribute("aria-current");
    }
    document.getElementById("new-back").hidden = this.step === 0;
    document.getElementById("new-next").hidden = isLast;
    document.getElementById("new-make").hidden = !isLast;
    this.said.textContent = "";
    if (focus) this.steps[this.step].querySelector("input:not([type=checkbox])")?.focus();
    this.save();
  }

  async turnTo(number) {
    if (number > this.step && (await this.isWrong())) return;
    this.show(number);
  }

  async isWrong() {
    const [first] = await this.check({ all: true });
    first?.focus();
    return Boolean(first);
  }

  /** Go on from this step; a second press while the answer is on its way is the same one. */
  async goOn() {
    if (this.going) return;
    this.going = true;
    if (!(await this.isWrong())) {
      if (this.step < this.steps.length - 1) this.show(this.step + 1);
      else await this.make();
    }
    this.going = false;
  }

  async make() {
    const button = document.getElementById("new-make");
    await askWho();
    button.disabled = true;
    const { ok, told } = await send("/new/make", { answers: this.answers() });
    button.disabled = false;
    if (ok) {
      remember(null);
      window.location.assign(told.go);
    } else if (told.faults) this.showFirst(told.faults);
    else this.said.textContent = told.message ?? this.said.dataset.silent;
  }

  /** Turn to the step of the first fault. */
  showFirst(faults) {
    const { step } = placeOf(this.form, faults[0].where);
    this.show(this.steps.indexOf(step));
    showFaults(this.form, step, faults, { all: true })[0]?.focus();
  }

  // --- lines -------------------------------------------------------------------

  addPerson(behind = null) {
    return this.lines.people.add({ values: { area: HOME } }, behind);
  }

  /** Add a line to a list behind another, and go to it. */
  addLine(list, behind = null) {
    const line = list === "people" ? this.addPerson(behind) : this.lines[list].add(this.newLine(list), behind);
    this.linesChanged(list);
    fieldsOf(line)[list === "stages" ? "label" : "name"].focus();
  }

  newLine(list) {
    const lastStage = this.lines.stages.all().at(-1);
    if (list !== "stages" || !lastStage) return {};
    return { values: { phase: fieldsOf(lastStage).phase.value } };
  }

  linesChanged(list) {
    if (list === "stages") this.touched = true;
    this.followMoves();
    this.save();
  }

  pressed(event) {
    const line = event.target.closest(".new-line");
    const list = event.target.closest("[data-list]")?.dataset.list;
    if (event.key !== "Enter" || event.isComposing || event.target.tagName !== "INPUT") return;
    if (!line || list === "stages") return;
    const blank = isBlank(line);
    if (blank && list === "moved_to") return;
    event.preventDefault();
    if (!blank) this.addLine(list, line);
  }

  clicked(button) {
    if (!button) return;
    const list = button.closest("[data-list]")?.dataset.list;
    const line = button.closest(".new-line");
    if ("add" in button.dataset) this.addLine(list);
    else if ("split" in button.dataset) this.split(line);
    else if ("remove" in button.dataset) this.removeLine(list, line);
    else if ("again" in button.dataset) this.empty();
  }

  split(line) {
    const { phase, area } = fieldsOf(line);
    const values = { phase: phase.value, area: area.value };
    const made = this.lines.stages.add({ values }, line);
    this.linesChanged("stages");
    fieldsOf(made).label.focus();
  }

  removeLine(list, line) {
    const next = this.lines[list].remove(line);
    this.linesChanged(list);
    (next ?? this.lines[list].box).querySelector("input, [data-add]").focus();
    this.check({ all: false });
  }

  async empty() {
    if (!(await isSure(document.getElementById("new-again")))) return;
    remember(null);
    this.restore({});
    this.show(0);
  }
}

const form = document.getElementById("new");
if (form) {
  const page = new NewCase(form);
  if (page.step === 0) page.steps[0].querySelector("input").focus();
}
