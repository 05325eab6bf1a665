"""What was done to a case, in words."""

from typing import Any, get_args

import pytest
from hypothesis import given, settings

from relnet.case.models import Case
from relnet.case.names import names_of
from relnet.editing.document import tree_of
from relnet.editing.operations import Operation, read_operation
from relnet.editing.perform import perform
from relnet.editing.revision import changes_between
from relnet.figures.words_history import operation_words
from tests.case.small import Json, parsed, small_case
from tests.editing.some_operations import MAKERS, edits
from tests.editing.test_perform import performed

KAYLA: Json = {
    "id": "r-kayla",
    "from": "kayla",
    "tracks": ["community_peer"],
    "states": [{"stage": "at-home", "status": "active", "strength": "strong"}],
}


def small(**parts: Any) -> Case:  # noqa: ANN401 - any part of a file
    values = small_case(
        events=[{"id": "event-1", "text": "Mum rang Jo."}],
        prompts=[{"id": "prompt-1", "kind": "action", "text": "Ring Mum."}],
        story=[{"id": "step-1", "title": "The move"}],
    )
    values["relationships"].append(KAYLA)
    return parsed(values | parts)


def words(values: Json, case: Case | None = None, *, hidden: bool = False) -> str:
    """Give an operation in words, in the case before it."""
    case = case or small()
    return operation_words(read_operation(values), case, names_of(case, hidden=hidden))


def state(**more: Any) -> Json:  # noqa: ANN401 - any value of an operation
    return {"do": "set_state", "relationship": "r-kayla", "stage": "foster"} | more


