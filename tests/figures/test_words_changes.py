"""One change of a case, in words."""

from typing import Any

import pytest
from hypothesis import given, settings

from relnet.case.models import Case
from relnet.case.names import names_of
from relnet.case.vocabulary import YOUNG_PERSON
from relnet.editing.document import tree_of
from relnet.editing.operations import Operation, read_operation
from relnet.editing.perform import perform
from relnet.editing.revision import Change, changes_between
from relnet.figures.words_history import change_words
from tests.case.small import Json
from tests.editing.some_operations import edits
from tests.editing.test_perform import performed
from tests.figures.test_words_history import SAID, small, state


def told(values: Json, *, hidden: bool = False, case: Case | None = None) -> list[str]:
    """Give every change that an operation makes in words, looked at afterwards."""
    case = case or small()
    after = perform(case, read_operation(values))
    names = names_of(after, hidden=hidden)
    changes = changes_between(tree_of(case), tree_of(after))
    return [change_words(change, after, names) for change in changes]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            state(stage="at-home", fields={"strength": "weak"}),
            ["Kayla’s strength at At home: strong → weak"],
        ),
        (
            state(stage="at-home", fields={"strained": True}),
            ["Kayla’s strain at At home: not recorded → strained"],
        ),
        (
            state(fields={"status": "broken"}),
            ["Kayla at Foster home: not recorded → broken"],
        ),
        (
            state(stage="at-home", fields={"closeness": 2}, perspective="young_person"),
            ["Kayla at At home, as Amira sees it: not recorded → middle circle"],
        ),
        (
            {"do": "set_case", "fields": {"title": "New"}},
            ["The case’s title: “A small case” → “New”"],
        ),
        (
            {"do": "set_young_person", "fields": {"age": "15"}},
            ["Amira’s age: not recorded → “15”"],
        ),
        (
            {"do": "set_fields", "section": "people", "id": "kayla", "fields": {"type": "family"}},
            ["Kayla, type: peer → family"],
        ),
        (
            {"do": "set_fields", "section": "areas", "id": "away", "fields": {"kind": "other"}},
            ["Area Hillford, kind: Placement → Other area"],
        ),
        (
            {"do": "set_fields", "section": "settings", "id": "chat", "fields": {"area": "home"}},
            ["Place a chat, area: not recorded → Riverside"],
        ),
        (
            {
                "do": "set_use",
                "relationship": "r-mum",
                "stage": "at-home",
                "use": "collaboration",
                "level": "planned",
                "held_by": ["young_person"],
            },
            [
                "Mum, collaboration at At home: in practice → planned",
                "Mum, collaboration at At home, who holds it: Sam → Amira",
            ],
        ),
        (
            {
                "do": "set_use",
                "relationship": "r-mum",
                "stage": "at-home",
                "use": "collaboration",
                "level": None,
            },
            ["Mum, collaboration at At home: in practice, held by Sam → nothing"],
        ),
        (
            {"do": "set_stage", "stage": "foster", "fields": {"when": "2025-06", "move": None}},
            [
                "Foster home, the move that opens it: a move → no move",
                "Foster home, date: not recorded → June 2025",
            ],
        ),
        (
            {"do": "set_stage", "stage": "foster", "fields": {"move": {"planned": False}}},
            ["Foster home, whether the move was planned: not recorded → not planned"],
        ),
        (
            {"do": "talked_about", "stage": "foster", "track": "trusted", "talked": True},
            ["Foster home, tracks that were talked about: not recorded → Trusted relationships"],
        ),
        (
            {"do": "set_safety", "stage": "foster", "dimension": "physical", "held": "held"},
            ["Physical safety at Foster home: not recorded → held"],
        ),
        (
            {"do": "set_factor", "stage": "foster", "kind": "pull", "text": "Friends"},
            ["Foster home, pull “Friends”: added"],
        ),
        (
            {"do": "set_where", "person": "kayla", "stage": "later", "area": "away"},
            ["Where Kayla is from Later on: where they were before → Hillford"],
        ),
        (
            {"do": "add_entry", "section": "events", "fields": {"text": "A row."}},
            ["Event “A row.”: added"],
        ),
        (
            {"do": "remove_entry", "section": "relationships", "id": "r-kayla"},
            ["Relationship with Kayla: taken out"],
        ),
        ({"do": "move_stage", "stage": "later"}, ["The order of the stages: changed"]),
        (
            {"do": "add_stage", "label": "Respite", "phase": "during", "behind": "later"},
            ["Stage Respite: added"],
        ),
        (
            {"do": "set_fields", "section": "prompts", "id": "prompt-1", "fields": {"done": True}},
            ["To ask or do, “Ring Mum.”, whether it is done: not recorded → done"],
        ),
    ],
)
def test_a_change_in_words(values: Json, expected: list[str]) -> None:
    assert sorted(told(values)) == sorted(expected)


