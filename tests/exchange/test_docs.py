"""The page on spreadsheets tells of every sheet and column, and of no other."""

import re
from pathlib import Path

import pytest

from relnet.exchange import packages, scan
from relnet.exchange.columns import Sheet
from relnet.exchange.sheets import FIRST_SHEETS, SHEETS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "spreadsheets.md").read_text("utf-8")
_SECTION = re.compile(r"^### (.+) \(`(.+)`\)\n\n(.+)\n\n((?:\|.*\n)+)", re.MULTILINE)
_ROW = re.compile(r"^\| (.+?)(\*?) \(`(.+?)`\) \| (.+) \|$", re.MULTILINE)


def test_the_sheets_stand_in_their_order() -> None:
    told = [(title, key, note) for title, key, note, _table in _SECTION.findall(PAGE)]
    assert told == [(sheet.title, sheet.key, sheet.note) for sheet in SHEETS]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
def test_every_column_is_told_as_the_code_has_it(sheet: Sheet) -> None:
    (table,) = [table for _title, key, _note, table in _SECTION.findall(PAGE) if key == sheet.key]
    assert _ROW.findall(table) == [
        (column.heading, "*" if column.must else "", column.key, column.note)
        for column in sheet.columns
    ]


def test_the_shortest_way_goes_through_the_first_sheets() -> None:
    (steps,) = re.findall(r"## The shortest way\n\n(.*?)\n\n", PAGE, re.DOTALL)
    assert re.findall(r"^[0-9]\. \*(.+?)\*", steps, re.MULTILINE) == [
        sheet.title for sheet in FIRST_SHEETS
    ]


def test_the_bounds_are_those_of_the_code() -> None:
    text = " ".join(PAGE.split())
    assert f"more than {packages.MAX_UNPACKED // 1_000_000} MB" in text
    assert f"parts of more than {packages.MAX_SMALL // 1_000_000} MB" in text
    assert f"more than {packages.MAX_RATIO} times" in text
    assert f"rows past {scan.MAX_ROWS // 1000} 000 and columns past {scan.MAX_COLUMNS}" in text
