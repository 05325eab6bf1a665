"""The cases that a server knows: the files it was started with, and those opened in it."""

import hashlib
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from relnet.case.messages import CaseFaults, Fault, RelnetError
from relnet.case.models import Case
from relnet.case.reading import parse_case, read_case
from relnet.network.graph import CaseNetwork, build_network
from relnet.resources import sample_cases_folder
from relnet.wording import _

Made = TypeVar("Made")

SUFFIX = ".relnet.json"
MOST_OPENED = 20
MOST_KEPT = 24
LONGEST_OPENED = 8 * 60 * 60.0
"""How long (seconds) an opened case is kept in memory."""


class UnknownCase(RelnetError, LookupError):  # noqa: N818 - the name says what happened
    """A case was asked for that this server does not have, or no longer has."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "relnet keeps a case that you open for up to eight hours, and forgets it when it"
                " stops. Go to the start page and open the file again."
            )
        )


class NoSuchFile(RelnetError, FileNotFoundError):  # noqa: N818 - the name says what happened
    """A file or folder was named that is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("There is no file or folder '{path}'. Check the spelling, or name another.").format(
                path=path
            )
        )


@dataclass(frozen=True)
class ShelfEntry:
    """One case: its key in the address, and the case or what is wrong with its file."""

    key: str
    case: Case | None
    faults: tuple[Fault, ...] = ()
    file_name: str = ""
    sample: bool = False

    @cached_property
    def network(self) -> CaseNetwork:
        """The case's network, built once.

        Raises:
            CaseFaults: the file has faults, so there is no case.
        """
        if self.case is None:
            raise CaseFaults(self.faults)
        return build_network(self.case)

    @cached_property
    def _made(self) -> OrderedDict[Hashable, Any]:
        return OrderedDict()

    def kept(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Give what was made of this case under a key; make it at the first time.

        At most 24 things are kept of a case, those that were made last.
        """
        made: Made | None = self._made.get(key)
        if made is None:
            self._made[key] = made = make()
        while len(self._made) > MOST_KEPT:
            self._made.popitem(last=False)
        return made


@dataclass(frozen=True, slots=True)
class _Signature:
    """What changes when a file changes."""

    modified: int
    size: int


class Shelf:
    """All cases of one server. Safe to use from several threads.

    Files are read at the first visit and again when they have changed. Opened cases are in
    memory alone: at most 20, for at most 8 hours, the oldest dropped first.
    """

    def __init__(
        self, sources: Sequence[Path], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._sources = tuple(sources)
        self._clock = clock
        self._lock = threading.Lock()
        self._read: dict[Path, tuple[_Signature | None, ShelfEntry]] = {}
        self._opened: OrderedDict[str, tuple[float, ShelfEntry]] = OrderedDict()

    def entries(self) -> tuple[ShelfEntry, ...]:
        """Give the cases of the files, in their order; opened cases are not listed."""
        with self._lock:
            return tuple(self._entry(path) for path in self._files())

    def get(self, key: str) -> ShelfEntry:
        """Give the case with this key.

        Raises:
            UnknownCase: there is none, or it was opened too long ago.
        """
        with self._lock:
            self._forget_old()
            if key in self._opened:
                return self._opened[key][1]
            for path in self._files():
                if _key(path) == key:
                    return self._entry(path)
        raise UnknownCase

    def open(self, content: bytes) -> ShelfEntry:
        """Check a file's content and keep its case in memory, under a key nobody can guess.

        Raises:
            CaseFaults: everything that is wrong with the file; nothing of it is kept.
        """
        entry = ShelfEntry(secrets.token_urlsafe(16), parse_case(content))
        with self._lock:
            self._opened[entry.key] = self._clock(), entry
            self._forget_old()
        return entry

    def _files(self) -> Iterator[Path]:
        seen = set()
        for source in self._sources:
            found = source.glob(f"*{SUFFIX}") if source.is_dir() else (source,)
            for path in sorted(found, key=_stem):
                if path not in seen:
                    seen.add(path)
                    yield path

    def _entry(self, path: Path) -> ShelfEntry:
        signature = _signature(path)
        known, entry = self._read.get(path, (None, None))
        if entry is None or signature is None or signature != known:
            entry = _read_entry(path)
            self._read[path] = signature, entry
        return entry

    def _forget_old(self) -> None:
        oldest_kept = self._clock() - LONGEST_OPENED
        while self._opened:
            key, (opened_at, _entry) = next(iter(self._opened.items()))
            if len(self._opened) <= MOST_OPENED and opened_at >= oldest_kept:
                return
            del self._opened[key]


def shelf_of(paths: Sequence[Path], clock: Callable[[], float] = time.monotonic) -> Shelf:
    """Make the shelf of these files and folders; of the sample cases where there are none.

    A folder stands for all ``*.relnet.json`` in it, in the order of their names.

    Raises:
        NoSuchFile: one of the paths is not there.
    """
    for path in paths:
        if not path.exists():
            raise NoSuchFile(path)
    return Shelf([path.resolve() for path in paths] or [sample_cases_folder()], clock)


def _read_entry(path: Path) -> ShelfEntry:
    case: Case | None = None
    faults: tuple[Fault, ...] = ()
    try:
        case = read_case(path)
    except CaseFaults as error:
        faults = error.faults
    return ShelfEntry(_key(path), case, faults, path.name, sample=_is_sample(path))


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
