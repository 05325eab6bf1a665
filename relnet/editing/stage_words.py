"""What is recorded of a stage: its fields, blanks, safety, push and pull, who is where."""

from typing import Any

from relnet.case.vocabulary import TEAM, Track
from relnet.editing.document import Entry, factor_key, safety_key
from relnet.editing.draft import Draft, set_fields
from relnet.editing.operations import (
    SetBlank,
    SetFactor,
    SetSafety,
    SetStage,
    SetWhere,
    TalkedAbout,
)

_KEPT = ("id", "safety", "factors", "blanks", "uses_recorded")


def set_stage(draft: Draft, operation: SetStage) -> None:
    """Set fields of a stage; a move is set as a whole."""
    stage = draft.entry("stages", operation.stage)
    set_stage_fields(stage, {k: v for k, v in operation.fields.items() if k not in _KEPT})


def set_stage_fields(stage: Entry, fields: dict[str, Any]) -> None:
    """Set fields of a stage; what is empty in its move is left out."""
    move = fields.get("move")
    if isinstance(move, dict):
        told: Entry = {}
        set_fields(told, move)
        fields = fields | {"move": told}
    set_fields(stage, fields)


def talked_about(draft: Draft, operation: TalkedAbout) -> None:
    """Note that a track's uses have been talked through, or take that back."""
    stage = draft.entry("stages", operation.stage)
    told = {*stage.get("uses_recorded", ())} - {operation.track.value}
    if operation.talked:
        told.add(operation.track.value)
    set_fields(stage, {"uses_recorded": [track.value for track in Track if track in told]})


def set_blank(draft: Draft, operation: SetBlank) -> None:
    """Say why a track shows nobody."""
    stage = draft.entry("stages", operation.stage)
    blanks = dict(stage.get("blanks", {}))
    blank = operation.blank and operation.blank.value
    set_fields(blanks, {operation.track.value: blank})
    if blanks:
        stage["blanks"] = blanks
    else:
        stage.pop("blanks", None)


def set_safety(draft: Draft, operation: SetSafety) -> None:
    """Say how a dimension of safety is seen."""
    told = draft.entry("stages", operation.stage)["safety"]
    draft.check_perspective(operation.perspective)
    key = safety_key(operation.dimension, operation.perspective)
    if operation.held is None:
        told.pop(key, None)
        return
    view: Entry = {"dimension": operation.dimension.value, "held": operation.held.value}
    if operation.perspective != TEAM:
        view["perspective"] = operation.perspective
    note = told.get(key, {}).get("note") if operation.note is None else operation.note
    set_fields(view, {"note": note})
    told[key] = view


def set_factor(draft: Draft, operation: SetFactor) -> None:
    """Add, change or take out a push or a pull; a changed one stays in its place."""
    stage = draft.entry("stages", operation.stage)
    was = operation.was and factor_key(*operation.was)
    told = (operation.text or "").strip()
    new: Entry = {"kind": operation.kind.value, "text": told}
    set_fields(new, {"relationship": operation.relationship})
    key = factor_key(operation.kind, told)
    place = was if was in stage["factors"] else key
    found: dict[str, Entry] = {}
    for other, factor in stage["factors"].items():
        if other == place:
            found |= {key: new} if told else {}
        elif other != key:
            found[other] = factor
    if told:
        found.setdefault(key, new)
    stage["factors"] = found


def set_where(draft: Draft, operation: SetWhere) -> None:
    """Say where somebody is from a stage on."""
    where = draft.entry("people", operation.person)["where"]
    draft.entry("stages", operation.stage)
    where.pop(operation.stage, None)
    if operation.here:
        there: Entry = {"stage": operation.stage}
        set_fields(there, {"area": operation.area, "setting": operation.setting})
        where[operation.stage] = there
