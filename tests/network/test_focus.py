"""The focus as data, worked by hand on the small case (tests/network/small.py)."""

import pytest

from relnet.case.vocabulary import Blank, Level, RelationshipType, Track, UseKind
from relnet.network.focus import (
    Columns,
    FocusCell,
    FocusGrid,
    Line,
    Rows,
    Standing,
    columns_of,
    focus_grid,
    pattern_grid,
    standing,
)
from tests.network.small import small_network
from tests.web.views import sample


def grid(rows: Rows = Rows.TRACK, columns: Columns = Columns.PHASE, who: str = "team") -> FocusGrid:
    network = small_network()
    return focus_grid(network, rows, columns_of(network, columns), who)


def cell(found: FocusGrid, line: Line, column: int) -> FocusCell:
    return found.cells[found.lines.index(line)][column]


def held(found: FocusCell) -> list[tuple[str, str]]:
    return [(one.use.value, one.level.value) for one in found.held]


def test_the_columns_are_the_phases_or_the_stages() -> None:
    network = small_network()
    assert columns_of(network, Columns.PHASE) == ((0,), (1, 2), ())
    assert columns_of(network, Columns.STAGE) == ((0,), (1,), (2,))


@pytest.mark.parametrize(
    ("track", "column", "expected", "not_recorded"),
    [
        (Track.TRUSTED, 0, [], (0,)),
        (Track.PARENT_CHILD, 0, [("collaboration", "practice")], ()),
        (Track.COMMUNITY_PEER, 0, [], (0,)),
        (Track.TRUSTED, 1, [("consistency", "practice"), ("safety", "planned")], (2,)),
        (Track.PARENT_CHILD, 1, [], (2,)),
        (Track.COMMUNITY_PEER, 1, [("safety", "ambition")], ()),
        (Track.TRUSTED, 2, [], ()),
    ],
)
def test_a_cell_holds_the_uses_of_its_stages_and_says_what_was_not_recorded(
    track: Track, column: int, expected: list[tuple[str, str]], not_recorded: tuple[int, ...]
) -> None:
    found = cell(grid(), track, column)
    assert held(found) == expected
    assert found.not_recorded == not_recorded


def test_a_cell_of_no_stage_is_not_recorded() -> None:
    assert not cell(grid(), Track.TRUSTED, 2).is_recorded


def test_blanks_stand_at_their_stage() -> None:
    assert cell(grid(), Track.COMMUNITY_PEER, 0).blanks == {0: Blank.NOT_ASKED}


def test_cells_are_counted_apart_from_those_not_recorded() -> None:
    """By hand: of six cells of told phases two in practice, one recorded without, three not."""
    found = grid()
    assert (found.in_practice, found.recorded, found.not_recorded) == (2, 3, 3)


def test_types_set_peers_and_communities_apart() -> None:
    found = grid(Rows.TYPE)
    assert held(cell(found, RelationshipType.PEER, 1)) == [("safety", "ambition")]
    assert held(cell(found, RelationshipType.COMMUNITY, 1)) == []
    assert cell(found, RelationshipType.COMMUNITY, 1).is_recorded


def test_a_type_is_recorded_where_every_track_that_counts_it_is() -> None:
    """A friend of the family counts in another track than the one of their type."""
    ties = [
        {
            "id": "r-gran",
            "from": "gran",
            "tracks": ["trusted"],
            "states": [{"stage": "before", "status": "active"}],
        }
    ]
    network = small_network(relationships=ties, uses=[])
    found = focus_grid(network, Rows.TYPE, columns_of(network, Columns.STAGE))
    family = found.cells[found.lines.index(RelationshipType.FAMILY)]
    assert [one.is_recorded for one in family] == [False, True, False]


def test_who_is_there_is_told_by_perspective_and_harm_alone_apart() -> None:
    before = cell(grid(), Track.COMMUNITY_PEER, 0)
    assert before.there == ("r-kayla", "r-club")
    assert before.harmful == ("r-tee",)
    during = cell(grid(), Track.COMMUNITY_PEER, 1)
    assert (during.there, during.harmful) == ((), ())
    assert cell(grid(who="young_person"), Track.TRUSTED, 1).there == ()
    assert cell(grid(), Track.TRUSTED, 1).there == ("r-dawn",)


@pytest.mark.parametrize("columns", list(Columns))
@pytest.mark.parametrize("rows", list(Rows))
def test_figure_2_and_the_pattern_are_the_same(rows: Rows, columns: Columns) -> None:
    """The case has one relationship for peers and community: a type of its own each differs."""
    network = sample("figure-2").network
    stages = columns_of(network, columns)
    here, pattern = (make(network, rows, stages) for make in (focus_grid, pattern_grid))
    for line, one, other in zip(here.lines, here.cells, pattern.cells, strict=True):
        expected = [] if line is RelationshipType.PEER else [held(cell) for cell in other]
        assert [held(cell) for cell in one] == (expected or [[], [], []])


def test_only_the_last_stage_during_has_what_is_near_the_end() -> None:
    network = small_network()
    found = pattern_grid(network, Rows.TRACK, columns_of(network, Columns.STAGE))
    trusted = found.cells[found.lines.index(Track.TRUSTED)]
    assert [[one.use for one in each.held] for each in trusted] == [
        [],
        [UseKind.CONSISTENCY],
        [UseKind.CONSISTENCY, UseKind.COLLABORATION],
    ]


def test_the_pattern_after_relocation_is_an_ambition_of_both_types() -> None:
    network = small_network()
    found = pattern_grid(network, Rows.TYPE, columns_of(network, Columns.PHASE))
    for kind in (RelationshipType.PEER, RelationshipType.COMMUNITY):
        assert cell(found, kind, 2).level is Level.AMBITION


def test_a_use_stands_to_another_cell_in_four_ways() -> None:
    network = small_network()
    stages = columns_of(network, Columns.PHASE)
    here, there = (make(network, Rows.TRACK, stages) for make in (focus_grid, pattern_grid))
    trusted = [cell(each, Track.TRUSTED, 1) for each in (here, there)]
    assert [standing(one, trusted[1]) for one in trusted[0].held] == [Standing.BOTH, Standing.ONLY]
    assert [standing(one, trusted[0]) for one in trusted[1].held] == [
        Standing.BOTH,
        Standing.NOT_RECORDED,
    ]


def test_a_use_at_another_level_is_in_both() -> None:
    cases = [sample(key).network for key in ("amira", "amira-held-together")]
    one, other = (
        focus_grid(case, Rows.TRACK, columns_of(case, Columns.PHASE)).cells[2][2] for case in cases
    )
    use = one.use(UseKind.SAFETY)
    assert use is not None
    assert standing(use, other) is Standing.OTHER_LEVEL
