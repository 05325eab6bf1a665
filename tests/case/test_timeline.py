"""What holds at each stage: states that carry forward, and where everybody is."""

import pytest
from hypothesis import given, settings

from relnet.case.messages import UnknownId
from relnet.case.models import Case, State
from relnet.case.timeline import (
    Place,
    lanes,
    opening_perspective,
    perspectives,
    place_at,
    places,
    stage_places,
    state_at,
    views,
)
from relnet.case.vocabulary import Influence, Status, Strength, Track
from tests.case.small import Json, parsed, small_case, states_case
from tests.strategies import cases


def states_of(case: Case, perspective: str = "team") -> list[State | None]:
    """Give the states of the one relationship, one a stage."""
    return [state_at(case, "r", stage.id, perspective) for stage in case.stages]


def statuses(case: Case, perspective: str = "team") -> list[str | None]:
    states = states_of(case, perspective)
    return [state.status if state is not None else None for state in states]


def told(stage: int, status: str | None = "active", **more: object) -> Json:
    return {"stage": f"s{stage}"} | ({"status": status} if status else {}) | more


def test_before_its_first_state_a_relationship_is_not_there() -> None:
    assert statuses(states_case(told(2), moves=())) == [None, None, "active", "active"]


def test_a_state_holds_until_the_next_which_replaces_it_whole() -> None:
    case = states_case(told(0, strength="strong", note="Daily"), told(2), moves=())
    states = states_of(case)
    assert states[1] == states[0]
    assert states[2] == states[3] == State(stage="s2", status=Status.ACTIVE)


def test_an_active_state_is_not_known_after_a_move() -> None:
    assert statuses(states_case(told(0))) == ["active"] + ["not_known"] * 3


def test_a_move_leaves_influence_and_closeness_and_nothing_else() -> None:
    state = told(
        0,
        perspective="young_person",
        strength="strong",
        strained=True,
        influence=["harmful", "protective"],
        closeness=1,
        how_often="Daily",
        how="in_person",
        certainty="established",
        source="Amira",
        note="A note",
    )
    after = state_at(states_case(state), "r", "s1", "young_person")
    assert after == State(
        stage="s1",  # not known since this stage
        perspective="young_person",
        status=Status.NOT_KNOWN,
        influence=(Influence.HARMFUL, Influence.PROTECTIVE),
        closeness=1,
    )


def test_after_two_moves_it_is_not_known_since_the_first() -> None:
    case = states_case(told(0), moves=(1, 2))
    assert [state.stage if state else None for state in states_of(case)] == [
        "s0",
        "s1",
        "s1",
        "s1",
    ]


def test_a_state_renewed_at_the_move_stands() -> None:
    case = states_case(told(0), told(1, strength="weak"))
    assert statuses(case) == ["active"] * 4
    after = state_at(case, "r", "s2")
    assert after is not None
    assert after.strength is Strength.WEAK


def test_a_state_renewed_at_one_move_is_lost_at_the_next() -> None:
    case = states_case(told(0), told(1), moves=(1, 3))
    assert statuses(case) == ["active", "active", "active", "not_known"]


def test_a_state_after_the_move_ends_the_not_knowing() -> None:
    assert statuses(states_case(told(0), told(2))) == ["active", "not_known", "active", "active"]


def test_a_first_state_at_or_after_the_move_stands() -> None:
    assert statuses(states_case(told(1))) == [None, "active", "active", "active"]
    assert statuses(states_case(told(2))) == [None, None, "active", "active"]


def test_a_move_that_opens_the_first_stage_changes_nothing() -> None:
    assert statuses(states_case(told(0), moves=(0,))) == ["active"] * 4


@pytest.mark.parametrize("status", ["broken", "ended", "wanted", "never_formed", "not_known"])
def test_what_is_not_active_carries_on_through_a_move(status: str) -> None:
    case = states_case(told(0, status, strength="weak"))
    states = states_of(case)
    assert statuses(case) == [status] * 4
    assert states[0] == states[3]


def test_a_state_without_status_carries_on_through_a_move() -> None:
    case = states_case(told(0, None, perspective="young_person", closeness=2))
    after = state_at(case, "r", "s3", "young_person")
    assert after is not None
    assert (after.status, after.closeness) == (None, 2)


def test_ties_between_others_carry_on_through_a_move() -> None:
    assert statuses(states_case(told(0), to="mum", tracks=[])) == ["active"] * 4


def test_perspectives_do_not_renew_each_others_states() -> None:
    case = states_case(told(0), told(1, perspective="young_person"), told(0, perspective="mum"))
    assert statuses(case) == ["active", "not_known", "not_known", "not_known"]
    assert statuses(case, "young_person") == [None, "active", "active", "active"]
    assert statuses(case, "mum") == ["active", "not_known", "not_known", "not_known"]
    assert statuses(case, "sam") == [None] * 4


def test_one_stage_is_enough() -> None:
    assert statuses(states_case(told(0), moves=(), stages=1)) == ["active"]


def test_a_relationship_without_states_is_never_there() -> None:
    assert statuses(states_case()) == [None] * 4


def test_unknown_ids_are_named_with_the_nearest() -> None:
    case = parsed(small_case())
    with pytest.raises(UnknownId, match="no stage 'fostr'; did you mean 'foster'"):
        state_at(case, "r-mum", "fostr")
    with pytest.raises(UnknownId, match="no relationship 'r-mom'; did you mean 'r-mum'"):
        state_at(case, "r-mom", "foster")
    with pytest.raises(UnknownId, match="no perspective 'judge': write 'team'"):
        state_at(case, "r-mum", "foster", "judge")
    with pytest.raises(UnknownId, match="no perspective 'teem'; did you mean 'team'"):
        state_at(case, "r-mum", "foster", "teem")
    with pytest.raises(UnknownId, match="no person or setting 'nobody-here'"):
        place_at(case, "nobody-here", "foster")
    with pytest.raises(UnknownId, match="no person or setting 'mumm'; did you mean 'mum'"):
        place_at(case, "mumm", "foster")


