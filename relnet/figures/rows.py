"""Which row everybody has: one for the whole case, so that nothing jumps between stages.

People who are ever in the same area never share a row. People of different areas may, once
the lanes are as high as a screen: their labels stand in different columns.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from relnet.case.vocabulary import Track
from relnet.network.graph import CaseNetwork

ROWS_THAT_FIT = 15
"""Rows of the smallest height that a screen of 768 px holds below headings and above key."""

MIN_ROWS = 3
"""A lane is never lower than this: its name and its port need the room."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one lane: how many, and which one each member has."""

    count: int
    row_of: dict[str, int]


def drawn_members(network: CaseNetwork) -> tuple[str, ...]:
    """Give everybody and every setting that has a relationship, in the order of the file."""
    tied = {
        end for part in network.case.relationships for end in (part.from_, part.to) if part.states
    }
    return tuple(member for member in network.members if member in tied)


def assign_rows(network: CaseNetwork) -> dict[Track, Rows]:
    """Give every lane its rows.

    The same case gives the same rows, whatever the stage and the perspective.
    """
    drawn = drawn_members(network)
    stages = range(len(network.case.stages))
    areas = {m: frozenset(network.place(m, stage).area for stage in stages) for m in drawn}
    lanes = {track: [m for m in drawn if network.lanes[m] is track] for track in Track}
    needed = {track: _assign(members, areas, MIN_ROWS).count for track, members in lanes.items()}
    room = _share_room(needed, {track: len(members) for track, members in lanes.items()})
    return {track: _assign(members, areas, room[track]) for track, members in lanes.items()}


def _share_room(needed: dict[Track, int], members: dict[Track, int]) -> dict[Track, int]:
    """Give the rows that are left over to the lanes in which people still share one."""
    room = dict(needed)
    for _ in range(sum(room.values()), ROWS_THAT_FIT):
        fullest = max(room, key=lambda track: members[track] - room[track])
        if members[fullest] <= room[fullest]:
            break
        room[fullest] += 1
    return room


def _assign(members: Iterable[str], areas: dict[str, frozenset[str | None]], count: int) -> Rows:
    """Take for each member the emptiest row that nobody of the same areas has."""
    taken: list[list[str]] = [[] for _ in range(count)]
    row_of: dict[str, int] = {}
    for member in members:
        free = [
            row
            for row, others in enumerate(taken)
            if not any(areas[member] & areas[other] for other in others)
        ]
        if not free:
            taken.append([])
            free = [len(taken) - 1]
        row = min(free, key=lambda candidate: len(taken[candidate]))
        taken[row].append(member)
        row_of[member] = row
    return Rows(len(taken), row_of)
