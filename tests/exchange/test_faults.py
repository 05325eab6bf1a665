"""What is wrong with a filled-in workbook: by sheet, row and column, all at once."""

import pytest

from tests.exchange.filling import TEAM, Entry, faults_of, filled


def test_every_fault_is_told_at_once_in_the_order_of_the_sheets() -> None:
    book = filled(name=None)
    book["People"]["B2"] = None
    book["People"]["C4"] = "pear"
    book["Stages"]["E3"] = "Hilford"
    book["Stages"]["C2"] = "soon"
    book["Areas"]["C3"] = "far"
    book["Relationships by stage"]["C3"] = None
    assert faults_of(book) == [
        "Case, row 2, Young person’s name: missing; it must be there",
        "People, row 2, Role: missing; it must be there",
        "People, row 4, Type: no word 'pear' here; did you mean 'peer'?",
        (
            "Areas, row 3, Miles from home: 'far' is no number; write one in digits alone, as in "
            "34 or 0.5"
        ),
        (
            "Stages, row 2, When: relnet cannot read 'soon' as a date. Write it as 'June 2025', "
            "'about March 2024', '12 June 2025', '2025' or 'June to August 2025'."
        ),
        "Stages, row 3, Area: no area 'Hilford'; did you mean 'Hillford'?",
        (
            "Relationships by stage, row 3, Status: missing; write one of: active, broken, ended, "
            "wanted, never formed, not known"
        ),
    ]


def told(title: str, *entries: Entry) -> list[str]:
    """Give what is said where a sheet has these entries, after the usual ones."""
    return faults_of(filled({**TEAM, title: [*TEAM.get(title, []), *entries]}))


@pytest.mark.parametrize(
    ("title", "entry", "fault"),
    [
        ("People", {"Name": "Jo", "Role": "carer"},
         "People, row 5, Type: missing; write one of: practitioner, family, peer, community"),
        ("People", {"Name": "Jo", "Role": "carer", "Type": "family", "Time-limited": "perhaps"},
         ("People, row 5, Time-limited: 'perhaps' is neither yes nor no; write one of them, or "
         "leave the cell empty")),
        ("People", {"Name": "Jo", "Role": "carer", "Type": "family", "Id": "Jo Smith"},
         ("People, row 5, Id: 'Jo Smith' cannot be an id; write small letters a–z and numbers, "
         "with single '-' or '_' between them")),
        ("People", {"Name": "N" * 401, "Role": "carer", "Type": "family"},
         "People, row 5, Name: too long: at most 400 characters"),
        ("Areas", {"Name": "Sea", "Kind": "Other area", "Minutes from home": 1.5},
         ("Areas, row 4, Minutes from home: '1.5' is no whole number; write one in digits alone, "
         "as in 34")),
        ("Areas", {"Name": "Sea", "Kind": "Other area", "Miles from home": 99_999},
         "Areas, row 4, Miles from home: too big a number: at most 25000"),
        ("Stages", {"Stage": "Later", "Phase": "After relocation", "Opens with a move": "no",
                    "Arranged by": "decided by a court"},
         ("Stages, row 4, Opens with a move: no move opens this stage, but something is told of "
         "one; change one of them")),
        ("Relationships by stage", {"Person": "Amira", "Stage": "At home", "Status": "active"},
         "Relationships by stage, row 6, Person: no person or setting 'Amira'"),
        ("Relationships by stage", {"Person": "Ali", "Stage": "At home", "Status": "active",
                                    "Closeness": 1},
         ("Relationships by stage, row 6, Closeness: only the young person says how close somebody "
         "is; name them under 'Whose view', or take this out")),
        ("Relationships by stage", {"Person": "Mum", "Stage": "At home", "Status": "active"},
         ("Relationships by stage, row 6, Stage: the stage 'At home' has been told of already; "
         "keep one")),
        ("Relationships by stage", {"Person": "Mum", "Strength": "strong", "Status": "ended"},
         "Relationships by stage, row 6, Stage: missing; it must be there"),
        ("Uses", {"Stage": "At home", "Relationship with": "Leila", "Use": "safety",
                  "Level": "planned"},
         "Uses, row 2, Relationship with: no relationship 'Leila'"),
        ("Who else moved", {"Stage": "At home"},
         "Who else moved, row 2, Person: missing; it must be there"),
        ("Reasons for moves", {"Stage": "Nowhere", "Reason": "x"},
         "Reasons for moves, row 2, Stage: no stage 'Nowhere'"),
        ("Safety", {"Stage": "At home", "Dimension": "Physical", "Held": "held",
                    "Whose view": "Nobody"},
         ("Safety, row 2, Whose view: no perspective 'Nobody': write 'team', 'young_person' or a "
         "person's id")),
    ],
)  # fmt: skip
def test_a_fault_says_where_what_and_what_would_be_right(
    title: str, entry: Entry, fault: str
) -> None:
    assert fault in told(title, entry)


