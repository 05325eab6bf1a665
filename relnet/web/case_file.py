"""A case as a file to save: its kinds, what the file is called, and what is in it."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import NamedTuple

from relnet.case.models import Case
from relnet.case.writing import write_case
from relnet.wording import _

_MOST_LETTERS = 60
_NO_LETTERS = re.compile(r"[^A-Za-z0-9]+")
_TAKEN = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
"""What no file may be called on Windows, whatever its ending."""


class FileKind(NamedTuple):
    """A kind of file: what it is called on the page, its ending and type, and how it is written."""

    words: str
    ending: str
    mimetype: str
    write: Callable[[Case], bytes]


def _case_file(case: Case) -> bytes:
    return write_case(case).encode("utf-8")


def _workbook(case: Case) -> bytes:
    from relnet.exchange.workbook_writing import write_workbook  # noqa: PLC0415 - slow to import

    return write_workbook(case)


def _csv_files(case: Case) -> bytes:
    from relnet.exchange.csv_writing import write_csv_zip  # noqa: PLC0415 - slow to import

    return write_csv_zip(case)


WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

FILE_KINDS: Mapping[str, FileKind] = {
    "json": FileKind(_("Case file"), ".relnet.json", "application/json", _case_file),
    "xlsx": FileKind(_("Excel workbook"), ".xlsx", WORKBOOK, _workbook),
    "csv": FileKind(_("CSV files (.zip)"), ".zip", "application/zip", _csv_files),
}
"""The kinds by their names in the address."""


def file_name(title: str, ending: str) -> str:
    """Call a file after a title, in letters that every system and browser takes as a name."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = _NO_LETTERS.sub("-", plain.replace("'", ""))[:_MOST_LETTERS].strip("-")
    if not words or _TAKEN.fullmatch(words):
        words = f"case-{words}".rstrip("-")
    return words + ending
