"""What ifs: cases in memory alone, in which something is tried on another case."""

import re
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from relnet.case.messages import RelnetError
from relnet.case.models import MAX_NAME, Case
from relnet.storage.contract import Editor, Library
from relnet.web.alarm import Alarm
from relnet.web.keeping import Store
from relnet.web.kept_cases import VERSION_SIGN, KeptCases
from relnet.web.shelf_entry import UnknownCase
from relnet.wording import _

MOST = 20
"""How many there are at most; the one that nobody has looked at for longest goes first."""

LONGEST = 8 * 60 * 60.0
"""How long (seconds) one is in memory, as a case that is opened."""

_MARK = "what-if-"
_KEY = re.compile(f"{_MARK}[0-9a-f]{{32}}")


class ForgottenWhatIf(UnknownCase):
    """A what if was asked for that is not there any more."""

    def __init__(self) -> None:
        RelnetError.__init__(
            self,
            _(
                "This was a “What if”, on the screen alone. relnet forgets it when it is kept or"
                " thrown away, after eight hours, and when it stops. Go to the start page and"
                " open the case again."
            ),
        )


@dataclass(frozen=True, slots=True)
class WhatIf:
    """One: its key, the key of the case that it tries something on, and where it is in memory."""

    key: str
    origin: str
    library: Library
    cases: KeptCases
    begun_at: float

    def has_tried(self) -> bool:
        """Whether it is other than it began."""
        return self.library.get(self.key).case != self.library.at(self.key, 1)

    def forget(self) -> None:
        """Let go of all of it."""
        self.cases.forget()
        self.library.close()


class WhatIfs:
    """All what ifs of one server, in memory alone. Safe to use from several threads.

    Each is the one case of a library of its own, so that it is edited as every other case.
    """

    def __init__(self, store: Store, clock: Callable[[], float]) -> None:
        self._store = store
        self._clock = clock
        self._lock = threading.Lock()
        self._all: OrderedDict[str, WhatIf] = OrderedDict()
        self._alarm = Alarm(self._when_alarm_rings)

    def begin(self, origin: str, case: Case, by: Editor) -> WhatIf:
        """Begin one on a case as it is now, under a key that nobody can guess."""
        from relnet.storage.opening import memory_library  # noqa: PLC0415 - slow to import

        library = memory_library(_MARK)
        tried = case.model_copy(update={"title": tried_title(case.title)})
        key = library.create(tried, by).line.id
        cases = KeptCases(library, self._store, origin)
        made = WhatIf(key, origin, library, cases, self._clock())
        with self._lock:
            self._all[key] = made
            gone = self._take_out_old()
            self._set_alarm()
        _forget(gone)
        return made

    def find(self, key: str) -> WhatIf | None:
        """Give the one under a key, or under that of one of its versions; None for other cases.

        Raises:
            ForgottenWhatIf: it was one.
        """
        own = key.partition(VERSION_SIGN)[0]
        if not _KEY.fullmatch(own):
            return None
        with self._lock:
            gone = self._take_out_old()
            found = self._all.get(own)
            if found is not None:
                self._all.move_to_end(own)
        _forget(gone)
        if found is None:
            raise ForgottenWhatIf
        return found

    def drop(self, key: str) -> None:
        """Forget one; nothing where there is none."""
        with self._lock:
            found = self._all.pop(key, None)
        _forget([found] if found else [])

    def _take_out_old(self) -> list[WhatIf]:
        oldest = self._clock() - LONGEST
        old = [key for key, one in self._all.items() if one.begun_at < oldest]
        gone = [self._all.pop(key) for key in old]
        while len(self._all) > MOST:
            gone.append(self._all.popitem(last=False)[1])
        return gone

    def _set_alarm(self) -> None:
        """See to it that the oldest is forgotten even if nobody asks again."""
        if self._all:
            first = min(one.begun_at for one in self._all.values())
            self._alarm.set(first + LONGEST - self._clock())

    def _when_alarm_rings(self) -> None:
        with self._lock:
            gone = self._take_out_old()
            self._set_alarm()
        _forget(gone)


def tried_title(title: str) -> str:
    """Call what is tried on a case after its title."""
    words = _("{title}: what if")
    room = MAX_NAME - len(words.format(title=""))
    return words.format(title=title[:room].rstrip())


def _forget(gone: list[WhatIf]) -> None:
    for one in gone:
        one.forget()
