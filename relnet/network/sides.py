"""What one side of a comparison tells: a case at a stage, as one perspective sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from relnet.case.models import Relationship
from relnet.case.timeline import Place, stage_places
from relnet.case.vocabulary import Certainty, Influence, Level, Status, Strength, Track, UseKind
from relnet.network.attention import Port, attention
from relnet.network.graph import CaseNetwork

STATE_FACTS = ("status", "strength", "strained", "influence", "closeness", "certainty")
"""The facts of a state that are compared, in the order in which they are told."""

USES = "uses"

Uses = Mapping[UseKind, Level] | None
"""What is done through a relationship; None where the uses of its track were not recorded."""


@dataclass(frozen=True)
class Side:
    """One of two things that are compared: a case at a stage, as one perspective sees it."""

    network: CaseNetwork
    perspective: str
    stage: int

    @cached_property
    def place(self) -> Place:
        """Where the young person lives then."""
        return stage_places(self.network.case)[self.stage]

    @property
    def area_name(self) -> str | None:
        """What the area is called where the young person lives then; None: not known."""
        areas = self.network.case.areas
        return next((area.name.casefold() for area in areas if area.id == self.place.area), None)

    @cached_property
    def ports(self) -> tuple[Port, ...]:
        """Whether each track is in practice."""
        found = attention(self.network, self.stage)
        return tuple(found.port(track) for track in Track)

    def differing_tracks(self, other: "Side") -> frozenset[Track]:
        """Give the tracks that are in practice on one side alone, where both recorded it."""
        return frozenset(
            track
            for track, *ports in zip(Track, self.ports, other.ports, strict=True)
            if set(ports) == {Port.HELD, Port.EMPTY}
        )

    @cached_property
    def present(self) -> frozenset[str]:
        """Everybody and every setting of whom a relationship is told."""
        ties = self.network.ties(self.stage, self.perspective)
        return frozenset(
            end for tie in ties for end in (tie.relationship.from_, tie.relationship.to)
        )


@dataclass(frozen=True, slots=True)
class Told:
    """What one side tells of a relationship.

    ``there`` is False where this side has no such relationship at this stage, and ``never``
    True where its view tells of it at no stage; ``uses`` is None where the uses of its track
    were not recorded.
    """

    there: bool
    never: bool = False
    status: Status | None = None
    strength: Strength | None = None
    strained: bool | None = None
    influence: frozenset[Influence] = frozenset()
    closeness: int | None = None
    certainty: Certainty | None = None
    uses: Uses = None

    @property
    def tells(self) -> bool:
        """Whether anything is said: that it is not known how things stand is nothing."""
        facts = (fact for fact in STATE_FACTS if self.says(fact))
        return self.there and any(
            fact != "status" or self.status is not Status.NOT_KNOWN for fact in facts
        )

    def says(self, fact: str) -> bool:
        """Whether a fact of its state is told, not left open."""
        return getattr(self, fact) not in (None, frozenset())


def told_of(side: Side, tie: Relationship | None) -> Told:
    """Give what a side tells of a relationship; None stands for one that its case has not."""
    if tie is None:
        return Told(there=False)
    states = side.network.states(tie.id, side.perspective)
    state = states[side.stage]
    uses = _uses(side, tie)
    if state is None:
        return Told(there=False, never=not any(states), uses=uses)
    return Told(
        there=True,
        status=state.status,
        strength=state.strength,
        strained=state.strained,
        influence=frozenset(state.influence),
        closeness=state.closeness,
        certainty=state.certainty,
        uses=uses,
    )


def _uses(side: Side, tie: Relationship) -> Uses:
    """Give the uses of a relationship; None where those of its track were not recorded."""
    if not tie.tracks or tie.tracks[0] not in side.network.recorded_tracks[side.stage]:
        return None
    return {use.use: use.level for use in side.network.uses(tie.id, side.stage)}
