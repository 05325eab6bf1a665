"""What an edit of the timeline leaves as it was: every other stage."""

from hypothesis import given, settings

from relnet.case.models import Case
from relnet.case.timeline import places
from relnet.editing.operations import AddStage, JoinStages, Operation, RemoveStage, SplitStage
from tests.editing.resolved import changed, resolved
from tests.editing.some_operations import edits
from tests.editing.test_perform import performed
from tests.editing.test_stage_line import stages_of


def same_places(before: Case, after: Case) -> bool:
    """Say whether everybody is where they were, at the stages that are in both cases."""
    return all(
        places(before)[member][stages_of(before).index(stage)] == place
        for member, row in places(after).items()
        for stage, place in zip(stages_of(after), row, strict=True)
        if stage in stages_of(before) and member in places(before)
    )


@given(edits("split_stage"))
@settings(max_examples=80, deadline=None)
def test_splitting_changes_no_other_stage(edit: tuple[Case, Operation]) -> None:
    case, operation = edit
    after = performed(case, operation)
    if not isinstance(operation, SplitStage) or isinstance(after, str):
        return
    assert changed(case, after) == set()
    assert same_places(case, after)
    new = next(stage for stage in stages_of(after) if stage not in stages_of(case))
    now = resolved(after)
    first = {at[:2]: state for at, state in now.items() if at[2] == operation.stage}
    assert {at[:2]: state for at, state in now.items() if at[2] == new} == first


@given(edits("join_stages"))
@settings(max_examples=80, deadline=None)
def test_joining_changes_no_other_stage(edit: tuple[Case, Operation]) -> None:
    case, operation = edit
    after = performed(case, operation)
    if not isinstance(operation, JoinStages) or isinstance(after, str):
        return
    second = stages_of(case)[stages_of(case).index(operation.stage) + 1]
    assert {at[2] for at in changed(case, after)} <= {operation.stage}
    was, now = resolved(case), resolved(after)
    later = {at[:2]: state for at, state in was.items() if at[2] == second}
    assert {at[:2]: state for at, state in now.items() if at[2] == operation.stage} == later


@given(edits("remove_stage"))
@settings(max_examples=150, deadline=None)
def test_removing_changes_no_other_stage(edit: tuple[Case, Operation]) -> None:
    case, operation = edit
    after = performed(case, operation)
    if not isinstance(operation, RemoveStage) or isinstance(after, str):
        return
    number = stages_of(case).index(operation.stage)
    moves = [stage.move is not None for stage in case.stages]
    kept = [stage.move is not None for stage in after.stages]
    if kept == moves[:number] + moves[number + 1 :] and moves[number]:
        return  # the move has gone, and with it what it made not known
    assert changed(case, after) == set()
    assert same_places(case, after)
    assert [use for use in case.uses if use.stage != operation.stage] == list(after.uses)


@given(edits("add_stage"))
@settings(max_examples=40, deadline=None)
def test_a_stage_without_a_move_changes_no_other(edit: tuple[Case, Operation]) -> None:
    case, operation = edit
    after = performed(case, operation)
    if not isinstance(operation, AddStage) or isinstance(after, str):
        return
    if operation.fields.get("move") is None:
        assert changed(case, after) == set()
