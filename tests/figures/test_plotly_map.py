"""The Plotly painter: few traces, valid figures, and the same picture as the SVG painter's."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any
from xml.etree import ElementTree as ET

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings

from relnet.case.models import Case
from relnet.case.timeline import opening_perspective
from relnet.figures.paths import straight
from relnet.figures.plotly_map import paint_figure, plotly_text
from relnet.figures.scene import Box, Disc, Line, Mark, MarkKind, Run, Scene, StageScene, Text
from relnet.figures.style import STYLES
from relnet.figures.svg import paint_stage
from relnet.figures.text import drawable
from tests.figures.scenes import (
    NASTY_NAMES,
    Sample,
    case_with,
    own,
    person,
    sample_scenes,
    scene_of,
    stage,
    told,
)
from tests.network.small import small_case
from tests.strategies import cases

SVG = "{http://www.w3.org/2000/svg}"
TAGS = re.compile(r'</?[bi]>|<span style="[^"<>]*">|</span>')

Values = dict[str, Any]


def painted(scene: Scene, number: int) -> Values:
    """Paint a stage and give the figure as values, without checking each of them."""
    figure: Values = paint_figure(scene, number).to_dict()
    return figure


def svg_of(scene: Scene, number: int) -> ET.Element:
    """Paint a stage as SVG and read it."""
    return ET.fromstring(paint_stage(scene, number))  # noqa: S314 - our own picture


def traces(figure: Values, mode: str) -> Iterator[Values]:
    """Give the traces of one mode."""
    return (trace for trace in figure["data"] if trace["mode"] == mode)


def words(text: str) -> str:
    """Give a text as it reads, without the tags that the painter itself sets."""
    return unescape(TAGS.sub("", text))


def plotly_texts(figure: Values) -> Counter[tuple[str, str]]:
    """Count what a figure writes, each with its class."""
    found = Counter(
        (trace["name"], words(text)) for trace in traces(figure, "text") for text in trace["text"]
    )
    found.update((note["name"], words(note["text"])) for note in figure["layout"]["annotations"])
    return found


def svg_texts(root: ET.Element) -> Counter[tuple[str, str]]:
    """Count what an SVG writes, each with its class: that of its first run."""
    return Counter(
        (text.get("class") or text[0].get("class") or "", "".join(text.itertext()))
        for text in root.iter(f"{SVG}text")
    )


def plotly_refs(figure: Values) -> set[str]:
    """Give the parts of the case that a figure shows."""
    found: set[str | None] = set()
    for trace in figure["data"]:
        found |= set(trace.get("customdata") or ()) | set(trace.get("meta") or ())
    return {ref for ref in found if ref}


def svg_refs(root: ET.Element) -> set[str]:
    """Give the parts of the case that an SVG shows."""
    return {ref for element in root.iter() if (ref := element.get("data-ref"))}


def plotly_classes(figure: Values) -> set[str]:
    """Give the classes of everything but text."""
    return {trace["name"] for trace in figure["data"] if trace["mode"] != "text"}


def svg_classes(root: ET.Element) -> set[str]:
    """Give the classes of everything but text."""
    shapes = (element for tag in ("path", "circle", "rect") for element in root.iter(SVG + tag))
    return {name for shape in shapes if (name := shape.get("class"))}


@cache
def painted_samples() -> tuple[tuple[Sample, Values, ET.Element], ...]:
    """Paint every stage of every sample scene both ways, once."""
    return tuple(
        (sample, painted(sample.scene, number), svg_of(sample.scene, number))
        for sample in sample_scenes()
        for number in range(len(sample.scene.stages))
    )


def check_held_together(figure: Values, root: ET.Element) -> None:
    """Compare what the two painters made of a stage."""
    assert plotly_refs(figure) == svg_refs(root)
    assert plotly_texts(figure) == svg_texts(root)
    assert plotly_classes(figure) == svg_classes(root)


def check_few_traces(figure: Values) -> None:
    """See that what looks alike shares a trace."""
    data = figure["data"]
    keys = [(trace["name"], trace["mode"], trace.get("textposition")) for trace in data]
    assert len(keys) == len(set(keys))
    assert {trace["name"] for trace in data} <= set(STYLES)


def test_the_painters_draw_the_same_of_every_sample_case() -> None:
    for _sample, figure, root in painted_samples():
        check_held_together(figure, root)


def test_lines_of_one_style_share_one_trace_in_every_sample_case() -> None:
    for _sample, figure, _root in painted_samples():
        check_few_traces(figure)


def test_every_figure_of_the_sample_cases_is_valid() -> None:
    for sample, figure, _root in painted_samples():
        if sample.perspective == opening_perspective(sample.network.case):
            go.Figure(figure)


@given(cases())
@settings(max_examples=7, deadline=None)
def test_any_case_is_drawn_by_both_painters(case: Case) -> None:
    scene = scene_of(case)
    for number in range(len(scene.stages)):
        figure = painted(scene, number)
        check_held_together(figure, svg_of(scene, number))
        check_few_traces(figure)
        go.Figure(figure)


def test_the_same_scene_gives_the_same_figure() -> None:
    assert painted(scene_of(small_case()), 0) == painted(scene_of(small_case()), 0)


def test_members_ties_and_arcs_are_all_there() -> None:
    scene = scene_of(small_case())
    kinds = (MarkKind.MEMBER, MarkKind.TIE, MarkKind.ARC)
    for number, drawn in enumerate(scene.stages):
        refs = {mark.ref for mark in drawn.marks if mark.kind in kinds}
        assert refs <= plotly_refs(painted(scene, number))


def test_px_are_the_units_of_both_axes() -> None:
    scene = scene_of(small_case())
    layout = painted(scene, 0)["layout"]
    assert (layout["width"], layout["height"]) == (scene.width, scene.height)
    assert layout["xaxis"]["range"] == [0, scene.width]
    assert layout["yaxis"]["range"] == [scene.height, 0]
    assert set(layout["margin"].values()) == {0}


def test_the_whole_words_are_told_on_hovering() -> None:
    scene = scene_of(small_case())
    figure = painted(scene, 0)
    told_of = {
        unescape(label) for trace in figure["data"] for label in trace.get("hovertext") or ()
    }
    members = [mark for mark in scene.stages[0].marks if mark.kind is MarkKind.MEMBER]
    assert {mark.label for mark in members} <= told_of
    assert all(trace["hoverinfo"] == "skip" for trace in traces(figure, "lines"))


def one(*shapes: Line | Disc | Box | Text, label: str | None = None) -> Values:
    """Paint a few shapes alone."""
    mark = Mark(MarkKind.MEMBER, shapes, "p0", label)
    return painted(Scene(100, 100, 90, (StageScene("A stage", 0, (mark,)),)), 0)


def test_a_gap_parts_two_lines_of_one_trace() -> None:
    lines = [Line(straight(((0, y), (10, y))), "arc") for y in (1, 2)]
    (trace,) = one(*lines)["data"]
    assert trace["x"] == [0, 10, None, 0, 10, None]
    assert trace["y"] == [1, 1, None, 2, 2, None]
    assert trace["meta"] == ["p0", "p0", None, "p0", "p0", None]


def test_the_look_comes_from_the_style_table() -> None:
    dashed = STYLES["arc-harm"]
    (trace,) = one(Line(straight(((0, 0), (10, 0))), "arc-harm"))["data"]
    assert trace["line"]["color"] == dashed.stroke
    assert trace["line"]["width"] == dashed.stroke_width
    assert trace["line"]["dash"] == "7px,3px,1.5px,3px"
    (disc,) = one(Disc(5, 5, 4, "node-trusted-full"))["data"]
    assert disc["marker"]["color"] == STYLES["node-trusted-full"].fill
    assert disc["marker"]["size"] == [8]
    (text,) = one(Text(5, 5, (Run("Amira", "text-name"),), "end"))["data"]
    assert text["textfont"] == {"size": 13, "color": STYLES["text-name"].fill}
    assert text["textposition"] == "middle left"
    assert text["text"] == ["<b>Amira</b>"]


def test_dashed_circles_are_lines_since_markers_cannot_be_dashed() -> None:
    (trace,) = one(Disc(50, 50, 8, "node-trusted-wanted"))["data"]
    assert trace["mode"] == "lines"
    assert trace["line"]["dash"]
    assert trace["fill"] == "toself"
    assert (trace["x"][0], trace["y"][0]) == (trace["x"][-2], trace["y"][-2])


def test_a_box_is_a_closed_line_with_its_fill() -> None:
    (trace,) = one(Box(10, 20, 30, 40, 6, "area-away"))["data"]
    xs, ys = trace["x"][:-1], trace["y"][:-1]
    assert (min(xs), max(xs), min(ys), max(ys)) == (10, 40, 20, 60)
    assert (xs[0], ys[0]) == (xs[-1], ys[-1])
    assert trace["fillcolor"].startswith("rgba(255,255,255,0.")


def test_a_turned_text_is_an_annotation() -> None:
    figure = one(Text(10, 50, (Run("Northfield", "text-folded"),), "middle", turned=True))
    (note,) = figure["layout"]["annotations"]
    assert note["textangle"] == -90
    assert note["text"] == "Northfield"
    assert list(figure["data"]) == []


def test_texts_are_in_front_of_everything() -> None:
    modes = [trace["mode"] for trace in painted(scene_of(small_case()), 0)["data"]]
    assert modes.index("text") == len(modes) - modes.count("text")


def test_plotly_reads_no_markup_and_no_formula() -> None:
    assert plotly_text("<b>x</b> & $x$") == "&lt;b&gt;x&lt;/b&gt; &amp; &#36;x&#36;"
    assert plotly_text("a\x00b") == "a\ufffdb"


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
    figure = painted(scene, 0)
    check_held_together(figure, svg_of(scene, 0))
    go.Figure(figure)
    texts = [text for trace in traces(figure, "text") for text in trace["text"]]
    labels = [text for trace in figure["data"] for text in trace.get("hovertext") or ()]
    for text in (*texts, *labels, *(note["text"] for note in figure["layout"]["annotations"])):
        assert "<" not in TAGS.sub("", text)
        assert "$" not in text
    assert any(drawable(name) in unescape(text) for text in labels)
