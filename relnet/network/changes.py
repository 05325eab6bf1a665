"""What changed in each relationship with the young person between two stages."""

from dataclasses import dataclass
from enum import StrEnum

from relnet.case.models import State
from relnet.case.vocabulary import Status, Strength
from relnet.network.graph import CaseNetwork, is_harmful_only


class ChangeKind(StrEnum):
    """How a relationship at one stage stands to itself at an earlier one.

    ``BACK`` was broken or ended and is there again; ``KNOWN`` may never have been lost: nobody
    knew how it stood.
    """

    KEPT = "kept"
    STRONGER = "stronger"
    WEAKER = "weaker"
    BROKEN = "broken"
    ENDED = "ended"
    NEW = "new"
    BACK = "back"
    KNOWN = "known"
    NOT_KNOWN = "not_known"


_LOST = {Status.BROKEN: ChangeKind.BROKEN, Status.ENDED: ChangeKind.ENDED}
_ORDER = {Strength.WEAK: 1, Strength.STEADY: 2, Strength.STRONG: 3}
_NEVER_THERE = (Status.WANTED, Status.NEVER_FORMED)


@dataclass(frozen=True, slots=True)
class Change:
    """One relationship's change; ``harmful`` marks those that bring harm alone."""

    relationship: str
    kind: ChangeKind
    harmful: bool


def change_between(before: State | None, after: State | None) -> ChangeKind | None:
    """Say how a relationship changed; None where there is nothing to tell.

    A relationship that is broken or ended at both stages is no news, nor is one that is
    wanted or never formed: it was not there to lose.
    """
    if after is None or after.status is None:
        return None
    earlier = before.status if before is not None else None
    if after.status is Status.ACTIVE:
        return _still_there(before, earlier, after)
    if after.status in _LOST and earlier not in (*_LOST, *_NEVER_THERE):
        return _LOST[after.status]
    if after.status is Status.NOT_KNOWN and earlier is Status.ACTIVE:
        return ChangeKind.NOT_KNOWN
    return None


def _still_there(before: State | None, earlier: Status | None, after: State) -> ChangeKind:
    if earlier in _LOST:
        return ChangeKind.BACK
    if before is None or earlier in _NEVER_THERE:
        return ChangeKind.NEW
    if earlier is Status.NOT_KNOWN:
        return ChangeKind.KNOWN
    return _by_strength(before.strength, after.strength)


def _by_strength(before: Strength | None, after: Strength | None) -> ChangeKind:
    if before is None or after is None or before is after:
        return ChangeKind.KEPT
    return ChangeKind.STRONGER if _ORDER[after] > _ORDER[before] else ChangeKind.WEAKER


def changes(network: CaseNetwork, first: int, second: int, perspective: str) -> tuple[Change, ...]:
    """Give every change between two stages, in the order of the file.

    Args:
        network: the case's network.
        first: the earlier stage's number.
        second: the later stage's number.
        perspective: whose view of the relationships.
    """
    found = []
    for relationship in network.case.relationships:
        if not relationship.with_young_person:
            continue
        states = network.states(relationship.id, perspective)
        before, after = states[first], states[second]
        kind = change_between(before, after)
        if kind is not None:
            found.append(Change(relationship.id, kind, is_harmful_between(before, after)))
    return tuple(found)


def is_harmful_between(before: State | None, after: State | None) -> bool:
    """Whether a relationship brings harm alone, by what was told last of its influence."""
    told = [state for state in (after, before) if state is not None and state.influence]
    return bool(told) and is_harmful_only(told[0])


def not_known_since_move(network: CaseNetwork, stage: int, perspective: str) -> tuple[str, ...]:
    """Give the relationships with the young person that nobody has told of since a move."""
    return tuple(
        tie.id
        for tie in network.own_ties(stage, perspective)
        if tie.state.status is Status.NOT_KNOWN
    )
