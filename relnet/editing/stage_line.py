"""The timeline itself: stages that are added, split, joined, put elsewhere, taken out."""

from collections.abc import Callable, Mapping
from typing import Any

from relnet.case.dates import is_edtf
from relnet.case.timeline import Place, stage_places
from relnet.editing.document import INNER, Entry, use_key
from relnet.editing.draft import CannotDo, Draft, set_fields
from relnet.editing.operations import AddStage, JoinStages, MoveStage, RemoveStage, SplitStage
from relnet.editing.retelling import drop_told, retell_later, retell_states, retell_where
from relnet.editing.stage_words import set_stage_fields
from relnet.wording import _

_INNER = tuple(INNER["stages"])
_KEPT = ("id", *_INNER)


def add_stage(draft: Draft, operation: AddStage) -> None:
    """Add a stage of which nothing is recorded: what was before carries on."""
    if operation.behind is not None:
        draft.entry("stages", operation.behind)
    told: Entry = {"label": operation.label, "phase": operation.phase.value, **_inner()}
    set_stage_fields(told, {k: v for k, v in operation.fields.items() if k not in _KEPT})
    key = draft.add("stages", told, operation.behind)
    if operation.behind is None:
        draft.move("stages", key, None)


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
    uses = draft.tree["uses"]
    for use in [use for use in uses.values() if use["stage"] == operation.stage]:
        uses[use_key(key, use["relationship"], use["use"])] = use | {"stage": key}


def join_stages(draft: Draft, operation: JoinStages) -> None:
    """Make one of a stage and the next; where both say something, the later one stands.

    The name, the phase and the move are those of the first. Notes and how long it lasted are
    told one after the other; its dates go from the beginning of the first to the end of the
    second.

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
    _join_place(stage, later)
    set_fields(stage, _joined_words(stage, later))
    retell_later(draft.tree, second, operation.stage)
    del draft.tree["stages"][second]


def move_stage(draft: Draft, operation: MoveStage) -> None:
    """Put a stage elsewhere: what is recorded at it goes with it."""
    draft.move("stages", operation.stage, operation.behind)


def remove_stage(draft: Draft, operation: RemoveStage) -> None:
    """Take a stage out; what it says of relationships is told at the next stage.

    So relationships stay what they are at every other stage. Only where a move opened it that
    opens no other stage now, those that it made *not known* carry on. A relationship that was
    told of at this stage alone, with no stage after it, goes too. What professionals did at it
    goes with it; events and prompts stay, outside the timeline.

    Raises:
        CannotDo: it is the only stage.
    """
    stage = draft.entry("stages", operation.stage)
    if len(draft.tree["stages"]) == 1:
        raise CannotDo(_("A case has at least one stage. Rename this one instead."))
    following = draft.stage_after(operation.stage)
    if following is not None and "move" in stage and _moved_by_then(draft, following):
        draft.tree["stages"][following].setdefault("move", stage["move"])
    retell_states(draft, operation.stage, following)
    retell_where(draft.tree, operation.stage, following)
    drop_told(draft.tree, operation.stage)
    del draft.tree["stages"][operation.stage]


def _inner() -> Entry:
    return {name: {} for name in _INNER}


def _moved_by_then(draft: Draft, following: str) -> bool:
    """Whether the young person lives elsewhere two stages on: the move between them stays."""
    number = draft.stage_number(following)
    places = stage_places(draft.case)
    nowhere = Place(None, None)
    before, then = (places[number - 2] if number > 1 else nowhere), places[number]
    return nowhere not in (before, then) and before != then


def _join_blanks(stage: Entry, later: Entry) -> None:
    blanks = stage.get("blanks", {}) | later.get("blanks", {})
    recorded = [*stage.get("uses_recorded", ()), *later.get("uses_recorded", ())]
    set_fields(stage, {"uses_recorded": list(dict.fromkeys(recorded))})
    if blanks:
        stage["blanks"] = blanks


def _join_place(stage: Entry, later: Entry) -> None:
    """Take the place of the later stage as a whole: an area and a setting go together."""
    place = {name: later.get(name) for name in ("area", "setting")}
    if any(place.values()):
        set_fields(stage, place)


def _joined_words(stage: Entry, later: Entry) -> dict[str, Any]:
    joined = {}
    for name, both in _BOTH.items():
        told = [part[name] for part in (stage, later) if name in part]
        if told:
            joined[name] = told[0] if len(told) == 1 else both(*told)
    return joined


def _one_then_the_other(first: str, second: str) -> str:
    if first == second:
        return first
    return _("{first}, then {second}").format(first=first, second=second)


def _both_notes(first: str, second: str) -> str:
    return first if first == second else f"{first}\n{second}"


def _from_to(first: str, second: str) -> str:
    """Give the time from the beginning of one to the end of another; the first where unclear."""
    start, end = first.split("/", maxsplit=1)[0], second.rsplit("/", maxsplit=1)[-1]
    whole = f"{start}/{end}"
    if first == second or not is_edtf(whole):
        return first
    return whole


_BOTH: Mapping[str, Callable[[str, str], str]] = {
    "when": _from_to,
    "lasted": _one_then_the_other,
    "placement_count": _one_then_the_other,
    "note": _both_notes,
}
