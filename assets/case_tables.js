// Tables: sorting by the buttons in the heads, filtering by a text, and copying.

const FORMULA = /^[=+\-@\t\r]/;

const rowsOf = (table) => [...table.tBodies[0].rows];
const textOf = (cell) => cell.innerText.replace(/\s+/g, " ").trim();
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** Give what a cell is sorted by: a number where it has one, else its words. */
function keyOf(row, place) {
  const cell = row.cells[place];
  return cell.dataset.order === undefined ? textOf(cell) : Number(cell.dataset.order);
}

/** Compare two keys: numbers by size, words as people sort them, what is empty last. */
export function compareKeys(a, b, way = 1) {
  if (a === "" || b === "") return Number(a === "") - Number(b === "");
  if (typeof a === "number" && typeof b === "number") return way * (a - b);
  return way * String(a).localeCompare(String(b), undefined, { numeric: true, sensitivity: "base" });
}

/** Whether a spreadsheet would reckon with a text instead of showing it. */
export const isFormula = (text) => FORMULA.test(text);

/** Make a text safe for a cell of a spreadsheet: one line, and no formula. */
export function plainCell(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return isFormula(line) ? `'${line}` : line;
}

/** Sort a table by a column; a second time the other way round. Give the way. */
function sortBy(table, place) {
  const heads = [...table.tHead.rows[0].cells];
  const up = heads[place].getAttribute("aria-sort") !== "ascending";
  for (const head of heads) head.setAttribute("aria-sort", "none");
  heads[place].setAttribute("aria-sort", up ? "ascending" : "descending");
  const keyed = rowsOf(table).map((row) => [keyOf(row, place), row]);
  keyed.sort((a, b) => compareKeys(a[0], b[0], up ? 1 : -1));
  table.tBodies[0].append(...keyed.map(([, row]) => row));
  return up ? "up" : "down";
}

/** Show the rows that hold every word of a text; give how many. */
function filterRows(table, text) {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const rows = rowsOf(table);
  for (const row of rows) {
    const told = row.textContent.toLocaleLowerCase();
    row.hidden = !words.every((word) => told.includes(word));
  }
  return { shown: rows.filter((row) => !row.hidden).length, rows: rows.length };
}

/** Give the head and the shown rows of a table as lists of texts. */
function cellsOf(table) {
  const rows = [table.tHead.rows[0], ...rowsOf(table).filter((row) => !row.hidden)];
  return rows.map((row) => [...row.cells].map(textOf));
}

/** Write a table for a spreadsheet. */
export function asTsv(rows) {
  return rows.map((row) => row.map(plainCell).join("\t")).join("\n");
}

/** Write a table for a document, which a spreadsheet may take as well: its texts alone, escaped. */
function asHtml(rows) {
  const table = document.createElement("table");
  rows.forEach((row, number) => {
    const line = table.insertRow();
    row.forEach((text, place) => {
      const cell = document.createElement(number === 0 || place === 0 ? "th" : "td");
      cell.textContent = plainCell(text);
      line.append(cell);
    });
  });
  return table.outerHTML;
}

/** Put a table on the clipboard, for documents and for spreadsheets. */
async function copyTable(table) {
  const rows = cellsOf(table);
  const blob = (type, text) => new Blob([text], { type });
  await navigator.clipboard.write([
    new ClipboardItem({
      "text/html": blob("text/html", asHtml(rows)),
      "text/plain": blob("text/plain", asTsv(rows)),
    }),
  ]);
  return rows.length - 1;
}

/** Say something politely, the same thing twice as well. */
function say(block, words) {
  const place = block.querySelector('.table-tools [role="status"]');
  place.textContent = "";
  window.setTimeout(() => { place.textContent = words; }, 60);
}

const toldBy = (block) => block.querySelector('.table-tools [role="status"]').dataset;

async function copy(block, table) {
  const words = toldBy(block);
  try {
    say(block, fill(words.copied, { rows: await copyTable(table) }));
  } catch {
    say(block, words.notCopied);
  }
}

/** Make the box that filters a table, which is of no use without a script. */
function addFilter(block, table) {
  const box = document.createElement("input");
  box.type = "search";
  box.autocomplete = "off";
  let waiting = null;
  box.addEventListener("input", () => {
    window.clearTimeout(waiting);
    const counts = filterRows(table, box.value);
    waiting = window.setTimeout(() => say(block, fill(toldBy(block).shown, counts)), 400);
  });
  block.querySelector("[data-filter]").replaceChildren(box);
}

function wireBlock(block) {
  const table = block.querySelector("table");
  addFilter(block, table);
  block.querySelector(".table-tools").hidden = false;
  block.querySelector("[data-copy]").addEventListener("click", () => copy(block, table));
  table.tHead.addEventListener("click", (event) => {
    const button = event.target.closest("[data-sort]");
    if (!button) return;
    const way = sortBy(table, Number(button.dataset.sort));
    say(block, fill(toldBy(block)[way], { column: textOf(button) }));
  });
}

/** Mark the columns and parts of the present stage. */
export function showTablesStage(root, number) {
  for (const part of root.querySelectorAll(".case-view:not(.focus) [data-stage]")) {
    part.classList.toggle("now", part.dataset.stage === String(number));
  }
}

/** Wire every table inside `root`, once; `choose` gets a short name where one is chosen in it. */
export function wireTables(root, { choose } = {}) {
  for (const block of root.querySelectorAll("[data-table]:not([data-wired])")) {
    block.dataset.wired = "";
    wireBlock(block);
  }
  if (!choose) return;
  root.addEventListener("click", (event) => {
    const button = event.target.closest(".case-view:not(.focus) [data-choose]");
    if (button) choose(button.dataset.choose);
  });
}
