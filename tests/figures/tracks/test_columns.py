"""Widths of the columns, equal or to scale, and where the 18th birthday falls."""

from itertools import pairwise

import pytest

from relnet.figures.tracks.columns import (
    MIN_COLUMN,
    TrackColumn,
    birthday_x,
    equal_columns,
    time_columns,
)
from relnet.figures.tracks.spans import span_of

ROOM = 800.0


def widths(columns: tuple[TrackColumn, ...]) -> list[float]:
    """Give the widths, having seen that the columns stand side by side."""
    assert columns[0].x == 0
    assert all(a.right == pytest.approx(b.x) for a, b in pairwise(columns))
    assert [column.stage for column in columns] == [*range(len(columns) - 1), None]
    return [column.width for column in columns]


def test_equal_columns_share_the_room() -> None:
    assert widths(equal_columns([0, 0, 0, 0], ROOM)) == [200] * 4


def test_many_columns_keep_the_least_width_and_the_picture_grows() -> None:
    assert widths(equal_columns([0] * 15, ROOM)) == [MIN_COLUMN] * 15


def test_equal_columns_are_as_wide_as_the_fullest_needs() -> None:
    assert widths(equal_columns([0, 300, 0, 0], ROOM)) == [300] * 4


def test_widths_are_in_proportion_to_time() -> None:
    columns = time_columns([0, 0, 0], [100, 300], ROOM)
    first, second, _after = widths(columns)
    assert second / first == pytest.approx(3)
    assert [column.to_scale for column in columns] == [True, True, False]
    assert columns[-1].right == pytest.approx(ROOM)


def test_short_and_undated_stages_keep_the_least_width() -> None:
    columns = time_columns([0] * 5, [1, 300, None, 600], ROOM)
    tiny, short, undated, long, _after = widths(columns)
    assert tiny == undated == MIN_COLUMN
    assert long / short == pytest.approx(2)
    assert [column.to_scale for column in columns] == [False, True, False, True, False]


def test_where_no_stage_has_a_length_all_columns_are_equal() -> None:
    columns = time_columns([0, 0, 0], [None, None], ROOM)
    assert widths(columns) == widths(equal_columns([0, 0, 0], ROOM))
    assert not any(column.to_scale for column in columns)


def test_to_scale_the_picture_grows_as_well() -> None:
    columns = time_columns([0] * 31, [30] * 30, ROOM)
    assert min(widths(columns)) >= MIN_COLUMN


@pytest.mark.parametrize(
    ("stages", "birthday", "x"),
    [
        (["2024-01/2024-12", "2025-01/2025-12"], "2025-07-02", 149.9),  # day 183 of 365, the middle
        (["2024-01/2024-12", "2025-01/.."], "2025-01-20", 100),
        (["2024-01/2024-12", "2025-01/.."], "2025-09", 150),
        (["2024-01/2024-03", "2025-01/2025-12"], "2024-08", 100),
        (["2024-01/2024-12", "2025"], "2026-03", 200),
        (["2024-01/2024-12", "2025"], "2023-03", 0),
        ([None, "2025-01/2025-12"], "2025-01-01", 100.1),
        ([None, "2025-01/2025-12"], "2024-01-01", None),
        (["2024-01/2024-12", None], "2025-06", None),
        ([None, None], "2025-06", None),
        (["2024"], None, None),
        (["2024"], "2024/..", None),
    ],
)
def test_where_the_birthday_stands(
    stages: list[str | None], birthday: str | None, x: float | None
) -> None:
    columns = equal_columns([100.0] * (len(stages) + 1), 0)
    spans = [span_of(stage) for stage in stages]
    found = birthday_x(columns, spans, span_of(birthday))
    assert found == (x if x is None else pytest.approx(x, abs=0.3))
