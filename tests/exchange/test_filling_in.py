"""What a team may leave out or write in its own way, and what comes of it."""

from datetime import date, datetime

import pytest

from relnet.case.models import Case
from relnet.case.vocabulary import Track
from relnet.exchange.workbook_reading import read_workbook
from tests.exchange.filling import (
    TEAM,
    Entry,
    Rows,
    faults_of,
    filled,
    part,
    read,
    saved,
    with_parts,
)


def test_four_sheets_and_a_name_are_a_case() -> None:
    case = read()
    assert (case.title, case.young_person.name) == ("Amira", "Amira")
    assert [person.id for person in case.people] == ["person-1", "person-2", "person-3"]
    assert [area.id for area in case.areas] == ["area-1", "area-2"]
    assert [stage.area for stage in case.stages] == ["area-1", "area-2"]
    assert [stage.move is not None for stage in case.stages] == [False, True]
    assert case.areas[1].distance_miles == 34


def test_rows_about_the_same_two_are_one_relationship() -> None:
    mum, kayla, ali = read().relationships
    assert [(tie.id, tie.from_) for tie in (mum, kayla, ali)] == [
        ("relationship-1", "person-1"), ("relationship-2", "person-3"),
        ("relationship-3", "person-2"),
    ]  # fmt: skip
    assert [state.stage for state in mum.states] == ["stage-1", "stage-2"]
    assert mum.states[1].strained is True


def test_the_type_of_a_person_says_the_track_where_none_is_written() -> None:
    tracks = [tie.tracks for tie in read().relationships]
    assert tracks == [(Track.PARENT_CHILD,), (Track.COMMUNITY_PEER,), (Track.TRUSTED,)]


def test_a_made_id_takes_no_word_that_stands_in_the_case() -> None:
    people = [
        {"Name": "person-1", "Role": "friend", "Type": "peer"},
        {"Name": "Jo", "Role": "friend", "Type": "peer", "Id": "person-2"},
        {"Name": "Lu", "Role": "friend", "Type": "peer"},
    ]
    ties: list[Entry] = [
        {"Person": "person-1", "Stage": "At home", "Status": "active"},
        {"Person": "person-2", "Stage": "At home", "Status": "active"},
    ]
    case = read({**TEAM, "People": people, "Relationships by stage": ties})
    assert [person.id for person in case.people] == ["person-3", "person-2", "person-4"]
    assert [tie.from_ for tie in case.relationships] == ["person-3", "person-2"]


def test_a_row_added_to_a_relationship_with_an_id_needs_no_id() -> None:
    ties = [dict(row) for row in TEAM["Relationships by stage"]]
    ties[0]["Relationship"] = "mum-and-amira"
    case = read({**TEAM, "Relationships by stage": ties})
    assert next(tie.id for tie in case.relationships) == "mum-and-amira"
    assert len(case.relationships[0].states) == 2


def test_rows_may_stand_in_any_order_of_stages() -> None:
    ties = list(reversed(TEAM["Relationships by stage"]))
    mum = read({**TEAM, "Relationships by stage": ties}).relationships[0]
    assert [state.stage for state in mum.states] == ["stage-1", "stage-2"]


def test_names_are_known_whatever_their_case_and_spaces() -> None:
    ties: list[Entry] = [
        {"Person": "  mUM ", "Stage": "at  HOME", "Status": "Active",
         "Influence": "Protective, harmful"}
    ]  # fmt: skip
    (tie,) = read({**TEAM, "Relationships by stage": ties}).relationships
    assert (tie.from_, tie.states[0].stage) == ("person-1", "stage-1")
    assert list(tie.states[0].influence) == ["protective", "harmful"]


def test_the_words_of_the_case_file_do_as_well() -> None:
    stages: list[Entry] = [
        {"Stage": "Now", "Phase": "before", "Arranged by": "authority", "Planned": False}
    ]
    case = read({**TEAM, "Stages": stages, "Relationships by stage": []})
    assert case.stages[0].move is not None
    assert (case.stages[0].move.arranged_by, case.stages[0].move.planned) == ("authority", False)


def test_a_tie_between_two_others_and_the_young_persons_own_view() -> None:
    more: list[Entry] = [
        {"Person": "Ali", "With whom": "Mum", "Stage": "At home", "Status": "active"},
        {"Person": "Kayla", "Stage": "Foster home", "Whose view": "Amira", "Closeness": 1},
        {"Person": "Kayla", "Stage": "Foster home", "Whose view": "team", "Status": "wanted"},
    ]
    case = read({**TEAM, "Relationships by stage": [*TEAM["Relationships by stage"], *more]})
    between = case.relationships[3]
    assert (between.from_, between.to, between.tracks) == ("person-2", "person-1", ())
    kayla = case.relationships[1].states
    assert [(state.perspective, state.closeness) for state in kayla] == [
        ("team", None), ("young_person", 1), ("team", None),
    ]  # fmt: skip


