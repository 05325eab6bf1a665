"""A date of a case in words: "about June 2025", "June 2025 to August 2025"."""

import re
from collections.abc import Mapping

from relnet.wording import _

_MONTHS: tuple[str, ...] = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)
_DOUBTS: Mapping[str, str] = {
    "": _("{date}"),
    "~": _("about {date}"),
    "?": _("perhaps {date}"),
    "%": _("perhaps about {date}"),
}
_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?([~?%]?)")
_OPEN = ("", "..")


def date_words(edtf: str) -> str:
    """Give an EDTF date in words; one that is out of the ordinary as the file has it."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one_date(first) or edtf
    if last in _OPEN and (start := _one_date(first)):
        return _("from {start}").format(start=start)
    if first in _OPEN and (end := _one_date(last)):
        return _("until {end}").format(end=end)
    start, end = _one_date(first), _one_date(last)
    return _("{start} to {end}").format(start=start, end=end) if start and end else edtf


def _one_date(text: str) -> str:
    found = _PLAIN.fullmatch(text)
    if found is None:
        return ""
    year, month, day, doubt = found.groups()
    return _DOUBTS[doubt].format(date=_calendar_date(year, month, day))


def _calendar_date(year: str, month: str | None, day: str | None) -> str:
    if month is None:
        return year
    name = _MONTHS[int(month) - 1]
    if day is None:
        return _("{month} {year}").format(month=name, year=year)
    return _("{day} {month} {year}").format(day=int(day), month=name, year=year)
