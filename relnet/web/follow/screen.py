"""What those who follow from another device get: one page of a case, as it is shown here.

It is the file that one takes away (``relnet.web.handout``), made of what is on the screen of
the page that leads: what is hidden there is not in it.
"""

import gzip
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from relnet.case.messages import RelnetError
from relnet.figures.refs import refs_of
from relnet.figures.showing import Showing, asked_showing
from relnet.web.case_view import CaseView
from relnet.web.follow.rooms import Shown
from relnet.web.follow.shown import read_shown
from relnet.web.handout.page import handout_of
from relnet.web.handout.shown import shown_view

LOOK_EVERY = 0.3
"""Seconds between two looks at whether the case has changed meanwhile."""

_LEVEL = 5


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of what is shown.

    Attributes:
        page: the number of the page that shows it.
        view: the view's name.
        stage: the stage's number.
        chosen: what is chosen, by its name; empty for nothing.
        refs: the same by the short names of the page's marks.
    """

    page: int
    view: str
    stage: int
    chosen: str
    refs: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Page:
    """One page, and what it is made of: it is another one where what it shows is other."""

    number: int
    view: CaseView
    showing: Showing
    opening: str
    only_at: int | None

    @cached_property
    def shown(self) -> tuple[CaseView, int]:
        """What is shown, and how many relationships are left out."""
        return shown_view(self.view, self.showing)

    def shows(self, view: CaseView, showing: Showing) -> bool:
        return (
            self.view.network is view.network
            and self.view.names.hidden == view.names.hidden
            and self.view.perspective == view.perspective
            and (self.showing, self.only_at) == (showing, _only_at(view, showing))
        )


class Screen:
    """Makes what is shown of one case into pages. Safe to use from threads.

    Args:
        shown: gives what the page that leads shows; None where none leads.
        look: finds what an address and "names are hidden" mean.
        clock: gives the time; only tests give another.
    """

    def __init__(
        self,
        shown: Callable[[], Shown | None],
        look: Callable[[Mapping[str, str], bool], CaseView],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._shown, self._look, self._clock = shown, look, clock
        self._lock, self._writing = threading.Lock(), threading.Lock()
        self._seen: tuple[Shown, float, Moment | None] | None = None
        self._page: _Page | None = None
        self._written: tuple[int, bytes] | None = None

    def now(self) -> Moment | None:
        """Give what is shown; None where nobody leads, or the case is gone."""
        shown = self._shown()
        with self._lock:
            if shown is None:
                self._seen = self._page = None
                return None
            now = self._clock()
            if self._seen is None or self._seen[0] != shown or now - self._seen[1] > LOOK_EVERY:
                self._seen = shown, now, self._moment(shown)
            return self._seen[2]

    def page(self) -> tuple[int, bytes] | None:
        """Give the page that is shown, packed (gzip), with its number; None as above."""
        with self._writing:
            # Writing takes a while: what was hidden meanwhile is not given any more.
            while (page := self._newest()) is not None:
                if self._written is not None and self._written[0] == page.number:
                    return self._written
                self._written = page.number, _write(page)
            self._written = None
            return None

    def _newest(self) -> _Page | None:
        self.now()
        with self._lock:
            return self._page

    def _moment(self, shown: Shown) -> Moment | None:
        try:
            args = read_shown(shown.search)
            view = self._look(args, shown.hidden)
        except RelnetError:
            self._page = None
            return None
        showing = asked_showing(args)
        name = args.get("view", "map")
        page = self._page
        if page is None or not page.shows(view, showing):
            number = time.monotonic_ns()
            page = self._page = _Page(number, view, showing, name, _only_at(view, showing))
        chosen, refs = _chosen(page, args.get("chosen", ""))
        return Moment(page.number, name, view.stage, chosen, refs)


def _only_at(view: CaseView, showing: Showing) -> int | None:
    """Give the stage where what is left out hangs on it."""
    return view.stage if showing.only else None


def _write(page: _Page) -> bytes:
    shown, left_out = page.shown
    return gzip.compress(handout_of(shown, page.opening, left_out, marked=True), _LEVEL)


def _chosen(page: _Page, chosen: str) -> tuple[str, tuple[str, ...]]:
    """Name what is chosen, in words and as the page's marks are called, where it is not left out.

    Where something is left out, what comes after it has another short name than on the page
    that leads.
    """
    if not chosen:
        return "", ()
    view, (shown, _left_out) = page.view, page.shown
    kept = refs_of(shown.case)
    of_ref = {ref: name for name, ref in refs_of(view.case).items() if name in kept}
    found = [of_ref[ref] for ref in chosen.split(".") if ref in of_ref]
    ends = {part.id: part.from_ for part in shown.case.relationships}
    words = ", ".join(dict.fromkeys(view.names.of(ends.get(name, name)) for name in found))
    return words, tuple(kept[name] for name in found)
