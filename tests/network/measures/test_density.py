"""Density: worked by hand, and against networkx and igraph."""

import networkx as nx
import pytest
from hypothesis import given

from relnet.network.measures.density import density
from relnet.network.measures.ego import EgoNetwork, ego_network
from tests.network.measures.people import as_igraph, egos, network_of, own, six, tie


def test_three_ties_among_six() -> None:
    # 6 · 5 / 2 = 15 pairs, 3 of them tied.
    found = density(ego_network(six(), 0))
    assert (found.tied, found.pairs) == (3, 15)
    assert found.value == pytest.approx(0.20)


def test_the_empty_network_and_a_single_alter_have_no_pairs() -> None:
    assert density(ego_network(network_of(), 0)).value is None
    assert density(ego_network(network_of([own("mum")]), 0)).value is None


def test_two_isolates_and_two_who_know_each_other() -> None:
    two = [own("mum"), own("gran")]
    assert density(ego_network(network_of(two), 0)).value == 0
    assert density(ego_network(network_of([*two, tie("mum", "gran")]), 0)).value == 1


@given(egos(least=2))
def test_against_networkx_and_igraph(ego: EgoNetwork) -> None:
    found = density(ego).value
    assert found == pytest.approx(nx.density(ego.alters))
    assert found == pytest.approx(as_igraph(ego.alters).density())
    assert found is not None
    assert 0 <= found <= 1