SAID: tuple[tuple[Json, str], ...] = (
    ({"do": "set_case", "fields": {"title": "New"}}, "The case: title “New”"),
    (
        {"do": "set_young_person", "fields": {"age": "15", "pronouns": None}},
        "Amira: age “15”; pronouns not recorded",
    ),
    (
        {"do": "set_young_person", "fields": {"harms": ["dating_abuse"]}},
        "Amira: forms of harm changed",
    ),
    (
        {
            "do": "set_fields",
            "section": "people",
            "id": "kayla",
            "fields": {"role": "Sister", "type": "family", "time_limited": True},
        },
        "Kayla: role “Sister”; type family; ends with a service",
    ),
    (
        {"do": "set_fields", "section": "areas", "id": "away", "fields": {"distance_miles": 34.5}},
        "Area Hillford: distance in miles 34.5",
    ),
    (
        {
            "do": "set_fields",
            "section": "relationships",
            "id": "r-kayla",
            "fields": {"tracks": ["community_peer", "trusted"]},
        },
        "Relationship with Kayla: tracks Community and peers and Trusted relationships",
    ),
    (
        {"do": "set_fields", "section": "prompts", "id": "prompt-1", "fields": {"done": True}},
        "To ask or do, “Ring Mum.”: done",
    ),
    (
        {
            "do": "set_fields",
            "section": "events",
            "id": "event-1",
            "fields": {"outcome": "refused", "by": ["mum", "young_person"], "when": "2025-06"},
        },
        "Event “Mum rang Jo.”: refused; who did it Mum and Amira; date June 2025",
    ),
    (
        {"do": "set_stage", "stage": "foster", "fields": {"label": "With Jo", "area": "home"}},
        "Foster home: name “With Jo”; area Riverside",
    ),
    (
        {"do": "set_stage", "stage": "later", "fields": {"move": {"kinds": ["return"]}}},
        "Later: a move opens it (kind of move a return)",
    ),
    ({"do": "set_stage", "stage": "later", "fields": {"move": {}}}, "Later: a move opens it"),
    (
        {"do": "set_stage", "stage": "foster", "fields": {"move": None}},
        ("Foster home: no move opens it"),
    ),
    (
        {
            "do": "add_person",
            "name": "Jo Marsh",
            "role": "youth worker",
            "type": "practitioner",
            "track": "trusted",
            "stage": "foster",
        },
        "Added Jo Marsh (youth worker)",
    ),
    (
        {"do": "add_tie", "one": "kayla", "stage": "foster"},
        "Added the relationship with Kayla",
    ),
    (
        {"do": "add_tie", "one": "kayla", "other": "sam", "stage": "foster"},
        "Added a relationship between Kayla and Sam",
    ),
    (
        {"do": "add_entry", "section": "areas", "fields": {"name": "Kent", "kind": "other"}},
        "Added the area “Kent”",
    ),
    (
        {"do": "add_entry", "section": "events", "fields": {"text": "A row\nat home."}},
        "Added the event “A row at home.”",
    ),
    (
        {"do": "move_entry", "section": "people", "id": "kayla", "behind": "sam"},
        "Put Kayla after Sam",
    ),
    (
        {"do": "move_entry", "section": "story", "id": "step-1"},
        "Put the step “The move” first",
    ),
    ({"do": "remove_entry", "section": "people", "id": "kayla"}, "Took out Kayla"),
    (
        {"do": "remove_entry", "section": "relationships", "id": "r-sam-mum"},
        "Took out the relationship with Sam and Mum",
    ),
    (
        {"do": "remove_entry", "section": "events", "id": "event-1"},
        "Took out the event “Mum rang Jo.”",
    ),
    (state(fields={"status": "broken"}), "Kayla: broken from Foster home on"),
    (
        state(fields={"strength": "weak", "strained": True}, only_here=True),
        "Kayla: weak, strained, at Foster home only",
    ),
    (
        state(fields={"closeness": 1}, perspective="young_person"),
        "Kayla, as Amira sees it: inner circle from Foster home on",
    ),
    (
        state(fields={"influence": ["protective", "harmful"], "how": "phone", "note": "x"}),
        "Kayla: protective and harmful, by phone, note “x” from Foster home on",
    ),
    (
        state(fields={"strength": None, "strained": False}),
        "Kayla: strength not recorded, not strained from Foster home on",
    ),
    (
        {"do": "clear_state", "relationship": "r-sam-mum", "stage": "at-home"},
        "Sam and Mum: took out what was recorded at At home",
    ),
    (
        {"do": "answer_move", "relationship": "r-kayla", "stage": "foster", "answer": "weaker"},
        "Kayla: weaker since the move (Foster home)",
    ),
    (
        {
            "do": "set_use",
            "relationship": "r-mum",
            "stage": "foster",
            "use": "safety",
            "level": "practice",
            "held_by": ["sam", "young_person"],
        },
        "Mum, safety at Foster home: in practice, held by Sam and Amira",
    ),
    (
        {
            "do": "set_use",
            "relationship": "r-mum",
            "stage": "at-home",
            "use": "safety",
            "level": None,
        },
        "Mum, safety at At home: nothing",
    ),
    (
        {"do": "talked_about", "stage": "foster", "track": "trusted", "talked": True},
        "Talked about “Trusted relationships” at Foster home",
    ),
    (
        {"do": "set_blank", "stage": "foster", "track": "trusted", "blank": "asked_none"},
        "Trusted relationships at Foster home: asked: none",
    ),
    (
        {"do": "set_blank", "stage": "foster", "track": "trusted", "blank": None},
        "Trusted relationships at Foster home: took back why nobody is shown",
    ),
    (
        {"do": "set_safety", "stage": "foster", "dimension": "relational", "held": "partly_held"},
        "Relational safety at Foster home: partly held",
    ),
    (
        {
            "do": "set_safety",
            "stage": "foster",
            "dimension": "relational",
            "perspective": "young_person",
            "held": None,
        },
        "Relational safety at Foster home, as Amira sees it: not recorded",
    ),
    (
        {"do": "set_factor", "stage": "foster", "kind": "pull", "text": "Friends"},
        "Foster home: pull “Friends”",
    ),
    (
        {"do": "set_factor", "stage": "foster", "was": ["push", "Rows"]},
        "Foster home: took out the push “Rows”",
    ),
    (
        {"do": "set_where", "person": "kayla", "stage": "later", "area": "away"},
        "Kayla: in Hillford from Later on",
    ),
    (
        {"do": "set_where", "person": "kayla", "stage": "later"},
        "Kayla: not known where, from Later on",
    ),
    (
        {"do": "set_where", "person": "kayla", "stage": "later", "here": False},
        "Kayla: where they were before, from Later on",
    ),
    (
        {"do": "add_stage", "label": "Respite", "phase": "during", "behind": "foster"},
        "Added the stage “Respite” after Foster home",
    ),
    (
        {"do": "add_stage", "label": "Birth", "phase": "before", "fields": {"move": {}}},
        "Added the stage “Birth”, as the first; a move opens it",
    ),
    (
        {"do": "split_stage", "stage": "foster", "label": "The last weeks"},
        "Split Foster home: “The last weeks” follows it",
    ),
    ({"do": "join_stages", "stage": "foster"}, "Joined Foster home with the stage after it"),
    (
        {"do": "move_stage", "stage": "later", "behind": "at-home"},
        "Moved Later after At home",
    ),
    ({"do": "move_stage", "stage": "later"}, "Moved Later to the beginning"),
    ({"do": "remove_stage", "stage": "later"}, "Took out the stage Later"),
    (
        {
            "do": "several",
            "operations": [
                state(fields={"status": "ended"}),
                *[state(fields={"strained": True}, stage="later")] * 4,
            ],
        },
        (
            "Kayla: ended from Foster home on; Kayla: strained from Later on; "
            "Kayla: strained from Later on; and 2 more edits"
        ),
    ),
    (
        {"do": "replace_case", "case": small_case()},
        "Put another version of the case in the place of this one",
    ),
)


