"""What everybody and every place is called: by name or, with names hidden, by role.

The stand-ins depend on the case alone, so a person is the same "Social worker 2" on every
page, in every picture and in every text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from relnet.case.doubled import said_once
from relnet.case.messages import UnknownId
from relnet.case.models import Case, Person
from relnet.case.spotting import NamePattern, name_pattern
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, AreaKind, RelationshipType, SettingKind
from relnet.wording import _

_AREAS: Mapping[AreaKind, str] = {
    AreaKind.HOME: _("home area"),
    AreaKind.PLACEMENT: _("placement area"),
    AreaKind.OTHER: _("other area"),
    AreaKind.ONLINE: _("online area"),
}
_SETTINGS: Mapping[SettingKind, str] = {
    SettingKind.FAMILY_HOME: _("family home"),
    SettingKind.FOSTER_HOME: _("foster home"),
    SettingKind.RESIDENTIAL: _("residential home"),
    SettingKind.SECURE: _("secure home"),
    SettingKind.SEMI_INDEPENDENT: _("semi-independent home"),
    SettingKind.KIN_HOME: _("home of relatives"),
    SettingKind.SCHOOL: _("school"),
    SettingKind.CLUB: _("club"),
    SettingKind.PUBLIC_PLACE: _("public place"),
    SettingKind.ONLINE: _("online space"),
    SettingKind.OTHER: _("place"),
}
_TYPES: Mapping[RelationshipType, str] = {
    RelationshipType.PRACTITIONER: _("practitioner"),
    RelationshipType.FAMILY: _("family member"),
    RelationshipType.PEER: _("peer"),
    RelationshipType.COMMUNITY: _("person in the community"),
}
_SENTENCE_START = re.compile(r"(?:^|[.!?…][”’\")\]]*\s+|\n)\s*[“‘\"'(\[]*\s*$")
_ROLE_HEAD = re.compile(r"[,;(:]")
_NUMBER = re.compile(r" \d+$")
_WORD_GOES_ON = re.compile(r" ?\w|[’'-]")
# "The social worker", "A parent", but not the initial of "A Smith".
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?)\s+(?=[a-z])")
_DETERMINERS = (
    r"(?:the|an?|my|your|his|her|its|our|their|this|that|these|those|some|any|no|all|both|each"
    r"|every|one|two|three|four|five|six|several|many|mr|mrs|ms|miss|dr)"
)
# "Parent 1", "parent 1’s sister", "her cousin": with "the" they would be wrong.
_NO_ARTICLE = re.compile(rf"^{_DETERMINERS}\b|\d(?:[’']s\b|$)", re.IGNORECASE)
# Words after which a stand-in has no "the": "her", "two", "Mum’s", "the same"; but "there’s" and
# "it’s" say "is", and a name after "that" or "both" has no other word before it.
_DETERMINED = re.compile(
    rf"(?:\b(?!(?:that|both|all)\b){_DETERMINERS}|\b(?:same|other|old|new|real|whole)"
    r"|(?<!\bthere)(?<!\bhere)(?<!\bwhere)(?<!\bthat)(?<!\bwhat)(?<!\bwho)(?<!\bhow)(?<!\bit)"
    r"(?<!\bshe)(?<!\bhe)(?<!\blet)[’']s?)\s+[“‘\"'(]*$",
    re.IGNORECASE,
)
_QUOTES = ("“", "‘")
_AFTER_SPACE = re.compile(r"[\s“‘\"'(\[—–/]$")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one case, shown or hidden. Made by ``names_of``."""

    hidden: bool
    _names: Mapping[str, str]
    _roles: Mapping[str, str]
    _pattern: NamePattern | None

    def of(self, member_id: str) -> str:
        """Give what somebody, a setting, an area or a perspective is called.

        Raises:
            UnknownId: nobody and nothing in the case has this id.
        """
        return self._found(self._names, member_id)

    def inside(self, member_id: str) -> str:
        """Give what somebody is called inside a sentence ("the young person", "the team").

        Raises:
            UnknownId: nobody and nothing in the case has this id.
        """
        if member_id == TEAM:
            return _("the team")
        name = self.of(member_id)
        if self.hidden:
            return _in_sentence(name)
        return _lower_first(name) if _ARTICLE.match(name) else name

    def opening(self, member_id: str) -> str:
        """Give what somebody is called as the first word of a sentence ("The best friend").

        Raises:
            UnknownId: nobody and nothing in the case has this id.
        """
        if self.hidden or member_id == TEAM:
            return _upper_first(self.inside(member_id))
        return self.of(member_id)

    def role(self, member_id: str) -> str:
        """Give the line beside the name: a role, or the kind of a place.

        It is empty where it would only repeat the name.

        Raises:
            UnknownId: nobody and nothing in the case has this id.
        """
        return self._found(self._roles, member_id)

    def text(self, free_text: str) -> str:
        """Give a text of the case, with the names in it replaced where names are hidden."""
        if self._pattern is None:
            return free_text
        return _replaced(free_text, self._pattern, self._names)

    def text_inside(self, free_text: str) -> str:
        """Give a text of the case as it goes on inside a sentence ("told by the best friend")."""
        told = free_text
        if self._pattern is not None:
            told = _replaced(free_text, self._pattern, self._names, inside=True)
        return _lower_first(told) if _ARTICLE.match(told) else told

    @staticmethod
    def _found(texts: Mapping[str, str], member_id: str) -> str:
        if member_id not in texts:
            raise UnknownId("member", member_id, texts)
        return texts[member_id]


