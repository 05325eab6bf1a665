"""The faults of a new case’s answers: each with its place in the answers.

Whatever an answer cannot be is noted here, and a stand-in goes on in its place, so that one
look finds all faults; and what reading a case finds is told where it was answered.
"""

import re
from collections.abc import Container, Iterable
from typing import TypeVar

from relnet.case.messages import Fault
from relnet.case.models import MAX_NAME
from relnet.case.shape import too_many
from relnet.wording import _, ngettext

_STAND_IN = "?"
_MOST_MILES = 25_000
_MILES = re.compile(r"(?:about |~ ?)?([0-9]{1,5}(?:\.[0-9]{1,3})?) ?(?:miles?|mi)?", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}\b)")
_STEP = re.compile(r"[a-z_]+|[0-9]+")
_STEPS = ("name", "title", "home", "moved_to", "stages", "people")

Line = TypeVar("Line")


class Faults:
    """What is wrong with the answers, as it is found."""

    def __init__(self) -> None:
        self.found: list[Fault] = []
        self._answers: dict[str, str] = {"areas": "moved_to", "relationships": "people"}
        self._left_out: dict[str, str] = {}

    def add(self, where: str, what: str) -> None:
        """Note a fault of an answer."""
        self.found.append(Fault(where, what))

    def noted(self, where: str) -> bool:
        """Whether an answer has a fault already."""
        return any(fault.where == where for fault in self.found)

    def made_from(self, part: str, answer: str) -> None:
        """Say which answer a part of the case is made from."""
        self._answers[part] = answer

    def left_out(self, answer: str, other: str) -> None:
        """Say which answer stands for one that was left out."""
        self._left_out[answer] = other

    def add_all(self, faults: Iterable[Fault]) -> None:
        """Note the faults of the case that was made from the answers."""
        for fault in faults:
            self.add(self._answered(fault.where), fault.what)

    def in_order(self) -> list[Fault]:
        """Give the faults in the order of the answers, none twice."""
        return sorted(dict.fromkeys(self.found), key=lambda fault: _position(fault.where))

    def text(self, where: str, text: str, missing: str | None) -> str:
        """Give a name without space around it.

        Args:
            where: its place in the answers.
            text: as it was typed.
            missing: what to say if there is none; None: it may be left out.
        """
        plain = text.strip()
        if len(plain) > MAX_NAME:
            what = ngettext(
                "Too long: at most %(most)d character.",
                "Too long: at most %(most)d characters.",
                MAX_NAME,
            )
            self.add(where, what % {"most": MAX_NAME})
            return _STAND_IN
        if not plain and missing is not None:
            self.add(where, missing)
            return _STAND_IN
        return plain

    def at_most(self, most: int, where: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """Give as many lines as a case may hold."""
        if len(lines) > most:
            self.add(where, too_many(most))
        return lines[:most]

    def area(self, where: str, area: str | None, known: Container[str]) -> str | None:
        """Give an area’s id if there is such an area."""
        if area is None or area in known:
            return area
        self.add(where, _("Choose one of the areas that you have named."))
        return None

    def miles(self, where: str, told: float | str | None) -> float | None:
        """Give a distance as a number; None where nothing is told."""
        if told is None or (isinstance(told, str) and not told.strip()):
            return None
        miles = _number(told) if isinstance(told, str) else told
        if miles is not None and 0 <= miles <= _MOST_MILES:
            return miles
        what = _("Write the miles from home as a number, as in '34', or leave this empty.")
        self.add(where, what)
        return None

    def _answered(self, where: str) -> str:
        """Give the place in the answers that a place in the case was made from.

        It is that of the longest beginning of which an answer is known.
        """
        starts = (where[:end] for end in range(len(where), 0, -1))
        start = next((start for start in starts if start in self._answers), "")
        answer = self._answers.get(start, "") + where[len(start) :]
        return self._left_out.get(answer, answer)


def _number(typed: str) -> float | None:
    found = _MILES.fullmatch(_THOUSANDS.sub("", typed.strip()))
    return float(found[1]) if found is not None else None


def _position(where: str) -> tuple[int, ...]:
    """Give the order of the questions, then of the lines."""
    name, *rest = _STEP.findall(where) or [""]
    first = _STEPS.index(name) if name in _STEPS else len(_STEPS)
    return (first, *(int(step) for step in rest if step.isdecimal()))
