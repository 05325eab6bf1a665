"""The tables of a library. They are the same in every database."""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

SCHEMA = 1
"""The version of these tables: raised when they change."""


class Utc(TypeDecorator[datetime]):
    """A moment, kept in UTC: not every database keeps a zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - the same for every database
    ) -> datetime | None:
        """Give what is written."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - the same for every database
    ) -> datetime | None:
        """Give what was read."""
        return None if value is None else value.replace(tzinfo=UTC)


METADATA = MetaData()

meta = Table(
    "relnet_meta",
    METADATA,
    Column("only", Integer, primary_key=True, autoincrement=False),
    Column("schema_version", Integer, nullable=False),
    Column("to_wipe", Boolean, nullable=False),
)
"""One row: the version of the tables, and whether a purge has still to be finished."""

cases = Table(
    "relnet_cases",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("created_at", Utc, nullable=False),
    Column("changed_at", Utc, nullable=False),
    Column("changed_by", Text, nullable=False),
    Column("archived", Boolean, nullable=False),
    Column("deleted_at", Utc),
    Column("format", String(40), nullable=False),
    Column("search", Text, nullable=False),
    # The last one: a list of cases is read without it.
    Column("document", LargeBinary, nullable=False),
)
"""One row for each case, with the whole of its newest version: opening it is one read."""

versions = Table(
    "relnet_versions",
    METADATA,
    Column("case_id", ForeignKey(cases.c.id, ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Utc, nullable=False),
    Column("editor_key", String(200), nullable=False),
    Column("editor_name", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("operation", JSON(none_as_null=True)),
    Column("target", Integer),
    Column("changes", JSON, nullable=False),
    Column("overrides", JSON, nullable=False),
    # The whole case, at some of the versions: older ones are found from there.
    Column("snapshot", LargeBinary),
)
"""One row for each version: what it changed of the one before it."""

Index(
    "relnet_versions_of_editor",
    versions.c.case_id,
    versions.c.editor_key,
    versions.c.number,
    versions.c.kind,
    versions.c.target,
)
