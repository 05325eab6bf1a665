"""Reading and writing the tables of a library, inside a transaction that is already open."""

from typing import Any

from sqlalchemy import ColumnElement, Select, delete, insert, inspect, or_, select, update
from sqlalchemy.engine import Connection, Row

from relnet.editing.revision import Change
from relnet.storage.contract import Kind, NoSuchCase, NoSuchVersion, Version
from relnet.storage.rows import HEAD, LINE, VERSION, values_of, version_of
from relnet.storage.steps import Made
from relnet.storage.tables import METADATA, SCHEMA, cases, meta, versions
from relnet.storage.trouble import Reason, trouble

AnyRow = Row[*tuple[Any, ...]]


def has_tables(connection: Connection) -> bool:
    """Whether a library is there.

    Raises:
        LibraryTrouble: one is, of a newer relnet.
    """
    if not inspect(connection).has_table(meta.name):
        return False
    if connection.scalar(select(meta.c.schema_version)) != SCHEMA:
        raise trouble(Reason.NEWER_LIBRARY)
    return True


def make_tables(connection: Connection) -> None:
    """Make an empty library, unless one is there."""
    if not has_tables(connection):
        METADATA.create_all(connection)
        connection.execute(insert(meta).values(only=1, schema_version=SCHEMA, to_wipe=False))


def is_to_wipe(connection: Connection) -> bool:
    """Whether something that was purged may still stand in the file."""
    return bool(connection.scalar(select(meta.c.to_wipe)))


def set_to_wipe(connection: Connection, *, to_wipe: bool) -> None:
    """Remember whether something that was purged may still stand in the file."""
    connection.execute(update(meta).values(to_wipe=to_wipe))


def all_lines(connection: Connection, *, archived: bool, deleted: bool) -> list[AnyRow]:
    """Read the lines of cases with what is searched in them, the one changed last first."""
    rows = select(*LINE, cases.c.search).order_by(
        cases.c.changed_at.desc(), cases.c.created_at.desc(), cases.c.id
    )
    if deleted:
        return list(connection.execute(rows.where(cases.c.deleted_at.is_not(None))))
    rows = rows.where(cases.c.deleted_at.is_(None), cases.c.archived.is_(archived))
    return list(connection.execute(rows))


def line_row(connection: Connection, case_id: str) -> AnyRow:
    """Read a case's line.

    Raises:
        NoSuchCase: there is none.
    """
    return _one(connection, select(*LINE).where(cases.c.id == case_id), NoSuchCase)


def head_row(connection: Connection, case_id: str) -> AnyRow:
    """Read a whole case.

    Raises:
        NoSuchCase: there is none.
    """
    return _one(connection, select(*HEAD).where(cases.c.id == case_id), NoSuchCase)


def own_row(connection: Connection, case_id: str) -> AnyRow:
    """Read a whole case that this transaction will write; others wait for its end.

    Raises:
        NoSuchCase: there is none, or it is deleted.
    """
    chosen = select(*HEAD).where(cases.c.id == case_id, cases.c.deleted_at.is_(None))
    return _one(connection, chosen.with_for_update(), NoSuchCase)


def add_case(connection: Connection, case_id: str, values: dict[str, Any]) -> None:
    """Write a new case."""
    connection.execute(insert(cases).values(id=case_id, **values))


def change_case(connection: Connection, case_id: str, values: dict[str, Any]) -> None:
    """Write columns of a case."""
    connection.execute(update(cases).where(cases.c.id == case_id).values(values))


def remove_case(connection: Connection, case_id: str) -> None:
    """Remove a case with its versions."""
    connection.execute(delete(versions).where(versions.c.case_id == case_id))
    connection.execute(delete(cases).where(cases.c.id == case_id))


def add_version(
    connection: Connection, case_id: str, version: Version, snapshot: bytes | None = None
) -> None:
    """Write a version; with the whole document, where it is to be found from there."""
    values = values_of(version)
    connection.execute(insert(versions).values(case_id=case_id, snapshot=snapshot, **values))


def set_snapshot(connection: Connection, case_id: str, number: int, snapshot: bytes) -> None:
    """Keep the whole document of a version."""
    chosen = _is_version(case_id, number)
    connection.execute(update(versions).where(chosen).values(snapshot=snapshot))


def snapshot_of(connection: Connection, case_id: str, number: int) -> bytes | None:
    """Read the whole document of a version; None where only its changes are kept.

    Raises:
        NoSuchVersion: there is none of this number.
    """
    chosen = select(versions.c.snapshot).where(_is_version(case_id, number))
    row = _one(connection, chosen, NoSuchVersion)
    snapshot: bytes | None = row.snapshot
    return snapshot


def snapshot_from(
    connection: Connection, case_id: str, first: int, last: int
) -> tuple[int, bytes] | None:
    """Find the first document that is kept of the versions from one number to another."""
    row = connection.execute(
        select(versions.c.number, versions.c.snapshot)
        .where(versions.c.case_id == case_id, versions.c.snapshot.is_not(None))
        .where(versions.c.number.between(first, last))
        .order_by(versions.c.number)
        .limit(1)
    ).one_or_none()
    return None if row is None else (row.number, row.snapshot)


def version_at(connection: Connection, case_id: str, number: int) -> Version:
    """Read a version.

    Raises:
        NoSuchVersion: there is none of this number.
    """
    chosen = select(*VERSION).where(_is_version(case_id, number))
    return version_of(_one(connection, chosen, NoSuchVersion))


def versions_before(
    connection: Connection, case_id: str, before: int | None, most: int
) -> tuple[Version, ...]:
    """Read versions, the newest first."""
    chosen = select(*VERSION).where(versions.c.case_id == case_id)
    if before is not None:
        chosen = chosen.where(versions.c.number < before)
    rows = connection.execute(chosen.order_by(versions.c.number.desc()).limit(max(most, 0)))
    return tuple(version_of(row) for row in rows)


def versions_after(
    connection: Connection, case_id: str, number: int, last: int | None = None
) -> tuple[Version, ...]:
    """Read the versions after a number, up to a last one, the oldest first."""
    chosen = select(*VERSION).where(versions.c.case_id == case_id, versions.c.number > number)
    if last is not None:
        chosen = chosen.where(versions.c.number <= last)
    rows = connection.execute(chosen.order_by(versions.c.number))
    return tuple(version_of(row) for row in rows)


def changes_after(
    connection: Connection, case_id: str, number: int, last: int
) -> tuple[Change, ...]:
    """Read all changes after one version up to another, in their order."""
    between = versions_after(connection, case_id, number, last)
    return tuple(change for version in between for change in version.changes)


def made_by(connection: Connection, case_id: str, key: str) -> list[Made]:
    """Read what an editor made, the oldest first, and where the case was upgraded."""
    theirs = or_(versions.c.editor_key == key, versions.c.kind == Kind.UPGRADED.value)
    rows = connection.execute(
        select(versions.c.number, versions.c.kind, versions.c.target)
        .where(versions.c.case_id == case_id, theirs)
        .order_by(versions.c.number)
    )
    return [Made(row.number, Kind(row.kind), row.target) for row in rows]


def _is_version(case_id: str, number: int) -> ColumnElement[bool]:
    return (versions.c.case_id == case_id) & (versions.c.number == number)


def _one(
    connection: Connection,
    chosen: Select[*tuple[Any, ...]],
    missing: type[NoSuchCase | NoSuchVersion],
) -> AnyRow:
    """Read the one row that is chosen; where there is none, ``missing`` is raised."""
    row = connection.execute(chosen).one_or_none()
    if row is None:
        raise missing
    return row
