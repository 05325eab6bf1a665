"""One cell at a time: from what it says to the value of the case file, and back."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from relnet.case.index import Meant
from relnet.case.messages import RelnetError, shown
from relnet.case.typed_dates import NotADate, typed_date
from relnet.exchange.cells import SEPARATOR, Cell, entries, read, written
from relnet.exchange.columns import Column, Kind
from relnet.exchange.meanings import Meanings
from relnet.exchange.spoken import NO, YES, heard, no_such_word, spoken, yes_or_no
from relnet.wording import _

Written = str | int | float | None
"""What stands in a cell that relnet writes."""

_SEASON = re.compile(r"([0-9]{2}([0-9]{2}))-(2[1-4])")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
"""In the English that ``typed_date`` reads: "2023-24" alone could mean two years."""

_LONGEST_NUMBER = 15


class Unfit(RelnetError):  # noqa: N818 - the name says what happened
    """A cell does not hold what belongs there; the message says what would be right."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads cells, with what the names in them mean; it takes dates as they are if told to."""

    meanings: Meanings
    suggest: Callable[[], bool]
    plain_dates: bool = True

    def value(self, column: Column, cell: Cell) -> object:
        """Give what a cell says as a value of the case file.

        Raises:
            Unfit: it is not what belongs there.
        """
        if cell.fault:
            raise Unfit(cell.fault)
        text = read(cell.shown)
        if column.several:
            return self._several(column, text)
        match column.kind:
            case Kind.WHOLE | Kind.NUMBER:
                return _number(column, cell.exact)
            case Kind.YES_NO:
                return _yes_or_no(text)
            case Kind.DATE:
                return self._date(text)
        return text if column.kind is Kind.TEXT else self._one(column, text)

    def _several(self, column: Column, text: str) -> list[str]:
        listed = text.replace(",", SEPARATOR) if column.words is not None else text
        return [self._one(column, entry) for entry in entries(listed)]

    def _one(self, column: Column, text: str) -> str:
        """Give the word, or the id, that a text means."""
        if column.words is not None:
            return self._word(column.words, text)
        if column.meant is not None:
            return self._named(column.meant, text.strip())
        return text.strip()

    def _word(self, words: type[StrEnum], text: str) -> str:
        found = heard(words, text)
        if found is None:
            raise Unfit(no_such_word(words, text))
        return found

    def _named(self, meant: Meant, text: str) -> str:
        found = self.meanings.meant_by(meant, text)
        if len(found) != 1:
            raise Unfit(self.meanings.fault(meant, text, suggest=self.suggest()))
        return found[0]

    def _date(self, text: str) -> str:
        try:
            return typed_date(text) if self.plain_dates else text.strip()
        except NotADate as refused:
            raise Unfit(str(refused)) from refused


def _yes_or_no(text: str) -> bool:
    said = yes_or_no(text)
    if said is None:
        what = _("'{word}' is neither yes nor no; write one of them, or leave the cell empty")
        raise Unfit(what.format(word=shown(text)))
    return said


def _number(column: Column, text: str) -> int | float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    whole = number.is_integer() and abs(number) < 10**_LONGEST_NUMBER
    if not math.isfinite(number) or (column.kind is Kind.WHOLE and not whole):
        number_needed = _("'{word}' is no number; write one in digits alone, as in 34 or 0.5")
        whole_needed = _("'{word}' is no whole number; write one in digits alone, as in 34")
        what = whole_needed if column.kind is Kind.WHOLE else number_needed
        raise Unfit(what.format(word=shown(text)))
    return int(number) if whole else number


def in_cell(column: Column, value: object, meanings: Meanings) -> Written:
    """Give a value of the case file as it stands in a cell; None where nothing is told."""
    if value is None:
        return None
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, int | float):
        return int(value) if float(value).is_integer() else value
    if isinstance(value, list):
        return f"{SEPARATOR} ".join(_list(column, value, meanings)) or None
    return written(_text(column, str(value), meanings))


def _list(column: Column, values: list[str], meanings: Meanings) -> list[str]:
    if column.meant is not None:
        return meanings.list_of_names(column.meant, values)
    return [_text(column, value, meanings) for value in values]


def _text(column: Column, value: str, meanings: Meanings) -> str:
    if column.words is not None:
        return spoken(column.words(value))
    if column.meant is not None:
        return meanings.name(column.meant, value)
    return _date(value) if column.kind is Kind.DATE else value


def _date(value: str) -> str:
    """Give a season in words where its number looks like a second year."""
    found = _SEASON.fullmatch(value)
    if found is None or int(found[3]) != int(found[2]) + 1:
        return value
    return f"{_SEASONS[found[3]]} {found[1]}"


def flat(entry: Mapping[str, object]) -> dict[str, object]:
    """Put the fields of the parts of an entry beside its own (``move.kinds``)."""
    found: dict[str, object] = {}
    for name, value in entry.items():
        if isinstance(value, dict):
            parts = cast("dict[str, object]", value)
            found |= {f"{name}.{part}": inner for part, inner in parts.items()}
        else:
            found[name] = value
    return found


def nested(entry: Mapping[str, object]) -> dict[str, object]:
    """Undo ``flat``."""
    found: dict[str, object] = {}
    for name, value in entry.items():
        part, dot, field = name.partition(".")
        if dot:
            inner = found.setdefault(part, {})
            cast("dict[str, object]", inner)[field] = value
        else:
            found[name] = value
    return found
