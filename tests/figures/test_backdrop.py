"""Around the people: areas, distance, spine, ports, blanks."""

from itertools import pairwise

import pytest

from relnet.case.vocabulary import Blank, Track
from relnet.figures.columns import NARROW
from relnet.figures.scene import Box, Line, Mark, MarkKind, StageScene, Text
from relnet.figures.style import STYLES
from relnet.network.attention import Port, attention
from relnet.words import label
from tests.figures.scenes import (
    HOME_AND_AWAY,
    areas_of,
    box_of,
    case_with,
    here_of,
    line_named,
    marks_of,
    overlap,
    overlapping_texts,
    own,
    person,
    ports_of,
    room_of,
    sample_stages,
    scene_of,
    shapes_named,
    spine_x,
    stage,
    styles_of,
    texts_of,
    told,
)
from tests.network.small import small_case, small_network

LONG = "The borough on the far side of the estuary and the hills behind it"


def written(drawn: StageScene, kind: MarkKind) -> list[str]:
    """Give what is written on the marks of one kind."""
    return [text for mark in marks_of(drawn, kind) for text in texts_of(mark)]


def at(area: str | None = "home", *people: str | None, **more: object) -> StageScene:
    """Draw one stage, with a peer in each of these areas."""
    peers = [person(f"peer-{n}", place) for n, place in enumerate(people)]
    parts: dict[str, object] = {
        "stages": [stage("now", area)],
        "people": peers,
        "relationships": [own(peer["id"], told()) for peer in peers],
    }
    return scene_of(case_with(**(parts | more))).stages[0]


def test_three_lanes_run_across_all_areas() -> None:
    drawn = at("home", "home", "away")
    lanes = [box_of(mark) for mark in marks_of(drawn, MarkKind.LANE)]
    areas = areas_of(drawn)
    assert len(lanes) == len(Track)
    assert all(lane.x < areas[0].x for lane in lanes)
    assert all(lane.x + lane.width >= areas[-1].x + areas[-1].width for lane in lanes)
    for track, mark in zip(Track, marks_of(drawn, MarkKind.LANE), strict=True):
        assert " ".join(texts_of(mark)).startswith(label(track))


def test_the_spine_runs_through_the_area_where_the_young_person_lives() -> None:
    for lives in ("home", "away", None):
        drawn = at(lives, "home", "away")
        here = here_of(drawn)
        assert here.x <= spine_x(drawn) <= here.x + here.width
        (spine,) = marks_of(drawn, MarkKind.SPINE)
        start, end = line_named(spine, "spine").path.start, line_named(spine, "spine").path.end
        assert start[1] < min(port.y for port in ports_of(drawn))
        assert end[1] > max(port.y for port in ports_of(drawn))
        assert {port.x for port in ports_of(drawn)} == {spine_x(drawn)}


def test_the_young_persons_name_stays_inside_the_picture() -> None:
    young_person = {"name": "N" * 300, "age": "about 14"}
    for lives in ("home", "away", None):
        scene = scene_of(case_with(stages=[stage("now", lives)], young_person=young_person))
        (spine,) = marks_of(scene.stages[0], MarkKind.SPINE)
        pill = next(shape for shape in spine.shapes if isinstance(shape, Box))
        (text,) = (shape for shape in spine.shapes if isinstance(shape, Text))
        assert pill.x >= 0
        assert pill.x + pill.width <= scene.width
        left, _, right, _ = room_of(text)
        assert pill.x <= left
        assert right <= pill.x + pill.width
        assert spine.label == f"{'N' * 300}, about 14"


@pytest.mark.parametrize("number", [0, 1, 2])
def test_ports_show_where_attention_goes(number: int) -> None:
    drawn = scene_of(small_case()).stages[number]
    told_by = attention(small_network(), number)
    for track, mark in zip(Track, marks_of(drawn, MarkKind.PORT), strict=True):
        port = told_by.port(track)
        held = f"port-{track.value}-held"
        style = {Port.HELD: held, Port.EMPTY: "port-empty", Port.UNKNOWN: "port-unknown"}[port]
        assert style in styles_of(mark)
        assert texts_of(mark) == (["?"] if port is Port.UNKNOWN else [])
        assert f"track-{track.value}" in mark.tags


def test_every_port_of_the_samples_shows_where_attention_goes() -> None:
    for sample, number, drawn in sample_stages():
        held = attention(sample.network, number).in_practice
        filled = [style for style in styles_of(drawn.marks) if style.endswith("-held")]
        assert sorted(filled) == sorted(f"port-{track.value}-held" for track in held)


