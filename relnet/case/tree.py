"""A case file as read from JSON, before it is known to be a case.

A ``Node`` is a value together with where it stands in the file. Asking a node for what it
does not have gives an empty node, so that checks can look at files that are partly broken.
"""

import re
from dataclasses import dataclass

from relnet.case.messages import MAX_SHOWN, shown

_SIMPLE_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")

Steps = tuple[str | int, ...]
"""Where something stands: the names and numbers that lead there from the top of the file."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the file and where it stands; ``value`` is None where there is none."""

    steps: Steps
    value: object

    def at(self, name: str) -> "Node":
        """Give what stands under a name; an empty node if this is no object with it."""
        value = self.value.get(name) if isinstance(self.value, dict) else None
        return Node((*self.steps, name), value)

    def each(self, name: str) -> tuple["Node", ...]:
        """Give the entries of the list under a name; none if there is no list."""
        found = self.at(name)
        if not isinstance(found.value, list):
            return ()
        return tuple(Node((*found.steps, n), entry) for n, entry in enumerate(found.value))

    @property
    def where(self) -> str:
        """Where this stands, in words; it is put together only for a fault."""
        return place(self.steps)

    @property
    def text(self) -> str | None:
        """The value if it is a text."""
        return self.value if isinstance(self.value, str) else None

    @property
    def given(self) -> bool:
        """Whether something other than null stands here."""
        return self.value is not None


def place(steps: Steps) -> str:
    """Say where something stands (``stages[2].area``), long names shortened."""
    where = ""
    for step in steps:
        where += _step(step, first=not where)
    return where


def _step(step: str | int, *, first: bool) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if len(step) > MAX_SHOWN or not _SIMPLE_KEY.fullmatch(step):
        return f'["{shown(step)}"]'
    return step if first else f".{step}"
