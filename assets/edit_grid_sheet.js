// One sheet of the grid: what AG Grid shows, what is typed and not taken in yet, and which cells
// are taken together. What to do with what was typed, `page` says.

import { fromTsv, toTsv } from "./edit_grid_tsv.js";

const LISTS = { type: "type", track: "track", time_limited: "time_limited", area: "area" };
const NEW = "new-";

const nameOf = (row, column) => `${row}\n${column}`;

/**
 * Make a sheet. `page` gives words and listOf(column), and takes write(cells) and say(place,
 * message), where a place is an element or null.
 */
export function makeSheet(name, api, root, page) {
  const pending = new Map();
  // Somebody who was added here keeps the row in which they were typed, by its id.
  const became = new Map();
  const realOf = (row) => became.get(row) ?? row;
  const shownOf = (id) => [...became].find(([, real]) => real === id)?.[0] ?? id;
  let columns = [];
  let known = [];
  let added = 0;
  let fresh = name === "people" ? [`${NEW}0`] : [];
  let range = null;
  let shownAs = "";

  const typed = (row, column) => pending.get(nameOf(row, column));
  // Rows wait while a cell is edited; what stands in the others is always of the newest version.
  const rowOf = (id) => known.find((row) => row.id === id);
  const valueOf = ({ id }, column) => typed(id, column)?.text ?? rowOf(id)?.cells[column] ?? "";
  const isNew = (row) => fresh.includes(row) && !became.has(row);
  const isLast = (data) => data.id === fresh.at(-1);

  const shown = ({ data, colDef }) => {
    const value = valueOf(data, colDef.colId);
    if (value !== "" || typed(data.id, colDef.colId)) return value;
    if (isLast(data) && colDef.colId === "name") return page.words.addPerson;
    const carried = rowOf(data.id)?.carried[colDef.colId];
    return carried ? `→ ${carried}` : "";
  };

  const isChosen = ({ node, column }) => {
    if (!range || !node) return false;
    const { rows, cols } = corners();
    const col = shownColumns().indexOf(column);
    return node.rowIndex >= rows[0] && node.rowIndex <= rows[1] && col >= cols[0] && col <= cols[1];
  };

  const rules = {
    "grid-carried": ({ data, colDef }) => valueOf(data, colDef.colId) === "",
    "grid-wrong": ({ data, colDef }) => Boolean(typed(data.id, colDef.colId)?.message),
    "grid-waiting": ({ data, colDef }) => typed(data.id, colDef.colId)?.message === "",
    "grid-chosen": (params) => isChosen({ node: params.node, column: params.column ?? api.getColumn(params.colDef.colId) }),
    "grid-fixed": ({ colDef }) => !colDef.editable,
  };

  const definition = (column) => ({
    colId: column.key,
    headerName: column.words,
    width: column.width,
    minWidth: column.width,
    flex: column.fixed ? null : 1,
    wrapText: true,
    autoHeight: true,
    wrapHeaderText: true,
    autoHeaderHeight: true,
    pinned: column.key === "_who" || column.key === "name" ? "left" : null,
    editable: !column.fixed,
    sortable: false,
    cellDataType: false,
    valueGetter: ({ data, colDef }) => valueOf(data, colDef.colId),
    valueSetter: ({ data, colDef, newValue }) => pend(data.id, colDef.colId, newValue ?? ""),
    valueFormatter: shown,
    cellClassRules: rules,
    suppressKeyboardEvent: keyPressed,
  });

  const pend = (row, column, text, message = "") => {
    pending.set(nameOf(row, column), { text: String(text), message });
    return true;
  };

  const shownColumns = () => api.getAllDisplayedColumns();
  const rowAt = (index) => api.getDisplayedRowAtIndex(index)?.data;

  // --- several cells together ---------------------------------------------------

  const corners = () => {
    const sorted = (one, other) => [Math.min(one, other), Math.max(one, other)];
    return { rows: sorted(range.row, range.toRow), cols: sorted(range.col, range.toCol) };
  };

  const focused = () => {
    const cell = api.getFocusedCell();
    return cell && { row: cell.rowIndex, col: shownColumns().indexOf(cell.column) };
  };

  const choose = (found) => {
    if (!range && !found) return;
    range = found;
    api.refreshCells({ force: true });
  };

  const extend = (key) => {
    const at = focused();
    const now = range ?? { ...at, toRow: at.row, toCol: at.col };
    const [down, right] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key];
    const within = (value, most) => Math.max(0, Math.min(most, value));
    choose({
      ...now,
      toRow: within(now.toRow + down, api.getDisplayedRowCount() - 1),
      toCol: within(now.toCol + right, shownColumns().length - 1),
    });
  };

  /** Give the cells that are taken together, as rows of {data, column}; else the focused one. */
  const taken = () => {
    const at = focused();
    if (!range && !at) return [];
    const { rows, cols } = range ? corners() : { rows: [at.row, at.row], cols: [at.col, at.col] };
    const found = [];
    for (let row = rows[0]; row <= rows[1]; row += 1) {
      found.push(shownColumns().slice(cols[0], cols[1] + 1).map((column) => ({ data: rowAt(row), column })));
    }
    return found;
  };

  const keyPressed = ({ event, editing }) => {
    if (editing || event.type !== "keydown") return false;
    const { key, shiftKey } = event;
    if (shiftKey && key.startsWith("Arrow")) extend(key);
    else if (shiftKey && key === " ") wholeRow();
    else if (key === "Delete" || key === "Backspace") writeAll(taken().flat(), () => "");
    else if (key === "Escape") giveUp();
    else return false;
    event.preventDefault();
    return true;
  };

  const wholeRow = () => {
    const at = focused();
    choose({ row: at.row, toRow: at.row, col: 0, toCol: shownColumns().length - 1 });
  };

  /** Let go of what was typed into the focused cell and could not be taken in. */
  const giveUp = () => {
    const at = focused();
    const data = at && rowAt(at.row);
    if (data) pending.delete(nameOf(data.id, shownColumns()[at.col].getColId()));
    page.say(null, "");
    range = null;
    api.refreshCells({ force: true });
  };

  // --- writing --------------------------------------------------------------------

  const isOpen = (column) => column.getColDef().editable === true;

  const writeAll = (cells, textOf) => {
    const open = cells.filter(({ data, column }) => data && isOpen(column));
    const written = open.map((cell) => ({ row: cell.data.id, column: cell.column.getColId(), text: textOf(cell) }));
    const other = written.filter(({ row, column, text }) => text !== (rowOf(row)?.cells[column] ?? ""));
    for (const { row, column, text } of other) pend(row, column, text);
    show();
    if (other.length > 0) page.write(other);
  };

  /** Give what to send of what was typed: of somebody new everything, by the id they have by now. */
  const toSend = (cells) => {
    const found = new Map();
    const take = (row, column, text) => found.set(nameOf(row, column), { row, column, text });
    for (const { row, column, text } of cells) {
      if (!isNew(row)) take(realOf(row), column, text);
      else {
        for (const { key } of columns) {
          if (typed(row, key)?.text) take(row, key, typed(row, key).text);
        }
      }
    }
    return [...found.values()];
  };

  const paste = (text) => {
    const at = focused();
    const lines = fromTsv(text);
    if (!at) return 0;
    const single = lines.length === 1 && lines[0].length === 1;
    if (single && range) {
      writeAll(taken().flat(), () => lines[0][0]);
      return 0;
    }
    const from = range ? { row: corners().rows[0], col: corners().cols[0] } : at;
    const missing = from.row + lines.length - api.getDisplayedRowCount();
    if (missing >= 0 && name === "people") grow(missing + 1);
    const cells = lines.flatMap((line, down) => line.map((cell, right) => ({
      data: rowAt(from.row + down), column: shownColumns()[from.col + right], cell,
    })));
    writeAll(cells.filter(({ column }) => column), ({ cell }) => cell.trim());
    return name === "people" ? 0 : Math.max(0, missing);
  };

  const copied = () => toTsv(taken().map((row) => row.map(({ data, column }) => valueOf(data, column.getColId()))));

  // --- rows -----------------------------------------------------------------------

  const grow = (count) => {
    for (let more = 0; more < count; more += 1) {
      added += 1;
      fresh.push(`${NEW}${added}`);
    }
    show();
  };

  /** Keep one empty row at the end, for somebody new. */
  const keepOneEmpty = () => {
    const isEmpty = (row) => !columns.some(({ key }) => typed(row, key)?.text);
    const filled = fresh.filter((row) => !isEmpty(row));
    const empty = fresh.filter(isEmpty);
    for (const row of empty.slice(0, -1)) for (const { key } of columns) pending.delete(nameOf(row, key));
    if (empty.length === 0) {
      added += 1;
      empty.push(`${NEW}${added}`);
    }
    fresh = [...filled, empty.at(-1)];
  };

  /** Show what is known and typed by now; new rows and columns wait while a cell is edited. */
  const show = () => {
    if (api.getEditingCells().length > 0) {
      refreshOthers();
      return;
    }
    if (JSON.stringify(columns) !== shownAs) {
      shownAs = JSON.stringify(columns);
      api.setGridOption("columnDefs", columns.map(definition));
    }
    api.setGridOption("rowData", [...known, ...fresh.map((id) => ({ id }))]);
    api.refreshCells({ force: true });
  };

  /** Write all cells anew but the row of the one that is edited. */
  const refreshOthers = () => {
    const edited = new Set(api.getEditingCells().map(({ rowIndex }) => rowIndex));
    const others = [];
    api.forEachNode((node) => !edited.has(node.rowIndex) && others.push(node));
    api.refreshCells({ force: true, rowNodes: others });
  };

  /** Take in the rows of the newest version. */
  const take = (found) => {
    columns = found.columns;
    known = found.rows.map((row) => ({ ...row, id: shownOf(row.id) }));
    fresh = fresh.filter((row) => !became.has(row));
    if (name === "people") keepOneEmpty();
    show();
  };

  /** Find out who those are by now who were added, in the order of their rows. */
  const settle = (cells, rows) => {
    const before = new Set([...known.map(({ id }) => realOf(id)), ...became.values()]);
    const coming = rows.filter(({ id }) => !before.has(id));
    for (const row of new Set(cells.map((cell) => cell.row).filter(isNew))) {
      const at = coming.findIndex(({ cells: there }) => there.name === typed(row, "name")?.text.trim());
      if (at >= 0) became.set(row, coming.splice(at, 1)[0].id);
    }
  };

  /** Let go of cells that were taken in, and keep what could not be with the reason. */
  const conclude = (cells, faults) => {
    for (const { row: id, column, text } of cells) {
      const row = shownOf(id);
      const kept = typed(row, column);
      if (kept?.text === text && !isNew(row)) pending.delete(nameOf(row, column));
      else if (kept && isNew(row)) kept.message = "";
    }
    for (const { row: id, column, message } of faults) {
      const row = shownOf(id);
      const sent = cells.find((cell) => shownOf(cell.row) === row && cell.column === column);
      pend(row, column, typed(row, column)?.text ?? sent?.text ?? "", message);
    }
    if (name === "people") keepOneEmpty();
    show();
  };

  const cellOf = (row, column) => root.querySelector(`[row-id="${CSS.escape(row)}"] [col-id="${CSS.escape(column)}"]`);

  /** Say what is wrong with a cell, if anything is. */
  const tell = (id, column) => {
    const row = shownOf(id);
    const message = typed(row, column)?.message;
    page.say(message ? cellOf(row, column) : null, message ?? "");
  };

  api.addEventListener("cellValueChanged", ({ data, colDef, newValue }) => {
    page.write([{ row: data.id, column: colDef.colId, text: String(newValue ?? "") }]);
  });
  api.addEventListener("cellEditingStarted", ({ colDef }) => window.setTimeout(() => {
    const field = root.querySelector(".ag-cell-inline-editing input");
    field?.setAttribute("list", `grid-list-${name === "people" ? LISTS[colDef.colId] : page.states()}`);
    field?.setAttribute("aria-label", colDef.headerName);
    field?.setAttribute("autocomplete", "off");
  }));
  api.addEventListener("cellEditingStopped", () => window.setTimeout(show));
  api.addEventListener("cellFocused", ({ rowIndex, column }) => {
    const isAnchor = range && range.row === rowIndex && range.col === shownColumns().indexOf(column);
    if (!isAnchor) choose(null);
    const data = rowIndex === null ? null : rowAt(rowIndex);
    if (data && column) tell(data.id, column.getColId());
  });
  root.querySelector('[role="grid"], [role="treegrid"]')?.setAttribute("aria-label", page.words.label[name]);

  return { take, paste, copied, toSend, settle, conclude, tell };
}
