"""Operations as they travel and are kept."""

import json
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from relnet.case.models import Case
from relnet.case.vocabulary import UseKind
from relnet.editing.operations import (
    NoOperation,
    Operation,
    SetCase,
    SetState,
    SetUse,
    operation_values,
    read_operation,
)
from tests.editing.some_operations import MAKERS, edits

ALL: tuple[type[Any], ...] = get_args(get_args(Operation)[0])


def test_the_random_operations_cover_all_there_are() -> None:
    assert {kind.model_fields["do"].default for kind in ALL} == set(MAKERS)


@given(edits())
@settings(max_examples=100, deadline=None)
def test_an_operation_is_the_same_after_it_was_kept(edit: tuple[Case, Operation]) -> None:
    _case, operation = edit
    kept = json.dumps(operation_values(operation))
    assert read_operation(json.loads(kept)) == operation


def test_what_is_left_at_its_default_is_not_kept() -> None:
    operation = SetState(relationship="r", stage="s", fields={"strained": None})
    assert operation_values(operation) == {
        "do": "set_state",
        "relationship": "r",
        "stage": "s",
        "fields": {"strained": None},
    }


def test_what_takes_something_out_is_kept() -> None:
    operation = SetUse(relationship="r", stage="s", use=UseKind.SAFETY, level=None, held_by=())
    values = operation_values(operation)
    assert values["level"] is None
    assert values["held_by"] == []
    assert read_operation(values) == operation


@pytest.mark.parametrize(
    "value",
    [
        None,
        7,
        [],
        {},
        {"do": "launch"},
        {"do": ["set_case"]},
        {"do": "set_case"},
        {"do": "set_case", "fields": {}, "extra": 1},
        {"do": "set_case", "fields": {"title": float("nan")}},
        {"do": "set_case", "fields": {"title": "\ud800"}},
        {"do": "set_case", "fields": {"title": 10**5000}},
        {"do": "set_case", "fields": {"title": object()}},
        {"do": "set_case", "fields": {"../title": "x"}},
        {"do": "split_stage", "stage": "../s", "label": "x"},
        {"do": "replace_case", "case": {"title": "x"}},
    ],
)
def test_what_is_no_operation_is_refused_in_plain_words(value: object) -> None:
    with pytest.raises(NoOperation, match="nothing was changed"):
        read_operation(value)


def test_values_nested_without_end_are_refused() -> None:
    deep: list[object] = []
    for _level in range(100_000):
        deep = [deep]
    with pytest.raises(NoOperation):
        read_operation({"do": "set_case", "fields": {"title": deep}})


@pytest.mark.parametrize(
    "values",
    [
        {"do": "add_stage", "label": "", "phase": "before"},
        {"do": "split_stage", "stage": "s", "label": " "},
        {"do": "set_factor", "stage": "s", "text": "x" * 5000},
    ],
)
def test_what_somebody_has_typed_is_left_to_the_case_to_judge(values: dict[str, Any]) -> None:
    assert operation_values(read_operation(values)) == values


def test_an_operation_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(SetCase(fields={}), "do", "set_stage")  # noqa: B010 - the types forbid it, too
