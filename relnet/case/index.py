"""What a case file names: every id with its kind, and whether an id that is meant exists.

It looks at a file that may be partly broken, so it also knows where it cannot see: where an
entry has no readable id, a name that leads nowhere may mean that entry, and is no fault.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from relnet.case.messages import Fault, no_such, shown
from relnet.case.tree import Node
from relnet.case.vocabulary import TEAM, YOUNG_PERSON
from relnet.wording import _

MAX_FAULTS = 200
"""How many faults of one file are told; after that only their number."""

_SUGGESTED_FOR = 20
"""For how many of them a like id is looked for: among a thousand ids that takes a while."""

SECTIONS = {
    "areas": "area",
    "settings": "setting",
    "stages": "stage",
    "people": "person",
    "relationships": "relationship",
    "events": "event",
    "prompts": "prompt",
    "story": "step",
}
"""The parts of the file whose entries have ids, and the kind of thing each holds."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What an id must name: ``name`` is what a message calls it."""

    name: str
    kinds: tuple[str, ...]
    reserved: tuple[str, ...] = ()


AREA = Meant("area", ("area",))
SETTING = Meant("setting", ("setting",))
STAGE = Meant("stage", ("stage",))
RELATIONSHIP = Meant("relationship", ("relationship",))
HOLDER = Meant("person", ("person",), (YOUNG_PERSON,))
MEMBER = Meant("member", ("person", "setting"))
ANY_MEMBER = Meant("member", ("person", "setting"), (YOUNG_PERSON,))
PART = Meant("part", ("person", "setting", "relationship"))
PERSPECTIVE = Meant("perspective", ("person",), (TEAM, YOUNG_PERSON))


@dataclass(slots=True)
class Found:
    """The faults found so far; past ``MAX_FAULTS`` they are only counted."""

    faults: list[Fault] = field(default_factory=list)
    more: int = 0

    def add(self, where: Callable[[], str], what: Callable[[], str]) -> None:
        """Note a fault; where and what are put into words only if it will be told."""
        if len(self.faults) < MAX_FAULTS:
            self.faults.append(Fault(where(), what()))
        else:
            self.more += 1

    def add_at(self, node: Node, what: Callable[[], str]) -> None:
        """Note a fault of a node."""
        self.add(lambda: node.where, what)

    @property
    def suggesting(self) -> bool:
        """Whether a fault that is found now may suggest an id."""
        return len(self.faults) < _SUGGESTED_FOR


@dataclass(frozen=True, slots=True)
class Index:
    """Every id of a file by kind, with the entry that it belongs to."""

    by_kind: dict[str, dict[str, Node]]
    partial: frozenset[str]
    stage_numbers: dict[str, int]

    def entry(self, meant: Meant, node: Node) -> Node | None:
        """Give the entry that an id names; None if it names none of the right kind."""
        if node.text is None:
            return None
        entries = (self.by_kind[kind].get(node.text) for kind in meant.kinds)
        return next((entry for entry in entries if entry is not None), None)

    def stage_number(self, part: Node) -> int | None:
        """Give the number of the stage that a part of the file is about; None if unreadable."""
        return self.stage_numbers.get(part.at("stage").text or "")

    def check(self, meant: Meant, node: Node, found: Found) -> None:
        """Note a fault if an id names nothing of the kind that is meant."""
        asked = node.text
        if asked is None or asked in meant.reserved or self.entry(meant, node) is not None:
            return
        other = next((ids[asked] for ids in self.by_kind.values() if asked in ids), None)
        if other is not None:
            found.add_at(node, lambda: _wrong_kind(meant.name, asked, other))
        elif self.partial.isdisjoint(meant.kinds):
            known = self._known(meant) if found.suggesting else ()
            found.add_at(node, lambda: no_such(meant.name, asked, known))

    def _known(self, meant: Meant) -> tuple[str, ...]:
        return (*meant.reserved, *(key for kind in meant.kinds for key in self.by_kind[kind]))


def make_index(root: Node, found: Found) -> Index:
    """Collect the ids of a file; an id that stands twice or is reserved is a fault."""
    by_kind: dict[str, dict[str, Node]] = {kind: {} for kind in SECTIONS.values()}
    owner: dict[str, Node] = {YOUNG_PERSON: root.at(YOUNG_PERSON), TEAM: root}
    partial = set()
    for section, kind in SECTIONS.items():
        for entry in root.each(section):
            asked = entry.at("id").text
            if asked is None:
                partial.add(kind)
            elif asked in owner:
                _note_taken(entry.at("id"), asked, owner[asked], found)
            else:
                owner[asked] = by_kind[kind][asked] = entry
        if root.at(section).given and not isinstance(root.at(section).value, list):
            partial.add(kind)
    stages = root.each("stages")
    numbers = {entry.at("id").text or "": number for number, entry in enumerate(stages)}
    return Index(by_kind, frozenset(partial), numbers)


def _note_taken(node: Node, asked: str, owner: Node, found: Found) -> None:
    if asked in (YOUNG_PERSON, TEAM):
        what = _("'{id}' is reserved; choose another id")
        found.add_at(node, lambda: what.format(id=asked))
    else:
        what = _("the id '{id}' is already that of {other}; choose another")
        found.add_at(node, lambda: what.format(id=shown(asked), other=owner.where))


def _wrong_kind(name: str, asked: str, other: Node) -> str:
    """Say that an id names something else than what belongs here."""
    what = {
        "area": _("'{id}' is {other}; an area belongs here"),
        "setting": _("'{id}' is {other}; a setting belongs here"),
        "stage": _("'{id}' is {other}; a stage belongs here"),
        "relationship": _("'{id}' is {other}; a relationship belongs here"),
        "person": _("'{id}' is {other}; a person belongs here"),
        "member": _("'{id}' is {other}; a person or a setting belongs here"),
        "part": _("'{id}' is {other}; a person, a setting or a relationship belongs here"),
        "perspective": _("'{id}' is {other}; write 'team', 'young_person' or a person's id"),
    }[name]
    return what.format(id=shown(asked), other=other.where)
