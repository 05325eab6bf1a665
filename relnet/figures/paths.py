"""Paths of lines, as plain points: drawn as SVG, sampled for Plotly, bent into zigzags."""

from dataclasses import dataclass
from math import hypot

Point = tuple[float, float]

_CURVE_SAMPLES = 14
_ZIGZAG_LENGTH = 7.0
_ZIGZAG_HEIGHT = 4.0


@dataclass(frozen=True, slots=True)
class Path:
    """A line from ``start`` along parts: one point is a straight part, three are a cubic."""

    start: Point
    parts: tuple[tuple[Point, ...], ...] = ()

    def to(self, *points: Point) -> "Path":
        """Go on: straight to one point, or along a cubic given by three."""
        return Path(self.start, (*self.parts, points))

    def ease_to(self, end: Point) -> "Path":
        """Go on to a point along an S curve that leaves and arrives level."""
        x0, y0 = self.end
        x1, y1 = end
        middle = (x0 + x1) / 2
        return self.to((middle, y0), (middle, y1), end)

    @property
    def end(self) -> Point:
        """Where the path ends."""
        return self.parts[-1][-1] if self.parts else self.start

    def svg(self) -> str:
        """Give the path in SVG's notation, in tenths of a pixel."""
        drawn = [f"M{_pair(self.start)}"]
        for part in self.parts:
            letter = "L" if len(part) == 1 else "C"
            drawn.append(letter + " ".join(_pair(point) for point in part))
        return "".join(drawn)

    def points(self) -> tuple[Point, ...]:
        """Give the path as points close enough to be joined by straight lines."""
        found = [self.start]
        for part in self.parts:
            if len(part) == 1:
                found.append(part[0])
                continue
            origin = found[-1]
            found += [
                _on_cubic(origin, part, step / _CURVE_SAMPLES)
                for step in range(1, _CURVE_SAMPLES + 1)
            ]
        return tuple(found)


def _on_cubic(start: Point, part: tuple[Point, ...], t: float) -> Point:
    u = 1 - t
    weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    points = (start, *part)
    x = sum(weight * point[0] for weight, point in zip(weights, points, strict=True))
    y = sum(weight * point[1] for weight, point in zip(weights, points, strict=True))
    return x, y


def _pair(point: Point) -> str:
    return f"{_short(point[0])} {_short(point[1])}"


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


short = _short


def straight(points: tuple[Point, ...]) -> Path:
    """Join points by straight lines."""
    return Path(points[0], tuple((point,) for point in points[1:]))


def zigzag(path: Path) -> Path:
    """Bend a path into the ecomap's zigzag of a strained relationship (Hartman)."""
    points = path.points()
    length = sum(_distances(points))
    teeth = max(2, round(length / _ZIGZAG_LENGTH))
    bent = [points[0]]
    for tooth in range(1, teeth):
        point, (dx, dy) = _along(points, length * tooth / teeth)
        side = _ZIGZAG_HEIGHT if tooth % 2 else -_ZIGZAG_HEIGHT
        bent.append((point[0] - dy * side, point[1] + dx * side))
    bent.append(points[-1])
    return straight(tuple(bent))


def _distances(points: tuple[Point, ...]) -> list[float]:
    return [hypot(b[0] - a[0], b[1] - a[1]) for a, b in zip(points, points[1:], strict=False)]


def _along(points: tuple[Point, ...], distance: float) -> tuple[Point, Point]:
    """Give the point at a distance along the points, and the direction there."""
    left = distance
    for a, b in zip(points, points[1:], strict=False):
        step = hypot(b[0] - a[0], b[1] - a[1])
        if step >= left and step > 0:
            dx, dy = (b[0] - a[0]) / step, (b[1] - a[1]) / step
            return (a[0] + dx * left, a[1] + dy * left), (dx, dy)
        left -= step
    return points[-1], (1.0, 0.0)


def middle(path: Path) -> Point:
    """Give the point halfway along a path."""
    points = path.points()
    return _along(points, sum(_distances(points)) / 2)[0]
