"""From what was typed or pasted into cells to one operation, and why some cells stay out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from relnet.case.messages import RelnetError
from relnet.case.models import Case, State
from relnet.case.suggestions import Suggestion, suggested
from relnet.case.timeline import TRACK_OF_TYPE
from relnet.case.vocabulary import RelationshipType
from relnet.editing.operations import (
    MAX_OF_SEVERAL,
    AddPerson,
    AddTie,
    ClearState,
    Operation,
    SetFields,
    SetState,
    Several,
)
from relnet.editing.perform import perform
from relnet.editing.refusals import Refused
from relnet.web.edit.grid_people import COLUMNS, PersonCells, people_cells, read_person_cell
from relnet.web.edit.grid_state import NotUnderstood, read_state, state_words
from relnet.wording import _, ngettext

_One = SetFields | AddPerson | AddTie | SetState | ClearState


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the id of its row (of no entry: somebody to add), its column, and what is typed."""

    row: str
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class CellRefusal:
    """Why a cell cannot be taken in."""

    row: str
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading cells: what is to be done, and what stays as it was typed."""

    operation: Operation | None
    refusals: tuple[CellRefusal, ...]


@dataclass(frozen=True, slots=True)
class _Meant:
    """What a cell means; somebody new has several cells, and the one to say things at."""

    row: str
    column: str
    operation: _One


@dataclass(frozen=True, slots=True)
class Where:
    """Whose view is written, and the stage from which somebody new is there."""

    perspective: str
    stage: str


def read_cells(case: Case, sheet: str, cells: Sequence[Cell], where: Where) -> Read:
    """Read the cells of a sheet ("people" or "ties").

    Those that are understood and fit the case become one operation; of each other it is said
    why not. Somebody new is added once they have a name and a role.
    """
    if len(cells) > MAX_OF_SEVERAL:
        words = ngettext(
            "That is more than {most} cell at once. Paste it in parts.",
            "That is more than {most} cells at once. Paste it in parts.",
            MAX_OF_SEVERAL,
        ).format(most=MAX_OF_SEVERAL)
        return Read(None, (CellRefusal(cells[0].row, cells[0].column, words),))
    found = list(_people(case, cells, where) if sheet == "people" else _ties(case, cells, where))
    meant = [one for one in found if isinstance(one, _Meant)]
    refused = [one for one in found if isinstance(one, CellRefusal)]
    fitting, unfitting = _fitting(case, meant)
    return Read(_together([one.operation for one in fitting]), (*refused, *unfitting))


def _together(operations: Sequence[_One]) -> Operation | None:
    if len(operations) > 1:
        return Several(operations=tuple(operations))
    return operations[0] if operations else None


def _fitting(case: Case, meant: Sequence[_Meant]) -> tuple[list[_Meant], list[CellRefusal]]:
    """Find what the case can take in: all of it, or both halves looked at on their own."""
    together = _together([one.operation for one in meant])
    if together is None:
        return [], []
    try:
        perform(case, together)
    except RelnetError as refused:
        if len(meant) == 1:
            return [], [_refused(meant[0], refused)]
    else:
        return list(meant), []
    half = len(meant) // 2
    first, wrong = _fitting(case, meant[:half])
    done = _together([one.operation for one in first])
    second, wrong_too = _fitting(perform(case, done) if done else case, meant[half:])
    return [*first, *second], [*wrong, *wrong_too]


def _refused(meant: _Meant, error: RelnetError) -> CellRefusal:
    """Say why something does not fit, at the cell of somebody new that it is about."""
    told = error.refusals[0].field if isinstance(error, Refused) else ""
    at = told if isinstance(meant.operation, AddPerson) and told in COLUMNS else meant.column
    return CellRefusal(meant.row, at, str(error))


def _ties(case: Case, cells: Iterable[Cell], where: Where) -> Iterator[_Meant | CellRefusal]:
    ties = {tie.id: tie for tie in case.relationships}
    stages = {stage.id for stage in case.stages}
    for cell in cells:
        if cell.row not in ties or cell.column not in stages:
            yield _gone(cell)
            continue
        told = (s for s in ties[cell.row].states if s.perspective == where.perspective)
        recorded = next((state for state in told if state.stage == cell.column), None)
        try:
            operation = _of_state(cell, recorded, where.perspective)
        except NotUnderstood as refused:
            yield CellRefusal(cell.row, cell.column, str(refused))
            continue
        if operation is not None:
            yield _Meant(cell.row, cell.column, operation)


def _of_state(cell: Cell, recorded: State | None, perspective: str) -> SetState | ClearState | None:
    """Give what a cell of a stage means; None where it says what is recorded there."""
    text = cell.text.strip()
    if text == state_words(recorded):
        return None
    if not text:
        return ClearState(relationship=cell.row, stage=cell.column, perspective=perspective)
    fields = read_state(text, perspective)
    if recorded is not None and recorded.strained is False and fields["strained"] is None:
        del fields["strained"]
    return SetState(
        relationship=cell.row, stage=cell.column, perspective=perspective, fields=fields
    )


def _people(case: Case, cells: Iterable[Cell], where: Where) -> Iterator[_Meant | CellRefusal]:
    known = {each.person.id: each for each in people_cells(case)}
    new: dict[str, dict[str, str]] = {}
    for cell in cells:
        if cell.column not in COLUMNS:
            yield _gone(cell)
        elif cell.row in known:
            yield from _of_person(case, known[cell.row], cell, where)
        elif cell.row.startswith("new-"):
            new.setdefault(cell.row, {})[cell.column] = cell.text
        else:
            yield _gone(cell)
    for row, texts in new.items():
        yield from _of_somebody_new(case, row, texts, where)


def _of_person(
    case: Case, known: PersonCells, cell: Cell, where: Where
) -> Iterator[_Meant | CellRefusal]:
    if cell.text.strip() == known.texts(case)[cell.column]:
        return
    try:
        value = read_person_cell(case, cell.column, cell.text)
    except NotUnderstood as refused:
        yield CellRefusal(cell.row, cell.column, str(refused))
        return
    yield _Meant(cell.row, cell.column, _of_value(known, cell.column, value, where))


def _of_value(known: PersonCells, column: str, value: Any, where: Where) -> _One:  # noqa: ANN401
    """Say what a value of a person's cell changes."""
    if column != "track":
        return SetFields(section="people", id=known.person.id, fields={column: value})
    if known.tie is not None:
        fields = {"tracks": list(value or ())}
        return SetFields(section="relationships", id=known.tie.id, fields=fields)
    return AddTie(
        one=known.person.id,
        tracks=value or (),
        stage=where.stage,
        perspective=where.perspective,
    )


