"""The key explains what is on the screen, all of it, and nothing else."""

import re

import pytest

from relnet.figures.frame import KEY_ROW
from relnet.figures.key import key_lines, key_mark, shape_styles
from relnet.figures.scene import Mark, MarkKind, StageScene, Text
from tests.figures.scenes import (
    Values,
    case_with,
    marks_of,
    overlap,
    own,
    person,
    room_of,
    sample_stages,
    scene_of,
    styles_of,
    texts_of,
    told,
)

# What every reader must find explained; the colour does not matter.
LANGUAGE = re.compile(
    r"line-.*-(?P<line>strong|steady|weak|unsaid|wanted)|(?P<zigzag>zigzag)-.*|(?P<slash>slash)"
    r"|(?P<stub>stub)|(?P<cross>cross)|(?P<open>faint-not-known|faint-unsaid)"
    r"|(?P<harm>mark-harm|mark-harm-suspected)|(?P<protects>mark-protective)-.*"
    r"|badge-.*-(?P<level>practice|planned|ambition)|(?P<between>arc-harm|sign-differs)"
)


def explained(styles: set[str]) -> set[str]:
    """Give what classes say, whatever their colour."""
    matches = (LANGUAGE.fullmatch(style) for style in styles)
    return {next(g for g in match.groups() if g) for match in matches if match}


def parts_of(drawn: StageScene) -> tuple[list[Mark], Mark]:
    """Take a stage apart into its picture and its key."""
    (key,) = marks_of(drawn, MarkKind.KEY)
    return [mark for mark in drawn.marks if mark is not key], key


def key_of(*states: Values, **more: object) -> Mark:
    """Give the key of one relationship."""
    people = [person("kayla"), person("mum", kind="family")]
    parts = {"people": people, "relationships": [own("kayla", *states)]} | more
    return parts_of(scene_of(case_with(**parts), "team").stages[0])[1]


def test_the_key_of_every_sample_stage_explains_what_is_drawn_and_nothing_else() -> None:
    for sample, number, drawn in sample_stages():
        picture, key = parts_of(drawn)
        there, told_of = explained(styles_of(picture)), explained(styles_of(key))
        assert there - told_of == set(), (sample.name, number)
        # The sample of a use is drawn as in practice, whatever its level.
        assert told_of - there <= {"practice"}, (sample.name, number)
        tags = {tag for mark in picture for tag in mark.tags}
        assert ("group" in texts_of(key)) is ("group" in tags)


def test_no_entry_stands_twice() -> None:
    for sample, number, drawn in sample_stages():
        words = texts_of(parts_of(drawn)[1])
        assert len(words) == len(set(words)), (sample.name, number)


def test_an_empty_picture_has_an_empty_key() -> None:
    drawn = scene_of(case_with()).stages[0]
    assert parts_of(drawn)[1].shapes == ()
    assert key_lines([], 1000) == 0
    assert key_mark([], 1000, 500).shapes == ()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (told(strength="strong"), ["strong"]),
        (told(strength="weak", strained=True), ["weak", "strained"]),
        (told(status="broken"), ["broken"]),
        (told(status="ended"), ["ended"]),
        (told(status="wanted"), ["wanted"]),
        (told(status="never_formed"), ["never formed"]),
        (told(status="not_known"), ["not known", "?"]),
    ],
)
def test_the_words_of_a_line(state: Values, words: list[str]) -> None:
    assert sorted(texts_of(key_of(state))) == sorted(words)


def test_a_use_is_explained_with_its_level() -> None:
    uses = [{"stage": "now", "relationship": "r-kayla", "use": "safety", "level": "ambition"}]
    words = texts_of(key_of(told(strength="steady"), uses=uses))
    assert words == ["steady", "safety", "an ambition"]


def test_a_difference_is_explained_only_where_there_is_one() -> None:
    agree, differ = told(perspective="mum"), told(status="broken", perspective="mum")
    assert "sign-differs" not in styles_of(key_of(told(), agree))
    assert "sign-differs" in styles_of(key_of(told(), differ))


def test_line_samples_are_in_ink_so_that_no_colour_reads_as_the_meaning() -> None:
    people = [person("kayla", kind="family")]
    ties = [own("kayla", told(strength="strong"), track="parent_child")]
    styles = styles_of(key_of(people=people, relationships=ties))
    assert "line-key-strong" in styles
    assert "line-parent_child-strong" not in styles


def test_entries_do_not_touch_each_other_and_stay_inside_the_picture() -> None:
    for sample, number, drawn in sample_stages():
        key = parts_of(drawn)[1]
        rooms = [room_of(shape) for shape in key.shapes if isinstance(shape, Text)]
        where = (sample.name, number)
        assert all(room[2] <= sample.scene.width for room in rooms), where
        assert all(room[3] <= sample.scene.height for room in rooms), where
        pairs = ((a, b) for place, a in enumerate(rooms) for b in rooms[place + 1 :])
        assert not any(overlap(a, b) for a, b in pairs), where


def test_a_key_that_is_too_long_for_a_line_goes_on_below() -> None:
    _sample, _number, drawn = next(iter(sample_stages()))
    picture, _key = parts_of(drawn)
    lines = key_lines(picture, 400)
    assert lines > key_lines(picture, 1000)
    key = key_mark(picture, 400, 100)
    heights = {s.y for s in key.shapes if isinstance(s, Text) and shape_styles(s) == ("text-key",)}
    assert heights == {100 + KEY_ROW * line for line in range(lines)}
