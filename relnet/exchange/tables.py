"""A case as the rows of its sheets, ready to be written."""

from collections.abc import Iterator, Mapping
from typing import cast

from relnet.case.models import Case
from relnet.case.vocabulary import YOUNG_PERSON
from relnet.exchange.columns import Sheet
from relnet.exchange.meanings import Meanings
from relnet.exchange.sheets import NAMED, SHEETS
from relnet.exchange.values import Written, flat, in_cell

Json = Mapping[str, object]
Table = list[dict[str, Written]]
"""The rows of a sheet, each by the keys of its columns."""


def case_tables(case: Case) -> dict[str, Table]:
    """Give the rows of every sheet, by its key; reading them gives an equal case."""
    data: Json = case.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    meanings = _meanings(case)
    return {sheet.key: _table(sheet, data, meanings) for sheet in SHEETS}


def _meanings(case: Case) -> Meanings:
    """Note what is called how, as the reader of the sheets will."""
    meanings = Meanings(case.young_person.name)
    for sheet in NAMED:
        for entry in getattr(case, sheet.key):
            meanings.add(sheet.kind, entry.id, getattr(entry, sheet.name_key))
    for tie in case.relationships:
        meanings.add_tie(tie.id, tie.from_, tie.to)
    return meanings


def _table(sheet: Sheet, data: Json, meanings: Meanings) -> Table:
    return [
        {column.key: in_cell(column, row.get(column.key), meanings) for column in sheet.columns}
        for row in _rows(sheet.key, data)
    ]


def _rows(key: str, data: Json) -> Iterator[Json]:
    """Give the entries of a sheet with all their fields side by side."""
    match key:
        case "case":
            yield flat(data)
        case "stages":
            yield from ({**flat(stage), **_move(stage)} for stage in _list(data, key))
        case "relationships":
            for tie in _list(data, key):
                yield from (_state(tie, state) for state in _list(tie, "states") or [{}])
        case "where":
            for person in _list(data, "people"):
                yield from ({"person": person["id"], **part} for part in _list(person, key))
        case "safety" | "factors":
            for stage in _list(data, "stages"):
                yield from ({"stage": stage["id"], **part} for part in _list(stage, key))
        case "reasons":
            yield from _reasons(data)
        case _:
            yield from _list(data, key)


def _list(part: Json, name: str) -> list[Json]:
    return cast("list[Json]", part.get(name, []))


def _move(stage: Json) -> Json:
    return {"move": True} if "move" in stage else {}


def _state(tie: Json, state: Json) -> Json:
    """Give a row of one relationship at one stage; "to" is empty for the young person."""
    other = tie.get("to")
    return {**tie, **state, "to": None if other == YOUNG_PERSON else other}


def _reasons(data: Json) -> Iterator[Json]:
    for stage in _list(data, "stages"):
        move = cast("Json", stage.get("move", {}))
        for reason in cast("list[str]", move.get("reasons", [])):
            yield {"stage": stage["id"], "reason": reason}