def test_one_wrong_cell_is_one_fault() -> None:
    entry: Entry = {"Person": "?", "Stage": "At home", "Status": "active"}
    assert told("Relationships by stage", entry) == [
        "Relationships by stage, row 6, Person: no person or setting '?'"
    ]
    assert (
        len(told("Relationships by stage", {"Person": "Ali", "Stage": "x", "Status": "ended"})) == 1
    )


def test_a_name_that_two_have_must_be_an_id() -> None:
    jo = {"Name": "Jo", "Role": "friend", "Type": "peer"}
    people = [*TEAM["People"], jo, {**jo, "Name": "JO"}]
    uses: list[Entry] = [{"Person": "Jo", "Stage": "At home", "Status": "active"}]
    found = faults_of(filled({**TEAM, "People": people, "Relationships by stage": uses}))
    assert found == [
        (
            "Relationships by stage, row 2, Person: 'Jo' may mean more than one here; write the id "
            "instead: person-4, person-5"
        )
    ]


def test_a_row_of_one_of_two_relationships_must_say_which() -> None:
    kayla: Entry = {"Person": "Kayla", "Stage": "At home", "Status": "active"}
    ties = [{**kayla, "Relationship": "friends"}, {**kayla, "Relationship": "cousins"}]
    later = {**kayla, "Stage": "Foster home"}
    found = faults_of(filled({**TEAM, "Relationships by stage": [*ties, later]}))
    assert found == [
        (
            "Relationships by stage, row 4, Relationship: the two have more than one relationship; "
            "write which one: friends, cousins"
        )
    ]


def test_a_relationship_has_the_same_tracks_at_every_stage() -> None:
    kayla: Entry = {"Person": "Kayla", "Stage": "At home", "Status": "active"}
    ties = [
        kayla,
        {**kayla, "Stage": "Foster home", "Tracks": "Community and peers"},
        {**kayla, "Whose view": "Amira", "Tracks": "Trusted relationships"},
    ]
    assert faults_of(filled({**TEAM, "Relationships by stage": ties})) == [
        (
            "Relationships by stage, row 4, Tracks: other tracks than in row 3; a relationship "
            "has the same at every stage"
        )
    ]


def test_what_a_fault_compares_with_is_named_by_its_row() -> None:
    use: Entry = {
        "Stage": "At home", "Relationship with": "Mum", "Use": "safety", "Level": "planned",
    }  # fmt: skip
    (fault,) = told("Uses", use, use)
    assert fault.startswith(
        "Uses, row 3: the same use of this relationship at this stage as Uses, row 2;"
    )
    jo: Entry = {"Name": "Jo", "Role": "friend", "Type": "peer", "Id": "jo"}
    assert told("People", jo, jo) == [
        "People, row 6, Id: the id 'jo' is already that of People, row 5; choose another"
    ]


def test_a_formula_is_refused_where_it_stands_and_its_last_value_is_not_read() -> None:
    book = filled()
    book["People"]["B3"] = '=HYPERLINK("http://example.org")'
    book["Case"]["B2"] = '="Ami"&"ra"'
    assert faults_of(book) == [
        (
            "Case, row 2, Young person’s name: a formula stands here, which relnet does not work "
            "out; write what it shows"
        ),
        (
            "People, row 3, Role: a formula stands here, which relnet does not work out; write "
            "what it shows"
        ),
    ]


def test_an_error_of_the_spreadsheet_is_named() -> None:
    book = filled()
    book["People"]["B3"] = "#REF!"
    assert faults_of(book) == [
        "People, row 3, Role: the cell shows #REF!, not an entry; write one, or clear the cell"
    ]


def test_headings_and_sheets_that_mean_nothing_are_named() -> None:
    book = filled()
    book["People"]["B1"] = "Rolle"
    book["Areas"]["J2"] = "by the sea"
    book["Case"]["A4"] = "Abut"
    book.create_sheet("Peeple")["A1"] = "x"
    book["Stages"]["B1"] = "Stage"
    found = faults_of(book)
    assert "Peeple: relnet knows no sheet of this name; did you mean 'People'?" in found
    assert "People, row 1: no heading 'Rolle' here; did you mean 'Role'?" in found
    assert "Areas, row 2: there is no heading that relnet knows over column J" in found
    assert "Case, row 4: no heading 'Abut' here; did you mean 'About'?" in found
    assert "Stages, row 1, Stage: the heading 'Stage' stands here twice; keep one of them" in found


def test_headings_that_do_not_stand_in_the_first_row_are_named() -> None:
    book = filled()
    book["Areas"].insert_rows(1)
    assert any(
        fault.startswith("Areas: the headings must stand in the first row: Name, Kind,")
        for fault in faults_of(book)
    )


def test_so_many_faults_are_counted() -> None:
    events: list[Entry] = [{"What was done": "x", "By": f"Nobody {n}"} for n in range(300)]
    found = told("Events", *events)
    assert len(found) == 201
    assert found[-1] == "and 100 more faults"
