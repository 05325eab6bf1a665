"""Opening a file on the start page: what is taken, where it leads, what is told of a bad one."""

import re
from base64 import b64encode

import dash
import pytest

from relnet.case.reading import MAX_BYTES, parse_case
from relnet.exchange.csv_writing import write_csv_zip
from relnet.exchange.files import TABLES
from relnet.exchange.template import template
from relnet.exchange.workbook_writing import write_workbook
from relnet.resources import assets_folder
from relnet.storage.opening import memory_library
from relnet.web import ids
from relnet.web.addresses import TEMPLATE
from relnet.web.app import create_app
from relnet.web.pages.opening import open_file, open_panel
from relnet.web.shelf import shelf_of
from tests.web.cases import small_bytes
from tests.web.libraries import asked, told
from tests.web.test_start import as_text, parts


def test_the_panel_takes_all_kinds_of_files_and_gives_the_one_to_fill_in() -> None:
    panel = open_panel()
    assert "Choose a case file or a filled-in spreadsheet." in as_text(panel)
    (upload,) = parts(panel, "Upload")
    assert set(upload.accept.split(",")) == {".json", "application/json", *TABLES}
    (link,) = parts(panel, "A")
    assert (link.children, link.href) == ("Download the spreadsheet to fill in", TEMPLATE)


def uploaded(content: bytes) -> str:
    return f"data:application/json;base64,{b64encode(content).decode()}"


def test_a_good_file_leads_to_its_case() -> None:
    shelf = shelf_of([])
    opened = open_file(shelf, uploaded(small_bytes()), "w.relnet.json")
    assert opened.faults is None
    assert opened.contents is None
    key = opened.go_to.removeprefix("/case/")
    assert shelf.get(key).case == shelf.open(small_bytes()).case


def test_a_spreadsheet_leads_to_its_case() -> None:
    shelf, case = shelf_of([]), parse_case(small_bytes())
    for content, name in ((write_workbook(case), "w.xlsx"), (write_csv_zip(case), "w.zip")):
        opened = open_file(shelf, uploaded(content), name)
        assert shelf.get(opened.go_to.removeprefix("/case/")).case == case


def test_all_faults_of_a_spreadsheet_are_told_at_their_places() -> None:
    opened = open_file(shelf_of([]), uploaded(template()), "empty.xlsx")
    assert opened.go_to is dash.no_update
    assert opened.faults is not None
    places = [code.children for code in parts(opened.faults, "Code")]
    assert "Case, row 2, Young person’s name" in places
    assert len(places) > 1


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"a,b", "People.csv", "put the files of all sheets into a zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.xls", "save it as an Excel workbook"),
        (b"PK damaged", "w.xlsx", "the file is damaged"),
    ],
)
def test_what_is_no_spreadsheet_for_relnet_is_told_with_what_to_do(
    content: bytes, name: str, said: str
) -> None:
    opened = open_file(shelf_of([]), uploaded(content), name)
    assert opened.faults is not None
    assert said in as_text(opened.faults)


def test_an_opened_file_can_be_copied_to_edit() -> None:
    library = memory_library()
    shelf = shelf_of([], library=library)
    client = create_app(shelf).server.test_client()
    content = write_workbook(parse_case(small_bytes()))
    opened = open_file(shelf, uploaded(content), "w.xlsx")
    page = client.get(opened.go_to).text
    key = opened.go_to.removeprefix("/case/")
    assert f'id="{ids.KEEP}"' in page
    assert f'data-key="{key}"' in page
    go = told(asked(client, "/library/copy", key=key))["go"]
    (line,) = library.lines()
    assert go == f"/case/{line.id}?edit=1"
    assert library.get(line.id).case == shelf.get(key).case
    library.close()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (uploaded(small_bytes(stages=[])), "stages"),
        (uploaded(b"no json"), "cannot be opened yet"),
        (uploaded(b"\xff\xfe"), "cannot be opened yet"),
        (uploaded(b" " * (MAX_BYTES + 1)), "5 megabytes"),
        ("data:application/json;base64,%%%", "did not arrive whole"),
        ("nothing,x", "did not arrive whole"),
        ("ä,ä", "did not arrive whole"),
    ],
)
def test_a_bad_file_is_told(content: str, said: str) -> None:
    opened = open_file(shelf_of([]), content, "bad.json")
    assert opened.go_to is dash.no_update
    assert opened.faults is not None
    assert said in as_text(opened.faults)
    assert "bad.json" in as_text(opened.faults)


def test_nothing_chosen_changes_nothing() -> None:
    assert open_file(shelf_of([]), None, None) == (dash.no_update, None, None)


def test_the_browsers_own_check_knows_the_same_ids_and_limit() -> None:
    script = (assets_folder() / "opening.js").read_text("utf-8")
    assert f"MAX_FILE = {MAX_BYTES};" in script
    used = [ids.OPEN_UPLOAD, ids.OPEN_FAULTS]
    messages = [ids.OPEN_TOO_LARGE, ids.OPEN_NOT_A_CASE]
    for name in used + messages:
        assert f'"{name}"' in script
    texts = {part.id for part in parts(open_panel(), "P") if getattr(part, "hidden", None)}
    assert texts == set(messages)


def test_the_browsers_own_check_lets_through_what_the_server_tells_of() -> None:
    script = (assets_folder() / "opening.js").read_text("utf-8")
    (endings,) = re.findall(r"OPENED = /\\\.\(([a-z|]+)\)\$/i;", script)
    assert {f".{ending}" for ending in endings.split("|")} == {".json", *TABLES}
