"""Cases of older formats, brought to today's one.

When the format changes, the old name goes into ``UPGRADES`` with the way to the next one.
A kept case is upgraded when it is opened, as a version of its own; what was kept before
stays in its history, letter for letter.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from relnet.case.models import FORMAT
from relnet.storage.trouble import Reason, trouble

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Upgrade:
    """The way from one format to the next: its name, and what to do with a file's values."""

    to: str
    change: Callable[[Plain], Plain]


UPGRADES: Mapping[str, Upgrade] = {}
"""From each older format to the next one. Today's is the first, so there is none yet."""


def upgraded(values: Plain, upgrades: Mapping[str, Upgrade]) -> Plain:
    """Give the values of a case in today's format.

    Raises:
        LibraryTrouble: no way leads from its format to today's; so it is a newer one.
    """
    seen: set[str] = set()
    while (name := str(values.get("format"))) != FORMAT:
        if name in seen or name not in upgrades:
            raise trouble(Reason.NEWER_CASE)
        seen.add(name)
        upgrade = upgrades[name]
        values = upgrade.change(values) | {"format": upgrade.to}
    return values
