"""The whole picture: parts of one geometry, nothing over anything else, any case."""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relnet.case.models import Case
from relnet.case.names import names_of
from relnet.case.timeline import perspectives
from relnet.figures.frame import MIN_ROW
from relnet.figures.plotly_map import paint_picture
from relnet.figures.scene import Line, Mark, MarkKind, Picture, Text
from relnet.figures.style import STYLES
from relnet.figures.svg import paint_file, paint_part
from relnet.figures.tracks.columns import MIN_COLUMN
from relnet.figures.tracks.options import Roles, Scale, TracksOptions
from relnet.figures.tracks.scene import TracksScene, whole_picture
from tests.figures.scenes import (
    NASTY_NAMES,
    SAMPLES,
    Values,
    case_with,
    overlapping_texts,
    own,
    person,
    room_of,
    stage,
    styles_of,
    told,
)
from tests.figures.tracks.drawn import (
    ALL_OPTIONS,
    marks_in,
    rooms,
    sample_case,
    texts_in,
    tracks_of,
)
from tests.strategies import cases

SLACK = 0.5
SVG = "{http://www.w3.org/2000/svg}"


def parts_of(scene: TracksScene) -> tuple[Picture, ...]:
    """Give the five parts."""
    return scene.corner, scene.head, scene.names, scene.body, scene.key


def check(scene: TracksScene) -> None:
    """Check what holds for every scene."""
    assert scene.title
    _check_sizes(scene)
    _check_rows(scene)
    for part in parts_of(scene):
        assert styles_of(part.marks) <= set(STYLES)
        assert overlapping_texts(part.marks) == []
        _check_edges(part)
    _check_columns(scene)


def _check_sizes(scene: TracksScene) -> None:
    assert scene.corner.width == scene.names.width
    assert scene.head.width == scene.body.width
    assert scene.corner.height == scene.head.height
    assert scene.names.height == scene.body.height
    assert all(column.width >= MIN_COLUMN for column in scene.columns)
    assert all(a.right == pytest.approx(b.x) for a, b in pairwise(scene.columns))


def _check_rows(scene: TracksScene) -> None:
    """Rows and lanes stand below one another, and names level with their lines."""
    backs = [next(rooms(mark)) for mark in marks_in(scene.body, MarkKind.ROW)]
    assert all(b[1] >= a[3] - 0.01 for a, b in pairwise(backs))
    assert all(bottom - top >= MIN_ROW - 0.01 for _l, top, _r, bottom in backs)
    sides = [
        [next(rooms(mark))[1::2] for mark in marks_in(part, MarkKind.LANE)]
        for part in (scene.names, scene.body)
    ]
    assert sides[0] == sides[1]
    named = [m for m in scene.names.marks if m.kind in (MarkKind.MEMBER, MarkKind.ROLE)]
    assert len(named) == len(backs)
    for mark, (_left, top, _right, bottom) in zip(named, backs, strict=True):
        assert all(top - 1 <= y <= bottom + 1 for y in _heights(mark))


def _heights(mark: Mark) -> Iterable[float]:
    yield from (y for room in rooms(mark) for y in room[1::2])
    for shape in mark.shapes:
        if isinstance(shape, Text):
            yield from room_of(shape)[1::2]


def _check_edges(part: Picture) -> None:
    """Nothing leaves its part but the corners of lanes, and the frames of stages."""
    for mark in part.marks:
        texts = [room_of(shape) for shape in mark.shapes if isinstance(shape, Text)]
        outside = mark.kind in (MarkKind.LANE, MarkKind.COLUMN)
        for left, top, right, bottom in (*(() if outside else rooms(mark)), *texts):
            assert left >= -SLACK, mark
            assert top >= -SLACK, mark
            assert right <= part.width + SLACK, mark
            assert bottom <= part.height + SLACK, mark


def _check_columns(scene: TracksScene) -> None:
    """What belongs to a stage stands inside its column."""
    columns = {f"stage-{column.stage}": column for column in scene.columns[:-1]}
    columns["after-services"] = scene.columns[-1]
    for mark in (*scene.head.marks, *scene.body.marks):
        tag = next((tag for tag in mark.tags if tag in columns), None)
        if tag is None:
            continue
        column = columns[tag]
        for left, right in _sides(mark):
            assert column.x - SLACK <= left, mark
            assert right <= column.right + SLACK, mark


def _sides(mark: Mark) -> Iterable[tuple[float, float]]:
    yield from ((left, right) for left, _t, right, _b in rooms(mark))
    for shape in mark.shapes:
        if isinstance(shape, Text):
            left, _top, right, _bottom = room_of(shape)
            yield left, right
        elif isinstance(shape, Line):
            xs = [x for x, _y in shape.path.points()]
            yield min(xs), max(xs)


