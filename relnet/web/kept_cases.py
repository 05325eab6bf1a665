"""The cases of the library as the pages know them: read once for each version."""

import threading
from collections import OrderedDict
from typing import Any

from relnet.case.messages import RelnetError
from relnet.case.models import Case
from relnet.storage.contract import Kept, Library, NoSuchCase
from relnet.web.keeping import Store
from relnet.web.late_library import LateLibrary
from relnet.web.shelf_entry import ShelfEntry, UnknownCase
from relnet.wording import _

_MOST_DIGITS = 9

MOST_READ = 40
"""How many versions stay read: of a case that is edited the last two, to tell what changed."""


VERSION_SIGN = "~"


def version_key(case_id: str, number: int) -> str:
    """Give the key of an older version, as it stands in the address of its page."""
    return f"{case_id}{VERSION_SIGN}{number}"


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS


class DeletedCase(UnknownCase):
    """A case was asked for that was deleted; that can still be taken back."""

    def __init__(self) -> None:
        RelnetError.__init__(
            self,
            _(
                "This case was deleted, so it is not in the library any more. On the start page,"
                " under “Deleted”, it can be taken back."
            ),
        )


class KeptCases:
    """What the pages know of a library's cases. Safe to use from several threads.

    ``origin`` is the key of the case on which a library in memory tries something.
    """

    def __init__(
        self, library: Library | LateLibrary | None, store: Store, origin: str = ""
    ) -> None:
        self._origin = origin
        self._library = library
        self._store = store
        self._lock = threading.Lock()
        self._read: OrderedDict[tuple[str, int], ShelfEntry] = OrderedDict()

    @property
    def library(self) -> Library | None:
        """The library; None where the server has none."""
        if isinstance(self._library, LateLibrary):
            return self._library.get()
        return self._library

    def entry(self, key: str) -> ShelfEntry:
        """Give the newest version of a case, or an older one ("…~12": its version 12).

        Raises:
            UnknownCase: the library does not have it (any more), or there is no library.
            NoSuchVersion: the case has no such version.
            LibraryTrouble: the library cannot be read.
        """
        case_id, sign, number = key.partition(VERSION_SIGN)
        if self.library is None or (sign and not _is_number(number)):
            raise UnknownCase
        try:
            line = self.library.line(case_id)
            if line.deleted_at is not None:
                raise DeletedCase
            if sign:
                return self.at(case_id, int(number))
            return self._known(case_id, line.number) or self.accept(self.library.get(case_id))
        except NoSuchCase as gone:
            raise UnknownCase from gone

    def accept(self, kept: Kept) -> ShelfEntry:
        """Take in a version that the library has just given, and give its entry."""
        place = (kept.line.id, kept.line.number)
        found = self._known(*place)
        if found is not None and found.line == kept.line:
            return found
        entry = self._entry(kept.line.id, kept.case, line=kept.line)
        return self._keep(place, entry)

    def _entry(self, key: str, case: Case, **more: Any) -> ShelfEntry:  # noqa: ANN401 - its fields
        return ShelfEntry(key, case, origin=self._origin, store=self._store, **more)

    def _keep(self, place: tuple[str, int], entry: ShelfEntry) -> ShelfEntry:
        with self._lock:
            gone = [self._read.pop(place)] if place in self._read else []
            self._read[place] = entry
            while len(self._read) > MOST_READ:
                gone.append(self._read.popitem(last=False)[1])
        for dropped in gone:
            dropped.forget()
        return entry

    def at(self, case_id: str, number: int) -> ShelfEntry:
        """Give an older version, to look at.

        Raises:
            UnknownCase: the library does not have the case (any more).
            NoSuchVersion: the case has no such version.
        """
        key = version_key(case_id, number)
        known = self._known(key, number)
        if known is not None:
            return known
        if self.library is None:
            raise UnknownCase
        try:
            case = self.library.at(case_id, number)
        except NoSuchCase as gone:
            raise UnknownCase from gone
        entry = self._entry(key, case, copyable=True, version=number)
        return self._keep((key, number), entry)

    def forget(self) -> None:
        """Drop all that was read."""
        with self._lock:
            gone = list(self._read.values())
            self._read.clear()
        for dropped in gone:
            dropped.forget()

    def seen(self, case_id: str, number: int) -> ShelfEntry | None:
        """Give a version if it is still read."""
        return self._known(case_id, number)

    def _known(self, case_id: str, number: int) -> ShelfEntry | None:
        with self._lock:
            found = self._read.get((case_id, number))
            if found is not None:
                self._read.move_to_end((case_id, number))
            return found
