"""The line language in a row: what is drawn at each stage, and after services end."""

from itertools import combinations, product

import pytest

from relnet.case.vocabulary import Influence, Level, Status, Strength, UseKind
from relnet.figures.scene import MarkKind
from relnet.figures.tracks.columns import INSET
from relnet.figures.tracks.scene import TracksScene
from tests.figures.scenes import (
    Values,
    case_with,
    discs_of,
    line_named,
    own,
    person,
    stage,
    styles_of,
    told,
)
from tests.figures.test_ties import BADGES, INFLUENCES, SIGNS, TRACK, expected
from tests.figures.tracks.drawn import cell, cells, marks_in, sample_case, tracks_of

STAGES = [stage("now"), stage("later"), stage("last")]
BROKEN = {"faint-broken", "slash"}
NOT_KNOWN = {"faint-not-known", "mark-query", "text-query"}


def kayla(
    *states: Values, uses: tuple[Values, ...] = (), time_limited: bool = False
) -> TracksScene:
    """Draw one relationship over three stages, told by the first of the states."""
    case = case_with(
        stages=STAGES,
        people=[person("kayla", time_limited=time_limited), person("mum", kind="family")],
        relationships=[own("kayla", *states)],
        uses=uses,
    )
    return tracks_of(case, str(states[0].get("perspective", "team")))


@pytest.mark.parametrize(
    ("status", "strength", "strained", "influence"),
    list(product((*Status, None), (*Strength, None), (False, True), INFLUENCES)),
)
def test_the_classes_of_every_state_are_those_of_the_map(
    status: Status | None,
    strength: Strength | None,
    strained: bool,  # noqa: FBT001 - from the table
    influence: tuple[str, ...],
) -> None:
    more = {"strength": strength} if strength else {}
    state = told(
        status=status,
        perspective="young_person",
        strained=strained,
        influence=list(influence),
        **more,
    )
    on_map = expected(status, strength, influence, strained=strained)
    in_tracks = (on_map - {"faint"}) | {"faint-broken"} if status is Status.BROKEN else on_map
    assert styles_of(cell(kayla(state), "r0", 0)) == in_tracks


@pytest.mark.parametrize(
    ("status", "first", "then"),
    [
        ("broken", BROKEN, {"faint-broken"}),
        ("ended", {"stub"}, set()),
        ("never_formed", {"cross"}, set()),
        ("not_known", NOT_KNOWN, NOT_KNOWN),
        ("wanted", {f"line-{TRACK}-wanted"}, {f"line-{TRACK}-wanted"}),
        ("active", {f"line-{TRACK}-unsaid"}, {f"line-{TRACK}-unsaid"}),
    ],
)
def test_what_is_over_is_told_once(status: str, first: set[str], then: set[str]) -> None:
    scene = kayla(told(status=status))
    assert styles_of(cell(scene, "r0", 0)) == first
    for number in (1, 2):
        assert styles_of(cells(scene, "r0", number)) == then


def test_what_broke_again_is_broken_again() -> None:
    scene = kayla(told(status="broken"), told("later"), told("last", "broken"))
    assert styles_of(cell(scene, "r0", 2)) == BROKEN


def test_a_slash_stands_at_the_beginning_of_the_stage_and_the_rest_after_it() -> None:
    mark = cell(kayla(told(), told("later", "broken")), "r0", 1)
    slash, rest = line_named(mark, "slash").path, line_named(mark, "faint").path
    assert max(x for x, _y in slash.points()) < rest.start[0] < rest.end[0]


def test_lines_run_from_edge_to_edge_of_their_column() -> None:
    scene = kayla(told(strength="strong"))
    for column in scene.columns[:-1]:
        path = line_named(cell(scene, "r0", column.stage or 0), "line").path
        assert path.start[0] == pytest.approx(column.x + INSET)
        assert path.end[0] == pytest.approx(column.right - INSET)
        assert path.start[1] == path.end[1]


def test_before_its_first_state_nothing_is_drawn() -> None:
    scene = kayla(told("last"))
    assert cells(scene, "r0", 0) == cells(scene, "r0", 1) == []


