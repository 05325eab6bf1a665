"""What a page asks of a file that takes long: begun, told of, fetched, stopped."""

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from relnet.web.app import create_app
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.taking.printed import A4, write_pdf
from relnet.web.taking.stop import Stop, Stopped
from relnet.web.taking.takeaways import TAKEAWAYS
from relnet.web.taking.taken import Taken
from tests.slow_browser import LONGEST, is_running, slow_browser_in, until
from tests.web.taking.files import everything_in
from tests.web.views import Tags, look, sample


@pytest.fixture
def client() -> FlaskClient:
    made: FlaskClient = create_app().server.test_client()
    return made


def begun(client: FlaskClient, file: str) -> str:
    answer = client.post(f"/case/amira/{file}")
    assert answer.status_code == 200
    return f"/case/amira/making/{answer.get_json()['token']}"


def far(client: FlaskClient, address: str) -> dict[str, Any]:
    told: dict[str, Any] = client.get(address).get_json()
    return told


def finished(client: FlaskClient, address: str) -> Callable[[], bool]:
    return lambda: bool(far(client, address)["done"])


def test_slides_are_made_beside_the_page_and_fetched(client: FlaskClient) -> None:
    address = begun(client, "slides.pptx?stage=2")
    until(finished(client, address))
    assert far(client, address) == {"number": 5, "many": 5, "done": True, "fault": ""}
    answer = client.get(f"{address}/file")
    assert answer.headers["Content-Disposition"] == "attachment; filename=Amira-as-it-was.pptx"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Foster placement" in everything_in(answer.data)
    assert client.get(f"{address}/file").status_code == 400
    assert client.get(address).status_code == 422


def test_what_is_hidden_is_not_in_it(client: FlaskClient) -> None:
    address = begun(client, "slides.pptx?hide=track-community_peer")
    until(finished(client, address))
    assert "Kayla" not in everything_in(client.get(f"{address}/file").data)


def test_names_that_were_hidden_meanwhile_do_not_leave(client: FlaskClient) -> None:
    address = begun(client, "slides.pptx")
    until(finished(client, address))
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    assert client.get(f"{address}/file").status_code == 400


def test_a_stopped_file_is_gone(client: FlaskClient) -> None:
    address = begun(client, "story.pptx")
    assert client.post(f"{address}/stop").status_code == 200
    assert "is not being made any more" in client.get(address).get_json()["message"]
    assert client.post(f"{address}/stop").status_code == 200


def test_two_servers_know_nothing_of_each_other(client: FlaskClient) -> None:
    address = begun(client, "slides.pptx")
    other = create_app().server.test_client()
    assert other.get(address).status_code == 422
    client.post(f"{address}/stop")


def test_another_site_can_begin_and_stop_nothing(client: FlaskClient) -> None:
    foreign = {"Origin": "http://example.org"}
    assert client.post("/case/amira/slides.pptx", headers=foreign).status_code == 403
    address = begun(client, "slides.pptx")
    assert client.post(f"{address}/stop", headers=foreign).status_code == 403
    until(finished(client, address))


def test_a_case_that_there_is_not_has_no_file(client: FlaskClient) -> None:
    answer = client.post("/case/nobody/slides.pptx")
    assert answer.status_code == 404
    assert answer.get_json()["message"]


def test_only_what_takes_long_is_made_so(client: FlaskClient) -> None:
    assert client.post("/case/amira/map.svg").status_code == 405
    links = [
        found for _tag, found in Tags(client.get("/case/amira").text).all if "data-take" in found
    ]
    long = [str(found["href"]).partition("?")[0] for found in links if "data-long" in found]
    assert long == [f"/case/amira/{item.address}" for item in TAKEAWAYS if item.is_long]
    assert "/case/amira/pages-a4.pdf" in long


@pytest.mark.skipif(os.name == "nt", reason="the browser of this test is a shell script")
def test_a_stop_ends_the_browser_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = slow_browser_in(tmp_path)
    monkeypatch.setenv("BROWSER_PATH", str(browser.path))
    stop, raised = Stop(), threading.Event()

    def work() -> None:
        with pytest.raises(Stopped):
            write_pdf(Taken(look(sample("figure-2")), {}, 0, stop=stop), A4)
        raised.set()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    process = browser.process()
    stop.ask()
    assert raised.wait(LONGEST)
    thread.join(LONGEST)
    assert not is_running(process)
