"""One date as people type it: "12 June 2025", "about 12/6/2025", "spring 2024", "March".

What a date leaves out ("March") stays open here; ``relnet.case.typed_dates`` completes it
from the other end of a stretch of time, or from a neighbour in the timeline.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NoReturn

from relnet.case.messages import RelnetError, nearest, shown
from relnet.wording import _

_MONTHS_TEXT = (
    "January February March April May June July August September October November December"
)
_MONTHS: Mapping[str, str] = {name.casefold(): name for name in _MONTHS_TEXT.split()}
_SEASONS: Mapping[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""The seasons as EDTF numbers them; which months they hold, EDTF leaves open."""

SEASON_MONTHS: Mapping[int, tuple[int, int]] = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12)}
"""The months that a season may touch; winter lies at both ends of a year."""

_SEASON_MIDDLE: Mapping[int, int] = {21: 4, 22: 7, 23: 10, 24: 12}
_LEFT_OUT_TEXT = """
    the of in on during some time sometime mon monday tue tues tuesday wed weds wednesday
    thu thur thurs thursday fri friday sat saturday sun sunday
"""
_LEFT_OUT = frozenset(_LEFT_OUT_TEXT.split())

_ABOUT = (
    r"(?:(?:approximately|approx\.?|about|(?:a)?round(?: about)?|roughly|circa|early|late|mid"
    r"|(?:the )?(?:middle|start|beginning|end) of) |ca?(?:\. ?| |(?=[0-9]))|~ ?)"
)
_PERHAPS = r"(?:perhaps|maybe|possibly|probably|(?:not |un)sure,?(?: but)?|i think) "
_DOUBT_BEFORE = re.compile(rf"(?P<about>{_ABOUT})|(?P<perhaps>{_PERHAPS})", re.IGNORECASE)
_DOUBT_AFTER = re.compile(
    r"(?P<about> or so|[ -]?ish| ?~)$|(?P<perhaps> ?\?+)$|(?P<both>%)$", re.IGNORECASE
)
_DAY_MONTH_YEAR = re.compile(r"([0-9]{1,2})([/. -])([0-9]{1,2})\2([12][0-9]{3}|[0-9]{2})")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})[/.-]([12][0-9]{3})")
_YEAR_FIRST = re.compile(r"([12][0-9]{3})(?:([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?)?")
_YEAR = re.compile(r"[12][0-9]{3}|'[0-9]{2}")
_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?", re.IGNORECASE)

_CENTURY = "20"
_SHORTEST_MONTH = 3
_LIKENESS = 0.7
"""How like a month or a season a word must be: 'agust' is, 'last' is not."""

YEAR_MONTHS = 12


class NotADate(RelnetError, ValueError):  # noqa: N818 - the name says what happened
    """What was typed is no date that relnet understands; the message says what to write."""


