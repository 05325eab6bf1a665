"""What is told otherwise at two stages: of two cases, of two views, or of one case's own.

What is not recorded is no "none": a fact that one side leaves open is told as a difference only
where both sides are of one view, and as "not recorded" then.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from relnet.case.models import Relationship, State
from relnet.case.timeline import stage_places
from relnet.case.vocabulary import Influence, Level, Status, Strength, Track, UseKind
from relnet.network.attention import Port, attention
from relnet.network.graph import CaseNetwork
from relnet.network.matching import match_relationships


@dataclass(frozen=True)
class Side:
    """One of two things that are compared: a case at a stage, as one perspective sees it."""

    network: CaseNetwork
    perspective: str
    stage: int

    @cached_property
    def area(self) -> str | None:
        """The area where the young person lives then; None: not known."""
        return stage_places(self.network.case)[self.stage].area

    @cached_property
    def ports(self) -> tuple[Port, ...]:
        """Whether each track is in practice."""
        found = attention(self.network, self.stage)
        return tuple(found.port(track) for track in Track)


class Matter(StrEnum):
    """What a difference is about."""

    AREA = "area"
    IN_PRACTICE = "in_practice"
    RELATIONSHIP = "relationship"


@dataclass(frozen=True, slots=True)
class Told:
    """What one side tells of a relationship, as far as the other tells it otherwise.

    ``there`` is False where this side has no such relationship at this stage; ``uses`` is None
    where the uses of its track were not recorded.
    """

    there: bool
    status: Status | None = None
    strength: Strength | None = None
    strained: bool | None = None
    influence: frozenset[Influence] = frozenset()
    closeness: int | None = None
    uses: Mapping[UseKind, Level] | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference, with the facts that it is about.

    ``left_id`` and ``right_id`` are ids of relationships, ``left`` and ``right`` what is told of
    them: None where the case has none, and where it is about the stage as a whole.
    """

    matter: Matter
    left_id: str | None = None
    right_id: str | None = None
    left: Told | None = None
    right: Told | None = None
    facts: tuple[str, ...] = ()


STATE_FACTS = ("status", "strength", "strained", "influence", "closeness")
"""The facts of a state that are compared, in the order in which they are told."""

USES = "uses"

_OPEN: tuple[object, ...] = (None, frozenset())
"""What a side that leaves a fact open holds."""


def differences(left: Side, right: Side) -> tuple[Difference, ...]:
    """Compare two stages: first as a whole, then each relationship with the young person.

    Returns:
        the differences in the order of the left case's file, then of what the right one alone
        has; nothing where both tell the same.
    """
    return (*_of_the_stage(left, right), *_of_relationships(left, right))


def _of_the_stage(left: Side, right: Side) -> Iterator[Difference]:
    if _area_name(left) != _area_name(right):
        yield Difference(Matter.AREA)
    if left.ports != right.ports:
        yield Difference(Matter.IN_PRACTICE)


def _area_name(side: Side) -> str | None:
    names = {area.id: area.name.casefold() for area in side.network.case.areas}
    return names.get(side.area or "")


def _of_relationships(left: Side, right: Side) -> Iterator[Difference]:
    matched = match_relationships(left.network.case, right.network.case)
    pairs: list[tuple[str | None, str | None]] = [
        (tie.id, matched.get(tie.id)) for tie in _own(left)
    ]
    seen = set(matched.values())
    pairs += [(None, tie.id) for tie in _own(right) if tie.id not in seen]
    for one, other in pairs:
        found = _difference(left, one, right, other)
        if found is not None:
            yield found


def _own(side: Side) -> list[Relationship]:
    return [tie for tie in side.network.case.relationships if tie.with_young_person]


def _difference(left: Side, one: str | None, right: Side, other: str | None) -> Difference | None:
    ours, theirs = _told(left, one), _told(right, other)
    if not ours.there and not theirs.there:
        return None
    one_view = left.perspective == right.perspective
    facts = [fact for fact in STATE_FACTS if _differ(ours, theirs, fact, one_view=one_view)]
    if ours.there != theirs.there:
        facts = list(STATE_FACTS)
    # Not recorded on the one side and none on the other is told of the tracks, not of each tie.
    if (ours.uses or theirs.uses) and ours.uses != theirs.uses:
        facts.append(USES)
    if not facts:
        return None
    return Difference(
        Matter.RELATIONSHIP,
        one,
        other,
        None if one is None else ours,
        None if other is None else theirs,
        tuple(facts),
    )


def _differ(ours: Told, theirs: Told, fact: str, *, one_view: bool) -> bool:
    mine, yours = getattr(ours, fact), getattr(theirs, fact)
    if fact == "strained":  # not said to be strained is as good as not strained
        return bool(mine) != bool(yours)
    both_say = mine not in _OPEN and yours not in _OPEN
    return mine != yours and (both_say or one_view)


def _told(side: Side, relationship: str | None) -> Told:
    if relationship is None:
        return Told(there=False)
    state = side.network.states(relationship, side.perspective)[side.stage]
    uses = _uses(side, relationship)
    if state is None:
        return Told(there=False, uses=uses)
    return _of_state(state, uses)


def _of_state(state: State, uses: Mapping[UseKind, Level] | None) -> Told:
    return Told(
        there=True,
        status=state.status,
        strength=state.strength,
        strained=state.strained,
        influence=frozenset(state.influence),
        closeness=state.closeness,
        uses=uses,
    )


def _uses(side: Side, relationship: str) -> Mapping[UseKind, Level] | None:
    """Give the uses of a relationship; None where those of its track were not recorded."""
    track = side.network.relationships[relationship].tracks[0]
    if track not in side.network.recorded_tracks[side.stage]:
        return None
    return {use.use: use.level for use in side.network.uses(relationship, side.stage)}