def names_of(case: Case, *, hidden: bool = False) -> Names:
    """Give the names of a case, or what stands in for them."""
    pattern = name_pattern(case) if hidden else None
    roles = {person.id: person.role for person in case.people}
    if pattern is None:
        names = _own_names(case)
    else:
        names = _stand_ins(case, pattern)
        roles = {key: _replaced(role, pattern, names, label=True) for key, role in roles.items()}
    roles = {key: _added(names[key], role) for key, role in roles.items()}
    roles |= {setting.id: _SETTINGS[setting.kind] for setting in case.settings}
    roles |= {area.id: _AREAS[area.kind] for area in case.areas}
    lines = {key: "" if _repeats(names[key], role) else role for key, role in roles.items()}
    return Names(hidden, names, {YOUNG_PERSON: "", TEAM: "", **lines}, pattern)


def _own_names(case: Case) -> dict[str, str]:
    names = {TEAM: _("Team"), YOUNG_PERSON: case.young_person.name}
    names |= {person.id: person.name for person in case.people}
    names |= {setting.id: setting.name for setting in case.settings}
    return names | {area.id: area.name for area in case.areas}


def _added(name: str, role: str) -> str:
    """Give what a role tells beyond what its name says ("Sister": "sister, 13" → "13")."""
    said = _ARTICLE.sub("", _NUMBER.sub("", name))
    rest = role[len(said) :]
    if not role.casefold().startswith(said.casefold()) or _WORD_GOES_ON.match(rest):
        return role
    return rest.lstrip(" ,;:")


def _repeats(name: str, role: str) -> bool:
    """Whether the role says what the name says already, apart from "the" or "a" and a number."""
    said = _ARTICLE.sub("", name).casefold()
    return said == role.casefold() or _NUMBER.sub("", said) == role.casefold()


def _stand_ins(case: Case, pattern: NamePattern) -> dict[str, str]:
    """Name everything by role: first those whose role names nobody, then the others.

    Somebody whose role names a person who is named by another person in turn ("Dex’s
    girlfriend", "a friend of Lola’s brother") gets the type for that second person.
    """
    names = {TEAM: _("Team"), YOUNG_PERSON: _("The young person")}
    bases = {area.id: _AREAS[area.kind] for area in case.areas}
    bases |= {setting.id: _SETTINGS[setting.kind] for setting in case.settings}
    later = {person.id: person for person in case.people if pattern.finds(_head(person))}
    bases |= {
        person.id: _base(person, _head(person)) for person in case.people if person.id not in later
    }
    names |= _numbered(bases, names.values())
    known = {person.id: _TYPES[person.type] for person in later.values()} | names
    bases = {
        person.id: _base(
            person, _replaced(_head(person), pattern, known, own=person.id, label=True)
        )
        for person in later.values()
    }
    return names | _numbered(bases, names.values())


def _head(person: Person) -> str:
    """Give the role without what is told beside it ("sister, 13" → "sister")."""
    return _ROLE_HEAD.split(person.role, maxsplit=1)[0].strip()


def _base(person: Person, role: str) -> str:
    return role if any(char.isalpha() for char in role) else _TYPES[person.type]


def _numbered(bases: Mapping[str, str], taken: Iterable[str]) -> dict[str, str]:
    """Begin each stand-in with a capital, and number those that would be equal."""
    used = {name.casefold() for name in taken}
    numbers: Counter[str] = Counter()
    wanted = Counter(base.casefold() for base in bases.values())
    found = {}
    for key, base in bases.items():
        name = _upper_first(base)
        if wanted[base.casefold()] > 1 or name.casefold() in used:
            name = _next_free(name, used, numbers)
        used.add(name.casefold())
        found[key] = name
    return found


def _next_free(name: str, used: set[str], numbers: Counter[str]) -> str:
    """Give a name its first free number; ``numbers`` holds the last one that each was given."""
    folded = name.casefold()
    numbers[folded] += 1
    while f"{folded} {numbers[folded]}" in used:
        numbers[folded] += 1
    return f"{name} {numbers[folded]}"


def _replaced(
    text: str,
    pattern: NamePattern,
    names: Mapping[str, str],
    *,
    own: str | None = None,
    label: bool = False,
    inside: bool = False,
) -> str:
    """Put the stand-ins for the names in a text, as its sentences ask for.

    A text that is a ``label`` begins with a stand-in as it is, without "the"; one ``inside``
    a sentence begins with none of its own.
    """
    used: dict[str, None] = {}

    def stand_in(member: str, before: str) -> str:
        if member == own:
            return ""
        name = names[member]
        used[name] = None
        begins = not before.strip()
        if label and begins:
            return name
        told = _in_sentence(name)
        if inside and begins:
            return told
        if _SENTENCE_START.search(before):
            return _upper_first(told)
        alone = _DETERMINED.search(before) or not _AFTER_SPACE.search(before)
        if alone:
            return _lower_first(_ARTICLE.sub("", name))
        # A title that is cited ("Amira, as it was") begins as it does elsewhere.
        return _upper_first(told) if before.endswith(_QUOTES) else told

    told = pattern.replace(text, stand_in)
    areas = [name for name in used if _NUMBER.sub("", name).casefold() in _AREAS.values()]
    return told if label else said_once(told, [name for name in used if name not in areas], areas)


def _in_sentence(stand_in: str) -> str:
    """Give a stand-in as it stands inside a sentence: "the best friend", "parent 1"."""
    name = _lower_first(stand_in)
    return name if _NO_ARTICLE.search(name) else _("the {role}").format(role=name)


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower_first(text: str) -> str:
    """Begin with a small letter, but leave short forms ("GP") as they are."""
    first = text.split(" ", 1)[0]
    return text if first[1:] != first[1:].lower() else text[:1].lower() + text[1:]
