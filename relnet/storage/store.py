"""A database that keeps a library: what every kind of it can do."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine
from sqlalchemy.engine import URL, Connection, Engine
from sqlalchemy.exc import DBAPIError

from relnet.storage.trouble import Reason, told, trouble


class Store:
    """A database as any other; what SQLite needs besides stands in ``relnet.storage.sqlite``."""

    def __init__(self, url: URL) -> None:
        self._engine = self._connected(url)

    def _connected(self, url: URL) -> Engine:
        return engine_for(url)

    def reason(self, refused: DBAPIError) -> Reason:
        """Say what an error means."""
        return Reason.BUSY if refused.connection_invalidated else Reason.OTHER

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection to read with."""
        with told(self.reason), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection in which all that is written is kept at the end, or nothing."""
        with told(self.reason), self._engine.begin() as connection:
            yield connection

    def wipe(self) -> bool:
        """Make sure that what was deleted is gone from the disk; False: not possible now."""
        return True

    def backup(self, path: Path) -> None:  # noqa: ARG002 - what the other kinds need
        """Write a copy into a new file."""
        raise trouble(Reason.BACKUP_ELSEWHERE)

    def close(self) -> None:
        """Let go of files and connections."""
        self._engine.dispose()


def engine_for(url: URL, **more: Any) -> Engine:  # noqa: ANN401 - what SQLAlchemy takes
    """Make an engine; its errors hold no values, since they may be logged."""
    return create_engine(
        url,
        hide_parameters=True,
        json_serializer=partial(json.dumps, ensure_ascii=False, separators=(",", ":")),
        json_deserializer=_read,
        **more,
    )


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        # Without the cause: that one holds values of the case.
        raise trouble(Reason.DAMAGED) from None