def test_a_held_port_is_filled_an_empty_one_hollow_an_unknown_one_dotted() -> None:
    held, empty, unknown = (
        STYLES[name] for name in ("port-trusted-held", "port-empty", "port-unknown")
    )
    assert held.fill != empty.fill == unknown.fill
    assert (held.dash, empty.dash) == (None, None)
    assert unknown.dash


def blank_of(drawn: StageScene, track: Track) -> Mark | None:
    """Give what is said of a track that shows nobody."""
    marks = marks_of(drawn, MarkKind.BLANK)
    return next((mark for mark in marks if f"track-{track.value}" in mark.tags), None)


@pytest.mark.parametrize("blank", list(Blank))
def test_each_blank_has_its_words_and_its_look(blank: Blank) -> None:
    stages = [stage("now", blanks={"trusted": blank})]
    mark = blank_of(at(stages=stages), Track.TRUSTED)
    assert mark is not None
    assert texts_of(mark) == [label(blank)]
    assert f"blank-{blank.value}" in styles_of(mark)


def test_where_room_is_short_lanes_are_named_upright_and_nothing_more() -> None:
    (drawn,) = scene_of(case_with(), room=NARROW).stages
    texts = [
        shape
        for m in marks_of(drawn, MarkKind.LANE)
        for shape in m.shapes
        if isinstance(shape, Text)
    ]
    assert [text.plain for text in texts] == [
        "Trusted", "relationships", "Parent–child", "and family", "Community", "and peers",
    ]  # fmt: skip
    assert all(text.turned and text.x < NARROW.left for text in texts)


def test_a_lane_of_nobody_says_so_and_a_lane_of_somebody_does_not() -> None:
    drawn = at("home", "home")
    assert blank_of(drawn, Track.COMMUNITY_PEER) is None
    for track in (Track.TRUSTED, Track.PARENT_CHILD):
        mark = blank_of(drawn, track)
        assert mark is not None
        assert texts_of(mark)[0] not in [label(blank) for blank in Blank]


@pytest.mark.parametrize("lives", ["home", "away", None])
@pytest.mark.parametrize("blank", list(Blank))
def test_a_blank_told_of_a_lane_with_people_hides_none_of_them(
    lives: str | None, blank: Blank
) -> None:
    stages = [stage("now", lives, blanks={"community_peer": blank})]
    drawn = at(lives, *[lives] * 12, "home", "away", None, stages=stages)
    mark = blank_of(drawn, Track.COMMUNITY_PEER)
    assert mark is not None
    assert overlapping_texts(drawn.marks) == []
    box = box_of(mark)
    room = (box.x, box.y, box.x + box.width, box.y + box.height)
    for member in marks_of(drawn, MarkKind.MEMBER):
        texts = (shape for shape in member.shapes if isinstance(shape, Text))
        assert not any(overlap(room, room_of(text)) for text in texts)


def test_people_whose_area_is_not_known_stand_in_a_strip_at_the_right() -> None:
    drawn = at("home", "home", None)
    assert "Where: not known" in written(drawn, MarkKind.AREA)
    assert len(areas_of(drawn)) == len(areas_of(at("home", "home"))) + 1


def test_a_stage_without_an_area_puts_the_spine_into_that_strip() -> None:
    drawn = at(None, "home")
    assert here_of(drawn) == areas_of(drawn)[-1]
    assert here_of(drawn).x < spine_x(drawn)


def test_an_area_with_nobody_is_a_narrow_strip_with_its_name_upwards() -> None:
    (home, away) = marks_of(at("home", "home"), MarkKind.AREA)
    assert box_of(away).style == "area-folded"
    assert box_of(away).width < box_of(home).width
    (text,) = (shape for shape in away.shapes if isinstance(shape, Text))
    assert text.turned
    assert text.plain == away.label
    assert "Northfield" in text.plain


def area(name: str, title: str, kind: str = "placement", **more: object) -> dict[str, object]:
    """Write an area as the file has it."""
    return {"id": name, "name": title, "kind": kind, **more}


def test_the_distance_stands_between_home_and_the_next_area() -> None:
    drawn = at("away", "home", "away")
    (mark,) = marks_of(drawn, MarkKind.DISTANCE)
    home, away = areas_of(drawn)
    (text,) = (shape for shape in mark.shapes if isinstance(shape, Text))
    assert "62" in text.plain
    left, _, right, _ = room_of(text)
    assert home.x + home.width < left < right < away.x
    lines = [shape for shape in mark.shapes if isinstance(shape, Line)]
    assert all(
        home.x + home.width < line.path.start[0] < line.path.end[0] < away.x for line in lines
    )


