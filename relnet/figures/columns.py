"""Where the areas stand at each stage, and where people stand inside them.

Areas are columns: home at the left, then the others in the order of the stages, and last a
strip for people whose area is not known. Home keeps its width at every stage; an area with
nobody in it folds into a narrow strip.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from relnet.case.models import Case
from relnet.case.vocabulary import AreaKind

LEFT = 126.0
"""Room for the names of the lanes."""

SCREEN_WIDTH = 1040.0
RIGHT_MARGIN = 12.0
FOLDED_WIDTH = 28.0
FOLDED_GAP = 10.0
MIN_WIDTH = 150.0

_HOME_SHARE = {1: 0.5, 2: 0.46, 3: 0.4, 4: 0.31}
_HOME_SHARE_OF_MANY = 0.24
_GAPS = {1: 120.0, 2: 120.0, 3: 64.0}
_GAP_OF_MANY = 36.0
_HOME_EXTRA = 100.0
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
        room = min(112.0, max(60.0, self.width * 0.27))
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


def scene_width(most_open: int) -> float:
    """Give the width of the picture: a screen's, or more where many areas are open at once."""
    gaps = _gap(most_open) * max(0, most_open - 1)
    return max(SCREEN_WIDTH, LEFT + most_open * MIN_WIDTH + gaps + _HOME_EXTRA + RIGHT_MARGIN)


def place_columns(
    order: Sequence[str | None],
    peopled: frozenset[str | None],
    here: str | None,
    most_open: int,
) -> Columns:
    """Place the columns of one stage.

    Args:
        order: the areas from left to right.
        peopled: the areas with somebody in them at this stage.
        here: where the young person lives (None: not known).
        most_open: the most areas that are open at any stage of the case.

    """
    is_open = {area: area in peopled or area == here for area in order}
    shown = [area for area in order if area is not None or is_open[None]]
    widths = _widths(shown, is_open, most_open)
    gaps = _gaps(shown, is_open)
    spare = scene_width(most_open) - RIGHT_MARGIN - LEFT - sum(widths) - sum(gaps)
    if len(gaps) > 1:
        gaps[1] += max(0.0, spare)
    columns: list[Column] = []
    x, passed = LEFT, False
    for area, width, gap in zip(shown, widths, gaps, strict=True):
        x += gap
        is_here = area == here
        leftmost = is_here and not columns
        side = Side.LEFT if leftmost or (not passed and not is_here) else Side.RIGHT
        passed = passed or is_here
        columns.append(Column(area, x, width, is_open[area], is_here, side, not columns))
        x += width
    return Columns(tuple(columns))


def _gap(open_columns: int) -> float:
    return _GAPS.get(open_columns, _GAP_OF_MANY)


def _gaps(shown: Sequence[str | None], is_open: dict[str | None, bool]) -> list[float]:
    """Give the room before each column; the young person's distance stands before the second."""
    wide = _gap(sum(is_open[area] for area in shown))
    gaps = [0.0]
    for before, area in pairwise(shown):
        both = is_open[before] and is_open[area]
        first_open = is_open[area] and not any(is_open[a] for a in shown[: shown.index(area)])
        gaps.append(wide if both else FOLDED_GAP if not is_open[area] or first_open else wide)
    return gaps


def _widths(
    shown: Sequence[str | None], is_open: dict[str | None, bool], most_open: int
) -> list[float]:
    """Share the room: home has the same at every stage, the other open areas share the rest."""
    whole = scene_width(most_open) - RIGHT_MARGIN - LEFT
    home = whole * _HOME_SHARE.get(most_open, _HOME_SHARE_OF_MANY)
    others = [area for area in shown[1:] if is_open[area]]
    taken = FOLDED_WIDTH * sum(not is_open[area] for area in shown) + sum(_gaps(shown, is_open))
    left = whole - taken - (home if is_open[shown[0]] else 0.0)
    share = max(MIN_WIDTH, left / len(others)) if others else 0.0
    return [
        (home if place == 0 else share) if is_open[area] else FOLDED_WIDTH
        for place, area in enumerate(shown)
    ]
