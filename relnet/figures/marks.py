"""The small signs on a line: uses, harm and protection, a question, a difference."""

from math import pi, tan

from relnet.case.vocabulary import Level, UseKind
from relnet.figures.paths import Path, Point, straight
from relnet.figures.scene import Disc, Line, Run, Shape, Text

BADGE_RADIUS = 9.0
SIGN_RADIUS = 7.0
SMALL_SIGN_RADIUS = 5.5

_QUARTER = 4 / 3 * tan(pi / 8)
"""How far the handles of a cubic stand out that draws a quarter of a circle."""


def use_badge(at: Point, use: UseKind, level: Level, track: str) -> tuple[Shape, ...]:
    """Draw a use: filled in practice, half filled when planned, dashed as an ambition."""
    x, y = at
    shapes: list[Shape] = [Disc(x, y, BADGE_RADIUS, f"badge-{track}-{level.value}")]
    if level is Level.PLANNED:
        shapes.append(Line(_half_disc(at, BADGE_RADIUS), f"badge-{track}-half"))
    style = f"icon-{track}-{level.value}"
    return (*shapes, *_ICONS[use](x, y, style))


def harm_sign(at: Point, *, suspected: bool) -> tuple[Shape, ...]:
    """Draw "!": this relationship brings harm; dashed where that is suspected."""
    x, y = at
    end = "-suspected" if suspected else ""
    return (
        Disc(x, y, SIGN_RADIUS, f"mark-harm{end}"),
        Line(straight(((x, y - 3.8), (x, y + 0.8))), f"sign-harm{end}"),
        Line(straight(((x, y + 2.6), (x, y + 4.2))), f"sign-harm{end}"),
    )


def protection_sign(at: Point, track: str) -> tuple[Shape, ...]:
    """Draw "+": this relationship protects."""
    x, y = at
    return (
        Disc(x, y, SMALL_SIGN_RADIUS, f"mark-protective-{track}"),
        Line(straight(((x - 3, y), (x + 3, y))), f"sign-protective-{track}"),
        Line(straight(((x, y - 3), (x, y + 3))), f"sign-protective-{track}"),
    )


def query_sign(at: Point) -> tuple[Shape, ...]:
    """Draw "?": nobody has said."""
    x, y = at
    return (
        Disc(x, y, SIGN_RADIUS + 1, "mark-query"),
        Text(x, y + 4.3, (Run("?", "text-query"),), "middle"),
    )


def difference_sign(at: Point) -> tuple[Shape, ...]:
    """Draw "≠": others see this relationship otherwise."""
    x, y = at
    return (
        Disc(x, y, SIGN_RADIUS, "mark-query"),
        Line(straight(((x - 3.4, y - 1.6), (x + 3.4, y - 1.6))), "sign-differs"),
        Line(straight(((x - 3.4, y + 1.6), (x + 3.4, y + 1.6))), "sign-differs"),
        Line(straight(((x + 2.2, y - 4.4), (x - 2.2, y + 4.4))), "sign-differs"),
    )


def slash(at: Point) -> Line:
    """Draw the slash where a relationship broke."""
    x, y = at
    return Line(straight(((x + 3, y - 6.5), (x - 3, y + 6.5))), "slash")


def cross(at: Point) -> tuple[Line, ...]:
    """Draw a small cross: never formed."""
    x, y = at
    return (
        Line(straight(((x - 3.5, y - 3.5), (x + 3.5, y + 3.5))), "cross"),
        Line(straight(((x - 3.5, y + 3.5), (x + 3.5, y - 3.5))), "cross"),
    )


def _arc(centre: Point, radius: float, first: int, quarters: int) -> Path:
    """Draw quarters of a circle, clockwise; quarter 0 runs from the right to the bottom."""
    x, y = centre
    ways = ((1, 0), (0, 1), (-1, 0), (0, -1))
    handle = radius * _QUARTER
    begin = ways[first % 4]
    path = Path((x + begin[0] * radius, y + begin[1] * radius))
    for quarter in range(first, first + quarters):
        (ax, ay), (bx, by) = ways[quarter % 4], ways[(quarter + 1) % 4]
        path = path.to(
            (x + ax * radius + bx * handle, y + ay * radius + by * handle),
            (x + bx * radius + ax * handle, y + by * radius + ay * handle),
            (x + bx * radius, y + by * radius),
        )
    return path


def _half_disc(centre: Point, radius: float) -> Path:
    return _arc(centre, radius, 1, 2)


def _turning(x: float, y: float, style: str) -> tuple[Shape, ...]:
    """Two arrows that go round: consistency."""
    top = _arc((x, y), 4.6, 2, 1)
    low = _arc((x, y), 4.6, 0, 1)
    return (
        Line(top, style),
        Line(straight(((x - 2.2, y - 6.8), (x + 0.6, y - 4.6), (x - 2.2, y - 2.4))), style),
        Line(low, style),
        Line(straight(((x + 2.2, y + 6.8), (x - 0.6, y + 4.6), (x + 2.2, y + 2.4))), style),
    )


def _rings(x: float, y: float, style: str) -> tuple[Shape, ...]:
    """Two rings in each other: collaboration."""
    return (Disc(x - 2.3, y, 3.2, style), Disc(x + 2.3, y, 3.2, style))


def _shield(x: float, y: float, style: str) -> tuple[Shape, ...]:
    """A shield: safety."""
    path = (
        Path((x, y - 5.2))
        .to((x + 4.2, y - 3.6))
        .to((x + 4.2, y + 1.5), (x + 2.6, y + 4.0), (x, y + 5.4))
        .to((x - 2.6, y + 4.0), (x - 4.2, y + 1.5), (x - 4.2, y - 3.6))
        .to((x, y - 5.2))
    )
    return (Line(path, style),)


_ICONS = {
    UseKind.CONSISTENCY: _turning,
    UseKind.COLLABORATION: _rings,
    UseKind.SAFETY: _shield,
}
