"""What the history calls people, relationships and stages, also those that are gone since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from relnet.case.messages import UnknownId
from relnet.case.models import Case
from relnet.case.names import Names
from relnet.case.vocabulary import YOUNG_PERSON
from relnet.editing.document import KEYS
from relnet.editing.revision import Change
from relnet.figures.words_join import listed
from relnet.wording import _

_MOST = 80
_WRITTEN = ("events", "prompts", "story")


@dataclass(frozen=True, slots=True)
class Named:
    """The names of a case for texts about any of its versions.

    With names hidden, no text that somebody wrote is repeated: an older one may hold names
    that the case knows no more.
    """

    case: Case
    names: Names
    others: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Entries by id that may not be in the case: those that came or went in a change."""

    def inside(self, member: str) -> str:
        """Name somebody, a setting or an area inside a sentence."""
        return self._known(member) or _("somebody or something that was taken out")

    def opening(self, member: str) -> str:
        """Name somebody, a setting or an area at the beginning of a sentence."""
        try:
            return one_line(self.names.opening(member))
        except UnknownId:
            return self._other(member, "name") or _("Somebody or something that was taken out")

    def all_of(self, members: Iterable[str]) -> str:
        """Name several, inside a sentence."""
        return listed(self.inside(member) for member in members)

    def is_there(self, member: str) -> bool:
        """Whether an id is that of somebody or something with a name."""
        return bool(self._known(member))

    def is_told(self, section: str, entry: str) -> bool:
        """Whether an entry of a list can be called by what it is."""
        if section == "relationships":
            return bool(self._ends(entry))
        return self.is_there(entry) or (section in _WRITTEN and bool(self.written(section, entry)))

    def tie(self, relationship: str) -> str:
        """Name whom a relationship is with, at the beginning of a sentence."""
        ends = self._ends(relationship)
        if not ends:
            return _("A relationship that was taken out")
        first, *others = ends
        return listed((self.opening(first), *(self.inside(other) for other in others)))

    def tie_inside(self, relationship: str) -> str:
        """Name whom a relationship is with, inside a sentence."""
        return self.all_of(self._ends(relationship)) or _("somebody who was taken out")

    def any_between_others(self, relationships: Iterable[str]) -> bool:
        """Whether any of these relationships is one between two others."""
        return any(len(self._ends(tie)) > 1 for tie in relationships)

    def stage(self, stage: str | None) -> str:
        """Name a stage."""
        label = next((s.label for s in self.case.stages if s.id == stage), None)
        if label is None:
            return self._other(stage, "label") or _("a stage that was taken out")
        return short(self.names.text(label))

    def stage_quoted(self, stage: str) -> str:
        """Name a stage in quotes, where names of stages stand in a list."""
        return _("“{text}”").format(text=self.stage(stage))

    def young_person(self) -> str:
        """Name the young person at the beginning of a sentence."""
        return self.opening(YOUNG_PERSON)

    def quoted(self, text: object) -> str:
        """Quote a text that somebody wrote; "" where there is none or names are hidden."""
        if self.names.hidden or not isinstance(text, str) or not text.strip():
            return ""
        return _("“{text}”").format(text=short(text))

    def written(self, section: str, entry: str) -> str:
        """Quote the text of an event, a prompt or a step that is in the case; "" if it is gone."""
        name = "title" if section == "story" else "text"
        found = next((e for e in getattr(self.case, section) if e.id == entry), None)
        text = self.names.text(getattr(found, name)) if found else self._other(entry, name)
        return _("“{text}”").format(text=short(text)) if text else ""

    def _known(self, member: str) -> str:
        try:
            return one_line(self.names.inside(member))
        except UnknownId:
            return self._other(member, "name")

    def _other(self, entry: str | None, name: str) -> str:
        """Give the name of an entry that is not in the case; "" where it is not to be told."""
        told = self.others.get(entry or "", {}).get(name)
        return short(str(told)) if told and not self.names.hidden else ""

    def _ends(self, relationship: str) -> tuple[str, ...]:
        tie = next((tie for tie in self.case.relationships if tie.id == relationship), None)
        if tie is not None:
            return (tie.from_,) if tie.with_young_person else (tie.from_, tie.to)
        other = self.others.get(relationship, {})
        return tuple(str(other[end]) for end in ("from", "to") if end in other)


def named_of(case: Case, names: Names, changes: Iterable[Change] = ()) -> Named:
    """Give the names of a case, and of what came or went in some changes."""
    entries = (
        (change.path[1], change.before or change.after) for change in changes if _whole(change)
    )
    return Named(case, names, {key: entry for key, entry in entries if isinstance(entry, dict)})


def one_line(text: str) -> str:
    """Give a text without line breaks."""
    return " ".join(text.split())


def short(text: str) -> str:
    """Give a text as one line that is not too long."""
    line = one_line(text)
    return line if len(line) <= _MOST else f"{line[: _MOST - 1]}…"


def _whole(change: Change) -> bool:
    """Whether a change is about a whole entry of a list of the case."""
    return len(change.path) == len(("section", "entry")) and change.path[0] in KEYS
