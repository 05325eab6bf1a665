"""Which cases the page of two sides offers: those of the files, and those of the library."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice

from relnet.case.models import Case
from relnet.storage.contract import LibraryTrouble
from relnet.web.looks import current_looks
from relnet.web.pages.library_cards import Listing, listing_of, shown_title
from relnet.web.server import current_shelf
from relnet.web.shelf_entry import ShelfEntry
from relnet.web.when import changed_words
from relnet.wording import _

MOST_OFFERED = 200
"""How many cases of the library are offered, the one changed last first."""


class Where(Enum):
    """Where a case is that can be chosen."""

    OWN = auto()
    """Opened, or a what if: only who has its address finds it."""
    FILES = auto()
    LIBRARY = auto()


@dataclass(frozen=True, slots=True)
class Offered:
    """A case to choose: its key, its title, and where it is."""

    key: str
    title: str
    where: Where


def offered_cases(*, hidden: bool) -> tuple[Offered, ...]:
    """Give the cases that can be compared: of the files in their order, then of the library.

    Opened cases and what ifs are not among them: only who has their address finds those.

    Args:
        hidden: whether names are hidden; they may stand in titles.
    """
    files = (entry for entry in current_shelf().entries() if entry.case is not None)
    found = [Offered(entry.key, _title(entry, hidden=hidden), Where.FILES) for entry in files]
    return (*found, *islice(_of_library(hidden=hidden), MOST_OFFERED))


def offered(entry: ShelfEntry, *, hidden: bool) -> Offered:
    """Offer one case that stands in no list, and whose file has no faults."""
    in_library = entry.editable and not entry.trying
    where = Where.LIBRARY if in_library else Where.OWN
    return Offered(entry.key, _title(entry, hidden=hidden), where)


def twin_of(entry: ShelfEntry, *, hidden: bool) -> Offered | None:
    """Give the other story that the sample cases tell of the same young person, stage by stage.

    They tell Amira's twice. Other cases have none: a copy tells the same, and two young people
    may have one name.

    Args:
        entry: the case whose twin is asked for; its file has no faults.
        hidden: whether names are hidden; they may stand in titles.
    """
    if not entry.sample:
        return None
    told = entry.network.case
    for other in current_shelf().entries():
        case = other.case if other.sample and other.key != entry.key else None
        if case is not None and case.story and _is_alike(case, told):
            return Offered(other.key, _title(other, hidden=hidden), Where.FILES)
    return None


def _is_alike(one: Case, other: Case) -> bool:
    """Whether two cases tell of one young person at the same stages."""
    return one.young_person.name == other.young_person.name and [
        stage.id for stage in one.stages
    ] == [stage.id for stage in other.stages]


def _title(entry: ShelfEntry, *, hidden: bool) -> str:
    return entry.names(hidden=hidden).text(entry.network.case.title)


def _of_library(*, hidden: bool) -> Iterator[Offered]:
    library = current_shelf().kept.library
    if library is None:
        return
    try:
        lines = library.lines()
    except LibraryTrouble:  # what can be compared without it is still offered
        return
    listing: Listing = listing_of(library, current_looks(), hidden=hidden)
    for line in lines:
        title = shown_title(listing, line, listing.look(line, read=False))
        when = changed_words(line.changed_at, "", listing.now)
        words = _("{title} · {when}").format(title=title, when=when)
        yield Offered(line.id, words, Where.LIBRARY)
