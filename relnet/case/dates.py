"""Dates of a case: EDTF (ISO 8601-2), checked with the ``edtf`` package.

The package takes some milliseconds a date and a while to import, so the plain forms that
nearly all dates have are recognised here; it is asked about everything else. A test holds
the two together.
"""

import io
import re
from calendar import isleap
from contextlib import redirect_stdout
from datetime import date
from functools import lru_cache

from relnet.wording import _

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[?~%]?")
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
    plain = [_is_plain(end) for end in ends]
    if len(ends) == 1 and plain[0]:
        return True
    if len(ends) == _INTERVAL and any(plain):
        open_ends = [end in _OPEN for end in ends]
        if all(one or other for one, other in zip(plain, open_ends, strict=True)):
            return True
    return _parses(value)


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

    # On some texts edtf 5.0 prints what it read, and trips over itself.
    with redirect_stdout(io.StringIO()):
        try:
            parse_edtf(value)
        except (EDTFParseException, ValueError, TypeError, AttributeError, LookupError):
            return False
    return True
