"""The sheet of a meeting, read again with python-docx."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Sheet
from docx.enum.table import WD_ROW_HEIGHT_RULE
from flask.testing import FlaskClient

from relnet.figures.words import stage_words
from relnet.web.app import create_app
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.taking.sheet import write_sheet
from relnet.web.taking.taken import Taken
from tests.case.small import parsed
from tests.web.nasty import NASTY, nasty_case
from tests.web.taking.files import everything_in, secrets_in
from tests.web.views import SAMPLES, entry_of, look, sample


@pytest.fixture
def client() -> FlaskClient:
    made: FlaskClient = create_app().server.test_client()
    return made


@pytest.fixture(autouse=True)
def no_browser(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "browser" not in request.keywords:
        monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "no-browser"))
        monkeypatch.setenv("PATH", "")


def opened(content: bytes) -> Sheet:
    return Document(BytesIO(content))


def headings(sheet: Sheet) -> list[str]:
    return [
        part.text for part in sheet.paragraphs if str(part.style and part.style.name)[:4] == "Head"
    ]


def texts(sheet: Sheet) -> list[str]:
    return [part.text for part in sheet.paragraphs]


def test_the_sheet_has_what_the_page_says_of_the_stage() -> None:
    view = look(sample("amira"), 1)
    sheet = opened(write_sheet(Taken(view, {}, 0)))
    words = stage_words(view.network, 1, view.perspective, view.names)
    assert texts(sheet)[0] == "Amira, as it was"
    assert texts(sheet)[1].startswith("A discussion aid, not a case record · As the team sees it")
    assert sheet.sections[0].footer.paragraphs[0].text == texts(sheet)[1]
    assert words.summary in texts(sheet)
    assert headings(sheet)[:4] == [
        words.title,
        "Where attention goes",
        "Since the last stage",
        "Matters to Amira, in nobody’s plan",
    ]
    assert headings(sheet)[-1] == "Questions and actions"
    assert "Ask the room" not in headings(sheet)
    assert "2 weaker: Marcus and Mum" in texts(sheet)
    assert "Leila · sister, 11 · broken, protective" in texts(sheet)
    assert sheet.tables[0].rows[1].cells[0].text == "Trusted"


def test_questions_and_actions_have_an_owner_and_room_for_more() -> None:
    view = look(sample("amira"), 1)
    table = opened(write_sheet(Taken(view, {}, 0))).tables[-1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    asked = [prompt for prompt in view.case.prompts if prompt.stage in ("foster", None)]
    assert rows[0] == ["What", "Question or action", "Who", "By when", "Done"]
    assert [row[0] for row in rows[1:-6]] == [prompt.text for prompt in asked]
    assert rows[-6:] == [[""] * 5] * 6
    actions = [row for row in rows if row[1] == "action"]
    assert all(row[4] in {"done", "not yet"} for row in actions)


def test_empty_rows_have_room_for_handwriting() -> None:
    table = opened(write_sheet(Taken(look(sample("amira"), 1), {}, 0))).tables[-1]
    *told, one, two, three, four, five, six = table.rows
    for row in (one, two, three, four, five, six):
        assert row.height is not None
        assert row.height.mm >= 12  # two lines of handwriting, 6 mm each
        assert row.height_rule == WD_ROW_HEIGHT_RULE.AT_LEAST
    assert {row.height for row in told} == {None}


def test_columns_are_as_wide_as_their_cells_for_every_program() -> None:
    table = opened(write_sheet(Taken(look(sample("amira"), 1), {}, 0))).tables[-1]
    assert [column.width for column in table.columns] == [
        cell.width for cell in table.rows[0].cells
    ]
    assert table._tbl.xml.count("w:cantSplit") == len(table.rows)  # noqa: SLF001 - python-docx has no other way


@pytest.mark.parametrize("key", SAMPLES)
def test_no_name_is_in_the_sheet_where_names_are_hidden(client: FlaskClient, key: str) -> None:
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    for stage in (1, 2):
        text = everything_in(client.get(f"/case/{key}/sheet.docx?stage={stage}").data)
        assert secrets_in(text, sample(key).network.case) == []
        assert "Names are hidden" in text


def test_what_is_filtered_out_is_not_in_the_sheet(client: FlaskClient) -> None:
    assert "Kayla" in everything_in(client.get("/case/amira/sheet.docx?stage=2").data)
    found = client.get("/case/amira/sheet.docx?stage=2&hide=track-community_peer")
    assert "Kayla" not in everything_in(found.data)
    assert "not in this view" in everything_in(found.data)


def test_nasty_texts_are_texts() -> None:
    view = look(entry_of(parsed(nasty_case())), 1)
    sheet = opened(write_sheet(Taken(view, {}, 0)))
    assert texts(sheet)[0] == f"{NASTY[2]} {NASTY[0]}"
    told = [cell.text for row in sheet.tables[-1].rows for cell in row.cells]
    assert set(NASTY) <= set(told)


def test_control_signs_do_not_break_the_file() -> None:
    case = sample("figure-2").network.case.model_copy(update={"title": "bell \x07"})
    assert texts(opened(write_sheet(Taken(look(entry_of(case)), {}, 0))))[0] == "bell \ufffd"


@pytest.mark.browser
def test_the_map_is_in_it_where_there_is_a_browser() -> None:
    view = look(sample("amira"), 1)
    (shape,) = opened(write_sheet(Taken(view, {}, 0))).inline_shapes
    words = stage_words(view.network, 1, view.perspective, view.names)
    described = shape._inline.docPr  # noqa: SLF001 - python-docx has no other way
    assert described.get("descr") == " · ".join((words.title, *words.items))
    assert round(shape.width.cm) == 17


def test_without_a_browser_the_sheet_has_its_words() -> None:
    view = look(sample("amira"), 1)
    assert not list(opened(write_sheet(Taken(view, {}, 0))).inline_shapes)
