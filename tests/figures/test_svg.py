"""The SVG painter: well-formed, what can be chosen is a button, and any text is text."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from relnet.figures.scene import Anchor, Box, Disc, MarkKind, Run, Scene, Text
from relnet.figures.style import STYLES
from relnet.figures.svg import (
    escaped,
    map_style_sheet,
    paint_shape,
    paint_stage,
    paint_stages,
    show_stage,
)
from tests.figures.scenes import (
    NASTY_NAMES,
    case_with,
    own,
    person,
    sample_scenes,
    scene_of,
    stage,
    told,
)
from tests.network.small import small_case

SVG = "{http://www.w3.org/2000/svg}"


def read(svg: str) -> ET.Element:
    """Read our own SVG; whatever is not well-formed is refused."""
    return ET.fromstring(svg)  # noqa: S314 - our own picture


def page(scene: Scene, *, label: str = "The map") -> ET.Element:
    """Read the map as it stands in a page."""
    return read(paint_stages(scene, label=label))


def groups(root: ET.Element, kind: MarkKind) -> Iterator[ET.Element]:
    """Give what was painted of marks of one kind."""
    for group in root.iter():
        if f"kind-{kind.value}" in (group.get("class") or "").split():
            yield group


def test_a_file_has_its_own_style_sheet_size_and_title() -> None:
    scene = scene_of(small_case())
    root = read(paint_stage(scene, 0))
    assert root.tag == f"{SVG}svg"
    assert float(root.get("width") or 0) == pytest.approx(scene.width, abs=0.1)
    assert float(root.get("height") or 0) == pytest.approx(scene.height, abs=0.1)
    assert root.findtext(f"{SVG}title") == scene.stages[0].title
    sheet = root.findtext(f"{SVG}style") or ""
    assert all(f".{name}{{" in sheet for name in STYLES)


def test_a_file_asks_for_nothing_from_elsewhere() -> None:
    for sample in sample_scenes():
        for number in range(len(sample.scene.stages)):
            svg = paint_stage(sample.scene, number)
            assert svg.count("http") == svg.count('xmlns="http://www.w3.org/2000/svg"') == 1
            assert "url(" not in svg
            assert "<script" not in svg
            read(svg)


def test_a_page_has_every_stage_and_one_of_them_is_seen() -> None:
    scene = scene_of(small_case())
    painted = paint_stages(scene, label="The map")
    for number in range(len(scene.stages)):
        seen = [
            (group.get("data-stage"), "now" in (group.get("class") or "").split())
            for group in read(show_stage(painted, number))
            if "stage" in (group.get("class") or "").split()
        ]
        assert seen == [(str(n), n == number) for n in range(len(scene.stages))]


def test_people_and_relationships_in_a_page_are_buttons_with_their_words() -> None:
    scene = scene_of(small_case())
    marks = [mark for drawn in scene.stages for mark in drawn.marks]
    chosen = (MarkKind.TIE, MarkKind.ARC, MarkKind.MEMBER)
    for kind in chosen:
        found = list(groups(page(scene), kind))
        assert [g.get("aria-label") for g in found] == [m.label for m in marks if m.kind is kind]
        assert {g.get("role") for g in found} == {"button"}
        assert [g.get("data-ref") for g in found] == [m.ref for m in marks if m.kind is kind]
    for kind in (MarkKind.LANE, MarkKind.AREA, MarkKind.PORT, MarkKind.KEY):
        assert {group.get("role") for group in groups(page(scene), kind)} == {None}


def test_a_file_has_no_buttons() -> None:
    root = read(paint_stage(scene_of(small_case()), 0))
    assert {element.get("role") for element in root.iter()} == {"img", None}
    assert {element.get("tabindex") for element in root.iter()} == {None}


def test_thin_lines_can_be_met_with_a_pointer() -> None:
    scene = scene_of(small_case())
    for kind in (MarkKind.TIE, MarkKind.ARC):
        for group in groups(page(scene), kind):
            touch = [child for child in group if child.get("class") == "touch"]
            assert len(touch) == 1 or not group.findall("path")


def test_the_tags_are_classes_so_that_the_page_can_filter() -> None:
    for group in groups(page(scene_of(small_case())), MarkKind.TIE):
        names = (group.get("class") or "").split()
        assert any(name.startswith("track-") for name in names)
        assert any(name.startswith("status-") for name in names)


@pytest.mark.parametrize("name", NASTY_NAMES)
def test_any_name_is_drawn_as_the_text_that_it_is(name: str) -> None:
    case = case_with(
        title=name,
        young_person={"name": name},
        areas=[{"id": "home", "name": name, "kind": "home"}],
        stages=[stage("now", label=name)],
        people=[person("kayla") | {"name": name, "role": name}, person("jan") | {"name": name}],
        relationships=[own("kayla", told())],
    )
    scene = scene_of(case)
    for root in (read(paint_stage(scene, 0)), page(scene, label=name)):
        allowed = {"div", "svg", "title", "style", "rect", "g", "path", "circle", "text", "tspan"}
        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= allowed
        assert not any(key.startswith("on") for element in root.iter() for key in element.attrib)
        (member,) = groups(root, MarkKind.MEMBER)
        whole = member.get("aria-label") or member.findtext(f"{SVG}title") or ""
        assert escaped(name) in escaped(whole)


def test_control_signs_leave_a_well_formed_file() -> None:
    assert escaped('a\x00\x0b\ufffe"<&') == "a\ufffd\ufffd\ufffd&quot;&lt;&amp;"
    assert escaped("tab\tand line\n") == "tab\tand line\n"


def test_shapes_carry_their_class_and_place() -> None:
    disc = read(paint_shape(Disc(1, 2.25, 3, "spine")))
    assert disc.attrib == {"class": "spine", "cx": "1", "cy": "2.2", "r": "3"}
    box = read(paint_shape(Box(1, 2, 30, 40, 5, "pill")))
    assert (box.get("width"), box.get("height"), box.get("rx")) == ("30", "40", "5")


@pytest.mark.parametrize(
    ("anchor", "attribute"), [("start", None), ("middle", "middle"), ("end", "end")]
)
def test_texts_are_anchored(anchor: Anchor, attribute: str | None) -> None:
    text = Text(1, 2, (Run("Amira", "text-name"),), anchor)
    assert read(paint_shape(text)).get("text-anchor") == attribute


def test_a_turned_text_reads_upwards() -> None:
    text = Text(10, 20, (Run("Northfield", "text-folded"),), "middle", turned=True)
    assert read(paint_shape(text)).get("transform") == "rotate(-90 10 20)"


def test_runs_stand_a_space_apart_each_in_its_class() -> None:
    text = Text(0, 0, (Run("Amira", "text-name"), Run("15", "text-role")))
    root = read(paint_shape(text))
    assert "".join(root.itertext()) == "Amira 15" == text.plain
    assert [run.get("class") for run in root] == ["text-name", "text-role"]


def test_the_sheet_of_a_page_keeps_to_the_map() -> None:
    rules = [rule for rule in map_style_sheet().split("}") if rule]
    assert all(rule.startswith((".map .", ".kind-member")) for rule in rules)
