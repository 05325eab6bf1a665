"""Where a library is, and opening it."""

import os
from pathlib import Path

import platformdirs
from sqlalchemy.engine import URL

from relnet.storage.contract import Library
from relnet.storage.sql import SqlLibrary
from relnet.storage.sqlite import NAME

FILE = "library.sqlite3"


def data_folder(asked: Path | None) -> Path:
    """Give the folder of the library: the one asked for, that of RELNET_DATA, or the user's own."""
    if asked is not None:
        return asked
    named = os.environ.get("RELNET_DATA")
    if named:
        return Path(named)
    return Path(platformdirs.user_data_dir("relnet", appauthor=False))


def open_library(url: str | None, data: Path) -> Library:
    """Open the library, and make it where there is none.

    Args:
        url: an SQLAlchemy URL; without it that of RELNET_STORE, and without that a file in
            the folder.
        data: the folder of the library.

    Raises:
        LibraryTrouble: it cannot be opened; the message says why and what to do.
    """
    file = URL.create(NAME, database=str(data.absolute() / FILE))
    store = url or os.environ.get("RELNET_STORE")
    return SqlLibrary(store or file.render_as_string(hide_password=False))


def memory_library(mark: str = "") -> Library:
    """Give an empty library that is gone when it is closed; its cases' ids begin with a mark."""
    return SqlLibrary(f"{NAME}://", mark=mark)
