"""The cells of a person in the grid: what they say, and what typed words mean there."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from relnet.case.messages import nearest, shown
from relnet.case.models import Case, Person, Relationship
from relnet.case.vocabulary import RelationshipType, Track
from relnet.figures.words_join import with_commas
from relnet.web.edit.grid_state import NotUnderstood
from relnet.wording import _
from relnet.words import label

YES, NO = _("yes"), _("no")

COLUMNS: Mapping[str, str] = {
    "name": _("Name"),
    "role": _("Role"),
    "type": _("Type"),
    "track": _("Track"),
    "role_slot": _("Role that successors share"),
    "area": _("Area"),
    "group_size": _("A group: how many"),
    "time_limited": _("Service or role ends"),
    "note": _("Note"),
}
"""The columns of the people, with what stands above them."""

_SPLIT = re.compile(r"[,;/+\n]")
_TYPE_WORDS: Mapping[str, StrEnum] = {
    "professional": RelationshipType.PRACTITIONER,
    "worker": RelationshipType.PRACTITIONER,
    "relative": RelationshipType.FAMILY,
    "friend": RelationshipType.PEER,
    "peers": RelationshipType.PEER,
}
_TRACK_WORDS: Mapping[str, StrEnum] = {
    "trusted": Track.TRUSTED,
    "trusted relationship": Track.TRUSTED,
    "parent child": Track.PARENT_CHILD,
    "parents": Track.PARENT_CHILD,
    "family": Track.PARENT_CHILD,
    "community": Track.COMMUNITY_PEER,
    "community peer": Track.COMMUNITY_PEER,
    "peer": Track.COMMUNITY_PEER,
    "peers": Track.COMMUNITY_PEER,
}
_YES_WORDS = frozenset({"yes", "y", "true", "x", "1"})
_NO_WORDS = frozenset({"no", "n", "false", "0"})


@dataclass(frozen=True, slots=True)
class PersonCells:
    """A person with their own relationship, the one in whose track they stand."""

    person: Person
    tie: Relationship | None

    def texts(self, case: Case) -> dict[str, str]:
        """Give what stands in each cell, as it can be typed again."""
        person = self.person
        areas = {area.id: area.name for area in case.areas}
        tracks = self.tie.tracks if self.tie else ()
        return {
            "name": person.name,
            "role": person.role,
            "type": label(person.type),
            "track": with_commas([label(track) for track in tracks]),
            "role_slot": person.role_slot or "",
            "area": areas[person.area] if person.area else "",
            "group_size": person.group_size or "",
            "time_limited": {True: YES, False: NO, None: ""}[person.time_limited],
            "note": person.note or "",
        }


def people_cells(case: Case) -> tuple[PersonCells, ...]:
    """Give everybody, in the order of the file."""
    own: dict[str, Relationship] = {}
    for tie in case.relationships:
        if tie.with_young_person:
            own.setdefault(tie.from_, tie)
    return tuple(PersonCells(person, own.get(person.id)) for person in case.people)


def read_person_cell(case: Case, column: str, text: str) -> Any:  # noqa: ANN401 - of any field
    """Read what was typed into a cell; None where it is empty.

    Raises:
        NotUnderstood: it means nothing in this column; the message says what would.
    """
    plain = text.strip()
    reader = _READERS.get(column)
    return reader(case, plain) if reader and plain else plain or None


def _type(_case: Case, text: str) -> RelationshipType:
    found = _chosen(text, RelationshipType, _TYPE_WORDS)
    return RelationshipType(found)


def _tracks(_case: Case, text: str) -> tuple[Track, ...]:
    found = [_chosen(part, Track, _TRACK_WORDS) for part in _SPLIT.split(text) if part.strip()]
    return tuple(dict.fromkeys(Track(track) for track in found))


def _area(case: Case, text: str) -> str:
    by_name = {_plain(area.name): area.id for area in case.areas}
    if _plain(text) not in by_name:
        raise _none_of(text, [area.name for area in case.areas])
    return by_name[_plain(text)]


def _yes_or_no(_case: Case, text: str) -> bool:
    word = _plain(text)
    if word in _YES_WORDS or word == _plain(YES):
        return True
    if word in _NO_WORDS or word == _plain(NO):
        return False
    raise _none_of(text, [YES, NO])


_READERS: Mapping[str, Callable[[Case, str], Any]] = {
    "type": _type,
    "track": _tracks,
    "area": _area,
    "time_limited": _yes_or_no,
}


def _chosen(text: str, words: type[StrEnum], also: Mapping[str, StrEnum]) -> StrEnum:
    """Find which word of a closed set somebody means."""
    known = {_plain(label(word)): word for word in words} | dict(also)
    if _plain(text) not in known:
        raise _none_of(text, [label(word) for word in words])
    return known[_plain(text)]


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[-–_’']", " ", text.casefold()).split())


def _none_of(text: str, known: Iterable[str]) -> NotUnderstood:
    offered = list(known)
    near = nearest(text.strip(), offered)
    if near is not None:
        words = _("There is no “{word}” here. Did you mean “{near}”?")
        return NotUnderstood(words.format(word=shown(text.strip()), near=near))
    words = _("There is no “{word}” here. Write one of these: {known}.")
    return NotUnderstood(words.format(word=shown(text.strip()), known=with_commas(offered)))
