"""*Compare* on a case page: what it offers, and on what."""

import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from relnet.storage.opening import memory_library
from relnet.web import ids
from tests.web.libraries import client_of


def menu(page: str) -> str:
    """Cut the menu out of a page."""
    found = re.search(rf'<details id="{ids.COMPARE_MENU}".*?</details>', page, re.DOTALL)
    assert found
    return found[0]


@pytest.fixture
def client() -> Iterator[FlaskClient]:
    library = memory_library("case-")
    yield client_of(library)
    library.close()


def test_it_leads_to_two_sides_of_this_case_and_offers_a_what_if(client: FlaskClient) -> None:
    offered = menu(client.get("/case/amira").text)
    assert 'href="/compare?left=amira&amp;right=amira"' in offered
    assert f'id="{ids.WHAT_IF}"' in offered
    assert client.get("/compare?left=amira&right=amira").status_code == 200


def test_it_leads_to_the_tally_which_leads_back(client: FlaskClient) -> None:
    offered = menu(client.get("/case/amira").text)
    assert 'href="/tally?case=amira" data-tally' in offered
