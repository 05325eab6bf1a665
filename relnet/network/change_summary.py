"""What changed between any two stages, summed up: all tracks together, and each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from relnet.case.vocabulary import TEAM, Track
from relnet.network.changes import Change, ChangeKind, changes
from relnet.network.graph import CaseNetwork
from relnet.network.measures.retention import (
    Fate,
    RelationshipFate,
    TrackRetention,
    relationship_fates,
    retention_of,
)


@dataclass(frozen=True, slots=True)
class Replacement:
    """Somebody was replaced in the same role: the person went, the role stayed.

    Attributes:
        role_slot: the role.
        went: the relationships that were lost, as ids.
        came: those that are new in this role, or active again.
    """

    role_slot: str
    went: tuple[str, ...]
    came: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrackChanges:
    """What changed in one track; ``track`` is None for all three together.

    Attributes:
        track: the track.
        kinds: the relationships by how they changed, as ids. Each kind has its entry, if
            only an empty one; *not known* is one, and counts as neither kept nor lost.
        harmful: the same for the relationships that bring harm alone; they are not in ``kinds``.
        replaced: the roles that stayed while the person went. The persons are in ``kinds`` as
            well, as lost and as new: persons and roles are counted apart.
        retention: the same change as shares, for persons and for roles.
    """

    track: Track | None
    kinds: Mapping[ChangeKind, tuple[str, ...]]
    harmful: Mapping[ChangeKind, tuple[str, ...]]
    replaced: tuple[Replacement, ...]
    retention: TrackRetention


@dataclass(frozen=True, slots=True)
class ChangeSummary:
    """What changed between two stages, by their numbers: all tracks together, then each."""

    first: int
    second: int
    tracks: tuple[TrackChanges, ...]

    @property
    def all_tracks(self) -> TrackChanges:
        """What changed in all three tracks together."""
        return self.tracks[0]


def change_summary(
    network: CaseNetwork, first: int, second: int, perspective: str = TEAM
) -> ChangeSummary:
    """Sum up what changed between two stages, however far apart.

    Only the two stages are compared: what was lost and found again in between shows as kept.

    Args:
        network: the case's network.
        first: the earlier stage's number.
        second: the later stage's number.
        perspective: whose view of the relationships.

    Returns:
        The changes for all tracks and for each; for the empty network all is empty.
    """
    fates = relationship_fates(network, first, second, perspective)
    found = changes(network, first, second, perspective)
    tracks = {fate.relationship: fate.track for fate in fates}
    parts = []
    for part in retention_of(fates):
        inside = [fate for fate in fates if part.track in (None, fate.track)]
        here = [change for change in found if part.track in (None, tracks[change.relationship])]
        parts.append(_track_changes(part, inside, here))
    return ChangeSummary(first, second, tuple(parts))


def _track_changes(
    part: TrackRetention, fates: Iterable[RelationshipFate], found: Iterable[Change]
) -> TrackChanges:
    told = tuple(found)
    return TrackChanges(
        track=part.track,
        kinds=_by_kind(change for change in told if not change.harmful),
        harmful=_by_kind(change for change in told if change.harmful),
        replaced=_replaced(fates),
        retention=part,
    )


def _by_kind(found: Iterable[Change]) -> dict[ChangeKind, tuple[str, ...]]:
    told = tuple(found)
    return {
        kind: tuple(change.relationship for change in told if change.kind is kind)
        for kind in ChangeKind
    }


def _replaced(fates: Iterable[RelationshipFate]) -> tuple[Replacement, ...]:
    slots: dict[str, list[RelationshipFate]] = {}
    for fate in fates:
        if fate.role_slot is not None and not fate.harmful:
            slots.setdefault(fate.role_slot, []).append(fate)
    found = (
        Replacement(slot, _who(several, Fate.LOST), _who(several, Fate.GAINED))
        for slot, several in slots.items()
    )
    return tuple(one for one in found if one.went and one.came)


def _who(fates: Iterable[RelationshipFate], became: Fate) -> tuple[str, ...]:
    return tuple(fate.relationship for fate in fates if fate.fate is became)
