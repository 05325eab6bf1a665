"""One case as the pages know it: what was read, and what was made of it so far."""

import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import cast

from relnet.case.messages import CaseFaults, Fault, RelnetError
from relnet.case.models import Case
from relnet.case.names import Names, names_of
from relnet.network.graph import CaseNetwork, build_network
from relnet.storage.contract import Line
from relnet.web.keeping import Made, Store
from relnet.wording import _


class UnknownCase(RelnetError, LookupError):  # noqa: N818 - the name says what happened
    """A case was asked for that this server does not have, or no longer has."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "relnet keeps a case that you open for up to eight hours, and forgets it when it"
                " stops. Go to the start page and open the file again."
            )
        )


@dataclass(frozen=True)
class ShelfEntry:
    """One case: its key in the address, and the case or what is wrong with its file.

    Safe to use from several threads: what is made of a case is made by one of them, while
    the others wait for it.
    """

    key: str
    case: Case | None
    faults: tuple[Fault, ...] = ()
    file_name: str = ""
    sample: bool = False
    copyable: bool = False
    """Whether a copy of it can be kept, since the server has a library."""
    version: int | None = None
    """The number of an older version of a case of the library, to look at."""
    line: Line | None = None
    """Its line in the library, where it comes from there in its newest version."""
    origin: str = ""
    """The key of the case on which this one tries something; "": it is no what if."""
    store: Store = field(default_factory=Store, compare=False, repr=False)
    _small: dict[Hashable, object] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    _making: threading.RLock = field(
        default_factory=threading.RLock, init=False, compare=False, repr=False
    )
    _gone: threading.Event = field(
        default_factory=threading.Event, init=False, compare=False, repr=False
    )

    @property
    def editable(self) -> bool:
        """Whether this is a case of the library that can be edited."""
        return self.line is not None and self.line.deleted_at is None

    @property
    def trying(self) -> bool:
        """Whether this is a what if as it is now."""
        return bool(self.origin) and self.editable

    @property
    def network(self) -> CaseNetwork:
        """The case's network, built once.

        Raises:
            CaseFaults: the file has faults, so there is no case.
        """
        return self._once("network", lambda: build_network(self._the_case()))

    def names(self, *, hidden: bool) -> Names:
        """Give the case's names, or what stands in for them, found once.

        Raises:
            CaseFaults: the file has faults, so there is no case.
        """
        return self._once(("names", hidden), lambda: names_of(self._the_case(), hidden=hidden))

    def kept(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Give what was made of this case under a key; make it if it is not in the store.

        The store is the whole shelf's: what was looked at longest ago is dropped from it.
        """
        with self._making:
            made = self.store.kept(self, key, make)
        if self._gone.is_set():  # meanwhile
            self.store.forget(self)
        return made

    def if_kept(self, key: Hashable) -> object | None:
        """Give what is kept under a key; None where nothing is."""
        return self.store.if_kept(self, key)

    def forget(self) -> None:
        """Drop what was made of this case, now and later."""
        self._gone.set()
        self.store.forget(self)

    def _once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        with self._making:
            if key not in self._small:
                self._small[key] = make()
            return cast("Made", self._small[key])

    def _the_case(self) -> Case:
        if self.case is None:
            raise CaseFaults(self.faults)
        return self.case
