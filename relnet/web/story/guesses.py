"""What the room guessed, and what came of it: one sentence for each guess that can be made.

The page holds them all; which of them are shown is known to the browser alone, and kept
nowhere.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from relnet.case.models import Relationship, State
from relnet.case.vocabulary import YOUNG_PERSON, Status
from relnet.figures.refs import refs_of
from relnet.figures.words_join import listed
from relnet.network.changes import ChangeKind, change_between
from relnet.web.case_view import CaseView
from relnet.web.story.steps import ShownStep, guessed_parts, moves_between
from relnet.wording import _


class Outcome(StrEnum):
    """What became of a relationship by the next step."""

    THERE = "there"
    WEAKER = "weaker"
    STRAINED = "strained"
    BACK = "back"
    BROKEN_BY_MOVE = "broken_by_move"
    BROKEN = "broken"
    ENDED = "ended"
    NOT_KNOWN = "not_known"
    NOT_THERE = "not_there"


class Answer(NamedTuple):
    """One guess, by the short name of what it is about.

    ``said``: the room ticked it; ``unsaid``: it ticked others; ``plain``: it ticked nothing.
    """

    ref: str
    said: str
    unsaid: str
    plain: str


_WORDS: Mapping[Outcome, tuple[str, str, str]] = {
    Outcome.THERE: (
        _("You said {name} would stay, and that held."),
        _("You did not expect {name} to stay: still there."),
        _("{name}: still there."),
    ),
    Outcome.WEAKER: (
        _("You said {name} would stay: still there, but weaker."),
        _("You did not expect {name} to stay: still there, but weaker."),
        _("{name}: still there, but weaker."),
    ),
    Outcome.STRAINED: (
        _("You said {name} would stay: still there, under strain."),
        _("You did not expect {name} to stay: still there, under strain."),
        _("{name}: still there, under strain."),
    ),
    Outcome.BACK: (
        _("You said {name} would be there: there again."),
        _("You did not expect {name} to be there: there again."),
        _("{name}: there again."),
    ),
    Outcome.BROKEN_BY_MOVE: (
        _("You said {name} would stay: the move broke it."),
        _("You did not expect {name} to stay: the move broke it."),
        _("{name}: the move broke it."),
    ),
    Outcome.BROKEN: (
        _("You said {name} would stay: it is broken."),
        _("You did not expect {name} to stay: it is broken."),
        _("{name}: it is broken."),
    ),
    Outcome.ENDED: (
        _("You said {name} would stay: it ended."),
        _("You did not expect {name} to stay: it ended."),
        _("{name}: it ended."),
    ),
    Outcome.NOT_KNOWN: (
        _("You said {name} would stay: nobody knows."),
        _("You did not expect {name} to stay: nobody knows."),
        _("{name}: nobody knows."),
    ),
    Outcome.NOT_THERE: (
        _("You said {name} would stay: it is not there."),
        _("You did not expect {name} to stay: it is not there."),
        _("{name}: it is not there."),
    ),
}
_BY_STATUS: Mapping[Status | None, Outcome] = {
    Status.ENDED: Outcome.ENDED,
    Status.NOT_KNOWN: Outcome.NOT_KNOWN,
    Status.WANTED: Outcome.NOT_THERE,
    Status.NEVER_FORMED: Outcome.NOT_THERE,
    None: Outcome.NOT_KNOWN,
}


def guess_boxes(view: CaseView, step: ShownStep) -> list[tuple[str, str]]:
    """Give what the room can tick at a step: short names, and what they are called."""
    refs = refs_of(view.case)
    return [
        (refs[part], _called(view, part, tie, opening=True))
        for part, tie in guessed_parts(view.case, step)
    ]


def answers(view: CaseView, guess: ShownStep, answer: ShownStep) -> list[Answer]:
    """Say what came of each guess by the step after it, as this perspective sees it."""
    refs = refs_of(view.case)
    found = []
    for part, tie in guessed_parts(view.case, guess):
        said, unsaid, plain = _WORDS[outcome_of(view, tie, guess.stage, answer.stage)]
        name = _called(view, part, tie)
        opening = _called(view, part, tie, opening=True)
        found.append(
            Answer(
                refs[part],
                said.format(name=name),
                unsaid.format(name=name),
                plain.format(name=opening),
            )
        )
    return found


def outcome_of(view: CaseView, tie: Relationship, first: int, last: int) -> Outcome:
    """Say what became of a relationship between two stages."""
    states = view.network.states(tie.id, view.perspective)
    before, after = states[first], states[last]
    if after is None:
        return Outcome.NOT_THERE
    if after.status is Status.ACTIVE:
        return _active(before, after)
    if after.status is Status.BROKEN:
        moved = tie.with_young_person and moves_between(view.case, first, last)
        by_move = moved and change_between(before, after) is ChangeKind.BROKEN
        return Outcome.BROKEN_BY_MOVE if by_move else Outcome.BROKEN
    return _BY_STATUS[after.status]


def _active(before: State | None, after: State) -> Outcome:
    change = change_between(before, after)
    if change is ChangeKind.WEAKER:
        return Outcome.WEAKER
    if change in (ChangeKind.BACK, ChangeKind.KNOWN, ChangeKind.NEW):
        return Outcome.BACK if change is ChangeKind.BACK else Outcome.THERE
    strained = after.strained and not (before is not None and before.strained)
    return Outcome.STRAINED if strained else Outcome.THERE


def _called(view: CaseView, part: str, tie: Relationship, *, opening: bool = False) -> str:
    """Give what a guess is about: somebody by name, a relationship between others by both."""
    between = [end for end in (tie.from_, tie.to) if end != YOUNG_PERSON]
    first, *rest = between if part == tie.id else [part]
    called = view.names.opening(first) if opening else view.names.inside(first)
    return listed([called, *(view.names.inside(end) for end in rest)])
