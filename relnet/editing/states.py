"""What a relationship is like, and what professionals do through it, at a stage."""

from typing import Any

from relnet.case.models import State
from relnet.case.timeline import state_at
from relnet.case.vocabulary import TEAM, Status, Strength
from relnet.editing.document import Entry, state_key, use_key
from relnet.editing.draft import CannotDo, Draft, set_fields
from relnet.editing.operations import AnswerMove, ClearState, SetState, SetUse
from relnet.wording import _

_WEAKER = {Strength.STRONG: Strength.STEADY}
_SAYS_IT_IS_THERE = ("strength", "strained", "how", "how_often")


def set_state(draft: Draft, operation: SetState) -> None:
    """Say what a relationship is like from a stage on, or at this stage alone."""
    tie = draft.entry("relationships", operation.relationship)
    following = _next_as_it_was(draft, operation) if operation.only_here else None
    state = _state_here(draft, operation.relationship, operation.stage, operation.perspective)
    fields = {k: v for k, v in operation.fields.items() if k not in ("stage", "perspective")}
    set_fields(state, _with_status(state, fields, operation.perspective))
    tie["states"][state_key(operation.stage, operation.perspective)] = state
    if following is not None:
        tie["states"].setdefault(*following)


def clear_state(draft: Draft, operation: ClearState) -> None:
    """Take out what was recorded at a stage.

    Raises:
        CannotDo: it is the only thing that is recorded of the relationship.
    """
    states = draft.entry("relationships", operation.relationship)["states"]
    states.pop(state_key(operation.stage, operation.perspective), None)
    if not states:
        raise CannotDo(
            _("This is all that is recorded of this relationship. Remove the relationship instead.")
        )


def answer_move(draft: Draft, operation: AnswerMove) -> None:
    """Say what a move did: the state before the move, as the answer changes it."""
    tie = draft.entry("relationships", operation.relationship)
    before = _before(draft, operation)
    state = _as_entry(before, operation.stage)
    # What was noted and who said so belongs to the stage before.
    for name in ("note", "source"):
        state.pop(name, None)
    set_fields(state, _answered(before, operation.answer))
    tie["states"][state_key(operation.stage, operation.perspective)] = state


def set_use(draft: Draft, operation: SetUse) -> None:
    """Set the level of a use, and who holds it."""
    draft.entry("relationships", operation.relationship)
    draft.entry("stages", operation.stage)
    uses = draft.tree["uses"]
    key = use_key(operation.stage, operation.relationship, operation.use)
    if operation.level is None:
        uses.pop(key, None)
        return
    use = uses.get(key, {})
    use |= {
        "stage": operation.stage,
        "relationship": operation.relationship,
        "use": operation.use.value,
        "level": operation.level.value,
    }
    if operation.held_by is not None:
        set_fields(use, {"held_by": list(operation.held_by)})
    if operation.note is not None:
        set_fields(use, {"note": operation.note})
    uses[key] = use


def _answered(before: State, answer: str) -> dict[str, Any]:
    """Give what an answer says of a relationship that was active before."""
    active = {"status": Status.ACTIVE.value}
    weaker = _WEAKER.get(before.strength or Strength.STEADY, Strength.WEAK)
    answers: dict[str, dict[str, Any]] = {
        "kept": active,
        "weaker": active | {"strength": weaker.value},
        "strained": active | {"strained": True},
        "broken": {"status": Status.BROKEN.value},
        "ended": {"status": Status.ENDED.value},
        "not_known": {"status": Status.NOT_KNOWN.value, "strength": None, "strained": None},
    }
    return answers[answer]


def _before(draft: Draft, operation: AnswerMove) -> State:
    number = draft.stage_number(operation.stage)
    earlier = draft.case.stages[number - 1].id if number else None
    state = earlier and state_at(draft.case, operation.relationship, earlier, operation.perspective)
    if not state:
        raise CannotDo(_("This relationship was not recorded before the move. Edit it instead."))
    return state


def _state_here(draft: Draft, tie: str, stage: str, perspective: str) -> Entry:
    """Give the state to write into: what is recorded here, or what has carried forward."""
    recorded = draft.tree["relationships"][tie]["states"].get(state_key(stage, perspective))
    if recorded is not None:
        return dict(recorded)
    carried = state_at(draft.case, tie, stage, perspective)
    if carried is not None:
        return _as_entry(carried, stage)
    draft.entry("stages", stage)
    return {"stage": stage} if perspective == TEAM else {"stage": stage, "perspective": perspective}


def _with_status(state: Entry, fields: dict[str, Any], perspective: str) -> dict[str, Any]:
    """Add the status that other fields imply: what is strong or strained is there."""
    if "status" in fields and fields["status"] is not None:
        return fields
    status = state.get("status")
    told = any(fields.get(name) for name in _SAYS_IT_IS_THERE)
    if (status == Status.NOT_KNOWN and told) or (status is None and perspective == TEAM):
        return fields | {"status": Status.ACTIVE.value}
    return {
        name: value for name, value in fields.items() if name != "status" or perspective != TEAM
    }


def _next_as_it_was(draft: Draft, operation: SetState) -> tuple[str, Entry] | None:
    """Give the state that keeps the next stage as it is; None where nothing is to be done."""
    stage = draft.stage_after(operation.stage)
    if stage is None or _renews_itself(draft, operation, stage):
        return None
    state = state_at(draft.case, operation.relationship, stage, operation.perspective)
    if state is None:
        told = {"status": Status.NOT_KNOWN.value}
        entry = _as_entry(State(stage=stage, perspective=operation.perspective), stage) | told
    else:
        entry = _as_entry(state, stage)
    return state_key(stage, operation.perspective), entry


def _renews_itself(draft: Draft, operation: SetState, stage: str) -> bool:
    """Whether the next stage is no different for what is said now: it has a state of its own."""
    states = draft.tree["relationships"][operation.relationship]["states"]
    return state_key(stage, operation.perspective) in states


def _as_entry(state: State, stage: str) -> Entry:
    values: Entry = state.model_dump(mode="json", exclude_defaults=True)
    return values | {"stage": stage}
