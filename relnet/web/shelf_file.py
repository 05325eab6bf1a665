"""A file of the shelf: a case file or a filled-in spreadsheet that the server was started with."""

import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from relnet.case.messages import CaseFaults, Fault
from relnet.case.models import Case
from relnet.exchange.files import read_path
from relnet.resources import sample_cases_folder
from relnet.web.keeping import Store
from relnet.web.shelf_entry import ShelfEntry

SUFFIX = ".relnet.json"


@dataclass(frozen=True, slots=True)
class _Signature:
    """What changes when a file changes."""

    modified: int
    size: int


class ShelfFile:
    """A file of the shelf: it is read at the first visit, and again when it has changed."""

    def __init__(self, path: Path, store: Store, copyable: Callable[[], bool]) -> None:
        self.key = _key(path)
        self._copyable = copyable
        self._path = path
        self._store = store
        self._lock = threading.Lock()
        self._signature: _Signature | None = None
        self._entry: ShelfEntry | None = None

    def entry(self) -> ShelfEntry:
        """Give the case, or what is wrong with the file."""
        with self._lock:
            signature = _signature(self._path)
            if self._entry is None or signature is None or signature != self._signature:
                self._drop()
                self._entry, self._signature = self._read(), signature
            return self._entry

    def forget(self) -> None:
        """Drop what is known of the file."""
        with self._lock:
            self._drop()

    def _drop(self) -> None:
        if self._entry is not None:
            self._entry.forget()
        self._entry = None

    def _read(self) -> ShelfEntry:
        case: Case | None = None
        faults: tuple[Fault, ...] = ()
        try:
            case = read_path(self._path)
        except CaseFaults as error:
            faults = error.faults
        return ShelfEntry(
            self.key,
            case,
            faults,
            self._path.name,
            _is_sample(self._path),
            copyable=self._copyable(),
            store=self._store,
        )


def stem(path: Path) -> str:
    """Give a file's name without the ending of a case file."""
    return path.name.removesuffix(SUFFIX)


def _signature(path: Path) -> _Signature | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return _Signature(found.st_mtime_ns, found.st_size)


def _is_sample(path: Path) -> bool:
    return path.parent == sample_cases_folder()


def _key(path: Path) -> str:
    """Give the key of a file: a sample's own name; else one that gives no name away."""
    if _is_sample(path):
        return stem(path)
    return hashlib.sha256(str(path).encode("utf-8", "surrogatepass")).hexdigest()[:10]
