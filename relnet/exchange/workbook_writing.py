"""Writing a workbook: one sheet for each table, with drop-down lists and short notes."""

import io
from collections.abc import Mapping
from enum import StrEnum

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from relnet.case.models import Case
from relnet.exchange.cell_values import escaped
from relnet.exchange.cells import looks_like_formula
from relnet.exchange.columns import Column, Kind, Sheet
from relnet.exchange.rows import WORDS
from relnet.exchange.sheets import AREAS, PEOPLE, SETTINGS, SHEETS, STAGES
from relnet.exchange.spoken import NO, YES, form_heads, spoken
from relnet.exchange.tables import Table, case_tables
from relnet.exchange.values import Written
from relnet.wording import _

WIDE, MIDDLE, NARROW = 44, 24, 14
_ROWS_TO_FILL = 500
_MAX_PROMPT_TITLE = 32
_HEADING = Font(bold=True)
_GROUND = PatternFill("solid", start_color="E8EDF2")
_TOP = Alignment(vertical="top", wrap_text=True)
_AS_TEXT = "@"
_WIDE_KEYS = frozenset({"about", "note", "text", "reason", "ask", "presenter_notes", "move.note"})
_NAMED = {
    "area": AREAS, "setting": SETTINGS, "stage": STAGES, "person": PEOPLE, "relationship": PEOPLE,
}  # fmt: skip
"""The sheet whose first column lists what a column names."""


def write_workbook(case: Case) -> bytes:
    """Give a case as an Excel workbook; reading it gives an equal case."""
    return saved(filled_book(case_tables(case)))


def saved(book: Workbook) -> bytes:
    """Give the bytes of a workbook."""
    found = io.BytesIO()
    book.save(found)
    return found.getvalue()


def filled_book(tables: Mapping[str, Table]) -> Workbook:
    """Make the workbook of the rows of every sheet."""
    book = Workbook()
    book.properties.creator = "relnet"
    pages = [(sheet, _page(book, sheet)) for sheet in SHEETS]
    lists = _words_sheet(book)
    for sheet, page in pages:
        if sheet.form:
            _fill_form(page, sheet, tables[sheet.key][0], lists)
        else:
            _fill_table(page, sheet, tables[sheet.key], lists)
    return book


def _page(book: Workbook, sheet: Sheet) -> Worksheet:
    page = book.worksheets[0] if sheet is SHEETS[0] else book.create_sheet()
    page.title = sheet.title
    page.freeze_panes = "B2" if not sheet.form else "A2"
    _fit_to_paper(page)
    return page


def _fit_to_paper(page: Worksheet) -> None:
    """Print all columns on the width of a page, its headings on every one."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToHeight = 0
    page.print_title_rows = "1:1"


def put(page: Worksheet, row: int, column: int, value: Written) -> None:
    """Write a cell; a text stays a text, whatever it looks like."""
    cell = page.cell(row, column)
    cell.alignment = _TOP
    if isinstance(value, str):
        cell.value = escaped(value)
        cell.data_type = "s"
        cell.number_format = _AS_TEXT
        # As if an apostrophe were typed before it: editing the cell does not run it either.
        cell.quotePrefix = looks_like_formula(value)
    else:
        cell.value = value


def head(page: Worksheet, headings: list[str], widths: list[int], row: int = 1) -> None:
    """Write a row of headings, and make the columns fit."""
    for number, (heading, width) in enumerate(zip(headings, widths, strict=True), 1):
        put(page, row, number, heading)
        cell = page.cell(row, number)
        cell.font, cell.fill = _HEADING, _GROUND
        page.column_dimensions[get_column_letter(number)].width = width


def _fill_table(page: Worksheet, sheet: Sheet, table: Table, lists: Mapping[str, str]) -> None:
    head(page, [column.heading for column in sheet.columns], list(map(_width, sheet.columns)))
    for number, row in enumerate(table, 2):
        for place, column in enumerate(sheet.columns, 1):
            if row[column.key] is not None:
                put(page, number, place, row[column.key])
    last = len(table) + _ROWS_TO_FILL
    for place, column in enumerate(sheet.columns, 1):
        letter = get_column_letter(place)
        if column.kind not in (Kind.NUMBER, Kind.WHOLE):
            page.column_dimensions[letter].number_format = _AS_TEXT
        _help(page, column, f"{letter}2:{letter}{last}", lists)


def _fill_form(
    page: Worksheet, sheet: Sheet, row: Mapping[str, Written], lists: Mapping[str, str]
) -> None:
    head(page, list(form_heads()), [MIDDLE, WIDE, WIDE])
    page.column_dimensions["B"].number_format = _AS_TEXT
    for number, column in enumerate(sheet.columns, 2):
        put(page, number, 1, column.heading)
        page.cell(number, 1).font = _HEADING
        put(page, number, 2, row[column.key])
        put(page, number, 3, column.note)
        _help(page, column, f"B{number}", lists)


def _width(column: Column) -> int:
    if column.key in _WIDE_KEYS:
        return WIDE
    narrow = column.kind in (Kind.NUMBER, Kind.WHOLE, Kind.YES_NO, Kind.ID)
    return NARROW if narrow else MIDDLE


def _help(page: Worksheet, column: Column, cells: str, lists: Mapping[str, str]) -> None:
    """Put a note on cells, and the list of what may stand there, if there is one."""
    listed = _list(column, lists)
    rule = DataValidation("list" if listed else None, formula1=listed, allow_blank=True)
    rule.showInputMessage = True
    rule.promptTitle, rule.prompt = column.heading[:_MAX_PROMPT_TITLE], column.note
    # A list of several words, or an id, may stand where one word is offered.
    rule.showErrorMessage = listed is not None and column.kind in (Kind.WORD, Kind.YES_NO)
    rule.errorTitle = column.heading[:_MAX_PROMPT_TITLE]
    rule.error = _("Choose one of the list, or leave the cell empty.")
    rule.add(cells)
    page.add_data_validation(rule)


def _list(column: Column, lists: Mapping[str, str]) -> str | None:
    if column.words is not None:
        return lists[column.words.__name__]
    if column.kind is Kind.YES_NO:
        return lists[YES]
    if column.meant is None:
        return None
    sheet = next(_NAMED[kind] for kind in column.meant.kinds if kind in _NAMED)
    return f"{quote_sheetname(sheet.title)}!$A$2:$A${_ROWS_TO_FILL}"


def _words_sheet(book: Workbook) -> dict[str, str]:
    """Write the closed sets on a sheet of their own; give where each list stands."""
    page = book.create_sheet(WORDS)
    sets: dict[str, tuple[str, list[str]]] = {YES: ("", [YES, NO])}
    for column in (column for sheet in SHEETS for column in sheet.columns):
        if column.words is not None:
            words: type[StrEnum] = column.words
            sets.setdefault(words.__name__, (column.heading, [spoken(word) for word in words]))
    head(page, [heading for heading, _said in sets.values()], [MIDDLE] * len(sets))
    page.freeze_panes = "A2"
    _fit_to_paper(page)
    found = {}
    for place, (name, (_heading, said)) in enumerate(sets.items(), 1):
        for number, word in enumerate(said, 2):
            put(page, number, place, word)
        letter = get_column_letter(place)
        found[name] = f"{quote_sheetname(WORDS)}!${letter}$2:${letter}${len(said) + 1}"
    return found
