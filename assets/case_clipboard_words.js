// What the page says as words for another program: for a document (HTML), and as plain text.

import { isFormula } from "./case_tables.js";

const LEFT_OUT = [
  "svg", "nav", "script", "form", "fieldset", "label", "input", "select", "textarea", ".table-tools",
  ".view-tools", ".segments", '[aria-hidden="true"]',
].join();
const CLOSED = "details:not([open])";
const KEPT = new Set([
  "H2", "H3", "H4", "P", "UL", "OL", "LI", "DL", "DT", "DD", "TABLE", "CAPTION", "THEAD", "TBODY", "TR",
  "TH", "TD", "STRONG", "EM", "BR", "BLOCKQUOTE",
]);
const CELLS = new Set(["TH", "TD"]);
const SPANNING = ["colspan", "rowspan", "scope"];
const BLOCKS = new Set(["block", "flex", "grid", "list-item", "table", "table-caption"]);

const clean = (text) => text.replace(/\s+/g, " ").trim();

/** Of what is folded a heading alone says nothing; in a cell of a table it is the cell's value. */
function isShown(thing) {
  if (thing.matches(LEFT_OUT) || window.getComputedStyle(thing).display === "none") return false;
  if (thing.matches(CLOSED)) return thing.closest("td") !== null;
  return !thing.parentElement.matches(CLOSED) || thing.tagName === "SUMMARY";
}

/** Copy what is shown: its texts, tables and lists, and nothing of how they look. */
function wordsCopy(thing) {
  const block = BLOCKS.has(window.getComputedStyle(thing).display);
  const tag = KEPT.has(thing.tagName) ? thing.tagName : block ? "DIV" : "SPAN";
  const copy = document.createElement(tag);
  for (const name of SPANNING) {
    if (thing.hasAttribute(name)) copy.setAttribute(name, thing.getAttribute(name));
  }
  for (const child of thing.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(child.data);
    else if (child instanceof HTMLElement && isShown(child)) copy.append(wordsCopy(child));
  }
  if (CELLS.has(tag) && isFormula(clean(copy.textContent))) copy.prepend("'");
  return copy;
}

/** Give the lines of a copy: a row of a table is one, its cells apart by tabs. */
function linesOf(thing) {
  const lines = [""];
  for (const child of thing.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) lines.push(lines.pop() + child.data);
    else if (child.tagName === "TR") lines.push(rowOf(child), "");
    else if (child.tagName === "SPAN") lines.push(`${lines.pop()} ${linesOf(child).join(" ")} `);
    else lines.push(...linesOf(child), "");
  }
  return lines.map((line) => line.replace(/[^\S\t]+/g, " ").trimEnd().replace(/^ /, "")).filter(clean);
}

const rowOf = (row) => [...row.cells].map((cell) => clean(linesOf(cell).join(" "))).join("\t");

/** Give what is shown in a part of the page, below lines of its own, for a document and as text. */
export function wordsOf(part, told) {
  const whole = document.createElement("div");
  for (const line of told) {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    whole.append(paragraph);
  }
  whole.append(wordsCopy(part));
  return { html: whole.innerHTML, plain: linesOf(whole).join("\n") };
}
