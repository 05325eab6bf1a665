"""What a reader has on the screen, by the same rules as the page's own script."""

from relnet.case.vocabulary import YOUNG_PERSON
from relnet.figures.showing import Showing, read_showing, shown_part
from relnet.network.graph import CaseNetwork, build_network
from tests.case.small import parsed, small_case
from tests.web.views import sample

AMIRA = sample("amira").network


def left(network: CaseNetwork, hide: str = "", only: str = "", stage: int = 0) -> set[str]:
    """Give the relationships that are left of the team's view."""
    shown = shown_part(network, "team", read_showing(hide, only), stage)
    return {part.id for part in shown.network.case.relationships}


def test_the_lists_of_an_address_are_read() -> None:
    found = read_showing("status-broken.track-trusted", "")
    assert found == Showing(frozenset({"status-broken", "track-trusted"}), frozenset())


def test_a_whole_case_stays_the_same_one() -> None:
    network = build_network(parsed(small_case()))
    assert shown_part(network, "team", Showing(), 0).network is network


def test_a_track_is_hidden_with_the_ties_of_its_people() -> None:
    network = build_network(parsed(small_case()))
    assert left(network, "track-trusted") == {"r-mum"}
    assert left(network, "track-parent_child") == set()
    assert left(network, "between") == {"r-mum"}


def test_what_is_hidden_at_any_stage_is_left_out() -> None:
    kept = left(AMIRA, "status-broken")
    broken = {
        tie.id
        for stage in range(len(AMIRA.case.stages))
        for tie in AMIRA.own_ties(stage)
        if tie.state.status == "broken"
    }
    assert broken
    assert not broken & kept


def test_mixed_influence_is_hidden_only_with_both() -> None:
    mixed = next(t for t in AMIRA.own_ties(0) if len(t.state.influence) == 2)
    assert mixed.id in left(AMIRA, "influence-harmful")
    assert mixed.id not in left(AMIRA, "influence-harmful.influence-protective")


def test_a_view_is_narrowed_down_to_what_is_planned_at_its_stage() -> None:
    planned = {
        tie.id
        for tie in AMIRA.own_ties(1)
        if any(use.level in ("practice", "planned") for use in tie.uses)
    }
    assert planned
    assert left(AMIRA, only="planned", stage=1) == planned


def test_what_a_perspective_does_not_tell_of_is_left_out() -> None:
    shown = shown_part(AMIRA, YOUNG_PERSON, Showing(), 0).network.case
    assert shown.relationships
    assert all(
        any(state.perspective == YOUNG_PERSON for state in part.states)
        for part in shown.relationships
    )
