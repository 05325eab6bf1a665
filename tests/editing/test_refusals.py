"""Why an edit cannot be kept, at the fields of its form and in its words."""

from collections.abc import Mapping
from typing import Any

import pytest

from relnet.case.models import Case
from relnet.case.names import names_of
from relnet.editing.operations import read_operation
from relnet.editing.perform import perform
from relnet.editing.refusals import Refused, refusal
from tests.case.small import Json, parsed, small_case

DATE = (
    "relnet cannot read this date. Write it as “June 2025”, “about March 2025” or “2025-06-30”, "
    "or leave it empty."
)
ELSEWHERE = (
    "School is in Riverside, but “Foster home” is in Hillford. Choose a place in Hillford, or "
    "another area for the stage."
)
PERSON: Json = {
    "do": "add_person",
    "name": "Jo",
    "role": "Youth worker",
    "type": "practitioner",
    "track": "trusted",
    "stage": "foster",
}


def small(**parts: object) -> Case:
    return parsed(small_case(**parts))


def refused(values: Mapping[str, Any], case: Case | None = None) -> list[tuple[str, str]]:
    """Give the fields and messages that an operation is refused with."""
    with pytest.raises(Refused) as found:
        perform(case or small(), read_operation(values))
    return [(told.field, told.message) for told in found.value.refusals]


def state(**more: object) -> Json:
    return {"do": "set_state", "relationship": "r-mum", "stage": "at-home"} | more


IN_PRACTICE = (
    "At “At home”, collaboration with Mum is in practice, and nothing can be in practice through "
    "a relationship that is set to “{status}”. First set it to “planned”, to “ambition” or to "
    "nothing there."
)


@pytest.mark.parametrize(
    ("status", "words"), [("ended", "ended"), ("never_formed", "never formed")]
)
def test_a_relationship_does_not_end_while_something_is_in_practice(
    status: str, words: str
) -> None:
    assert refused(state(fields={"status": status})) == [
        ("status", IN_PRACTICE.format(status=words))
    ]


def test_a_broken_relationship_may_still_be_worked_with() -> None:
    operation = read_operation(state(fields={"status": "broken"}))
    assert perform(small(), operation).relationships[0].states[0].status == "broken"


def test_each_use_that_is_in_the_way_is_told() -> None:
    use = small_case()["uses"][0]
    uses = [use, use | {"stage": "foster"}, use | {"use": "safety"}]
    told = refused(state(fields={"status": "ended"}), small(uses=uses))
    assert [(field, message.partition(",")[0]) for field, message in told] == [
        ("status", "At “At home”"),
        ("status", "At “Foster home”"),
        ("status", "At “At home”"),
    ]


def test_an_answer_that_ends_a_relationship_in_use_is_refused_at_the_answer() -> None:
    uses = [small_case()["uses"][0] | {"stage": "foster"}]
    answer = {"do": "answer_move", "relationship": "r-mum", "stage": "foster", "answer": "ended"}
    ((field, message),) = refused(answer, small(uses=uses))
    assert field == "answer"
    assert message.startswith("At “Foster home”, collaboration with Mum is in practice")


def test_nothing_is_put_in_practice_through_an_ended_relationship() -> None:
    case = small_case(uses=[])
    case["relationships"][0]["states"][0]["status"] = "ended"
    use = {
        "do": "set_use",
        "relationship": "r-mum",
        "stage": "later",
        "use": "safety",
        "level": "practice",
    }
    message = (
        "At “Later” the relationship with Mum is set to “ended”, so safety cannot be in practice "
        "there. Choose “planned” or “ambition”, or change the relationship first."
    )
    assert refused(use, parsed(case)) == [("level", message)]


def test_with_names_hidden_nobody_is_named() -> None:
    operation = read_operation(state(fields={"status": "ended"}))
    with pytest.raises(Refused) as found:
        perform(small(), operation)
    hidden = names_of(small(), hidden=True)
    (told,) = refusal(small(), operation, found.value.faults, hidden)
    assert "collaboration with the mother is in practice" in told.message


