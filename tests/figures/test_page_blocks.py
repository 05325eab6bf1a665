"""A page of words for those who hear it."""

from relnet.figures.page_blocks import (
    Block,
    Cards,
    Grid,
    Heading,
    Items,
    Look,
    Paragraph,
    Words,
    told_words,
)


def test_a_page_is_told_from_its_top_to_its_foot() -> None:
    blocks: list[Block] = [
        Heading("Numbers", 2),
        Paragraph((Words("One."), Words("Two.", Look.QUIET))),
        Cards(((Heading("Home", 4), Items(("Mum", "Gran"))), (Heading("Foster", 4),))),
        Grid(
            "All.",
            ((Words("With"),), (Words("Use"),), (Words("Note"),)),
            (((Words("Mum"), Words("2 times")), (), (Words("by phone"),)),),
        ),
        Paragraph(()),
    ]
    assert told_words(blocks).split("\n") == [
        *("Numbers", "One.", "Two.", "Home", "Mum", "Gran", "Foster", "All."),
        "With; Use; Note",
        "Mum, 2 times; by phone",
    ]
