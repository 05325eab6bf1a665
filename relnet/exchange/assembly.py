"""From rows to the values of a case file, and where in the sheets each of them stands."""

from collections.abc import Mapping

from relnet.case.dates import MAX_UNUSUAL, unusual_dates
from relnet.case.models import FORMAT
from relnet.case.timeline import TRACK_OF_TYPE
from relnet.case.vocabulary import YOUNG_PERSON, RelationshipType, Track
from relnet.exchange.columns import Kind
from relnet.exchange.fields import Desk, Json, said
from relnet.exchange.meanings import Meanings
from relnet.exchange.parts import Numbers, add_to_stages, add_whereabouts, note_moves
from relnet.exchange.places import Faults, Map, Place
from relnet.exchange.rows import Row
from relnet.exchange.sheets import CASE, NAMED, SHEETS
from relnet.exchange.ties import Ties
from relnet.exchange.values import Reader, nested

_AFTER_TIES = ("uses", "events", "prompts", "story")


def assembled(rows: dict[str, list[Row]], faults: Faults) -> tuple[Json, Map]:
    """Make the values of a case file of the rows of its sheets.

    Args:
        rows: the rows of each sheet.
        faults: takes what is wrong with single cells; such a cell is left out.

    Returns:
        The values, and where each part of the case stands.
    """
    form = next(iter(rows[CASE.key]), Row(CASE, 0, {}))
    meanings = Meanings(said(form, "young_person.name"))
    reader = Reader(meanings, lambda: faults.suggesting, plain_dates=_few_unusual(rows))
    desk = Desk(rows, reader, faults, Map({key: Place(key) for key in rows}))
    ids = _ids(desk)
    numbers = {key: _numbers(of_sheet) for key, of_sheet in ids.items()}
    flat = {key: _entries(desk, key, of_sheet) for key, of_sheet in ids.items()}
    note_moves(desk, flat["stages"])
    named = {key: [nested(entry) for entry in entries] for key, entries in flat.items()}
    ties = Ties(desk, _tracks(named["people"]), numbers["stages"]).relationships()
    add_whereabouts(desk, named["people"], numbers["people"], numbers["stages"])
    add_to_stages(desk, named["stages"], numbers["stages"])
    others = {key: _entries(desk, key) for key in _AFTER_TIES}
    return _about(desk, form) | named | {"relationships": ties} | others, desk.places


def _about(desk: Desk, form: Row) -> Json:
    """Give what the form tells of the case and of the young person."""
    for column in CASE.columns:
        desk.places.rows[column.key] = form.place(column.key)
    told = nested(desk.fields(form))
    case: Json = {"format": FORMAT, YOUNG_PERSON: {}} | told
    # Without a name, that is the fault to tell, and not a title that would follow from it.
    return {"title": said(form, "young_person.name") or "?"} | case


def _ids(desk: Desk) -> dict[str, list[str]]:
    """Give the id of each row of the sheets whose entries others name, made where left out."""
    meanings = desk.reader.meanings
    for sheet in NAMED:
        for row in desk.rows[sheet.key]:
            meanings.reserve(said(row, "id"), said(row, sheet.name_key))
    found: dict[str, list[str]] = {}
    for sheet in NAMED:
        ids = found.setdefault(sheet.key, [])
        for number, row in enumerate(desk.rows[sheet.key], 1):
            ids.append(said(row, "id") or meanings.free_id(sheet.kind, number))
            meanings.add(sheet.kind, ids[-1], said(row, sheet.name_key))
            if "id" not in row.cells:
                desk.places.made[ids[-1]] = meanings.first_name(ids[-1])
    return found


def _numbers(ids: list[str]) -> Numbers:
    """Say which entry has an id; the first, where it stands twice."""
    return {key: number for number, key in reversed(list(enumerate(ids)))}


def _entries(desk: Desk, key: str, ids: list[str] | None = None) -> list[Json]:
    """Give the entries of a sheet, and note where each stands."""
    found: list[Json] = []
    for number, row in enumerate(desk.rows[key]):
        desk.places.rows[f"{key}[{number}]"] = row.place()
        made: Json = {} if ids is None else {"id": ids[number]}
        found.append(desk.fields(row) | made)
    return found


def _tracks(people: list[Json]) -> dict[str, Track]:
    """Give the track of each person whose type is told, by id."""
    return {
        str(person["id"]): TRACK_OF_TYPE[RelationshipType(str(person["type"]))]
        for person in people
        if "type" in person
    }


def _few_unusual(rows: Mapping[str, list[Row]]) -> bool:
    """Say whether each date may be looked at; where not, the case is refused as a whole."""
    dates = (
        said(row, column.key)
        for sheet in SHEETS
        for column in sheet.columns
        if column.kind is Kind.DATE
        for row in rows[sheet.key]
    )
    return unusual_dates(dates) <= MAX_UNUSUAL
