"""Effective size and constraint: worked by hand, and against networkx and igraph."""

from statistics import fmean

import networkx as nx
import pytest
from hypothesis import given, settings

from relnet.case.vocabulary import YOUNG_PERSON
from relnet.network.measures.ego import EgoNetwork, ego_network
from relnet.network.measures.structural_holes import constraint, effective_size
from tests.network.measures.people import (
    as_igraph,
    egos,
    network_of,
    own,
    six,
    tie,
    with_young_person,
)


def test_three_ties_among_six() -> None:
    ego = ego_network(six(), 0)
    # 6 alters less the mean number of ties each has to the others: 2 · 3 / 6 = 1.
    assert effective_size(ego) == 5.0
    # Each p_ej = 1/6. Ties of sw and mum: the young person and 2 others, so p = 1/3; of yw
    # and gran: 1/2; of friend and coach: 1. In sixths of a share:
    # sw 1 + 1/2 (yw) + 1/3 (mum) = 11/6; mum likewise 11/6; yw 1 + 1/3 = 4/3; gran 4/3;
    # friend 1; coach 1. Sum of squares: 2 · 3.3611 + 2 · 1.7778 + 2 = 12.2778; / 36 = 0.341.
    assert constraint(ego) == pytest.approx(0.341, abs=0.0005)


def test_the_empty_network_is_undefined() -> None:
    ego = ego_network(network_of(), 0)
    assert (effective_size(ego), constraint(ego)) == (None, None)


def test_a_single_alter_is_everything() -> None:
    ego = ego_network(network_of([own("mum")]), 0)
    assert (effective_size(ego), constraint(ego)) == (1, 1)


def test_isolates_repeat_nobody() -> None:
    ego = ego_network(network_of([own("mum"), own("sw"), own("friend"), own("coach")]), 0)
    assert effective_size(ego) == 4
    assert constraint(ego) == pytest.approx(1 / 4)


def test_two_who_know_each_other() -> None:
    # Each: (1/2 + 1/2 · 1/2)² = 9/16, and twice that is 1.125: more than 1, as Burt has it.
    ego = ego_network(network_of([own("mum"), own("gran"), tie("mum", "gran")]), 0)
    assert effective_size(ego) == 1
    assert constraint(ego) == pytest.approx(1.125)


def by_networkx(ego: EgoNetwork) -> tuple[float, float]:
    graph = with_young_person(ego)
    size = nx.effective_size(graph, [YOUNG_PERSON])[YOUNG_PERSON]
    return size, nx.constraint(graph, [YOUNG_PERSON])[YOUNG_PERSON]


def by_igraph(ego: EgoNetwork) -> tuple[float, float]:
    # igraph has no effective size; its degrees give the mean number of ties among the alters.
    alters, graph = as_igraph(ego.alters), as_igraph(with_young_person(ego))
    young_person = alters.vcount()
    size = alters.vcount() - fmean(alters.degree())
    return size, graph.constraint([young_person])[0]


@settings(deadline=None)  # networkx takes its time at the first call
@given(egos(least=1))
def test_against_networkx_and_igraph(ego: EgoNetwork) -> None:
    found = (effective_size(ego), constraint(ego))
    assert found == pytest.approx(by_networkx(ego))
    assert found == pytest.approx(by_igraph(ego))


@given(egos(least=1))
def test_bounds(ego: EgoNetwork) -> None:
    size, value = effective_size(ego), constraint(ego)
    assert size is not None
    assert value is not None
    assert 1 <= size <= len(ego.alters)
    assert 1 / len(ego.alters) - 1e-9 <= value <= 1.125 + 1e-9
