"""What is peculiar to SQLite; nothing else in relnet is written for one kind of database."""

import errno
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import cast

from sqlalchemy import event
from sqlalchemy.engine import URL, Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from relnet.storage.contract import LibraryTrouble
from relnet.storage.store import Store, engine_for
from relnet.storage.trouble import Reason, told, trouble

NAME = "sqlite"

WAIT = 10.0
"""How long (seconds) a write waits for those of other programs."""

_WRITES = "relnet_writes"
_MEMORY = {"", ":memory:"}

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",  # so that no case is written into the folder for such files
)

_REASONS = {
    sqlite3.SQLITE_FULL: Reason.FULL,
    sqlite3.SQLITE_READONLY: Reason.READ_ONLY,
    sqlite3.SQLITE_PERM: Reason.READ_ONLY,
    sqlite3.SQLITE_BUSY: Reason.BUSY,
    sqlite3.SQLITE_LOCKED: Reason.BUSY,
    sqlite3.SQLITE_CORRUPT: Reason.DAMAGED,
    sqlite3.SQLITE_NOTADB: Reason.DAMAGED,
    sqlite3.SQLITE_CANTOPEN: Reason.CLOSED_OFF,
    sqlite3.SQLITE_IOERR: Reason.DISK,
}
_OF_SYSTEM = {
    errno.ENOSPC: Reason.FULL,
    errno.EROFS: Reason.READ_ONLY,
    errno.EACCES: Reason.READ_ONLY,
}
_MAIN_CODE = 0xFF
"""The part of SQLite's codes that the others are kinds of."""


class SqliteStore(Store):
    """A library in one file, readable by its owner only, or in memory.

    Threads wait for each other in line; programs wait until the file is free.
    """

    def __init__(self, url: URL, wait: float = WAIT) -> None:
        self._wait = wait
        self._file = _file_of(url)
        self._turn = threading.Lock()
        super().__init__(url)
        if self._file is not None:
            self._write_ahead()
        self._writer = self._engine.execution_options(**{_WRITES: True})

    def _connected(self, url: URL) -> Engine:
        if self._file is None:
            engine = engine_for(
                url, poolclass=StaticPool, connect_args={"check_same_thread": False}
            )
        else:
            _make_file(self._file)
            engine = engine_for(url, max_overflow=-1, connect_args={"timeout": self._wait})
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
        return engine

    def reason(self, refused: DBAPIError) -> Reason:
        """Say what an error of SQLite means."""
        return _reason(refused.orig)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection; in memory there is only one for all."""
        with self._quiet_turn(), super().reading() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the one connection that may write; others wait for their turn."""
        with self._in_turn(), told(self.reason), self._writer.begin() as connection:
            yield connection

    def wipe(self) -> bool:
        """Write the file anew without what was deleted, and empty what was written ahead."""
        with self._in_turn(), self._raw() as raw:
            # First the zeros over what was deleted, then the smaller file.
            return _checkpoint(raw) and _vacuum(raw) and _checkpoint(raw)

    def backup(self, path: Path) -> None:
        """Write a copy into a new file, readable by its owner only, while others go on.

        Raises:
            LibraryTrouble: the file is there already, or cannot be written.
        """
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError as fault:
            raise trouble(Reason.BACKUP_EXISTS) from fault
        except OSError as fault:
            raise trouble(Reason.BACKUP_REFUSED) from fault
        try:
            self._copy(path)
        except LibraryTrouble:
            path.unlink()
            raise

    def _copy(self, path: Path) -> None:
        with self._quiet_turn(), self._raw() as raw, closing(sqlite3.connect(path)) as copy:
            try:
                raw.backup(copy)
            except sqlite3.OperationalError as fault:
                raise trouble(Reason.BACKUP_REFUSED) from fault

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        if not self._turn.acquire(timeout=self._wait):
            raise trouble(Reason.BUSY)
        try:
            yield
        finally:
            self._turn.release()

    @contextmanager
    def _quiet_turn(self) -> Iterator[None]:
        """Wait for those who write where everybody shares one connection."""
        if self._file is None:
            with self._in_turn():
                yield
        else:
            yield

    @contextmanager
    def _raw(self) -> Iterator[sqlite3.Connection]:
        """Give SQLite's own connection, outside any transaction."""
        try:
            pooled = self._engine.raw_connection()
            try:
                yield cast("sqlite3.Connection", pooled.driver_connection)
            finally:
                pooled.close()
        except sqlite3.Error as refused:
            raise trouble(_reason(refused)) from refused

    def _write_ahead(self) -> None:
        """Let others read while one writes; the file remembers it.

        SQLite does not wait by itself where several programs do this at the same moment.
        """
        with self._raw() as raw:
            if _patiently(self._wait, lambda: _journal(raw)) is None:
                raise trouble(Reason.BUSY)


def _file_of(url: URL) -> Path | None:
    """Give the path of the file that a URL names; None for a library in memory."""
    name = url.database or ""
    if name in _MEMORY or url.query.get("mode") == "memory":
        return None
    return Path(name.removeprefix("file:"))


def _make_file(path: Path) -> None:
    """Make the file and its folder, or close them to others.

    Raises:
        LibraryTrouble: that is not allowed.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDONLY, 0o600))
    except OSError as fault:
        raise trouble(_OF_SYSTEM.get(fault.errno or 0, Reason.CLOSED_OFF)) from fault
    with suppress(OSError):  # somebody else's file stays as they want it
        path.chmod(0o600)


def _reason(refused: BaseException | None) -> Reason:
    code = getattr(refused, "sqlite_errorcode", 0)
    return _REASONS.get(code & _MAIN_CODE, Reason.OTHER)


def _set_up(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions begin where ``_begin`` says so
    for setting in _SETTINGS:
        connection.execute(setting)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    # A write that began as a read could not go on if another wrote in between.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _journal(raw: sqlite3.Connection) -> str | None:
    try:
        mode = str(raw.execute("PRAGMA journal_mode").fetchone()[0])
        if mode != "wal":
            mode = str(raw.execute("PRAGMA journal_mode = WAL").fetchone()[0])
    except sqlite3.OperationalError as refused:
        if _reason(refused) is not Reason.BUSY:
            raise
        return None
    return mode


def _patiently(wait: float, attempt: Callable[[], str | None]) -> str | None:
    until = time.monotonic() + wait
    while (found := attempt()) is None and time.monotonic() < until:
        time.sleep(0.02)
    return found


def _checkpoint(raw: sqlite3.Connection) -> bool:
    """Bring what was written ahead into the file, and empty it; False while others read."""
    busy, *_sizes = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _vacuum(raw: sqlite3.Connection) -> bool:
    try:
        raw.execute("VACUUM")
    except sqlite3.OperationalError as refused:
        if _reason(refused) is not Reason.BUSY:
            raise
        return False
    return True
