"""People and settings: their shapes, where they stand, and labels that fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relnet.figures.members import label_runs
from relnet.figures.scene import Box, Disc, Mark, MarkKind, StageScene, Text
from relnet.figures.style import look_up
from relnet.figures.text import ELLIPSIS, text_width
from tests.figures.scenes import (
    NASTY_NAMES,
    areas_of,
    between,
    case_with,
    centre_of,
    mark_of,
    marks_of,
    own,
    person,
    room_of,
    sample_stages,
    scene_of,
    spine_x,
    stage,
    styles_of,
    texts_of,
    told,
)


def member(area: str | None = "home", lives: str | None = "home", **more: object) -> Mark:
    """Draw somebody with an active relationship."""
    case = case_with(
        stages=[stage("now", lives)],
        people=[person("kayla", area) | more],
        relationships=[own("kayla", told())],
    )
    return mark_of(scene_of(case).stages[0], "p0")


def label_of(mark: Mark) -> Text:
    """Give what is written beside somebody."""
    (text,) = (shape for shape in mark.shapes if isinstance(shape, Text))
    return text


def test_a_person_is_a_circle_and_a_group_stacked_circles() -> None:
    assert [type(shape) for shape in member().shapes] == [Disc, Text]
    group = member(group_size="6")
    assert [type(shape) for shape in group.shapes] == [Disc, Disc, Disc, Text]
    assert "group" in group.tags


def test_a_setting_is_a_small_rounded_rectangle() -> None:
    case = case_with(
        settings=[{"id": "club", "name": "Boxing club", "kind": "club", "area": "home"}],
        relationships=[own("club", told())],
    )
    mark = mark_of(scene_of(case).stages[0], "s0")
    box, _label = mark.shapes
    assert isinstance(box, Box)
    assert 0 < box.radius < box.height / 2 < box.width / 2
    assert "setting" in mark.tags


def test_somebody_without_a_tie_to_the_young_person_is_neutral() -> None:
    case = case_with(
        people=[person("kayla"), person("tee")],
        relationships=[own("kayla", told()), between("kayla", "tee", told())],
    )
    drawn = scene_of(case).stages[0]
    assert "node-neutral" in styles_of(mark_of(drawn, "p1"))
    assert "node-neutral" not in styles_of(mark_of(drawn, "p0"))


@pytest.mark.parametrize(("area", "anchor"), [("home", "end"), ("away", "start"), (None, "start")])
def test_labels_stand_on_the_side_away_from_the_spine(area: str | None, anchor: str) -> None:
    mark = member(area)
    text = label_of(mark)
    assert text.anchor == anchor
    x, _ = centre_of(mark)
    assert (text.x < x) is (anchor == "end")


def test_a_label_has_the_name_and_then_the_role() -> None:
    text = label_of(member())
    assert text.plain == "Kayla friend"
    assert [run.style for run in text.runs] == ["text-name", "text-role"]


@pytest.mark.parametrize("status", ["broken", "ended", "never_formed", "not_known"])
def test_the_name_of_somebody_lost_is_faint(status: str) -> None:
    case = case_with(
        people=[person("kayla")],
        relationships=[own("kayla", told(status=status))],
    )
    assert "text-name-faint" in styles_of(mark_of(scene_of(case).stages[0], "p0"))


def test_the_role_gives_way_before_the_name() -> None:
    whole = label_runs("Kayla", "best friend", 400, faint=False)
    assert [run.text for run in whole] == ["Kayla", "best friend"]
    name = text_width("Kayla", 13, bold=True)
    assert [run.text for run in label_runs("Kayla", "best friend", name, faint=False)] == ["Kayla"]
    (short,) = label_runs("Kayla", "best friend", name - 5, faint=False)
    assert short.text.endswith(ELLIPSIS)


def test_no_stump_of_a_role_is_left() -> None:
    role = "missing from home officer"
    for room in range(20, 300, 7):
        runs = label_runs("Lowe", role, room, faint=False)
        assert len(runs) < 2 or len(runs[1].text) > len(role) // 2


@given(st.text(min_size=1, max_size=80), st.text(max_size=80), st.floats(0, 400))
def test_a_label_never_takes_more_than_its_room(name: str, role: str, room: float) -> None:
    runs = label_runs(name, role, room, faint=False)
    taken = sum(
        text_width(run.text, look_up(run.style).size, bold=look_up(run.style).bold) for run in runs
    )
    assert taken <= room + 1e-6
    assert all(run.text for run in runs)


@pytest.mark.parametrize("name", NASTY_NAMES)
def test_the_whole_name_stands_in_the_words_of_the_mark(name: str) -> None:
    mark = member(name=name, role="friend")
    assert mark.label
    assert name in mark.label


def test_hidden_names_are_in_no_shape_and_no_word() -> None:
    case = case_with(people=[person("kayla")], relationships=[own("kayla", told())])
    mark = mark_of(scene_of(case, hidden=True).stages[0], "p0")
    assert "Kayla" not in "".join([*texts_of(mark), mark.label or ""])


def circles(*closeness: int | None, lives: str = "home") -> tuple[list[float], StageScene]:
    """Draw people whom the young person has placed, and say how far from the spine they are."""
    people = [person(f"peer-{n}") for n in range(len(closeness))]
    ties = [
        own(p["id"], told(), *([placed(circle)] if circle else []))
        for p, circle in zip(people, closeness, strict=True)
    ]
    case = case_with(stages=[stage("now", lives)], people=people, relationships=ties)
    drawn = scene_of(case, "team").stages[0]
    places = [centre_of(mark_of(drawn, f"p{n}"))[0] for n in range(len(people))]
    return [abs(x - spine_x(drawn)) for x in places], drawn


def placed(circle: int) -> dict[str, object]:
    """Write the circle into which the young person puts somebody."""
    return told(status=None, perspective="young_person", closeness=circle)


@pytest.mark.parametrize("lives", ["home", "away"])
def test_the_closest_stand_nearest_and_those_not_asked_about_last(lives: str) -> None:
    away, _ = circles(1, 2, 3, None, lives=lives)
    assert away == sorted(set(away))


def test_where_nobody_was_asked_about_all_stand_alike() -> None:
    away, drawn = circles(None, None)
    assert away[0] == away[1]
    assert "guide" not in styles_of(drawn.marks)


def test_everybody_in_a_sample_case_stands_in_an_open_area() -> None:
    for sample, number, drawn in sample_stages():
        frames = [box for box in areas_of(drawn) if box.style != "area-folded"]
        for mark in marks_of(drawn, MarkKind.MEMBER):
            x, y = centre_of(mark)
            (frame,) = (box for box in frames if box.x < x < box.x + box.width)
            assert frame.y < y < frame.y + frame.height, (sample.name, number, mark.ref)


def test_everybody_in_a_sample_case_has_a_label_inside_their_area() -> None:
    for sample, number, drawn in sample_stages():
        for mark in marks_of(drawn, MarkKind.MEMBER):
            left, _, right, _ = room_of(label_of(mark))
            x, _ = centre_of(mark)
            (frame,) = (b for b in areas_of(drawn) if b.x < x < b.x + b.width)
            assert frame.x <= left, (sample.name, number, mark.ref)
            assert right <= frame.x + frame.width, (sample.name, number, mark.ref)
