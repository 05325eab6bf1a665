"""Stages that are added, split, joined, put elsewhere and taken out."""

import pytest

from relnet.case.messages import UnknownId
from relnet.case.models import Case, Move, State
from relnet.case.timeline import state_at
from relnet.case.vocabulary import Influence, Phase, Status
from relnet.editing.draft import CannotDo
from relnet.editing.operations import (
    AddStage,
    JoinStages,
    MoveStage,
    RemoveStage,
    SplitStage,
)
from relnet.editing.perform import perform
from tests.case.small import Json, parsed, small_case, states_case
from tests.editing.test_states import strengths, told


def stages_of(case: Case) -> list[str]:
    return [stage.id for stage in case.stages]


def with_stages(*more: Json, **parts: object) -> Case:
    """Give the small case with fields of its three stages added."""
    values = small_case(**parts)
    for stage, fields in zip(values["stages"], more, strict=False):
        stage.update(fields)
    return parsed(values)


def test_a_stage_is_added_behind_another_or_first() -> None:
    case = parsed(small_case())
    told_of = {"label": "Respite", "phase": Phase.DURING}
    behind = perform(case, AddStage.model_validate(told_of | {"behind": "foster"}))
    assert stages_of(behind) == ["at-home", "foster", "stage-1", "later"]
    first = perform(case, AddStage.model_validate(told_of))
    assert stages_of(first) == ["stage-1", "at-home", "foster", "later"]
    with pytest.raises(UnknownId):
        perform(case, AddStage.model_validate(told_of | {"behind": "gone"}))


def test_an_added_stage_takes_its_fields_and_its_move_but_no_id() -> None:
    fields = {
        "id": "mine",
        "area": "away",
        "when": " 2025-06 ",
        "safety": [1],
        "move": {"planned": False, "note": " "},
    }
    operation = AddStage(label="Respite", phase=Phase.DURING, behind="later", fields=fields)
    stage = perform(parsed(small_case()), operation).stages[-1]
    assert (stage.id, stage.area, stage.when, stage.safety) == ("stage-1", "away", "2025-06", ())
    assert stage.move == Move(planned=False)


def test_an_added_move_makes_what_was_active_not_known() -> None:
    case = states_case(told(0, strength="strong"), moves=())
    operation = AddStage(label="A", phase=Phase.DURING, behind="s1", fields={"move": {}})
    assert strengths(perform(case, operation)) == ["strong", "strong"] + ["not_known"] * 3


def test_a_split_stage_goes_on_as_it_is() -> None:
    case = with_stages(
        {
            "blanks": {"community_peer": "not_asked"},
            "uses_recorded": ["trusted"],
            "safety": [{"dimension": "physical", "held": "held"}],
            "factors": [{"kind": "push", "text": "Rows"}],
            "when": "2025",
            "lasted": "A year",
            "note": "A note",
            "placement_count": "2",
        },
    )
    after = perform(case, SplitStage(stage="at-home", label="The last weeks"))
    assert stages_of(after) == ["at-home", "stage-1", "foster", "later"]
    first, second = after.stages[:2]
    assert first == case.stages[0]
    assert second == first.model_copy(
        update={
            "id": "stage-1",
            "label": "The last weeks",
            "when": None,
            "lasted": None,
            "note": None,
            "placement_count": None,
            "factors": (),
        }
    )
    assert [(use.stage, use.held_by) for use in after.uses] == [
        ("at-home", ("sam",)),
        ("stage-1", ("sam",)),
    ]


def test_no_move_opens_the_second_of_a_split_stage() -> None:
    case = states_case(told(0), told(1, strength="weak"))
    after = perform(case, SplitStage(stage="s1", label="Second"))
    assert [stage.move is not None for stage in after.stages] == [False, True, False, False, False]
    assert strengths(after) == ["active"] + ["weak"] * 4


def test_joined_stages_have_what_the_later_one_says() -> None:
    case = with_stages(
        {},
        {
            "safety": [
                {"dimension": "physical", "held": "held"},
                {"dimension": "relational", "held": "held"},
            ],
            "blanks": {"trusted": "not_asked", "parent_child": "not_asked"},
            "uses_recorded": ["trusted"],
            "factors": [{"kind": "push", "text": "Rows"}],
            "when": "2025-01/2025-03",
            "lasted": "3 months",
            "placement_count": "2",
            "note": "First.",
        },
        {
            "safety": [{"dimension": "physical", "held": "not_held"}],
            "blanks": {"trusted": "not_held"},
            "uses_recorded": ["trusted", "community_peer"],
            "factors": [{"kind": "pull", "text": "Friends"}],
            "when": "2025-04/2025-06",
            "lasted": "4 months",
            "placement_count": "2",
            "note": "Second.",
            "setting": "foster-home",
        },
    )
    stage = perform(case, JoinStages(stage="foster")).stages[1]
    assert {view.dimension: view.held for view in stage.safety} == {
        "physical": "not_held",
        "relational": "held",
    }
    assert stage.blanks == {"trusted": "not_held", "parent_child": "not_asked"}
    assert stage.uses_recorded == ("trusted", "community_peer")
    assert [factor.text for factor in stage.factors] == ["Rows", "Friends"]
    assert (stage.id, stage.label, stage.phase) == ("foster", "Foster home", "during")
    assert stage.move is not None
    assert stage.when == "2025-01/2025-06"
    assert stage.lasted == "3 months, then 4 months"
    assert (stage.placement_count, stage.note) == ("2", "First.\nSecond.")
    assert (stage.area, stage.setting) == ("away", "foster-home")


