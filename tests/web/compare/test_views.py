"""The views of two sides beside the maps: tracks, focus, table and numbers."""

import json
import re

import pytest
from flask.testing import FlaskClient
from markupsafe import escape

from relnet.case.reading import parse_case
from relnet.case.vocabulary import UseKind
from relnet.storage.contract import Library
from relnet.storage.opening import memory_library
from relnet.web.compare.rows import together
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.views.parts import Table, TableRow
from tests.web.libraries import SAM, client_of
from tests.web.nasty import NASTY, nasty_case
from tests.web.views import Tags, sample, secret_words

AMIRA, HELD = "amira", "amira-held-together"
NAMES = ("tracks", "focus", "table", "numbers")


@pytest.fixture
def library() -> Library:
    return memory_library()


@pytest.fixture
def client(library: Library) -> FlaskClient:
    return client_of(library)


def view(client: FlaskClient, name: str, left: str = AMIRA, right: str = HELD, **more: str) -> str:
    query = {"left": left, "right": right, **more}
    answer = client.get(f"/compare/view/{name}", query_string=query)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def part_of(text: str, pair: int) -> str:
    """Give the part of the table that belongs to a pair of stages."""
    return text.split(f'data-pair-part="{pair}"')[1].split("data-pair-part", maxsplit=1)[0]


def row_of(text: str, name: str) -> str:
    """Give the first row whose heading begins with a name."""
    found = re.search(
        rf'<tr[^>]*><th scope="row">(?:<button[^>]*>)?{name}.*?</tr>', text, re.DOTALL
    )
    assert found is not None
    return found[0]


def test_there_is_no_other_view(client: FlaskClient) -> None:
    assert client.get("/compare/view/story", query_string={"left": AMIRA}).status_code == 404


def test_a_case_that_is_not_there_is_said_plainly(client: FlaskClient) -> None:
    assert client.get("/compare/view/focus", query_string={"left": "nobody"}).status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_hidden_names_are_in_no_view(client: FlaskClient, name: str) -> None:
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    text = view(client, name)
    for word in secret_words(sample(AMIRA).network.case):
        assert not re.search(rf"\b{re.escape(word)}\b", text)


@pytest.mark.parametrize("name", NAMES)
def test_names_are_written_as_the_text_they_are(
    client: FlaskClient, library: Library, name: str
) -> None:
    case = parse_case(json.dumps(nasty_case()).encode())
    text = view(client, name, library.create(case, SAM).line.id, AMIRA)
    for nasty in (each for each in NASTY if "<" in each):
        assert nasty not in text
    assert any(str(escape(nasty)) in text for nasty in NASTY if "<" in nasty)


def test_tracks_of_both_sides_follow_one_set_of_choices(client: FlaskClient) -> None:
    text = view(client, "tracks", sort="lasted")
    tags = Tags(text).all
    assert [each["data-side"] for name, each in tags if name == "section"] == ["left", "right"]
    assert text.count("<select") == 3
    assert '<option value="lasted" selected>' in text


def test_focus_has_a_column_for_each_pair_of_stages(client: FlaskClient) -> None:
    text = view(client, "focus", columns="stage", pairs="2-3")
    assert "Foster placement, Northfield | Residential home, Gullhaven" in text
    assert 'data-columns="stage"' in text


def test_focus_tells_cell_by_cell_what_is_in_both(client: FlaskClient) -> None:
    # Figure 2's case has collaboration with parents before relocation, as Amira's has.
    text = view(client, "focus")
    assert "in both" in text
    assert "In both: collaboration (in practice)." in text
    assert f"Only in “Amira, held together, as the team sees it”: {UseKind.SAFETY.value}" in text


def test_focus_of_two_views_names_who_is_active_in_one_alone(client: FlaskClient) -> None:
    # The team tells of PC Lowe at home; Amira never does.
    text = view(client, "focus", right=AMIRA, right_as="yp")
    assert "active only here: PC Lowe" in text
    assert "What professionals do is the same in every view" in text


def test_the_table_marks_what_is_told_otherwise(client: FlaskClient) -> None:
    # In the file Marcus is weak when she is in foster care, and steady where it is held together.
    told = part_of(view(client, "table"), 1)
    assert "≠ told otherwise" in row_of(told, "Marcus")
    assert "weak, protective" in row_of(told, "Marcus")
    assert "steady, protective" in row_of(told, "Marcus")
    assert "≠ told otherwise" not in row_of(told, "Dawn, social worker")


def test_a_quotation_alone_is_not_told_otherwise(client: FlaskClient) -> None:
    # Both tell that Ruth is steady and protective; Amira adds how she sees her.
    told = row_of(part_of(view(client, "table", right=AMIRA, right_as="yp"), 1), "Ruth, foster")
    assert "She asked what I eat" in told
    assert "told otherwise" not in told


def test_the_table_says_what_one_side_alone_tells(client: FlaskClient) -> None:
    text = view(client, "table", right=AMIRA, right_as="yp")
    lowe = row_of(part_of(text, 0), "PC Lowe")
    assert "told on the left alone" in lowe
    # Who tells nothing is silent, not of another view (docs/comparing.md).
    assert "differs" not in lowe
    assert "those of one case" in text


