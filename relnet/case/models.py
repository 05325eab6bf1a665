"""The case as frozen pydantic models: one model for each part of the file.

The models hold the shape and the closed sets. What ties the parts together (ids that must
exist, the order of stages) is checked in ``relnet.case.references``. Every sequence is a
tuple, so a case can be shared between requests without being copied.
"""

from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from relnet.case import limits
from relnet.case.dates import MAX_LENGTH, checked_edtf
from relnet.case.vocabulary import (
    TEAM,
    YOUNG_PERSON,
    AreaKind,
    ArrangedBy,
    Blank,
    Certainty,
    Channel,
    Dimension,
    EventCertainty,
    FactorKind,
    Harm,
    Held,
    Influence,
    Level,
    MoveKind,
    Outcome,
    Phase,
    PromptKind,
    RelationshipType,
    SettingKind,
    Status,
    StoryView,
    Strength,
    Track,
    UseKind,
)

FORMAT = "relnet-case/1"

MAX_TEXT = 4000
MAX_NAME = 400

SLUG = r"^[a-z0-9]+([_-][a-z0-9]+)*$"

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=MAX_NAME, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(max_length=MAX_TEXT)]
Edtf = Annotated[
    str,
    StringConstraints(max_length=MAX_LENGTH, strip_whitespace=True),
    AfterValidator(checked_edtf),
]

Entry = TypeVar("Entry")
Few = Annotated[tuple[Entry, ...], Field(max_length=limits.MAX_FEW)]
Several = Annotated[tuple[Entry, ...], Field(max_length=limits.MAX_SEVERAL)]


class Part(BaseModel):
    """What all parts of a case share: frozen, and no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class YoungPerson(Part):
    """The young person the case is about."""

    name: Name
    age: Text | None = None
    pronouns: Text | None = None
    eighteenth_birthday: Edtf | None = None
    harms: Few[Harm] = ()
    note: Text | None = None


class Area(Part):
    """A place on the map: the home area, a placement area, another, or online."""

    id: Slug
    name: Name
    kind: AreaKind
    distance_miles: Annotated[float, Field(ge=0, le=25_000)] | None = None
    travel_minutes: Annotated[int, Field(ge=0, le=100_000)] | None = None
    note: Text | None = None


class Setting(Part):
    """A place inside an area: a home, a school, a club, a park, an online space."""

    id: Slug
    name: Name
    kind: SettingKind
    area: Slug | None = None
    note: Text | None = None


class Move(Part):
    """The move that opens a stage."""

    kinds: Few[MoveKind] = ()
    arranged_by: ArrangedBy | None = None
    planned: bool | None = None
    stated_duration: Text | None = None
    reasons: Several[Text] = ()
    note: Text | None = None


class SafetyView(Part):
    """How one perspective sees one dimension of safety at a stage."""

    dimension: Dimension
    held: Held
    perspective: Slug = TEAM
    note: Text | None = None


class Factor(Part):
    """Something that pushes the young person out of home, or pulls them away from it."""

    kind: FactorKind
    text: Text
    relationship: Slug | None = None


class Stage(Part):
    """A stretch of the timeline."""

    id: Slug
    label: Name
    phase: Phase
    when: Edtf | None = None
    lasted: Text | None = None
    area: Slug | None = None
    setting: Slug | None = None
    note: Text | None = None
    move: Move | None = None
    placement_count: Text | None = None
    safety: Several[SafetyView] = ()
    factors: Several[Factor] = ()
    blanks: dict[Track, Blank] = Field(default_factory=dict)
    uses_recorded: Few[Track] = ()


class Whereabouts(Part):
    """From this stage on a person is here instead."""

    stage: Slug
    area: Slug | None = None
    setting: Slug | None = None


class Person(Part):
    """Somebody, or a group, in the young person's life."""

    id: Slug
    name: Name
    role: Name
    type: RelationshipType
    role_slot: Name | None = None
    area: Slug | None = None
    settings: Several[Slug] = ()
    where: Several[Whereabouts] = ()
    group_size: Text | None = None
    time_limited: bool | None = None
    note: Text | None = None


class State(Part):
    """What a relationship is like from a stage on, as one perspective sees it."""

    stage: Slug
    perspective: Slug = TEAM
    status: Status | None = None
    strength: Strength | None = None
    strained: bool | None = None
    influence: Few[Influence] = ()
    closeness: Annotated[int, Field(ge=1, le=3)] | None = None
    how_often: Text | None = None
    how: Channel | None = None
    certainty: Certainty | None = None
    source: Text | None = None
    note: Text | None = None


class Relationship(Part):
    """A tie between the young person and somebody, or between two others."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: Slug
    from_: Annotated[Slug, Field(alias="from")]
    to: Slug = YOUNG_PERSON
    tracks: Few[Track] = ()
    states: Annotated[tuple[State, ...], Field(max_length=limits.MAX_STATES)]

    @property
    def with_young_person(self) -> bool:
        """Whether this is a tie with the young person, not one between two others."""
        return self.to == YOUNG_PERSON


class Use(Part):
    """What professionals do through a relationship at a stage."""

    stage: Slug
    relationship: Slug
    use: UseKind
    level: Level
    held_by: Several[Slug] = ()
    note: Text | None = None


class Event(Part):
    """Something that happened, or did not."""

    id: Slug | None = None
    text: Text
    stage: Slug | None = None
    when: Edtf | None = None
    by: Several[Slug] = ()
    people: Several[Slug] = ()
    outcome: Outcome | None = None
    certainty: EventCertainty | None = None
    source: Text | None = None


class Prompt(Part):
    """A question for the room, or an action with an owner."""

    id: Slug | None = None
    stage: Slug | None = None
    kind: PromptKind
    text: Text
    owner: Text | None = None
    done: bool | None = None


class StoryStep(Part):
    """One step of a trainer's story."""

    id: Slug | None = None
    title: Name
    text: Text | None = None
    stage: Slug | None = None
    view: StoryView | None = None
    highlight: Several[Slug] = ()
    ask: Text | None = None
    guess: bool | None = None
    presenter_notes: Text | None = None


class Case(Part):
    """A whole case file."""

    format: Literal["relnet-case/1"]
    title: Name
    about: Text | None = None
    young_person: YoungPerson
    areas: Annotated[tuple[Area, ...], Field(min_length=1, max_length=limits.MAX_AREAS)]
    settings: Annotated[tuple[Setting, ...], Field(max_length=limits.MAX_SETTINGS)] = ()
    stages: Annotated[tuple[Stage, ...], Field(min_length=1, max_length=limits.MAX_STAGES)]
    people: Annotated[tuple[Person, ...], Field(max_length=limits.MAX_PEOPLE)] = ()
    relationships: Annotated[
        tuple[Relationship, ...], Field(max_length=limits.MAX_RELATIONSHIPS)
    ] = ()
    uses: Annotated[tuple[Use, ...], Field(max_length=limits.MAX_USES)] = ()
    events: Annotated[tuple[Event, ...], Field(max_length=limits.MAX_EVENTS)] = ()
    prompts: Annotated[tuple[Prompt, ...], Field(max_length=limits.MAX_PROMPTS)] = ()
    story: Annotated[tuple[StoryStep, ...], Field(max_length=limits.MAX_STORY)] = ()
