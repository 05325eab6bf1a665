"""What an operation will do, as it is said before it is done."""

import pytest
from hypothesis import given, settings

from relnet.case.models import Case
from relnet.case.names import names_of
from relnet.editing.operations import Operation, read_operation
from relnet.figures.words_asking import asking_words
from tests.case.small import Json
from tests.editing.some_operations import edits
from tests.figures.test_words_history import small


def words(values: Json, *, hidden: bool = False) -> str:
    case = small()
    return asking_words(read_operation(values), case, names_of(case, hidden=hidden))


def entry(section: str, key: str) -> Json:
    return {"do": "remove_entry", "section": section, "id": key}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (entry("people", "kayla"), "Kayla is taken out of the case."),
        (entry("relationships", "r-kayla"), "The relationship with Kayla is taken out."),
        (entry("events", "event-1"), "The event “Mum rang Jo.” is taken out."),
        ({"do": "remove_stage", "stage": "later"}, "The stage “Later” is taken out."),
        (
            {"do": "join_stages", "stage": "foster"},
            "“Foster home” and the stage after it become one.",
        ),
        (
            {"do": "split_stage", "stage": "foster", "label": "The last weeks"},
            "“Foster home” is split in two; “The last weeks” comes after it.",
        ),
        (
            {"do": "move_stage", "stage": "later", "behind": "at-home"},
            "“Later” is moved after “At home”.",
        ),
        ({"do": "move_stage", "stage": "later"}, "“Later” is moved to the beginning."),
        (
            {"do": "add_stage", "label": "Respite", "phase": "during", "behind": "foster"},
            "The stage “Respite” is added after “Foster home”.",
        ),
        (
            {"do": "add_stage", "label": "Birth", "phase": "before"},
            "“Birth” becomes the first stage.",
        ),
        ({"do": "set_stage", "stage": "foster", "fields": {"phase": "after"}}, None),
    ],
)
def test_what_will_happen_is_not_said_as_if_it_had(values: Json, said: str | None) -> None:
    told = words(values)
    if said is not None:
        assert told == said
    assert not told.startswith(("Took", "Added", "Moved", "Joined", "Split"))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"do": "split_stage", "stage": "foster", "label": "Zelda"}, "Zelda"),
        ({"do": "add_stage", "label": "Zelda", "phase": "during", "behind": "foster"}, "Zelda"),
        ({"do": "add_stage", "label": "Zelda", "phase": "during"}, "Zelda"),
        (entry("people", "kayla"), "Kayla"),
    ],
)
def test_no_name_is_said_where_names_are_hidden(values: Json, said: str) -> None:
    assert said not in words(values, hidden=True)


@settings(max_examples=30, deadline=None)
@given(edits())
def test_every_operation_is_asked_about_in_words(edit: tuple[Case, Operation]) -> None:
    case, operation = edit
    assert asking_words(operation, case, names_of(case, hidden=False)).strip()
