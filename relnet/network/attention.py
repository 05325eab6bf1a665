"""Where attention goes: the uses of each track at a stage, and whom no plan holds."""

from dataclasses import dataclass
from enum import StrEnum

from relnet.case.models import Use
from relnet.case.vocabulary import Blank, Level, Track, UseKind
from relnet.network.graph import CaseNetwork, Tie, is_harmful_only

CLOSE = (1, 2)
"""The convoy circles that count as close (Kahn & Antonucci 1980: inner and middle)."""

_LEVELS = (Level.PRACTICE, Level.PLANNED, Level.AMBITION)


class Port(StrEnum):
    """What a track's port shows."""

    HELD = "held"
    EMPTY = "empty"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Cell:
    """One use of one track at a stage.

    ``level`` is the most real one told; None where there is none. ``recorded`` says whether
    the track's uses were talked through, so that none means none.
    """

    track: Track
    use: UseKind
    level: Level | None
    recorded: bool
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Attention:
    """All nine cells of a stage, with what is said of tracks that show nobody."""

    cells: tuple[Cell, ...]
    blanks: dict[Track, Blank]

    def cell(self, track: Track, use: UseKind) -> Cell:
        """The cell of one track and one use."""
        return next(c for c in self.cells if c.track is track and c.use is use)

    def port(self, track: Track) -> Port:
        """Whether a track is in practice, is not, or was not recorded."""
        row = [cell for cell in self.cells if cell.track is track]
        if any(cell.level is Level.PRACTICE for cell in row):
            return Port.HELD
        return Port.EMPTY if row[0].recorded else Port.UNKNOWN

    @property
    def in_practice(self) -> tuple[Track, ...]:
        """The tracks with a use in practice."""
        return tuple(track for track in Track if self.port(track) is Port.HELD)

    @property
    def not_recorded(self) -> tuple[Track, ...]:
        """The tracks whose uses were not recorded."""
        return tuple(track for track in Track if self.port(track) is Port.UNKNOWN)


def attention(network: CaseNetwork, stage: int) -> Attention:
    """Give where attention goes at a stage: each use counts once, in its first track."""
    told = network.case.stages[stage]
    tracks = {r.id: r.tracks[0] for r in network.case.relationships if r.tracks}
    by_cell: dict[tuple[Track, UseKind], list[Use]] = {}
    for use in network.case.uses:
        if use.stage == told.id:
            by_cell.setdefault((tracks[use.relationship], use.use), []).append(use)
    recorded = network.recorded_tracks[stage]
    cells = tuple(
        _cell(track, use, by_cell.get((track, use), []), recorded=track in recorded)
        for track in Track
        for use in UseKind
    )
    return Attention(cells, dict(told.blanks))


def _cell(track: Track, use: UseKind, uses: list[Use], *, recorded: bool) -> Cell:
    levels = {item.level for item in uses}
    level = next((level for level in _LEVELS if level in levels), None)
    return Cell(track, use, level, recorded, tuple(uses))


@dataclass(frozen=True, slots=True)
class Overlooked:
    """Somebody close to the young person in whose relationship no plan stands."""

    member: str
    ties: tuple[Tie, ...]
    harmful: bool


def overlooked(network: CaseNetwork, stage: int, perspective: str) -> tuple[Overlooked, ...]:
    """Give those close to the young person with no use in practice or planned.

    The ties are as the given perspective sees them, so there may be none. Relationships
    that bring harm alone are marked, to be told apart.
    """
    found = []
    for member in network.members:
        if is_overlooked(network, stage, member):
            ties = network.own_ties_of(member, stage, perspective)
            harmful = bool(ties) and all(is_harmful_only(tie.state) for tie in ties)
            found.append(Overlooked(member, ties, harmful))
    return tuple(found)


def is_overlooked(network: CaseNetwork, stage: int, member: str) -> bool:
    """Whether somebody is close to the young person and in nobody's plan.

    Close means circle 1 or 2, placed by the young person; a plan is a use in practice or
    planned. Where the uses of somebody's track were not recorded, nobody can say that no
    plan holds them: then no.
    """
    if network.closeness(member, stage) not in CLOSE:
        return False
    return all(
        relationship.tracks[0] in network.recorded_tracks[stage]
        and all(use.level is Level.AMBITION for use in network.uses(relationship.id, stage))
        for relationship in network.own_relationships(member)
    )