def test_joined_stages_are_where_the_later_one_is() -> None:
    case = with_stages(
        {"setting": "school"}, {"move": None, "area": None, "setting": "foster-home"}
    )
    stage = perform(case, JoinStages(stage="at-home")).stages[0]
    assert (stage.area, stage.setting) == (None, "foster-home")
    nowhere = with_stages({"setting": "school"}, {"move": None, "area": None})
    stage = perform(nowhere, JoinStages(stage="at-home")).stages[0]
    assert (stage.area, stage.setting) == ("home", "school")


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (None, "2025-04", "2025-04"),
        ("2025-01", None, "2025-01"),
        ("2025-01", "2025-04", "2025-01/2025-04"),
        ("2025", "2025", "2025"),
        ("2025-01/..", "../2025-04", "2025-01/2025-04"),
        ("[2025,2026]", "2027", "[2025,2026]"),
    ],
)
def test_joined_dates_go_from_the_first_to_the_last(
    first: str | None, second: str | None, joined: str
) -> None:
    case = with_stages({}, {"when": first}, {"when": second})
    assert perform(case, JoinStages(stage="foster")).stages[1].when == joined


def test_all_that_is_told_at_the_later_of_two_stages_is_told_at_the_joined_one() -> None:
    case = with_stages(
        people=[
            {
                "id": "kayla",
                "name": "Kayla",
                "role": "Best friend",
                "type": "peer",
                "where": [{"stage": "foster", "area": "home"}, {"stage": "later", "area": "away"}],
            }
        ],
        relationships=[
            {
                "id": "r",
                "from": "kayla",
                "tracks": ["community_peer"],
                "states": [
                    {"stage": "foster", "status": "broken"},
                    {"stage": "later", "status": "active"},
                ],
            }
        ],
        uses=[
            {"stage": "foster", "relationship": "r", "use": "safety", "level": "planned"},
            {"stage": "later", "relationship": "r", "use": "safety", "level": "practice"},
        ],
        events=[{"id": "e", "text": "Kayla rang.", "stage": "later"}],
        prompts=[{"id": "p", "text": "Who rings?", "kind": "question", "stage": "later"}],
        story=[{"id": "t", "title": "Now", "stage": "later"}],
    )
    after = perform(case, JoinStages(stage="foster"))
    assert stages_of(after) == ["at-home", "foster"]
    assert after.relationships[0].states == (State(stage="foster", status=Status.ACTIVE),)
    assert [(use.stage, use.level) for use in after.uses] == [("foster", "practice")]
    assert [(there.stage, there.area) for there in after.people[0].where] == [("foster", "away")]
    for part in (after.events[0], after.prompts[0], after.story[0]):
        assert part.stage == "foster"


def test_stages_with_a_move_between_them_are_not_joined() -> None:
    with pytest.raises(CannotDo, match="A move stands between"):
        perform(parsed(small_case()), JoinStages(stage="at-home"))


def test_the_last_stage_has_none_to_join() -> None:
    with pytest.raises(CannotDo, match="last stage"):
        perform(parsed(small_case()), JoinStages(stage="later"))


def test_joining_an_end_to_a_use_in_practice_is_refused_in_plain_words() -> None:
    case = with_stages(
        {}, {"move": None}, relationships=[
            {
                "id": "r-mum",
                "from": "mum",
                "tracks": ["parent_child"],
                "states": [
                    {"stage": "at-home", "status": "active"},
                    {"stage": "foster", "status": "ended"},
                ],
            }
        ],
    )  # fmt: skip
    with pytest.raises(CannotDo, match="At “At home”, collaboration with Mum is in practice"):
        perform(case, JoinStages(stage="at-home"))


