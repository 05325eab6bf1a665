"""Who is in the network that structure is measured on, and who is left out."""

from hypothesis import given, settings

from relnet.case.models import Case
from relnet.case.vocabulary import YOUNG_PERSON
from relnet.network.graph import build_network
from relnet.network.measures.ego import ego_network
from tests.network.measures.people import (
    HARM,
    SIX,
    THREE_TIES,
    Json,
    network_of,
    own,
    six,
    state,
    tie,
)
from tests.strategies import cases


def test_the_six_and_their_three_ties() -> None:
    found = ego_network(six(), 0)
    assert tuple(found.alters) == SIX
    assert {frozenset(edge) for edge in found.alters.edges} == {*map(frozenset, THREE_TIES)}
    assert YOUNG_PERSON not in found.alters
    assert (found.harmful, found.not_known, found.harmful_ties, found.ties_not_known) == ((),) * 4


def test_only_active_relationships_make_alters() -> None:
    statuses = {
        "mum": "active",
        "gran": "broken",
        "dad": "ended",
        "sw": "wanted",
        "yw": "never_formed",
        "friend": "not_known",
    }
    found = ego_network(network_of([own(m, state(0, s)) for m, s in statuses.items()]), 0)
    assert (tuple(found.alters), found.not_known) == (("mum",), ("friend",))


def test_harm_alone_is_counted_apart() -> None:
    both: Json = {"influence": ["protective", "harmful"]}
    network = network_of(
        [
            own("mum"),
            own("friend", state(0, **both)),
            own("peer", state(0, **HARM)),
            own("group", state(0, "not_known", **HARM)),
            tie("mum", "friend", state(0, **HARM)),
            tie("friend", "peer"),
        ]
    )
    found = ego_network(network, 0)
    assert (tuple(found.alters), found.harmful) == (("mum", "friend"), ("peer",))
    assert (found.not_known, found.harmful_ties) == ((), ("t-mum-friend",))
    assert found.alters.number_of_edges() == 0


def test_two_ties_of_a_pair_are_one_edge() -> None:
    more = (tie("sw", "yw", key="-again"), tie("yw", "sw", key="-back"))
    assert ego_network(six(*more), 0).alters.number_of_edges() == 3


def test_somebody_with_one_good_and_one_harmful_relationship_is_an_alter() -> None:
    network = network_of([own("peer"), own("peer", state(0, **HARM), key="-2")])
    found = ego_network(network, 0)
    assert (tuple(found.alters), found.harmful) == (("peer",), ())


def test_ties_that_are_not_active_are_no_edges() -> None:
    states = {"gran": "broken", "dad": "not_known"}
    network = network_of(
        [
            *(own(member) for member in ("mum", "gran", "dad")),
            *(tie("mum", other, state(0, status)) for other, status in states.items()),
        ]
    )
    found = ego_network(network, 0)
    assert (found.alters.number_of_edges(), found.ties_not_known) == (0, ("t-mum-dad",))


def test_a_tie_to_somebody_who_is_no_alter_does_not_count() -> None:
    found = ego_network(network_of([own("mum"), tie("mum", "gran")]), 0)
    assert (tuple(found.alters), found.alters.number_of_edges()) == (("mum",), 0)


def test_a_move_leaves_those_who_were_told_of() -> None:
    network = network_of(
        [own("mum", state(0), state(1)), own("gran"), tie("mum", "gran")], stages=[{}, {"move": {}}]
    )
    found = ego_network(network, 1)
    assert (tuple(found.alters), found.not_known) == (("mum",), ("gran",))


def test_the_empty_network() -> None:
    found = ego_network(network_of(), 0)
    assert (len(found.alters), found.harmful, found.not_known) == (0, (), ())


@settings(max_examples=40, deadline=None)
@given(cases(max_people=15))
def test_it_is_a_simple_graph_and_nobody_stands_in_it_twice(case: Case) -> None:
    network = build_network(case)
    for stage in range(len(case.stages)):
        found = ego_network(network, stage)
        assert not found.alters.is_multigraph()
        assert all(one != other for one, other in found.alters.edges)
        assert YOUNG_PERSON not in found.alters
        assert not set(found.alters) & {*found.harmful, *found.not_known}
