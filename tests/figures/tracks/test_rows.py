"""The rows: in the map's order or another, and people who follow one another in a role."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from relnet.case.models import Case
from relnet.case.vocabulary import Track
from relnet.figures.rows import assign_rows
from relnet.figures.scene import Mark, MarkKind, Text
from relnet.figures.tracks.options import Roles, Sort, TracksOptions
from relnet.network.graph import build_network, is_active
from tests.figures.scenes import case_with, marks_of, own, person, scene_of, stage, told
from tests.figures.tracks.drawn import (
    marks_in,
    people_of,
    rows_of,
    sample_case,
    tracks_of,
)
from tests.strategies import cases

STAGES = [stage("s0"), stage("s1"), stage("s2")]
SLOTS = TracksOptions(roles=Roles.SLOTS)


@pytest.mark.parametrize("name", ["amira", "many-moves", "whole-family-move"])
def test_rows_stand_in_the_order_of_the_map(name: str) -> None:
    case = sample_case(name)
    rows = assign_rows(build_network(case))
    lanes = build_network(case).lanes
    shown = people_of(rows_of(case))
    places = [(list(Track).index(lanes[m]), rows[lanes[m]].row_of[m]) for m in shown]
    assert places == sorted(places)


def test_names_stand_from_top_to_bottom_as_on_the_map() -> None:
    case = sample_case("amira")
    scene, first = tracks_of(case), scene_of(case, "team").stages[0]
    on_map = sorted((_text_y(mark), mark.ref) for mark in marks_of(first, MarkKind.MEMBER))
    shown = [mark.ref for mark in marks_in(scene.names, MarkKind.MEMBER)]
    both = [ref for _y, ref in on_map if ref in shown]
    assert [ref for ref in shown if ref in both] == both


def _text_y(mark: Mark) -> float:
    return next(shape.y for shape in mark.shapes if isinstance(shape, Text))


def peers(**states: list[dict[str, object]]) -> Case:
    """Give a case of three stages and peers with these states."""
    return case_with(
        stages=STAGES,
        people=[person(name) for name in states],
        relationships=[own(name, *given_states) for name, given_states in states.items()],
    )


def test_closest_first_with_those_not_asked_about_last() -> None:
    def placed(circle: int) -> list[dict[str, object]]:
        return [told("s0"), told("s1", None, perspective="young_person", closeness=circle)]

    case = peers(far=placed(3), unasked=[told("s0")], near=placed(1), middle=placed(2))
    options = TracksOptions(sort=Sort.CLOSENESS)
    assert people_of(rows_of(case, options)) == ["near", "middle", "far", "unasked"]


def test_lost_earliest_first_with_those_never_lost_last() -> None:
    case = peers(
        kept=[told("s0")],
        later=[told("s0"), told("s2", "ended")],
        first=[told("s0"), told("s1", "broken"), told("s2")],
        unknown=[told("s0"), told("s1", "not_known")],
    )
    options = TracksOptions(sort=Sort.LOST_FIRST)
    assert people_of(rows_of(case, options)) == ["first", "later", "kept", "unknown"]


def test_at_most_stages_first() -> None:
    case = peers(
        short=[told("s2")],
        whole=[told("s0")],
        wanted=[told("s0", "wanted")],
        two=[told("s0"), told("s2", "broken")],
    )
    options = TracksOptions(sort=Sort.LASTED)
    assert people_of(rows_of(case, options)) == ["whole", "two", "short", "wanted"]


def worker(name: str) -> dict[str, object]:
    """Write a social worker as the file has them."""
    return person(name, kind="practitioner", role_slot="social worker")


def workers(**states: list[dict[str, object]]) -> Case:
    """Give a case of three stages and social workers with these states."""
    return case_with(
        stages=STAGES,
        people=[worker(name) for name in states],
        relationships=[own(name, *s, track="trusted") for name, s in states.items()],
    )


def test_who_follows_in_a_role_is_in_the_same_row() -> None:
    case = workers(
        ann=[told("s0"), told("s1", "ended")],
        bea=[told("s1"), told("s2", "not_known")],
    )
    assert len(rows_of(case)) == 2
    (row,) = rows_of(case, SLOTS)
    assert [tie and tie.relationship.from_ for tie in row.cells] == ["ann", "bea", "bea"]
    assert row.slot == "social worker"


def test_two_who_hold_a_role_at_the_same_stage_keep_a_row_each() -> None:
    case = workers(ann=[told("s0")], bea=[told("s1")], cat=[told("s2", "wanted")])
    rows = rows_of(case, SLOTS)
    assert [len(row.relationships) for row in rows] == [2, 1]
    assert [row.slot for row in rows] == ["social worker", None]


def test_a_role_held_by_one_alone_is_their_row() -> None:
    (row,) = rows_of(workers(ann=[told("s0")]), SLOTS)
    assert row.slot is None


def test_somebody_who_comes_back_into_a_role_is_shown_again() -> None:
    case = workers(
        ann=[told("s0"), told("s1", "ended"), told("s2")],
        bea=[told("s1"), told("s2", "ended")],
    )
    (row,) = rows_of(case, SLOTS)
    assert [tie and tie.relationship.from_ for tie in row.cells] == ["ann", "bea", "ann"]


def test_the_social_workers_of_many_moves_are_one_row() -> None:
    case = sample_case("many-moves")
    scene = tracks_of(case, "team", SLOTS)
    social, key = marks_in(scene.names, MarkKind.ROLE)
    assert [shape.plain for shape in social.shapes if isinstance(shape, Text)] == [
        "Social worker",
        "four people, three changes",
    ]
    assert len(social.ends) == 4
    holders = [
        text.plain
        for mark in marks_in(scene.body, MarkKind.TIE)
        for text in mark.shapes
        if isinstance(text, Text) and text.runs[0].style == "text-holder"
    ]
    assert holders == ["Farida", "Colm", "Tolu", "Helen", "Kwame", "Nadia"]
    assert key.label
    assert "two people, one change" in key.label


def test_a_perspective_that_says_nothing_has_no_rows() -> None:
    scene = tracks_of(peers(kayla=[told("s0")]), "young_person")
    assert marks_in(scene.names, MarkKind.MEMBER) == []
    assert marks_in(scene.body, MarkKind.TIE) == []
    (note,) = marks_in(scene.key, MarkKind.NAMED)
    assert "Kayla" in (note.label or "")


@given(cases())
@settings(max_examples=20, deadline=None)
def test_every_relationship_is_in_one_row(case: Case) -> None:
    network = build_network(case)
    shown = {tie.id for n in range(len(case.stages)) for tie in network.own_ties(n, "team")}
    for roles in Roles:
        rows = rows_of(case, TracksOptions(roles=roles))
        found = [part.id for row in rows for part in row.relationships]
        assert sorted(found) == sorted(shown)
        assert all(
            list(Track).index(a.track) <= list(Track).index(b.track) for a, b in pairwise(rows)
        )
        for row in rows:
            ids = {part.id for part in row.relationships}
            for number in range(len(case.stages)):
                ties = [tie for tie in network.own_ties(number) if tie.id in ids]
                assert sum(is_active(tie.state) for tie in ties) <= 1
