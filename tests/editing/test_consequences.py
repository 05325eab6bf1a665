"""What a change of the timeline does to the rest of a case, told before it is done."""

import pytest
from hypothesis import given, settings

from relnet.case.models import Case, State
from relnet.case.vocabulary import Phase
from relnet.editing.consequences import Consequences, consequences
from relnet.editing.operations import (
    AddStage,
    JoinStages,
    MoveStage,
    Operation,
    RemoveEntry,
    RemoveStage,
    SetStage,
    SplitStage,
)
from relnet.editing.perform import perform
from tests.case.small import Json, parsed, small_case, states_case
from tests.editing.resolved import changed
from tests.editing.some_operations import edits
from tests.editing.test_perform import performed
from tests.editing.test_states import told


def of(case: Case, operation: Operation) -> Consequences:
    return consequences(case, perform(case, operation))


def in_short(found: Consequences) -> list[tuple[str, str | None, str | None]]:
    """Give at which stage the one relationship has which status, before and after."""
    return [
        (change.stage, status_of(change.before), status_of(change.after)) for change in found.states
    ]


def status_of(state: State | None) -> str | None:
    return state.status if state is not None else None


def test_a_new_move_makes_not_known_what_was_active() -> None:
    case = states_case(told(0), moves=())
    found = of(case, SetStage(stage="s2", fields={"move": {}}))
    assert in_short(found) == [("s2", "active", "not_known"), ("s3", "active", "not_known")]
    assert found.not_known == found.states
    assert not found.nothing


def test_a_move_that_is_taken_off_makes_known_again() -> None:
    case = states_case(told(0), moves=(2,))
    found = of(case, SetStage(stage="s2", fields={"move": None}))
    assert in_short(found) == [("s2", "not_known", "active"), ("s3", "not_known", "active")]
    assert found.not_known == ()


def test_a_stage_that_is_put_elsewhere() -> None:
    case = states_case(told(1), told(2, "broken"), moves=())
    found = of(case, MoveStage(stage="s2"))
    assert in_short(found) == [("s0", None, "broken"), ("s3", "broken", "active")]
    assert found.recorded_gone == ()


def test_splitting_has_no_consequences() -> None:
    assert of(parsed(small_case()), SplitStage(stage="foster", label="Second")).nothing


def test_an_added_stage_without_a_move_has_none_either() -> None:
    operation = AddStage(label="Respite", phase=Phase.DURING, behind="at-home")
    assert of(parsed(small_case()), operation) == Consequences()


def with_uses(*uses: Json) -> Case:
    values = small_case(
        uses=[{"relationship": "r-mum", "use": "safety", "level": "planned"} | use for use in uses],
        events=[
            {"id": "event-1", "text": "Mum rang Jo.", "stage": "later"},
            {"id": "event-2", "text": "A row.", "stage": "at-home"},
        ],
    )
    values["relationships"][0]["states"].append({"stage": "later", "status": "broken"})
    values["stages"][1].pop("move")
    return parsed(values)


def test_with_a_stage_go_its_uses_and_the_place_of_its_events() -> None:
    case = with_uses({"stage": "later"}, {"stage": "at-home"})
    found = of(case, RemoveStage(stage="later"))
    assert found.stages_gone == ("later",)
    assert found.uses_gone == (case.uses[0],)
    assert found.events_off_the_timeline == (case.events[0],)
    assert found.events_gone == ()
    assert [(gone.relationship, gone.state.stage) for gone in found.recorded_gone] == [
        ("r-mum", "later")
    ]
    assert found.states == ()


def test_what_is_told_at_the_next_stage_instead_is_not_gone() -> None:
    case = states_case(told(0), told(1, "broken"), moves=())
    found = of(case, RemoveStage(stage="s1"))
    assert found == Consequences(stages_gone=("s1",))


def test_what_two_joined_stages_both_say_is_told_once() -> None:
    case = with_uses({"stage": "foster", "level": "ambition"}, {"stage": "later"})
    found = of(case, JoinStages(stage="foster"))
    assert found.stages_gone == ("later",)
    assert (found.uses_gone, found.recorded_gone, found.events_off_the_timeline) == ((), (), ())
    assert [(change.stage, change.after and change.after.status) for change in found.states] == [
        ("foster", "broken")
    ]


@pytest.mark.parametrize(
    ("section", "key", "ties", "uses"),
    [
        ("relationships", "r-mum", ["r-mum"], 1),
        ("people", "mum", ["r-mum", "r-sam-mum"], 1),
        ("people", "sam", ["r-sam-mum"], 0),
        ("people", "kayla", [], 0),
    ],
)
def test_with_an_entry_go_its_relationships_and_their_uses(
    section: str, key: str, ties: list[str], uses: int
) -> None:
    operation = RemoveEntry.model_validate({"section": section, "id": key})
    found = of(parsed(small_case()), operation)
    assert [tie.id for tie in found.relationships_gone] == ties
    assert len(found.uses_gone) == uses
    assert (found.states, found.recorded_gone) == ((), ())


def test_an_event_that_is_taken_out_is_gone() -> None:
    case = with_uses()
    found = of(case, RemoveEntry(section="events", id="event-1"))
    assert found == Consequences(events_gone=(case.events[0],))


@given(edits())
@settings(max_examples=60, deadline=None)
def test_every_change_of_a_state_is_told(edit: tuple[Case, Operation]) -> None:
    case, operation = edit
    after = performed(case, operation)
    if isinstance(after, str):
        return
    found = consequences(case, after)
    ties = {tie.id for tie in case.relationships} & {tie.id for tie in after.relationships}
    expected = {at for at in changed(case, after) if at[0] in ties}
    assert {(c.relationship, c.perspective, c.stage) for c in found.states} == expected
    assert consequences(case, case) == Consequences()