@given(cases(), st.sampled_from(ALL_OPTIONS))
@settings(max_examples=40, deadline=None)
def test_any_case_is_drawn_in_good_order(case: Case, options: TracksOptions) -> None:
    for perspective in perspectives(case) or ("team",):
        check(tracks_of(case, perspective, options))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_sample_cases_are_drawn_in_every_way(path: object) -> None:
    case = sample_case(str(getattr(path, "name", "")).split(".")[0])
    for options in ALL_OPTIONS:
        for perspective in perspectives(case):
            check(tracks_of(case, perspective, options))


@given(cases(max_people=12), st.sampled_from(ALL_OPTIONS))
@settings(max_examples=10, deadline=None)
def test_the_same_case_gives_the_same_scene(case: Case, options: TracksOptions) -> None:
    again = case.model_copy(deep=True)
    assert tracks_of(case, options=options) == tracks_of(again, options=options)


@given(cases(max_people=12), st.sampled_from(ALL_OPTIONS))
@settings(max_examples=15, deadline=None)
def test_what_is_painted_can_be_read(case: Case, options: TracksOptions) -> None:
    scene = tracks_of(case, options=options)
    for part in parts_of(scene):
        ET.fromstring(paint_part(part, names="part"))  # noqa: S314 - our own picture
    root = ET.fromstring(paint_file(whole_picture(scene), title=scene.title))  # noqa: S314 - our own
    assert root.find(f"{SVG}title") is not None
    go.Figure(paint_picture(whole_picture(scene)).to_dict())


def sixty_people(stages: int) -> Case:
    """Give a case of 60 relationships, twenty a lane, with long names and moves."""
    kinds = (("practitioner", "trusted"), ("family", "parent_child"), ("peer", "community_peer"))
    people, ties = [], []
    for number in range(60):
        kind, track = kinds[number % 3]
        name = f"person-{number}"
        people.append(person(name, kind=kind, role="head of year at the school by the river"))
        states = [told(f"s{at}", strength="weak") for at in range(number % 5, stages, 2)]
        ties.append(own(name, *states, track=track))
    return case_with(
        stages=[
            stage(f"s{n}", ("home", "away")[n % 2], label=f"Foster placement number {n}", move={})
            for n in range(stages)
        ],
        people=people,
        relationships=ties,
    )


@pytest.mark.parametrize("options", ALL_OPTIONS)
def test_sixty_relationships_over_fourteen_stages_fit(options: TracksOptions) -> None:
    scene = tracks_of(sixty_people(14), options=options)
    check(scene)
    assert len(marks_in(scene.names, MarkKind.MEMBER)) == 60
    assert len(scene.columns) == 15
    assert len(marks_in(scene.head, MarkKind.MOVE, "move")) == 14


def test_every_stage_has_a_column_that_a_page_can_frame() -> None:
    scene = tracks_of(sample_case("amira"))
    for part in (scene.head, scene.body):
        for number in range(5):
            (mark,) = marks_in(part, MarkKind.COLUMN, f"stage-{number}")
            assert mark.ref is None
            assert next(rooms(mark))[0] == pytest.approx(scene.columns[number].x + 1)


def head_texts(scene: TracksScene) -> list[str]:
    """Give what is written over the columns."""
    return [text.plain for text in texts_in(scene.head)]


def test_the_head_tells_stages_phases_dates_and_distances() -> None:
    texts = head_texts(tracks_of(sample_case("amira")))
    assert {"Before relocation", "During relocation", "After relocation"} <= set(texts)
    assert {"Jan – May 2024", "from Jul 2026", "18th birthday", "118 miles"} <= set(texts)


def test_stages_without_a_date_say_so_and_keep_the_least_width() -> None:
    stages = [stage("s0", when="2024-01/2024-06"), stage("s1"), stage("s2", when="2025")]
    scene = tracks_of(case_with(stages=stages), options=TracksOptions(scale=Scale.TIME))
    assert head_texts(scene).count("no date") == 1
    assert [column.to_scale for column in scene.columns] == [True, False, False, False]
    lines = [style for mark in scene.head.marks for style in styles_of(mark)]
    assert {"time-to-scale", "time-not-to-scale"} <= set(lines)
    assert "time-to-scale" not in styles_of(tracks_of(case_with(stages=stages)).head.marks)


def test_a_birthday_that_the_dates_do_not_place_is_told_in_the_corner() -> None:
    born = {"name": "Amira", "eighteenth_birthday": "2026-07-20"}
    scene = tracks_of(case_with(young_person=born))
    assert marks_in(scene.body, MarkKind.BIRTHDAY) == []
    assert "18th birthday: 20 July 2026" in (scene.corner.marks[0].label or "")


def test_events_are_ticks_and_what_did_not_happen_is_hollow() -> None:
    events = [
        {"text": "She asked to see Gran", "stage": "now", "outcome": outcome}
        for outcome in ("happened", "did_not_happen", "refused", "unanswered")
    ]
    scene = tracks_of(case_with(events=events))
    styles = [styles_of(mark) for mark in marks_in(scene.head, MarkKind.EVENT)]
    assert styles == [{"tick-happened"}, {"tick-not"}, {"tick-not"}, {"tick-not"}]


