"""Reading CSV files, one for each sheet, from a folder or a zip file.

A text that a spreadsheet program may run gets an apostrophe before it, which reading takes
off again. What begins with apostrophes and goes on like that gets one more, so that every
text comes back as it was.
"""

import csv
import io
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from relnet.case.jsontext import MAX_BYTES, too_big
from relnet.case.messages import CaseFaults, Fault, shown
from relnet.case.models import Case
from relnet.exchange.cells import Cell, Grid, Line, looks_like_formula, text_cell
from relnet.exchange.packages import MAX_PARTS, MAX_UNPACKED, refuse, unpacked
from relnet.exchange.scan import MAX_COLUMNS, MAX_ROWS
from relnet.exchange.sheet_case import case_of
from relnet.wording import _

DELIMITERS = ",;\t"
_IN_QUOTES = re.compile(r'"[^"]*"?')
_NOT_OURS = ("__macosx/", ".ds_store", "thumbs.db", "desktop.ini")
"""What computers put into folders and zip files by themselves."""


def escaped(text: str) -> str:
    """Give a text as it stands in a CSV file: nothing that a spreadsheet program runs."""
    return f"'{text}" if looks_like_formula(text) else text


def unescaped(text: str) -> str:
    """Undo ``escaped``."""
    return text[1:] if text.startswith("'") and looks_like_formula(text[1:]) else text


def read_csv_zip(content: bytes) -> Case:
    """Make a case of a zip file of CSV files.

    Raises:
        CaseFaults: with all faults at once, each at its file, row and column.
    """
    return case_of_files(unpacked(content))


def read_csv_folder(path: Path) -> Case:
    """Make a case of the CSV files in a folder.

    Raises:
        CaseFaults: with all faults at once, each at its file, row and column.
    """
    try:
        files = sorted(file for file in path.iterdir() if file.suffix.lower() == ".csv")
        if len(files) > MAX_PARTS:
            what = _("the folder has {files} CSV files; relnet reads at most {most}")
            refuse(what.format(files=len(files), most=MAX_PARTS))
        return case_of_files({file.name: _bounded(file) for file in files})
    except OSError as fault:
        what = _("the folder could not be read; check that it is there, and that you may read it")
        raise CaseFaults([Fault("", what)]) from fault


def _bounded(file: Path) -> bytes:
    with file.open("rb") as opened:
        content = opened.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        refuse(too_big(), shown(file.name))
    return content


def case_of_files(files: Mapping[str, bytes]) -> Case:
    """Make a case of the bytes of CSV files, by name.

    Raises:
        CaseFaults: with all faults at once, each at its file, row and column.
    """
    found = [(PurePosixPath(name), content) for name, content in files.items() if _ours(name)]
    if sum(len(content) for _name, content in found) > MAX_UNPACKED:
        refuse(too_big())
    faults = [
        Fault(shown(name.name), _("no CSV file; take it out"))
        for name, _content in found
        if name.suffix.lower() != ".csv"
    ]
    if faults or not found:
        raise CaseFaults(faults or [Fault("", _("there are no CSV files in it"))])
    return case_of([_grid(name.stem, content) for name, content in found])


def _ours(name: str) -> bool:
    return not any(sign in name.lower() for sign in _NOT_OURS)


def _grid(name: str, content: bytes) -> Grid:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        what = _("not UTF-8; save it as “CSV UTF-8”")
        raise CaseFaults([Fault(shown(name), what)]) from fault
    # csv and not pandas: a row with too many or too few cells must not pass unseen.
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    lines: list[Line] = []
    try:
        for number, row in enumerate(rows, 1):
            line = Line(number, tuple(map(_cell, row)))
            if any(line.cells):
                _check_size(name, line)
                lines.append(line)
    except csv.Error as fault:
        where = _("{sheet}, row {row}").format(sheet=shown(name), row=len(lines) + 1)
        what = _("the quotes here do not match, or the cell is too long")
        raise CaseFaults([Fault(where, what)]) from fault
    return Grid(name, tuple(lines))


def _check_size(name: str, line: Line) -> None:
    if line.number > MAX_ROWS:
        what = _("something stands in row {row}; relnet reads the first {most} rows")
        refuse(what.format(row=line.number, most=MAX_ROWS), shown(name))
    if len(line.cells) > MAX_COLUMNS and any(line.cells[MAX_COLUMNS:]):
        what = _("more than {most} columns; relnet knows no column so far right")
        refuse(what.format(most=MAX_COLUMNS), shown(name))


def _cell(text: str) -> Cell | None:
    return text_cell(unescaped(text))


def _delimiter(text: str) -> str:
    """Find which sign stands between the headings."""
    first = _IN_QUOTES.sub("", text.lstrip("\r\n")[:5000]).partition("\n")[0]
    return max(DELIMITERS, key=first.count)