def test_a_moved_stage_takes_along_what_is_told_of_it() -> None:
    case = states_case(
        told(0, strength="strong"), told(1, strength="weak"), told(3, "broken"), moves=()
    )
    after = perform(case, MoveStage(stage="s1", behind="s2"))
    assert stages_of(after) == ["s0", "s2", "s1", "s3"]
    assert strengths(after) == ["strong", "strong", "weak", "broken"]
    first = perform(case, MoveStage(stage="s3"))
    assert stages_of(first) == ["s3", "s0", "s1", "s2"]
    assert strengths(first) == ["broken", "strong", "weak", "weak"]
    assert perform(case, MoveStage(stage="s3", behind="s3")) == case
    with pytest.raises(UnknownId):
        perform(case, MoveStage(stage="s3", behind="s9"))


def test_what_a_removed_stage_says_holds_from_the_next_on() -> None:
    case = states_case(told(0, strength="strong"), told(1, strength="weak", note="A row"), moves=())
    after = perform(case, RemoveStage(stage="s1"))
    assert strengths(after) == ["strong", "weak", "weak"]
    assert after.relationships[0].states[1].note == "A row"


def test_what_the_next_stage_says_itself_stands() -> None:
    case = states_case(told(1, strength="weak"), told(2, strength="strong"), moves=())
    after = perform(case, RemoveStage(stage="s1"))
    assert [state.stage for state in after.relationships[0].states] == ["s2"]


def test_a_removed_stage_before_a_move_leaves_not_known_what_it_told_of() -> None:
    told_again = states_case(told(0, strength="strong"), told(1, strength="weak"), moves=(2,))
    after = perform(told_again, RemoveStage(stage="s1"))
    assert strengths(after) == ["strong", "not_known", "not_known"]
    assert len(after.relationships[0].states) == 1

    mended = states_case(told(0, "broken"), told(1, influence=["harmful"]), moves=(2,))
    after = perform(mended, RemoveStage(stage="s1"))
    assert strengths(after) == ["broken", "not_known", "not_known"]
    state = state_at(after, "r", "s2")
    assert state == State(stage="s2", status=Status.NOT_KNOWN, influence=(Influence.HARMFUL,))


def living_in(*areas: str, move: Json | None) -> Case:
    """Give a case where Mum’s strong relationship is told of at the first stage alone."""
    phases = ("before", "during", "after")
    return parsed(
        small_case(
            stages=[
                {"id": f"s{n}", "label": f"Stage {n}", "phase": phases[n], "area": area}
                | ({"move": move} if n == 1 and move is not None else {})
                for n, area in enumerate(areas)
            ],
            relationships=[
                {
                    "id": "r",
                    "from": "mum",
                    "tracks": ["parent_child"],
                    "states": [{"stage": "s0", "status": "active", "strength": "strong"}],
                }
            ],
            uses=[],
        )
    )


def test_the_move_of_a_removed_stage_opens_the_next_where_they_live_elsewhere_then() -> None:
    case = living_in("home", "away", "away", move={"planned": True})
    after = perform(case, RemoveStage(stage="s1"))
    assert after.stages[1].move == Move(planned=True)
    assert strengths(after) == ["strong", "not_known"]


def test_the_move_of_a_removed_stage_goes_with_it_where_nobody_has_moved_then() -> None:
    case = living_in("home", "away", "home", move={})
    after = perform(case, RemoveStage(stage="s1"))
    assert [stage.move for stage in after.stages] == [None, None]
    assert strengths(after) == ["strong", "strong"]


def test_a_removed_stage_takes_what_professionals_did_along_and_leaves_the_events() -> None:
    case = with_stages(
        events=[{"id": "e", "text": "Mum rang Jo.", "stage": "at-home"}],
        prompts=[{"id": "p", "text": "Who rings?", "kind": "question", "stage": "at-home"}],
        story=[{"id": "t", "title": "Then", "stage": "at-home"}],
    )
    after = perform(case, RemoveStage(stage="at-home"))
    assert [stage.move for stage in after.stages] == [Move(), None]
    assert after.uses == ()
    for part in (after.events[0], after.prompts[0], after.story[0]):
        assert part.stage is None


def test_with_the_last_stage_goes_what_was_told_of_there_alone() -> None:
    case = states_case(told(3), moves=())
    after = perform(case, RemoveStage(stage="s3"))
    assert after.relationships == ()
    assert after.people == case.people
    kept = states_case(told(0), told(3, "broken"), moves=())
    assert strengths(perform(kept, RemoveStage(stage="s3"))) == ["active"] * 3


def test_a_relationship_that_is_used_at_another_stage_stays() -> None:
    values = states_case(told(3), moves=()).model_dump(mode="json", by_alias=True)
    use = {"stage": "s0", "relationship": "r", "use": "safety", "level": "planned"}
    after = perform(parsed(values | {"uses": [use]}), RemoveStage(stage="s3"))
    assert [tie.states for tie in after.relationships] == [()]
    assert len(after.uses) == 1


def test_the_only_stage_stays() -> None:
    with pytest.raises(CannotDo, match="at least one stage"):
        perform(states_case(told(0), stages=1, moves=()), RemoveStage(stage="s0"))
