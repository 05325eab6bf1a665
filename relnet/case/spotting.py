"""Finds the names of a case in its free texts.

Looked for are the whole names of people and places, and of people also each part that is
itself a name ("Osei" for "Coach Osei"). Ordinary words that are a part of a name are not.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from relnet.case.models import Case
from relnet.case.vocabulary import YOUNG_PERSON

# Words that stand in many people's names and texts and single nobody out.
_ORDINARY_TEXT = """
    a academy adult and aunt auntie aunty baby boy boys brother carer centre children class
    club coach college community constable council cousin dad daddy dame dc di doctor dr ds
    estate family father flat foster friend friends gran grandad granddad grandfather grandma
    grandmother grandpa granny grandparent great group hall home hospital house i imam
    inspector justice key lady local lord madam mam man miss mother mr mrs ms mum mummy mx nan
    nana nanny nurse officer old online park parent pastor pc peer people person placement
    place police prof professor rabbi rev reverend road school senior service services sgt
    sergeant sir sister social st stepdad stepmum street student support teacher team the town
    uncle unit victim woman worker year young youth
"""
_ORDINARY = frozenset(_ORDINARY_TEXT.split())
# Given names that are words as well: found only where they begin with a capital.
_ALSO_WORDS_TEXT = """
    amber angel april art august autumn bill bob bunny carol chance chase chip cliff crystal
    daisy dale dawn dean drew earl eve faith frank grace grant guy hazel heather hope hunter
    iris ivy jack jade jay joy june lance lily mark max may mike miles nick olive pat patience
    penny pierce precious prince ray rich rob robin rod rose ruby sage sandy skip smoke sue
    summer tiger victor violet wade will willow woody
