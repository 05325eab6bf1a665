"""Cells that were typed or pasted become one operation, or say why not."""

from typing import Any

import pytest

from relnet.case.models import Case
from relnet.case.vocabulary import TEAM, YOUNG_PERSON
from relnet.editing.operations import MAX_OF_SEVERAL, AddPerson, AddTie, Several
from relnet.editing.perform import perform
from relnet.web.edit.grid_people import COLUMNS
from relnet.web.edit.grid_read import Cell, Read, Where, read_cells
from tests.case.small import parsed, small_case

HERE = Where(TEAM, "at-home")


def small(**parts: object) -> Case:
    return parsed(small_case(**parts))


def people(*cells: tuple[str, str, str], case: Case | None = None) -> Read:
    return read_cells(case or small(), "people", [Cell(*cell) for cell in cells], HERE)


def ties(*cells: tuple[str, str, str], where: Where = HERE) -> Read:
    return read_cells(small(), "ties", [Cell(*cell) for cell in cells], where)


def refused(read: Read) -> list[tuple[str, str]]:
    return [(refusal.row, refusal.column) for refusal in read.refusals]


def after(read: Read) -> Case:
    assert read.operation is not None
    return perform(small(), read.operation)


def states(case: Case, tie: str = "r-mum") -> list[tuple[str, str | None, str | None]]:
    found = next(each for each in case.relationships if each.id == tie)
    return [(state.stage, state.status, state.strength) for state in found.states]


def test_a_cell_of_a_stage_sets_what_is_recorded_there() -> None:
    case = after(ties(("r-mum", "foster", "weak")))
    assert states(case) == [("at-home", "active", None), ("foster", "active", "weak")]


def test_another_view_is_written_for_whoever_has_it() -> None:
    case = after(ties(("r-mum", "foster", "inner circle"), where=Where(YOUNG_PERSON, "at-home")))
    state = case.relationships[0].states[1]
    assert (state.perspective, state.closeness, state.status) == (YOUNG_PERSON, 1, None)


def test_an_emptied_cell_carries_forward_again() -> None:
    read = ties(("r-mum", "foster", "broken"))
    assert read.operation is not None
    case = perform(small(), read.operation)
    emptied = read_cells(case, "ties", [Cell("r-mum", "foster", " ")], HERE)
    assert emptied.operation is not None
    assert states(perform(case, emptied.operation)) == [("at-home", "active", None)]


def test_what_stands_there_already_is_no_edit() -> None:
    assert ties(("r-mum", "at-home", "active"), ("r-mum", "later", "")) == Read(None, ())
    assert people(("mum", "name", "Mum"), ("mum", "type", "family")) == Read(None, ())


def test_not_strained_stays_where_the_cell_does_not_speak_of_it() -> None:
    told = small_case()
    told["relationships"][0]["states"][0]["strained"] = False
    case = parsed(told)
    read = read_cells(case, "ties", [Cell("r-mum", "at-home", "strong")], HERE)
    assert read.operation is not None
    assert perform(case, read.operation).relationships[0].states[0].strained is False


def test_many_cells_are_one_operation_without_those_that_cannot_be() -> None:
    read = ties(
        ("r-mum", "foster", "strong"),
        ("r-mum", "later", "nonsense"),
        ("r-sam-mum", "foster", "ended"),
    )
    assert isinstance(read.operation, Several)
    assert refused(read) == [("r-mum", "later")]
    case = after(read)
    assert states(case, "r-sam-mum")[-1] == ("foster", "ended", None)


def test_what_does_not_fit_the_case_is_refused_at_its_cell_alone() -> None:
    read = ties(
        ("r-mum", "at-home", "ended"),  # working with her is in practice there
        ("r-mum", "later", "weak"),
        ("r-sam-mum", "later", "strong"),
    )
    assert refused(read) == [("r-mum", "at-home")]
    assert "in practice" in read.refusals[0].message
    assert states(after(read))[-1] == ("later", "active", "weak")


def test_the_only_thing_that_is_recorded_cannot_be_emptied() -> None:
    read = ties(("r-sam-mum", "at-home", ""))
    assert read.operation is None
    assert "all that is recorded" in read.refusals[0].message


@pytest.mark.parametrize("cell", [("r-gone", "foster", "weak"), ("r-mum", "gone", "weak")])
def test_a_row_or_a_stage_that_went_is_told(cell: tuple[str, str, str]) -> None:
    read = ties(cell)
    assert read.operation is None
    assert "not in the case any more" in read.refusals[0].message


@pytest.mark.parametrize(
    ("column", "text", "field", "value"),
    [
        ("name", " Mam ", "name", "Mam"),
        ("role", "Parent", "role", "Parent"),
        ("type", "Peer", "type", "peer"),
        ("type", "professional", "type", "practitioner"),
        ("role_slot", "carer", "role_slot", "carer"),
        ("area", "hillford", "area", "away"),
        ("area", "", "area", None),
        ("group_size", "about 6", "group_size", "about 6"),
        ("time_limited", "Yes", "time_limited", True),
        ("time_limited", "n", "time_limited", False),
        ("note", "On Sundays", "note", "On Sundays"),
    ],
)
def test_a_persons_cell_sets_its_field(column: str, text: str, field: str, value: Any) -> None:  # noqa: ANN401 - of any field
    mum = after(people(("mum", column, text))).people[0]
    assert getattr(mum, field) == value


