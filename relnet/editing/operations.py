"""What can be done to a case: one model for each operation, as it travels and is kept.

An operation says what somebody meant ("weaker, at this stage"), not what the file looks like
after it. So it can be put onto a version that is newer than the one they looked at, and the
history can say it in words.
"""

import json
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from relnet.case.messages import RelnetError
from relnet.case.models import Case, Slug
from relnet.case.vocabulary import (
    TEAM,
    YOUNG_PERSON,
    Blank,
    Dimension,
    FactorKind,
    Held,
    Level,
    Phase,
    RelationshipType,
    Status,
    Track,
    UseKind,
)
from relnet.wording import _


def _as_json(fields: dict[str, Any]) -> dict[str, Any]:
    """Give fields back if a file can hold them."""
    try:
        json.dumps(fields, ensure_ascii=False, allow_nan=False).encode()
    except (TypeError, RecursionError) as fault:
        raise ValueError(str(fault)) from fault
    return fields


Fields = Annotated[dict[Slug, Any], AfterValidator(_as_json)]
"""Fields of a part and their new values; None takes a field out. The case's models check them."""

Words = str
"""What somebody has typed. The case's models check it, so that the form can say what is wrong."""

MAX_OF_SEVERAL = 2000
"""How many operations may be done as one: a large sheet, pasted."""

Section = Literal["areas", "settings", "people", "relationships", "events", "prompts", "story"]
"""The lists whose entries are added and taken out one by one; stages have their own operations."""


class NoOperation(RelnetError, ValueError):  # noqa: N818 - the name says what happened
    """Something was asked for that is none of the operations."""

    def __init__(self) -> None:
        super().__init__(
            _("This edit could not be read, so nothing was changed. Load the page again.")
        )


