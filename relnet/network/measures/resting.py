"""Resting on one: tracks and stages that one person alone holds."""

from dataclasses import dataclass

from relnet.case.models import Person, Use
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, Level, RelationshipType, Status, Track
from relnet.network.attention import Attention
from relnet.network.graph import CaseNetwork, Tie, is_active, is_harmful_only


@dataclass(frozen=True, slots=True)
class TrackOnOne:
    """A track that rests on one person.

    Attributes:
        track: the track.
        person: the person's id.
        not_known: the ids of the track's relationships that are not known: one of them may
            hold as well.
    """

    track: Track
    person: str
    not_known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StageOnOne:
    """Whether one person holds every use in practice at a stage.

    Attributes:
        person: who does; None where several do, none is in practice, or nobody can say.
        uses: how many uses are in practice.
        open: whether nobody can say: so far it is one person or none, and a use does not say
            who holds it, or the uses of a track were not recorded.
    """

    person: str | None
    uses: int
    open: bool


def tracks_on_one(
    network: CaseNetwork, stage: int, perspective: str = TEAM
) -> tuple[TrackOnOne, ...]:
    """Give the tracks whose only active relationships are with one person.

    Definition: of the relationships that are first in a track, the active ones are all with
    the same person. A group and a setting are more than one person; relationships that bring
    harm alone are left out.

    Args:
        network: the case's network.
        stage: the stage's number.
        perspective: whose view of the relationships.

    Returns:
        One entry for each such track; none for the empty network: a track with nobody rests
        on nobody.
    """
    by_track: dict[Track, list[Tie]] = {track: [] for track in Track}
    for tie in network.own_ties(stage, perspective):
        if not is_harmful_only(tie.state):
            by_track[tie.relationship.tracks[0]].append(tie)
    found = (_track_on_one(network, track, ties) for track, ties in by_track.items())
    return tuple(one for one in found if one is not None)


def _track_on_one(network: CaseNetwork, track: Track, ties: list[Tie]) -> TrackOnOne | None:
    members = {tie.relationship.from_ for tie in ties if is_active(tie.state)}
    if len(members) != 1:
        return None
    (member,) = members
    if not _is_one_person(network, member):
        return None
    unknown = tuple(tie.id for tie in ties if tie.state.status is Status.NOT_KNOWN)
    return TrackOnOne(track, member, unknown)


def stage_on_one(network: CaseNetwork, told: Attention) -> StageOnOne:
    """Find the one person who holds every use in practice at a stage.

    Definition: each use in practice is held by the same person and by nobody else.

    Args:
        network: the case's network.
        told: where attention goes at the stage.

    Returns:
        Who it is, or that it is nobody, or that nobody can say. For the empty network: nobody
        can say, unless all three tracks were talked through and hold nothing; then nobody.
    """
    uses = [use for cell in told.cells for use in cell.uses if use.level is Level.PRACTICE]
    held = [holders(network, use) for use in uses]
    people = {person for some in held for person in some}
    if len(people) > 1 or not all(_is_one_person(network, person) for person in people):
        return StageOnOne(None, len(uses), open=False)
    if told.not_recorded or not all(held):
        return StageOnOne(None, len(uses), open=True)
    return StageOnOne(next(iter(people), None), len(uses), open=False)


def holders(network: CaseNetwork, use: Use) -> tuple[str, ...]:
    """Give who holds a use: those named, else the relationship's own person if a practitioner.

    Returns:
        Ids, each once; empty where it is not said.
    """
    if use.held_by:
        return tuple(dict.fromkeys(use.held_by))
    member = network.relationships[use.relationship].from_
    own = network.members[member]
    is_worker = isinstance(own, Person) and own.type is RelationshipType.PRACTITIONER
    return (member,) if is_worker else ()


def _is_one_person(network: CaseNetwork, member: str) -> bool:
    if member == YOUNG_PERSON:
        return True
    record = network.members[member]
    return isinstance(record, Person) and record.group_size is None
