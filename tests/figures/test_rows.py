"""Rows: one for everybody and for the whole case, and never two of one area in the same."""

from itertools import combinations

from hypothesis import given, settings

from relnet.case.models import Case
from relnet.case.vocabulary import Track
from relnet.figures.rows import MIN_ROWS, ROWS_THAT_FIT, assign_rows, drawn_members
from relnet.network.graph import CaseNetwork, build_network
from tests.figures.scenes import case_with, own, person, stage, told
from tests.network.small import small_network
from tests.strategies import cases


def crowd(count: int, *areas: str | None) -> CaseNetwork:
    """Give a case with so many peers, in these areas by turns."""
    people = [person(f"peer-{n}", areas[n % len(areas)]) for n in range(count)]
    ties = [own(f"peer-{n}", told()) for n in range(count)]
    return build_network(case_with(people=people, relationships=ties))


def test_only_those_with_a_relationship_have_a_row() -> None:
    drawn = drawn_members(small_network())
    assert drawn == ("dawn", "gran", "kayla", "tee", "club")  # Jan has none
    rows = assign_rows(small_network())
    assert sorted(m for track in Track for m in rows[track].row_of) == sorted(drawn)


def test_a_tie_that_nobody_has_told_of_gives_no_row() -> None:
    network = build_network(case_with(people=[person("kayla")], relationships=[own("kayla")]))
    assert drawn_members(network) == ()
    assert all(rows.count == MIN_ROWS for rows in assign_rows(network).values())


def test_empty_lanes_and_lanes_of_one_keep_their_room() -> None:
    rows = assign_rows(crowd(1, "home"))
    assert {track: len(rows[track].row_of) for track in Track} == {
        Track.TRUSTED: 0,
        Track.PARENT_CHILD: 0,
        Track.COMMUNITY_PEER: 1,
    }
    assert min(rows[track].count for track in Track) >= MIN_ROWS


def test_a_lane_grows_with_the_people_of_one_area() -> None:
    rows = assign_rows(crowd(40, "home"))[Track.COMMUNITY_PEER]
    assert sorted(rows.row_of.values()) == list(range(40))
    assert rows.count == 40


def test_people_of_different_areas_share_rows_once_the_screen_is_full() -> None:
    few = assign_rows(crowd(6, "home", "away"))[Track.COMMUNITY_PEER]
    assert len(set(few.row_of.values())) == 6
    many = assign_rows(crowd(40, "home", "away"))[Track.COMMUNITY_PEER]
    assert many.count == 20


def test_somebody_who_moves_keeps_clear_of_both_areas() -> None:
    mover = person("mover", where=[{"stage": "later", "area": "away"}])
    people = [mover, person("at-home"), person("away", "away")]
    ties = [own(p["id"], told()) for p in people]
    stages = [stage("now"), stage("later", "away")]
    case = case_with(stages=stages, people=people, relationships=ties)
    row_of = assign_rows(build_network(case))[Track.COMMUNITY_PEER].row_of
    assert row_of["mover"] not in (row_of["at-home"], row_of["away"])


@given(cases())
@settings(max_examples=40, deadline=None)
def test_no_two_of_one_area_ever_share_a_row(case: Case) -> None:
    network = build_network(case)
    rows = assign_rows(network)
    assert rows == assign_rows(build_network(case))
    assert sum(rows[track].count for track in Track) >= min(ROWS_THAT_FIT, 3 * MIN_ROWS)
    for track in Track:
        assert all(0 <= row < rows[track].count for row in rows[track].row_of.values())
        for one, other in combinations(rows[track].row_of, 2):
            if rows[track].row_of[one] == rows[track].row_of[other]:
                assert not _areas(network, one) & _areas(network, other)


def _areas(network: CaseNetwork, member: str) -> set[str | None]:
    return {network.place(member, stage).area for stage in range(len(network.case.stages))}
