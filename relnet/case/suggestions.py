"""From a role in plain words ("mum", "CAMHS nurse", "football coach") to a type and a track.

It is a suggestion for whoever fills in a case, who can always choose otherwise. Teachers and
foster carers work with young people, and are practitioners; a coach or an imam belongs to
the place where a young person lives, and is community (as in the sample cases; Firmin & Owens
2022 count relationships with practitioners and with communities apart, Table 2).
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from relnet.case.role_words import (
    LASTING,
    LONGEST,
    ROLES,
    SLOTS,
    YOUNG_PERSON_WORDS,
    Kin,
    singular,
)
from relnet.case.timeline import TRACK_OF_TYPE
from relnet.case.vocabulary import RelationshipType, Track

_TYPES: Mapping[Kin, RelationshipType] = {
    Kin.ELDER: RelationshipType.FAMILY,
    Kin.YOUNG_KIN: RelationshipType.FAMILY,
    Kin.PEER: RelationshipType.PEER,
    Kin.SWEETHEART: RelationshipType.PEER,
    Kin.COMMUNITY: RelationshipType.COMMUNITY,
    Kin.PRACTITIONER: RelationshipType.PRACTITIONER,
}
_FAMILY = frozenset({Kin.ELDER, Kin.YOUNG_KIN})
_COUPLE = frozenset({Kin.SWEETHEART, Kin.SPOUSE})
_FRIENDS = frozenset({Kin.PEER, Kin.SWEETHEART})

_PIECES = re.compile(r"[,;:/()\n]")
_WORD = re.compile(r"[\w'&]+")
_ENDS_THE_ROLE = frozenset({"from", "at", "in", "on", "of", "for", "with", "who", "and", "or", "&"})
_ARTICLES = frozenset({"the", "a", "an", "my", "his", "her", "their", "our"})
_POSSESSIVE = re.compile(r"'s?$")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a role suggests; ``role_slot`` and ``time_limited`` as in a case's person."""

    type: RelationshipType
    track: Track
    role_slot: str | None = None
    time_limited: bool | None = None


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a role, or words that belong together, and what it says (None: nothing)."""

    text: str
    kin: Kin | None
    owns: bool
    """Whether it ends as in "Kayla’s" or, with the apostrophe forgotten, "mums"."""

    apostrophe: bool


def suggested(role: str) -> Suggestion | None:
    """Give what a role suggests; None where its words are not known or may mean two things.

    Words are looked for whole, those that belong together first, and the last one before
    "from", "at" and the like counts: a "social worker at the school" is no school. With
    somebody between ("a friend’s mum", "Mum’s boyfriend") both count.
    """
    plain = unicodedata.normalize("NFKC", role).casefold().replace("’", "'").replace("-", " ")
    found = (_of_piece(_words(piece)) for piece in _PIECES.split(plain))
    return next((suggestion for suggestion in found if suggestion is not None), None)


def _words(piece: str) -> list[_Word]:
    """Cut a text into words, with those that belong together as one."""
    tokens = [
        token.strip("'") if token.startswith("'") else token for token in _WORD.findall(piece)
    ]
    bare = [_POSSESSIVE.sub("", token) for token in tokens]
    known = [singular(word) for word in bare]
    words, at = [], 0
    while at < len(tokens):
        ends = range(min(at + LONGEST, len(tokens)), at, -1)
        end = next((end for end in ends if " ".join(known[at:end]) in ROLES), at + 1)
        text, apostrophe = " ".join(known[at:end]), tokens[end - 1] != bare[end - 1]
        owns = apostrophe or known[end - 1] != bare[end - 1]
        words.append(_Word(text, ROLES.get(text), owns, apostrophe))
        at = end
    return words


def _of_piece(words: list[_Word]) -> Suggestion | None:
    head, tail = _head_and_tail(words)
    places = [place for place, word in enumerate(head) if word.kin is not None]
    if not places:
        return None
    last = head[places[-1]]
    owners = [*_owners_behind(tail), *_owners_before(head[: places[-1]])]
    kin = _through(owners, last.kin)
    if kin is None or kin not in _TYPES:
        return None
    return _suggestion(_TYPES[kin], last.text, own=not owners)


def _suggestion(kind: RelationshipType, role: str, *, own: bool) -> Suggestion:
    slot = SLOTS.get(role) if own else None
    ends = kind is RelationshipType.PRACTITIONER and role not in LASTING
    return Suggestion(kind, TRACK_OF_TYPE[kind], slot, True if ends else None)


def _head_and_tail(words: list[_Word]) -> tuple[list[_Word], list[_Word]]:
    """Part a role from what is told behind it ("boys" and "at school")."""
    known = False
    for place, word in enumerate(words):
        if known and word.text in _ENDS_THE_ROLE:
            return words[:place], words[place:]
        known = known or word.kin is not None
    return words, []


def _owners_behind(tail: list[_Word]) -> Iterable[Kin | None]:
    """Give whose somebody it is where "of" tells it ("mother of a friend")."""
    if not tail or tail[0].text != "of":
        return []
    named = [word for word in tail[1:] if word.text not in _ARTICLES]
    return [] if not named or named[0].text in YOUNG_PERSON_WORDS else [named[0].kin]


def _owners_before(words: list[_Word]) -> Iterable[Kin | None]:
    """Give whose somebody it is ("Kayla’s", "mums"), in order; None for a name."""
    last = len(words) - 1
    return [
        word.kin
        for place, word in enumerate(words)
        if word.text not in YOUNG_PERSON_WORDS
        and (word.apostrophe or (word.owns and word.kin is not None and place == last))
    ]


def _through(owners: Iterable[Kin | None], kin: Kin | None) -> Kin | None:
    """Give what somebody is to the young person who is something to somebody else."""
    chain = [*owners, kin]
    found = chain[0]
    for step in chain[1:]:
        found = _next(found, step)
    return found


def _next(owner: Kin | None, kin: Kin | None) -> Kin | None:
    if kin in (Kin.COMMUNITY, Kin.PRACTITIONER, None):
        return kin
    if owner is None:  # a name: somebody’s friend is a peer; whose mum it is, is not known
        return Kin.PEER if kin in _FRIENDS else None
    if owner in _FAMILY:
        return _of_family(owner, kin)
    if owner in _FRIENDS and kin in (Kin.YOUNG_KIN, *_FRIENDS):
        return Kin.PEER
    if owner is Kin.PRACTITIONER:
        return Kin.PEER if kin is Kin.YOUNG_KIN else None
    return Kin.COMMUNITY


def _of_family(owner: Kin, kin: Kin | None) -> Kin | None:
    """Give what a relative’s somebody is: family through family or love, else a friend."""
    if kin in _COUPLE:
        return Kin.ELDER
    if kin is Kin.PEER:
        return Kin.COMMUNITY if owner is Kin.ELDER else Kin.PEER
    return kin
