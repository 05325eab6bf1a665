"""Dates of a case: EDTF (ISO 8601-2), checked with the ``edtf`` package.

The package takes some milliseconds a date and a while to import, so the plain forms that
nearly all dates have are recognised here, and what is like no date is refused here; it is
asked about the rest, of which a file may hold only so much. A test holds the two together.
"""

import re
import threading
from calendar import isleap
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from relnet.wording import _

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[?~%]?")
_ONE = (
    r"(?:[?~%]?-?[0-9X]{4}(?:S[0-9]{1,4})?[?~%]?(?:-[?~%]?[0-9X]{2}[?~%]?){0,2}(?:\^\S)?"
    r"|Y-?[0-9]{1,18}(?:E[0-9]{1,3})?(?:S[0-9]{1,4})?)"
)
_TIME = r"T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
_LIST = rf"(?:\.\.)?{_ONE}(?:(?:,|\.\.){_ONE})*+(?:\.\.)?"
_FORMS = re.compile(
    rf"{_ONE}(?:{_TIME})?|(?:{_ONE}|\.\.)?/(?:{_ONE}|\.\.)?|\[{_LIST}\]|\{{{_LIST}\}}"
)
"""What the forms of EDTF look like, from far away."""

MAX_LENGTH = 80
"""How long a date may be."""

MAX_UNUSUAL = 100
"""How many dates of unusual form a file may hold; each date in a list of dates counts."""

_SEPARATOR = re.compile(r",|\.\.|/")
_PARSING = threading.Lock()
_OPEN = frozenset({"", ".."})
"""How an interval says that an end is not known, or open."""

_INTERVAL = 2


def checked_edtf(value: str) -> str:
    """Give the date back if it is EDTF.

    Raises:
        ValueError: the text is not an EDTF date; the message says what one looks like.
    """
    if not is_edtf(value):
        raise ValueError(
            _(
                "not a date that relnet can read; write it as '2025-06', '2025~' (about), "
                "'2018-10-25' or '2025-01/2025-05' (from/to)"
            )
        )
    return value


@lru_cache(maxsize=4096)
def is_edtf(value: str) -> bool:
    """Say whether a text is an EDTF date, one of any level."""
    ends = value.split("/")
    if any(_is_29_february_of_no_leap_year(end) for end in ends):
        return False
    return _is_usual(ends) or (_FORMS.fullmatch(value) is not None and _parses(value))


def unusual_dates(values: Iterable[str]) -> int:
    """Count the dates of unusual form: those whose check takes a while."""
    unusual = {
        value
        for value in values
        if len(value) <= MAX_LENGTH and _FORMS.fullmatch(value) and not _is_usual(value.split("/"))
    }
    return sum(1 + len(_SEPARATOR.findall(value)) for value in unusual)


def _is_usual(ends: list[str]) -> bool:
    """Say whether a date, or both ends of an interval, are written in a plain form."""
    plain = [_is_plain(end) for end in ends]
    if len(ends) != _INTERVAL:
        return plain == [True]
    open_ends = [end in _OPEN for end in ends]
    both = all(one or other for one, other in zip(plain, open_ends, strict=True))
    return both and any(plain)


def _is_plain(text: str) -> bool:
    found = _PLAIN.fullmatch(text)
    if found is None:
        return False
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_29_february_of_no_leap_year(text: str) -> bool:
    """Say so of the one day that edtf 5.0 takes though it does not exist."""
    year, _dash, day = text.strip().partition("-")
    return day[:5] == "02-29" and year.isdecimal() and not isleap(int(year))


def _parses(value: str) -> bool:
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415 - it is slow to import
    from edtf.parser import parser_classes  # noqa: PLC0415 - as above

    # On some texts edtf 5.0 prints what it read, and trips over itself.
    setattr(parser_classes, "print", _say_nothing)  # noqa: B010 - the module has no such name
    with _PARSING:
        try:
            parse_edtf(value)
        except (EDTFParseException, ValueError, TypeError, AttributeError, LookupError):
            return False
    return True


def _say_nothing(*_said: object) -> None:
    """Stand in for ``print`` in one module: standard output belongs to the whole process."""