def test_a_track_is_that_of_the_relationship() -> None:
    case = after(people(("mum", "track", "Parent-child and family; community")))
    assert case.relationships[0].tracks == ("parent_child", "community_peer")


def test_the_track_of_somebody_without_a_relationship_begins_one() -> None:
    read = people(("kayla", "track", "peers"))
    assert isinstance(read.operation, AddTie)
    assert after(read).relationships[-1].from_ == "kayla"


@pytest.mark.parametrize(
    ("column", "text", "words"),
    [
        ("name", "", "Write a name; initials or a role will do."),
        ("role", " ", "Write a role, such as"),
        ("type", "", "Choose whether it is family"),
        ("type", "famly", "There is no “famly” here. Did you mean “family”?"),
        ("track", "", "Choose at least one track."),
        ("track", "gang", "Write one of these: Trusted relationships, Parent–child"),
        ("area", "Hilford", "Did you mean “Hillford”?"),
        ("time_limited", "perhaps", "Write one of these: yes, no."),
        ("name", "x" * 500, "400"),
        ("shoe size", "7", "not in the case any more"),
    ],
)
def test_an_impossible_entry_says_why_at_its_cell(column: str, text: str, words: str) -> None:
    read = people(("mum", column, text))
    assert read.operation is None
    assert refused(read) == [("mum", column)]
    assert words in read.refusals[0].message


def test_somebody_new_is_added_with_what_the_role_suggests() -> None:
    read = people(("new-1", "name", "Jo"), ("new-1", "role", "social worker"))
    added = read.operation
    assert isinstance(added, AddPerson)
    assert (added.type, added.track, added.role_slot, added.time_limited, added.stage) == (
        "practitioner",
        "trusted",
        "social worker",
        True,
        "at-home",
    )


def test_everything_that_is_told_of_somebody_new_is_kept() -> None:
    told = {
        "name": "Jo",
        "role": "social worker",
        "type": "community",
        "track": "peers",
        "role_slot": "coach",
        "area": "Riverside",
        "group_size": "3",
        "time_limited": "no",
        "note": "New here",
    }
    assert set(told) == set(COLUMNS)
    case = after(people(*(("new-1", column, text) for column, text in told.items())))
    jo = case.people[-1]
    assert (jo.type, jo.role_slot, jo.area, jo.group_size, jo.time_limited, jo.note) == (
        "community",
        "coach",
        "home",
        "3",
        False,
        "New here",
    )
    assert case.relationships[-1].tracks == ("community_peer",)


def test_several_people_are_added_in_one_step() -> None:
    cells = [(f"new-{number}", "name", f"Friend {number}") for number in range(3)]
    read = people(*cells, *((f"new-{number}", "role", "friend") for number in range(3)))
    assert isinstance(read.operation, Several)
    assert [person.name for person in after(read).people[-3:]] == [
        "Friend 0",
        "Friend 1",
        "Friend 2",
    ]


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        ([("name", "Jo")], ["role"]),
        ([("role", "friend")], ["name"]),
        ([("note", "x")], ["name", "role"]),
        ([("name", "Jo"), ("role", "Zork")], ["type"]),
        ([("name", "Jo"), ("role", "friend"), ("area", "Nowhere")], ["area"]),
        ([("name", ""), ("role", " ")], []),
        ([("name", "x" * 500), ("role", "friend")], ["name"]),
        ([("name", "Jo"), ("role", "friend"), ("note", "x" * 5000)], ["note"]),
    ],
)
def test_what_is_missing_of_somebody_new_is_told_where_it_goes(
    cells: list[tuple[str, str]], columns: list[str]
) -> None:
    read = people(*(("new-1", column, text) for column, text in cells))
    assert read.operation is None
    assert refused(read) == [("new-1", column) for column in columns]


def test_too_much_at_once_is_refused_before_it_is_read() -> None:
    read = people(*[("mum", "note", "x")] * (MAX_OF_SEVERAL + 1))
    assert read.operation is None
    assert "2000 cells" in read.refusals[0].message


def test_half_a_sheet_that_does_not_fit_leaves_the_other_half() -> None:
    names = ["x" * 500 if number % 3 else f"Friend {number}" for number in range(12)]
    cells = [(f"new-{number}", "name", name) for number, name in enumerate(names)]
    read = people(*cells, *((f"new-{number}", "role", "friend") for number in range(12)))
    assert [row for row, _column in refused(read)] == [f"new-{n}" for n in range(12) if n % 3]
    assert [person.name for person in after(read).people[3:]] == names[::3]