class _Operation(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SetCase(_Operation):
    """Set fields of the case itself: ``title``, ``about``."""

    do: Literal["set_case"] = "set_case"
    fields: Fields


class SetYoungPerson(_Operation):
    """Set fields of the young person."""

    do: Literal["set_young_person"] = "set_young_person"
    fields: Fields


class SetFields(_Operation):
    """Set fields of an entry of a list."""

    do: Literal["set_fields"] = "set_fields"
    section: Section
    id: Slug
    fields: Fields


class SetStage(_Operation):
    """Set fields of a stage; ``move`` as a whole ({} for a move of which nothing is said)."""

    do: Literal["set_stage"] = "set_stage"
    stage: Slug
    fields: Fields


class AddPerson(_Operation):
    """Add a person, with a relationship with the young person from a stage on.

    Without a type, type, role slot and whether it is for a time are what the role suggests;
    without a track it is that of the type.
    """

    do: Literal["add_person"] = "add_person"
    name: Words
    role: Words
    type: RelationshipType | None = None
    track: Track | None = None
    stage: Slug
    area: Slug | None = None
    setting: Slug | None = None
    perspective: Slug = TEAM
    status: Status = Status.ACTIVE
    role_slot: Words | None = None
    time_limited: bool | None = None
    group_size: Words | None = None
    note: Words | None = None


class AddTie(_Operation):
    """Add a relationship of somebody with the young person or with somebody else.

    One with the young person for which no track is given goes into that of its type.
    """

    do: Literal["add_tie"] = "add_tie"
    one: Slug
    other: Slug = YOUNG_PERSON
    tracks: tuple[Track, ...] = ()
    stage: Slug
    perspective: Slug = TEAM
    status: Status = Status.ACTIVE


class AddEntry(_Operation):
    """Add an entry to a list; ``behind`` names the one before it, else it is the last."""

    do: Literal["add_entry"] = "add_entry"
    section: Section
    fields: Fields
    behind: Slug | None = None


class MoveEntry(_Operation):
    """Put an entry of a list elsewhere; ``behind`` None: to the beginning."""

    do: Literal["move_entry"] = "move_entry"
    section: Section
    id: Slug
    behind: Slug | None = None


class RemoveEntry(_Operation):
    """Take an entry out, with everything that hangs on it."""

    do: Literal["remove_entry"] = "remove_entry"
    section: Section
    id: Slug


class SetState(_Operation):
    """Say what a relationship is like from a stage on, or at this stage alone.

    From a stage on means until something else is recorded. ``only_here`` leaves the next
    stage as it was.
    """

    do: Literal["set_state"] = "set_state"
    relationship: Slug
    stage: Slug
    perspective: Slug = TEAM
    fields: Fields
    only_here: bool = False


class ClearState(_Operation):
    """Take out what was recorded at a stage: what was there before it carries on."""

    do: Literal["clear_state"] = "clear_state"
    relationship: Slug
    stage: Slug
    perspective: Slug = TEAM


MoveAnswer = Literal["kept", "weaker", "strained", "broken", "ended", "not_known"]


class AnswerMove(_Operation):
    """Say what a move did to a relationship that was active before it."""

    do: Literal["answer_move"] = "answer_move"
    relationship: Slug
    stage: Slug
    perspective: Slug = TEAM
    answer: MoveAnswer


class SetUse(_Operation):
    """Set what professionals do through a relationship at a stage; ``level`` None: nothing.

    ``held_by`` None leaves who holds it as it is.
    """

    do: Literal["set_use"] = "set_use"
    relationship: Slug
    stage: Slug
    use: UseKind
    level: Level | None
    held_by: tuple[Slug, ...] | None = None
    note: Words | None = None


class TalkedAbout(_Operation):
    """Say whether a track's uses have been talked through, so that "none" means none."""

    do: Literal["talked_about"] = "talked_about"
    stage: Slug
    track: Track
    talked: bool


class SetBlank(_Operation):
    """Say why a track shows nobody at a stage; None takes that back."""

    do: Literal["set_blank"] = "set_blank"
    stage: Slug
    track: Track
    blank: Blank | None


class SetSafety(_Operation):
    """Say how a perspective sees a dimension of safety; ``held`` None takes that back."""

    do: Literal["set_safety"] = "set_safety"
    stage: Slug
    dimension: Dimension
    perspective: Slug = TEAM
    held: Held | None
    note: Words | None = None


class SetFactor(_Operation):
    """Add a push or a pull, change one (``was``: kind and text) or take it out (no ``text``)."""

    do: Literal["set_factor"] = "set_factor"
    stage: Slug
    was: tuple[FactorKind, Words] | None = None
    kind: FactorKind = FactorKind.PUSH
    text: Words | None = None
    relationship: Slug | None = None


class SetWhere(_Operation):
    """Say where somebody is from a stage on; ``here`` False takes that back."""

    do: Literal["set_where"] = "set_where"
    person: Slug
    stage: Slug
    area: Slug | None = None
    setting: Slug | None = None
    here: bool = True


class AddStage(_Operation):
    """Add a stage; ``behind`` names the one before it, None: as the first."""

    do: Literal["add_stage"] = "add_stage"
    label: Words
    phase: Phase
    behind: Slug | None = None
    fields: Fields = Field(default_factory=dict)


class SplitStage(_Operation):
    """Make two stages of one: the second begins as the first is."""

    do: Literal["split_stage"] = "split_stage"
    stage: Slug
    label: Words


class JoinStages(_Operation):
    """Make one stage of a stage and the next: what the later one says stands."""

    do: Literal["join_stages"] = "join_stages"
    stage: Slug


class MoveStage(_Operation):
    """Put a stage elsewhere in the timeline; ``behind`` None: to the beginning."""

    do: Literal["move_stage"] = "move_stage"
    stage: Slug
    behind: Slug | None = None


class RemoveStage(_Operation):
    """Take a stage out; what it says of relationships holds from the next stage on.

    The move that opened it opens the next stage, where the young person lives elsewhere then.
    """

    do: Literal["remove_stage"] = "remove_stage"
    stage: Slug


class ReplaceCase(_Operation):
    """Put another case in the place of this one: a file, a grid, an older version."""

    do: Literal["replace_case"] = "replace_case"
    case: Case = Field(repr=False)


_OfSeveral = SetFields | AddPerson | AddTie | SetState | ClearState
"""What a grid does. Operations on the timeline look at the whole case: each is done alone."""


class Several(_Operation):
    """Do several operations in their order, as one: all of them, or none."""

    do: Literal["several"] = "several"
    operations: Annotated[
        tuple[Annotated[_OfSeveral, Field(discriminator="do")], ...],
        Field(min_length=1, max_length=MAX_OF_SEVERAL),
    ]


Operation = Annotated[
    SetCase
    | SetYoungPerson
    | SetFields
    | SetStage
    | AddPerson
    | AddTie
    | AddEntry
    | MoveEntry
    | RemoveEntry
    | SetState
    | ClearState
    | AnswerMove
    | SetUse
    | TalkedAbout
    | SetBlank
    | SetSafety
    | SetFactor
    | SetWhere
    | AddStage
    | SplitStage
    | JoinStages
    | MoveStage
    | RemoveStage
    | ReplaceCase
    | Several,
    Field(discriminator="do"),
]

_ADAPTER: TypeAdapter[Operation] = TypeAdapter(Operation)


def read_operation(value: object) -> Operation:
    """Make an operation of the values that a page has sent or the library has kept.

    Raises:
        NoOperation: it is none.
    """
    try:
        return _ADAPTER.validate_python(value)
    except ValidationError as refused:
        raise NoOperation from refused


def operation_values(operation: Operation) -> dict[str, Any]:
    """Give an operation as plain values; ``read_operation`` reads them."""
    if isinstance(operation, Several):
        return {"do": operation.do, "operations": [*map(operation_values, operation.operations)]}
    values: dict[str, Any] = _ADAPTER.dump_python(
        operation, mode="json", by_alias=True, exclude_defaults=True
    )
    return {"do": operation.do, **values}
