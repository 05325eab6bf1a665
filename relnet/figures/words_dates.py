"""A date of a case in words: "about June 2025", "June 2025 to August 2025"."""

import re
from collections.abc import Mapping, Sequence

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
_SHORT_MONTHS: tuple[str, ...] = (
    _("Jan"),
    _("Feb"),
    _("Mar"),
    _("Apr"),
    _("May"),
    _("Jun"),
    _("Jul"),
    _("Aug"),
    _("Sep"),
    _("Oct"),
    _("Nov"),
    _("Dec"),
)
_SEASONS: Mapping[str, str] = {
    "21": _("spring {year}"),
    "22": _("summer {year}"),
    "23": _("autumn {year}"),
    "24": _("winter {year}"),
}
_DOUBTS: Mapping[str, str] = {
    "": _("{date}"),
    "~": _("about {date}"),
    "?": _("perhaps {date}"),
    "%": _("perhaps about {date}"),
}
_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?([~?%]?)")
_SEASON = re.compile(r"(\d{4})-(2[1-4])")
_OPEN = ("", "..")


def date_words(edtf: str) -> str:
    """Give an EDTF date in words; one that is out of the ordinary as the file has it."""
    return _words(edtf, _MONTHS, _("{start} to {end}"))


def short_date_words(edtf: str) -> str:
    """Give an EDTF date in few words, for the timeline: "Jan – May 2024", "from Jul 2026"."""
    first, _slash, last = edtf.partition("/")
    start, end = _PLAIN.fullmatch(first), _PLAIN.fullmatch(last)
    if start and end and _plain_months(start, end):
        month = _SHORT_MONTHS[int(start[2]) - 1]
        return _("{start} – {end}").format(start=month, end=_one_date(last, _SHORT_MONTHS))
    return _words(edtf, _SHORT_MONTHS, _("{start} – {end}"))


def _plain_months(start: re.Match[str], end: re.Match[str]) -> bool:
    """Whether two dates are months of one year, so that the year need be said only once."""
    in_doubt_or_days = start[3] or start[4] or end[3]
    return start[1] == end[1] and bool(start[2] and end[2]) and not in_doubt_or_days


def _words(edtf: str, months: Sequence[str], both: str) -> str:
    first, slash, last = edtf.partition("/")
    start, end = _one_date(first, months), _one_date(last, months)
    if not slash:
        return start or edtf
    if last in _OPEN and start:
        return _("from {start}").format(start=start)
    if first in _OPEN and end:
        return _("until {end}").format(end=end)
    return both.format(start=start, end=end) if start and end else edtf


def _one_date(text: str, months: Sequence[str]) -> str:
    season = _SEASON.fullmatch(text)
    if season is not None:
        return _SEASONS[season[2]].format(year=season[1])
    found = _PLAIN.fullmatch(text)
    if found is None:
        return ""
    year, month, day, doubt = found.groups()
    return _DOUBTS[doubt].format(date=_calendar_date(year, month, day, months))


def _calendar_date(year: str, month: str | None, day: str | None, months: Sequence[str]) -> str:
    if month is None:
        return year
    name = months[int(month) - 1]
    if day is None:
        return _("{month} {year}").format(month=name, year=year)
    return _("{day} {month} {year}").format(day=int(day), month=name, year=year)
