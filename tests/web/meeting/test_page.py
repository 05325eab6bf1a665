"""The page for the end of a meeting, and the same as Word."""

from io import BytesIO

import pytest
from docx import Document
from flask.testing import FlaskClient

from relnet.figures.words_meeting import meeting_parts
from relnet.storage.opening import memory_library
from relnet.web.app import create_app
from relnet.web.meeting.page import meeting_page
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.taking.minutes import write_minutes
from relnet.web.taking.taken import Taken
from tests.case.small import parsed
from tests.web.libraries import SAM, client_of
from tests.web.nasty import nasty_case
from tests.web.taking.files import everything_in, secrets_in
from tests.web.views import SAMPLES, Tags, entry_of, look, sample


@pytest.fixture
def client() -> FlaskClient:
    made: FlaskClient = create_app().server.test_client()
    return made


def test_the_page_tells_all_parts_and_what_it_is(client: FlaskClient) -> None:
    view = look(sample("amira"), 2)
    told = " ".join(Tags(client.get("/case/amira/meeting?stage=3&as=team").text).texts)
    assert "A discussion aid, not a case record · As the team sees it" in told
    for part in meeting_parts(view.network, 2, view.perspective, view.names):
        assert part.title in told
        for group in part.groups:
            assert group.title in told
            assert all(item.text in told and item.facts in told for item in group.items)


@pytest.mark.parametrize("path", ["", "/meeting", "/handout.html", "/map.svg", "/minutes.docx"])
def test_a_kept_case_is_seen_as_somebody_who_tells_nothing_yet(path: str) -> None:
    library = memory_library("case-")
    key = library.create(sample("amira").network.case, SAM).line.id
    client = client_of(library)
    # p3 is Ms Ahmed: nothing in the file is told as she sees it.
    assert client.get(f"/case/{key}{path}?as=p3&stage=2").status_code == 200
    library.close()


def test_an_address_of_no_case_is_not_found(client: FlaskClient) -> None:
    assert client.get("/case/nobody/meeting").status_code == 404


@pytest.mark.parametrize("key", SAMPLES)
def test_hidden_names_are_on_neither(client: FlaskClient, key: str) -> None:
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    view = look(sample(key), hidden=True)
    page = client.get(f"/case/{key}/meeting").text
    assert secrets_in(" ".join(Tags(page).texts), view.case) == []
    assert secrets_in(everything_in(write_minutes(Taken(view, {}, 0))), view.case) == []


def test_texts_of_a_file_are_text() -> None:
    view = look(entry_of(parsed(nasty_case())))
    page = meeting_page(Taken(view, {}, 0), view)
    assert {tag for tag, _attributes in Tags(page).all} <= {
        *("p", "a", "button", "div", "section", "h2", "h3", "ul", "li", "small")
    }
    Document(BytesIO(write_minutes(Taken(view, {}, 0))))


def test_what_is_hidden_on_screen_stays_in_the_ways_on(client: FlaskClient) -> None:
    page = client.get("/case/amira/meeting?stage=2&hide=status-broken").text
    links = [str(found.get("href")) for tag, found in Tags(page).all if tag == "a"]
    assert "/case/amira/minutes.docx?stage=2&as=team&hide=status-broken" in links


def test_word_says_the_same_as_the_page(client: FlaskClient) -> None:
    answer = client.get("/case/amira/minutes.docx?stage=2&as=team")
    paragraphs = [part.text for part in Document(BytesIO(answer.data)).paragraphs]
    view = look(sample("amira"), 1)
    assert paragraphs[0] == "End of the meeting: Amira, as it was"
    assert paragraphs[1].startswith("A discussion aid, not a case record")
    for part in meeting_parts(view.network, 1, view.perspective, view.names):
        assert part.title in paragraphs
        for group in part.groups:
            told = [f"{item.text}\n{item.facts}".strip() for item in group.items]
            assert set(told) <= set(paragraphs)
