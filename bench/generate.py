"""Invented cases of any size, for measuring how things grow.

The same number of people and stages and the same seed give the same case: stages over three
areas, a tie with the young person for everybody, and half as many ties between others.
"""

from collections.abc import Sequence
from itertools import cycle, islice, pairwise
from pathlib import Path
from random import Random

from relnet.case.models import (
    Area,
    Case,
    Move,
    Person,
    Relationship,
    Setting,
    Stage,
    State,
    Use,
    YoungPerson,
)
from relnet.case.timeline import TRACK_OF_TYPE
from relnet.case.vocabulary import (
    YOUNG_PERSON,
    AreaKind,
    Influence,
    Level,
    MoveKind,
    Phase,
    RelationshipType,
    SettingKind,
    Status,
    Strength,
    Track,
    UseKind,
)
from relnet.case.writing import write_case

SEED = 2022
USED_EVERY = 4
"""One relationship in so many is used by professionals: an active one, at every stage."""

_AREAS = (
    Area(id="home", name="Harbour End", kind=AreaKind.HOME),
    Area(id="valley", name="Long Valley", kind=AreaKind.PLACEMENT, distance_miles=62),
    Area(id="moor", name="Moorside", kind=AreaKind.PLACEMENT, distance_miles=118),
)
_SETTINGS = (
    Setting(id="family-home", name="Family home", kind=SettingKind.FAMILY_HOME, area="home"),
    Setting(id="foster-home", name="Foster home", kind=SettingKind.FOSTER_HOME, area="valley"),
    Setting(id="unit", name="Residential home", kind=SettingKind.RESIDENTIAL, area="moor"),
)
_Told = tuple[str, str, Phase, str, str]
"""A stage: its id, its words, its phase, its area and its setting."""

_STAGES: tuple[_Told, ...] = (
    ("at-home", "At home", Phase.BEFORE, "home", "family-home"),
    ("fostered", "Foster home", Phase.DURING, "valley", "foster-home"),
    ("settling", "Settling in", Phase.DURING, "valley", "foster-home"),
    ("further-away", "Residential home", Phase.DURING, "moor", "unit"),
    ("getting-ready", "Getting ready to leave", Phase.DURING, "moor", "unit"),
    ("home-again", "Home again", Phase.AFTER, "home", "family-home"),
)
_FURTHER_AFTER = 4
_TO_AND_FRO = (("valley", "foster-home"), ("moor", "unit"))
"""Where the young person is moved to, again and again, in a case of more stages."""
_ROLES = {
    RelationshipType.PRACTITIONER: ("Social worker", "Youth worker", "Teacher", "Nurse"),
    RelationshipType.FAMILY: ("Aunt", "Cousin", "Uncle", "Grandmother"),
    RelationshipType.PEER: ("Friend", "Classmate", "Peer"),
    RelationshipType.COMMUNITY: ("Neighbour", "Coach", "Shopkeeper"),
}
_NAMES = ("Ash", "Bryn", "Cerys", "Dara", "Ebo", "Farah", "Gwen", "Hugo", "Ines", "Jory")


def made_case(people: int, seed: int = SEED, stages: int = len(_STAGES)) -> Case:
    """Make a valid case with so many people; the same arguments give the same case.

    Raises:
        ValueError: these are fewer stages than the six that every made case has.
    """
    random = Random(seed)  # noqa: S311 - invented cases, not secrets
    told = _told(stages)
    keys = [key for key, *_rest in told]
    made = tuple(_person(number, random) for number in range(people))
    own = tuple(_own_tie(number, person, keys, random) for number, person in enumerate(made))
    return Case(
        format="relnet-case/1",
        title=f"A made case with {people} people",
        about="Invented by a program, for measuring. Nobody in it is real.",
        young_person=YoungPerson(name="Robin"),
        areas=_AREAS,
        settings=_SETTINGS,
        stages=_stages(told),
        people=made,
        relationships=(*own, *_ties_between(made, random)),
        uses=tuple(_uses(own, keys, random)),
    )


