"""Columns: where the areas stand, whatever is open, and where people stand inside them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relnet.figures.columns import (
    FOLDED_WIDTH,
    NARROW,
    NOT_ASKED,
    WIDE,
    Columns,
    Room,
    Side,
    StageAreas,
    column_order,
    place_columns,
    stage_areas,
)
from tests.figures.scenes import case_with, stage

Order = tuple[str | None, ...]

AREAS: Order = ("home", "a", "b", None)


@st.composite
def open_areas(draw: st.DrawFn) -> list[StageAreas]:
    """Draw which areas are open at each of some stages, of 1 to 8 areas and the unknown one."""
    order: Order = (*(f"area-{n}" for n in range(draw(st.integers(1, 8)))), None)
    some = st.sampled_from(order)
    stages = st.tuples(st.frozensets(some), some)
    drawn = draw(st.lists(stages, min_size=1, max_size=14))
    return [stage_areas(order, peopled, here) for peopled, here in drawn]


def one_stage(*peopled: str | None, here: str | None = "home", order: Order = AREAS) -> Columns:
    """Place the columns of a case of one stage."""
    return place_columns([stage_areas(order, frozenset(peopled), here)])[1][0]


def test_home_stands_first_then_the_areas_in_the_order_of_the_stages() -> None:
    areas = [
        {"id": "never", "name": "Never", "kind": "other"},
        {"id": "second", "name": "Second", "kind": "placement"},
        {"id": "home", "name": "Home", "kind": "home"},
        {"id": "first", "name": "First", "kind": "placement"},
    ]
    stages = [stage("s0", "first"), stage("s1", None), stage("s2", "second"), stage("s3", "home")]
    case = case_with(areas=areas, stages=stages)
    assert column_order(case) == ("home", "first", "second", "never", None)


def test_a_case_without_a_home_area_begins_with_the_first_visited() -> None:
    areas = [
        {"id": "one", "name": "One", "kind": "other"},
        {"id": "two", "name": "Two", "kind": "placement"},
    ]
    assert column_order(case_with(areas=areas, stages=[stage("now", "two")])) == (
        "two",
        "one",
        None,
    )


def test_the_strip_of_the_unknown_is_there_only_while_somebody_is_in_it() -> None:
    assert [column.area for column in one_stage("home").all] == ["home", "a", "b"]
    assert one_stage("home", None).all[-1].area is None
    assert one_stage("home", here=None).here.area is None


def test_an_area_with_nobody_folds() -> None:
    columns = one_stage("home", "b")
    assert [column.open for column in columns.all] == [True, False, True]
    assert columns.of("a").width == FOLDED_WIDTH


def test_the_young_persons_area_is_open_even_when_nobody_else_is_there() -> None:
    assert one_stage(here="a").here.open
    assert one_stage(here="a").here.area == "a"


def test_the_spine_stands_on_the_inner_edge() -> None:
    at_home, away = one_stage("home", "a").here, one_stage("home", "a", here="a").here
    assert at_home.x + at_home.width / 2 < at_home.spine_x <= at_home.right
    assert away.x <= away.spine_x < away.x + away.width / 2


def test_people_left_of_the_spine_are_labelled_to_the_left() -> None:
    columns = one_stage("home", "a", "b", here="a")
    sides = {column.area: column.side for column in columns.all}
    assert sides == {"home": Side.LEFT, "a": Side.RIGHT, "b": Side.RIGHT}


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_the_picture_is_as_wide_as_its_room_until_more_is_open_than_fits(room: Room) -> None:
    few, _ = place_columns([stage_areas(AREAS, frozenset({"home", "a"}), "home")], room)
    order: Order = tuple(f"area-{n}" for n in range(8))
    many, (columns,) = place_columns([stage_areas(order, frozenset(order), "area-0")], room)
    assert few == room.width < many
    # It is scrolled in any case, so areas are as wide as on a map that has the screen to itself.
    assert all(column.width >= WIDE.least - 1e-6 for column in columns.all)


rooms = st.sampled_from([WIDE, NARROW])


@given(open_areas(), rooms)
def test_columns_lie_side_by_side_inside_the_picture(stages: list[StageAreas], room: Room) -> None:
    width, placed = place_columns(stages, room)
    for areas, columns in zip(stages, placed, strict=True):
        assert [column.area for column in columns.all] == list(areas.shown)
        assert columns.all[0].x == room.left
        assert columns.all[-1].right < width
        assert all(one.right < other.x for one, other in pairwise(columns.all))
        assert all(c.width >= room.least - 1e-6 for c in columns.all if c.open)
        assert all(c.width == FOLDED_WIDTH for c in columns.all if not c.open)


@given(open_areas(), rooms)
def test_the_first_area_keeps_its_place_and_width_at_every_stage(
    stages: list[StageAreas], room: Room
) -> None:
    _, placed = place_columns(stages, room)
    firsts = [columns.all[0] for columns in placed]
    assert len({column.x for column in firsts}) == 1
    assert len({column.width for column in firsts if column.open}) <= 1
    circles = [
        [c.member_x(n) for n in range(NOT_ASKED + 1)]
        for c in firsts
        if c.side is Side.LEFT and c.open
    ]
    assert all(places == circles[0] for places in circles)


@given(open_areas(), rooms)
def test_everybody_stands_inside_their_area_the_closest_nearest_the_spine(
    stages: list[StageAreas], room: Room
) -> None:
    _, placed = place_columns(stages, room)
    for column in (c for columns in placed for c in columns.all if c.open):
        places = [column.member_x(circle) for circle in range(NOT_ASKED + 1)]
        assert all(column.x < x < column.right for x in places)
        inner = column.right if column.side is Side.LEFT else column.x
        away = [abs(x - inner) for x in places]
        assert away == sorted(set(away))


@given(open_areas())
def test_exactly_one_column_is_where_the_young_person_lives(stages: list[StageAreas]) -> None:
    _, placed = place_columns(stages)
    for areas, columns in zip(stages, placed, strict=True):
        (here,) = [column for column in columns.all if column.here]
        assert (here.area, here.open) == (areas.here, True)
        assert columns.here is here is columns.of(areas.here)
        assert here.x <= here.spine_x <= here.right


@pytest.mark.parametrize("here", ["home", "a", "b", None])
def test_only_the_first_area_lies_on_the_left_unless_the_spine_is_farther(here: str | None) -> None:
    columns = one_stage(*AREAS, here=here).all
    place = next(n for n, column in enumerate(columns) if column.here)
    left = [n for n, column in enumerate(columns) if column.side is Side.LEFT]
    assert left == (list(range(place)) or [0])
