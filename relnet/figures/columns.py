"""Where the areas stand at each stage, and where people stand inside them.

Areas are columns: home at the left, then the others in the order of the stages, and last a
strip for people whose area is not known. Home keeps its width at every stage; an area with
nobody in it folds into a narrow strip.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from relnet.case.models import Case
from relnet.case.vocabulary import AreaKind

LEFT = 126.0
"""Room for the names of the lanes."""

SCREEN_WIDTH = 1040.0
RIGHT_MARGIN = 12.0
FOLDED_WIDTH = 28.0
FOLDED_GAP = 10.0
MIN_WIDTH = 144.0

_HERE_EXTRA = 64.0
_HOME_SHARE = {1: 0.5, 2: 0.46, 3: 0.4, 4: 0.31}
_HOME_SHARE_OF_MANY = 0.24
_GAPS = {1: 120.0, 2: 120.0, 3: 64.0}
_GAP_OF_MANY = 36.0
_CIRCLES = 3
_AWAY_INSET = 24.0


class Side(StrEnum):
    """On which side of the spine a column stands."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """An area at one stage. ``area`` is None for the strip of people whose area is not known.

    The ``first`` column keeps room for lines at every stage, so that nobody in it moves; in
    the others that room is there only while the young person lives there.
    """

    area: str | None
    x: float
    width: float
    open: bool
    here: bool
    side: Side
    first: bool

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
        inset = (room if self.here or self.first else _AWAY_INSET) + circle * self.step
        return self.right - inset if self.side is Side.LEFT else self.x + inset

    @property
    def step(self) -> float:
        """The distance between two convoy columns."""
        return min(36.0, max(11.0, self.width * 0.08))


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

    @property
    def extra(self) -> float:
        """How much wider the area is in which the young person lives now: it is read most."""
        crowded = self.others > 1 and self.here != self.shown[0]
        return _HERE_EXTRA if crowded else 0.0

    @property
    def taken(self) -> float:
        """The room that folded areas and the gaps take."""
        return FOLDED_WIDTH * (len(self.shown) - len(self.open)) + sum(_gaps(self))


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


def place_columns(stages: Sequence[StageAreas]) -> tuple[float, tuple[Columns, ...]]:
    """Give the width of the picture, and the columns of every stage.

    The picture is as wide as a screen, or wider where many areas are open at once.
    """
    most_open = max(2, *(len(stage.open) for stage in stages))
    share = _HOME_SHARE.get(most_open, _HOME_SHARE_OF_MANY)
    whole = max(SCREEN_WIDTH - RIGHT_MARGIN - LEFT, *(_needed(stage, share) for stage in stages))
    columns = tuple(_columns(stage, whole, whole * share) for stage in stages)
    return LEFT + whole + RIGHT_MARGIN, columns


def _needed(stage: StageAreas, share: float) -> float:
    """Give the least room in which a stage's areas fit, where home takes a share of it."""
    rest = stage.taken + MIN_WIDTH * stage.others + stage.extra
    return rest / (1 - share) if stage.shown[0] in stage.open else rest


def _columns(stage: StageAreas, whole: float, home: float) -> Columns:
    widths = _widths(stage, whole, home)
    gaps = _gaps(stage)
    if len(gaps) > 1:
        gaps[1] += max(0.0, whole - sum(widths) - sum(gaps))
    columns: list[Column] = []
    x, passed = LEFT, False
    for area, width, gap in zip(stage.shown, widths, gaps, strict=True):
        x += gap
        here = area == stage.here
        leftmost = here and not columns
        side = Side.LEFT if leftmost or (not passed and not here) else Side.RIGHT
        passed = passed or here
        columns.append(Column(area, x, width, area in stage.open, here, side, not columns))
        x += width
    return Columns(tuple(columns))


def _gaps(stage: StageAreas) -> list[float]:
    """Give the room before each column; the young person's distance stands before the second."""
    wide = _GAPS.get(len(stage.open), _GAP_OF_MANY)
    gaps = [0.0]
    any_open = stage.shown[0] in stage.open
    for area in stage.shown[1:]:
        gaps.append(wide if area in stage.open and any_open else FOLDED_GAP)
        any_open = any_open or area in stage.open
    return gaps


def _widths(stage: StageAreas, whole: float, home: float) -> list[float]:
    """Share the room: home has the same at every stage, the other open areas share the rest."""
    first = home if stage.shown[0] in stage.open else FOLDED_WIDTH
    taken = stage.taken + (home if stage.shown[0] in stage.open else 0.0)
    share = (whole - taken - stage.extra) / max(1, stage.others)
    return [
        first,
        *(
            FOLDED_WIDTH if area not in stage.open else share + stage.extra * (area == stage.here)
            for area in stage.shown[1:]
        ),
    ]
