"""Doing operations: whatever is asked for, a valid case comes out, or a plain refusal."""

import pytest
from hypothesis import given, settings

from relnet.case.messages import CaseFaults, UnknownId
from relnet.case.models import Case
from relnet.case.reading import parse_case
from relnet.case.vocabulary import RelationshipType, Strength, Track
from relnet.case.writing import write_case
from relnet.editing.document import identified
from relnet.editing.draft import CannotDo
from relnet.editing.operations import (
    AddPerson,
    NoOperation,
    Operation,
    ReplaceCase,
    SetFields,
    SetState,
    read_operation,
)
from relnet.editing.perform import perform
from relnet.editing.refusals import Refused
from tests.case.small import Json, parsed, small_case
from tests.editing.some_operations import MAKERS, edits


def performed(case: Case, operation: Operation) -> Case | str:
    """Give the case after an operation, or why there is none."""
    try:
        return perform(case, operation)
    except (UnknownId, CannotDo) as refused:
        return str(refused)


@pytest.mark.parametrize("do", MAKERS)
def test_an_operation_gives_a_valid_case_or_says_why_not(do: str) -> None:
    @settings(max_examples=25, deadline=None)
    @given(edits(do))
    def holds(edit: tuple[Case, Operation]) -> None:
        case, operation = edit
        before = case.model_dump()
        after = performed(case, operation)
        assert after
        assert isinstance(after, str) or parse_case(write_case(after).encode()) == after
        assert case.model_dump() == before

    holds()


@given(edits())
@settings(max_examples=50, deadline=None)
def test_what_an_operation_adds_has_neutral_ids(edit: tuple[Case, Operation]) -> None:
    case, operation = edit
    after = performed(case, operation)
    kinds = {
        "areas": "area",
        "settings": "setting",
        "stages": "stage",
        "people": "person",
        "relationships": "relationship",
        "events": "event",
        "prompts": "prompt",
        "story": "step",
    }
    for section, kind in kinds.items():
        known = {entry.id for entry in getattr(case, section)}
        new = {entry.id for entry in getattr(after, section, ())} - known
        assert all(key.rpartition("-")[0] == kind for key in new)


def test_a_name_never_becomes_an_id() -> None:
    operation = AddPerson(
        name="Jo Marsh",
        role="Youth worker",
        type=RelationshipType.PRACTITIONER,
        track=Track.TRUSTED,
        stage="foster",
    )
    after = perform(parsed(small_case()), operation)
    assert after.people[-1].id == "person-1"
    assert after.relationships[-1].id == "relationship-1"


def test_an_invalid_case_is_refused_as_both_kinds_of_error() -> None:
    operation = SetFields(section="people", id="kayla", fields={"name": " "})
    with pytest.raises(Refused) as refused:
        perform(parsed(small_case()), operation)
    assert isinstance(refused.value, CannotDo)
    assert isinstance(refused.value, CaseFaults)
    assert str(refused.value) == "Write a name; initials or a role will do."
    assert [fault.where for fault in refused.value.faults] == ["people[1].name"]


def test_what_is_not_there_is_told_without_its_id() -> None:
    operation = SetState(relationship="r-tom-jones", stage="foster", fields={"strength": "weak"})
    with pytest.raises(UnknownId, match="not in the case any more") as gone:
        perform(parsed(small_case()), operation)
    assert "tom" not in str(gone.value)
    assert (gone.value.kind, gone.value.asked) == ("relationship", "r-tom-jones")


@pytest.mark.parametrize("section", ["events", "prompts", "story"])
def test_an_event_a_prompt_or_a_step_that_is_not_there_is_told_too(section: str) -> None:
    operation = {"do": "remove_entry", "section": section, "id": "event-7"}
    with pytest.raises(UnknownId, match="not in the case any more"):
        perform(parsed(small_case()), read_operation(operation))


def several(*operations: Json) -> Operation:
    return read_operation({"do": "several", "operations": list(operations)})


WEAK_TIE: Json = {
    "do": "set_state",
    "relationship": "r-mum",
    "stage": "foster",
    "fields": {"strength": "weak"},
}


def test_several_operations_are_done_in_their_order_as_one() -> None:
    jo: Json = {
        "do": "add_person",
        "name": "Jo",
        "role": "Coach",
        "type": "community",
        "track": "community_peer",
        "stage": "foster",
        "note": "On Tuesdays",
    }
    after = perform(
        parsed(small_case()),
        several(WEAK_TIE, jo, jo, WEAK_TIE | {"fields": {"strained": True}}),
    )
    assert [person.id for person in after.people[-2:]] == ["person-1", "person-2"]
    assert after.people[-1].note == "On Tuesdays"
    state = next(tie for tie in after.relationships if tie.id == "r-mum").states[-1]
    assert (state.strength, state.strained) == (Strength.WEAK, True)


def test_where_one_of_several_cannot_be_done_none_is() -> None:
    gone = WEAK_TIE | {"relationship": "r-nobody"}
    with pytest.raises(UnknownId):
        perform(parsed(small_case()), several(WEAK_TIE, gone))
    nameless: Json = {
        "do": "set_fields",
        "section": "people",
        "id": "kayla",
        "fields": {"name": ""},
    }
    with pytest.raises(Refused, match="Write a name"):
        perform(parsed(small_case()), several(WEAK_TIE, nameless))
    foreign = WEAK_TIE | {"fields": {"strength": "huge"}}
    with pytest.raises(Refused):
        perform(parsed(small_case()), several(foreign, WEAK_TIE | {"stage": "later"}))


def test_each_of_several_sees_what_those_before_it_wrote() -> None:
    told: Json = {"how_often": "weekly", "strength": "strong"}
    later = WEAK_TIE | {"stage": "later"}
    after = perform(parsed(small_case()), several(WEAK_TIE | {"fields": told}, later))
    states = next(tie for tie in after.relationships if tie.id == "r-mum").states
    assert [(state.how_often, state.strength) for state in states[1:]] == [
        ("weekly", Strength.STRONG),
        ("weekly", Strength.WEAK),
    ]


@pytest.mark.parametrize(
    "operations",
    [
        [],
        [{"do": "remove_entry", "section": "people", "id": "kayla"}],
        [{"do": "several", "operations": [WEAK_TIE]}],
    ],
)
def test_what_looks_at_the_whole_case_is_not_done_among_several(
    operations: list[Json],
) -> None:
    with pytest.raises(NoOperation):
        several(*operations)


def test_another_case_takes_the_place_of_this_one_with_ids_for_all() -> None:
    other = parsed(small_case(title="Another", events=[{"text": "Mum rang Jo."}]))
    after = perform(parsed(small_case()), ReplaceCase(case=other))
    assert after == identified(other)
    assert after.events[0].id == "event-1"


def test_another_case_that_does_not_fit_together_is_refused() -> None:
    other = small_case(
        uses=[{"stage": "x", "relationship": "y", "use": "safety", "level": "planned"}]
    )
    with pytest.raises(Refused):
        perform(parsed(small_case()), read_operation({"do": "replace_case", "case": other}))