def test_what_was_not_recorded_of_a_stage_is_not_told_otherwise(client: FlaskClient) -> None:
    # Sami's case, told by one person, has no dates and records no uses.
    text = part_of(view(client, "table", right="one-voice"), 0).split("<h3>The stage</h3>")[1]
    for heading in ("When", "Note", "Trusted relationships"):
        assert "told otherwise" not in row_of(text, heading)
    assert "not recorded" in row_of(text, "Trusted relationships")


def test_a_stage_marks_what_the_list_has(client: FlaskClient) -> None:
    # In foster care one track is in practice as it was, all three where it is held together.
    text = part_of(view(client, "table"), 1).split("<h3>The stage</h3>")[1]
    assert "told otherwise" in row_of(text, "Community and peers")
    assert "told otherwise" not in row_of(text, "Note")


def test_a_case_beside_itself_has_nothing_told_otherwise(client: FlaskClient) -> None:
    text = view(client, "table", right=AMIRA, right_as="team")
    assert "told otherwise" not in text
    assert "alone" not in re.sub(r"<[^>]*>", "", part_of(text, 0).split("The stage")[0])


def number_of(text: str, measure: str) -> str:
    """Give the row of a measure."""
    found = re.search(rf'<tr[^>]*><th scope="row"><span>{measure}</span>.*?</tr>', text, re.DOTALL)
    assert found is not None
    return found[0]


def test_the_numbers_mark_what_differs(client: FlaskClient) -> None:
    # One of three tracks is in practice when she is in foster care, and all three held together.
    told = part_of(view(client, "numbers"), 1)
    tracks = number_of(told, "Tracks in practice, of those recorded")
    assert '<tr class="differs"' in tracks
    assert "≠ other number" in tracks
    assert "<summary>0.33 (1 of 3)</summary>" in tracks
    assert "<summary>1.00 (3 of 3)</summary>" in tracks
    assert "What this counts" in tracks
    # Tee is the only one who brings harm alone, on both sides.
    alike = number_of(told, "Active, with only harm")
    assert "differs" not in alike
    assert "told-otherwise" not in alike


def test_what_one_side_alone_can_count_does_not_differ(client: FlaskClient) -> None:
    # Amira tells of no two others who know each other.
    told = part_of(view(client, "numbers", right=AMIRA, right_as="yp"), 0)
    across = number_of(told, r"Across or within tracks \(E-I index\)")
    assert "counted on the left alone" in across
    assert "differs" not in across


def test_the_same_number_of_others_is_said_to_be(client: FlaskClient) -> None:
    # At home the one track in practice is the parents', in foster care the trusted one.
    told = view(client, "numbers", right=AMIRA, right_as="team", pairs="1-2")
    tracks = number_of(part_of(told, 0), "Tracks in practice, of those recorded")
    assert "same number, others counted" in tracks
    assert "differs" not in tracks


def test_the_first_stage_has_nothing_to_count_since(client: FlaskClient) -> None:
    text = view(client, "numbers")
    assert "Since the stage before" not in part_of(text, 0)
    assert "Since the stage before" in part_of(text, 1)
    assert text.count("<h3>Over all stages</h3>") == 1


def test_a_side_without_the_stage_has_no_numbers(client: FlaskClient) -> None:
    # Figure 2 has three stages, Amira's case has five.
    text = view(client, "numbers", "figure-2", AMIRA)
    assert "no such stage" in text
    assert "This side has no such stage." in text


def table_of(*rows: tuple[str, ...]) -> Table:
    return Table(
        "t", "Caption", ("Name", "Role"), [TableRow(row[0], row[1:], "p0") for row in rows]
    )


def test_rows_that_both_have_stand_once() -> None:
    found = together(
        table_of(("Mum", "parent"), ("Kayla", "friend")),
        table_of(("Mum", "parent"), ("Kayla", "best friend"), ("Dad", "parent")),
    )
    assert [(row.heading, *row.cells) for row in found.rows] == [
        ("Mum", "both", "parent"),
        ("Kayla", "left", "friend"),
        ("Kayla", "right", "best friend"),
        ("Dad", "right", "parent"),
    ]
    assert found.columns == ("Name", "Side", "Role")
    assert all(row.ref is None for row in found.rows)


def test_rows_that_one_side_has_more_often_stand_as_often() -> None:
    found = together(
        table_of(("Mum", "parent"), ("Mum", "parent"), ("Dad", "parent")),
        table_of(("Gran", "grandparent"), ("Dad", "parent"), ("Mum", "parent"), ("Mum", "carer")),
    )
    assert [(row.heading, *row.cells) for row in found.rows] == [
        ("Mum", "both", "parent"),
        ("Mum", "left", "parent"),
        ("Mum", "right", "carer"),
        ("Dad", "both", "parent"),
        ("Gran", "right", "grandparent"),
    ]
