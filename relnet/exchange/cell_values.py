"""What the cells of a workbook show, whatever a spreadsheet program took them for."""

import re
from datetime import date, datetime, time, timedelta

from openpyxl.cell.cell import Cell as WorkbookCell
from openpyxl.cell.cell import MergedCell
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

from relnet.case.messages import shown
from relnet.exchange.cells import Cell, text_cell
from relnet.wording import _

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]|;.*', re.DOTALL)
_DIGITS = re.compile(r"(0+)(?:\.(0+))?(%?)")
_HUNDRED = 100


def escaped(text: str) -> str:
    """Write a text as workbooks hold it: signs that XML lacks become ``_x000D_``."""
    return _UNWRITABLE.sub(lambda sign: f"_x{ord(sign[0]):04X}_", text)


def unescaped(text: str) -> str:
    """Undo ``escaped``."""
    return _ESCAPE.sub(lambda code: chr(int(code[1], 16)), text)


def cell_of(cell: WorkbookCell | MergedCell | ReadOnlyCell | EmptyCell) -> Cell | None:
    """Give what a cell shows; None of an empty one.

    A formula is never worked out, nor is what it came to the last time: it is a fault.
    """
    if cell.value is None:
        return None
    fault = _fault(cell)
    if fault:
        return Cell("", "", fault)
    return _told(cell.value, cell.number_format or "")


def _fault(cell: WorkbookCell | MergedCell | ReadOnlyCell | EmptyCell) -> str:
    if cell.data_type == "f":
        return _("a formula stands here, which relnet does not work out; write what it shows")
    if cell.data_type == "e":
        what = _("the cell shows {error}, not an entry; write one, or clear the cell")
        return what.format(error=shown(str(cell.value)))
    return ""


def _told(value: object, number_format: str) -> Cell | None:
    if isinstance(value, bool):
        return text_cell(str(value).upper())
    if isinstance(value, int | float):
        return Cell(_shown_number(value, number_format), repr(value))
    if isinstance(value, date | time | timedelta):
        return text_cell(_shown_date(value, number_format))
    return text_cell(unescaped(str(value)))


def _shown_number(value: float, number_format: str) -> str:
    """Give a number as it is shown, as far as that matters: leading noughts, decimals, percent."""
    digits = _DIGITS.fullmatch(_NOT_SHOWN.sub("", number_format))
    if digits is None or value < 0:
        return str(value) if isinstance(value, int) else f"{value:.15g}"
    before, after, percent = (part or "" for part in digits.groups())
    number = value * _HUNDRED if percent else value
    width = len(before) + len(after) + bool(after)
    return f"{number:0{width}.{len(after)}f}{percent}"


def _shown_date(value: date | time | timedelta, number_format: str) -> str:
    """Give a date as EDTF, as exact as it is shown: what is typed as June 2025 has a day inside."""
    if not isinstance(value, date):
        return str(value)
    day = value.date() if isinstance(value, datetime) else value
    signs = _NOT_SHOWN.sub("", number_format).lower()
    if "d" in signs or not set(signs) & {"m", "y"}:
        return day.isoformat()
    return day.isoformat()[: len("2025-06") if "m" in signs else len("2025")]