def test_perspectives_start_with_the_team_and_the_young_person() -> None:
    case = states_case(
        told(0, perspective="sam"), told(0, perspective="mum"), told(0, perspective="young_person")
    )
    assert perspectives(case) == ("young_person", "sam", "mum")
    assert opening_perspective(case) == "young_person"
    assert perspectives(states_case(told(0, perspective="sam"), told(1))) == ("team", "sam")


def test_a_case_that_tells_nothing_opens_with_the_team() -> None:
    case = states_case()
    assert perspectives(case) == ()
    assert opening_perspective(case) == "team"


def test_a_perspective_on_safety_alone_counts_but_does_not_open() -> None:
    values = small_case(uses=[])
    values["stages"][0]["safety"] = [{"dimension": "physical", "held": "held"}]
    values["relationships"] = [
        {
            "id": "r",
            "from": "mum",
            "tracks": ["parent_child"],
            "states": [{"stage": "at-home", "perspective": "mum"}],
        }
    ]
    case = parsed(values)
    assert perspectives(case) == ("team", "mum")
    assert opening_perspective(case) == "mum"
    del values["relationships"]
    assert opening_perspective(parsed(values)) == "team"


def own(tie: str, member: str, *tracks: str) -> Json:
    return {"id": tie, "from": member, "tracks": list(tracks), "states": []}


def test_a_lane_is_the_first_track_of_the_own_tie_else_of_the_type() -> None:
    values = small_case(
        uses=[],
        relationships=[
            own("r1", "mum", "trusted", "parent_child"),
            own("r2", "mum", "parent_child"),
            own("r3", "chat", "trusted"),
            {"id": "r4", "from": "kayla", "to": "sam", "states": []},
        ],
    )
    assert lanes(parsed(values)) == {
        "mum": Track.TRUSTED,
        "kayla": Track.COMMUNITY_PEER,
        "sam": Track.TRUSTED,
        "school": Track.COMMUNITY_PEER,
        "foster-home": Track.COMMUNITY_PEER,
        "chat": Track.TRUSTED,
    }


def person_case(**person: object) -> Case:
    kayla = {"id": "kayla", "name": "Kayla", "role": "Friend", "type": "peer"} | person
    return parsed(small_case(people=[kayla], relationships=[], uses=[]))


@pytest.mark.parametrize(
    ("person", "place"),
    [
        ({}, Place(None, None)),
        ({"area": "home"}, Place("home", None)),
        ({"settings": ["school"]}, Place("home", "school")),
        ({"settings": ["chat"]}, Place(None, "chat")),
        ({"settings": ["chat", "school"]}, Place("home", "school")),
        ({"area": "home", "settings": ["chat"]}, Place("home", "chat")),
        ({"area": "home", "settings": ["foster-home", "school"]}, Place("home", "school")),
        ({"area": "home", "settings": ["foster-home"]}, Place("home", None)),
    ],
)
def test_a_person_is_in_their_area_and_a_setting_of_it(person: Json, place: Place) -> None:
    assert places(person_case(**person))["kayla"] == (place,) * 3


@pytest.mark.parametrize(
    ("there", "place"),
    [
        ({"area": "away"}, Place("away", None)),
        ({"setting": "foster-home"}, Place("away", "foster-home")),
        ({"area": "away", "setting": "chat"}, Place("away", "chat")),
        ({"setting": "chat"}, Place(None, "chat")),
        ({}, Place(None, None)),
    ],
)
def test_whereabouts_replace_the_place_from_their_stage_on(there: Json, place: Place) -> None:
    case = person_case(settings=["school"], where=[{"stage": "foster"} | there])
    assert places(case)["kayla"] == (Place("home", "school"), place, place)


def test_later_whereabouts_replace_earlier_ones() -> None:
    case = person_case(
        where=[{"stage": "at-home", "area": "away"}, {"stage": "later", "area": "home"}]
    )
    areas = [place.area for place in places(case)["kayla"]]
    assert areas == ["away", "away", "home"]
    assert place_at(case, "kayla", "later") == Place("home", None)


def test_settings_and_the_young_person_have_places() -> None:
    values = small_case()
    values["stages"][1] = values["stages"][1] | {"setting": "foster-home"}
    del values["stages"][1]["area"]
    case = parsed(values)
    assert place_at(case, "school", "later") == Place("home", "school")
    assert place_at(case, "young_person", "foster") == Place("away", "foster-home")
    assert stage_places(case)[0] == Place("home", None)


@settings(deadline=None, max_examples=40)
@given(cases())
def test_asking_for_all_or_for_one_gives_the_same(case: Case) -> None:
    stages = [stage.id for stage in case.stages]
    everywhere = places(case)
    for member, lane in lanes(case).items():
        assert len(everywhere[member]) == len(stages)
        assert place_at(case, member, stages[-1]) == everywhere[member][-1]
        assert isinstance(lane, Track)
    for tie, seen in views(case).items():
        for perspective in perspectives(case):
            states = seen.get(perspective, (None,) * len(stages))
            assert len(states) == len(stages)
            assert state_at(case, tie, stages[-1], perspective) == states[-1]
