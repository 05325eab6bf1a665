"""What of a kept case is of today: added, or changed, since the day began."""

from collections.abc import Mapping
from datetime import UTC, datetime, time

from relnet.case.models import Case, Prompt
from relnet.storage.contract import Library
from relnet.web.server import current_shelf
from relnet.web.shelf_entry import ShelfEntry
from relnet.wording import _

_FIRST = 1
"""The number of every case’s first version: with it begins what relnet knows of the case."""


def fresh_today(entry: ShelfEntry, now: datetime | None = None) -> Mapping[str, str]:
    """Say of a case's questions and actions, by id, which are new or other than yesterday.

    Args:
        entry: the case; one that is in no library has no days, and nothing is said of it.
        now: a moment of the day that is meant, with its zone; without one, the present one.

    Raises:
        LibraryTrouble: the library cannot be read.
    """
    now = now or datetime.now(UTC).astimezone()
    library = current_shelf().keeping(entry.key).library if entry.line else None
    began = datetime.combine(now.date(), time(), now.tzinfo)
    if library is None or entry.line is None or entry.case is None:
        return {}
    if entry.line.changed_at < began or entry.line.number == _FIRST:
        return {}
    before = library.at(entry.key, _number_before(library, entry.key, began))
    return marks_between(before, entry.case)


def marks_between(before: Case, after: Case) -> Mapping[str, str]:
    """Say which questions and actions were added since an older version, and which changed."""
    old = {prompt.id: prompt for prompt in before.prompts}
    told = ((prompt.id, _mark(prompt, old.get(prompt.id))) for prompt in after.prompts)
    return {key: mark for key, mark in told if key and mark}


def _mark(prompt: Prompt, old: Prompt | None) -> str:
    if old is None:
        return _("new today")
    return "" if prompt == old else _("changed today")


def _number_before(library: Library, key: str, began: datetime) -> int:
    """Find the version that stood when the day began; the first one, if it was made since."""
    before: int | None = None
    while versions := library.history(key, before=before):
        for version in versions:
            if version.at < began:
                return version.number
        before = versions[-1].number
    return _FIRST