def test_what_was_taken_out_is_still_named() -> None:
    gone = told({"do": "remove_entry", "section": "people", "id": "sam"})
    assert "Sam: taken out" in gone
    assert told({"do": "remove_stage", "stage": "later"}) == ["Stage Later: taken out"]


def test_a_blank_is_told_by_its_kind() -> None:
    blank: Json = {"do": "set_blank", "stage": "foster", "track": "trusted", "blank": "not_asked"}
    after = perform(small(), read_operation(blank))
    other = blank | {"blank": "not_held"}
    expected = "Foster home, Trusted relationships: not asked → not held here"
    assert told(other, case=after) == [expected]


def test_where_both_values_look_alike_it_is_only_said_that_it_changed() -> None:
    long = "x" * 100
    note = {"do": "set_case", "fields": {"about": long + "1"}}
    case = small(about=long + "2")
    assert told(note, case=case) == ["The case’s what is said about the case: changed"]


def test_with_names_hidden_no_written_text_is_repeated() -> None:
    def hidden(**fields: object) -> list[str]:
        values = {"do": "set_fields", "section": "people", "id": "kayla", "fields": fields}
        return told(values, hidden=True)

    assert hidden(name="Kay") == ["The best friend, name: changed"]
    assert hidden(note="Kay") == ["The best friend, note: added"]
    gone = told({"do": "remove_entry", "section": "people", "id": "kayla"}, hidden=True)
    assert "Somebody or something that was taken out: taken out" in gone
    assert not any("Kayla" in line for line in gone)


def test_a_change_that_another_format_made_is_told_as_well_as_can_be() -> None:
    case = small()
    for path in (("later",), ("people", "kayla", "shoe_size"), ("uses", "x"), ("new", "@order")):
        change = Change(path, None, "old")
        assert change_words(change, case, names_of(case)).strip()


def test_of_the_young_person() -> None:
    change = Change((YOUNG_PERSON, "harms"), ["other"], ["dating_abuse"])
    assert change_words(change, small(), names_of(small())) == "Amira’s forms of harm: changed"


@pytest.mark.parametrize("values", [values for values, _words in SAID])
def test_every_operation_that_can_be_done_has_its_changes_told(values: Any) -> None:  # noqa: ANN401 - any operation
    case = small()
    after = performed(case, read_operation(values))
    if not isinstance(after, str) and after != case:
        assert all(told(values))


@given(edits())
@settings(max_examples=120, deadline=None)
def test_any_change_is_told_looked_at_from_both_sides(edit: tuple[Case, Operation]) -> None:
    case, operation = edit
    after = performed(case, operation)
    if isinstance(after, str):
        return
    for looked_at in (case, after):
        names = names_of(looked_at)
        for change in changes_between(tree_of(case), tree_of(after)):
            for either in (change, change.inverse()):
                words = change_words(either, looked_at, names)
                assert words.strip()
                assert "\n" not in words