def test_uses_are_not_told_of_ties_between_others() -> None:
    use = {
        "do": "set_use",
        "relationship": "r-sam-mum",
        "stage": "later",
        "use": "safety",
        "level": "planned",
    }
    message = "What professionals do is told of relationships with Amira, and this one is between "
    assert refused(use) == [("relationship", message + "others.")]


def test_closeness_is_the_young_persons_to_say() -> None:
    assert refused(state(fields={"closeness": 1})) == [
        ("closeness", "Only Amira says how close somebody is. Choose Amira’s view first.")
    ]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("name", " ", "Write a name; initials or a role will do."),
        ("name", "x" * 401, "This is 1 character too long; 400 fit here. Shorten it."),
        ("role", "x" * 410, "This is 10 characters too long; 400 fit here. Shorten it."),
        ("role", "", "Write a role, such as “best friend” or “social worker”."),
        ("note", "x" * 4002, "This is 2 characters too long; 4000 fit here. Shorten it."),
        (
            "note",
            "\x00",
            "This text has a sign that cannot be shown. Take it out, or type the text anew.",
        ),
        ("area", "gone-1", "What was chosen here is not in the case any more. Choose again."),
        ("settings", ["gone-1"], "What was chosen here is not in the case any more. Choose again."),
        (
            "type",
            None,
            "Choose whether it is family, a peer, a practitioner or somebody in the community.",
        ),
    ],
)
def test_fields_of_a_person(field: str, value: object, message: str) -> None:
    operation = {"do": "set_fields", "section": "people", "id": "kayla", "fields": {field: value}}
    assert refused(operation) == [(field, message)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"do": "set_case", "fields": {"title": ""}},
            ("title", "Write a title."),
        ),
        (
            {"do": "set_young_person", "fields": {"eighteenth_birthday": "soon"}},
            ("eighteenth_birthday", DATE),
        ),
        (
            {"do": "set_stage", "stage": "foster", "fields": {"when": "June"}},
            ("when", DATE),
        ),
        (
            {"do": "split_stage", "stage": "foster", "label": " "},
            ("label", "Write what this stage is called."),
        ),
        (
            {"do": "add_stage", "label": "", "phase": "after"},
            ("label", "Write what this stage is called."),
        ),
        (
            {"do": "add_entry", "section": "events", "fields": {}},
            ("", "Write what it is."),
        ),
        (
            {"do": "add_entry", "section": "events", "fields": {"text": "x", "by": ["gone-1"]}},
            ("by", "What was chosen here is not in the case any more. Choose again."),
        ),
        (PERSON | {"name": ""}, ("name", "Write a name; initials or a role will do.")),
        (
            PERSON | {"setting": "gone-1"},
            ("setting", "What was chosen here is not in the case any more. Choose again."),
        ),
        (
            {"do": "add_tie", "one": "mum", "other": "mum", "stage": "foster"},
            ("other", "A relationship is between two. Choose somebody else for one of them."),
        ),
        (
            {
                "do": "set_fields",
                "section": "relationships",
                "id": "r-mum",
                "fields": {"tracks": []},
            },
            ("tracks", "Choose at least one track."),
        ),
        (
            {
                "do": "set_fields",
                "section": "areas",
                "id": "away",
                "fields": {"distance_miles": "far"},
            },
            ("distance_miles", "Write a number, such as 34, or leave it empty."),
        ),
        (
            {"do": "set_stage", "stage": "foster", "fields": {"setting": "school"}},
            ("setting", ELSEWHERE),
        ),
        (
            {
                "do": "set_stage",
                "stage": "foster",
                "fields": {"move": {"kinds": ["return", "return"]}},
            },
            ("kinds", "This cannot be kept ('return' stands here twice; once is enough)."),
        ),
    ],
)
def test_other_forms(values: Json, expected: tuple[str, str]) -> None:
    assert refused(values) == [expected]


def test_all_faults_are_told_at_once() -> None:
    assert [field for field, _message in refused(PERSON | {"name": "", "role": ""})] == [
        "name",
        "role",
    ]
