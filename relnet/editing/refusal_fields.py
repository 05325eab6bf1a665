"""Which field of a form a fault of the case is about."""

from collections.abc import Mapping

from relnet.editing.faults import Wrong
from relnet.editing.operations import AddPerson, AddTie, AnswerMove, Operation, SetState, SetUse

_CALLED: Mapping[type, Mapping[str, str]] = {
    AddPerson: {"settings": "setting", "tracks": "track"},
    AddTie: {"from": "one", "to": "other"},
}
"""Fields of a file that have another name in an operation."""

_PRACTICE: Mapping[type, str] = {SetUse: "level", SetState: "status", AnswerMove: "answer"}
"""Where a form says what makes it impossible that a use is in practice."""

_NO_FIELDS = {"do", "fields", "section", "id"}


def field_of(wrong: Wrong, operation: Operation) -> str:
    """Give the name of the form's field that a fault is about; "" for the whole form."""
    if wrong.in_practice:
        return _PRACTICE.get(type(operation), "")
    name = _CALLED.get(type(operation), {}).get(wrong.field, wrong.field)
    offered = _offered(operation)
    if name == "area" and name not in offered:  # a place may contradict an area set before
        name = "setting"
    return name if name in offered else ""


def _offered(operation: Operation) -> set[str]:
    """Give the fields that an operation sets, those of a move among them."""
    fields = getattr(operation, "fields", {})
    move = fields.get("move")
    own = set(type(operation).model_fields) - _NO_FIELDS
    return own | set(fields) | (set(move) if isinstance(move, dict) else set())
