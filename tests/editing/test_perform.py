"""Doing operations: whatever is asked for, a valid case comes out, or a plain refusal."""

import pytest
from hypothesis import given, settings

from relnet.case.messages import CaseFaults, UnknownId
from relnet.case.models import Case
from relnet.case.reading import parse_case
from relnet.case.vocabulary import RelationshipType, Track
from relnet.case.writing import write_case
from relnet.editing.document import identified
from relnet.editing.draft import CannotDo
from relnet.editing.operations import (
    AddPerson,
    Operation,
    ReplaceCase,
    SetFields,
    SetState,
    read_operation,
)
from relnet.editing.perform import perform
from relnet.editing.refusals import Refused
from tests.case.small import parsed, small_case
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