def _of_somebody_new(
    case: Case, row: str, texts: Mapping[str, str], where: Where
) -> Iterator[_Meant | CellRefusal]:
    """Add somebody, or say what is missing; their role suggests what is not said."""
    values: dict[str, Any] = {}
    refused = []
    for column, text in texts.items():
        try:
            values[column] = read_person_cell(case, column, text)
        except NotUnderstood as error:
            refused.append(CellRefusal(row, column, str(error)))
    told = {column: value for column, value in values.items() if value is not None}
    refused += _missing(row, told, {one.column for one in refused}) if told or refused else []
    if told and not refused:
        yield _Meant(row, "name", _added(told, where))
    yield from refused


def _missing(row: str, told: Mapping[str, Any], refused: set[str]) -> Iterator[CellRefusal]:
    """Say what is missing of somebody new."""
    words = {
        "name": _("Write a name; initials or a role will do."),
        "role": _("Write a role, such as “best friend” or “social worker”."),
    }
    for column, message in words.items():
        if column not in told and column not in refused:
            yield CellRefusal(row, column, message)
    if (
        "role" in told
        and not {"type"} & (refused | told.keys())
        and suggested(told["role"]) is None
    ):
        yield CellRefusal(
            row,
            "type",
            _("Choose whether it is family, a peer, a practitioner or somebody in the community."),
        )


def _added(told: Mapping[str, Any], where: Where) -> AddPerson:
    hint = suggested(told["role"])
    kind = RelationshipType(told["type"]) if "type" in told or hint is None else hint.type
    if hint is None or kind is not hint.type:
        hint = Suggestion(kind, TRACK_OF_TYPE[kind])
    tracks = told.get("track") or (hint.track,)
    return AddPerson(
        name=told["name"],
        role=told["role"],
        type=hint.type,
        track=tracks[0],
        stage=where.stage,
        perspective=where.perspective,
        area=told.get("area"),
        role_slot=told.get("role_slot", hint.role_slot),
        time_limited=told.get("time_limited", hint.time_limited),
        group_size=told.get("group_size"),
        note=told.get("note"),
    )


def _gone(cell: Cell) -> CellRefusal:
    words = _("This row or column is not in the case any more. The history says who took it out.")
    return CellRefusal(cell.row, cell.column, words)
