"""What relnet says when a case cannot be used: one small family of errors.

A ``Fault`` is one thing that is wrong with a file: where it stands, what is wrong and what
would be right. ``CaseFaults`` carries all those of a file at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from relnet.wording import _

MAX_SHOWN = 80
"""How much of a foreign word a message repeats."""

_COMPARED = 2000
"""How many known words a suggestion is looked for in: more would take too long."""


class RelnetError(Exception):
    """Something that the user can be told in their own words; the base of all others."""


class UnknownId(RelnetError, LookupError):  # noqa: N818 - the name says what happened
    """An id was asked for that the case does not have."""

    def __init__(self, kind: str, asked: str, known: Iterable[str] = ()) -> None:
        self.kind = kind
        self.asked = asked
        super().__init__(no_such(kind, asked, known))


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a case file: where (``stages[2].area``; "" for the file) and what."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" if self.where else self.what


class CaseFaults(RelnetError):  # noqa: N818 - it carries faults, and is called after them
    """A case file cannot be read; ``faults`` says everything that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def shown(word: str) -> str:
    """Shorten a word of the file for a message, and make line breaks and the like visible."""
    short = word if len(word) <= MAX_SHOWN else word[: MAX_SHOWN - 1] + "…"
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in short)


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """Give the known word that is most like this one; None where none is like it.

    Args:
        word: what stands in the file.
        known: what could stand there.
        likeness: how like it must be, from 0 to 1 (the same); 0.6 lets 'mom' mean 'mum'.
    """
    if len(word) > MAX_SHOWN:
        return None
    choices = list(known)[:_COMPARED]
    near = get_close_matches(word, choices, n=1, cutoff=likeness)
    if not near:
        folded = word.strip().casefold().replace(" ", "_").replace("-", "_")
        near = [choice for choice in choices if choice.casefold().replace("-", "_") == folded]
    return near[0] if near else None


def no_such(kind: str, asked: str, known: Iterable[str]) -> str:
    """Say that there is nothing of a kind with this id, with the nearest one there is."""
    plain, near_miss = {
        "area": (_("no area '{id}'"), _("no area '{id}'; did you mean '{near}'?")),
        "setting": (_("no setting '{id}'"), _("no setting '{id}'; did you mean '{near}'?")),
        "stage": (_("no stage '{id}'"), _("no stage '{id}'; did you mean '{near}'?")),
        "person": (_("no person '{id}'"), _("no person '{id}'; did you mean '{near}'?")),
        "relationship": (
            _("no relationship '{id}'"),
            _("no relationship '{id}'; did you mean '{near}'?"),
        ),
        "perspective": (
            _("no perspective '{id}': write 'team', 'young_person' or a person's id"),
            _("no perspective '{id}'; did you mean '{near}'?"),
        ),
        "member": (
            _("no person or setting '{id}'"),
            _("no person or setting '{id}'; did you mean '{near}'?"),
        ),
        "part": (
            _("no person, setting or relationship '{id}'"),
            _("no person, setting or relationship '{id}'; did you mean '{near}'?"),
        ),
    }[kind]
    near = nearest(asked, known)
    if near is None:
        return plain.format(id=shown(asked))
    return near_miss.format(id=shown(asked), near=shown(near))
