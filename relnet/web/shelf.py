"""The cases that a server knows: the files it was started with, and those opened in it."""

import hashlib
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from relnet.case.messages import CaseFaults, Fault, RelnetError
from relnet.case.models import Case
from relnet.case.reading import parse_case, read_case
from relnet.resources import sample_cases_folder
from relnet.storage.contract import Library
from relnet.web.keeping import Store
from relnet.web.kept_cases import KeptCases
from relnet.web.shelf_entry import ShelfEntry
from relnet.wording import _

SUFFIX = ".relnet.json"
MOST_OPENED = 20
LONGEST_OPENED = 8 * 60 * 60.0
"""How long (seconds) an opened case is kept in memory."""

_A_LITTLE_LATER = 0.01


class NoSuchFile(RelnetError, FileNotFoundError):  # noqa: N818 - the name says what happened
    """A file or folder was named that is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("There is no file or folder '{path}'. Check the spelling, or name another.").format(
                path=path
            )
        )


@dataclass(frozen=True, slots=True)
class _Signature:
    """What changes when a file changes."""

    modified: int
    size: int


class _File:
    """A case file of the shelf: it is read at the first visit, and again when it has changed."""

    def __init__(self, path: Path, store: Store, *, copyable: bool) -> None:
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
            case = read_case(self._path)
        except CaseFaults as error:
            faults = error.faults
        sample = _is_sample(self._path)
        return ShelfEntry(
            self.key,
            case,
            faults,
            self._path.name,
            sample,
            copyable=self._copyable,
            store=self._store,
        )


class Shelf:
    """All cases of one server. Safe to use from several threads.

    Files are read at the first visit and again when they have changed. Opened cases are in
    memory alone: at most 20, for at most 8 hours, the oldest dropped first. No file is read
    while others wait for the list.
    """

    def __init__(
        self,
        sources: Sequence[Path],
        clock: Callable[[], float] = time.monotonic,
        library: Library | None = None,
    ) -> None:
        self._sources = tuple(sources)
        self._clock = clock
        self._lock = threading.Lock()
        self._parsing = threading.Lock()
        self._store = Store()
        self.kept = KeptCases(library, self._store)
        self._copyable = library is not None
        self._known: dict[Path, _File] = {}
        self._opened: OrderedDict[str, tuple[float, ShelfEntry]] = OrderedDict()
        self._alarm: threading.Timer | None = None

    def entries(self) -> tuple[ShelfEntry, ...]:
        """Give the cases of the files, in their order; opened cases are not listed."""
        return tuple(file.entry() for file in self._files())

    def get(self, key: str) -> ShelfEntry:
        """Give the case with this key.

        Raises:
            UnknownCase: there is none, or it was opened too long ago.
        """
        with self._lock:
            self._forget_old()
            if key in self._opened:
                return self._opened[key][1]
        for file in self._files():
            if file.key == key:
                return file.entry()
        return self.kept.entry(key)

    def open(self, content: bytes) -> ShelfEntry:
        """Check a file's content and keep its case in memory, under a key nobody can guess.

        One file is checked at a time, so that many large ones leave time for the pages.

        Raises:
            CaseFaults: everything that is wrong with the file; nothing of it is kept.
        """
        with self._parsing:
            case = parse_case(content)
        entry = ShelfEntry(
            secrets.token_urlsafe(16), case, copyable=self._copyable, store=self._store
        )
        with self._lock:
            self._opened[entry.key] = self._clock(), entry
            self._forget_old()
            self._set_alarm()
        return entry

    def _files(self) -> list[_File]:
        """Give the files that are there now, in their order; forget those that are gone."""
        paths = list(self._paths())
        with self._lock:
            gone = [self._known.pop(path) for path in set(self._known) - set(paths)]
            for path in paths:
                if path not in self._known:
                    self._known[path] = _File(path, self._store, copyable=self._copyable)
            files = [self._known[path] for path in paths]
        for file in gone:
            file.forget()
        return files

    def _paths(self) -> Iterator[Path]:
        seen = set()
        for source in self._sources:
            found = source.glob(f"*{SUFFIX}") if source.is_dir() else (source,)
            for path in sorted(found, key=_stem):
                if path not in seen:
                    seen.add(path)
                    yield path

    def _forget_old(self) -> None:
        oldest_kept = self._clock() - LONGEST_OPENED
        while self._opened:
            key, (opened_at, entry) = next(iter(self._opened.items()))
            if len(self._opened) <= MOST_OPENED and opened_at >= oldest_kept:
                return
            del self._opened[key]
            entry.forget()

    def _set_alarm(self) -> None:
        """See to it that the oldest opened case is forgotten even if nobody asks again."""
        if self._alarm is not None or not self._opened:
            return
        opened_at, _entry = next(iter(self._opened.values()))
        wait = max(opened_at + LONGEST_OPENED - self._clock(), 0.0) + _A_LITTLE_LATER
        self._alarm = threading.Timer(wait, self._when_alarm_rings)
        self._alarm.daemon = True
        self._alarm.start()

    def _when_alarm_rings(self) -> None:
        with self._lock:
            self._alarm = None
            self._forget_old()
            self._set_alarm()


def shelf_of(
    paths: Sequence[Path],
    clock: Callable[[], float] = time.monotonic,
    library: Library | None = None,
) -> Shelf:
    """Make the shelf of these files and folders; of the sample cases where there are none.

    A folder stands for all ``*.relnet.json`` in it, in the order of their names.

    Raises:
        NoSuchFile: one of the paths is not there.
    """
    for path in paths:
        if not path.exists():
            raise NoSuchFile(path)
    return Shelf([path.resolve() for path in paths] or [sample_cases_folder()], clock, library)


def _signature(path: Path) -> _Signature | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return _Signature(found.st_mtime_ns, found.st_size)


def _stem(path: Path) -> str:
    return path.name.removesuffix(SUFFIX)


def _is_sample(path: Path) -> bool:
    return path.parent == sample_cases_folder()


def _key(path: Path) -> str:
    """Give the key of a file: a sample's own name; else one that gives no name away."""
    if _is_sample(path):
        return _stem(path)
    return hashlib.sha256(str(path).encode("utf-8", "surrogatepass")).hexdigest()[:10]
