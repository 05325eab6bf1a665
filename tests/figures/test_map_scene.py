"""The whole map: the same at every stage where it should be, and never in its own way."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relnet.case.models import Case
from relnet.case.names import names_of
from relnet.case.timeline import opening_perspective, stage_places
from relnet.case.vocabulary import YOUNG_PERSON, Track
from relnet.figures.columns import NARROW, WIDE, Room
from relnet.figures.frame import MIN_ROW
from relnet.figures.scene import Box, Disc, Line, Mark, MarkKind, Scene, StageScene, Text
from relnet.figures.style import STYLES
from relnet.network.graph import CaseNetwork, build_network
from tests.figures.scenes import (
    ROOMS,
    areas_of,
    between,
    box_of,
    case_with,
    centre_of,
    here_of,
    marks_of,
    overlapping_texts,
    own,
    person,
    room_of,
    sample_scenes,
    sample_stages,
    scene_of,
    scenes_of,
    spine_x,
    stage,
    stages_of,
    styles_of,
    texts_of,
    told,
)
from tests.network.small import small_case
from tests.strategies import cases

SLACK = 0.5


def test_the_same_case_gives_the_same_scene() -> None:
    assert scene_of(small_case()) == scene_of(small_case())


@given(cases())
@settings(max_examples=15, deadline=None)
def test_any_case_gives_the_same_scene_twice(case: Case) -> None:
    assert scene_of(case) == scene_of(case.model_copy(deep=True))


@given(cases(), st.sampled_from([WIDE, NARROW]))
@settings(max_examples=40, deadline=None)
def test_any_case_is_drawn_in_good_order(case: Case, room: Room) -> None:
    scenes, network = scenes_of(case, room), build_network(case)
    assert all(len(scene.stages) == len(case.stages) for scene in scenes)
    _check_rows(scenes)
    for scene in scenes:
        for number, drawn in enumerate(scene.stages):
            assert styles_of(drawn.marks) <= set(STYLES)
            _check_areas(case, scene, number)
            _check_members(network, drawn, number)
            _check_edges(scene, drawn)
            _check_labels(drawn)


def _check_rows(scenes: tuple[Scene, ...]) -> None:
    """Everybody's height is the same at every stage and in every perspective."""
    heights: dict[str, set[float]] = {}
    for drawn in stages_of(scenes):
        for member in marks_of(drawn, MarkKind.MEMBER):
            heights.setdefault(member.ref or "", set()).add(_row(member))
    assert all(len(found) == 1 for found in heights.values())


def _row(member: Mark) -> float:
    """Give the height of somebody's label, which is level with them; else of themselves."""
    texts = [shape.y for shape in member.shapes if isinstance(shape, Text)]
    return round(texts[0] - 4.5 if texts else _middle(member), 3)


def _middle(member: Mark) -> float:
    last = member.shapes[-1]
    if isinstance(last, Box):
        return last.y + last.height / 2
    group = "group" in member.tags
    return last.y - (1.5 if group else 0) if isinstance(last, Disc) else 0.0


def _check_areas(case: Case, scene: Scene, number: int) -> None:
    """Areas lie side by side inside the picture; the first never moves; nobody's fold."""
    drawn = scene.stages[number]
    boxes = areas_of(drawn)
    assert all(a.x + a.width < b.x for a, b in pairwise(boxes))
    assert boxes[-1].x + boxes[-1].width < scene.width
    firsts = [areas_of(other)[0] for other in scene.stages]
    assert len({box.x for box in firsts}) == 1
    assert len({box.width for box in firsts if box.style != "area-folded"}) <= 1
    peopled = {_box_index(drawn, member) for member in marks_of(drawn, MarkKind.MEMBER)}
    for place, box in enumerate(boxes):
        lived_in = box.style == "area-here"
        assert (box.style == "area-folded") is (place not in peopled and not lived_in)
    lives = stage_places(case)[number].area
    assert (boxes.index(here_of(drawn)) == len(case.areas)) is (lives is None)
    here = here_of(drawn)
    assert here.x <= spine_x(drawn) <= here.x + here.width


