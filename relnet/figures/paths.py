"""Paths of lines, as plain points: drawn as SVG, sampled for Plotly, bent into zigzags."""

from dataclasses import dataclass
from itertools import pairwise
from math import hypot

Point = tuple[float, float]

_CURVE_SAMPLES = 14
_ZIGZAG_LENGTH = 7.0
_ZIGZAG_HEIGHT = 5.0
_HALVINGS = 24


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

    def upto(self, x: float) -> "Path":
        """Give the beginning of the path, as far as the vertical line at ``x``.

        The path must run to one side all the way, as ``ease_to`` makes it. Where it never
        reaches ``x``, the whole of it is given.
        """
        rising = self.end[0] >= self.start[0]
        done = Path(self.start)
        for part in self.parts:
            if (part[-1][0] < x) == rising:
                done = done.to(*part)
                continue
            return done.to(*_share(done.end, part, _when(done.end, part, x)))
        return done

    def moved(self, dx: float, dy: float) -> "Path":
        """Give the path at another place."""
        parts = tuple(tuple((x + dx, y + dy) for x, y in part) for part in self.parts)
        return Path((self.start[0] + dx, self.start[1] + dy), parts)

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
    (x1, y1), (x2, y2), (x3, y3) = part
    u = 1 - t
    a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    return a * start[0] + b * x1 + c * x2 + d * x3, a * start[1] + b * y1 + c * y2 + d * y3


def _when(start: Point, part: tuple[Point, ...], x: float) -> float:
    """Give the share of a part at which it meets the vertical line at ``x``."""
    end = part[-1][0]
    if len(part) == 1:
        return (x - start[0]) / (end - start[0]) if end != start[0] else 0.0
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        half = (low + high) / 2
        if (_on_cubic(start, part, half)[0] < x) == (end >= start[0]):
            low = half
        else:
            high = half
    return low


def _share(start: Point, part: tuple[Point, ...], t: float) -> tuple[Point, ...]:
    """Give the beginning of a part, up to its share ``t`` (de Casteljau)."""
    t = min(1.0, max(0.0, t))
    if len(part) == 1:
        return (_between(start, part[0], t),)
    b, c, d = part
    ab, bc, cd = _between(start, b, t), _between(b, c, t), _between(c, d, t)
    abc, bcd = _between(ab, bc, t), _between(bc, cd, t)
    return ab, abc, _between(abc, bcd, t)


def _between(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def _pair(point: Point) -> str:
    return f"{short(point[0])} {short(point[1])}"


def short(value: float) -> str:
    """Write a number of px in tenths, without a nought at its end."""
    return f"{value:.1f}".removesuffix(".0")


def straight(points: tuple[Point, ...]) -> Path:
    """Join points by straight lines."""
    return Path(points[0], tuple((point,) for point in points[1:]))


def zigzag(path: Path) -> Path:
    """Bend a path into the ecomap's zigzag of a strained relationship (Hartman)."""
    points = path.points()
    whole = sum(_distances(points))
    teeth = max(2, round(whole / _ZIGZAG_LENGTH))
    bent = [points[0]]
    for tooth in range(1, teeth):
        point, (dx, dy) = _along(points, whole * tooth / teeth)
        side = _ZIGZAG_HEIGHT if tooth % 2 else -_ZIGZAG_HEIGHT
        bent.append((point[0] - dy * side, point[1] + dx * side))
    bent.append(points[-1])
    return straight(tuple(bent))


def _distances(points: tuple[Point, ...]) -> list[float]:
    return [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]


def _along(points: tuple[Point, ...], distance: float) -> tuple[Point, Point]:
    """Give the point at a distance along the points, and the direction there."""
    left = distance
    for a, b in pairwise(points):
        step = hypot(b[0] - a[0], b[1] - a[1])
        if step >= left and step > 0:
            dx, dy = (b[0] - a[0]) / step, (b[1] - a[1]) / step
            return (a[0] + dx * left, a[1] + dy * left), (dx, dy)
        left -= step
    return points[-1], (1.0, 0.0)


def length(path: Path) -> float:
    """Give the length of a path in px."""
    return sum(_distances(path.points()))


def point_at(path: Path, distance: float) -> Point:
    """Give the point at a distance (px) from the start of a path; past its end, the end."""
    return _along(path.points(), distance)[0]
