"""What answers the menu of files: whom it refuses, and what it says while others draw."""

import pytest
from flask.testing import FlaskClient

from relnet.web.app import create_app
from relnet.web.taking import browser
from relnet.web.taking.takeaways import TAKEAWAYS, Takeaway
from relnet.web.taking.turns import Turns
from tests.slow_browser import until

LINK = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


@pytest.fixture
def client() -> FlaskClient:
    made: FlaskClient = create_app().server.test_client()
    return made


@pytest.mark.parametrize("item", TAKEAWAYS, ids=lambda item: item.address)
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_link_of_another_site_makes_no_file(
    client: FlaskClient, item: Takeaway, site: str
) -> None:
    answer = client.get(f"/case/amira/{item.address}", headers=LINK | {"Sec-Fetch-Site": site})
    assert answer.status_code == 403
    assert "This came from another site" in answer.text


@pytest.mark.parametrize(
    "site", [{}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}]
)
def test_our_own_page_and_a_typed_address_get_it(client: FlaskClient, site: dict[str, str]) -> None:
    answer = client.get("/case/amira/map.svg", headers=LINK | site)
    assert answer.status_code == 200
    assert answer.mimetype == "image/svg+xml"


@pytest.fixture
def all_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let others have all turns."""
    monkeypatch.setattr(browser, "BROWSERS", Turns(most=0, patience=0))


@pytest.mark.usefixtures("all_draw")
@pytest.mark.parametrize("file", ["map.png", "pages-a4.pdf", "numbers.png", "sheet.docx"])
def test_who_finds_no_turn_is_told_so_and_gets_no_half_file(client: FlaskClient, file: str) -> None:
    answer = client.get(f"/case/amira/{file}")
    assert answer.status_code == 400
    assert answer.mimetype == "text/html"
    assert "Other files are being drawn. Wait until one is finished" in answer.text


@pytest.mark.usefixtures("all_draw")
def test_a_file_that_is_made_beside_the_page_is_told_so_too(client: FlaskClient) -> None:
    token = client.post("/case/amira/map.png").get_json()["token"]
    told: list[str] = []

    def is_told() -> bool:
        told.append(client.get(f"/case/amira/making/{token}").get_json()["fault"])
        return bool(told[-1])

    until(is_told)
    assert told[-1].startswith("Other files are being drawn.")