"""
_ALSO_WORDS = frozenset(_ALSO_WORDS_TEXT.split())
_PARTICLES_TEXT = "al ap ab bin da de del den der di dos du el ferch ibn la le van von y"
_PARTICLES = frozenset(_PARTICLES_TEXT.split())
_INSENSITIVE_FROM = 3
_APOSTROPHES = "’'\u02bc"


# A word, or a sign that stands beside others with no space between words (as in Chinese).
_CLOSE = (
    "\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef"
    "\u1100-\u11ff\U00016fe0-\U0003ffff"
)
_TOKEN = re.compile(rf"[^\W{_CLOSE}\u02bc]+|\S")
_BEFORE = 80
"""How much of the text before a name is looked at for how it is to be put."""


class _Sought(NamedTuple):
    """A name that is looked for: the longest has the lowest rank."""

    rank: int
    name: str
    member: str


@dataclass(slots=True)
class _Branch:
    """The names that begin with the same words: those that end here, and how others go on."""

    names: list[_Sought] = field(default_factory=list)
    more: dict[str, "_Branch"] = field(default_factory=dict)


class NamePattern:
    """Finds every known name, and whose each is; of two at the same place the longer one."""

    def __init__(self, members: dict[str, str]) -> None:
        self._root = _Branch()
        self._compiled: dict[str, re.Pattern[str]] = {}
        longest_first = sorted(members, key=len, reverse=True)
        for rank, name in enumerate(longest_first):
            self._add(_Sought(rank, name, members[name]))

    def finds(self, text: str) -> bool:
        """Whether a text names anybody or any place."""
        return next(self._found(_normal(text)), None) is not None

    def named(self, text: str) -> set[str]:
        """Give all whom a text names."""
        return {member for _name, member in self._found(_normal(text))}

    def replace(self, text: str, stand_in: Callable[[str, str], str | None]) -> str:
        """Replace each name by what ``stand_in(member, text just before it)`` gives.

        A name stays where that is None.
        """
        whole = _normal(text)
        parts: list[str] = []
        end = 0
        for found, member in self._found(whole):
            before = whole[max(found.start() - _BEFORE, 0) : found.start()]
            # What is cut is told from what begins here.
            cut = "x" if found.start() > _BEFORE else ""
            instead = stand_in(member, cut + before)
            parts += whole[end : found.start()], found[0] if instead is None else instead
            end = found.end()
        return "".join((*parts, whole[end:]))

    def _add(self, sought: _Sought) -> None:
        branch = self._root
        for token in _TOKEN.findall(sought.name):
            branch = branch.more.setdefault(_folded(token), _Branch())
        branch.names.append(sought)

    def _found(self, whole: str) -> Iterator[tuple[re.Match[str], str]]:
        """Find the names from the left to the right."""
        tokens = [(token.start(), _folded(token.group())) for token in _TOKEN.finditer(whole)]
        end = 0
        for number, (start, _word) in enumerate(tokens):
            if start < end:
                continue
            for sought in sorted(self._possible(tokens, number)):
                found = self._expression(sought.name).match(whole, start)
                if found is not None:
                    yield found, sought.member
                    end = found.end()
                    break

    def _possible(self, tokens: list[tuple[int, str]], number: int) -> list[_Sought]:
        """Give the names whose words stand from this one on."""
        possible: list[_Sought] = []
        branch = self._root
        while number < len(tokens) and tokens[number][1] in branch.more:
            branch = branch.more[tokens[number][1]]
            possible += branch.names
            number += 1
        return possible

    def _expression(self, name: str) -> re.Pattern[str]:
        if name not in self._compiled:
            self._compiled[name] = re.compile(_looked_for(name))
        return self._compiled[name]


def name_pattern(case: Case) -> NamePattern:
    """Collect the names of a case: whole names before parts."""
    members: dict[str, str] = {}
    for member, name in (*_people(case), *_places(case), *_parts(case)):
        members.setdefault(name, member)
    return NamePattern(members)


def _folded(token: str) -> str:
    """Give words that differ in capitals, and apostrophes that differ in form, one spelling."""
    if token in _APOSTROPHES:
        return _APOSTROPHES[0]
    # An expression takes these letters for an "i" as well.
    return token.casefold().replace("i\u0307", "i").replace("\u0131", "i")


def _people(case: Case) -> Iterator[tuple[str, str]]:
    people = [(YOUNG_PERSON, case.young_person.name)]
    people += [(person.id, person.name) for person in case.people]
    for member, name in people:
        words = _words(name)
        # One letter that is a word ("Person A" called "A") would be found everywhere.
        if words and " ".join(words) not in {"A", "I"}:
            yield member, " ".join(words)


def _places(case: Case) -> Iterator[tuple[str, str]]:
    places = [(setting.id, setting.name) for setting in case.settings]
    places += [(area.id, area.name) for area in case.areas]
    for member, name in places:
        words = _words(name)
        if words and not all(word.lower() in _ORDINARY for word in words):
            yield member, " ".join(words)


def _parts(case: Case) -> Iterator[tuple[str, str]]:
    for member, name in _people(case):
        words = name.split()
        if len(words) == 1 and "-" not in name:
            continue
        # "Boys at the bus stop" is a description: only the whole of it is a name.
        if any(word[0].islower() and word not in _PARTICLES for word in words):
            continue
        pieces = (piece for word in words for piece in (word, *word.split("-")))
        yield from ((member, piece) for piece in pieces if _is_name(piece))


def _is_name(word: str) -> bool:
    last = word.rsplit("-", 1)[-1].strip(".").lower()
    return len(word) > 1 and word[0].isalpha() and not word[0].islower() and last not in _ORDINARY


def _words(name: str) -> list[str]:
    return _normal(name).split()


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _looked_for(name: str) -> str:
    """Write one name as an expression: whole words, any spacing, either apostrophe."""
    body = r"\s+".join(re.escape(word) for word in name.split())
    for mark in _APOSTROPHES:
        body = body.replace(mark, "\0")
    body = body.replace("\0", f"[{_APOSTROPHES}]")
    letters = sum(char.isalnum() for char in name)
    if letters >= _INSENSITIVE_FROM and name.lower() not in _ALSO_WORDS:
        body = f"(?i:{body})"
    before = "" if _needs_no_space(name[0]) else r"(?<!\w)"
    after = "" if _needs_no_space(name[-1]) else r"(?!\w)"
    return f"{before}{body}{after}"


def _needs_no_space(char: str) -> bool:
    """Whether a sign stands beside others with no space between words (as in Chinese)."""
    return unicodedata.east_asian_width(char) in {"W", "F"}
