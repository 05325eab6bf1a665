"""A fault of a case that an edit would bring, with what stands at its place in the file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from relnet.case.messages import Fault, UnknownId, shown
from relnet.case.models import Case
from relnet.case.names import Names

_STEP = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)|\[([0-9]+)\]")


@dataclass(frozen=True, slots=True)
class Wrong:
    """One fault: ``file`` is what the edit would make, ``case`` the case before it."""

    fault: Fault
    file: Mapping[str, Any]
    case: Case
    names: Names

    @property
    def steps(self) -> tuple[str | int, ...]:
        """The names and numbers that lead to the place of the fault."""
        found = _STEP.findall(self.fault.where)
        return tuple(name or int(number) for name, number in found)

    @property
    def field(self) -> str:
        """The name of the field that is wrong; "" where it is the whole file."""
        return next((step for step in reversed(self.steps) if isinstance(step, str)), "")

    @property
    def value(self) -> Any:  # noqa: ANN401 - any value of a file
        """What stands there; None where nothing does."""
        return _at(self.file, self.steps)

    @property
    def part(self) -> Mapping[str, Any]:
        """The part of the file that has the field."""
        numbers = [place for place, step in enumerate(self.steps) if step == self.field]
        part = _at(self.file, self.steps[: numbers[-1]]) if numbers else self.file
        return part if isinstance(part, Mapping) else {}

    @property
    def in_practice(self) -> bool:
        """Whether it is a use in practice of a relationship that is ended or never formed."""
        return self.steps[:1] == ("uses",) and self.field == "level"

    def entry(self, section: str, key: object) -> Mapping[str, Any]:
        """Give an entry of the file by its id; empty where there is none."""
        return next((entry for entry in self.file[section] if entry.get("id") == key), {})

    def called(self, member: str) -> str:
        """Give what somebody or a place is called inside a sentence."""
        try:
            return shown(self.names.inside(member))
        except UnknownId:  # it is as new as the fault
            new = (self.entry(section, member) for section in ("people", "settings", "areas"))
            return shown(next((str(entry.get("name")) for entry in new if entry), member))

    def stage_called(self, stage: object) -> str:
        """Give what a stage is called."""
        return shown(self.names.text(str(self.entry("stages", stage).get("label", ""))))


def _at(value: Any, steps: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - any value of a file
    for step in steps:
        if isinstance(value, Mapping) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value
