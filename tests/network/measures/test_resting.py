"""Resting on one: tracks and stages that one person holds."""

import pytest

from relnet.case.vocabulary import Track
from relnet.network.attention import attention
from relnet.network.graph import CaseNetwork
from relnet.network.measures.resting import (
    StageOnOne,
    TrackOnOne,
    holders,
    stage_on_one,
    tracks_on_one,
)
from tests.network.measures.people import HARM, Json, network_of, own, state, use

RECORDED = {"uses_recorded": list(Track)}


def test_a_track_with_one_person_rests_on_them() -> None:
    network = network_of([own("mum"), own("sw"), own("yw"), own("dad", state(0, "broken"))])
    assert tracks_on_one(network, 0) == (TrackOnOne(Track.PARENT_CHILD, "mum", ()),)


def test_it_says_of_whom_nobody_knows() -> None:
    network = network_of([own("mum"), own("gran", state(0, "not_known"))])
    assert tracks_on_one(network, 0) == (TrackOnOne(Track.PARENT_CHILD, "mum", ("r-gran",)),)


def test_two_relationships_with_one_person_are_one_person() -> None:
    network = network_of([own("mum"), own("mum", key="-2")])
    assert [found.person for found in tracks_on_one(network, 0)] == ["mum"]


def test_a_group_is_more_than_one() -> None:
    network = network_of([own("group")], people={"group": {"group_size": "6"}})
    assert tracks_on_one(network, 0) == ()


def test_a_relationship_with_only_harm_holds_nothing() -> None:
    network = network_of([own("friend"), own("peer", state(0, **HARM))])
    assert [found.person for found in tracks_on_one(network, 0)] == ["friend"]
    network = network_of([own("peer", state(0, **HARM))])
    assert tracks_on_one(network, 0) == ()


def test_the_empty_network_rests_on_nobody() -> None:
    assert tracks_on_one(network_of(), 0) == ()


def on_one(network: CaseNetwork) -> StageOnOne:
    return stage_on_one(network, attention(network, 0))


def recorded(*uses: Json, **people: Json) -> CaseNetwork:
    everybody = [own(member) for member in ("sw", "yw", "mum")]
    return network_of(everybody, uses=uses, stages=[RECORDED], people=people)


def test_one_person_holds_all() -> None:
    network = recorded(use(0, "sw", "safety"), use(0, "mum", "collaboration", "practice", "sw"))
    assert on_one(network) == StageOnOne("sw", 2, open=False)


def test_the_young_person_may_be_the_one() -> None:
    network = recorded(use(0, "mum", "safety", "practice", "young_person"))
    assert on_one(network) == StageOnOne("young_person", 1, open=False)


@pytest.mark.parametrize(
    "second",
    [
        use(0, "yw", "safety"),
        use(0, "mum", "collaboration", "practice", "yw"),
        use(0, "mum", "collaboration", "practice", "sw", "yw"),
    ],
)
def test_two_people_hold(second: Json) -> None:
    assert on_one(recorded(use(0, "sw", "safety"), second)) == StageOnOne(None, 2, open=False)


def test_a_group_that_holds_all_is_more_than_one() -> None:
    network = recorded(use(0, "sw", "safety"), sw={"group_size": "4"})
    assert on_one(network) == StageOnOne(None, 1, open=False)


def test_a_plan_is_not_in_practice() -> None:
    network = recorded(use(0, "sw", "safety"), use(0, "yw", "safety", "planned"))
    assert on_one(network) == StageOnOne("sw", 1, open=False)


def test_nobody_can_say_where_it_is_not_said_who_holds() -> None:
    network = recorded(use(0, "sw", "safety"), use(0, "mum", "safety"))
    assert on_one(network) == StageOnOne(None, 2, open=True)


def test_nobody_can_say_where_a_track_was_not_recorded() -> None:
    network = network_of([own("sw")], uses=[use(0, "sw", "safety")])
    assert on_one(network) == StageOnOne(None, 1, open=True)


def test_two_are_two_whatever_was_not_recorded() -> None:
    uses = [use(0, "sw", "safety"), use(0, "yw", "safety")]
    network = network_of([own("sw"), own("yw")], uses=uses)
    assert on_one(network) == StageOnOne(None, 2, open=False)


def test_the_empty_network() -> None:
    assert on_one(network_of()) == StageOnOne(None, 0, open=True)
    assert on_one(recorded()) == StageOnOne(None, 0, open=False)


def test_who_holds_a_use() -> None:
    uses = [
        use(0, "sw", "safety"),
        use(0, "mum", "safety"),
        use(0, "mum", "consistency", "practice", "yw", "sw", "yw"),
    ]
    network = recorded(*uses)
    assert [holders(network, told) for told in network.case.uses] == [("sw",), (), ("yw", "sw")]
