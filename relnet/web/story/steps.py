"""The steps of a story as they are shown: where each leads, and what is lit there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from relnet.case.models import Case, Relationship, StoryStep
from relnet.case.vocabulary import YOUNG_PERSON, StoryView
from relnet.figures.refs import refs_of
from relnet.web.case_view import CaseView


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One step: what is told, the number of its stage from 0, and its view.

    A step that names no stage or no view stays where the step before it is.
    """

    told: StoryStep
    stage: int
    view: StoryView


def shown_steps(view: CaseView) -> tuple[ShownStep, ...]:
    """Give the steps of a case's story, in their order."""
    found: list[ShownStep] = []
    stage, name = 0, StoryView.MAP
    for step in view.case.story:
        stage = view.network.stage_number[step.stage] if step.stage else stage
        name = step.view or name
        found.append(ShownStep(step, stage, name))
    return tuple(found)


def guess_before(steps: tuple[ShownStep, ...], number: int) -> ShownStep | None:
    """Give the step before a step if the room guesses there: this one tells what came of it."""
    before = steps[number - 1] if number else None
    return before if before is not None and is_guess(before) else None


def is_guess(step: ShownStep) -> bool:
    """Whether the room guesses at a step: it needs somebody to guess about."""
    return bool(step.told.guess and step.told.highlight)


def lit_refs(case: Case, highlight: Iterable[str]) -> tuple[str, ...]:
    """Give the short names of everything that is lit with what a step points at.

    With a person or a place that is their relationship with the young person, and those
    between two of them; with a relationship those whom it ties.
    """
    pointed = set(highlight)
    lit = set(pointed)
    for tie in case.relationships:
        ends = {tie.from_, tie.to} - {YOUNG_PERSON}
        if tie.id in pointed:
            lit |= ends
        elif ends <= pointed:
            lit.add(tie.id)
    refs = refs_of(case)
    return tuple(ref for part, ref in refs.items() if part in lit)


def guessed_parts(case: Case, step: ShownStep) -> Iterator[tuple[str, Relationship]]:
    """Give what the room guesses about: each part that a step points at, and its relationship.

    Somebody's relationship is the first one with the young person. Who has none, and whoever
    was named by their relationship already, is left out.
    """
    own = {tie.from_: tie for tie in reversed(case.relationships) if tie.with_young_person}
    by_id = {tie.id: tie for tie in case.relationships}
    seen: set[str] = set()
    for part in step.told.highlight:
        tie = by_id.get(part) or own.get(part)
        if tie is not None and tie.id not in seen:
            seen.add(tie.id)
            yield part, tie


def moves_between(case: Case, first: int, last: int) -> bool:
    """Whether a move opens a stage after the first one, up to the last one."""
    return any(now.move is not None for _before, now in pairwise(case.stages[first : last + 1]))
