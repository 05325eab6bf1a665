"""Finds the names of a case in its free texts.

Looked for are the whole names of people and places, and of people also each part that is
itself a name ("Osei" for "Coach Osei"). Ordinary words that are a part of a name are not.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class NamePattern:
    """One expression that finds every known name, and whose each of its groups is."""

    expression: re.Pattern[str]
    members: tuple[str, ...]

    def finds(self, text: str) -> bool:
        """Whether a text names anybody or any place."""
        return self.expression.search(_normal(text)) is not None

    def replace(self, text: str, stand_in: Callable[[str, str], str]) -> str:
        """Replace each name by what ``stand_in(member, text before it)`` gives."""
        whole = _normal(text)

        def found(match: re.Match[str]) -> str:
            member = self.members[(match.lastindex or 1) - 1]
            return stand_in(member, whole[: match.start()])

        return self.expression.sub(found, whole)


def name_pattern(case: Case) -> NamePattern:
    """Build the expression for a case: whole names before parts, longest first."""
    members: dict[str, str] = {}
    for member, name in (*_people(case), *_places(case), *_parts(case)):
        members.setdefault(name, member)
    longest_first = sorted(members, key=len, reverse=True)
    groups = [f"({_looked_for(name)})" for name in longest_first]
    # An expression that finds nothing, where there are no names to be found.
    expression = re.compile("|".join(groups) or r"(?!)")
    return NamePattern(expression, tuple(members[name] for name in longest_first))


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
