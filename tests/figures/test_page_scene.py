"""A page of words and tables as a picture."""

from hypothesis import given, settings
from hypothesis import strategies as st

from relnet.figures.page_blocks import (
    Block,
    Cards,
    Grid,
    Heading,
    Items,
    Look,
    Paragraph,
    Words,
)
from relnet.figures.page_scene import page_picture
from relnet.figures.scene import Box, Picture
from relnet.figures.style import look_up
from tests.figures.pages import boxes_of, covered, cut, extent, texts_of, words_of
from tests.figures.test_page_table import SENTENCES, cells, grids

HEADINGS = st.builds(Heading, SENTENCES, st.sampled_from((2, 3, 4)))
PLAIN: st.SearchStrategy[Block] = st.one_of(
    HEADINGS,
    st.builds(Paragraph, cells(SENTENCES)),
    st.builds(Items, st.lists(SENTENCES, max_size=4).map(tuple)),
    grids(SENTENCES),
)
CARDS = st.builds(
    Cards, st.lists(st.lists(PLAIN, max_size=2).map(tuple), min_size=1, max_size=6).map(tuple)
)
PAGES = st.lists(st.one_of(PLAIN, CARDS), max_size=5)


def words_in(block: Block) -> list[str]:
    """Give the words of a block, independently of how it is told."""
    if isinstance(block, Cards):
        return [word for part in block.parts for one in part for word in words_in(one)]
    if isinstance(block, Heading):
        return block.text.split()
    if isinstance(block, Items):
        return " ".join(block.rows).split()
    parts = (
        block.words
        if isinstance(block, Paragraph)
        else (
            Words(block.caption),
            *(w for row in (block.head, *block.rows) for cell in row for w in cell),
        )
    )
    return " ".join(part.text for part in parts).split()


@settings(max_examples=50, deadline=None)
@given(PAGES)
def test_every_word_stands_on_it_once_in_its_order(blocks: list[Block]) -> None:
    picture = page_picture(blocks)
    assert words_of(picture) == [word for block in blocks for word in words_in(block)]


@settings(max_examples=50, deadline=None)
@given(PAGES)
def test_no_text_is_covered_or_cut(blocks: list[Block]) -> None:
    picture = page_picture(blocks)
    assert list(covered(picture)) == []
    assert cut(picture) == []


def styles(picture: Picture) -> list[str]:
    return [text.runs[0].style for text in texts_of(picture)]


def test_a_page_worked_by_hand() -> None:
    picture = page_picture(
        [
            Heading("Stage", 2),
            Paragraph((Words("Told."), Words("Softly.", Look.QUIET))),
            Paragraph(()),
            Heading("Who", 3),
            Items(("Mum", "Gran")),
        ],
        500,
    )
    # From a margin of 18 px: 16 + 5 px; 8 px, 13 + 5 and 12 + 5 px; nothing for what is empty;
    # 22 px, 14 + 5 px; 8 px and two items of 13 + 5 px, 2 px apart.
    ends = [39, 65, 82, 123, 149, 169]
    assert [text.y + 5 for text in texts_of(picture)] == ends
    assert (picture.width, picture.height) == (536, 169 + 18)
    assert styles(picture) == [
        *("text-title", "text-stage", "text-note", "text-area-here"),
        *("text-stage", "text-stage"),
    ]
    assert all(look_up(style).size >= 12 for style in styles(picture))


def test_lines_are_short_enough_to_follow() -> None:
    picture = page_picture([Paragraph((Words("one two " * 100),)), Items(("one two " * 100,))])
    assert max(extent(text).x + extent(text).width for text in texts_of(picture)) <= 18 + 760


def test_cards_stand_beside_each_other_in_rows_of_about_as_many() -> None:
    cards = Cards(tuple((Heading(name, 4),) for name in "ABCDE"))
    frames = boxes_of(page_picture([cards], 1330))
    # Four of 320 px and 10 px between them would fit; five are three and two.
    assert [frame.y for frame in frames] == [18, 18, 18, 66, 66]
    assert [round(frame.x, 2) for frame in frames[:3]] == [18, 464.67, 911.33]
    assert {frame.height for frame in frames} == {38}


def test_a_narrow_page_has_its_cards_below_each_other() -> None:
    frames = boxes_of(page_picture([Cards(((Heading("A", 4),), (Heading("B", 4),)))], 300))
    assert [frame.x for frame in frames] == [18, 18]


def test_a_table_that_needs_more_makes_the_page_wider() -> None:
    head = tuple((Words("wide"),) for _column in range(12))
    picture = page_picture([Grid("", head, ())], 600)
    # Twelve columns have at least 96 px each.
    assert picture.width == 12 * 96 + 36
    (frame, *_head) = boxes_of(picture)
    assert isinstance(frame, Box)
    assert frame.width == 12 * 96


def test_an_empty_page_is_a_page() -> None:
    assert page_picture([], 400) == Picture(436, 36, ())
