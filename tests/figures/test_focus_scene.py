"""The focus as a picture: its cells, what stands in them, and nothing out of its place."""

import pytest

from relnet.case.vocabulary import Level
from relnet.figures.focus_scene import FocusPart, focus_picture, told_words, width_of
from relnet.figures.scene import Box, Mark, MarkKind, Picture, Text
from relnet.figures.style import look_up
from relnet.figures.text import text_width
from relnet.network.focus import Columns, Rows, columns_of, focus_grid, pattern_grid
from tests.web.views import SAMPLES, look, sample

PHASES = ("Before", "During", "After")


def part_of(key: str, columns: Columns = Columns.PHASE, *, hidden: bool = False) -> FocusPart:
    view = look(sample(key), hidden=hidden)
    stages = columns_of(view.network, columns)
    heads = PHASES if columns is Columns.PHASE else [s.label for s in view.case.stages]
    grid = focus_grid(view.network, Rows.TRACK, stages, view.perspective)
    return FocusPart(view.case.title, "told", grid, heads, view.network)


def drawn(part: FocusPart, key: str) -> Picture:
    return focus_picture("Found", [part], look(sample(key)).names)


def cells(picture: Picture) -> list[Mark]:
    return [mark for mark in picture.marks if mark.kind is MarkKind.ROW]


def texts(mark: Mark) -> str:
    return " ".join(shape.plain for shape in mark.shapes if isinstance(shape, Text))


def test_a_cell_says_what_it_holds_and_by_whom() -> None:
    found = cells(drawn(part_of("amira"), "amira"))
    assert len(found) == 9
    # Amira's file: Dawn works with Mum and Gran before the move.
    assert texts(found[3]) == "Collaboration in practice · by Dawn, with Mum and Gran"
    assert found[3].shapes[0].style == "node-parent_child-hollow"  # type: ignore[union-attr]
    assert texts(found[2]) == "asked: none"
    assert "not recorded at 1 stage of 3" in texts(found[7])


def test_an_ambition_has_another_frame_than_practice() -> None:
    part = part_of("amira")
    marks = cells(drawn(part, "amira"))
    met = set()
    for mark, cell in zip(marks, (c for row in part.grid.cells for c in row), strict=True):
        first = mark.shapes[0]
        assert isinstance(first, Box)
        met.add(cell.level)
        if cell.level is Level.AMBITION:
            assert first.style.endswith("-wanted")
        elif cell.level is None:
            assert not first.style.startswith("node-")
    assert met >= {Level.AMBITION, None}


def test_the_key_shows_only_what_is_drawn() -> None:
    (key,) = (m for m in drawn(part_of("amira"), "amira").marks if m.kind is MarkKind.KEY)
    assert texts(key) == "consistency collaboration safety in practice an ambition"


def test_beside_the_pattern_each_use_says_how_it_stands() -> None:
    part = part_of("amira")
    network = look(sample("amira")).network
    pattern = pattern_grid(network, Rows.TRACK, columns_of(network, Columns.PHASE))
    both = FocusPart(part.title, "", part.grid, PHASES, part.network, pattern)
    found = cells(drawn(both, "amira"))
    assert texts(found[3]).endswith("(in both)")
    assert "(only here)" in texts(found[7])


def test_some_columns_are_the_same_columns() -> None:
    part = part_of("many-moves", Columns.STAGE)
    some = part.some(2, 4)
    assert list(some.heads) == list(part.heads)[2:4]
    assert [row[0] for row in some.grid.cells] == [row[2] for row in part.grid.cells]
    assert focus_picture("", [some], look(sample("many-moves")).names).width == width_of(2)


@pytest.mark.parametrize("key", SAMPLES)
@pytest.mark.parametrize("columns", list(Columns))
def test_nothing_leaves_the_picture_or_its_cell(key: str, columns: Columns) -> None:
    picture = drawn(part_of(key, columns), key)
    for mark in cells(picture):
        box, *rest = mark.shapes
        assert isinstance(box, Box)
        look_up(box.style)
        for shape in rest:
            if isinstance(shape, Text):
                style = look_up(shape.runs[0].style)
                end = shape.x + text_width(shape.plain, style.size, bold=style.bold)
                assert end <= box.x + box.width
                assert box.y < shape.y < box.y + box.height
        assert box.x + box.width <= picture.width
        assert box.y + box.height <= picture.height


def test_it_is_told_cell_by_cell() -> None:
    told = told_words(part_of("figure-2"), look(sample("figure-2")).names)
    assert told.startswith("Trusted relationships, Before: none. ")
    assert told.count(", During: ") == 3
