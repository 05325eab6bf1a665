"""What a cell of the grid says of a relationship, in plain words, and what typed words mean."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from relnet.case.messages import RelnetError, nearest, shown
from relnet.case.models import State
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, Influence, Status, Strength
from relnet.figures.words_join import with_commas
from relnet.wording import _
from relnet.words import label

STRAINED = _("strained")

CIRCLES: Mapping[int, str] = {
    1: _("inner circle"),
    2: _("middle circle"),
    3: _("outer circle"),
}

EXAMPLES = (
    _("active, strong"),
    _("active, steady"),
    _("active, weak"),
    _("active, strained"),
    label(Status.BROKEN),
    label(Status.ENDED),
    label(Status.WANTED),
    label(Status.NEVER_FORMED),
    label(Status.NOT_KNOWN),
)
"""What a cell offers while it is edited."""

_FIELDS = ("status", "strength", "strained", "influence")
_ALONE = (Status.NOT_KNOWN, Status.NEVER_FORMED)
_WORD = re.compile(r"[\w'’-]+|\?")

_Said = tuple[str, Any]

# What else people write for the words on screen, which are understood by themselves.
_ALSO: Mapping[_Said, tuple[str, ...]] = {
    ("status", Status.ACTIVE): ("there", "yes", "ongoing", "kept", "in touch", "in place"),
    ("status", Status.BROKEN): ("broke", "broken off", "cut off", "lost", "lost touch"),
    ("status", Status.ENDED): ("end", "over", "finished", "stopped", "closed"),
    ("status", Status.WANTED): ("want", "wants", "hoped for", "wished for"),
    ("status", Status.NEVER_FORMED): ("never", "never there", "not formed", "never began"),
    ("status", Status.NOT_KNOWN): ("unknown", "?", "don't know", "unclear", "not sure"),
    ("strength", Strength.STRONG): ("stronger", "very strong"),
    ("strength", Strength.STEADY): ("stable", "normal", "plain"),
    ("strength", Strength.WEAK): ("weaker", "faint", "very weak"),
    ("strained", True): ("strain", "tense", "under strain"),
    ("influence", Influence.PROTECTIVE): ("protects", "protecting"),
    ("influence", Influence.HARMFUL): ("harm", "harms", "harming"),
    ("closeness", 1): ("inner",),
    ("closeness", 2): ("middle",),
    ("closeness", 3): ("outer",),
}
_LEFT_OUT = frozenset({"and", "but", "a", "bit", "is", "are", "it", "still", "now", "relationship"})


class NotUnderstood(RelnetError, ValueError):  # noqa: N818 - the name says what happened
    """What was typed into a cell means nothing there; the message says what would."""


@dataclass
class _Told:
    """What the words of a cell say, as they are read."""

    one: dict[str, Any] = field(default_factory=dict)
    influence: list[Influence] = field(default_factory=list)

    def take(self, name: str, value: Any) -> None:  # noqa: ANN401 - the value of any field
        """Take in what a word says.

        Raises:
            NotUnderstood: it says another thing than a word before it.
        """
        if name == "influence":
            self.influence += [] if value in self.influence else [value]
        elif self.one.setdefault(name, value) != value:
            raise NotUnderstood(
                _("“{one}” and “{other}” cannot both be true. Write one of them.").format(
                    one=_on_screen(name, self.one[name]), other=_on_screen(name, value)
                )
            )


def state_words(state: State | None) -> str:
    """Say what is recorded, as it can be typed again; "" where nothing is."""
    if state is None:
        return ""
    said = [
        *([label(state.status)] if state.status else []),
        *([label(state.strength)] if state.strength else []),
        *([STRAINED] if state.strained else []),
        *(label(each) for each in state.influence),
        *([CIRCLES[state.closeness]] if state.closeness else []),
    ]
    return with_commas(said) if said else ""


def read_state(text: str, perspective: str) -> dict[str, Any]:
    """Read the words of a cell as the fields of a state; what they do not say is taken out.

    A relationship that is strong, strained and the like is there. How close somebody is, only
    the young person says: elsewhere that is refused, and what is recorded of it left.

    Raises:
        NotUnderstood: they say nothing, or things that cannot both be.
    """
    told = _Told()
    for name, value in _said(text, perspective):
        told.take(name, value)
    _check_together(told.one)
    fields = dict.fromkeys(_FIELDS) | told.one | {"influence": [*told.influence]}
    if perspective == YOUNG_PERSON:
        fields.setdefault("closeness", None)
    if fields["status"] is None and (perspective == TEAM or _is_there(fields)):
        fields["status"] = Status.ACTIVE
    return fields


def _is_there(fields: Mapping[str, Any]) -> bool:
    return bool(fields["strength"] or fields["strained"])


def _check_together(one: Mapping[str, Any]) -> None:
    status = one.get("status")
    for name in ("strength", "strained"):
        if status in _ALONE and name in one:
            raise NotUnderstood(
                _("A relationship that is “{status}” cannot be “{word}” as well.").format(
                    status=label(status), word=_on_screen(name, one[name])
                )
            )


def _said(text: str, perspective: str) -> Iterator[_Said]:
    """Find what words say: those that belong together first."""
    words = _WORD.findall(text.casefold().replace("’", "'").replace("-", " "))
    known = _vocabulary()
    longest = max(len(phrase.split()) for phrase in known)
    at = 0
    while at < len(words):
        ends = range(min(at + longest, len(words)), at, -1)
        end = next((end for end in ends if " ".join(words[at:end]) in known), None)
        if end is not None:
            yield _checked(known[" ".join(words[at:end])], perspective)
        elif words[at] not in _LEFT_OUT:
            raise _unknown(words[at], known)
        at = at + 1 if end is None else end
    if all(word in _LEFT_OUT for word in words):
        raise _unknown(text, known)


def _checked(said: _Said, perspective: str) -> _Said:
    if said[0] == "closeness" and perspective != YOUNG_PERSON:
        raise NotUnderstood(
            _("How close somebody is, only the young person says. Write it in their view.")
        )
    return said


def _vocabulary() -> dict[str, _Said]:
    known: dict[str, _Said] = {}
    for said, others in _ALSO.items():
        known |= dict.fromkeys((_on_screen(*said).casefold(), *others), said)
    return known


def _on_screen(name: str, value: Any) -> str:  # noqa: ANN401 - the value of any field
    if name == "strained":
        return STRAINED
    return CIRCLES[value] if name == "closeness" else label(value)


def _unknown(word: str, known: Mapping[str, _Said]) -> NotUnderstood:
    near = nearest(word, known, 0.7)
    if near is not None:
        return NotUnderstood(
            _("relnet does not know “{word}” here. Did you mean “{near}”?").format(
                word=shown(word), near=near
            )
        )
    return NotUnderstood(
        _(
            "relnet does not know “{word}” here. Write for example “strong”, “weak, strained”,"
            " “broken”, “ended” or “not known”."
        ).format(word=shown(word))
    )
