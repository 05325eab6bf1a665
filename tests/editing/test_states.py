"""What a relationship is like, and what professionals do through it, at a stage."""

from typing import get_args

import pytest
from hypothesis import given, settings

from relnet.case.messages import UnknownId
from relnet.case.models import Case, State
from relnet.case.timeline import state_at, views
from relnet.case.vocabulary import Influence, Level, Status, Strength, UseKind
from relnet.editing.draft import CannotDo
from relnet.editing.operations import (
    AnswerMove,
    ClearState,
    MoveAnswer,
    Operation,
    SetState,
    SetUse,
)
from relnet.editing.perform import perform
from tests.case.small import Json, parsed, small_case, states_case
from tests.editing.resolved import changed, resolved
from tests.editing.some_operations import edits
from tests.editing.test_perform import performed


def told(stage: int, status: str | None = "active", **more: object) -> Json:
    return {"stage": f"s{stage}"} | ({"status": status} if status else {}) | more


def set_at(
    case: Case, stage: int, *, only_here: bool = False, perspective: str = "team", **fields: object
) -> Case:
    """Set fields of the one relationship."""
    operation = SetState(
        relationship="r",
        stage=f"s{stage}",
        perspective=perspective,
        fields=fields,
        only_here=only_here,
    )
    return perform(case, operation)


def strengths(case: Case) -> list[str | None]:
    """Give the strength of the one relationship at each stage, or else its status."""
    states = [state_at(case, "r", stage.id) for stage in case.stages]
    return [None if state is None else state.strength or state.status for state in states]


def recorded(case: Case) -> list[State]:
    return list(case.relationships[0].states)


def test_from_here_on_holds_until_the_next_recorded_state() -> None:
    case = states_case(told(0, strength="strong"), told(3, strength="steady"), moves=())
    after = set_at(case, 1, strength="weak")
    assert strengths(after) == ["strong", "weak", "weak", "steady"]


def test_for_this_stage_alone_the_next_is_as_it_was() -> None:
    case = states_case(told(0, strength="strong", note="Daily"), moves=())
    after = set_at(case, 1, only_here=True, strength="weak")
    assert strengths(after) == ["strong", "weak", "strong", "strong"]
    assert state_at(after, "r", "s3") == State(
        stage="s2", status=Status.ACTIVE, strength=Strength.STRONG, note="Daily"
    )


def test_for_this_stage_alone_records_nothing_that_holds_anyway() -> None:
    before_a_move = states_case(told(0, strength="strong"), moves=(2,))
    after = set_at(before_a_move, 1, only_here=True, strength="weak")
    assert [state.stage for state in recorded(after)] == ["s0", "s1"]
    at_the_end = states_case(told(0, strength="strong"), moves=())
    assert len(recorded(set_at(at_the_end, 3, only_here=True, strength="weak"))) == 2


def test_for_this_stage_alone_a_break_before_a_move_leaves_it_not_known_after_it() -> None:
    case = states_case(told(0, strength="strong"), moves=(2,))
    after = set_at(case, 1, only_here=True, status="broken")
    assert [state.status for state in recorded(after)] == ["active", "broken", "not_known"]
    assert changed(case, after) == {("r", "team", "s1")}


def test_where_it_was_not_there_yet_it_is_not_known_afterwards() -> None:
    case = states_case(told(3), moves=())
    after = set_at(case, 1, only_here=True, strength="weak")
    assert strengths(after) == [None, "weak", "not_known", "active"]


def test_a_new_view_of_the_young_person_at_one_stage_is_not_known_afterwards() -> None:
    after = set_at(
        states_case(told(0), moves=()), 1, only_here=True, perspective="young_person", closeness=1
    )
    states = [state_at(after, "r", f"s{n}", "young_person") for n in range(4)]
    assert [state and state.closeness for state in states] == [None, 1, None, None]
    assert [state and state.status for state in states] == [None, None, "not_known", "not_known"]


def test_what_has_carried_forward_is_kept_beside_what_is_said() -> None:
    case = states_case(told(0, strained=True, influence=["protective"], source="Mum"), moves=())
    assert recorded(set_at(case, 2, strength="weak"))[1] == State(
        stage="s2",
        status=Status.ACTIVE,
        strength=Strength.WEAK,
        strained=True,
        influence=(Influence.PROTECTIVE,),
        source="Mum",
    )


