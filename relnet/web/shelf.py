"""The cases that a server knows: the files it was started with, and those opened in it."""

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from relnet.case.messages import RelnetError
from relnet.exchange.files import read_content
from relnet.resources import sample_cases_folder
from relnet.storage.contract import Library
from relnet.web.alarm import Alarm
from relnet.web.keeping import Store
from relnet.web.kept_cases import KeptCases
from relnet.web.late_library import LateLibrary
from relnet.web.shelf_entry import ShelfEntry
from relnet.web.shelf_file import SUFFIX, ShelfFile, stem
from relnet.web.what_if.branches import WhatIfs
from relnet.wording import _

MOST_OPENED = 20
LONGEST_OPENED = 8 * 60 * 60.0
"""How long (seconds) an opened case is kept in memory."""


class NoSuchFile(RelnetError, FileNotFoundError):  # noqa: N818 - the name says what happened
    """A file or folder was named that is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("There is no file or folder '{path}'. Check the spelling, or name another.").format(
                path=path
            )
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
        library: Library | LateLibrary | None = None,
    ) -> None:
        self._sources = tuple(sources)
        self._clock = clock
        self._lock = threading.Lock()
        self._parsing = threading.Lock()
        self._store = Store()
        self.kept = KeptCases(library, self._store)
        self.what_ifs = WhatIfs(self._store, clock)
        self._known: dict[Path, ShelfFile] = {}
        self._opened: OrderedDict[str, tuple[float, ShelfEntry]] = OrderedDict()
        self._alarm = Alarm(self._when_alarm_rings)

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
        return self.keeping(key).entry(key)

    def keeping(self, key: str) -> KeptCases:
        """Give what keeps the versions of a case: the library, or the memory of a what if.

        Raises:
            ForgottenWhatIf: it was a what if that is not there any more.
        """
        found = self.what_ifs.find(key)
        return self.kept if found is None else found.cases

    def open(self, content: bytes, file_name: str = "") -> ShelfEntry:
        """Check a file's content and keep its case in memory, under a key nobody can guess.

        It may be a case file, an Excel workbook or a zip file of CSV files; its name is asked
        only where its content does not say which. One file is checked at a time, so that many
        large ones leave time for the pages.

        Raises:
            CaseFaults: everything that is wrong with the file; nothing of it is kept.
        """
        with self._parsing:
            case = read_content(content, file_name)
        entry = ShelfEntry(
            secrets.token_urlsafe(16), case, copyable=self._copyable(), store=self._store
        )
        with self._lock:
            self._opened[entry.key] = self._clock(), entry
            self._forget_old()
            self._set_alarm()
        return entry

    def _copyable(self) -> bool:
        """Whether a copy of a case that is only read can be kept."""
        return self.kept.library is not None

    def _files(self) -> list[ShelfFile]:
        """Give the files that are there now, in their order; forget those that are gone."""
        paths = list(self._paths())
        with self._lock:
            gone = [self._known.pop(path) for path in set(self._known) - set(paths)]
            for path in paths:
                if path not in self._known:
                    self._known[path] = ShelfFile(path, self._store, self._copyable)
            files = [self._known[path] for path in paths]
        for file in gone:
            file.forget()
        return files

    def _paths(self) -> Iterator[Path]:
        seen = set()
        for source in self._sources:
            found = source.glob(f"*{SUFFIX}") if source.is_dir() else (source,)
            for path in sorted(found, key=stem):
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
        if self._opened:
            opened_at, _entry = next(iter(self._opened.values()))
            self._alarm.set(opened_at + LONGEST_OPENED - self._clock())

    def _when_alarm_rings(self) -> None:
        with self._lock:
            self._forget_old()
            self._set_alarm()


def shelf_of(
    paths: Sequence[Path],
    clock: Callable[[], float] = time.monotonic,
    library: Library | LateLibrary | None = None,
) -> Shelf:
    """Make the shelf of these files and folders; of the sample cases where there are none.

    A folder stands for all ``*.relnet.json`` in it, in the order of their names; a spreadsheet
    is read where it is named itself.

    Raises:
        NoSuchFile: one of the paths is not there.
    """
    for path in paths:
        if not path.exists():
            raise NoSuchFile(path)
    return Shelf([path.resolve() for path in paths] or [sample_cases_folder()], clock, library)