def test_what_has_its_own_sheet_finds_its_stage_and_its_person() -> None:
    more: Rows = {
        "Uses": [{"Stage": "At home", "Relationship with": "Mum", "Use": "safety",
                  "Level": "in practice", "Held by": "Ali; Amira"}],
        "Who else moved": [{"Person": "Kayla", "Stage": "Foster home", "Area": "Hillford"}],
        "Safety": [{"Stage": "At home", "Dimension": "Physical", "Held": "not held"}],
        "Push and pull": [{"Stage": "At home", "Kind": "pull", "What it is": "Friends",
                           "Relationship with": "Kayla"}],
        "Reasons for moves": [{"Stage": "Foster home", "Reason": "Threats at school"}],
    }  # fmt: skip
    case = read({**TEAM, **more})
    (use,) = case.uses
    assert (use.relationship, use.held_by) == ("relationship-1", ("person-2", "young_person"))
    assert case.people[2].where[0].area == "area-2"
    assert case.stages[0].factors[0].relationship == "relationship-2"
    assert case.stages[0].safety[0].perspective == "team"
    assert case.stages[1].move is not None
    assert case.stages[1].move.reasons == ("Threats at school",)


def when_of(value: object, number_format: str = "General") -> str | None:
    """Give the date of a stage whose cell has this value and format."""
    book = filled()
    cell = book["Stages"]["C2"]
    cell.value, cell.number_format = value, number_format
    return read_workbook(saved(book)).stages[0].when


@pytest.mark.parametrize(
    ("value", "number_format", "when"),
    [
        (date(2025, 6, 12), "dd/mm/yyyy", "2025-06-12"),
        (datetime(2025, 6, 1, 0, 0), "mmm-yy", "2025-06"),  # noqa: DTZ001 - as a cell has it
        (datetime(2025, 6, 1, 0, 0), "mmmm yyyy", "2025-06"),  # noqa: DTZ001 - as above
        (date(2025, 1, 1), "yyyy", "2025"),
        (date(2025, 6, 12), '[$-809]d "of" mmmm yyyy;@', "2025-06-12"),
        (2025, "General", "2025"),
        ("2025~", "@", "2025~"),
        ("about June 2025", "@", "2025-06~"),
        ("2025-01/2025-05", "@", "2025-01/2025-05"),
    ],
)
def test_a_date_becomes_edtf_as_exact_as_it_is_shown(
    value: object, number_format: str, when: str
) -> None:
    assert when_of(value, number_format) == when


def age_of(value: object, number_format: str = "General") -> str | None:
    """Give the age, a text, of a form whose cell has this value and format."""
    book = filled()
    cell = book["Case"]["B5"]
    cell.value, cell.number_format = value, number_format
    return read_workbook(saved(book)).young_person.age


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [(14, "General", "14"), (14.0, "General", "14"), (14.5, "General", "14.5"), (7, "000", "007"),
     (0.5, "0%", "50%"), (7.5, "0.00", "7.50"), (7700900123, "General", "7700900123"),
     (0.1 + 0.2, "General", "0.3"), (-3, "0", "-3"), (True, "General", "TRUE"),
     (date(2025, 6, 12), "d/m/yy", "2025-06-12"), ("14", "@", "14"), ("014", "@", "014")],
)  # fmt: skip
def test_a_number_in_a_text_stays_what_it_shows(
    value: object, number_format: str, shown: str
) -> None:
    assert age_of(value, number_format) == shown


def test_a_distance_keeps_what_a_format_hides() -> None:
    book = filled()
    cell = book["Areas"]["C3"]
    cell.value, cell.number_format = 34.567, "0"
    assert read_workbook(saved(book)).areas[1].distance_miles == 34.567


def test_columns_may_stand_in_another_order_and_some_may_be_taken_out() -> None:
    book = filled()
    book["People"].move_range("A1:A4", cols=11)
    assert faults_of(book) == []
    book["Stages"].delete_cols(8, 9)
    case: Case = read_workbook(saved(book))
    assert [person.name for person in case.people] == ["Mum", "Ali", "Kayla"]


def test_sheets_that_a_case_does_not_need_may_be_taken_out() -> None:
    book = filled()
    for title in ("Read me", "Words", "Story", "Uses"):
        del book[title]
    assert faults_of(book) == []


def test_empty_rows_between_entries_do_not_matter() -> None:
    book = filled()
    book["People"].insert_rows(3, 20)
    assert [person.id for person in read_workbook(saved(book)).people][:2] == [
        "person-1", "person-2",
    ]  # fmt: skip


def test_shared_and_rich_texts_are_read_as_spreadsheet_programs_write_them() -> None:
    namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    texts = (
        "<si><t>Name</t></si><si><t>Role</t></si><si><t>Type</t></si><si><t>peer</t></si>"
        "<si><r><rPr><b/></rPr><t>Kay</t></r><r><t>la</t></r></si><si><t>best_x000D_\nfriend</t></si>"
    )
    people = [[f'<c t="s"><v>{number}</v></c>' for number in row] for row in ((0, 1, 2), (4, 5, 3))]
    rows = "".join(f"<row>{''.join(cells)}</row>" for cells in people)
    content = saved(filled({**TEAM, "People": [], "Relationships by stage": []}))
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    shared = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{types}"/></Types>'
    parts = {
        "[Content_Types].xml": part(content, "[Content_Types].xml")
        .decode()
        .replace("</Types>", shared),
        "xl/sharedStrings.xml": f"<sst {namespace}>{texts}</sst>",
        "xl/worksheets/sheet3.xml": (
            f"<worksheet {namespace}><sheetData>{rows}</sheetData></worksheet>"
        ),
    }
    content = with_parts(content, **{name: text.encode() for name, text in parts.items()})
    (kayla,) = read_workbook(content).people
    assert (kayla.name, kayla.role) == ("Kayla", "best\r\nfriend")
