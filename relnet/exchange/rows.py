"""From the grids of a file to rows whose cells are known by their columns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from relnet.case.messages import Fault, nearest, shown
from relnet.exchange.cells import Cell, Grid, Line
from relnet.exchange.columns import Column, Sheet, by_name, folded
from relnet.exchange.places import Faults, Place
from relnet.exchange.sheets import SHEETS
from relnet.wording import _

READ_ME = _("Read me")
WORDS = _("Words")
IGNORED = frozenset({folded(READ_ME), folded(WORDS), "read me", "words"})
"""The sheets of the template that say nothing about the case."""

_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a sheet: its cells that are not empty, by the key of their column."""

    sheet: Sheet
    number: int
    cells: Mapping[str, Cell]
    numbers: Mapping[str, int] = field(default_factory=dict)
    """In a form each field has a row of its own."""

    def place(self, key: str = "") -> Place:
        """Give the place of a cell, empty or not."""
        return Place(self.sheet.key, self.numbers.get(key, self.number), key)


def rows_of(grids: Iterable[Grid], faults: Faults) -> dict[str, list[Row]]:
    """Give the rows of each sheet, by its key; what cannot be placed is noted as a fault."""
    found: dict[str, list[Row]] = {sheet.key: [] for sheet in SHEETS}
    seen: dict[str, str] = {}
    for grid in grids:
        sheet = sheet_called(grid.name)
        if sheet is None:
            if folded(grid.name) not in IGNORED:
                faults.of_file.append(Fault(shown(grid.name), _no_such_sheet(grid.name)))
        elif sheet.key in seen:
            what = _("there is another sheet for the same, '{other}'; put them together")
            faults.of_file.append(
                Fault(shown(grid.name), what.format(other=shown(seen[sheet.key])))
            )
        else:
            seen[sheet.key] = grid.name
            found[sheet.key] = (
                _form(sheet, grid, faults) if sheet.form else _table(sheet, grid, faults)
            )
    return found


def sheet_called(name: str) -> Sheet | None:
    """Give the sheet that a name means; None where there is none."""
    asked = folded(name)
    return next((s for s in SHEETS if asked in (folded(s.title), folded(s.key))), None)


def _no_such_sheet(name: str) -> str:
    titles = [sheet.title for sheet in SHEETS]
    near = nearest(name, titles)
    if near is not None:
        what = _("relnet knows no sheet of this name; did you mean '{near}'?")
        return what.format(near=near)
    what = _("relnet knows no sheet of this name; take it out, or call it one of: {titles}")
    return what.format(titles=", ".join(titles))


def _form(sheet: Sheet, grid: Grid, faults: Faults) -> list[Row]:
    """Read a sheet whose headings stand in the first column, and its cells in the second."""
    names = by_name(sheet)
    cells: dict[str, Cell] = {}
    numbers: dict[str, int] = {}
    for line in grid.lines:
        heading, cell = (*line.cells, None, None)[:2]
        column = names.get(folded(heading.shown)) if heading is not None else None
        if column is None:
            if line.number > 1 and (heading or cell):
                faults.add(Place(sheet.key, line.number), _no_heading(heading, names))
        elif column.key in numbers:
            faults.add(Place(sheet.key, line.number, column.key), _twice(column))
        else:
            numbers[column.key] = line.number
            if cell is not None:
                cells[column.key] = cell
    return [Row(sheet, 0, cells, numbers)]


def _table(sheet: Sheet, grid: Grid, faults: Faults) -> list[Row]:
    """Read a sheet with its headings in the first row."""
    if not grid.lines:
        return []
    first, *lines = grid.lines
    if first.number != 1:
        what = _("the headings must stand in the first row: {headings}")
        headings = ", ".join(column.heading for column in sheet.columns)
        faults.add(Place(sheet.key), what.format(headings=headings))
        return []
    columns = _columns(sheet, first, faults)
    return [_row(sheet, columns, line, faults) for line in lines]


def _columns(sheet: Sheet, first: Line, faults: Faults) -> dict[int, Column]:
    """Say which column of the file is which; a heading that means nothing is a fault."""
    names = by_name(sheet)
    found: dict[int, Column] = {}
    for number, cell in enumerate(first.cells):
        column = names.get(folded(cell.shown)) if cell is not None else None
        if cell is not None and (column is None or cell.fault):
            faults.add(Place(sheet.key, 1), cell.fault or _no_heading(cell, names))
        elif column is not None and column in found.values():
            faults.add(Place(sheet.key, 1, column.key), _twice(column))
        elif column is not None:
            found[number] = column
    return found


def _row(sheet: Sheet, columns: Mapping[int, Column], line: Line, faults: Faults) -> Row:
    cells: dict[str, Cell] = {}
    for number, cell in enumerate(line.cells):
        if cell is None:
            continue
        column = columns.get(number)
        if column is not None:
            cells[column.key] = cell
        else:
            what = _("there is no heading that relnet knows over column {letter}")
            faults.add(Place(sheet.key, line.number), what.format(letter=letters(number)))
    return Row(sheet, line.number, cells)


def letters(number: int) -> str:
    """Give what a spreadsheet calls a column, counted from 0."""
    found = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        found = chr(ord("A") + rest) + found
    return found


def _no_heading(cell: Cell | None, names: Mapping[str, Column]) -> str:
    said = cell.shown if cell is not None else ""
    headings = dict.fromkeys(column.heading for column in names.values())
    near = nearest(said, headings)
    if near is not None:
        what = _("no heading '{heading}' here; did you mean '{near}'?")
        return what.format(heading=shown(said), near=near)
    what = _("no heading '{heading}' here; the headings are: {headings}")
    return what.format(heading=shown(said), headings=", ".join(headings))


def _twice(column: Column) -> str:
    what = _("the heading '{heading}' stands here twice; keep one of them")
    return what.format(heading=column.heading)
