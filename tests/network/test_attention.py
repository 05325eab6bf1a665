"""Where attention goes in the small case (tests/network/small.py)."""

import pytest

from relnet.case.vocabulary import Blank, Level, Track, UseKind
from relnet.network.attention import Port, attention, is_overlooked, overlooked
from tests.network.small import circle, small_network, state

HELD, EMPTY, UNKNOWN = Port.HELD, Port.EMPTY, Port.UNKNOWN


@pytest.mark.parametrize(
    ("stage", "ports"),
    [
        # Before: collaboration with Gran is in practice; of the others nothing was said.
        (0, [UNKNOWN, HELD, UNKNOWN]),
        # Foster: only Dawn's consistency is in practice, and all three were talked through.
        (1, [HELD, EMPTY, EMPTY]),
        # Later: an ambition is no practice, but it was recorded.
        (2, [UNKNOWN, UNKNOWN, EMPTY]),
    ],
)
def test_ports(stage: int, ports: list[Port]) -> None:
    found = attention(small_network(), stage)
    assert [found.port(track) for track in Track] == ports
    assert len(found.in_practice) == ports.count(HELD)
    assert len(found.not_recorded) == ports.count(UNKNOWN)


def test_a_cell_has_the_most_real_level() -> None:
    uses = [
        {"stage": "before", "relationship": "r-dawn", "use": "safety", "level": level}
        for level in ("ambition", "planned", "practice")
    ]
    for told, level in zip((uses[:1], uses[:2], uses), reversed(Level), strict=True):
        cell = attention(small_network(uses=told), 0).cell(Track.TRUSTED, UseKind.SAFETY)
        assert (cell.level, len(cell.uses), cell.recorded) == (level, len(told), True)


def test_nine_cells_and_the_blanks() -> None:
    found = attention(small_network(), 0)
    assert len(found.cells) == 9
    assert found.blanks == {Track.COMMUNITY_PEER: Blank.NOT_ASKED}
    empty = found.cell(Track.TRUSTED, UseKind.SAFETY)
    assert (empty.level, empty.uses, empty.recorded) == (None, (), False)


def test_a_use_counts_once_in_the_first_track() -> None:
    tie = {"id": "r-dawn", "from": "dawn", "tracks": ["community_peer", "trusted"]}
    use = {"stage": "before", "relationship": "r-dawn", "use": "safety", "level": "practice"}
    network = small_network(relationships=[{**tie, "states": [state("before")]}], uses=[use])
    assert attention(network, 0).in_practice == (Track.COMMUNITY_PEER,)


def test_overlooked_are_those_close_and_in_nobodys_plan() -> None:
    # At the foster home Gran (2), Kayla (1) and Tee (2) are close; no use is theirs; Tee
    # brings harm alone. Dawn was not placed.
    found = overlooked(small_network(), 1, "team")
    assert [(one.member, one.harmful) for one in found] == [
        ("gran", False),
        ("kayla", False),
        ("tee", True),
    ]
    assert [tie.id for tie in found[0].ties] == ["r-gran"]


def test_nobody_is_overlooked_where_the_uses_were_not_recorded() -> None:
    # Before: Gran is worked with; whether Kayla or Tee are was not recorded.
    assert overlooked(small_network(), 0, "team") == ()


def test_a_plan_keeps_from_being_overlooked_and_an_ambition_does_not() -> None:
    for level, expected in (("practice", False), ("planned", False), ("ambition", True)):
        use = {"stage": "before", "relationship": "r-kayla", "use": "safety", "level": level}
        assert is_overlooked(small_network(uses=[use]), 0, "kayla") is expected


def test_the_outer_circle_is_not_close() -> None:
    tie = {"id": "r-gran", "from": "gran", "tracks": ["parent_child"]}
    network = small_network(relationships=[{**tie, "states": [circle("foster", 3)]}], uses=[])
    assert not is_overlooked(network, 1, "gran")


def test_overlooked_may_have_no_tie_that_the_perspective_tells_of() -> None:
    tie = {"id": "r-gran", "from": "gran", "tracks": ["parent_child"]}
    network = small_network(relationships=[{**tie, "states": [circle("foster", 1)]}], uses=[])
    (found,) = overlooked(network, 1, "team")
    assert (found.ties, found.harmful) == ((), False)
