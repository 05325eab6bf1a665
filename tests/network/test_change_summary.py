"""What changed between any two stages, summed up by track, and the roles that stayed."""

from hypothesis import given, settings

from relnet.case.models import Case
from relnet.case.reading import read_case
from relnet.case.vocabulary import Track
from relnet.network.change_summary import Replacement, TrackChanges, change_summary
from relnet.network.changes import ChangeKind, changes
from relnet.network.graph import build_network
from relnet.resources import sample_cases_folder
from tests.network.measures.people import HARM, Json, network_of, own, state
from tests.network.small import small_network
from tests.strategies import cases

K = ChangeKind
SLOT: Json = {"role_slot": "social worker"}


def told(kinds: TrackChanges) -> dict[ChangeKind, tuple[str, ...]]:
    return {kind: found for kind, found in kinds.kinds.items() if found}


def test_the_small_case_at_its_move() -> None:
    # Dawn weak → strong; Gran broken; Kayla not told of since the move; the club ended. Tee,
    # who brings harm alone, is not known either, and is counted apart.
    found = change_summary(small_network(), 0, 1)
    assert told(found.all_tracks) == {
        K.STRONGER: ("r-dawn",),
        K.BROKEN: ("r-gran",),
        K.ENDED: ("r-club",),
        K.NOT_KNOWN: ("r-kayla",),
    }
    assert found.all_tracks.harmful[K.NOT_KNOWN] == ("r-tee",)
    assert [part.track for part in found.tracks] == [None, *Track]
    assert [told(part) for part in found.tracks[1:]] == [
        {K.STRONGER: ("r-dawn",)},
        {K.BROKEN: ("r-gran",)},
        {K.ENDED: ("r-club",), K.NOT_KNOWN: ("r-kayla",)},
    ]


def test_the_person_went_and_the_role_stayed() -> None:
    network = network_of(
        [own("sw", state(0), state(1, "ended")), own("sw2", state(1)), own("mum")],
        stages=[{}, {}],
        people={"sw": SLOT, "sw2": SLOT},
    )
    found = change_summary(network, 0, 1).all_tracks
    assert found.replaced == (Replacement("social worker", ("r-sw",), ("r-sw2",)),)
    # The persons are told as well, as lost and as new.
    assert told(found) == {K.ENDED: ("r-sw",), K.NEW: ("r-sw2",), K.KEPT: ("r-mum",)}
    assert (found.retention.relationships.lost, found.retention.roles.lost) == (("r-sw",), ())


def test_nobody_was_replaced_where_the_first_is_not_known_to_have_gone() -> None:
    network = network_of(
        [own("sw"), own("sw2", state(1))],
        stages=[{}, {"move": {}}],
        people={"sw": SLOT, "sw2": SLOT},
    )
    found = change_summary(network, 0, 1).all_tracks
    assert (found.replaced, told(found)) == ((), {K.NEW: ("r-sw2",), K.NOT_KNOWN: ("r-sw",)})


def test_who_brings_harm_alone_is_not_replaced() -> None:
    network = network_of(
        [own("peer", state(0, **HARM), state(1, "ended", **HARM)), own("friend", state(1))],
        stages=[{}, {}],
        people={"peer": SLOT, "friend": SLOT},
    )
    found = change_summary(network, 0, 1).all_tracks
    assert (found.replaced, found.harmful[K.ENDED]) == ((), ("r-peer",))


def test_four_social_workers_one_after_another_over_the_whole_case() -> None:
    network = build_network(read_case(sample_cases_folder() / "many-moves.relnet.json"))
    stages = network.stage_number
    found = change_summary(network, stages["at-home"], stages["with-denise"])
    trusted = next(part for part in found.tracks if part.track is Track.TRUSTED)
    workers = next(one for one in trusted.replaced if one.role_slot == "social worker")
    assert workers == Replacement("social worker", ("r-farida",), ("r-helen",))
    assert "social worker" in trusted.retention.roles.kept


def test_the_empty_network() -> None:
    for part in change_summary(network_of(stages=[{}, {}]), 0, 1).tracks:
        assert (told(part), part.replaced) == ({}, ())
        assert not any(part.harmful.values())


@settings(max_examples=40, deadline=None)
@given(cases(max_people=12, max_stages=5))
def test_every_change_stands_in_one_place_of_all_and_in_one_track(case: Case) -> None:
    network = build_network(case)
    last = len(case.stages) - 1
    everything, *tracks = change_summary(network, 0, last).tracks
    found = changes(network, 0, last, "team")
    for kind in ChangeKind:
        plain = [one.relationship for one in found if one.kind is kind and not one.harmful]
        harmful = [one.relationship for one in found if one.kind is kind and one.harmful]
        assert (list(everything.kinds[kind]), list(everything.harmful[kind])) == (plain, harmful)
        assert sorted(r for part in tracks for r in part.kinds[kind]) == sorted(plain)
