"""Retention and turnover: design's worked example, roles, harm, and what is not known."""

import pytest
from hypothesis import given, settings

from relnet.case.models import Case
from relnet.case.vocabulary import Track
from relnet.network.graph import build_network
from relnet.network.measures.retention import Fate, Turnover, relationship_fates, retention
from tests.network.measures.people import (
    FOUR,
    HARM,
    SIX,
    Json,
    network_of,
    own,
    state,
)
from tests.strategies import cases

TWO: tuple[Json, ...] = ({}, {"move": {}})
"""Two stages, with a move between them."""


def moved(member: str) -> Json:
    """Write somebody of the worked example: lost, kept or gained."""
    before = [state(0)] if member in SIX else []
    return own(member, *before, state(1, "active" if member in FOUR else "broken"))


def test_six_become_four() -> None:
    network = network_of([moved(m) for m in dict.fromkeys((*SIX, *FOUR))], stages=TWO)
    found, *by_track = retention(network, 0, 1)
    assert found.track is None
    # Kept: mum and sw, of 6. At either stage: 6 and 2 new are 8.
    assert found.relationships == Turnover(
        kept=("r-mum", "r-sw"),
        lost=("r-gran", "r-yw", "r-friend", "r-coach"),
        gained=("r-kw", "r-peer"),
    )
    assert found.relationships.retention == pytest.approx(2 / 6)
    assert found.relationships.jaccard == pytest.approx(2 / 8)
    # Trusted: sw kept, yw lost, kw new. Family: mum kept, gran lost. Peers: friend and coach
    # lost, peer new.
    shares = {
        part.track: (part.relationships.retention, part.relationships.jaccard) for part in by_track
    }
    assert shares == {
        Track.TRUSTED: (1 / 2, 1 / 3),
        Track.PARENT_CHILD: (1 / 2, 1 / 2),
        Track.COMMUNITY_PEER: (0, 0),
    }


def test_the_social_worker_changed_and_the_role_stayed() -> None:
    role = {"role_slot": "social worker"}
    network = network_of(
        [own("sw", state(0), state(1, "ended")), own("sw2", state(1)), moved("yw")],
        stages=TWO,
        people={"sw": role, "sw2": {"role_slot": "Social worker"}, "yw": {"role_slot": "youth"}},
    )
    found = retention(network, 0, 1)[0]
    assert found.relationships == Turnover(lost=("r-sw", "r-yw"), gained=("r-sw2",))
    assert found.roles == Turnover(kept=("social worker",), lost=("youth",))
    assert (found.relationships.retention, found.roles.retention) == (0, 1 / 2)


def test_a_role_of_which_one_holder_is_not_known_is_not_lost() -> None:
    role = {"role_slot": "social worker"}
    network = network_of(
        [own("sw"), own("sw2", state(0), state(1, "ended"))],
        stages=TWO,
        people={"sw": role, "sw2": role},
    )
    found = retention(network, 0, 1)[0].roles
    assert found == Turnover(not_known=("social worker",))
    assert (found.retention, found.jaccard) == (None, None)


def test_people_without_a_role_slot_fill_no_role() -> None:
    assert retention(network_of([own("mum")], stages=[{}, {}]), 0, 1)[0].roles == Turnover()


def test_not_known_is_neither_kept_nor_lost() -> None:
    # Nothing is said of gran and of the friend since the move; dad is known again.
    network = network_of(
        [
            own("mum", state(0), state(1)),
            own("sw", state(0), state(1, "broken")),
            own("gran"),
            own("friend"),
            own("dad", state(0, "not_known"), state(1)),
        ],
        stages=TWO,
    )
    found = retention(network, 0, 1)[0].relationships
    assert found == Turnover(
        kept=("r-mum",),
        lost=("r-sw",),
        not_known=("r-gran", "r-friend"),
        known_again=("r-dad",),
    )
    assert (found.retention, found.jaccard) == (1 / 2, 1 / 2)


def test_a_lost_relationship_that_brought_only_harm_is_no_loss() -> None:
    network = network_of(
        [moved("mum"), own("group", state(0, **HARM), state(1, "ended")), moved("peer")],
        stages=TWO,
    )
    found = {part.track: part for part in retention(network, 0, 1)}
    assert found[None].relationships == Turnover(kept=("r-mum",), gained=("r-peer",))
    assert found[None].harmful == Turnover(lost=("r-group",))
    assert found[Track.COMMUNITY_PEER].harmful == Turnover(lost=("r-group",))
    assert found[Track.TRUSTED].harmful == Turnover()


@pytest.mark.parametrize("status", ["broken", "ended", "wanted", "never_formed"])
def test_whatever_is_not_active_any_more_is_lost(status: str) -> None:
    network = network_of([own("mum", state(0), state(1, status))], stages=TWO)
    assert retention(network, 0, 1)[0].relationships == Turnover(lost=("r-mum",))


def test_two_stages_need_not_be_neighbours() -> None:
    states = [state(0), state(1, "broken"), state(2)]
    network = network_of([own("mum", *states)], stages=[{}, {}, {}])
    assert retention(network, 0, 2)[0].relationships == Turnover(kept=("r-mum",))


def test_the_empty_network() -> None:
    for part in retention(network_of(stages=TWO), 0, 1):
        assert part.relationships == part.roles == part.harmful == Turnover()
        assert (part.relationships.retention, part.relationships.jaccard) == (None, None)


def test_a_status_that_was_not_told_is_not_known() -> None:
    placed = {"stage": "s1", "perspective": "young_person", "closeness": 1}
    network = network_of(
        [own("mum", state(0, perspective="young_person"), placed)], stages=[{}, {}]
    )
    found = retention(network, 0, 1, "young_person")[0].relationships
    assert found == Turnover(not_known=("r-mum",))


@settings(max_examples=40, deadline=None)
@given(cases(max_people=12, max_stages=5))
def test_bounds_and_sums(case: Case) -> None:
    network = build_network(case)
    last = len(case.stages) - 1
    found, *by_track = retention(network, 0, last)
    for part in (found, *by_track):
        turnover = part.relationships
        kept, overlap = turnover.retention, turnover.jaccard
        assert kept is None or 0 <= kept <= 1
        assert overlap is None or 0 <= overlap <= 1
        if kept is not None:
            assert overlap is not None
            assert overlap <= kept
    for fate in Fate:
        parts = [getattr(part.relationships, fate.value) for part in by_track]
        assert sorted(sum(parts, ())) == sorted(getattr(found.relationships, fate.value))


@settings(max_examples=40, deadline=None)
@given(cases(max_people=12, max_stages=5))
def test_backwards_what_was_lost_is_gained(case: Case) -> None:
    network = build_network(case)
    last = len(case.stages) - 1
    there = {f.relationship: f.fate for f in relationship_fates(network, 0, last)}
    back = {f.relationship: f.fate for f in relationship_fates(network, last, 0)}
    turned = {
        Fate.LOST: Fate.GAINED,
        Fate.GAINED: Fate.LOST,
        Fate.NOT_KNOWN: Fate.KNOWN_AGAIN,
        Fate.KNOWN_AGAIN: Fate.NOT_KNOWN,
    }
    assert back == {key: turned.get(fate, fate) if fate else None for key, fate in there.items()}
