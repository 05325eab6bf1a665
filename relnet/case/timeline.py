"""What holds at each stage: the states of relationships, and where everybody is.

States carry forward, but not through a move (design, section 2). Whatever is asked for all
stages at once is computed once, in time linear in the size of the case.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from relnet.case.messages import UnknownId
from relnet.case.models import Case, Person, Relationship, Setting, Stage, State
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, RelationshipType, Status, Track

TRACK_OF_TYPE = {
    RelationshipType.PRACTITIONER: Track.TRUSTED,
    RelationshipType.FAMILY: Track.PARENT_CHILD,
    RelationshipType.PEER: Track.COMMUNITY_PEER,
    RelationshipType.COMMUNITY: Track.COMMUNITY_PEER,
}
"""Four types of relationship, three tracks (Firmin & Owens 2022, Table 2 and Fig. 1)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is: an area and a setting in it, each None where not known."""

    area: str | None
    setting: str | None


_NOWHERE = Place(None, None)


def views(case: Case) -> dict[str, dict[str, tuple[State | None, ...]]]:
    """Give every relationship's states by perspective, one a stage.

    None stands where the relationship is not there: before its first state. A state that a
    move turned to *not known* has the stage of that move as its ``stage``: since when it has
    not been known. Only the perspectives that tell of a relationship stand under it, so that
    the whole is linear in the size of the case however many perspectives it has.
    """
    return {
        tie.id: {
            perspective: _carried(tie, case.stages, perspective)
            for perspective in dict.fromkeys(state.perspective for state in tie.states)
        }
        for tie in case.relationships
    }


def state_at(
    case: Case, relationship_id: str, stage_id: str, perspective: str = TEAM
) -> State | None:
    """Give a relationship's state at a stage; None where it is not there.

    Raises:
        UnknownId: the case has no such relationship, stage or perspective.
    """
    _check_perspective(case, perspective)
    by_id = {relationship.id: relationship for relationship in case.relationships}
    if relationship_id not in by_id:
        raise UnknownId("relationship", relationship_id, by_id)
    number = _stage_number(case, stage_id)
    return _carried(by_id[relationship_id], case.stages, perspective)[number]


def perspectives(case: Case) -> tuple[str, ...]:
    """Give the perspectives that tell something: the team, the young person, then others.

    The others stand in the order in which the file first names them (safety at the stages,
    then relationships).
    """
    safety = (view.perspective for stage in case.stages for view in stage.safety)
    told = dict.fromkeys(chain(safety, _state_perspectives(case)))
    return tuple(sorted(told, key=_team_first))


def opening_perspective(case: Case) -> str:
    """Give the view that the map opens with: the first that tells of relationships.

    That is the team's, else the young person's, else the first in the file, else the team's.
    """
    with_states = sorted(dict.fromkeys(_state_perspectives(case)), key=_team_first)
    return next(iter((*with_states, *perspectives(case))), TEAM)


def lanes(case: Case) -> dict[str, Track]:
    """Give the lane of every person and setting.

    It is the first track of their own tie with the young person, else that of their type; a
    setting's type is community.
    """
    found: dict[str, Track] = {
        relationship.from_: relationship.tracks[0]
        for relationship in reversed(case.relationships)
        if relationship.with_young_person and relationship.tracks
    }
    by_type = {person.id: TRACK_OF_TYPE[person.type] for person in case.people}
    settings = {setting.id: Track.COMMUNITY_PEER for setting in case.settings}
    return {member: found.get(member, lane) for member, lane in (by_type | settings).items()}


def places(case: Case) -> dict[str, tuple[Place, ...]]:
    """Give where every person and setting is, one place a stage."""
    settings = {setting.id: setting for setting in case.settings}
    people = {person.id: _whereabouts(person, case.stages, settings) for person in case.people}
    stay = {
        setting.id: (Place(setting.area, setting.id),) * len(case.stages)
        for setting in case.settings
    }
    return people | stay


def stage_places(case: Case) -> tuple[Place, ...]:
    """Give where the young person lives, one place a stage."""
    settings = {setting.id: setting for setting in case.settings}
    return tuple(_place(stage.area, stage.setting, settings) for stage in case.stages)


def place_at(case: Case, member_id: str, stage_id: str) -> Place:
    """Give where a person, a setting or the young person is at a stage.

    Raises:
        UnknownId: the case has no such member or stage.
    """
    number = _stage_number(case, stage_id)
    if member_id == YOUNG_PERSON:
        return stage_places(case)[number]
    settings = {setting.id: setting for setting in case.settings}
    if member_id in settings:
        return Place(settings[member_id].area, member_id)
    people = {person.id: person for person in case.people}
    if member_id not in people:
        raise UnknownId("member", member_id, [*people, *settings])
    return _whereabouts(people[member_id], case.stages, settings)[number]


def _carried(
    relationship: Relationship, stages: tuple[Stage, ...], perspective: str
) -> tuple[State | None, ...]:
    told = {s.stage: s for s in relationship.states if s.perspective == perspective}
    found: list[State | None] = []
    state: State | None = None
    for stage in stages:
        if stage.id in told:
            state = told[stage.id]
        elif stage.move is not None and relationship.with_young_person:
            state = _through_a_move(state, stage.id)
        found.append(state)
    return tuple(found)


def _through_a_move(state: State | None, stage_id: str) -> State | None:
    if state is None or state.status is not Status.ACTIVE:
        return state
    return State(
        stage=stage_id,
        perspective=state.perspective,
        status=Status.NOT_KNOWN,
        influence=state.influence,
        closeness=state.closeness,
    )


def _whereabouts(
    person: Person, stages: tuple[Stage, ...], settings: dict[str, Setting]
) -> tuple[Place, ...]:
    changes = {there.stage: there for there in person.where}
    place = _first_place(person, settings)
    found = []
    for stage in stages:
        if (there := changes.get(stage.id)) is not None:
            place = _place(there.area, there.setting, settings)
        found.append(place)
    return tuple(found)


def _first_place(person: Person, settings: dict[str, Setting]) -> Place:
    """Put a person into the first of their settings that fits their area.

    Somebody may live in one area and be in a setting of another: then the area is told, and
    that setting is not where they stand.
    """
    options = [_place(person.area, setting, settings) for setting in person.settings]
    if person.area is None:
        known = [place for place in options if place.area is not None]
        return next(iter((*known, *options)), _NOWHERE)
    fitting = [
        place
        for place in options
        if place.setting is not None and settings[place.setting].area in (None, person.area)
    ]
    return next(iter(fitting), Place(person.area, None))


def _place(area: str | None, setting: str | None, settings: dict[str, Setting]) -> Place:
    if area is None and setting is not None:
        return Place(settings[setting].area, setting)
    return Place(area, setting)


def _state_perspectives(case: Case) -> Iterator[str]:
    return (state.perspective for tie in case.relationships for state in tie.states)


def _team_first(perspective: str) -> int:
    return {TEAM: 0, YOUNG_PERSON: 1}.get(perspective, 2)


def _stage_number(case: Case, stage_id: str) -> int:
    numbers = {stage.id: number for number, stage in enumerate(case.stages)}
    if stage_id not in numbers:
        raise UnknownId("stage", stage_id, numbers)
    return numbers[stage_id]


def _check_perspective(case: Case, perspective: str) -> None:
    known = (TEAM, YOUNG_PERSON, *(person.id for person in case.people))
    if perspective not in known:
        raise UnknownId("perspective", perspective, known)
