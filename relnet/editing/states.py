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
_THROUGH_A_MOVE = ("perspective", "influence", "closeness")
"""What stays of an active state that a move turns to not known (design, section 2)."""

_NOTHING_IS_LIKE = (Status.NOT_KNOWN, Status.NEVER_FORMED)
"""A relationship of which nothing is known, or that never was, is neither strong nor strained."""


def set_state(draft: Draft, operation: SetState) -> None:
    """Say what a relationship is like from a stage on, or at this stage alone."""
    tie = draft.entry("relationships", operation.relationship)
    draft.entry("stages", operation.stage)
    draft.check_perspective(operation.perspective)
    state = _state_here(draft, operation)
    fields = {k: v for k, v in operation.fields.items() if k not in ("stage", "perspective")}
    set_fields(state, _with_status(state, fields, operation.perspective))
    tie["states"][state_key(operation.stage, operation.perspective)] = state
    if operation.only_here:
        _keep_next(draft, operation, state)


def clear_state(draft: Draft, operation: ClearState) -> None:
    """Take out what was recorded at a stage.

    Raises:
        CannotDo: it is the only thing that is recorded of the relationship.
    """
    states = draft.entry("relationships", operation.relationship)["states"]
    draft.entry("stages", operation.stage)
    states.pop(state_key(operation.stage, operation.perspective), None)
    if not states:
        raise CannotDo(
            _("This is all that is recorded of this relationship. Remove the relationship instead.")
        )


def answer_move(draft: Draft, operation: AnswerMove) -> None:
    """Say what a move did: the state before the move, as the answer changes it.

    Raises:
        CannotDo: nothing is known of the relationship before the move.
    """
    states = draft.entry("relationships", operation.relationship)["states"]
    before = _before(draft, operation)
    key = state_key(operation.stage, operation.perspective)
    state = as_entry(before, operation.stage)
    # What was noted before the move, and who said so, belongs there; what is noted here, here.
    noted = states.get(key, {})
    set_fields(state, {name: noted.get(name) for name in ("note", "source")})
    set_fields(state, _with_status(state, _answered(before, operation.answer), TEAM))
    states[key] = state


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


def carried_to(draft: Draft, tie: str, state: Entry, stage: str) -> Entry:
    """Give a state as it carries forward to the next stage where nothing is recorded there."""
    moved = "move" in draft.tree["stages"][stage]
    own = "to" not in draft.tree["relationships"][tie]
    if not (moved and own and state.get("status") == Status.ACTIVE):
        return state | {"stage": stage}
    kept = {name: state[name] for name in _THROUGH_A_MOVE if name in state}
    return {"stage": stage, "status": Status.NOT_KNOWN.value} | kept


def as_entry(state: State, stage: str) -> Entry:
    """Give a state as an entry that says the same at a stage."""
    values: Entry = state.model_dump(mode="json", exclude_defaults=True)
    return values | {"stage": stage}


def state_entry(case_state: State | None, stage: str, perspective: str) -> Entry:
    """Give a resolved state as the entry that says the same at a stage.

    No entry can say that a relationship is not there yet after it was there: it is not known.
    """
    if case_state is not None:
        return as_entry(case_state, stage)
    return as_entry(State(stage=stage, perspective=perspective, status=Status.NOT_KNOWN), stage)


def _keep_next(draft: Draft, operation: SetState, state: Entry) -> None:
    """Record what the next stage was like, where the new state would change it."""
    stage = draft.stage_after(operation.stage)
    tie, perspective = operation.relationship, operation.perspective
    states = draft.tree["relationships"][tie]["states"]
    if stage is None or state_key(stage, perspective) in states:
        return
    was = state_at(draft.case, tie, stage, perspective)
    now = carried_to(draft, tie, state, stage)
    not_there_or_known = was is None and now.get("status") == Status.NOT_KNOWN
    kept = state_entry(was, stage, perspective)
    if kept != now and not not_there_or_known:
        states[state_key(stage, perspective)] = kept


def _answered(before: State, answer: str) -> dict[str, Any]:
    """Give what an answer says of a relationship that was active before."""
    active = {"status": Status.ACTIVE.value}
    weaker = _WEAKER.get(before.strength or Strength.STEADY, Strength.WEAK)
    there = before.status in (Status.ACTIVE, Status.NOT_KNOWN, None)
    answers: dict[str, dict[str, Any]] = {
        "kept": active if there else {"status": before.status},
        "weaker": active | {"strength": weaker.value},
        "strained": active | {"strained": True},
        "broken": {"status": Status.BROKEN.value},
        "ended": {"status": Status.ENDED.value},
        "not_known": {"status": Status.NOT_KNOWN.value, "certainty": None},
    }
    return answers[answer]


def _before(draft: Draft, operation: AnswerMove) -> State:
    draft.check_perspective(operation.perspective)
    number = draft.stage_number(operation.stage)
    earlier = draft.case.stages[number - 1].id if number else None
    state = earlier and state_at(draft.case, operation.relationship, earlier, operation.perspective)
    if not state:
        raise CannotDo(_("This relationship was not recorded before the move. Edit it instead."))
    return state


def _state_here(draft: Draft, operation: SetState) -> Entry:
    """Give the state to write into: what is recorded here, or what has carried forward."""
    stage, perspective = operation.stage, operation.perspective
    state = state_at(draft.case, operation.relationship, stage, perspective)
    return as_entry(state or State(stage=stage, perspective=perspective), stage)


def _with_status(state: Entry, fields: dict[str, Any], perspective: str) -> dict[str, Any]:
    """Add what other fields imply: what is strong is there, of what is not known nothing is said.

    The team's view always has a status.
    """
    if "status" in fields and (fields["status"] is not None or perspective != TEAM):
        nothing = fields["status"] in _NOTHING_IS_LIKE
        return (dict.fromkeys(_SAYS_IT_IS_THERE) if nothing else {}) | fields
    others = {name: value for name, value in fields.items() if name != "status"}
    status = state.get("status")
    told = any(fields.get(name) for name in _SAYS_IT_IS_THERE)
    if (status == Status.NOT_KNOWN and told) or (status is None and perspective == TEAM):
        return others | {"status": Status.ACTIVE.value}
    return others