def test_a_distance_without_room_there_stands_below_its_area() -> None:
    far = area("away", "Northfield", distance_miles=162.5, travel_minutes=130)
    drawn = at("away", "home", "away", areas=[HOME_AND_AWAY[0], far])
    assert marks_of(drawn, MarkKind.DISTANCE) == []
    assert any("162.5" in text and "2 h" in text for text in written(drawn, MarkKind.AREA))


def test_every_open_area_says_its_distance_once() -> None:
    areas = [
        area("home", "Home", "home"),
        *(area(f"a{n}", "Away", distance_miles=10 + n) for n in range(4)),
    ]
    drawn = at("a0", "home", "a0", "a1", "a3", areas=areas)
    told_of = [*written(drawn, MarkKind.AREA), *written(drawn, MarkKind.DISTANCE)]
    for number, times in ((10, 1), (11, 1), (12, 0), (13, 1)):
        assert sum(f"{number} mile" in text for text in told_of) == times


def test_no_distance_is_written_between_areas_of_which_none_is_home() -> None:
    areas = [area("one", "One", distance_miles=5), area("two", "Two", "other", distance_miles=7)]
    drawn = at("one", "one", "two", areas=areas)
    assert marks_of(drawn, MarkKind.DISTANCE) == []


def test_no_distance_is_written_where_none_is_recorded() -> None:
    areas = [HOME_AND_AWAY[0], area("away", "Northfield")]
    drawn = at("away", "home", "away", areas=areas)
    assert marks_of(drawn, MarkKind.DISTANCE) == []
    assert not any("mile" in text for text in written(drawn, MarkKind.AREA))


@pytest.mark.parametrize("count", range(1, 9))
@pytest.mark.parametrize("name", [LONG, "N" * 300, "O"])
def test_headings_and_distances_never_lie_over_each_other(count: int, name: str) -> None:
    names = [f"a{number}" for number in range(count)]
    areas = [
        area(key, name, "placement" if number else "home", distance_miles=34 if number else None)
        for number, key in enumerate(names)
    ]
    for here in (names[0], names[-1], None):
        for people in (names, names[::2], [*names, None], names[:1], []):
            drawn = at(here, *people, areas=areas)
            assert overlapping_texts(drawn.marks) == []
            rooms = [
                room_of(shape)
                for kind in (MarkKind.AREA, MarkKind.DISTANCE)
                for mark in marks_of(drawn, kind)
                for shape in mark.shapes
                if isinstance(shape, Text) and not shape.turned and shape.y < areas_of(drawn)[0].y
            ]
            rooms.sort()
            assert all(a[2] < b[0] for a, b in pairwise(rooms) if abs(a[1] - b[1]) < 5)


def test_the_whole_name_of_an_area_stands_in_its_words() -> None:
    marks = marks_of(
        at("away", "home", areas=[HOME_AND_AWAY[0], area("away", LONG)]), MarkKind.AREA
    )
    assert all(mark.label for mark in marks)
    assert LONG in (marks[-1].label or "")


def test_the_closest_and_those_not_asked_about_are_named_where_somebody_was_asked() -> None:
    placed = told(status=None, perspective="young_person", closeness=1)
    ties = [own("kayla", told(), placed), own("tee", told())]
    drawn = at("home", relationships=ties, people=[person("kayla"), person("tee")])
    home = marks_of(drawn, MarkKind.AREA)[0]
    texts = {s.plain: s for s in shapes_named(home, "text-note") if isinstance(s, Text)}
    assert set(texts) == {"closest", "not asked"}
    assert abs(texts["closest"].x - spine_x(drawn)) < abs(texts["not asked"].x - spine_x(drawn))
    assert len(shapes_named(home, "guide")) == 3


def test_the_title_is_elided_but_whole_in_its_words() -> None:
    scene = scene_of(case_with(stages=[stage("now", label="L" * 300)]))
    (title,) = marks_of(scene.stages[0], MarkKind.TITLE)
    (text,) = (shape for shape in title.shapes if isinstance(shape, Text))
    assert room_of(text)[2] <= scene.width
    assert title.label == scene.stages[0].title
    assert "L" * 300 in scene.stages[0].title
