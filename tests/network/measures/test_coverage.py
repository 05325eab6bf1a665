"""Coverage: Fig. 2 of the paper as a case, and what was not recorded."""

import pytest
from hypothesis import given, settings

from relnet.case.models import Case
from relnet.case.reading import read_case
from relnet.case.vocabulary import Track
from relnet.network.attention import attention
from relnet.network.graph import build_network
from relnet.network.measures.coverage import coverage
from relnet.resources import sample_cases_folder
from tests.network.measures.people import network_of, own, use
from tests.strategies import cases

ALL = list(Track)


@pytest.mark.parametrize(
    ("stage", "tracks", "cells"),
    [
        # Before: collaboration with parents. During: consistency and collaboration, trusted.
        (0, (Track.PARENT_CHILD,), 1),
        (1, (Track.TRUSTED,), 2),
        # After: safety with peers and community is an ambition, and so not in practice.
        (2, (), 0),
    ],
)
def test_figure_2(stage: int, tracks: tuple[Track, ...], cells: int) -> None:
    network = build_network(read_case(sample_cases_folder() / "figure-2.relnet.json"))
    found = coverage(attention(network, stage))
    assert (found.tracks, found.cells, found.recorded_cells) == (tracks, cells, 9)
    assert found.track_share == pytest.approx(len(tracks) / 3)
    assert found.cell_share == pytest.approx(cells / 9)


def test_two_uses_of_a_kind_are_one_cell() -> None:
    uses = [use(0, "mum", "safety"), use(0, "gran", "safety"), use(0, "gran", "consistency")]
    network = network_of([own("mum"), own("gran")], uses=uses)
    found = coverage(attention(network, 0))
    # Parents and family: 2 of 3 cells; of the other two tracks nothing was recorded.
    assert (found.cells, found.recorded_cells) == (2, 3)
    assert found.cell_share == pytest.approx(2 / 3)
    assert (found.track_share, found.not_recorded) == (
        None,
        (Track.TRUSTED, Track.COMMUNITY_PEER),
    )


def test_the_empty_network() -> None:
    found = coverage(attention(network_of(), 0))
    assert (found.cells, found.recorded_cells) == (0, 0)
    assert (found.cell_share, found.track_share) == (None, None)


def test_talked_through_and_nothing_there_is_zero() -> None:
    found = coverage(attention(network_of(stages=[{"uses_recorded": ALL}]), 0))
    assert (found.cell_share, found.track_share) == (0, 0)


@settings(max_examples=40, deadline=None)
@given(cases(max_people=12))
def test_shares_stay_between_0_and_1(case: Case) -> None:
    network = build_network(case)
    for stage in range(len(case.stages)):
        found = coverage(attention(network, stage))
        assert found.cell_share is None or 0 <= found.cell_share <= 1
        assert found.cells >= len(found.tracks)
        assert found.recorded_cells == 3 * (3 - len(found.not_recorded))