def test_many_events_of_a_stage_are_told_as_a_number() -> None:
    events = [{"text": f"Event {n}", "stage": "now"} for n in range(200)]
    scene = tracks_of(case_with(events=events))
    (mark,) = marks_in(scene.head, MarkKind.EVENT)
    assert "200 events" in head_texts(scene)
    assert "Event 199" in (mark.label or "")


def test_blanks_stand_in_the_lane_at_their_stage_and_look_different() -> None:
    blanks: tuple[Values, ...] = (
        {"trusted": "not_asked"},
        {"trusted": "asked_none"},
        {"trusted": "not_held"},
        {},
    )
    case = case_with(stages=[stage(f"s{n}", blanks=told) for n, told in enumerate(blanks)])
    scene = tracks_of(case)
    for number, words in enumerate(("not asked", "asked: none", "not held here")):
        (mark,) = marks_in(scene.body, MarkKind.BLANK, "track-trusted", f"stage-{number}")
        assert mark.label == words
    (last,) = marks_in(scene.body, MarkKind.BLANK, "track-trusted", "stage-3")
    assert last.label == "nobody recorded"
    named = [styles_of(m) for m in marks_in(scene.body, MarkKind.BLANK, "track-trusted")]
    assert len({frozenset(styles) for styles in named[:3]}) == 3


def test_every_lane_has_a_port_at_every_stage() -> None:
    scene = tracks_of(sample_case("amira"))
    held = [
        [bool(styles_of(m) & {f"port-{track}-held"}) for m in _ports(scene, track)]
        for track in ("trusted", "parent_child", "community_peer")
    ]
    assert held == [
        [False, True, True, True, False],
        [True, False, False, False, False],
        [False] * 5,
    ]
    assert "attention-unknown" in _ports(scene, "community_peer")[2].tags


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_no_text_takes_on_the_look_of_a_shape(path: Path) -> None:
    scene = tracks_of(sample_case(path.name.partition(".")[0]))
    for picture in (scene.corner, scene.head, scene.names, scene.body):
        for mark in picture.marks:
            if any(isinstance(shape, Text) for shape in mark.shapes):
                assert not set(mark.tags) & set(STYLES), mark.label


def _ports(scene: TracksScene, track: str) -> list[Mark]:
    return marks_in(scene.body, MarkKind.PORT, f"track-{track}")


def test_the_key_has_only_what_is_there() -> None:
    case = case_with(people=[person("kayla")], relationships=[own("kayla", told())])
    small = [text.plain for text in texts_in(tracks_of(case).key)]
    assert "strength not recorded" in small
    assert not {"move", "18th birthday", "broken", "event", "ends with the service"} & set(small)
    large = {text.plain for text in texts_in(tracks_of(sample_case("amira")).key)}
    assert {"move", "18th birthday", "broken", "still broken", "event", "ended"} <= large


@pytest.mark.parametrize("name", NASTY_NAMES)
def test_any_name_is_drawn_as_the_text_that_it_is(name: str) -> None:
    worker = {"kind": "practitioner", "role_slot": name}
    people = [person(key, **worker) | {"name": name, "role": name} for key in ("ann", "bea")]
    case = case_with(
        title=name,
        young_person={"name": name},
        stages=[stage("s0", label=name), stage("s1", label=name, move={})],
        people=people,
        relationships=[
            own("ann", told("s0"), track="trusted"),
            own("bea", told("s1"), track="trusted"),
        ],
        events=[{"text": name, "stage": "s0"}],
    )
    scene = tracks_of(case, options=TracksOptions(roles=Roles.SLOTS))
    check(scene)
    allowed = {"svg", "title", "style", "rect", "g", "path", "circle", "text", "tspan"}
    root = ET.fromstring(paint_file(whole_picture(scene), title=scene.title))  # noqa: S314 - our own
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= allowed
    assert not any(key.startswith("on") for element in root.iter() for key in element.attrib)


def test_hidden_names_are_nowhere_in_the_scene() -> None:
    case = sample_case("many-moves")
    stand_ins = names_of(case, hidden=True)
    names = [p.name for p in case.people if stand_ins.of(p.id) != p.name and " " in p.name]
    for roles in Roles:
        scene = tracks_of(case, "team", TracksOptions(roles=roles), hidden=True)
        words = [text.plain for part in parts_of(scene) for text in texts_in(part)]
        words += [mark.label or "" for part in parts_of(scene) for mark in part.marks]
        assert not any(name in text for name in names for text in (*words, scene.title))


def test_in_a_page_people_and_relationships_are_buttons() -> None:
    scene = tracks_of(sample_case("amira"))
    for part, kind in ((scene.names, MarkKind.MEMBER), (scene.body, MarkKind.TIE)):
        root = ET.fromstring(paint_part(part, names="part"))  # noqa: S314 - our own picture
        buttons = [g for g in root if g.get("role") == "button"]
        shown = marks_in(part, kind)
        assert [g.get("aria-label") for g in buttons] == [m.label for m in shown]
        assert [g.get("data-ref") for g in buttons] == [m.ref for m in shown]
