"""Reading a case file: a case, or everything that is wrong with it at once."""

import re
from functools import partial
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails, to_json

from relnet.case.dates import MAX_UNUSUAL, unusual_dates
from relnet.case.index import MAX_FAULTS, Found
from relnet.case.jsontext import MAX_BYTES, read_json
from relnet.case.messages import CaseFaults, Fault
from relnet.case.models import Case
from relnet.case.references import reference_faults
from relnet.case.shape import BAD_ID, NO_LIST, TOO_MANY, shape_faults, too_long_sections, too_many
from relnet.case.tree import Node
from relnet.wording import _, ngettext

__all__ = ["MAX_BYTES", "MAX_FAULTS", "parse_case", "read_case"]

_LESS_CLEAR = (BAD_ID, NO_LIST)
"""Faults of shape that say less than a fault of reference in the same place."""

_STEP = re.compile(r"\[([0-9]+)\]|([^.\[]+)|\[.*")


def read_case(path: Path) -> Case:
    """Read a case file.

    Raises:
        CaseFaults: the file cannot be opened, or is no case; with all its faults.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as fault:
        raise CaseFaults([Fault("", _cannot_open(path, fault))]) from fault
    return parse_case(data)


def parse_case(data: bytes) -> Case:
    """Make a case of the bytes of a file.

    Raises:
        CaseFaults: it is no case; with its faults (at most ``MAX_FAULTS``, and a last one that
            counts the others), in the order of the parts of a case.
    """
    text = read_json(data)
    root = Node((), text.value)
    _bound_sections(root)
    _bound_dates(root)
    case, errors = _validated(text.value)
    # What is too much to be shown is too much to be looked through as well.
    too_much = any(error["type"] == TOO_MANY for error in errors)
    found = Found() if too_much else reference_faults(root)
    _add_faults_of_shape(errors, text.found.faults, found)
    faults = [*text.found.faults, *found.faults]
    if case is None or faults:
        raise CaseFaults(_told(faults, text.found.more + found.more))
    return case


def _bound_sections(root: Node) -> None:
    """Refuse a file with too many people, events and so on before it is looked through.

    Raises:
        CaseFaults: it has too many; one fault for each section.
    """
    faults = [Fault(section.where, too_many(most)) for section, most in too_long_sections(root)]
    if faults:
        raise CaseFaults(faults)


def _bound_dates(root: Node) -> None:
    """Refuse a file with so many unusual dates that checking them would take a minute.

    Raises:
        CaseFaults: it has so many; one fault.
    """
    dates = [part.at("when") for name in ("stages", "events") for part in root.each(name)]
    dates.append(root.at("young_person").at("eighteenth_birthday"))
    if unusual_dates((date.text or "").strip() for date in dates) > MAX_UNUSUAL:
        what = _(
            "more than {most} dates of unusual form (lists of dates, unknown digits and the "
            "like); write most of them as '2025-06', '2025~' (about) or '2025-01/2025-05' "
            "(from/to)"
        )
        raise CaseFaults([Fault("", what.format(most=MAX_UNUSUAL))])


def _validated(value: object) -> tuple[Case | None, list[ErrorDetails]]:
    """Make the case; or none, and what pydantic finds wrong with its shape."""
    try:
        case = Case.model_validate_json(to_json(value), strict=True, by_alias=True, by_name=False)
    except ValidationError as refused:
        return None, refused.errors(include_url=False)
    return case, []


def _add_faults_of_shape(errors: list[ErrorDetails], told: list[Fault], found: Found) -> None:
    repeated = {fault.where for fault in told}
    clearer = {fault.where for fault in found.faults}
    for shape in shape_faults(errors):
        told_better = shape.where in clearer and shape.kind in _LESS_CLEAR
        if shape.where in repeated or (told_better and not shape.where.endswith(".id")):
            continue
        found.add(partial(str, shape.where), shape.what)


def _told(faults: list[Fault], more: int) -> list[Fault]:
    faults = sorted(faults, key=_position)
    more += len(faults[MAX_FAULTS:])
    if not more:
        return faults
    what = ngettext("and %(more)d more fault", "and %(more)d more faults", more) % {"more": more}
    return [*faults[:MAX_FAULTS], Fault("", what)]


def _position(fault: Fault) -> list[tuple[int, str]]:
    """Sort by the order of the parts in a case, then by number, so as to read from the top."""
    order = {name: number for number, name in enumerate(Case.model_fields)}
    return [
        (int(number), "") if number else (order.get(name, len(order)), name)
        for number, name in _STEP.findall(fault.where)
    ]


def _cannot_open(path: Path, fault: OSError | ValueError) -> str:
    if isinstance(fault, FileNotFoundError):
        return _("there is no such file")
    if path.is_dir():  # opening a folder is refused in another way on each system
        return _("this is a folder; name a case file in it")
    if isinstance(fault, PermissionError):
        return _("relnet may not read this file; check who is allowed to")
    return _("the file could not be read; check that it is there and not damaged")
