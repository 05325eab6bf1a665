"""The network of a small case (tests/network/small.py), counted by hand."""

import pytest

from relnet.case.timeline import Place
from relnet.case.vocabulary import Status, Track
from relnet.network.graph import is_active, is_harmful_only
from tests.network.small import circle, small_network, state


def test_every_person_setting_and_relationship_is_in_the_graph_once() -> None:
    graph = small_network().graph
    # The young person, 5 people and 1 setting; 5 own ties and 2 between others.
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (7, 7)
    kinds = {graph.nodes[node]["kind"] for node in graph}
    assert kinds == {"young_person", "person", "setting"}


def test_two_may_have_more_than_one_relationship() -> None:
    ties = [
        {"id": key, "from": "dawn", "tracks": ["trusted"], "states": [state("before")]}
        for key in ("as-worker", "as-neighbour")
    ]
    network = small_network(relationships=ties, uses=[])
    assert network.graph.number_of_edges("dawn", "young_person") == 2
    assert [tie.id for tie in network.own_ties_of("dawn", 0)] == ["as-worker", "as-neighbour"]


def test_ties_at_a_stage_stand_in_the_order_of_the_file() -> None:
    network = small_network()
    own = ["r-dawn", "r-gran", "r-kayla", "r-tee", "r-club"]
    assert [tie.id for tie in network.own_ties(0)] == own
    # The tie of Gran and Kayla begins at the second stage.
    assert [tie.id for tie in network.ties(0)] == [*own, "t-dawn-gran"]
    assert [tie.id for tie in network.ties(1)] == [*own, "t-dawn-gran", "t-gran-kayla"]


def test_a_tie_has_the_state_before_it_and_its_uses() -> None:
    first, second = (small_network().own_ties_of("dawn", stage)[0] for stage in (0, 1))
    assert (first.before, first.uses) == (None, ())
    assert second.before == first.state
    assert [(use.use.value, use.level.value) for use in second.uses] == [
        ("consistency", "practice"),
        ("safety", "planned"),
    ]


def test_an_active_tie_that_nobody_renewed_is_not_known_after_a_move() -> None:
    network = small_network()
    statuses = [tie.state.status for tie in network.own_ties_of("kayla", 1)]
    assert statuses == [Status.NOT_KNOWN]
    # A tie between others goes on through the move.
    between = next(tie for tie in network.ties(2) if tie.id == "t-dawn-gran")
    assert between.state.status is Status.ACTIVE


def test_a_perspective_that_tells_nothing_sees_nothing() -> None:
    network = small_network()
    assert network.ties(0, "dawn") == ()
    assert network.states("r-dawn", "dawn") == (None, None, None)
    assert [tie.id for tie in network.ties(0, "young_person")] == ["r-gran", "r-kayla", "r-tee"]


@pytest.mark.parametrize(
    ("member", "circles"),
    [("kayla", [1, 1, 1]), ("gran", [2, 2, 2]), ("dawn", [None, None, None])],
)
def test_closeness_is_the_young_persons_alone(member: str, circles: list[int | None]) -> None:
    network = small_network()
    assert [network.closeness(member, stage) for stage in range(3)] == circles


def test_of_two_circles_the_inner_one_counts() -> None:
    ties = [
        {"id": key, "from": "gran", "tracks": ["parent_child"], "states": [circle("before", near)]}
        for key, near in (("one", 3), ("two", 2))
    ]
    assert small_network(relationships=ties, uses=[]).closeness("gran", 0) == 2


def test_lanes_follow_the_first_track_else_the_type() -> None:
    lanes = small_network().lanes
    assert lanes["gran"] is Track.PARENT_CHILD
    # Jan has no relationship: a dentist's type is community. The club is a setting.
    assert (lanes["jan"], lanes["club"]) == (Track.COMMUNITY_PEER, Track.COMMUNITY_PEER)


def test_places() -> None:
    network = small_network()
    assert network.place("club", 2) == Place("home", "club")
    assert network.place("jan", 0) == Place(None, None)


def test_recorded_tracks_are_those_with_uses_and_those_named() -> None:
    assert small_network().recorded_tracks == (
        frozenset({Track.PARENT_CHILD}),
        frozenset(Track),
        frozenset({Track.COMMUNITY_PEER}),
    )


def test_the_network_at_a_stage_holds_those_who_have_a_relationship_then() -> None:
    network = small_network()
    found = network.at(0)
    assert set(found) == {"young_person", "dawn", "gran", "kayla", "tee", "club"}
    assert found.number_of_edges() == 6
    assert found.edges["dawn", "gran", "t-dawn-gran"]["tie"].id == "t-dawn-gran"


def test_an_empty_case_is_one_node() -> None:
    network = small_network(people=[], settings=[], relationships=[], uses=[])
    assert list(network.at(0)) == ["young_person"]
    assert (network.ties(0), network.recorded_tracks[0]) == ((), frozenset())


def test_harm_alone_is_told_apart_from_harm_and_protection() -> None:
    both = state("before", influence=["harmful", "protective"])
    tie = {"id": "r", "from": "tee", "tracks": ["community_peer"], "states": [both]}
    network = small_network(relationships=[tie], uses=[])
    assert not is_harmful_only(network.ties(0)[0].state)
    assert is_harmful_only(small_network().own_ties_of("tee", 0)[0].state)


def test_active() -> None:
    states = small_network().states("r-gran", "team")
    assert [is_active(found) for found in (*states, None)] == [True, False, False, False]
