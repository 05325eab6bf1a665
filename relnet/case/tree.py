"""A case file as read from JSON, before it is known to be a case.

A ``Node`` is a value together with where it stands in the file. Asking a node for what it
does not have gives an empty node, so that checks can look at files that are partly broken.
"""

import re
from dataclasses import dataclass

from relnet.case.messages import shown

_SIMPLE_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the file and where it stands; ``value`` is None where there is none."""

    where: str
    value: object

    def at(self, name: str) -> "Node":
        """Give what stands under a name; an empty node if this is no object with it."""
        value = self.value.get(name) if isinstance(self.value, dict) else None
        return Node(under(self.where, name), value)

    def each(self, name: str) -> tuple["Node", ...]:
        """Give the entries of the list under a name; none if there is no list."""
        found = self.at(name)
        if not isinstance(found.value, list):
            return ()
        return tuple(
            Node(under(found.where, number), entry) for number, entry in enumerate(found.value)
        )

    @property
    def text(self) -> str | None:
        """The value if it is a text."""
        return self.value if isinstance(self.value, str) else None

    @property
    def given(self) -> bool:
        """Whether something other than null stands here."""
        return self.value is not None


def under(where: str, step: str | int) -> str:
    """Say where something stands that lies one step below (``stages[2].area``)."""
    if isinstance(step, int):
        return f"{where}[{step}]"
    if not _SIMPLE_KEY.fullmatch(step):
        return f'{where}["{shown(step)}"]'
    return f"{where}.{step}" if where else step