def test_what_is_strong_after_a_move_is_there() -> None:
    assert strengths(set_at(states_case(told(0)), 2, strength="strong"))[1:3] == [
        "not_known",
        "strong",
    ]


def test_a_note_does_not_say_that_it_is_there() -> None:
    after = set_at(states_case(told(0)), 2, note="Nobody has asked.")
    assert recorded(after)[1].status is Status.NOT_KNOWN


@pytest.mark.parametrize("status", ["not_known", "never_formed"])
def test_of_what_is_not_known_nothing_is_said(status: str) -> None:
    case = states_case(
        told(0, strength="strong", strained=True, how="phone", influence=["harmful"])
    )
    assert recorded(set_at(case, 0, status=status)) == [
        State(stage="s0", status=Status(status), influence=(Influence.HARMFUL,))
    ]


def test_a_broken_relationship_keeps_how_strong_it_was() -> None:
    after = set_at(states_case(told(0, strength="strong")), 0, status="broken")
    assert recorded(after)[0].strength is Strength.STRONG


def test_the_team_always_has_a_status() -> None:
    case = states_case(told(0, "broken"))
    assert recorded(set_at(case, 0, status=None))[0].status is Status.BROKEN
    other = states_case(told(0, perspective="young_person", closeness=2))
    assert state_at(set_at(other, 1, note="Asked."), "r", "s1") == State(
        stage="s1", status=Status.ACTIVE, note="Asked."
    )


def test_the_young_person_may_leave_the_status_open() -> None:
    case = states_case(told(0, perspective="young_person", closeness=2))
    after = set_at(case, 0, perspective="young_person", status=None)
    assert recorded(after)[0].status is None


def test_a_stage_or_a_perspective_in_the_fields_is_not_taken() -> None:
    case = states_case(told(0))
    fields = {"stage": "s3", "perspective": "young_person", "strength": "weak"}
    after = perform(case, SetState(relationship="r", stage="s2", fields=fields))
    assert [(state.stage, state.perspective) for state in recorded(after)] == [
        ("s0", "team"),
        ("s2", "team"),
    ]


def test_somebody_who_is_not_there_sees_nothing() -> None:
    with pytest.raises(UnknownId):
        set_at(states_case(told(0)), 1, perspective="nobody", strength="weak")


def test_clearing_lets_what_was_before_carry_on() -> None:
    case = states_case(told(0, strength="strong"), told(2, strength="weak"), moves=())
    after = perform(case, ClearState(relationship="r", stage="s2"))
    assert strengths(after) == ["strong"] * 4


def test_clearing_what_is_recorded_by_nobody_changes_nothing() -> None:
    case = states_case(told(0))
    assert perform(case, ClearState(relationship="r", stage="s2")) == case


def test_the_last_recorded_state_cannot_be_cleared() -> None:
    with pytest.raises(CannotDo, match="Remove the relationship instead"):
        perform(states_case(told(0)), ClearState(relationship="r", stage="s0"))


def answered(answer: MoveAnswer, before: Json, *more: Json) -> State | None:
    """Give the state at the move, after an answer."""
    operation = AnswerMove(relationship="r", stage="s1", answer=answer)
    return state_at(perform(states_case(before, *more), operation), "r", "s1")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("kept", ("active", "strong", None)),
        ("weaker", ("active", "steady", None)),
        ("strained", ("active", "strong", True)),
        ("broken", ("broken", "strong", None)),
        ("ended", ("ended", "strong", None)),
        ("not_known", ("not_known", None, None)),
    ],
)
def test_answers_to_what_a_move_did(answer: MoveAnswer, expected: tuple[object, ...]) -> None:
    state = answered(answer, told(0, strength="strong", influence=["protective"], note="Daily"))
    assert state is not None
    assert (state.status, state.strength, state.strained) == expected
    assert (state.influence, state.note) == ((Influence.PROTECTIVE,), None)


def test_every_answer_is_tried() -> None:
    assert get_args(MoveAnswer) == ("kept", "weaker", "strained", "broken", "ended", "not_known")


