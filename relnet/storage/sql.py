"""The library of cases in a database, through SQLAlchemy."""

import secrets
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import ArgumentError

from relnet.case.models import Case
from relnet.editing.document import case_of, identified, tree_of
from relnet.editing.revision import applied
from relnet.storage import past, records, sqlite
from relnet.storage.contract import (
    Editor,
    Kept,
    Kind,
    Library,
    LibraryTrouble,
    Line,
    NothingToTakeBack,
    Outcome,
    Steps,
    Version,
)
from relnet.storage.records import AnyRow
from relnet.storage.rows import (
    case_values,
    folded,
    is_current,
    kept_case,
    line_of,
    unpacked,
)
from relnet.storage.steps import Step, stacks_of
from relnet.storage.store import Store
from relnet.storage.trouble import Reason, trouble
from relnet.storage.upgrading import UPGRADES, Upgrade
from relnet.storage.writing import Note, take_back_first, written
from relnet.wording import _

_NOBODY = Editor("", "")
"""Who upgrades a case: nobody edits it then."""


class SqlLibrary(Library):
    """A library in any database that SQLAlchemy knows.

    Args:
        url: the database, as an SQLAlchemy URL; its tables are made where there are none.
        upgrades: the ways from older formats of a case to today's.
        wait: how long (seconds) to wait for other programs that write.
        mark: what the ids of its cases begin with, of up to eight letters.

    Raises:
        LibraryTrouble: the database cannot be opened.
    """

    def __init__(
        self,
        url: str,
        *,
        upgrades: Mapping[str, Upgrade] = UPGRADES,
        wait: float = sqlite.WAIT,
        mark: str = "",
    ) -> None:
        self._upgrades = upgrades
        self._mark = mark
        self._store = _store_for(url, wait)
        with ExitStack() as where_refused:
            where_refused.callback(self._store.close)
            self._open()
            where_refused.pop_all()

    def create(self, case: Case, by: Editor) -> Kept:
        """Keep a new case under an id that nobody can guess; its version 1."""
        case_id = self._mark + secrets.token_hex(16)
        case = identified(case)
        now = datetime.now(UTC)
        line = Line(case_id, case.title, 1, now, now, by.name)
        values = {
            "number": 1,
            "created_at": now,
            "changed_at": now,
            "changed_by": by.name,
            "archived": False,
        }
        with self._store.writing() as connection:
            records.add_case(connection, case_id, values | case_values(case))
            records.add_version(connection, case_id, Version(1, now, by, Kind.CREATED))
        return Kept(line, case)

    def lines(
        self, search: str = "", *, archived: bool = False, deleted: bool = False
    ) -> tuple[Line, ...]:
        """List cases, the one changed last first."""
        words = folded(search).split()
        with self._store.reading() as connection:
            rows = records.all_lines(connection, archived=archived, deleted=deleted)
        return tuple(line_of(row) for row in rows if all(word in row.search for word in words))

    def line(self, case_id: str) -> Line:
        """Give the line of a case."""
        with self._store.reading() as connection:
            return line_of(records.line_row(connection, case_id))

    def get(self, case_id: str) -> Kept:
        """Give the newest version of a case; one of an older format is upgraded first."""
        with self._store.reading() as connection:
            row = records.head_row(connection, case_id)
        if not is_current(row):
            with self._store.writing() as connection:
                row = self._today(connection, records.head_row(connection, case_id))
        return Kept(line_of(row), kept_case(row.document))

    def at(self, case_id: str, number: int) -> Case:
        """Give a case as it was at a version."""
        with self._store.reading() as connection:
            row = records.head_row(connection, case_id)
            return past.case_at(connection, row, number, self._upgrades)

    def kept_text(self, case_id: str, number: int) -> str | None:
        """Give what was written of a version, letter for letter; None where only its changes were.

        It is there for the last version before a case was upgraded.

        Raises:
            NoSuchVersion: there is none of this number.
        """
        with self._store.reading() as connection:
            records.line_row(connection, case_id)
            snapshot = records.snapshot_of(connection, case_id, number)
        return None if snapshot is None else unpacked(snapshot)

    def history(
        self, case_id: str, *, before: int | None = None, most: int = 50
    ) -> tuple[Version, ...]:
        """Give versions, the newest first."""
        with self._store.reading() as connection:
            records.line_row(connection, case_id)
            return records.versions_before(connection, case_id, before, most)

    def since(self, case_id: str, number: int) -> tuple[Version, ...]:
        """Give the versions after this number, the oldest first."""
        with self._store.reading() as connection:
            records.line_row(connection, case_id)
            return records.versions_after(connection, case_id, number)

    def edit(
        self,
        case_id: str,
        change: Callable[[Case], Case],
        operation: dict[str, Any],
        by: Editor,
        seen: int | None = None,
    ) -> Outcome:
        """Apply an edit to the newest version, as a new version, in one transaction."""
        with self._store.writing() as connection:
            row = self._own(connection, case_id)
            case = kept_case(row.document)
            note = Note(by, Kind.EDIT, operation=operation, seen=seen)
            return written(connection, row, case, change(case), note)

    def steps(self, case_id: str, by: Editor) -> Steps:
        """Say what an editor can undo and redo."""
        with self._store.reading() as connection:
            records.line_row(connection, case_id)
            stacks = stacks_of(records.made_by(connection, case_id, by.key))
        return Steps(_next(stacks.undo), _next(stacks.redo))

    def undo(self, case_id: str, by: Editor) -> Outcome:
        """Take back the editor's last edit, leaving alone what others changed since."""
        with self._store.writing() as connection:
            row = self._own(connection, case_id)
            steps = stacks_of(records.made_by(connection, case_id, by.key)).undo
            if not steps:
                raise NothingToTakeBack(_("There is nothing to undo."))
            return take_back_first(connection, row, steps, by, Kind.UNDO)

    def redo(self, case_id: str, by: Editor) -> Outcome:
        """Do again what the editor undid last; an edit in between ends that."""
        with self._store.writing() as connection:
            row = self._own(connection, case_id)
            steps = stacks_of(records.made_by(connection, case_id, by.key)).redo
            if not steps:
                raise NothingToTakeBack(_("There is nothing to redo."))
            return take_back_first(connection, row, steps, by, Kind.REDO)

    def restore(self, case_id: str, number: int, by: Editor) -> Outcome:
        """Make a new version that is as an older one was."""
        with self._store.writing() as connection:
            row = self._own(connection, case_id)
            older = past.case_at(connection, row, number, self._upgrades)
            note = Note(by, Kind.RESTORED, target=number)
            return written(connection, row, kept_case(row.document), older, note)

    def put_back(self, case_id: str, number: int, by: Editor) -> Outcome:
        """Bring what one version changed back to what that version made it."""
        with self._store.writing() as connection:
            row = self._own(connection, case_id)
            version = records.version_at(connection, case_id, number)
            case = kept_case(row.document)
            after = case_of(applied(tree_of(case), version.changes))
            note = Note(by, Kind.PUT_BACK, target=number)
            return written(connection, row, case, after, note)

    def archive(self, case_id: str, *, archived: bool = True) -> Line:
        """Put a case aside, or take it back."""
        with self._store.writing() as connection:
            records.own_row(connection, case_id)
            records.change_case(connection, case_id, {"archived": archived})
            return line_of(records.line_row(connection, case_id))

    def delete(self, case_id: str, *, deleted: bool = True) -> Line:
        """Delete a case so that it can be taken back, or take it back."""
        with self._store.writing() as connection:
            line = line_of(records.line_row(connection, case_id))
            if deleted == (line.deleted_at is not None):
                return line
            at = datetime.now(UTC) if deleted else None
            records.change_case(connection, case_id, {"deleted_at": at})
            return line_of(records.line_row(connection, case_id))

    def purge(self, case_id: str) -> None:
        """Remove a case and its whole history for good: its bytes are gone from the store.

        Raises:
            LibraryTrouble: besides the usual, while other programs hold on to the file: the
                case is removed then, and its bytes go when the library is next opened.
        """
        with self._store.writing() as connection:
            records.line_row(connection, case_id)
            records.remove_case(connection, case_id)
            # Kept in the same transaction: an end of the process in between loses nothing.
            records.set_to_wipe(connection, to_wipe=True)
        if not self._wipe():
            raise trouble(Reason.NOT_WIPED)

    def backup(self, path: Path) -> None:
        """Write a copy of the whole library into a new file, while others may use it."""
        self._store.backup(path)

    def close(self) -> None:
        """Let go of files and connections."""
        self._store.close()

    def _open(self) -> None:
        with self._store.reading() as connection:
            ready = records.has_tables(connection)
            to_wipe = ready and records.is_to_wipe(connection)
        if not ready:
            with self._store.writing() as connection:
                records.make_tables(connection)
        if to_wipe:
            self._wipe()

    def _own(self, connection: Connection, case_id: str) -> AnyRow:
        return self._today(connection, records.own_row(connection, case_id))

    def _today(self, connection: Connection, row: AnyRow) -> AnyRow:
        """Give a case's row in today's format, after an upgrade where one was needed."""
        if is_current(row):
            return row
        case = past.upgraded_case(row.document, self._upgrades)
        number = row.number + 1
        version = Version(number, datetime.now(UTC), _NOBODY, Kind.UPGRADED)
        records.set_snapshot(connection, row.id, row.number, row.document)
        records.add_version(connection, row.id, version)
        records.change_case(connection, row.id, {"number": number} | case_values(case))
        return records.head_row(connection, row.id)

    def _wipe(self) -> bool:
        """Finish a purge; what stops it now is tried again at the next opening."""
        try:
            if not self._store.wipe():
                return False
            with self._store.writing() as connection:
                records.set_to_wipe(connection, to_wipe=False)
        except LibraryTrouble:
            return False
        return True


def _store_for(url: str, wait: float) -> Store:
    try:
        parts = make_url(url)
        if parts.get_backend_name() == sqlite.NAME:
            return sqlite.SqliteStore(parts, wait)
        return Store(parts)
    except (ArgumentError, ImportError) as unknown:
        raise trouble(Reason.NO_SUCH_STORE) from unknown


def _next(steps: tuple[Step, ...]) -> int | None:
    return steps[-1].about if steps else None
