"""One stage of a case as the map shows it: who stands where, and which relationships there are."""

from dataclasses import dataclass
from functools import cached_property

from relnet.case.names import Names
from relnet.case.vocabulary import YOUNG_PERSON, Track
from relnet.figures.columns import NOT_ASKED, WIDE, Column, Columns, Room, Side
from relnet.figures.frame import Frame
from relnet.figures.paths import Point
from relnet.network.attention import Attention, attention
from relnet.network.graph import CaseNetwork, Tie

PORT_RADIUS = 14.0
NODE_RADIUS = 8.5

_MIN_FAULT = 24.0


@dataclass(frozen=True)
class StageView:
    """One stage, as one perspective sees it, with the places of everything."""

    network: CaseNetwork
    stage: int
    perspective: str
    names: Names
    refs: dict[str, str]
    frame: Frame
    columns: Columns
    room: Room = WIDE

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """Every relationship that is there."""
        return self.network.ties(self.stage, self.perspective)

    @cached_property
    def own_ties(self) -> dict[str, list[Tie]]:
        """The relationships with the young person, by member."""
        found: dict[str, list[Tie]] = {}
        for tie in self.ties:
            if tie.relationship.with_young_person:
                found.setdefault(tie.relationship.from_, []).append(tie)
        return found

    @cached_property
    def members(self) -> tuple[str, ...]:
        """Everybody and every setting that has a relationship here, in the order of the file."""
        return members_at(self.network, self.stage, self.perspective)

    @cached_property
    def attention(self) -> Attention:
        """Where attention goes."""
        return attention(self.network, self.stage)

    def column(self, member: str) -> Column:
        """The column in which a member stands."""
        return self.columns.of(self.network.place(member, self.stage).area)

    def circle(self, member: str) -> int:
        """The convoy column of a member, 0 for the inner circle, 3 for not asked."""
        if not self.network.asks_closeness:
            return 0
        closeness = self.network.closeness(member, self.stage)
        return NOT_ASKED if closeness is None else closeness - 1

    def node(self, member: str) -> Point:
        """The place of a member."""
        x = self.column(member).member_x(self.circle(member))
        return x, self.frame.lanes[self.network.lanes[member]].row_y(member)

    def port(self, track: Track) -> Point:
        """The place of a track's port on the spine."""
        return self.columns.here.spine_x, self.frame.lanes[track].middle

    def fault_x(self, column: Column) -> float | None:
        """Where relationships with people of a column break; None inside the same column."""
        here = self.columns.here
        if column is here:
            return None
        place = self.columns.all.index(here)
        if column.side is Side.LEFT:
            gap = here.x - self.columns.all[place - 1].right
            return here.x - max(_MIN_FAULT, gap / 2)
        gap = self.columns.all[place + 1].x - here.right
        return here.right + max(_MIN_FAULT, gap / 2)


def members_at(network: CaseNetwork, stage: int, perspective: str) -> tuple[str, ...]:
    """Give everybody and every setting that has a relationship at a stage."""
    tied = {
        end
        for tie in network.ties(stage, perspective)
        for end in (tie.relationship.from_, tie.relationship.to)
        if end != YOUNG_PERSON
    }
    return tuple(member for member in network.members if member in tied)
