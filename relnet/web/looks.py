"""What the start page shows of a case: its title, what is in it, its miniature."""

from base64 import b64encode
from dataclasses import dataclass

from flask import Flask, current_app

from relnet.case.messages import CaseFaults
from relnet.case.models import Case
from relnet.case.names import Names, names_of
from relnet.figures.miniature import miniature, miniature_words
from relnet.network.graph import CaseNetwork, build_network
from relnet.storage.contract import Library, LibraryTrouble, Line, NoSuchCase
from relnet.web.keeping import Store
from relnet.wording import _, ngettext

_MOST_LOOKS = 4000
"""How many looks are kept: two (names shown, names hidden) for each case of a large library."""

_NO_LIMIT = 10**12
_PLACE = "relnet_looks"


@dataclass(frozen=True, slots=True)
class Look:
    """What a card shows of a case; ``picture`` is the address of an image."""

    title: str
    facts: str
    words: str
    picture: str


def look_of(network: CaseNetwork, names: Names) -> Look:
    """Make the look of a case, with names as they are to be shown."""
    return Look(
        names.text(network.case.title),
        _counted(network.case),
        miniature_words(network, names),
        _as_image(miniature(network, names)),
    )


class Looks:
    """The looks of a library's cases, made once for each version. Safe to use from threads."""

    def __init__(self) -> None:
        self._store = Store(_MOST_LOOKS, _NO_LIMIT)

    def of(self, library: Library, line: Line, *, hidden: bool) -> Look | None:
        """Give the look of a case; None where it cannot be read (any more)."""
        try:
            return self._store.kept(
                self, (line.id, line.number, hidden), lambda: _read(library, line, hidden=hidden)
            )
        except (NoSuchCase, LibraryTrouble, CaseFaults):
            return None

    def known(self, line: Line, *, hidden: bool) -> Look | None:
        """Give the look of a case if it was made already."""
        found = self._store.if_kept(self, (line.id, line.number, hidden))
        return found if isinstance(found, Look) else None

    def forget(self) -> None:
        """Drop all of them: a case was removed for good."""
        self._store.forget(self)


def hang_looks(server: Flask) -> None:
    """Let a server keep the looks of its library's cases."""
    server.config[_PLACE] = Looks()


def current_looks() -> Looks:
    """Give the looks of the app that answers the current request."""
    looks: Looks = current_app.config[_PLACE]
    return looks


def _read(library: Library, line: Line, *, hidden: bool) -> Look:
    case = library.get(line.id).case
    return look_of(build_network(case), names_of(case, hidden=hidden))


def _counted(case: Case) -> str:
    stages, people = len(case.stages), len(case.people)
    return _("{stages} · {people}").format(
        stages=ngettext("{count} stage", "{count} stages", stages).format(count=stages),
        people=ngettext("{count} person", "{count} people", people).format(count=people),
    )


def _as_image(svg: str) -> str:
    """Put a picture into its own address, so that no cache ever holds it."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
