"""The files that the pages give: a case to save, and the spreadsheet to fill in."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from flask.testing import FlaskClient

from relnet.exchange.files import read_content
from relnet.exchange.template import template
from relnet.storage.contract import Library
from relnet.storage.opening import memory_library
from relnet.web import ids
from relnet.web.addresses import file_address
from relnet.web.app import create_app
from relnet.web.case_file import FILE_KINDS
from relnet.web.kept_cases import version_key
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.shelf import shelf_of
from tests.web.cases import A_NAME, MARKUP_NAME, write_case
from tests.web.libraries import asked, client_of, keep, told
from tests.web.views import SAMPLES, sample


@pytest.fixture
def library() -> Iterator[Library]:
    made = memory_library()
    yield made
    made.close()


@pytest.fixture
def client(library: Library) -> FlaskClient:
    return client_of(library)


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_a_kept_case_comes_back_equal_from_its_file(
    client: FlaskClient, library: Library, kind: str
) -> None:
    key = keep(library, f"{A_NAME} moves")
    answer = client.get(file_address(key, kind))
    name = f"{A_NAME}-moves{FILE_KINDS[kind].ending}"
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.mimetype == FILE_KINDS[kind].mimetype
    assert read_content(answer.data, name) == library.get(key).case


@pytest.mark.parametrize("key", SAMPLES)
def test_every_sample_can_be_saved(client: FlaskClient, key: str) -> None:
    for kind in FILE_KINDS:
        answer = client.get(file_address(key, kind))
        assert read_content(answer.data, "") == sample(key).case


def test_an_older_version_is_saved_as_it_was(client: FlaskClient, library: Library) -> None:
    key = keep(library, "First")
    told(asked(client, f"/library/{key}/rename", title="Second"))
    for version, title in ((1, "First"), (2, "Second")):
        answer = client.get(file_address(version_key(key, version), "json"))
        assert read_content(answer.data, "").title == title


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_no_file_is_given_while_names_are_hidden(
    client: FlaskClient, library: Library, kind: str
) -> None:
    key = keep(library, f"{A_NAME} moves")
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    answer = client.get(file_address(key, kind))
    assert answer.status_code == 400
    assert "a file of the case holds all names. Show names first" in answer.text
    assert A_NAME not in answer.text + str(answer.headers)
    assert "Content-Disposition" not in answer.headers


def test_markup_in_a_title_stays_out_of_the_name(client: FlaskClient, library: Library) -> None:
    answer = client.get(file_address(keep(library, MARKUP_NAME), "json"))
    assert answer.headers["Content-Disposition"] == ("attachment; filename=b-Planted-b.relnet.json")


def test_what_there_is_not_is_a_page(client: FlaskClient, library: Library) -> None:
    key = keep(library, "First")
    for address in (file_address(key, "exe"), f"/case/{key}/file", file_address("nobody", "json")):
        answer = client.get(address)
        assert (answer.status_code, answer.mimetype) == (404, "text/html")
    library.delete(key)
    assert client.get(file_address(key, "json")).status_code == 404


def test_a_file_with_faults_cannot_be_saved_as_another(tmp_path: Path) -> None:
    shelf = shelf_of([write_case(tmp_path, "a.relnet.json", title="")])
    (entry,) = shelf.entries()
    client = create_app(shelf).server.test_client()
    answer = client.get(file_address(entry.key, "xlsx"))
    assert answer.status_code == 400
    assert "relnet cannot show this" in answer.text


def test_the_spreadsheet_to_fill_in_is_given_with_names_hidden_too(client: FlaskClient) -> None:
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    answer = client.get("/template.xlsx")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == "attachment; filename=template.xlsx"
    assert answer.mimetype == FILE_KINDS["xlsx"].mimetype
    assert _cells(answer.data) == _cells(template())


def _cells(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    """Give the values of every sheet; the file itself tells the time as well."""
    book = openpyxl.load_workbook(BytesIO(content))
    return {page.title: list(page.iter_rows(values_only=True)) for page in book.worksheets}


def test_a_case_is_offered_as_files_where_it_is_edited(
    client: FlaskClient, library: Library
) -> None:
    key = keep(library, "First")
    page = client.get(f"/case/{key}").text
    menu = page.partition(f'id="{ids.EDIT_FILES}"')[2].partition("</details>")[0]
    assert [f'href="{file_address(key, kind)}"' in menu for kind in FILE_KINDS] == [True] * 3
    assert ids.EDIT_FILES not in client.get("/case/amira").text