@dataclass(frozen=True, slots=True)
class TypedPart:
    """One date as far as it was typed; a ``month`` above 20 is a season."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    doubt: str = ""

    @property
    def in_season(self) -> bool:
        """Whether a season stands in the place of the month."""
        return self.month in SEASON_MONTHS

    @property
    def middle(self) -> tuple[int, int]:
        """Where in a year it lies: a month and a day, 0 where not said."""
        month = self.month or 0
        return _SEASON_MIDDLE.get(month, month), self.day or 0

    @property
    def bounds(self) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        """The first and the last day that it can be."""
        year, month = self.year or 0, self.month or 0
        first, last = SEASON_MONTHS.get(month, (month or 1, month or YEAR_MONTHS))
        return (year, first, self.day or 1), (year, last, self.day or 31)

    def edtf(self) -> str:
        """Give it as EDTF, which holds no season that is not exact: a season is vague as it is."""
        parts = (f"-{part:02}" for part in (self.month, self.day) if part is not None)
        return f"{self.year or 0:04}{''.join(parts)}{'' if self.in_season else self.doubt}"


def refuse(text: str) -> NoReturn:
    """Say that a text is no date, and what dates look like.

    Raises:
        NotADate: always.
    """
    what = _(
        "relnet cannot read '{text}' as a date. Write it as 'June 2025', 'about March 2024', "
        "'12 June 2025', '2025' or 'June to August 2025'."
    )
    raise NotADate(what.format(text=shown(text)))


def read_part(words: str) -> TypedPart:
    """Read one date, with its words one space apart.

    Raises:
        NotADate: it is none; or a season in doubt, which EDTF cannot hold.
    """
    rest, doubt = _without_doubt(words)
    part = _in_numbers(rest) or _in_words(rest)
    if part.in_season and doubt in ("?", "%"):
        what = _("A season cannot be in doubt. Write 'spring 2024', or 'perhaps April 2024'.")
        raise NotADate(what)
    return replace(part, doubt=doubt)


def _without_doubt(words: str) -> tuple[str, str]:
    """Take "about" and "perhaps" off a date; give the rest, and how EDTF marks the doubt."""
    about = perhaps = False
    while found := _DOUBT_BEFORE.match(words) or _DOUBT_AFTER.search(words):
        words = words[: found.start()] + words[found.end() :]
        about = about or found.lastgroup != "perhaps"
        perhaps = perhaps or found.lastgroup != "about"
    return words, {(1, 0): "~", (0, 1): "?", (1, 1): "%"}.get((about, perhaps), "")


def _in_numbers(words: str) -> TypedPart | None:
    """Read "12/6/2025", "6/2025", "2025" or "2025-06-12"; None if it is none of them."""
    if found := _DAY_MONTH_YEAR.fullmatch(words):
        day, _sign, month, year = found.groups()
        whole_year = int(year if len(year) == len("2025") else _CENTURY + year)
        return TypedPart(whole_year, _month(int(month), words), int(day))
    if found := _MONTH_YEAR.fullmatch(words):
        return TypedPart(int(found[2]), _month(int(found[1]), words))
    if found := _YEAR_FIRST.fullmatch(words):
        year, _sign, month, day = found.groups()
        known = None if month is None else _month(int(month), words)
        return TypedPart(int(year), known, None if day is None else int(day))
    return None


def _month(number: int, words: str) -> int:
    if not 1 <= number <= YEAR_MONTHS:
        what = _(
            "'{text}' has no month {number}. Write the day first, then the month and the year: "
            "'31/12/2025' or '31 December 2025'."
        )
        raise NotADate(what.format(text=shown(words), number=number))
    return number


def _in_words(words: str) -> TypedPart:
    """Read "12 June 2025", "June 12th, 2025", "June 2025", "spring 2024" or a part of one."""
    told: dict[str, int] = {}
    for word in words.replace(",", " ").split():
        if word.casefold() in _LEFT_OUT:
            continue
        kind, number = _read_word(word, words)
        if kind in told:
            refuse(words)
        told[kind] = number
    part = TypedPart(told.get("year"), told.get("month"), told.get("day"))
    if not told or (part.day is not None and (part.in_season or (part.year and not part.month))):
        refuse(words)
    if list(told) == ["month", "day"]:
        what = _("'{text}' could be a day or a year. Write '25 June 2025', or 'June 2025'.")
        raise NotADate(what.format(text=shown(words)))
    return part


def _read_word(word: str, words: str) -> tuple[str, int]:
    """Say what a word of a date is, and its number."""
    if _YEAR.fullmatch(word):
        return "year", int(word.replace("'", _CENTURY))
    if day := _DAY.fullmatch(word):
        return "day", int(day[1])
    plain = word.casefold().rstrip(".")
    if plain in _SEASONS:
        return "month", _SEASONS[plain]
    start = "sep" if plain == "sept" else plain
    numbers = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(start)]
    if len(start) >= _SHORTEST_MONTH and len(numbers) == 1:
        return "month", numbers[0]
    if near := nearest(plain, [*_MONTHS, *_SEASONS], _LIKENESS):
        what = _("relnet does not know '{word}' in a date; did you mean '{near}'?")
        raise NotADate(what.format(word=shown(word), near=_MONTHS.get(near, near)))
    refuse(words)
