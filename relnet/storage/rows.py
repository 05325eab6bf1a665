"""Rows of the tables as what the contract speaks of, and the other way round."""

import json
import unicodedata
import zlib
from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError
from sqlalchemy.engine import Row

from relnet.case.models import FORMAT, Case
from relnet.editing.revision import Change
from relnet.storage.contract import Editor, Kind, Line, Version
from relnet.storage.tables import cases, versions
from relnet.storage.trouble import Reason, trouble

LINE = (
    cases.c.id,
    cases.c.number,
    cases.c.title,
    cases.c.created_at,
    cases.c.changed_at,
    cases.c.changed_by,
    cases.c.archived,
    cases.c.deleted_at,
)
"""What a line is made of."""

HEAD = (*LINE, cases.c.format, cases.c.document)
"""What a whole case is made of."""

VERSION = tuple(column for column in versions.c if column.name not in {"case_id", "snapshot"})
"""What a version is made of."""

_FAST = 1
"""How hard a text is pressed: a case shrinks to a fifth in well under a millisecond."""


def line_of(row: Row[*tuple[Any, ...]]) -> Line:
    """Make a line of a row with the columns of ``LINE``."""
    return Line(**{column.name: getattr(row, column.name) for column in LINE})


def version_of(row: Row[*tuple[Any, ...]]) -> Version:
    """Make a version of a row with the columns of ``VERSION``."""
    return Version(
        number=row.number,
        at=row.at,
        by=Editor(row.editor_key, row.editor_name),
        kind=Kind(row.kind),
        operation=row.operation,
        target=row.target,
        changes=tuple(_change(values) for values in row.changes),
        overrides=tuple(row.overrides),
    )


def values_of(version: Version) -> dict[str, Any]:
    """Give the values of a version's row."""
    return {
        "number": version.number,
        "at": version.at,
        "editor_key": version.by.key,
        "editor_name": version.by.name,
        "kind": version.kind.value,
        "operation": version.operation,
        "target": version.target,
        "changes": [_change_values(change) for change in version.changes],
        "overrides": list(version.overrides),
    }


def case_values(case: Case) -> dict[str, Any]:
    """Give the values of a case's row that follow from the case itself."""
    return {
        "title": case.title,
        "search": folded("\n".join(_searched(case))),
        "format": case.format,
        "document": packed(text_of(case)),
    }


def text_of(case: Case) -> str:
    """Give the text that is kept of a case."""
    return case.model_dump_json(by_alias=True, exclude_defaults=True)


def packed(text: str) -> bytes:
    """Make a text small."""
    return zlib.compress(text.encode(), _FAST)


def unpacked(document: bytes) -> str:
    """Give the text back.

    Raises:
        LibraryTrouble: it is damaged.
    """
    try:
        return zlib.decompress(document).decode()
    except (zlib.error, UnicodeDecodeError) as fault:
        raise trouble(Reason.DAMAGED) from fault


def plain_of(document: bytes) -> dict[str, Any]:
    """Give the plain values of a kept case, of whatever format.

    Raises:
        LibraryTrouble: it is damaged.
    """
    try:
        values = json.loads(unpacked(document))
    except ValueError as fault:
        raise trouble(Reason.DAMAGED) from fault
    if not isinstance(values, dict):
        raise trouble(Reason.DAMAGED)
    return values


def kept_case(document: bytes) -> Case:
    """Make the case of a document of today's format; it was checked when it was written.

    Raises:
        LibraryTrouble: it is damaged.
    """
    try:
        return Case.model_validate_json(
            unpacked(document), strict=True, by_alias=True, by_name=False
        )
    except ValidationError:
        # Without the cause: that one holds values of the case.
        raise trouble(Reason.DAMAGED) from None


def folded(text: str) -> str:
    """Give a text as it is searched: the same for small and capital letters."""
    return unicodedata.normalize("NFKC", text).casefold()


def is_current(row: Row[*tuple[Any, ...]]) -> bool:
    """Whether a case is kept in today's format."""
    return bool(row.format == FORMAT)


def _searched(case: Case) -> Iterable[str]:
    yield case.title
    yield case.young_person.name
    for person in case.people:
        yield person.name
        yield person.role


def _change_values(change: Change) -> dict[str, Any]:
    values = {"path": list(change.path), "before": change.before, "after": change.after}
    return values if change.behind is None else values | {"behind": change.behind}


def _change(values: dict[str, Any]) -> Change:
    return Change(
        path=tuple(values["path"]),
        before=values["before"],
        after=values["after"],
        behind=values.get("behind"),
    )
