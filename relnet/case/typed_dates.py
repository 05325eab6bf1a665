"""A date in plain typing ("about June 2025", "12/6/2025", "June to August 2025") as EDTF.

What is typed is English, and in the order of the day, the month and the year. What EDTF
cannot hold is refused, or becomes the nearest that it can hold and that is no less true:
"early 2024" is about 2024. The preview beside the field says what was understood.
"""

import re
import unicodedata
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from relnet.case.dates import MAX_LENGTH, is_edtf
from relnet.case.messages import shown
from relnet.case.typed_parts import (
    SEASON_MONTHS,
    YEAR_MONTHS,
    NotADate,
    TypedPart,
    read_part,
    refuse,
)
from relnet.wording import _

__all__ = ["NotADate", "typed_date"]

_NOT_KNOWN = re.compile(
    r"\?+|-+|n/a|none|tbc|unsure|unknown|no idea|not (?:sure|known|recorded)(?: yet)?"
    r"|(?:i |we )?(?:don't|dont|do not) (?:know|remember)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"between (?P<start>.+?) and (?P<end>.+)", re.IGNORECASE)
_FROM_TO = re.compile(
    r"(?:from |between )?(?P<start>.+?) (?:to|till|until) (?P<end>.+)", re.IGNORECASE
)
_STILL = re.compile(
    r"(?:until |till |to )?(?:now|today|(?:the )?present|ongoing|still)", re.IGNORECASE
)
_FROM = re.compile(r"(?:from|since) (?P<date>.+?)(?: onwards?| on| to)?", re.IGNORECASE)
_ONWARDS = re.compile(r"(?P<date>.+?)(?: onwards?| on| to)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:until|till|up to|by|to) (?P<date>.+)", re.IGNORECASE)
_OUTSIDE = re.compile(r"(?P<side>before|after) (?P<date>.+)", re.IGNORECASE)
_TWO_YEARS = re.compile(r"([0-9]{2})([0-9]{2})[-/]([0-9]{2})")
_NEAR = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")

_DASHES = (
    (re.compile(r"[–—]|(?<=\s)-(?=\s)|-\s*$"), " to "),
    (re.compile(r"\b(early|mid|late)-", re.IGNORECASE), r"\1 "),
    (re.compile(r"(?<=[a-z])-(?=[a-z](?!sh\b))", re.IGNORECASE), " to "),
    (re.compile(r"(?<=\b[0-9]{4})-(?=[0-9]{4}\b)"), " to "),
    (re.compile(r"^([0-9]{1,2})-(?=[0-9]{1,2} [a-z])", re.IGNORECASE), r"\1 to "),
)
"""The dashes that stand between two dates, not inside one."""


def typed_date(text: str, near: str | None = None) -> str:
    """Give what was typed as EDTF.

    Args:
        text: a date or a stretch of time in plain English, or EDTF, which is given back.
        near: the EDTF date of a neighbour in the timeline, for a date without a year: the
            year that brings it nearest is taken.

    Raises:
        NotADate: it cannot be understood, or could mean two things ("2023-24" is two years
            to people and a season in EDTF); the message says what to write.
    """
    typed = text.strip()
    if len(typed) > MAX_LENGTH:
        refuse(typed)
    _refuse_two_years(typed)
    if is_edtf(typed):
        return typed
    found = _edtf(_words(typed), near)
    if not is_edtf(found):
        what = _("There is no such day as '{text}'. Look at the day and the month again.")
        raise NotADate(what.format(text=shown(typed)))
    return found


def _refuse_two_years(typed: str) -> None:
    found = _TWO_YEARS.fullmatch(typed)
    if found and int(found[3]) == (int(found[2]) + 1) % 100 and int(found[3]) > YEAR_MONTHS:
        start = int(found[1] + found[2])
        what = _("'{text}' could mean two things. Write '{start} to {end}', or name the season.")
        raise NotADate(what.format(text=typed, start=start, end=start + 1))


def _words(typed: str) -> str:
    """Give the words one space apart, and each dash between two dates as "to"."""
    words = unicodedata.normalize("NFKC", typed).replace("’", "'")
    for dash, instead in _DASHES:
        words = dash.sub(instead, words)
    return " ".join(words.split()).rstrip(".,; ")


def _edtf(words: str, near: str | None) -> str:
    if _NOT_KNOWN.fullmatch(words):
        what = _(
            "Leave the date empty as long as it is not known. With an idea of it, write "
            "'perhaps June 2025' or 'about 2024'."
        )
        raise NotADate(what)
    if not words:
        raise NotADate(_("Write a date, as in 'June 2025' or 'about March 2024'."))
    if both := _BETWEEN.fullmatch(words) or _FROM_TO.fullmatch(words):
        return _span(both["start"], both["end"], near)
    if begun := _FROM.fullmatch(words) or _ONWARDS.fullmatch(words):
        return f"{_with_year(begun['date'], near).edtf()}/.."
    if over := _UNTIL.fullmatch(words):
        return f"../{_with_year(over['date'], near).edtf()}"
    if outside := _OUTSIDE.fullmatch(words):
        return _outside(outside["side"], _with_year(outside["date"], near))
    return _with_year(words, near).edtf()


def _span(start_words: str, end_words: str, near: str | None) -> str:
    """Give a stretch of time; what one end leaves out, the other end says."""
    if _STILL.fullmatch(end_words):
        return f"{_with_year(start_words, near).edtf()}/.."
    start, end = read_part(start_words), read_part(end_words)
    start, end = _same_month(start, end), _same_month(end, start)
    if start.year is None and end.year is None:
        start = _near_year(start, start_words, near)
    if end.year is None and start.year is not None:
        end = replace(end, year=start.year + (end.middle < start.middle))
    elif start.year is None and end.year is not None:
        start = replace(start, year=end.year - (start.middle > end.middle))
    if start.bounds[0] > end.bounds[1]:
        raise NotADate(_("It ends before it begins. Write the earlier date first."))
    return f"{start.edtf()}/{end.edtf()}"


def _same_month(part: TypedPart, other: TypedPart) -> TypedPart:
    """Put a day alone ("12 to 15 June 2025") into the month of the other end."""
    if part.month is not None or part.day is None:
        return part
    if other.month is None or other.day is None:
        raise NotADate(_("Write the month beside the day, as in '12 June 2025'."))
    return replace(part, month=other.month, year=other.year)


def _outside(side: str, part: TypedPart) -> str:
    """Give all time before or after a date, without the date itself where it is exact."""
    if part.in_season:
        what = _(
            "A season has no exact beginning or end. Name the month, as in 'before March 2024'."
        )
        raise NotADate(what)
    before = side.casefold() == "before"
    edge = (part if part.doubt else _stepped(part, -1 if before else 1)).edtf()
    return f"../{edge}" if before else f"{edge}/.."


def _stepped(part: TypedPart, step: int) -> TypedPart:
    """Give the day, the month or the year before or after one."""
    year, month, day = part.year or 0, part.month, part.day
    if month is None:
        return TypedPart(year + step)
    if day is None:
        count = year * YEAR_MONTHS + month - 1 + step
        return TypedPart(count // YEAR_MONTHS, count % YEAR_MONTHS + 1)
    if not 1 <= day <= monthrange(year, month)[1]:
        return part  # there is no such day, as will be said
    there = date(year, month, day) + timedelta(days=step)
    return TypedPart(there.year, there.month, there.day)


def _with_year(words: str, near: str | None) -> TypedPart:
    """Read one date, and find its year if it has none."""
    part = read_part(words)
    return part if part.year is not None else _near_year(part, words, near)


def _near_year(part: TypedPart, words: str, near: str | None) -> TypedPart:
    """Give a date the year that brings it nearest to its neighbour in the timeline.

    Raises:
        NotADate: there is no such neighbour, or two years are as near.
    """
    if part.month is None:
        raise NotADate(_("Write the month and the year beside the day, as in '12 June 2025'."))
    months = _months_of(near or "")
    years = _nearest_years(part.middle[0], *months) if months is not None else []
    if len(years) != 1:
        what = _("In which year? Write it beside '{text}', as in 'March 2024'.")
        raise NotADate(what.format(text=shown(words)))
    return replace(part, year=years[0])


def _nearest_years(month: int, first: int, last: int) -> list[int]:
    """Give the year, or years, that bring a month nearest to a stretch of months."""
    away: dict[int, int] = {}
    for year in range(first // YEAR_MONTHS - 1, last // YEAR_MONTHS + 2):
        count = year * YEAR_MONTHS + month - 1
        away[year] = max(first - count, count - last, 0)
    least = min(away.values(), default=0)
    return [year for year, distance in away.items() if distance == least]


def _months_of(near: str) -> tuple[int, int] | None:
    """Give the first and the last month of an EDTF date, counted from the year 0."""
    found = [match for match in map(_NEAR.match, near.split("/")) if match]
    spans = [_month_span(int(match[1]), int(match[2] or 0)) for match in found]
    if not spans:
        return None
    return min(first for first, _last in spans), max(last for _first, last in spans)


def _month_span(year: int, month: int) -> tuple[int, int]:
    usual = (month, month) if 1 <= month <= YEAR_MONTHS else (1, YEAR_MONTHS)
    first, last = SEASON_MONTHS.get(month, usual)
    return year * YEAR_MONTHS + first - 1, year * YEAR_MONTHS + last - 1