@pytest.mark.parametrize(("values", "expected"), SAID)
def test_an_operation_in_words(values: Json, expected: str) -> None:
    assert words(values) == expected


def test_every_operation_has_words() -> None:
    assert {values["do"] for values, _expected in SAID} == set(MAKERS)
    assert len(get_args(get_args(Operation)[0])) == len(MAKERS)


def test_what_was_before_is_told_where_it_is_known() -> None:
    case = small()
    operation = read_operation(state(stage="at-home", fields={"strength": "weak", "note": "x"}))
    changes = changes_between(tree_of(case), tree_of(perform(case, operation)))
    assert operation_words(operation, case, names_of(case), changes) == (
        "Kayla: strong → weak, note “x” from At home on"
    )


def test_what_is_gone_is_named_where_its_change_is_known() -> None:
    case = small()
    for values, expected in (
        ({"do": "remove_entry", "section": "people", "id": "kayla"}, "Took out Kayla"),
        (
            {"do": "remove_entry", "section": "events", "id": "event-1"},
            "Took out the event “Mum rang Jo.”",
        ),
        ({"do": "remove_stage", "stage": "later"}, "Took out the stage Later"),
    ):
        operation = read_operation(values)
        after = perform(case, operation)
        changes = changes_between(tree_of(case), tree_of(after))
        assert operation_words(operation, after, names_of(after), changes) == expected


def test_what_is_gone_has_no_name_otherwise() -> None:
    case = small()
    gone: Json = {"do": "remove_entry", "section": "people", "id": "kayla"}
    after = perform(case, read_operation(gone))
    assert words(gone, after) == "Took out somebody"
    assert words(state(fields={"status": "ended"}), after) == (
        "A relationship that was taken out: ended from Foster home on"
    )
    assert words({"do": "split_stage", "stage": "stage-9", "label": "x"}) == (
        "Split a stage that was taken out: “x” follows it"
    )


def test_with_names_hidden_nothing_that_was_written_is_repeated() -> None:
    assert words(SAID[12][0], hidden=True) == "Added somebody"
    assert words(state(fields={"status": "broken", "note": "Kayla"}), hidden=True) == (
        "The best friend: broken, note changed from Foster home on"
    )
    assert words({"do": "split_stage", "stage": "foster", "label": "With Jo"}, hidden=True) == (
        "Split Foster home in two"
    )
    factor = {"do": "set_factor", "stage": "foster", "kind": "push", "text": "Jo"}
    assert words(factor, hidden=True) == "Foster home: changed what pushes"


@given(edits())
@settings(max_examples=150, deadline=None)
def test_any_operation_is_told_before_it_and_after_it(edit: tuple[Case, Operation]) -> None:
    case, operation = edit
    after = performed(case, operation)
    for looked_at in (case, case if isinstance(after, str) else after):
        for hidden in (False, True):
            told = operation_words(operation, looked_at, names_of(looked_at, hidden=hidden))
            assert told.strip()
            assert "\n" not in told
