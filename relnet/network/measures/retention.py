"""Retention and turnover: what is left of the relationships of one stage at a later one.

Persons and roles are counted apart: the social worker may change while the role stays.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from relnet.case.models import Person, State
from relnet.case.vocabulary import TEAM, Status, Track
from relnet.network.changes import is_harmful_between
from relnet.network.graph import CaseNetwork, is_active


class Fate(StrEnum):
    """What became of a relationship or a role between two stages."""

    KEPT = "kept"
    LOST = "lost"
    GAINED = "gained"
    NOT_KNOWN = "not_known"
    KNOWN_AGAIN = "known_again"


@dataclass(frozen=True, slots=True)
class RelationshipFate:
    """One relationship at two stages.

    Attributes:
        relationship: its id.
        track: its first track.
        harmful: whether it brings harm alone, by what was told last.
        role_slot: the role of its person, if one is named; letters in one case.
        presence: whether it is active at each of the two stages; None where not known.
    """

    relationship: str
    track: Track
    harmful: bool
    role_slot: str | None
    presence: tuple[bool | None, bool | None]

    @property
    def fate(self) -> Fate | None:
        """What became of it; None where it was active at neither stage."""
        return _FATES.get(self.presence)


@dataclass(frozen=True, slots=True)
class Turnover:
    """What is active at two stages, as ids of relationships or as roles.

    Attributes:
        kept: active at both stages.
        lost: active at the first, and known not to be at the second.
        gained: active at the second, and known not to be at the first.
        not_known: active at the first, not known at the second: neither kept nor lost.
        known_again: active at the second, not known at the first: neither kept nor gained.
    """

    kept: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()
    known_again: tuple[str, ...] = ()

    @property
    def retention(self) -> float | None:
        """Kept / (kept + lost), from 0 to 1; None where none was active of those known."""
        return _share(len(self.kept), len(self.lost))

    @property
    def jaccard(self) -> float | None:
        """Kept / (kept + lost + gained), from 0 to 1; None where all three are empty."""
        return _share(len(self.kept), len(self.lost) + len(self.gained))


@dataclass(frozen=True, slots=True)
class TrackRetention:
    """The turnover of one track; ``track`` is None for all three together.

    Attributes:
        track: the track.
        relationships: one for each relationship with a person or setting.
        roles: one for each role that the file names (``role_slot``).
        harmful: relationships that bring harm alone; they are in neither of the others.
    """

    track: Track | None
    relationships: Turnover
    roles: Turnover
    harmful: Turnover


def retention(
    network: CaseNetwork, first: int, second: int, perspective: str = TEAM
) -> tuple[TrackRetention, ...]:
    """Give retention and turnover between two stages, for all tracks and for each.

    Definition: of the relationships with the young person that are active at the first stage
    and known at the second, the share that is active still; and the likeness of the two
    sets. Roles: the same over role slots, where a slot is active if one of its relationships
    is. A relationship counts in its first track; a role in each track where it has one.

    Formula: retention = kept / first; Jaccard = kept / those at either stage. What is not
    known at one of the stages stands in neither number.

    Source: Jaccard 1912, New Phytologist 11(2), 37-50; for personal networks over time Feld,
    Suitor & Hoegh 2007, Field Methods 19(2), 218-236.

    Args:
        network: the case's network.
        first: the earlier stage's number.
        second: the later stage's number.
        perspective: whose view of the relationships.

    Returns:
        All tracks together, then each track. For the empty network all shares are None.
    """
    return retention_of(relationship_fates(network, first, second, perspective))


def relationship_fates(
    network: CaseNetwork, first: int, second: int, perspective: str = TEAM
) -> tuple[RelationshipFate, ...]:
    """Give what became of each relationship with the young person, in the order of the file."""
    found = []
    for relationship in network.case.relationships:
        if relationship.with_young_person:
            states = network.states(relationship.id, perspective)
            before, after = states[first], states[second]
            found.append(
                RelationshipFate(
                    relationship.id,
                    relationship.tracks[0],
                    is_harmful_between(before, after),
                    _role_slot(network, relationship.from_),
                    (_presence(before), _presence(after)),
                )
            )
    return tuple(found)


def retention_of(fates: Iterable[RelationshipFate]) -> tuple[TrackRetention, ...]:
    """Give retention and turnover from fates that are known already."""
    told = tuple(fates)
    tracks: tuple[Track | None, ...] = (None, *Track)
    return tuple(
        _track_retention(track, [fate for fate in told if track in (None, fate.track)])
        for track in tracks
    )


def _track_retention(track: Track | None, fates: list[RelationshipFate]) -> TrackRetention:
    plain = [fate for fate in fates if not fate.harmful]
    return TrackRetention(
        track=track,
        relationships=_turnover(plain, lambda fate: fate.relationship),
        roles=_turnover(plain, lambda fate: fate.role_slot),
        harmful=_turnover([f for f in fates if f.harmful], lambda fate: fate.relationship),
    )


def _turnover(
    fates: Iterable[RelationshipFate], key: Callable[[RelationshipFate], str | None]
) -> Turnover:
    presences: dict[str, list[tuple[bool | None, bool | None]]] = {}
    for fate in fates:
        if (name := key(fate)) is not None:
            presences.setdefault(name, []).append(fate.presence)
    found: dict[Fate, list[str]] = {fate: [] for fate in Fate}
    for name, several in presences.items():
        before, after = zip(*several, strict=True)
        if (became := _FATES.get((_any(before), _any(after)))) is not None:
            found[became].append(name)
    return Turnover(**{fate.value: tuple(names) for fate, names in found.items()})


def _presence(state: State | None) -> bool | None:
    """Whether a relationship is active; None where not known, or where no status was told."""
    if state is None:
        return False
    if state.status in (None, Status.NOT_KNOWN):
        return None
    return is_active(state)


def _any(presences: Iterable[bool | None]) -> bool | None:
    """Whether one of several is active; None where none is and one is not known."""
    told = set(presences)
    if True in told:
        return True
    return None if None in told else False


def _role_slot(network: CaseNetwork, member: str) -> str | None:
    record = network.members[member]
    slot = record.role_slot if isinstance(record, Person) else None
    return slot.casefold() if slot is not None else None


def _share(part: int, rest: int) -> float | None:
    return part / (part + rest) if part + rest else None


_FATES: dict[tuple[bool | None, bool | None], Fate] = {
    (True, True): Fate.KEPT,
    (True, False): Fate.LOST,
    (False, True): Fate.GAINED,
    (True, None): Fate.NOT_KNOWN,
    (None, True): Fate.KNOWN_AGAIN,
}
