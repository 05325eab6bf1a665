"""The focus in words, on the small case (tests/network/small.py)."""

import pytest

from relnet.case.names import names_of
from relnet.case.vocabulary import RelationshipType, Track
from relnet.figures.words_focus import (
    Empty,
    by_whom,
    cell_words,
    compared_words,
    empty_words,
    line_words,
    people_compared,
    used_in,
)
from relnet.network.focus import (
    Columns,
    FocusCell,
    Rows,
    Standing,
    columns_of,
    focus_grid,
    pattern_grid,
)
from relnet.network.graph import CaseNetwork
from tests.network.small import small_network

BOTH = ("this case", "the published pattern")


@pytest.fixture
def network() -> CaseNetwork:
    return small_network()


def cell(network: CaseNetwork, row: int, column: int, who: str = "team") -> FocusCell:
    stages = columns_of(network, Columns.PHASE)
    return focus_grid(network, Rows.TRACK, stages, who).cells[row][column]


def pattern(network: CaseNetwork, row: int, column: int) -> FocusCell:
    stages = columns_of(network, Columns.PHASE)
    return pattern_grid(network, Rows.TRACK, stages).cells[row][column]


def test_four_blanks_are_different_things(network: CaseNetwork) -> None:
    assert empty_words(cell(network, 0, 0)) == [(Empty.NOT_RECORDED, "not recorded")]
    assert empty_words(cell(network, 2, 0)) == [(Empty.NOT_ASKED, "not asked")]
    assert empty_words(cell(network, 1, 1)) == [
        (Empty.NONE, "none at 1 stage of 2"),
        (Empty.NOT_RECORDED, "not recorded at 1 stage of 2"),
    ]
    assert empty_words(cell(network, 0, 2)) == [(Empty.NOT_TOLD, "no stage told")]


def test_a_cell_with_uses_still_says_what_was_not_recorded(network: CaseNetwork) -> None:
    assert empty_words(cell(network, 0, 1)) == [
        (Empty.NOT_RECORDED, "not recorded at 1 stage of 2")
    ]


@pytest.mark.parametrize(
    ("blank", "kind"), [("asked_none", "asked_none"), ("not_held", "not_held")]
)
def test_a_blank_of_the_file_is_told_as_it_is(blank: str, kind: str) -> None:
    stage = {"id": "one", "label": "One", "phase": "before", "blanks": {"trusted": blank}}
    network = small_network(stages=[stage], relationships=[], uses=[])
    found = focus_grid(network, Rows.TRACK, columns_of(network, Columns.STAGE)).cells[0][0]
    assert [one.value for one, _words in empty_words(found)] == [kind]


def test_a_use_says_by_whom_and_with_whom(network: CaseNetwork) -> None:
    names = names_of(network.case)
    trusted, parents = cell(network, 0, 1), cell(network, 1, 0)
    assert by_whom(network, trusted.held[0], names) == "by Dawn"
    assert by_whom(network, parents.held[0], names) == "with Gran, not said by whom"


def test_a_cell_is_told_whole(network: CaseNetwork) -> None:
    names = names_of(network.case)
    assert list(cell_words(network, cell(network, 0, 1), names)) == [
        "Consistency with Dawn: in practice, held by Dawn, at: Foster home, Northfield.",
        "Safety with Dawn: planned, held by Dawn, at: Foster home, Northfield.",
        "Uses: not recorded at 1 stage of 2.",
    ]
    assert list(cell_words(network, cell(network, 2, 0), names)) == [
        "Uses: not asked.",
        "Active, with no use here: Kayla and Boxing club.",
        "Active and bringing only harm, counted apart: Tee.",
    ]


def test_a_cell_names_the_relationships_that_it_uses(network: CaseNetwork) -> None:
    assert used_in(cell(network, 0, 1)) == ("r-dawn",)
    assert used_in(cell(network, 0, 0)) == ()


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [
        (1, 0, "In both: collaboration (in practice)."),
        (0, 0, "No use is told, and not everything was recorded."),
        (1, 1, "No use is told, and not everything was recorded."),
        (
            0,
            1,
            (
                "In both: consistency (in practice). Only in this case: safety (planned). In the"
                " published pattern, and not recorded in this case: collaboration (in practice)."
            ),
        ),
        (
            2,
            2,
            "In the published pattern, and not recorded in this case: safety (an ambition).",
        ),
        (0, 2, "No use is told."),
    ],
)
def test_two_cells_are_compared_and_nothing_rests_on_what_was_not_recorded(
    network: CaseNetwork, row: int, column: int, expected: str
) -> None:
    found = compared_words(cell(network, row, column), pattern(network, row, column), BOTH)
    assert found == expected


def test_a_cell_beside_itself_is_in_both_or_none(network: CaseNetwork) -> None:
    here = pattern(network, 1, 1)
    assert compared_words(here, here, BOTH) == "None in either."


def test_who_is_there_is_compared_by_perspective(network: CaseNetwork) -> None:
    voices = ("team", "young_person")
    cells = (cell(network, 2, 0), cell(network, 2, 0, "young_person"))
    found = list(people_compared(network, cells, voices, names_of(network.case)))
    heading = "Active only as the team sees it"
    assert found == [(Standing.ONLY, heading, "Kayla, Boxing club and Tee")]


def test_the_rows_have_headings() -> None:
    assert line_words(Track.TRUSTED) == "Trusted relationships"
    assert [line_words(kind) for kind in RelationshipType] == [
        "Practitioners",
        "Family",
        "Peers",
        "Community",
    ]
