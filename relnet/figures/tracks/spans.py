"""From when to when a date of the case reaches, in days, for columns to scale in time."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[?~%]?")
_OPEN = ("", "..")
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Span:
    """Days counted from the year 1: the first day, and the one after the last.

    Either is None where the date leaves it open.
    """

    start: int | None
    end: int | None

    @property
    def days(self) -> int | None:
        """How many days it lasts; None where an end is open or the ends are the wrong way round."""
        if self.start is None or self.end is None or self.end <= self.start:
            return None
        return self.end - self.start

    @property
    def middle(self) -> float | None:
        """The middle of it, where both ends are known."""
        return None if self.days is None or self.start is None else self.start + self.days / 2


def lengths(dates: Sequence[str | None]) -> tuple[int | None, ...]:
    """Give how many days each stage lasted; None where the dates do not tell.

    One date alone tells only when a stage began: it lasted until the next one began.
    """
    found: list[int | None] = []
    for date_told, following in zip(dates, (*dates[1:], None), strict=True):
        span, later = span_of(date_told), span_of(following)
        if span is not None and date_told is not None and "/" not in date_told:
            span = Span(span.start, later.start if later else None)
        found.append(span.days if span else None)
    return tuple(found)


@lru_cache(maxsize=4096)
def span_of(edtf: str | None) -> Span | None:
    """Give the span of an EDTF date; None where there is none, or where it tells no days."""
    if edtf is None:
        return None
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one(edtf)
    if first in _OPEN or last in _OPEN:
        return _half_open(first, last)
    start, end = _one(first), _one(last)
    return Span(start.start, end.end) if start and end else None


def _half_open(first: str, last: str) -> Span | None:
    start, end = _one(first), _one(last)
    if start is None and end is None:
        return None
    return Span(start.start if start else None, end.end if end else None)


def _one(text: str) -> Span | None:
    found = _PLAIN.fullmatch(text)
    if found is None or int(found[2] or 1) > _DECEMBER:
        return _by_package(text)
    year, month, day = (int(part) if part else None for part in found.groups())
    last_month = month or _DECEMBER
    if not year:
        return None
    last_day = day or monthrange(year, last_month)[1]
    return _between((year, month or 1, day or 1), (year, last_month, last_day))


def _by_package(text: str) -> Span | None:
    """Ask the package about a season, a decade and the like."""
    if text in _OPEN:
        return None
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415 - it is slow to import

    try:
        found = parse_edtf(text)
        return _between(tuple(found.lower_strict()[:3]), tuple(found.upper_strict()[:3]))
    except (EDTFParseException, ValueError, TypeError, AttributeError, LookupError):
        return None


def _between(first: tuple[int, ...], last: tuple[int, ...]) -> Span | None:
    try:
        return Span(date(*first).toordinal(), date(*last).toordinal() + 1)
    except (ValueError, OverflowError):
        return None
