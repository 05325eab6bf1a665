"""A workbook filled in as a team would, and what is said of it."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook

from relnet.case.messages import CaseFaults
from relnet.case.models import Case
from relnet.exchange.template import template
from relnet.exchange.workbook_reading import read_workbook

Entry = Mapping[str, Any]
Rows = Mapping[str, Sequence[Entry]]
"""Rows by the title of their sheet, each by the headings of its columns."""

TEAM: Rows = {
    "People": [
        {"Name": "Mum", "Role": "mother", "Type": "family", "Area": "Riverside"},
        {"Name": "Ali", "Role": "social worker", "Type": "practitioner"},
        {"Name": "Kayla", "Role": "best friend", "Type": "peer", "Area": "Riverside"},
    ],
    "Areas": [
        {"Name": "Riverside", "Kind": "Home"},
        {"Name": "Hillford", "Kind": "Placement", "Miles from home": 34},
    ],
    "Stages": [
        {"Stage": "At home", "Phase": "Before relocation", "Area": "Riverside"},
        {"Stage": "Foster home", "Phase": "During relocation", "Area": "Hillford",
         "Opens with a move": "yes"},
    ],
    "Relationships by stage": [
        {"Person": "Mum", "Stage": "At home", "Status": "active", "Strength": "strong"},
        {"Person": "Kayla", "Stage": "At home", "Status": "active"},
        {"Person": "Ali", "Stage": "Foster home", "Status": "active"},
        {"Person": "Mum", "Stage": "Foster home", "Status": "active", "Strained": "yes"},
    ],
}  # fmt: skip
"""The shortest way to a case: the name, and four sheets, without a single id."""


def filled(rows: Rows = TEAM, name: str | None = "Amira") -> Workbook:
    """Give the template with these rows written into it."""
    book = openpyxl.load_workbook(io.BytesIO(template()))
    book["Case"]["B2"] = name
    for title, entries in rows.items():
        headings = {cell.value: number for number, cell in enumerate(book[title][1], 1)}
        for number, entry in enumerate(entries, 2):
            for heading, value in entry.items():
                book[title].cell(number, headings[heading]).value = value
    return book


def saved(book: Workbook) -> bytes:
    """Give the bytes of a workbook."""
    found = io.BytesIO()
    book.save(found)
    return found.getvalue()


def read(rows: Rows = TEAM) -> Case:
    """Read the template filled in with these rows."""
    return read_workbook(saved(filled(rows)))


def faults_of(book: Workbook | bytes) -> list[str]:
    """Give what is said of a workbook that makes no case; nothing if it makes one."""
    content = book if isinstance(book, bytes) else saved(book)
    return said_of(read_workbook, content)


def said_of(reading: Callable[[bytes], Case], content: bytes) -> list[str]:
    """Give what is said of a file that makes no case; nothing if it makes one."""
    try:
        reading(content)
    except CaseFaults as refused:
        return [str(fault) for fault in refused.faults]
    return []


def with_parts(content: bytes, **parts: bytes | None) -> bytes:
    """Give a zip file with some of its parts replaced, taken out (None) or added."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(found, "w", 8) as new:
        for name in [name for name in old.namelist() if name not in parts]:
            new.writestr(name, old.read(name))
        for name, part in parts.items():
            if part is not None:
                new.writestr(name, part)
    return found.getvalue()


def part(content: bytes, name: str) -> bytes:
    """Give a part of a zip file."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name)
