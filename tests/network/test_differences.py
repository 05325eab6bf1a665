"""Where others see a relationship otherwise."""

import pytest

from relnet.network.differences import other_views
from tests.network.small import small_network, state


def views(mine: dict[str, object], theirs: dict[str, object]) -> list[str]:
    """Give who sees a relationship otherwise than the team at the first stage."""
    seen = {**theirs, "perspective": "young_person"}
    tie = {"id": "r", "from": "gran", "tracks": ["parent_child"], "states": [mine, seen]}
    network = small_network(relationships=[tie], uses=[])
    return [view.perspective for view in other_views(network, network.ties(0)[0], 0)]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (state("before"), state("before", "wanted")),
        (state("before", strength="weak"), state("before", None, strength="strong")),
        (state("before", influence=["harmful"]), state("before", influence=["protective"])),
        (state("before", "not_known"), state("before", "active")),
    ],
)
def test_what_both_say_and_say_otherwise(
    mine: dict[str, object], theirs: dict[str, object]
) -> None:
    assert views(mine, theirs) == ["young_person"]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (state("before"), state("before")),
        (state("before", strength="weak"), state("before")),
        (state("before"), state("before", None, closeness=1)),
        (state("before"), state("before", "not_known")),
        (state("before"), state("foster", "broken")),
        (
            state("before", influence=["harmful", "protective"]),
            state("before", influence=["protective", "harmful"]),
        ),
    ],
)
def test_what_one_leaves_open_is_no_difference(
    mine: dict[str, object], theirs: dict[str, object]
) -> None:
    assert views(mine, theirs) == []


def test_a_perspective_is_compared_with_the_others_and_not_with_itself() -> None:
    states = [state("before"), state("before", "broken", perspective="gran")]
    tie = {"id": "r", "from": "gran", "tracks": ["parent_child"], "states": states}
    network = small_network(relationships=[tie], uses=[])
    (seen,) = network.ties(0, "gran")
    assert [view.perspective for view in other_views(network, seen, 0)] == ["team"]
