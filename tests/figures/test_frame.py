"""The frame: lanes high enough for their rows, and everything else below one another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relnet.case.vocabulary import Track
from relnet.figures.frame import (
    AREA_NAME_Y,
    AREA_NOTE_Y,
    BOX_TOP,
    KEY_ROW,
    LANES_TOP,
    MIN_ROW,
    TITLE_Y,
    Frame,
    frame_of,
)
from relnet.figures.rows import Rows

TRUSTED, PARENT_CHILD, COMMUNITY_PEER = Track

row_counts = st.tuples(*(st.integers(3, 60) for _ in Track))


def frame(*counts: int, lines: int = 1) -> Frame:
    """Give a frame whose lanes have so many rows, each with somebody in it."""
    rows = {
        track: Rows(count, {f"{track.value}-{n}": n for n in range(count)})
        for track, count in zip(Track, counts, strict=True)
    }
    return frame_of(rows, 1000, lines)


@given(row_counts)
def test_no_row_is_lower_than_the_least(counts: tuple[int, ...]) -> None:
    for lane in frame(*counts).lanes.values():
        heights = [lane.row_y(member) for member in lane.rows.row_of]
        assert MIN_ROW >= 26
        assert all(b - a >= MIN_ROW - 1e-6 for a, b in pairwise(heights))
        assert lane.top + MIN_ROW / 2 <= heights[0]
        assert heights[-1] <= lane.top + lane.height - MIN_ROW / 2


@given(row_counts)
def test_lanes_lie_below_one_another(counts: tuple[int, ...]) -> None:
    found = frame(*counts)
    lanes = [found.lanes[track] for track in Track]
    assert lanes[0].top == LANES_TOP
    assert all(a.top + a.height < b.top for a, b in pairwise(lanes))
    assert found.lanes_bottom == lanes[-1].top + lanes[-1].height
    assert all(lane.top < lane.middle < lane.top + lane.height for lane in lanes)


@given(row_counts, st.integers(0, 5))
def test_everything_stands_below_what_comes_before_it(counts: tuple[int, ...], lines: int) -> None:
    found = frame(*counts, lines=lines)
    heights = [
        *(TITLE_Y, AREA_NAME_Y, AREA_NOTE_Y, BOX_TOP, LANES_TOP),
        *(found.lanes_bottom, found.circles_y, found.box_bottom, found.pill_y, found.below),
    ]
    assert heights == sorted(set(heights))
    last_line = found.below + KEY_ROW * (lines - 1)
    assert last_line < found.height
    assert found.pill_y < found.height


def test_few_rows_share_a_screen_and_many_make_the_picture_grow() -> None:
    assert frame(3, 3, 3).height == pytest.approx(frame(5, 5, 5).height)
    assert frame(20, 20, 20).height > frame(5, 5, 5).height
    assert frame(3, 3, 3).lanes_bottom - LANES_TOP >= 3 * 3 * MIN_ROW


def test_a_lane_with_more_rows_is_higher() -> None:
    lanes = frame(3, 4, 8).lanes
    assert lanes[TRUSTED].height < lanes[PARENT_CHILD].height < lanes[COMMUNITY_PEER].height


def test_lines_below_add_to_the_height_and_move_nothing() -> None:
    one, three = frame(3, 3, 3, lines=1), frame(3, 3, 3, lines=3)
    assert three.height == pytest.approx(one.height + 2 * KEY_ROW)
    assert three.lanes == one.lanes
    assert three.below == one.below
