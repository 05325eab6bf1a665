"""A case that is being edited: its tree to write into, and the case before to look at."""

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from relnet.case.messages import RelnetError, UnknownId
from relnet.case.models import Case, Relationship
from relnet.case.vocabulary import TEAM, YOUNG_PERSON
from relnet.editing.document import ID_PREFIXES, Entry, Tree, free_id, ids_of
from relnet.wording import _


class NotThere(UnknownId):
    """What an operation is about is not in the case; often a colleague has taken it out.

    The message has no id: ids of cases that were written by hand may hold names.
    """

    def __init__(self, section: str, asked: str) -> None:
        self.kind = ID_PREFIXES.get(section, section)
        self.asked = asked
        RelnetError.__init__(self, _GONE[section])


_GONE = {
    "areas": _("This area is not in the case any more. The history says who took it out."),
    "settings": _("This place is not in the case any more. The history says who took it out."),
    "stages": _("This stage is not in the case any more. The history says who took it out."),
    "people": _("This person is not in the case any more. The history says who took them out."),
    "relationships": _(
        "This relationship is not in the case any more. The history says who took it out."
    ),
    "events": _("This event is not in the case any more. The history says who took it out."),
    "prompts": _("This entry is not in the case any more. The history says who took it out."),
    "story": _("This step is not in the case any more. The history says who took it out."),
}


class CannotDo(RelnetError, ValueError):  # noqa: N818 - the name says what happened
    """An operation makes no sense on this case; the message says why."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The tree of a case, which operations write into, and the case as it was."""

    case: Case
    tree: Tree

    def entry(self, section: str, key: str) -> Entry:
        """Give an entry of a list.

        Raises:
            NotThere: there is none with this id.
        """
        found: dict[str, Entry] = self.tree[section]
        if key not in found:
            raise NotThere(section, key)
        return found[key]

    def check_member(self, member: str) -> None:
        """Check that an id is that of a person, a setting or the young person.

        Raises:
            NotThere: it is not.
        """
        if member != YOUNG_PERSON and member not in self.tree["settings"]:
            self.entry("people", member)

    def check_perspective(self, perspective: str) -> None:
        """Check that somebody can have this perspective.

        Raises:
            NotThere: nobody can.
        """
        if perspective not in (TEAM, YOUNG_PERSON):
            self.entry("people", perspective)

    def stage_number(self, stage: str) -> int:
        """Give the place of a stage in the timeline, from 0.

        Raises:
            NotThere: there is no such stage.
        """
        self.entry("stages", stage)
        return list(self.tree["stages"]).index(stage)

    def stage_after(self, stage: str) -> str | None:
        """Give the next stage; None after the last."""
        stages = list(self.tree["stages"])
        number = self.stage_number(stage) + 1
        return stages[number] if number < len(stages) else None

    def new_id(self, section: str) -> str:
        """Give an id for a new entry of a list."""
        taken = ids_of(self.case).union(*(self.tree[name] for name in ID_PREFIXES))
        return free_id(ID_PREFIXES[section], taken)

    def add(self, section: str, entry: Entry, behind: str | None = None) -> str:
        """Put a new entry into a list, behind another or at the end, and give its id."""
        key = self.new_id(section)
        self.tree[section] = _placed(self.tree[section] | {key: {"id": key, **entry}}, key, behind)
        return key

    def move(self, section: str, key: str, behind: str | None) -> None:
        """Put an entry of a list behind another; None: to the beginning.

        Raises:
            NotThere: one of the two is not there.
        """
        entry = self.entry(section, key)
        entries = self.tree[section]
        if behind is None:
            self.tree[section] = {key: entry, **entries}
            return
        self.entry(section, behind)
        self.tree[section] = _placed(entries, key, behind)


def retold(draft: Draft, tie: str) -> Draft:
    """Give the draft with a relationship in its case as it stands in the tree by now.

    One that is not valid stays as it was: then the whole case will be refused.
    """
    told = draft.tree["relationships"][tie]
    try:
        now = Relationship.model_validate(told | {"states": [*told["states"].values()]})
    except ValidationError:
        return draft
    ties = tuple(now if each.id == tie else each for each in draft.case.relationships)
    return Draft(draft.case.model_copy(update={"relationships": ties}), draft.tree)


def _placed(entries: dict[str, Any], key: str, behind: str | None) -> dict[str, Any]:
    """Give entries with one of them behind another; where it is None, they stay."""
    if behind is None or behind not in entries or behind == key:
        return entries
    order = [other for other in entries if other != key]
    order.insert(order.index(behind) + 1, key)
    return {other: entries[other] for other in order}


def set_fields(entry: Entry, fields: dict[str, Any]) -> None:
    """Set fields of an entry; None and "" take a field out, blank ends of texts go."""
    for name, value in fields.items():
        told = value.strip() if isinstance(value, str) else value
        if told is None or told in ("", []):
            entry.pop(name, None)
        else:
            entry[name] = told