@pytest.mark.parametrize(("level", "styles"), BADGES.items())
def test_badges_show_how_real_a_use_is(level: Level, styles: set[str]) -> None:
    use = {"stage": "later", "relationship": "r-kayla", "use": "safety", "level": level}
    scene = kayla(told(), uses=(use,))
    badges = {s for s in styles_of(cell(scene, "r0", 1)) if s.startswith(("badge", "icon"))}
    assert badges == styles
    assert "use-safety" in cell(scene, "r0", 1).tags
    assert "use-none" in cell(scene, "r0", 0).tags


def test_protection_is_told_where_it_begins_and_harm_at_every_stage() -> None:
    both = kayla(told(influence=["protective", "harmful"]), told("last", influence=["protective"]))
    protects, harms = SIGNS[Influence.PROTECTIVE], SIGNS[Influence.HARMFUL]
    shown = [styles_of(cell(both, "r0", number)) for number in range(3)]
    assert [protects <= styles for styles in shown] == [True, False, True]
    assert [harms <= styles for styles in shown] == [True, True, False]


def test_the_most_signs_stand_side_by_side_inside_their_column() -> None:
    uses = tuple(
        {"stage": "now", "relationship": "r-kayla", "use": kind, "level": "planned"}
        for kind in UseKind
    )
    state = told(status="not_known", influence=["protective", "harmful"])
    scene = kayla(state, told(perspective="mum", status="broken"), uses=uses)
    signs = discs_of(cell(scene, "r0", 0), "mark", "badge")
    assert len(signs) == 7
    assert all(abs(a.x - b.x) >= a.radius + b.radius for a, b in combinations(signs, 2))
    column = scene.columns[0]
    assert all(column.x < s.x - s.radius and s.x + s.radius < column.right for s in signs)


def test_a_cell_says_what_it_is_and_whose_and_when() -> None:
    mark = cell(kayla(told(status="broken")), "r0", 0)
    assert mark.ends == ("p0",)
    assert mark.label
    assert "Kayla" in mark.label
    assert "broken" in mark.label
    assert {f"track-{TRACK}", "status-broken", "influence-unsaid", "stage-0"} <= set(mark.tags)


def after(scene: TracksScene) -> dict[str | None, set[str]]:
    """Give what is drawn after services end, by relationship."""
    return {
        mark.ref: styles_of(mark) for mark in marks_in(scene.body, MarkKind.TIE, "after-services")
    }


@pytest.mark.parametrize("status", [*Status])
def test_only_what_is_active_is_drawn_after_services_end(status: Status) -> None:
    found = after(kayla(told(status=status)))
    assert found == ({"r0": {f"line-{TRACK}-unsaid"}} if status is Status.ACTIVE else {})


def test_what_is_time_limited_stops() -> None:
    scene = kayla(told(strength="strong"), time_limited=True)
    assert after(scene) == {"r0": {f"line-{TRACK}-strong", "stop"}}
    (mark,) = marks_in(scene.body, MarkKind.TIE, "after-services")
    assert line_named(mark, "line").path.end[0] < scene.columns[-1].middle
    assert "ends with the service" in (mark.label or "")


def test_what_is_left_of_amiras_relationships_after_services_end() -> None:
    """By hand from the file, as the team sees the last stage.

    Mum, Leila, Gran, Kayla, Tee, Jay’s group and Coach Osei are active and not time-limited;
    every worker's relationship has ended or is broken; Dad and Mrs Patel are broken; of
    Ebony, Choir and Ruth nothing is known since a move.
    """
    case = sample_case("amira")
    members = {f"r{number}": part.from_ for number, part in enumerate(case.relationships)}
    found = after(tracks_of(case, "team"))
    left = {"mum", "leila", "gran", "kayla", "tee", "jays-group", "coach-osei"}
    assert {members[ref or ""] for ref in found} == left
    assert not any("stop" in styles for styles in found.values())
    assert not any(s.startswith("badge") for styles in found.values() for s in styles)


def test_amira_sees_her_key_workers_relationship_stop() -> None:
    """For her it is active at the last stage, and he is time-limited."""
    case = sample_case("amira")
    numbers = {part.from_: f"r{number}" for number, part in enumerate(case.relationships)}
    found = after(tracks_of(case, "young_person"))
    stopping = {ref for ref, styles in found.items() if "stop" in styles}
    assert stopping == {numbers["sam"]}
    assert numbers["tee"] not in found
