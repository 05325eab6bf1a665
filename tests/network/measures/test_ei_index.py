"""The E-I index: worked by hand, and what it does not depend on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relnet.case.vocabulary import Track
from relnet.network.graph import CaseNetwork
from relnet.network.measures.ego import EgoNetwork, ego_network
from relnet.network.measures.ei_index import EIIndex, ei_index
from tests.network.measures.people import egos, network_of, own, six, tie


def of(network: CaseNetwork) -> EIIndex:
    return ei_index(ego_network(network, 0), network.lanes)


def test_one_across_and_two_within() -> None:
    # sw-yw: both trusted; mum-gran: both family; sw-mum crosses: (1 - 2) / 3.
    assert of(six()) == EIIndex(external=1, internal=2)
    assert of(six()).value == pytest.approx(-0.33, abs=0.005)


def test_all_across_and_all_within() -> None:
    three = [own("mum"), own("gran"), own("sw")]
    assert of(network_of([*three, tie("mum", "sw"), tie("gran", "sw")])).value == 1
    assert of(network_of([*three, tie("mum", "gran")])).value == -1


def test_peers_and_community_are_one_track() -> None:
    network = network_of([own("friend"), own("coach"), tie("friend", "coach")])
    assert of(network) == EIIndex(external=0, internal=1)


def test_without_ties_it_is_undefined() -> None:
    assert of(network_of()).value is None
    assert of(network_of([own("mum"), own("gran")])).value is None


@given(egos())
def test_it_stays_between_minus_1_and_1_and_counts_every_tie(ego: EgoNetwork) -> None:
    found = ei_index(ego, network_of().lanes)
    assert found.external + found.internal == ego.alters.number_of_edges()
    assert found.value is None or -1 <= found.value <= 1


@given(egos(), st.permutations(list(Track)))
def test_what_the_tracks_are_called_does_not_matter(ego: EgoNetwork, order: list[Track]) -> None:
    lanes = network_of().lanes
    swapped = {member: order[list(Track).index(track)] for member, track in lanes.items()}
    assert ei_index(ego, lanes) == ei_index(ego, swapped)
