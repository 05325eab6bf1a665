"""A room's tally, counted by hand, and what pressing and taking back always keep."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relnet.case.vocabulary import Phase, RelationshipType, Track, UseKind
from relnet.network.study import read_study
from relnet.network.tally import (
    PLACE_OF_KEY,
    PLACES,
    Place,
    Tally,
    most,
    percent,
    types_beside,
)

PEER_SAFETY = PLACE_OF_KEY["peer.safety.during"]
MUM = PLACE_OF_KEY["family.collaboration.before"]
HALL = PLACE_OF_KEY["community.safety.after"]
EMPTY = Tally({1: (), 2: ()})
BY_HAND = Tally({1: (PEER_SAFETY, MUM, PEER_SAFETY), 2: (HALL, PEER_SAFETY)})


def test_the_grid_has_36_places_with_names_of_their_own() -> None:
    assert len(PLACES) == len(PLACE_OF_KEY) == 4 * 3 * 3
    assert Place(RelationshipType.PEER, UseKind.SAFETY, Phase.DURING) == PEER_SAFETY


def test_counts_by_hand() -> None:
    assert BY_HAND.total == 5
    assert BY_HAND.counts()[PEER_SAFETY] == 3
    assert BY_HAND.counts(1)[PEER_SAFETY] == 2
    assert BY_HAND.counts(2)[MUM] == 0
    assert BY_HAND.by_type() == {
        RelationshipType.PRACTITIONER: 0, RelationshipType.FAMILY: 1,
        RelationshipType.PEER: 3, RelationshipType.COMMUNITY: 1,
    }  # fmt: skip
    assert BY_HAND.by_theme() == {
        UseKind.CONSISTENCY: 0, UseKind.COLLABORATION: 1, UseKind.SAFETY: 4,
    }  # fmt: skip
    assert BY_HAND.by_phase()[Phase.DURING][Track.COMMUNITY_PEER] == 3
    assert BY_HAND.by_phase()[Phase.AFTER] == {
        Track.TRUSTED: 0, Track.PARENT_CHILD: 0, Track.COMMUNITY_PEER: 1,
    }  # fmt: skip
    assert BY_HAND.about(UseKind.SAFETY, RelationshipType.PEER) == 3
    assert BY_HAND.about(UseKind.SAFETY, RelationshipType.FAMILY) == 0


def test_tables_come_go_and_are_emptied() -> None:
    assert BY_HAND.with_table(3).tables[3] == ()
    assert BY_HAND.with_table(1) == BY_HAND
    assert BY_HAND.without_table(1).counts()[PEER_SAFETY] == 1
    assert BY_HAND.emptied() == EMPTY
    with pytest.raises(KeyError):
        EMPTY.pressed(7, MUM)
    with pytest.raises(KeyError):
        EMPTY.counts(7)


def test_types_stand_beside_the_papers_references_each_in_its_own_whole() -> None:
    rows = {row.type: row for row in types_beside(BY_HAND, read_study())}
    assert {row.of_references for row in rows.values()} == {57}
    assert {row.of_presses for row in rows.values()} == {5}
    peers = rows[RelationshipType.PEER]
    assert (peers.presses, peers.room, peers.references, peers.study) == (3, 60, 7, 12)
    assert rows[RelationshipType.PRACTITIONER].study == 44
    assert {row.room for row in types_beside(EMPTY, read_study())} == {None}


@pytest.mark.parametrize(
    ("part", "whole", "share"), [(1, 2, 50), (1, 8, 13), (2, 3, 67), (0, 5, 0), (0, 0, None)]
)
def test_shares_are_whole_percents_halves_up(part: int, whole: int, share: int | None) -> None:
    assert percent(part, whole) == share


def test_most_may_be_several_or_none() -> None:
    assert most({"a": 1, "b": 2, "c": 2}) == ("b", "c")
    assert most({"a": 0}) == ()
    assert most({}) == ()


places = st.sampled_from(PLACES)
presses = st.lists(st.tuples(st.sampled_from((1, 2)), places), max_size=40)


def made_of(told: list[tuple[int, Place]]) -> Tally:
    tally = EMPTY
    for table, place in told:
        tally = tally.pressed(table, place)
    return tally


@given(presses, st.sampled_from((1, 2)), places)
def test_taking_back_undoes_the_last_press_of_that_table_alone(
    told: list[tuple[int, Place]], table: int, place: Place
) -> None:
    before = made_of(told)
    assert before.pressed(table, place).undone(table) == before
    other = 3 - table
    assert before.undone(table).tables[other] == before.tables[other]


@given(presses)
def test_taking_back_everything_leaves_nothing_and_goes_no_further(
    told: list[tuple[int, Place]],
) -> None:
    tally = made_of(told)
    for table, _place in [*told, (1, MUM), (2, MUM)]:
        tally = tally.undone(table)
    assert tally == EMPTY


@given(presses)
def test_every_way_of_counting_adds_up_to_the_presses(told: list[tuple[int, Place]]) -> None:
    tally = made_of(told)
    assert tally.total == len(told)
    assert sum(tally.counts().values()) == len(told)
    assert sum(sum(tally.counts(table).values()) for table in tally.tables) == len(told)
    assert sum(tally.by_type().values()) == sum(tally.by_theme().values()) == len(told)
    assert sum(sum(tracks.values()) for tracks in tally.by_phase().values()) == len(told)