def _box_index(drawn: StageScene, member: Mark) -> int:
    x, _ = centre_of(member)
    (found,) = (n for n, box in enumerate(areas_of(drawn)) if box.x < x < box.x + box.width)
    return found


def _check_members(network: CaseNetwork, drawn: StageScene, number: int) -> None:
    """Two of one area never share a row, and rows are high enough."""
    case = network.case
    refs = {f"p{n}": person.id for n, person in enumerate(case.people)}
    refs |= {f"s{n}": setting.id for n, setting in enumerate(case.settings)}
    by_area: dict[str | None, list[float]] = {}
    lanes = {
        track: box_of(mark)
        for track, mark in zip(Track, marks_of(drawn, MarkKind.LANE), strict=True)
    }
    for member in marks_of(drawn, MarkKind.MEMBER):
        key = refs[member.ref or ""]
        lane = lanes[network.lanes[key]]
        assert lane.y < _row(member) < lane.y + lane.height
        by_area.setdefault(network.place(key, number).area, []).append(_row(member))
    for rows in by_area.values():
        assert all(b - a >= MIN_ROW - 0.01 for a, b in pairwise(sorted(rows)))


def _check_edges(scene: Scene, drawn: StageScene) -> None:
    """Nothing leaves the picture."""
    for shape in (shape for mark in drawn.marks for shape in mark.shapes):
        left, top, right, bottom = _room(shape)
        assert left >= -SLACK
        assert top >= -SLACK
        assert right <= scene.width + SLACK
        assert bottom <= scene.height + SLACK


