// The grid of a case: what is typed or pasted into its cells is read by the server as an
// operation, sent as every other edit, and the rows follow. Colleagues' edits come in.

import { isStep, makeLine, notify, notifyOf, showSaved, showSteps, wireSteps } from "./edit_saving.js";
import { askWho, send } from "./edit_who.js";
import { makeSheet } from "./edit_grid_sheet.js";

const NEWS_EVERY = 1500;
const GRIDS = { people: "grid-people", ties: "grid-ties" };

const byId = (id) => document.getElementById(id);
const here = window.location.pathname;
const address = here.replace(/\/grid\/?$/, "");
const line = makeLine(showSaved);
const sheets = {};

let number = 0;
let told = 0;
let perspective = "";
let queue = Promise.resolve();

const whose = byId("grid-whose");
const words = JSON.parse(byId("main").dataset.words);

const look = () => ({ stage: "1", as: whose.value });
const current = () => new URLSearchParams(window.location.search).get("sheet") ?? "people";

/** Say what is wrong with a cell, right under it. */
function say(cell, message) {
  const fault = byId("grid-fault");
  fault.hidden = !cell || !message;
  if (fault.textContent !== message) fault.textContent = message;
  if (fault.hidden) return;
  const place = cell.getBoundingClientRect();
  fault.style.left = `${Math.min(place.left, window.innerWidth - 380)}px`;
  fault.style.top = `${place.bottom + 4}px`;
}

/** Do one thing after the other, so that each sees what the one before it has made. */
function inTurn(step) {
  queue = queue.then(step);
  return queue;
}

function take(answer) {
  showSteps(answer.steps);
  notifyOf(answer);
}

/** Bring the rows of the newest version; `settle` hears of them before they are shown. */
async function bringRows(settle = () => {}) {
  const asked = new URLSearchParams({ as: whose.value });
  const response = await window.fetch(`${here}/rows?${asked}`).catch(() => null);
  if (!response?.ok) return;
  const found = await response.json();
  ({ number, perspective } = found);
  settle(found);
  byId("grid-list-area").replaceChildren(...found.areas.map((area) => new window.Option(area, area)));
  for (const [name, sheet] of Object.entries(sheets)) sheet.take(found[name]);
}

/** Write cells of a sheet: what is understood is saved, the rest stays with the reason. */
async function write(name, typed) {
  const sheet = sheets[name];
  const cells = sheet.toSend(typed);
  if (cells.length === 0) return;
  const wrong = (message) => {
    sheet.conclude([], cells.map(({ row, column }) => ({ row, column, message })));
    showSaved("saved", message);
    sheet.tell(cells[0].row, cells[0].column);
  };
  const stage = byId("grid-from").value;
  const read = await line.put(`${here}/read`, () => ({ sheet: name, cells, stage, perspective }));
  if (!read.ok) return wrong(read.told.message ?? byId("edit-saved").dataset.trouble);
  const { operation, faults } = read.told;
  if (operation) {
    const done = await line.put(`${address}/edit`, () => ({ operation, seen: number, look: look() }));
    const refused = done.told.refusals?.[0]?.message ?? done.told.message;
    if (!done.ok || done.told.refusals) return wrong(refused ?? byId("edit-saved").dataset.trouble);
    take(done.told);
    await bringRows((found) => {
      sheet.settle(typed, found[name].rows);
      sheet.conclude(typed.concat(cells), faults);
    });
  } else sheet.conclude(typed.concat(cells), faults);
  showSaved("saved", operation ? "" : faults[0]?.message);
  // What somebody new still lacks is marked; it is said once they come to it.
  const first = faults.find(({ row, column }) => cells.some((cell) => cell.row === row && cell.column === column));
  if (first) sheet.tell(first.row, first.column);
}

/** Take the last step back, or do it again. */
async function step(what) {
  if (!isStep(what)) return;
  await askWho();
  const { ok, told: answer } = await line.put(`${address}/${what}`, () => ({ seen: number, look: look() }));
  showSaved("saved");
  if (!ok) {
    notify(answer.message ?? byId("edit-saved").dataset.trouble, "refused");
    return;
  }
  take(answer);
  await bringRows();
}

async function askNews(first = false) {
  if (line.isBusy()) return;
  const { ok, status, told: news } = await send(`${address}/news`, { seen: told, told, touched: [], look: look(), first });
  if (status === 404) notify(news.message ?? "", "refused");
  if (!ok) return;
  showSteps(news.steps);
  if (news.number === undefined) return;
  told = news.number;
  take(news);
  if (news.number > number) inTurn(() => bringRows());
}

function showSheet(name) {
  for (const [each, id] of Object.entries(GRIDS)) {
    byId(id).closest(".grid-sheet").hidden = each !== name;
  }
  for (const part of document.querySelectorAll("[data-of]")) part.hidden = part.dataset.of !== name;
  for (const button of document.querySelectorAll("[data-sheet]")) {
    button.setAttribute("aria-pressed", String(button.dataset.sheet === name));
  }
  say(null, "");
}

function remember(key, value) {
  const query = new URLSearchParams(window.location.search);
  query.set(key, value);
  window.history.replaceState(null, "", `${here}?${query}`);
}

/** Give the sheet in which a cell has the focus and nothing is being typed. */
function active() {
  const at = document.activeElement;
  const name = Object.keys(GRIDS).find((each) => byId(GRIDS[each])?.contains(at));
  return name && !at.matches("input, textarea, select") ? sheets[name] : null;
}

function wireClipboard() {
  document.addEventListener("paste", (event) => {
    const sheet = active();
    if (!sheet) return;
    event.preventDefault();
    const over = sheet.paste(event.clipboardData.getData("text/plain"));
    if (over > 0) notify(words.tooMany.replace("{count}", over), "refused");
  });
  document.addEventListener("copy", (event) => {
    const sheet = active();
    if (!sheet) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", sheet.copied());
  });
}

function wireTools() {
  wireSteps((what) => inTurn(() => step(what)), "input, textarea");
  for (const button of document.querySelectorAll("[data-sheet]")) {
    button.addEventListener("click", () => {
      remember("sheet", button.dataset.sheet);
      showSheet(button.dataset.sheet);
    });
  }
  whose.addEventListener("change", () => {
    remember("as", whose.value);
    inTurn(() => bringRows());
  });
  window.addEventListener("scroll", () => say(null, ""), true);
}

/** Wait until Dash has laid a grid out and AG Grid is there. */
async function gridOf(id) {
  while (!byId(id) || !window.dash_ag_grid?.getApiAsync) {
    await new Promise((resolve) => { window.setTimeout(resolve, 30); });
  }
  return window.dash_ag_grid.getApiAsync(id);
}

async function start() {
  for (const [name, id] of Object.entries(GRIDS)) {
    const api = await gridOf(id);
    const page = {
      words,
      say,
      states: () => (perspective === "young_person" ? "circles" : "state"),
      write: async (cells) => {
        await askWho();
        inTurn(() => write(name, cells));
      },
    };
    sheets[name] = makeSheet(name, api, byId(id), page);
  }
  await bringRows();
  told = number;
  showSheet(current() in GRIDS ? current() : "people");
  wireTools();
  wireClipboard();
  askNews(true);
  window.setInterval(() => document.visibilityState === "visible" && askNews(), NEWS_EVERY);
}

start();
