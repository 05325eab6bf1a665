"""Which stage, person and relationship of one case stands for which of another."""

from collections.abc import Mapping
from dataclasses import dataclass

from relnet.case.models import Case
from relnet.case.vocabulary import TEAM, YOUNG_PERSON


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stages that stand side by side, by their numbers from 0; None: there is no such one."""

    left: int | None
    right: int | None


def match_stages(left: Case, right: Case) -> tuple[Pair, ...]:
    """Put the stages of two cases side by side: by id, then by phase and order.

    The order of both cases is kept. Stages between two that are matched by id are matched in
    their order within a phase; what is left stands alone, those of the left case first.

    Returns:
        pairs that hold every stage of both cases once.
    """
    found: list[Pair] = []
    first, second = 0, 0
    for one, other in [*_by_id(left, right), (len(left.stages), len(right.stages))]:
        found += _between(left, right, range(first, one), range(second, other))
        if one < len(left.stages):
            found.append(Pair(one, other))
        first, second = one + 1, other + 1
    return tuple(found)


def _by_id(left: Case, right: Case) -> list[tuple[int, int]]:
    """Give the stages with one id, as far as both cases have them in one order."""
    places = {stage.id: number for number, stage in enumerate(right.stages)}
    found: list[tuple[int, int]] = []
    for number, stage in enumerate(left.stages):
        place = places.get(stage.id, -1)
        if place > (found[-1][1] if found else -1):
            found.append((number, place))
    return found


def _between(left: Case, right: Case, ones: range, others: range) -> list[Pair]:
    """Match stages in their order, as long as the phases are the same."""
    found: list[Pair] = []
    rest = list(others)
    for one in ones:
        phase = left.stages[one].phase
        place = next(
            (n for n, other in enumerate(rest) if right.stages[other].phase is phase), None
        )
        if place is None:
            found.append(Pair(one, None))
            continue
        found += [Pair(None, other) for other in rest[:place]]
        found.append(Pair(one, rest[place]))
        rest = rest[place + 1 :]
    return [*found, *(Pair(None, other) for other in rest)]


def match_members(left: Case, right: Case) -> Mapping[str, str]:
    """Give who in the right case is whom of the left one: by id, else by one name and role.

    Returns:
        ids of the left case's people and settings with those of the right case; the young
        person stands for the young person.
    """
    return {YOUNG_PERSON: YOUNG_PERSON} | _matched(_members(left), _members(right))


def match_areas(left: Case, right: Case) -> Mapping[str, str]:
    """Give which area is which: by id, else by one name and kind.

    Returns:
        ids of the left case's areas with those of the right case.
    """
    ours, theirs = (
        {area.id: (area.name, area.kind.value) for area in case.areas} for case in (left, right)
    )
    return _matched(ours, theirs)


def _matched(
    ours: Mapping[str, tuple[str, str]], theirs: Mapping[str, tuple[str, str]]
) -> dict[str, str]:
    """Match by id, then in their order by what is told of them: a name and one more word."""
    found = {one: one for one in ours if one in theirs}
    free: dict[tuple[str, str], list[str]] = {}
    for other in (each for each in theirs if each not in found):
        free.setdefault(_called(theirs[other]), []).append(other)
    for one in (each for each in ours if each not in found):
        same = free.get(_called(ours[one]))
        if same:
            found[one] = same.pop(0)
    return found


def counterpart(members: Mapping[str, str], perspective: str) -> str | None:
    """Give whose view in the right case stands for a view of the left one.

    Args:
        members: who in the right case is whom of the left one (``match_members``).
        perspective: a perspective of the left case.

    Returns:
        the perspective; None where the right case does not know this person.
    """
    return TEAM if perspective == TEAM else members.get(perspective)


def _members(case: Case) -> dict[str, tuple[str, str]]:
    """Give the name and the role of everybody, and the name and the kind of every setting."""
    people = {person.id: (person.name, person.role) for person in case.people}
    return people | {place.id: (place.name, place.kind.value) for place in case.settings}


def _called(told: tuple[str, str]) -> tuple[str, str]:
    return (told[0].casefold(), told[1].casefold())


def match_relationships(left: Case, right: Case) -> Mapping[str, str]:
    """Give which relationship stands for which: between the same two, by id, then in order.

    Returns:
        ids of the left case's relationships with those of the right case.
    """
    members = match_members(left, right)
    free: dict[frozenset[str], list[str]] = {}
    for tie in right.relationships:
        free.setdefault(frozenset((tie.from_, tie.to)), []).append(tie.id)
    ours = {
        tie.id: free.get(frozenset(members.get(end, "") for end in (tie.from_, tie.to)), [])
        for tie in left.relationships
    }
    found = {one: one for one, same in ours.items() if one in same}
    for one in found:
        ours[one].remove(one)
    for one, same in ours.items():
        if one not in found and same:
            found[one] = same.pop(0)
    return found
