"""Reading a workbook: its sheets as grids, through openpyxl, then the case."""

import io
import threading
import warnings
import zipfile
from collections.abc import Mapping
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from relnet.case.messages import CaseFaults, Fault
from relnet.case.models import Case
from relnet.exchange.cell_values import cell_of
from relnet.exchange.cells import Grid, Line
from relnet.exchange.columns import folded
from relnet.exchange.packages import refuse, unpacked
from relnet.exchange.rows import IGNORED
from relnet.exchange.sheet_case import case_of
from relnet.exchange.workbook_parts import Parts, workbook_parts
from relnet.wording import _

_DAMAGED = (
    LookupError, ValueError, TypeError, AttributeError, ArithmeticError, OSError, NameError,
    ParseError, zipfile.BadZipFile, InvalidFileException,
)  # fmt: skip
"""What openpyxl raises on workbooks that are not as they should be."""

OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WARNINGS = threading.Lock()


def read_workbook(content: bytes) -> Case:
    """Make a case of the bytes of an Excel workbook (``.xlsx``).

    Raises:
        CaseFaults: it is no workbook, holds what is not read, or makes no case; with all
            faults at once, each at its sheet, row and column.
    """
    if content.startswith(OLD_OR_LOCKED):
        refuse(_locked() if _ENCRYPTED in content else _old())
    return case_of_workbook(unpacked(content))


def case_of_workbook(parts: Mapping[str, bytes]) -> Case:
    """Make a case of the unpacked parts of a workbook, by name.

    Raises:
        CaseFaults: as those of ``read_workbook``.
    """
    return case_of(_grids(workbook_parts(parts)))


def _locked() -> str:
    return _("the file is locked with a password; save it without one")


def _old() -> str:
    return _("this is an old Excel file (.xls); save it as an Excel workbook (.xlsx)")


def _grids(parts: Parts) -> list[Grid]:
    """Read the cells of all sheets that may say something of the case."""
    # What openpyxl warns of are things that are not read here; it names values of cells.
    with _WARNINGS, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(_repacked(parts), read_only=True, keep_links=False)
            return [
                Grid(name, _lines(book, name, parts))
                for name in parts.sheets
                if folded(name) not in IGNORED
            ]
        except _DAMAGED as fault:
            what = _("the file is damaged; open it in your spreadsheet program and save it again")
            raise CaseFaults([Fault("", what)]) from fault


def _repacked(parts: Parts) -> io.BytesIO:
    """Pack again what was looked through, and nothing else."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as package:
        for name, content in parts.xml.items():
            package.writestr(name, content)
    found.seek(0)
    return found


def _lines(book: Workbook, name: str, parts: Parts) -> tuple[Line, ...]:
    seen = parts.sheets[name]
    if not seen.last_row:
        return ()
    rows = book[name].iter_rows(
        min_row=1, max_row=seen.last_row, min_col=1, max_col=max(seen.last_column, 1)
    )
    lines = (Line(n, tuple(map(cell_of, row))) for n, row in enumerate(rows, 1))
    return tuple(line for line in lines if any(line.cells))
