"""Where the areas stand at each stage, and where people stand inside them.

Areas are columns: home at the left, then the others in the order of the stages, and last a
strip for people whose area is not known. Home keeps its width at every stage; an area with
nobody in it folds into a narrow strip.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from relnet.case.models import Case
from relnet.case.vocabulary import AreaKind

SCREEN_WIDTH = 1040.0
RIGHT_MARGIN = 12.0
FOLDED_WIDTH = 28.0
FOLDED_GAP = 10.0

_HOME_SHARE = {1: 0.5, 2: 0.46, 3: 0.4, 4: 0.31}
_HOME_SHARE_OF_MANY = 0.24
_CIRCLES = 3


@dataclass(frozen=True, slots=True)
class Room:
    """How much room a map has (px).

    Attributes:
        width: how wide it is, where not many areas are open at once.
        left: what the names of the lanes take.
        gaps: what lies between two areas, by how many are open.
        gap_of_many: the same where more are open.
        least: how wide an open area is at least.
        least_of_many: the same where the map is wider than its room in any case.
        extra: how much wider the one is in which the young person lives, beside others.
        inset: how far the closest stand from the edge of an area where nobody lives now.
        upright: whether the names of the lanes stand upright.
    """

    width: float
    left: float
    gaps: Mapping[int, float]
    gap_of_many: float
    least: float
    least_of_many: float
    extra: float
    inset: float
    upright: bool = False


WIDE = Room(
    width=SCREEN_WIDTH,
    left=126.0,
    gaps={1: 120.0, 2: 120.0, 3: 64.0},
    gap_of_many=36.0,
    least=144.0,
    least_of_many=144.0,
    extra=64.0,
    inset=24.0,
)
"""A map that has the screen to itself."""

NARROW = Room(
    width=650.0,
    left=36.0,
    gaps={1: 60.0, 2: 60.0, 3: 24.0},
    gap_of_many=24.0,
    least=120.0,
    least_of_many=144.0,
    extra=12.0,
    inset=14.0,
    upright=True,
)
"""One of two maps beside each other on a laptop: lanes are named upright, roles give way."""


class Side(StrEnum):
    """On which side of the spine a column stands."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """An area at one stage. ``area`` is None for the strip of people whose area is not known.

    The ``first`` column keeps room for lines at every stage, so that nobody in it moves; in
    the others that room is there only while the young person lives there; else the closest
    stand so far ``away`` from its inner edge.
    """

    area: str | None
    x: float
    width: float
    open: bool
    here: bool
    side: Side
    first: bool
    away: float = WIDE.inset

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def spine_x(self) -> float:
        """Where the spine stands when the young person lives here: on the inner edge."""
        return self.right - 3 if self.side is Side.LEFT else self.x + 3

    def member_x(self, circle: int) -> float:
        """Where somebody of a convoy circle stands; ``NOT_ASKED`` is the fourth column."""
        room = min(124.0, max(60.0, self.width * 0.3))
        inset = (room if self.here or self.first else self.away) + circle * self.step
        return self.right - inset if self.side is Side.LEFT else self.x + inset

    @property
    def step(self) -> float:
        """The distance between two convoy columns."""
        return min(36.0, max(9.0, self.width * 0.08))


NOT_ASKED = _CIRCLES
"""The fourth column: people whom the young person has not been asked about."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one stage, from left to right."""

    all: tuple[Column, ...]

    @property
    def here(self) -> Column:
        """The column in which the young person lives at this stage."""
        return next(column for column in self.all if column.here)

    def of(self, area: str | None) -> Column:
        """The column of an area."""
        return next(column for column in self.all if column.area == area)


def column_order(case: Case) -> tuple[str | None, ...]:
    """Give the areas from left to right; None, the strip of the unknown, comes last."""
    visited = [stage.area for stage in case.stages if stage.area is not None]
    homes = [area.id for area in case.areas if area.kind is AreaKind.HOME]
    others = [area.id for area in case.areas if area.kind is not AreaKind.HOME]
    by_visit = sorted(others, key=lambda area: _first(visited, area))
    return (*homes, *by_visit, None)


def _first(visited: Sequence[str], area: str) -> int:
    return visited.index(area) if area in visited else len(visited)


