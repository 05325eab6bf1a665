"""What is other between two versions of the small case, worked by hand."""

from collections.abc import Sequence
from typing import Any

from relnet.case.models import Case
from relnet.editing.operations import read_operation
from relnet.editing.perform import perform
from relnet.network.changes import ChangeKind
from relnet.network.graph import build_network
from relnet.network.version_changes import version_changes
from tests.network.small import small_case

K = ChangeKind

Told = list[tuple[str, list[tuple[str, ChangeKind, bool]]]]


def edited(*operations: dict[str, Any]) -> Case:
    """Do operations to the small case, one after the other."""
    case = small_case()
    for values in operations:
        case = perform(case, read_operation(values))
    return case


def told(older: Case, newer: Case, perspective: str = "team") -> Told:
    found = version_changes(build_network(older), build_network(newer), perspective)
    return [
        (
            difference.stage,
            [(change.relationship, change.kind, change.harmful) for change in difference.changes],
        )
        for difference in found
    ]


def state(tie: str, stage: str, **fields: object) -> dict[str, Any]:
    return {"do": "set_state", "relationship": tie, "stage": stage, "fields": fields}


def since(newer: Sequence[dict[str, Any]], perspective: str = "team") -> Told:
    return told(small_case(), edited(*newer), perspective)


def test_a_version_tells_the_same_as_itself() -> None:
    assert told(small_case(), small_case()) == []


def test_what_is_set_from_a_stage_on_is_other_at_each_stage_until_the_next_that_says() -> None:
    # Dawn is strong from the foster home on: "weak" there holds at "later" too.
    assert since([state("r-dawn", "foster", strength="weak")]) == [
        ("foster", [("r-dawn", K.WEAKER, False)]),
        ("later", [("r-dawn", K.WEAKER, False)]),
    ]
    # At home she is weak; what is said there ends at the foster home.
    assert since([state("r-dawn", "before", strength="strong")]) == [
        ("before", [("r-dawn", K.STRONGER, False)])
    ]


def test_an_answer_after_a_move_makes_known_again_what_was_not() -> None:
    kept = {"do": "answer_move", "relationship": "r-tee", "stage": "foster", "answer": "kept"}
    assert since([kept]) == [
        ("foster", [("r-tee", K.KNOWN, True)]),
        ("later", [("r-tee", K.KNOWN, True)]),
    ]
    broken = {**kept, "relationship": "r-kayla", "answer": "broken"}
    assert since([broken]) == [
        ("foster", [("r-kayla", K.BROKEN, False)]),
        ("later", [("r-kayla", K.BROKEN, False)]),
    ]


def test_the_older_version_is_told_from_the_newer_the_other_way_round() -> None:
    newer = edited(state("r-gran", "foster", status="active"))
    assert told(small_case(), newer)[0] == ("foster", [("r-gran", K.BACK, False)])
    assert told(newer, small_case())[0] == ("foster", [("r-gran", K.BROKEN, False)])


def test_somebody_who_came_is_new_where_they_are() -> None:
    add = {
        "do": "add_person",
        "name": "Sam",
        "role": "key worker",
        "type": "practitioner",
        "track": "trusted",
        "stage": "foster",
    }
    newer = edited(add)
    (tie,) = {tie.id for tie in newer.relationships} - {t.id for t in small_case().relationships}
    assert told(small_case(), newer) == [
        ("foster", [(tie, K.NEW, False)]),
        ("later", [(tie, K.NEW, False)]),
    ]


def test_only_what_a_perspective_tells_is_compared() -> None:
    # Amira wants Gran back at the foster home; now she says that it is there.
    own = [state("r-gran", "foster", status="active") | {"perspective": "young_person"}]
    assert since(own) == []
    assert since(own, "young_person") == [
        ("foster", [("r-gran", K.NEW, False)]),
        ("later", [("r-gran", K.NEW, False)]),
    ]


def test_stages_are_compared_by_what_they_are_not_by_their_place() -> None:
    earlier = {"do": "add_stage", "label": "Earlier", "phase": "before"}
    weaker = state("r-kayla", "before", strength="weak")
    assert since([earlier, weaker]) == [("before", [("r-kayla", K.WEAKER, False)])]
    gone = {"do": "remove_stage", "stage": "later"}
    assert since([gone]) == []


def test_ties_between_others_are_not_told() -> None:
    assert since([state("t-dawn-gran", "before", status="broken")]) == []
