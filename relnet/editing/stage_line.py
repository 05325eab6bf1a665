"""The timeline itself: stages that are added, split, joined, put elsewhere, taken out."""

from typing import Any

from relnet.case.vocabulary import TEAM, Status
from relnet.editing.document import Entry, Tree, state_key, use_key
from relnet.editing.draft import CannotDo, Draft, placed, placed_first, set_fields
from relnet.editing.operations import AddStage, JoinStages, MoveStage, RemoveStage, SplitStage
from relnet.wording import _

_INNER: Entry = {"safety": {}, "factors": {}}
_KEPT = ("id", "safety", "factors")


def add_stage(draft: Draft, operation: AddStage) -> None:
    """Add a stage of which nothing is recorded: what was before carries on."""
    told: Entry = {"label": operation.label, "phase": operation.phase.value, **_inner()}
    fields = {k: v for k, v in operation.fields.items() if k not in _KEPT}
    set_fields(told, fields)
    if isinstance(fields.get("move"), dict):
        told["move"] = fields["move"]
    key = draft.add("stages", told, operation.behind)
    if operation.behind is None:
        draft.tree["stages"] = placed_first(draft.tree["stages"], key)


def split_stage(draft: Draft, operation: SplitStage) -> None:
    """Add a stage behind another that is as that one is, but no move opens it.

    Relationships carry forward by themselves; what professionals do is told stage by stage,
    so it is told again.
    """
    stage = draft.entry("stages", operation.stage)
    again = ("phase", "area", "setting", "blanks", "uses_recorded")
    told = {name: stage[name] for name in again if name in stage}
    safety = {key: dict(view) for key, view in stage["safety"].items()}
    entry = {"label": operation.label, **told, **_inner(), "safety": safety}
    key = draft.add("stages", entry, operation.stage)
    uses = [use for use in draft.tree["uses"].values() if use["stage"] == operation.stage]
    for use in uses:
        _put_use(draft.tree, use | {"stage": key})


def join_stages(draft: Draft, operation: JoinStages) -> None:
    """Make one of a stage and the next; where both say something, the later one stands.

    Raises:
        CannotDo: there is no next stage, or a move stands between the two.
    """
    second = draft.stage_after(operation.stage)
    if second is None:
        raise CannotDo(_("This is the last stage. Choose the one before it to join the two."))
    if "move" in draft.tree["stages"][second]:
        raise CannotDo(
            _("A move stands between the two stages. Take the move off first, then join them.")
        )
    stage, later = draft.tree["stages"][operation.stage], draft.tree["stages"][second]
    stage["safety"] |= later["safety"]
    stage["factors"] |= later["factors"]
    _join_blanks(stage, later)
    for name in ("lasted", "note", "placement_count", "area", "setting"):
        if name in later and name not in stage:
            stage[name] = later[name]
    _retell(draft.tree, second, operation.stage, later_stands=True)
    del draft.tree["stages"][second]


def move_stage(draft: Draft, operation: MoveStage) -> None:
    """Put a stage elsewhere: what is recorded at it goes with it."""
    draft.entry("stages", operation.stage)
    stages = draft.tree["stages"]
    if operation.behind is None:
        draft.tree["stages"] = placed_first(stages, operation.stage)
        return
    draft.entry("stages", operation.behind)
    draft.tree["stages"] = placed(stages, operation.stage, operation.behind)


def remove_stage(draft: Draft, operation: RemoveStage) -> None:
    """Take a stage out; what it says of relationships is told at the next stage.

    What professionals did at it goes with it; events and prompts stay, outside the timeline.

    Raises:
        CannotDo: it is the only stage.
    """
    draft.entry("stages", operation.stage)
    if len(draft.tree["stages"]) == 1:
        raise CannotDo(_("A case has at least one stage. Rename this one instead."))
    following = draft.stage_after(operation.stage)
    tree = draft.tree
    moved = following is not None and "move" in tree["stages"][following]
    _drop_uses(tree, operation.stage)
    if moved:
        _drop_active(tree, operation.stage)
    if following is None:
        _drop_states(tree, operation.stage)
        _repoint(tree, operation.stage, None)
    else:
        _retell(tree, operation.stage, following, later_stands=False)
    for name in ("events", "prompts", "story"):
        for entry in tree[name].values():
            if entry.get("stage") == operation.stage:
                del entry["stage"]
    del tree["stages"][operation.stage]
    for tie in [key for key, told in tree["relationships"].items() if not told["states"]]:
        _keep_somewhere(draft, tie, following)


def _inner() -> Entry:
    return {name: {} for name in _INNER}


def _join_blanks(stage: Entry, later: Entry) -> None:
    blanks = stage.get("blanks", {}) | later.get("blanks", {})
    recorded = [*stage.get("uses_recorded", ()), *later.get("uses_recorded", ())]
    set_fields(stage, {"uses_recorded": list(dict.fromkeys(recorded))})
    if blanks:
        stage["blanks"] = blanks


def _retell(tree: Tree, old: str, new: str, *, later_stands: bool) -> None:
    """Tell everything that is told at one stage at another."""
    for tie in tree["relationships"].values():
        for state in _at(tie["states"], old):
            del tie["states"][_state_key(state)]
            moved = state | {"stage": new}
            if later_stands or _state_key(moved) not in tie["states"]:
                tie["states"][_state_key(moved)] = moved
    for use in _at(tree["uses"], old):
        del tree["uses"][_use_key(use)]
        _put_use(tree, use | {"stage": new})
    _repoint(tree, old, new)
    if later_stands:
        for name in ("events", "prompts", "story"):
            for entry in _at(tree[name], old):
                entry["stage"] = new


def _repoint(tree: Tree, old: str, new: str | None) -> None:
    """Let people be where they were from another stage on."""
    for person in tree["people"].values():
        there = person["where"].pop(old, None)
        if there is not None and new is not None:
            person["where"].setdefault(new, there | {"stage": new})


def _drop_uses(tree: Tree, stage: str) -> None:
    tree["uses"] = {key: use for key, use in tree["uses"].items() if use["stage"] != stage}


def _drop_states(tree: Tree, stage: str) -> None:
    for tie in tree["relationships"].values():
        for state in _at(tie["states"], stage):
            del tie["states"][_state_key(state)]


def _drop_active(tree: Tree, stage: str) -> None:
    """Drop what a move would not have carried on: relationships that were active."""
    for tie in tree["relationships"].values():
        for state in _at(tie["states"], stage):
            if state.get("status") == Status.ACTIVE and "to" not in tie:
                del tie["states"][_state_key(state)]


def _keep_somewhere(draft: Draft, tie: str, stage: str | None) -> None:
    """Keep a relationship that was told of at the removed stage alone: as not known."""
    where = stage or list(draft.tree["stages"])[-1]
    state = {"stage": where, "status": Status.NOT_KNOWN.value}
    draft.tree["relationships"][tie]["states"] = {state_key(where, TEAM): state}


def _at(entries: dict[str, Any], stage: str) -> list[Entry]:
    return [entry for entry in entries.values() if entry.get("stage") == stage]


def _state_key(state: Entry) -> str:
    return state_key(state["stage"], state.get("perspective", TEAM))


def _use_key(use: Entry) -> str:
    return use_key(use["stage"], use["relationship"], use["use"])


def _put_use(tree: Tree, use: Entry) -> None:
    tree["uses"][_use_key(use)] = use
