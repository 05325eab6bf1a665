"""A library in memory with a server before it, as the tests of its pages use them."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from relnet.case.models import Case
from relnet.case.reading import parse_case
from relnet.storage.contract import Editor, Library
from relnet.web.app import create_app
from relnet.web.shelf import shelf_of
from tests.web.cases import small_bytes

SAM = Editor("a-key-that-nobody-guesses", "Sam")
BY = {"key": SAM.key, "name": SAM.name}


def small_case(**changes: object) -> Case:
    """Give the smallest case."""
    return parse_case(small_bytes(**changes))


def keep(library: Library, title: str, **changes: object) -> str:
    """Keep the smallest case under a title, and give its id."""
    return library.create(small_case(title=title, **changes), SAM).line.id


def client_of(library: Library | None) -> FlaskClient:
    """Give a client of a server that keeps cases in this library."""
    client: FlaskClient = create_app(shelf_of((), library=library)).server.test_client()
    return client


def asked(client: FlaskClient, address: str, **values: object) -> TestResponse:
    """Ask as assets/edit_who.js does."""
    return client.post(address, json={**values, "by": BY})


def told(answer: TestResponse) -> dict[str, Any]:
    """Give what the server has told, where it could do what was asked."""
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.get_json()
    return found


def message(answer: TestResponse) -> str:
    """Give what a refusal says."""
    return str(answer.get_json()["message"])
