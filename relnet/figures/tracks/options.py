"""What a reader can choose about the picture of the tracks."""

from dataclasses import dataclass
from enum import StrEnum


class Scale(StrEnum):
    """How wide the columns of the stages are."""

    EQUAL = "equal"
    TIME = "time"


class Sort(StrEnum):
    """In which order the rows of a lane stand."""

    MAP = "map"
    CLOSENESS = "closeness"
    LOST_FIRST = "lost_first"
    LASTED = "lasted"


class Roles(StrEnum):
    """Whether people who follow one another in a role have a row each, or one together."""

    PEOPLE = "people"
    SLOTS = "slots"


@dataclass(frozen=True, slots=True)
class TracksOptions:
    """The choices; as they stand here, the picture opens."""

    scale: Scale = Scale.EQUAL
    sort: Sort = Sort.MAP
    roles: Roles = Roles.PEOPLE
