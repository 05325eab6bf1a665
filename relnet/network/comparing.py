"""What is told otherwise at two stages: of two cases, of two views, or of one case's own.

What is not recorded is no "none", and who tells nothing of a relationship is silent, not of
another view: a fact that one side leaves open is told as a difference only where both sides
are of one view, and as "not recorded" then; a relationship that one side does not tell is
listed apart (``one_sided``). In one view a relationship that is not in the other case, or that
has not begun at the other stage, is a difference.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from relnet.case.models import Relationship
from relnet.case.timeline import Place
from relnet.case.vocabulary import Influence
from relnet.network.matching import (
    counterpart,
    match_areas,
    match_members,
    match_relationships,
)
from relnet.network.sides import STATE_FACTS, USES, Side, Told, Uses, told_of

__all__ = [
    "STATE_FACTS",
    "USES",
    "Difference",
    "Matter",
    "OneSided",
    "Side",
    "Told",
    "differences",
    "one_sided",
]


class Matter(StrEnum):
    """What a difference is about."""

    AREA = "area"
    IN_PRACTICE = "in_practice"
    RELATIONSHIP = "relationship"
    PLACE = "place"
    BETWEEN_OTHERS = "between_others"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference, with the facts that it is about.

    ``left_id`` and ``right_id`` are ids of relationships, or of whoever is elsewhere; ``left``
    and ``right`` are what is told of the relationships. They are None where the case has none,
    and where it is about the stage as a whole. ``harmful`` marks a relationship of which no
    side tells anything but harm: it is counted apart.
    """

    matter: Matter
    left_id: str | None = None
    right_id: str | None = None
    left: Told | None = None
    right: Told | None = None
    facts: tuple[str, ...] = ()
    harmful: bool = False


@dataclass(frozen=True, slots=True)
class OneSided:
    """A relationship that one side alone tells, the other being silent: no difference.

    ``left_id`` is its id where the left side tells it, ``right_id`` where the right one does;
    ``harmful`` as for a difference.
    """

    left_id: str | None
    right_id: str | None
    between_others: bool
    harmful: bool


_BOTH_TELL = ("certainty",)
"""What is compared where both sides tell it, also in one view."""


def differences(left: Side, right: Side) -> tuple[Difference, ...]:
    """Compare two stages: as a whole, each relationship, and where everybody is.

    Returns:
        what differs of the stage; of the relationships with the young person, in the order of
        the left case's file, then of those that the right one alone has; of where people are;
        and of the relationships between others. Nothing where both tell the same.
    """
    both = _Both(left, right)
    return (
        *_of_the_stage(both),
        *_found(_of_own(pair, one_view=both.one_view) for pair in both.pairs if pair.own),
        *_of_places(both),
        *_found(_between_others(pair) for pair in both.pairs if not pair.own),
    )


