"""What stands in a sheet of its own but belongs to a person or a stage."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from relnet.exchange.fields import Desk, Json, said
from relnet.exchange.rows import Row
from relnet.exchange.spoken import yes_or_no
from relnet.wording import _

Told = tuple[Row, Json]
Numbers = Mapping[str, int]
"""The number of each entry in its list, by its id."""


def in_stage_order(parts: Sequence[Told], stages: Numbers, apart: str = "") -> list[Told]:
    """Put parts in the order of the stages, where they are not.

    Args:
        parts: the rows, with their fields.
        stages: the number of each stage.
        apart: the field whose values are told apart; the order inside each must be right.
    """
    by_value: defaultdict[object, list[int]] = defaultdict(list)
    for _row, part in parts:
        by_value[part.get(apart)].append(_number(part, stages))
    if all(numbers == sorted(numbers) for numbers in by_value.values()):
        return list(parts)
    return sorted(parts, key=lambda told: _number(told[1], stages))


def _number(part: Json, stages: Numbers) -> int:
    return stages.get(str(part.get("stage")), len(stages))


def add_whereabouts(desk: Desk, people: list[Json], ids: Numbers, stages: Numbers) -> None:
    """Add to people where they are from a stage on."""
    by_person: defaultdict[int, list[Told]] = defaultdict(list)
    for row, number, part in _parts(desk, "where", "person", ids):
        by_person[number].append((row, part))
    for number, parts in by_person.items():
        ordered = in_stage_order(parts, stages)
        people[number]["where"] = [part for _row, part in ordered]
        for n, (row, _part) in enumerate(ordered):
            desk.places.rows[f"people[{number}].where[{n}]"] = row.place()


def add_to_stages(desk: Desk, stages: list[Json], ids: Numbers) -> None:
    """Add to stages what is told of safety, of push and pull, and of reasons to move."""
    for key in ("safety", "factors"):
        for row, number, part in _parts(desk, key, "stage", ids):
            told = cast("list[Json]", stages[number].setdefault(key, []))
            desk.places.rows[f"stages[{number}].{key}[{len(told)}]"] = row.place()
            told.append(part)
    for row, number, part in _parts(desk, "reasons", "stage", ids):
        move = cast("Json", stages[number].setdefault("move", {}))
        reasons = cast("list[object]", move.setdefault("reasons", []))
        if yes_or_no(said(desk.rows["stages"][number], "move")) is False:
            desk.faults.add(row.place("stage"), _no_move())
        where = f"stages[{number}].move.reasons[{len(reasons)}]"
        desk.places.rows[where] = row.place("reason")
        reasons.append(part.get("reason", ""))


def note_moves(desk: Desk, stages: list[Json]) -> None:
    """Settle which stages a move opens: those that say so, or tell something of it."""
    for row, stage in zip(desk.rows["stages"], stages, strict=True):
        told = stage.pop("move", None)
        of_move = any(key.startswith("move.") for key in stage)
        if told is False and of_move:
            desk.faults.add(row.place("move"), _no_move())
        elif told and not of_move:
            stage["move"] = {}


def _no_move() -> str:
    return _("no move opens this stage, but something is told of one; change one of them")


def _parts(desk: Desk, key: str, owner: str, ids: Numbers) -> Iterator[tuple[Row, int, Json]]:
    """Give the rows of a sheet with the number of the entry that each belongs to."""
    for row in desk.rows[key]:
        part = desk.fields(row)
        number = ids.get(str(part.pop(owner, "")))
        if number is not None:
            yield row, number, part