def _room(shape: Line | Disc | Box | Text) -> tuple[float, float, float, float]:
    if isinstance(shape, Text):
        return room_of(shape)
    if isinstance(shape, Box):
        return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    if isinstance(shape, Disc):
        r = shape.radius
        return shape.x - r, shape.y - r, shape.x + r, shape.y + r
    xs, ys = zip(*shape.path.points(), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _check_labels(drawn: StageScene) -> None:
    """Labels stay inside their area and never lie over each other."""
    boxes = areas_of(drawn)
    for member in marks_of(drawn, MarkKind.MEMBER):
        box = boxes[_box_index(drawn, member)]
        for text in (shape for shape in member.shapes if isinstance(shape, Text)):
            left, _, right, _ = room_of(text)
            assert box.x <= left + SLACK
            assert right - SLACK <= box.x + box.width
    assert overlapping_texts(marks_of(drawn, MarkKind.MEMBER)) == []
    frame = (MarkKind.TITLE, MarkKind.LANE, MarkKind.AREA, MarkKind.DISTANCE, MarkKind.KEY)
    assert overlapping_texts(mark for mark in drawn.marks if mark.kind in frame) == []


@pytest.mark.parametrize("width", ROOMS)
def test_no_two_texts_of_a_sample_case_lie_over_each_other(width: float) -> None:
    for sample, number, drawn in sample_stages(width):
        assert overlapping_texts(drawn.marks) == [], (sample.name, sample.perspective, number)


def test_both_amiras_fit_beside_each_other_with_every_name_whole() -> None:
    drawn_as = ("amira", "team"), ("amira-held-together", "team")
    narrow = [s for s in sample_scenes(NARROW.width) if (s.name, s.perspective) in drawn_as]
    # Half of a screen of 1,366 px, without its margins, has 653.
    assert {each.scene.width for each in narrow} == {650}
    labels = [
        shape.plain
        for each in narrow
        for drawn in each.scene.stages
        for member in marks_of(drawn, MarkKind.MEMBER)
        for shape in member.shapes
        if isinstance(shape, Text) and shape.runs[0].text.endswith("…")
    ]
    assert labels == []


@pytest.mark.parametrize("width", ROOMS)
def test_the_sample_cases_are_drawn_whole(width: float) -> None:
    for sample in sample_scenes(width):
        stages = range(len(sample.network.case.stages))
        for number in stages:
            ties = sample.network.ties(number, sample.perspective)
            drawn = sample.scene.stages[number]
            shown = len(marks_of(drawn, MarkKind.TIE)) + len(marks_of(drawn, MarkKind.ARC))
            assert shown == len(ties), (sample.name, sample.perspective, number)


def test_what_is_in_front_is_painted_last() -> None:
    order = [MarkKind.LANE, MarkKind.AREA, MarkKind.ARC, MarkKind.SPINE, MarkKind.PORT]
    order += [MarkKind.TIE, MarkKind.MEMBER]
    for _sample, _number, drawn in sample_stages():
        kinds = [mark.kind for mark in drawn.marks if mark.kind in order]
        assert kinds == sorted(kinds, key=order.index)


@pytest.mark.parametrize("areas", range(1, 9))
@pytest.mark.parametrize("people", [0, 1, 60])
def test_every_number_of_areas_and_people_fits(areas: int, people: int) -> None:
    places = [f"a{number}" for number in range(areas)]
    parts = [person(f"peer-{n}", places[n % areas]) for n in range(people)]
    case = case_with(
        areas=[{"id": key, "name": key, "kind": "other"} for key in places],
        stages=[stage(f"s{number}", places[number % areas]) for number in range(14)],
        people=parts,
        relationships=[own(part["id"], told("s0")) for part in parts],
    )
    scene = scene_of(case)
    _check_rows((scene,))
    for number, drawn in enumerate(scene.stages):
        assert len(marks_of(drawn, MarkKind.MEMBER)) == people
        _check_areas(case, scene, number)
        _check_members(build_network(case), drawn, number)
        _check_edges(scene, drawn)


def test_a_case_with_nobody_says_so_in_every_lane() -> None:
    (drawn,) = scene_of(case_with()).stages
    assert marks_of(drawn, MarkKind.MEMBER) == []
    assert len(marks_of(drawn, MarkKind.BLANK)) == len(Track)
    assert len(marks_of(drawn, MarkKind.PORT)) == len(Track)


def test_people_without_a_relationship_are_named_below_the_map() -> None:
    case = case_with(people=[person("kayla"), person("jan")], relationships=[own("kayla", told())])
    scene = scene_of(case)
    (named,) = marks_of(scene.stages[0], MarkKind.NAMED)
    (words,) = texts_of(named)
    assert "Jan" in words
    assert "Kayla" not in words
    assert overlapping_texts(scene.stages[0].marks) == []


def test_many_names_below_the_map_are_elided_but_whole_in_its_words() -> None:
    scene = scene_of(case_with(people=[person(f"peer-{n}") for n in range(60)]))
    (named,) = marks_of(scene.stages[0], MarkKind.NAMED)
    (text,) = (shape for shape in named.shapes if isinstance(shape, Text))
    assert room_of(text)[2] <= scene.width
    assert named.label
    assert all(f"Peer-{n}" in named.label for n in range(60))


def test_a_perspective_that_says_nothing_draws_an_empty_map_of_the_same_size() -> None:
    case = small_case()
    silent = scene_of(case, "jan")
    assert opening_perspective(case) == "team"
    assert all(marks_of(drawn, MarkKind.MEMBER) == [] for drawn in silent.stages)
    assert silent.width == scene_of(case, "team").width


def test_those_tied_to_others_alone_are_drawn_as_well() -> None:
    case = case_with(
        people=[person("kayla"), person("tee")], relationships=[between("kayla", "tee", told())]
    )
    (drawn,) = scene_of(case).stages
    assert len(marks_of(drawn, MarkKind.MEMBER)) == 2
    assert marks_of(drawn, MarkKind.TIE) == []


def hidden_names(case: Case) -> list[str]:
    """Give the names of people that are more than a role, and no word of another text."""
    stand_ins = names_of(case, hidden=True)
    people = {part.id: part.name for part in case.people} | {YOUNG_PERSON: case.young_person.name}
    return [name for key, name in people.items() if name != stand_ins.of(key) and " " in name]


def test_hidden_names_are_nowhere_in_the_scene() -> None:
    for sample in sample_scenes():
        case = sample.network.case
        names = hidden_names(case)
        for drawn in scene_of(case, sample.perspective, hidden=True).stages:
            words = [text for mark in drawn.marks for text in (*texts_of(mark), mark.label or "")]
            for name in names:
                assert not any(name in text for text in words), (sample.name, name)
