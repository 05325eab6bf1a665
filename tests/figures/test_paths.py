"""Paths: where they end and are cut, and what the painters get of them."""

from itertools import pairwise
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relnet.figures.paths import Path, length, point_at, short, straight, zigzag

px = st.floats(-2000, 2000, allow_nan=False).map(lambda value: round(value, 1))
points = st.tuples(px, px)


def test_a_path_without_parts_ends_where_it_starts() -> None:
    path = Path((3, 4))
    assert (path.end, path.points(), length(path)) == ((3, 4), ((3, 4),), 0)


def test_going_on_makes_a_new_path() -> None:
    path = Path((0, 0))
    longer = path.to((10, 0)).to((10, 5), (20, 5), (20, 10))
    assert (path.end, longer.end) == ((0, 0), (20, 10))


def test_svg_notation_is_in_tenths_of_a_pixel() -> None:
    path = Path((0, 0.5)).to((10.26, 0)).to((12, 1), (13.06, 2), (14, 3))
    assert path.svg() == "M0 0.5L10.3 0C12 1 13.1 2 14 3"


def test_numbers_have_no_nought_at_their_end() -> None:
    assert [short(value) for value in (1.0, 1.25, -0.5, 100.96)] == ["1", "1.2", "-0.5", "101"]


@given(points, points)
def test_an_eased_path_leaves_and_arrives_level(
    start: tuple[float, float], end: tuple[float, float]
) -> None:
    path = Path(start).ease_to(end)
    ((first, last, arrived),) = path.parts
    assert (first[1], last[1], arrived) == (start[1], end[1], end)


@given(points, points, st.floats(0, 1))
def test_a_path_is_cut_at_a_vertical_line(
    start: tuple[float, float], end: tuple[float, float], share: float
) -> None:
    middle = ((start[0] + end[0]) / 2, start[1])
    path = Path(start).to(middle).ease_to(end)
    x = start[0] + (end[0] - start[0]) * share
    cut = path.upto(x)
    assert cut.start == start
    assert cut.end[0] == pytest.approx(x, abs=0.5)
    low, high = sorted((start[0], cut.end[0]))
    assert all(low - 0.5 <= point[0] <= high + 0.5 for point in cut.points())


def test_a_path_that_never_reaches_the_line_is_given_whole() -> None:
    path = Path((0, 0)).ease_to((100, 50))
    assert path.upto(140) == path


def test_a_line_before_the_start_leaves_nothing() -> None:
    assert length(Path((10, 0)).ease_to((100, 50)).upto(0)) == pytest.approx(0, abs=0.1)


@given(points, points)
def test_points_follow_the_curve(start: tuple[float, float], end: tuple[float, float]) -> None:
    found = Path(start).ease_to(end).points()
    assert found[0] == start
    assert found[-1] == pytest.approx(end)
    step = dist(start, end) / 4 + 1
    assert all(dist(a, b) <= step for a, b in pairwise(found))


def test_places_along_a_path() -> None:
    path = straight(((0, 0), (10, 0), (10, 10)))
    assert length(path) == 20
    assert [point_at(path, at) for at in (0, 5, 15, 99)] == [(0, 0), (5, 0), (10, 5), (10, 10)]


@given(points, points)
def test_a_zigzag_keeps_its_ends_and_leaves_the_line_on_both_sides(
    start: tuple[float, float], end: tuple[float, float]
) -> None:
    path = straight((start, end))
    bent = zigzag(path)
    assert bent.start == start
    assert bent.end == end
    if dist(start, end) > 30:
        assert length(bent) > length(path)
    assert all(len(part) == 1 for part in bent.parts)
    # A tooth stands off at a right angle, so no point is farther than a tooth is high.
    assert max(_off(point, start, end) for point in bent.points()) <= 6


def _off(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    whole = dist(a, b)
    if whole == 0:
        return 0
    cross = (b[0] - a[0]) * (a[1] - point[1]) - (a[0] - point[0]) * (b[1] - a[1])
    return abs(cross) / whole