@dataclass(frozen=True, slots=True)
class StageAreas:
    """The areas of one stage from left to right, which of them are open, and which is home now.

    Made by ``stage_areas``; None is the strip of people whose area is not known.
    """

    shown: tuple[str | None, ...]
    open: frozenset[str | None]
    here: str | None

    @property
    def others(self) -> int:
        """How many areas beside the first are open."""
        return sum(area in self.open for area in self.shown[1:])


def stage_areas(
    order: Sequence[str | None], peopled: frozenset[str | None], here: str | None
) -> StageAreas:
    """Say which areas are shown and open at a stage.

    Args:
        order: the areas from left to right.
        peopled: the areas with somebody in them at this stage.
        here: where the young person lives (None: not known).

    """
    is_open = peopled | {here}
    shown = tuple(area for area in order if area is not None or area in is_open)
    return StageAreas(shown, is_open, here)


def place_columns(
    stages: Sequence[StageAreas], room: Room = WIDE
) -> tuple[float, tuple[Columns, ...]]:
    """Give the width of the picture, and the columns of every stage.

    The picture is as wide as its room, or wider where many areas are open at once.
    """
    most_open = max(2, *(len(stage.open) for stage in stages))
    share = _HOME_SHARE.get(most_open, _HOME_SHARE_OF_MANY)
    least = room.width - RIGHT_MARGIN - room.left
    whole = max(_needed(stage, share, room) for stage in stages)
    if whole > least:
        room = replace(room, least=room.least_of_many)
        whole = max(_needed(stage, share, room) for stage in stages)
    whole = max(whole, least)
    columns = tuple(_columns(stage, whole, whole * share, room) for stage in stages)
    return room.left + whole + RIGHT_MARGIN, columns


def _extra(stage: StageAreas, room: Room) -> float:
    """Give how much wider the area is in which the young person lives now: it is read most."""
    crowded = stage.others > 1 and stage.here != stage.shown[0]
    return room.extra if crowded else 0.0


def _taken(stage: StageAreas, room: Room) -> float:
    """Give the room that folded areas and the gaps take."""
    return FOLDED_WIDTH * (len(stage.shown) - len(stage.open)) + sum(_gaps(stage, room))


def _needed(stage: StageAreas, share: float, room: Room) -> float:
    """Give the least room in which a stage's areas fit, where home takes a share of it."""
    rest = _taken(stage, room) + room.least * stage.others + _extra(stage, room)
    return rest / (1 - share) if stage.shown[0] in stage.open else rest


def _columns(stage: StageAreas, whole: float, home: float, room: Room) -> Columns:
    widths = _widths(stage, whole, home, room)
    gaps = _gaps(stage, room)
    if len(gaps) > 1:
        gaps[1] += max(0.0, whole - sum(widths) - sum(gaps))
    columns: list[Column] = []
    x, passed = room.left, False
    for area, width, gap in zip(stage.shown, widths, gaps, strict=True):
        x += gap
        here = area == stage.here
        leftmost = here and not columns
        side = Side.LEFT if leftmost or (not passed and not here) else Side.RIGHT
        passed = passed or here
        columns.append(
            Column(area, x, width, area in stage.open, here, side, not columns, room.inset)
        )
        x += width
    return Columns(tuple(columns))


def _gaps(stage: StageAreas, room: Room) -> list[float]:
    """Give the room before each column; the young person's distance stands before the second."""
    wide = room.gaps.get(len(stage.open), room.gap_of_many)
    gaps = [0.0]
    any_open = stage.shown[0] in stage.open
    for area in stage.shown[1:]:
        gaps.append(wide if area in stage.open and any_open else FOLDED_GAP)
        any_open = any_open or area in stage.open
    return gaps


def _widths(stage: StageAreas, whole: float, home: float, room: Room) -> list[float]:
    """Share the room: home has the same at every stage, the other open areas share the rest."""
    first = home if stage.shown[0] in stage.open else FOLDED_WIDTH
    taken = _taken(stage, room) + (home if stage.shown[0] in stage.open else 0.0)
    extra = _extra(stage, room)
    share = (whole - taken - extra) / max(1, stage.others)
    return [
        first,
        *(
            FOLDED_WIDTH if area not in stage.open else share + extra * (area == stage.here)
            for area in stage.shown[1:]
        ),
    ]
