"""The workbook that a team fills in: empty sheets, short notes, and one invented example."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.styles import Alignment

from relnet.case.models import FORMAT
from relnet.exchange.example import example_case
from relnet.exchange.rows import READ_ME
from relnet.exchange.sheets import CASE, FIRST_SHEETS, SHEETS
from relnet.exchange.tables import Table, case_tables
from relnet.exchange.values import Written
from relnet.exchange.workbook_writing import MIDDLE, WIDE, filled_book, head, put, saved
from relnet.wording import _

_IN_ONE_LINE = Alignment(vertical="top", wrap_text=False)


def write_template(target: Path | BinaryIO) -> None:
    """Write the workbook to fill in.

    Args:
        target: where to write it: a path, or something that takes bytes.

    Raises:
        OSError: the file cannot be written.
    """
    content = template()
    if isinstance(target, Path):
        target.write_bytes(content)
    else:
        target.write(content)


def template() -> bytes:
    """Give the bytes of the workbook to fill in."""
    empty: dict[str, Table] = {sheet.key: [] for sheet in SHEETS}
    form: dict[str, Written] = {column.key: None for column in CASE.columns}
    book = filled_book(empty | {CASE.key: [form | {"format": FORMAT}]})
    _read_me(book)
    return saved(book)


def _read_me(book: Workbook) -> None:
    """Write the first sheet: what to do, and each column with its note and an example."""
    page = book.create_sheet(READ_ME, 0)
    book.active = 0
    lines = _introduction()
    for number, line in enumerate(lines, 1):
        put(page, number, 1, line)
        page.cell(number, 1).alignment = _IN_ONE_LINE
    headings = [_("Sheet"), _("Column"), _("What to write"), _("For example")]
    head(page, headings, [MIDDLE, MIDDLE, WIDE, WIDE], len(lines) + 2)
    for number, cells in enumerate(_explained(), len(lines) + 3):
        for place, cell in enumerate(cells, 1):
            put(page, number, place, cell)


def _explained() -> Iterator[tuple[Written, Written, Written, Written]]:
    """Give a line for each sheet, and one for each of its columns."""
    tables = case_tables(example_case())
    for sheet in SHEETS:
        yield sheet.title, None, sheet.note, None
        first = next(iter(tables[sheet.key]), {})
        for column in sheet.columns:
            star = _("{heading} (must be there)") if column.must else "{heading}"
            heading = star.format(heading=column.heading)
            yield None, heading, column.note, first.get(column.key)


def _introduction() -> list[str]:
    first = ", ".join(sheet.title for sheet in FIRST_SHEETS)
    return [
        _("Fill in these sheets, and open the file in relnet: {sheets}.").format(sheets=first),
        _("All other sheets may stay empty. What is left empty means “not recorded”, never “no”."),
        _("Names may stand wherever somebody or something is meant; ids may be left out."),
        _("The example below is invented. relnet reads neither this sheet nor the sheet of words."),
    ]