def test_weaker_than_steady_or_than_nobody_said_is_weak() -> None:
    for before in (told(0, strength="steady"), told(0), told(0, strength="weak")):
        state = answered("weaker", before)
        assert state is not None
        assert state.strength is Strength.WEAK


def test_not_known_is_as_if_nobody_had_answered() -> None:
    before = told(0, strength="strong", certainty="suspected", how_often="Daily", strained=True)
    unanswered = state_at(states_case(before), "r", "s1")
    assert answered("not_known", before) == unanswered


def test_what_was_broken_before_the_move_is_kept_broken() -> None:
    state = answered("kept", told(0, "broken"))
    assert state is not None
    assert state.status is Status.BROKEN


def test_an_answer_keeps_the_note_of_the_stage_itself() -> None:
    state = answered("ended", told(0, note="Before"), told(1, note="Here", source="Mum"))
    assert state == State(stage="s1", status=Status.ENDED, note="Here", source="Mum")


def test_a_relationship_that_was_not_there_before_the_move_has_no_answer() -> None:
    with pytest.raises(CannotDo, match="not recorded before the move"):
        answered("kept", told(2))
    with pytest.raises(CannotDo):
        perform(states_case(told(0)), AnswerMove(relationship="r", stage="s0", answer="kept"))


def use(**more: object) -> SetUse:
    """Make a use of Mum’s relationship at the first stage."""
    about = {"relationship": "r-mum", "stage": "at-home", "use": "collaboration"}
    return SetUse.model_validate(about | {"level": "planned"} | more)


def test_a_use_steps_and_keeps_who_holds_it() -> None:
    after = perform(parsed(small_case()), use())
    assert [(use.level, use.held_by) for use in after.uses] == [(Level.PLANNED, ("sam",))]
    assert perform(after, use(held_by=())).uses[0].held_by == ()
    assert perform(after, use(note="Weekly")).uses[0].note == "Weekly"
    assert perform(after, use(level=None)).uses == ()


def test_another_use_stands_beside_it() -> None:
    after = perform(parsed(small_case()), use(use=UseKind.SAFETY, held_by=("sam", "young_person")))
    assert [use.use for use in after.uses] == ["collaboration", "safety"]


def test_taking_out_a_use_that_is_not_there_changes_nothing() -> None:
    case = parsed(small_case())
    assert perform(case, use(use=UseKind.SAFETY, level=None)) == case


@given(edits("set_state"))
@settings(max_examples=80, deadline=None)
def test_setting_a_state_changes_what_it_says_and_nothing_else(
    edit: tuple[Case, Operation],
) -> None:
    case, operation = edit
    after = performed(case, operation)
    if not isinstance(operation, SetState) or isinstance(after, str):
        return
    about = (operation.relationship, operation.perspective)
    reached = {(*about, stage) for stage in stages_reached(case, operation)}
    was, now = resolved(case), resolved(after)
    began = {at for at in now if at not in was and now[at].status is Status.NOT_KNOWN}
    assert changed(case, after) - began <= reached
    assert after.model_copy(update={"relationships": ()}) == case.model_copy(
        update={"relationships": ()}
    )


def stages_reached(case: Case, operation: SetState) -> list[str]:
    """Give the stages that an operation may change: up to the next recorded state."""
    stages = [stage.id for stage in case.stages]
    following = stages[stages.index(operation.stage) :]
    if operation.only_here:
        return following[:1]
    tie = next(tie for tie in case.relationships if tie.id == operation.relationship)
    told_at = {s.stage for s in tie.states if s.perspective == operation.perspective}
    until = [n for n, stage in enumerate(following) if n and stage in told_at]
    return following[: until[0]] if until else following


@given(edits("set_state"))
@settings(max_examples=40, deadline=None)
def test_a_state_once_set_holds_at_its_stage(edit: tuple[Case, Operation]) -> None:
    case, operation = edit
    after = performed(case, operation)
    if not isinstance(operation, SetState) or isinstance(after, str):
        return
    states = views(after)[operation.relationship][operation.perspective]
    state = next(state for state in states if state and state.stage == operation.stage)
    status = operation.fields.get("status")
    assert status is None or state.status == status
