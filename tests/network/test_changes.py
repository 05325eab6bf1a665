"""What changed between two stages: each pair of states, and the small case."""

import pytest

from relnet.case.models import State
from relnet.case.vocabulary import Status, Strength
from relnet.network.changes import ChangeKind, change_between, changes, not_known_since_move
from tests.network.small import small_network, state

K = ChangeKind


def told(status: str | None, strength: str | None = None) -> State:
    """Make a state of a status and a strength."""
    return State(
        stage="before",
        status=Status(status) if status else None,
        strength=Strength(strength) if strength else None,
    )


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (None, None, None),
        (None, "active", K.NEW),
        (None, "broken", K.BROKEN),
        (None, "wanted", None),
        (None, "not_known", None),
        ("active", None, None),
        ("active", "active", K.KEPT),
        ("active", "broken", K.BROKEN),
        ("active", "ended", K.ENDED),
        ("active", "not_known", K.NOT_KNOWN),
        ("active", "wanted", None),
        ("broken", "active", K.BACK),
        ("broken", "broken", None),
        ("broken", "ended", None),
        ("broken", "not_known", None),
        ("ended", "active", K.BACK),
        ("ended", "broken", None),
        ("wanted", "active", K.NEW),
        ("wanted", "broken", None),
        ("wanted", "ended", None),
        ("never_formed", "active", K.NEW),
        ("never_formed", "ended", None),
        ("not_known", "active", K.KNOWN),
        ("not_known", "broken", K.BROKEN),
        ("not_known", "ended", K.ENDED),
        ("not_known", "not_known", None),
    ],
)
def test_every_pair_of_statuses(
    before: str | None, after: str | None, kind: ChangeKind | None
) -> None:
    earlier, later = (told(status) if status else None for status in (before, after))
    assert change_between(earlier, later) is kind


def test_a_state_without_a_status_tells_of_no_change() -> None:
    assert change_between(told("active"), told(None, "weak")) is None
    assert change_between(told(None, "strong"), told("active", "weak")) is K.WEAKER


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("weak", "steady", K.STRONGER),
        ("weak", "strong", K.STRONGER),
        ("strong", "steady", K.WEAKER),
        ("steady", "steady", K.KEPT),
        (None, "strong", K.KEPT),
        ("strong", None, K.KEPT),
    ],
)
def test_strength(before: str | None, after: str | None, kind: ChangeKind) -> None:
    assert change_between(told("active", before), told("active", after)) is kind


def test_changes_of_the_small_case() -> None:
    # Dawn weak → strong; Gran broken; Kayla and Tee not told of since the move; club ended.
    found = changes(small_network(), 0, 1, "team")
    assert [(change.relationship, change.kind, change.harmful) for change in found] == [
        ("r-dawn", K.STRONGER, False),
        ("r-gran", K.BROKEN, False),
        ("r-kayla", K.NOT_KNOWN, False),
        ("r-tee", K.NOT_KNOWN, True),
        ("r-club", K.ENDED, False),
    ]


def test_what_was_lost_before_is_no_news_later() -> None:
    found = changes(small_network(), 1, 2, "team")
    assert [(change.relationship, change.kind) for change in found] == [("r-dawn", K.KEPT)]


def test_harm_counts_by_what_was_told_last() -> None:
    tie = {"id": "r", "from": "tee", "tracks": ["community_peer"]}
    states = [state("before", influence=["harmful"]), state("foster", influence=["protective"])]
    network = small_network(relationships=[{**tie, "states": states}], uses=[])
    assert [change.harmful for change in changes(network, 0, 1, "team")] == [False]


def test_not_known_since_the_move() -> None:
    network = small_network()
    assert not_known_since_move(network, 0, "team") == ()
    assert not_known_since_move(network, 1, "team") == ("r-kayla", "r-tee")
    assert not_known_since_move(network, 2, "team") == ("r-kayla", "r-tee")