def one_sided(left: Side, right: Side) -> tuple[OneSided, ...]:
    """Give what one side alone tells while the other is silent: no difference.

    That is a relationship with the young person of which the other view tells nothing, and any
    between others that the other side does not tell. Where it is told only that it is not
    known how things stand, neither side tells anything.
    """
    both = _Both(left, right)
    return tuple(
        OneSided(
            pair.left_id if pair.left.there else None,
            pair.right_id if pair.right.there else None,
            between_others=not pair.own,
            harmful=pair.harmful,
        )
        for pair in both.pairs
        if pair.is_silent(one_view=both.one_view) and (pair.left.tells or pair.right.tells)
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """One relationship on both sides; an id is None where that case has no such one."""

    left_id: str | None
    right_id: str | None
    left: Told
    right: Told
    own: bool

    def is_silent(self, *, one_view: bool) -> bool:
        """Whether one side tells it, and the other is silent rather than of another view."""
        if self.left.there == self.right.there:
            return False
        other = self.right if self.left.there else self.left
        return not (self.own and one_view) or other.never

    @property
    def harmful(self) -> bool:
        """Whether it brings harm alone, as far as either side tells."""
        told = [each.influence for each in (self.left, self.right) if each.influence]
        return bool(told) and all(each == {Influence.HARMFUL} for each in told)

    def difference(self, matter: Matter, facts: list[str]) -> Difference | None:
        """Give the difference in some facts; None where there are none."""
        if not facts:
            return None
        return Difference(
            matter,
            self.left_id,
            self.right_id,
            None if self.left_id is None else self.left,
            None if self.right_id is None else self.right,
            tuple(facts),
            harmful=self.harmful,
        )


@dataclass(frozen=True)
class _Both:
    """Both sides, with who and what of the one stands for whom and what of the other."""

    left: Side
    right: Side

    @cached_property
    def members(self) -> Mapping[str, str]:
        return match_members(self.left.network.case, self.right.network.case)

    @cached_property
    def one_view(self) -> bool:
        return counterpart(self.members, self.left.perspective) == self.right.perspective

    @cached_property
    def pairs(self) -> tuple[_Pair, ...]:
        ours, theirs = self.left.network.relationships, self.right.network.relationships
        matched = match_relationships(self.left.network.case, self.right.network.case)
        seen = set(matched.values())
        pairs = (
            *((tie, theirs.get(matched.get(tie.id, ""))) for tie in ours.values()),
            *((None, tie) for tie in theirs.values() if tie.id not in seen),
        )
        return tuple(self._pair(one, other) for one, other in pairs)

    def _pair(self, one: Relationship | None, other: Relationship | None) -> _Pair:
        return _Pair(
            one.id if one else None,
            other.id if other else None,
            told_of(self.left, one),
            told_of(self.right, other),
            own=any(tie is not None and tie.with_young_person for tie in (one, other)),
        )

    @cached_property
    def areas(self) -> Mapping[str, str]:
        return match_areas(self.left.network.case, self.right.network.case)

    def in_other_areas(self, here: Place, there: Place) -> bool:
        """Whether both areas are told, and are not the same."""
        if here.area is None or there.area is None:
            return False
        return self.areas.get(here.area) != there.area

    def in_other_settings(self, here: Place, there: Place) -> bool:
        """Whether both settings are told, and are not the same."""
        if here.setting is None or there.setting is None:
            return False
        return self.members.get(here.setting) != there.setting


def _found(several: Iterable[Difference | None]) -> Iterator[Difference]:
    return (each for each in several if each is not None)


def _of_the_stage(both: _Both) -> Iterator[Difference]:
    """Compare the stage as a whole; an area that is called otherwise is told here, and once."""
    elsewhere = both.in_other_settings(both.left.place, both.right.place)
    if elsewhere or both.left.area_name != both.right.area_name:
        yield Difference(Matter.AREA)
    if both.left.differing_tracks(both.right):
        yield Difference(Matter.IN_PRACTICE)


def _of_places(both: _Both) -> Iterator[Difference]:
    """Compare where everybody is whom both sides show, as far as both know it."""
    left, right = both.left, both.right
    for member in left.network.members:
        other = both.members.get(member)
        if member not in left.present or other not in right.present:
            continue
        here = left.network.place(member, left.stage)
        there = right.network.place(other, right.stage)
        if both.in_other_areas(here, there) or both.in_other_settings(here, there):
            yield Difference(Matter.PLACE, member, other)


def _of_own(pair: _Pair, *, one_view: bool) -> Difference | None:
    facts: list[str] = []
    if pair.left.there and pair.right.there:
        facts = _other_facts(pair, one_view=one_view)
    elif pair.left.there != pair.right.there and not pair.is_silent(one_view=one_view):
        facts = list(STATE_FACTS)
    if _other_uses(pair.left.uses, pair.right.uses, one_view=one_view):
        facts.append(USES)
    return pair.difference(Matter.RELATIONSHIP, facts)


def _between_others(pair: _Pair) -> Difference | None:
    """Compare what both sides tell of a relationship between others, and that alone."""
    if not (pair.left.there and pair.right.there):
        return None
    return pair.difference(Matter.BETWEEN_OTHERS, _other_facts(pair, one_view=False))


def _other_facts(pair: _Pair, *, one_view: bool) -> list[str]:
    return [fact for fact in STATE_FACTS if _differ(pair, fact, one_view=one_view)]


def _differ(pair: _Pair, fact: str, *, one_view: bool) -> bool:
    mine, yours = getattr(pair.left, fact), getattr(pair.right, fact)
    if pair.left.says(fact) and pair.right.says(fact):
        return bool(mine != yours)
    if not one_view or fact in _BOTH_TELL:
        return False
    if fact == "strained":  # not said to be strained is as good as not strained
        return bool(mine) != bool(yours)
    return bool(mine != yours)


def _other_uses(ours: Uses, theirs: Uses, *, one_view: bool) -> bool:
    """Whether uses differ; None, not recorded, on one side and none on the other do not.

    That is told of the tracks, not of each relationship.
    """
    if ours is None or theirs is None:
        return one_view and bool(ours or theirs)
    return ours != theirs
