"""A case without some of its relationships, and without what was told of them.

For files that are handed on: what is left out here is nowhere in them. Those whose every
relationship goes are gone as well. What names them cannot be told from what tells of them, so
a text in which they are named goes whole; only in names, roles, labels and titles, which
must stay, "[left out]" stands in their place. A text that means them without a name is not
found.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar

from relnet.case.models import (
    Case,
    Event,
    Factor,
    Part,
    Person,
    Prompt,
    Relationship,
    Setting,
    Stage,
    Use,
)
from relnet.case.spotting import NamePattern, name_pattern
from relnet.case.vocabulary import YOUNG_PERSON, RelationshipType, Track
from relnet.wording import _

Some = TypeVar("Some", bound=Part)

_LABELS = frozenset({"title", "name", "role", "label", "role_slot"})
_NO_TEXTS = frozenset(
    {"format", "id", "from_", "to", "stage", "perspective", "relationship", "area", "setting"}
    | {"when", "eighteenth_birthday", "settings", "held_by", "by", "people", "highlight"}
)


def without(case: Case, left_out: frozenset[str], voice: str = YOUNG_PERSON) -> Case:
    """Give a case without these relationships.

    A track of which a use goes at a stage is not recorded there any more (unless another use
    of it stays): nobody may read from the rest that nothing was done.

    Args:
        case: the whole case.
        left_out: the ids of the relationships.
        voice: whose view it is for: this person stays, even with no relationship left.

    Returns:
        a whole case again, without faults; the same one where nothing is left out.
    """
    return _Parting(case, left_out, voice).case_without() if left_out else case


@dataclass(frozen=True)
class _Parting:
    """What goes and what stays."""

    case: Case
    left_out: frozenset[str]
    voice: str

    def case_without(self) -> Case:
        case = self.case
        parts: dict[str, Any] = {
            "people": tuple(part for part in case.people if part.id not in self.gone),
            "settings": tuple(part for part in case.settings if part.id not in self.gone),
            "stages": tuple(self._stage(part) for part in case.stages),
            "relationships": tuple(self._relationship(part) for part in self.kept),
            "uses": tuple(use for part in case.uses if (use := self._use(part)) is not None),
            "events": tuple(
                part for part in case.events if not self.unnamed & {*part.by, *part.people}
            ),
            "prompts": tuple(part for part in case.prompts if part.owner not in self.unnamed),
            "story": tuple(
                part.model_copy(
                    update={"highlight": tuple(h for h in part.highlight if h in self.known)}
                )
                for part in case.story
            ),
        }
        return self._said(case.model_copy(update=parts))

    @cached_property
    def kept(self) -> list[Relationship]:
        """The relationships that stay."""
        return [part for part in self.case.relationships if part.id not in self.left_out]

    @cached_property
    def gone(self) -> frozenset[str]:
        """Those whose every relationship goes; a setting stays where somebody lives or is."""
        parted = [part for part in self.case.relationships if part.id in self.left_out]
        lonely = _ends(parted) - _ends(self.kept) - {YOUNG_PERSON, self.voice}
        return lonely - self._places(lonely)

    @cached_property
    def unnamed(self) -> frozenset[str]:
        """Those whom no text may name: also who stays, but not in a tie with the young person."""
        parted = frozenset(
            part.from_
            for part in self.case.relationships
            if part.id in self.left_out and part.with_young_person
        )
        return self.gone | (parted - self._places(parted))

    @cached_property
    def known(self) -> frozenset[str]:
        """What a step of a story can still light up."""
        parts = (self.case.people, self.case.settings, self.kept)
        found = {part.id for group in parts for part in group}
        return frozenset((found - self.gone) | {YOUNG_PERSON})

    @cached_property
    def in_texts(self) -> NamePattern:
        """Finds those whom no text may name."""
        return self._pattern(self.unnamed)

    @cached_property
    def in_labels(self) -> NamePattern:
        """Finds those who are gone."""
        return self._pattern(self.gone)

    def _places(self, lonely: frozenset[str]) -> frozenset[str]:
        """Give the settings that are needed to say where somebody who stays lives or is."""
        found = {stage.setting for stage in self.case.stages}
        for person in self.case.people:
            if person.id not in lonely:
                found |= {*person.settings, *(there.setting for there in person.where)}
        return frozenset(key for key in found if key)

    def _stage(self, stage: Stage) -> Stage:
        unsaid = {
            track
            for use in self.case.uses
            if use.stage == stage.id and use.relationship in self.left_out
            for track in self._tracks[use.relationship]
        }
        return stage.model_copy(
            update={
                "factors": tuple(f for f in stage.factors if f.relationship not in self.left_out),
                "safety": tuple(s for s in stage.safety if s.perspective not in self.gone),
                "uses_recorded": tuple(t for t in stage.uses_recorded if t not in unsaid),
            }
        )

    @cached_property
    def _tracks(self) -> dict[str, tuple[Track, ...]]:
        return {part.id: part.tracks[:1] for part in self.case.relationships}

    def _relationship(self, part: Relationship) -> Relationship:
        states = tuple(s for s in part.states if s.perspective not in self.gone)
        return part.model_copy(update={"states": states})

    def _use(self, use: Use) -> Use | None:
        """Take out who holds a use; where that would give it to somebody else, leave it out."""
        if use.relationship in self.left_out:
            return None
        holders = tuple(holder for holder in use.held_by if holder not in self.unnamed)
        if holders or not use.held_by:
            return use.model_copy(update={"held_by": holders})
        own = next(part.from_ for part in self.kept if part.id == use.relationship)
        falls_back = any(
            person.id == own and person.type is RelationshipType.PRACTITIONER
            for person in self.case.people
        )
        return None if falls_back else use.model_copy(update={"held_by": ()})

    def _pattern(self, members: frozenset[str]) -> NamePattern:
        """Make what finds these; a surname that somebody who stays has too is theirs."""
        sought = [part for part in self.case.people if part.id in members]
        surnames = {_surname(part) for part in sought} - {""}
        same = [
            part.model_copy(update={"name": _surname(part)})
            for part in self.case.people
            if part.id not in members and _surname(part) in surnames
        ]
        settings: tuple[Setting, ...] = tuple(p for p in self.case.settings if p.id in members)
        found = {"people": (*same, *sought), "settings": settings, "areas": ()}
        return name_pattern(self.case.model_copy(update=found))

    def _said(self, part: Some) -> Some:
        """Give a part with only those texts that name nobody who is left out."""
        changed = {name: self._value(name, value) for name, value in part}
        return part.model_copy(update=changed)

    def _value(self, name: str, value: Any) -> Any:  # noqa: ANN401 - a field of any model
        if isinstance(value, Part):
            return self._said(value)
        if isinstance(value, tuple):
            said = (self._value(name, one) for one in value if self._stays(one))
            return tuple(one for one in said if one is not None)
        if not isinstance(value, str) or isinstance(value, StrEnum) or name in _NO_TEXTS:
            return value
        if name in _LABELS:
            return self._label(value)
        return None if self._is_unsayable(value) else value

    def _stays(self, entry: object) -> bool:
        """Whether an entry keeps its text, where it is nothing without one."""
        if not isinstance(entry, Event | Factor | Prompt):
            return True
        owner = entry.owner if isinstance(entry, Prompt) else None
        return not any(self._is_unsayable(text) for text in (entry.text, owner or ""))

    def _is_unsayable(self, text: str) -> bool:
        return not self.unnamed.isdisjoint(self.in_texts.named(text))

    def _label(self, text: str) -> str:
        if self.gone.isdisjoint(self.in_labels.named(text)):
            return text
        return self.in_labels.replace(text, self._stand_in)

    def _stand_in(self, member: str, _before: str) -> str | None:
        return _("[left out]") if member in self.gone else None


def _ends(ties: Iterable[Relationship]) -> frozenset[str]:
    return frozenset(end for part in ties for end in (part.from_, part.to))


def _surname(person: Person) -> str:
    *before, last = person.name.split()
    return last if before else ""
