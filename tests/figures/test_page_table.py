"""Tables of words as marks: columns, rows, and no word lost, cut or covered."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relnet.figures.page_blocks import Cell, Grid, Look, Words
from relnet.figures.page_table import column_widths, table_picture
from relnet.figures.scene import Line, MarkKind
from relnet.figures.text import ELLIPSIS, text_width
from tests.figures.pages import boxes_of, covered, cut, texts_of, words_of

LOOKS = st.sampled_from(tuple(Look))
# 16 letters of at most 1.04 em are 217 px at 13 px: shorter than what is shortened.
WORDS = st.text("abcdefgimw", min_size=1, max_size=16)


def cells(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Cell]:
    return st.lists(st.builds(Words, texts, LOOKS), max_size=3).map(tuple)


@st.composite
def grids(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> Grid:
    """Draw tables of up to eight columns and five rows; cells may be empty."""
    columns = draw(st.integers(1, 8))
    row = st.tuples(*[cells(texts)] * columns)
    return Grid(draw(texts), draw(row), tuple(draw(st.lists(row, max_size=5))))


def row_of(*texts: str) -> tuple[Cell, ...]:
    return tuple((Words(text),) if text else () for text in texts)


SENTENCES = st.lists(WORDS, max_size=12).map(" ".join)


@settings(max_examples=50, deadline=None)
@given(grids(SENTENCES), st.floats(200, 1400))
def test_every_word_stands_in_it_once_in_its_order(grid: Grid, room: float) -> None:
    told = [grid.caption]
    picture = table_picture(grid, room)
    # A row is painted cell by cell, each from its top to its foot.
    told += [w.text for row in (grid.head, *grid.rows) for cell in row for w in cell]
    assert words_of(picture) == " ".join(told).split()


@settings(max_examples=50, deadline=None)
@given(grids(st.text(max_size=60)), st.floats(200, 1400))
def test_no_text_is_covered_or_cut(grid: Grid, room: float) -> None:
    picture = table_picture(grid, room)
    assert list(covered(picture)) == []
    assert cut(picture) == []


@settings(max_examples=50, deadline=None)
@given(grids(SENTENCES), st.floats(200, 1400))
def test_the_room_is_used_and_left_only_where_words_need_more(grid: Grid, room: float) -> None:
    widths = column_widths(grid, room)
    assert len(widths) == len(grid.head)
    assert min(widths) >= 96
    # No column needs more for its longest word than 217 px and a margin of 10 on both sides.
    assert sum(widths) == pytest.approx(max(room, sum(widths)), abs=0.01)
    assert sum(widths) <= max(room, len(widths) * 237) + 0.01


def test_a_column_with_more_words_is_wider() -> None:
    grid = Grid("", row_of("a", "b"), (row_of("one two " * 40, "one two " * 10),))
    first, second = column_widths(grid, 500)
    # Four times the words: the square root of it is two, if it were not for the head.
    assert first / second == pytest.approx(2, abs=0.02)
    assert first + second == pytest.approx(500)


def test_what_nobody_wants_is_shared() -> None:
    grid = Grid("", row_of("w" * 20, "w" * 10), ())
    wide, narrow = (text_width("w" * many, 13) + 20 for many in (20, 10))
    room = 2 * (wide + narrow)
    assert column_widths(grid, room) == pytest.approx([2 * wide, 2 * narrow])


def test_a_table_worked_by_hand() -> None:
    grid = Grid("All.", row_of("With", "Use"), (row_of("Mum", "seen"), row_of("", "")))
    picture = table_picture(grid, 300)
    # The caption is one line of 12 + 5 px, 3 px above the frame; a row is one line of 13 + 5 px
    # between two margins of 6 px, an empty one as well.
    assert (picture.width, picture.height) == (300, 20 + 3 * 30)
    frame, head = boxes_of(picture)
    assert (frame.y, frame.height, head.y, head.height) == (20, 90, 20, 30)
    placed = [(text.plain, text.y) for text in texts_of(picture)]
    # A base line stands 5 px above the end of its line.
    assert placed == [("All.", 12), ("With", 39), ("Use", 39), ("Mum", 69), ("seen", 69)]
    rules = [s for mark in picture.marks for s in mark.shapes if isinstance(s, Line)]
    assert [rule.path.svg() for rule in rules] == ["M0 80L300 80"]
    assert [m.kind for m in picture.marks].count(MarkKind.ROW) == 2


def test_a_word_that_is_wider_than_its_column_is_shortened() -> None:
    grid = Grid("", row_of("w" * 60), ())
    (word,) = words_of(table_picture(grid, 100))
    assert word.endswith(ELLIPSIS)
    assert word.startswith("w" * 10)
