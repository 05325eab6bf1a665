"""The rows of the tracks: one for each relationship, or for each role, and their order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from relnet.case.models import Person, Relationship
from relnet.case.vocabulary import Track
from relnet.figures.rows import assign_rows
from relnet.figures.tracks.options import Roles, Sort, TracksOptions
from relnet.network.changes import ChangeKind, change_between
from relnet.network.graph import CaseNetwork, Tie, is_active

_NOT_ASKED = 4
"""Behind the three circles: people whom the young person was not asked about."""


@dataclass(frozen=True, slots=True)
class TrackRow:
    """One row.

    Attributes:
        track: its lane.
        relationships: the one that it shows, or those of one role, one after the other.
        cells: which relationship stands there at each stage; None where none is told.
        slot: the role, where the row shows several people in it.

    """

    track: Track
    relationships: tuple[Relationship, ...]
    cells: tuple[Tie | None, ...]
    slot: str | None = None

    @property
    def active(self) -> frozenset[int]:
        """The stages at which it is active."""
        return frozenset(n for n, tie in enumerate(self.cells) if tie and is_active(tie.state))

    @property
    def lost_at(self) -> int:
        """The first stage at which it is told to be broken or ended; after the last if never."""
        before = None
        for number, tie in enumerate(self.cells):
            state = tie.state if tie else None
            if change_between(before, state) in (ChangeKind.BROKEN, ChangeKind.ENDED):
                return number
            before = state
        return len(self.cells)


def track_rows(
    network: CaseNetwork, perspective: str, options: TracksOptions
) -> tuple[TrackRow, ...]:
    """Give the rows from top to bottom: lane by lane, in the order that was chosen.

    A relationship of which this perspective tells nothing has no row.
    """
    rows = _in_map_order(network, perspective)
    if options.roles is Roles.SLOTS:
        rows = _by_role(network, rows)
    return tuple(
        row
        for track in Track
        for row in _sorted(network, [row for row in rows if row.track is track], options.sort)
    )


def _in_map_order(network: CaseNetwork, perspective: str) -> list[TrackRow]:
    stages = range(len(network.case.stages))
    ties = [{tie.id: tie for tie in network.own_ties(n, perspective)} for n in stages]
    own = (part for part in network.case.relationships if part.with_young_person)
    rows = []
    for part in own:
        cells = tuple(at_stage.get(part.id) for at_stage in ties)
        if any(cells):
            rows.append(TrackRow(part.tracks[0], (part,), cells))
    places = {
        member: number
        for lane in assign_rows(network).values()
        for member, number in lane.row_of.items()
    }
    return sorted(rows, key=lambda row: _map_place(network, row, places))


def _map_place(network: CaseNetwork, row: TrackRow, places: dict[str, int]) -> tuple[bool, int]:
    """Order by the height on the map; those whose person stands in another lane come last."""
    member = row.relationships[0].from_
    return network.lanes[member] is not row.track, places[member]


def _sorted(network: CaseNetwork, rows: list[TrackRow], sort: Sort) -> list[TrackRow]:
    if sort is Sort.CLOSENESS:
        return sorted(rows, key=lambda row: _closest(network, row))
    if sort is Sort.LOST_FIRST:
        return sorted(rows, key=lambda row: row.lost_at)
    if sort is Sort.LASTED:
        return sorted(rows, key=lambda row: -len(row.active))
    return rows


def _closest(network: CaseNetwork, row: TrackRow) -> int:
    """Give the closest circle in which the young person ever placed somebody of a row."""
    circles = (
        network.closeness(part.from_, stage)
        for part in row.relationships
        for stage in range(len(row.cells))
    )
    return min((circle for circle in circles if circle is not None), default=_NOT_ASKED)


def _by_role(network: CaseNetwork, rows: Sequence[TrackRow]) -> list[TrackRow]:
    """Put those who follow one another in a role into the row of the first of them."""
    found: list[TrackRow] = []
    done: set[tuple[Track, str]] = set()
    for row in rows:
        slot = _slot(network, row)
        if slot is None:
            found.append(row)
        elif (row.track, slot) not in done:
            done.add((row.track, slot))
            same = [r for r in rows if r.track is row.track and _slot(network, r) == slot]
            found += (_joined(network, line) for line in _successions(same))
    return found


def _slot(network: CaseNetwork, row: TrackRow) -> str | None:
    member = network.members[row.relationships[0].from_]
    slot = member.role_slot if isinstance(member, Person) else None
    return slot.casefold() if slot else None


def _successions(rows: Iterable[TrackRow]) -> list[list[TrackRow]]:
    """Share rows out, so that no two of one line are active at the same stage."""
    lines: list[list[TrackRow]] = []
    for row in sorted(rows, key=lambda row: min(row.active, default=len(row.cells))):
        free = (line for line in lines if not any(row.active & other.active for other in line))
        line = next(free, None)
        if line is None:
            lines.append([row])
        else:
            line.append(row)
    return lines


def _joined(network: CaseNetwork, line: list[TrackRow]) -> TrackRow:
    """Make one row of several: at each stage who is active, else who came last."""
    if len(line) == 1:
        return line[0]
    cells = tuple(_in_role(ties) for ties in zip(*(row.cells for row in line), strict=True))
    first = network.members[line[0].relationships[0].from_]
    slot = first.role_slot if isinstance(first, Person) else None
    return TrackRow(line[0].track, tuple(row.relationships[0] for row in line), cells, slot)


def _in_role(ties: Sequence[Tie | None]) -> Tie | None:
    there = [tie for tie in ties if tie is not None]
    active = [tie for tie in there if is_active(tie.state)]
    return next(iter(active or reversed(there)), None)