def write_made_case(folder: Path, people: int, seed: int = SEED) -> Path:
    """Write a made case into a folder; give its file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"made-{people:04}.relnet.json"
    path.write_text(write_case(made_case(people, seed)), encoding="utf-8")
    return path


def _told(stages: int) -> tuple[_Told, ...]:
    """Tell so many stages: further moves come before the young person gets ready to leave."""
    more = stages - len(_STAGES)
    if more < 0:
        raise ValueError(f"a made case has at least {len(_STAGES)} stages, not {stages}")
    further = [
        (f"moved-{number}", f"Moved again ({number})", Phase.DURING, *place)
        for number, place in enumerate(islice(cycle(_TO_AND_FRO), more), start=1)
    ]
    return (*_STAGES[:_FURTHER_AFTER], *further, *_STAGES[_FURTHER_AFTER:])


def _stages(told: Sequence[_Told]) -> tuple[Stage, ...]:
    """Make the stages; a new area is a move."""
    areas = [None, *(area for _id, _label, _phase, area, _setting in told)]
    moves = [before is not None and before != now for before, now in pairwise(areas)]
    return tuple(
        Stage(
            id=key,
            label=words,
            phase=phase,
            when=f"{2020 + number}-{number % 12 + 1:02}",
            area=area,
            setting=setting,
            move=_move(phase) if moved else None,
            uses_recorded=tuple(Track),
        )
        for number, ((key, words, phase, area, setting), moved) in enumerate(
            zip(told, moves, strict=True)
        )
    )


def _move(phase: Phase) -> Move:
    kind = MoveKind.RETURN if phase is Phase.AFTER else MoveKind.OUT_OF_AREA
    return Move(kinds=(kind,), planned=True)


def _person(number: int, random: Random) -> Person:
    kind = random.choice(tuple(RelationshipType))
    around, name = divmod(number, len(_NAMES))
    return Person(
        id=f"person-{number}",
        name=f"{_NAMES[name]} {around + 1}",
        role=random.choice(_ROLES[kind]),
        type=kind,
        area=random.choice(_AREAS).id,
    )


def _own_tie(number: int, person: Person, stages: Sequence[str], random: Random) -> Relationship:
    """Tie somebody to the young person; every so many is active at every stage."""
    used = number % USED_EVERY == 0
    states = [
        _state(key, random, Status.ACTIVE if used else random.choice(tuple(Status)))
        for key in stages
        if used or key == stages[0] or random.random() < 0.6  # noqa: PLR2004 - how often a case tells something new
    ]
    asked = [State(stage=stages[0], perspective=YOUNG_PERSON, closeness=random.randint(1, 3))]
    return Relationship(
        id=f"tie-{number}",
        from_=person.id,
        tracks=(TRACK_OF_TYPE[person.type],),
        states=(*states, *(asked if random.random() < 0.5 else ())),  # noqa: PLR2004 - about half were asked about
    )


def _state(stage: str, random: Random, status: Status) -> State:
    return State(
        stage=stage,
        status=status,
        strength=random.choice(tuple(Strength)),
        strained=random.random() < 0.2 or None,  # noqa: PLR2004 - one in five
        influence=random.choice(((), (Influence.PROTECTIVE,), (Influence.HARMFUL,))),
    )


def _ties_between(people: tuple[Person, ...], random: Random) -> list[Relationship]:
    """Tie half as many pairs of others as there are people, no pair twice."""
    pairs: dict[tuple[int, int], None] = {}
    possible = len(people) * (len(people) - 1) // 2
    while len(pairs) < min(len(people) // 2, possible):
        first, second = sorted(random.sample(range(len(people)), 2))
        pairs[first, second] = None
    return [
        Relationship(
            id=f"between-{number}",
            from_=people[first].id,
            to=people[second].id,
            states=(_state(_STAGES[0][0], random, Status.ACTIVE),),
        )
        for number, (first, second) in enumerate(pairs)
    ]


def _uses(own: Sequence[Relationship], stages: Sequence[str], random: Random) -> list[Use]:
    return [
        Use(
            stage=key,
            relationship=tie.id,
            use=random.choice(tuple(UseKind)),
            level=random.choice(tuple(Level)),
        )
        for tie in own[::USED_EVERY]
        for key in stages
    ]
