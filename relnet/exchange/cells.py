"""A cell as relnet reads it, and the few texts that no cell can hold as they are."""

import re
from typing import NamedTuple

SEPARATOR = ";"
"""What stands between the entries of a cell that may hold several."""

_SPECIAL = re.compile(r'"*\s*"*')
_QUOTED = re.compile(r'"("*\s*"*)"')
_FORMULA = re.compile(r"['\s]*[=+\-@\t\r\n＝＋－＠]")  # noqa: RUF001 - the wide forms as well
"""What some spreadsheet program runs, or takes for a number, where it is typed."""

_BETWEEN = re.compile(r"[;\n\r]")


class Cell(NamedTuple):
    """What a cell says: as it is shown, exactly, and what is wrong with it, if anything."""

    shown: str
    exact: str
    fault: str = ""


class Line(NamedTuple):
    """One row of a sheet: its number, and its cells from the first column on."""

    number: int
    cells: tuple[Cell | None, ...]


class Grid(NamedTuple):
    """One sheet of a file: what it is called there, and its rows that are not empty."""

    name: str
    lines: tuple[Line, ...]


def written(text: str) -> str:
    """Give a text as it stands in a cell: one that says nothing gets double quotes around it."""
    return f'"{text}"' if _SPECIAL.fullmatch(text) else text


def read(text: str) -> str:
    """Give the text that a cell holds; undoes ``written``."""
    found = _QUOTED.fullmatch(text)
    return found[1] if found else text


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet program may run a text that stands in a cell."""
    return _FORMULA.match(text) is not None


def text_cell(text: str) -> Cell | None:
    """Make a cell of a text; None of one that is empty."""
    return Cell(text, text) if text and not text.isspace() else None


def entries(text: str) -> list[str]:
    """Take the entries of a cell that may hold several apart."""
    return [entry.strip() for entry in _BETWEEN.split(text) if entry.strip()]
