"""What if on a case page: beginning one, trying, keeping it, throwing it away."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from relnet.case.models import MAX_NAME
from relnet.storage.contract import Library
from relnet.storage.opening import memory_library
from relnet.storage.sql import SqlLibrary
from relnet.web import ids
from relnet.web.kept_cases import version_key
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from tests.network.small import small_case
from tests.web.libraries import BY, SAM, asked, client_of, message, told

LOOK = {"stage": "1", "as": "", "view": ""}
TRIED = "Zanzibarina"
RENAME = {"do": "set_fields", "section": "people", "id": "kayla", "fields": {"name": TRIED}}
TO_TRY = 'class="what-if-line"'


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = SqlLibrary(f"sqlite:///{tmp_path / 'library.sqlite3'}")
    yield made
    made.close()


@pytest.fixture
def client(library: Library) -> FlaskClient:
    return client_of(library)


@pytest.fixture
def key(library: Library) -> str:
    return library.create(small_case(), SAM).line.id


def begun(client: FlaskClient, key: str, **look: str) -> str:
    """Begin one, and give its key."""
    go = told(asked(client, f"/case/{key}/what-if", **{**LOOK, **look}))["go"]
    path: str = urlsplit(go).path
    return path.removeprefix("/case/")


def tried(client: FlaskClient, key: str, what: str = "edit", **values: object) -> dict[str, Any]:
    """Do something in one, as assets/edit_live.js does."""
    everything = {"seen": 1, "told": 1, "touched": [], "look": {"stage": "1", "as": ""}, "by": BY}
    return told(client.post(f"/case/{key}/{what}", json={**everything, **values}))


def ended(client: FlaskClient, key: str, how: str, **values: object) -> TestResponse:
    return asked(client, f"/case/{key}/what-if/{how}", **{**LOOK, **values})


def hide_names(client: FlaskClient) -> None:
    client.set_cookie(NAMES_COOKIE, HIDDEN)


def on_disk(folder: Path, word: str) -> bool:
    """Whether a word stands in any file below a folder."""
    assert any(folder.iterdir())
    return any(word.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_it_begins_where_the_page_is(client: FlaskClient) -> None:
    look = {"stage": "3", "as": "team", "view": "focus"}
    go = urlsplit(told(asked(client, "/case/amira/what-if", **look))["go"])
    assert parse_qs(go.query) == {name: [text] for name, text in {**look, "edit": "1"}.items()}
    page = client.get(f"{go.path}?{go.query}").text
    assert TO_TRY in page
    assert "What if: only on this screen, kept nowhere." in page
    assert 'class="case-page trying"' in page
    assert "Amira, as it was: what if" in page
    compare = page.split("data-compare>")[0].rsplit('href="', 1)[1]
    assert compare.startswith("/compare?left=amira&amp;right=what-if-")
    assert "stage=3" in compare


def test_beside_the_case_the_way_back_leads_to_the_what_if(client: FlaskClient) -> None:
    key = begun(client, "amira")
    page = client.get(f"/compare?left=amira&right={key}&stage=3").text
    way = re.search(r'<a class="tagline" href="([^"]*)" data-back="right">([^<]*)<', page)
    assert way is not None
    assert way[1] == f"/case/{key}?as=team&amp;edit=1&amp;stage=3"
    assert way[2] == "Back to the what if"


def test_the_page_of_a_case_offers_one_and_that_of_a_what_if_does_not(client: FlaskClient) -> None:
    button = f'id="{ids.WHAT_IF}"'
    page = client.get("/case/amira").text
    assert button in page
    assert TO_TRY not in page
    assert button not in client.get(f"/case/{begun(client, 'amira')}").text


def test_a_case_of_the_library_an_older_version_and_an_opened_file_can_be_tried(
    client: FlaskClient, key: str
) -> None:
    for origin in (key, version_key(key, 1), "one-voice"):
        assert f'id="{ids.WHAT_IF}"' in client.get(f"/case/{origin}").text
        assert TO_TRY in client.get(f"/case/{begun(client, origin)}").text


def test_it_is_edited_as_every_case_and_the_case_stays_as_it_is(
    client: FlaskClient, library: Library, key: str
) -> None:
    what_if = begun(client, key)
    answer = tried(client, what_if, operation=RENAME)
    assert answer["number"] == 2
    assert answer["steps"] == {"undo": True, "redo": False}
    assert TRIED in client.get(f"/case/{what_if}").text
    assert TRIED in client.get(f"/case/{what_if}/view/table").text
    assert TRIED in client.get(f"/case/{what_if}/form?chosen=p1&stage=1").text
    assert TRIED in str(tried(client, what_if, "news"))
    assert TRIED in client.get(f"/case/{what_if}/file?as=json").text
    assert library.get(key).line.number == 1
    assert TRIED not in client.get(f"/case/{key}").text
    assert tried(client, what_if, "undo", seen=2, told=2)["number"] == 3
    assert TRIED not in client.get(f"/case/{what_if}").text


def test_its_history_grid_and_versions_answer(client: FlaskClient, key: str) -> None:
    what_if = begun(client, key)
    tried(client, what_if, operation=RENAME)
    for address in ("history", "history?from=1&to=2", "grid", "story/notes", "handout.html"):
        assert client.get(f"/case/{what_if}/{address}").status_code == 200, address
    older = client.get(f"/case/{version_key(what_if, 1)}")
    assert "You are looking at version 1 of 2" in older.text
    assert TO_TRY not in older.text
    assert told(asked(client, f"/case/{what_if}/restore", number=1))["number"] == 3


def test_it_says_that_nothing_is_saved(client: FlaskClient) -> None:
    page = client.get(f"/case/{begun(client, 'amira')}").text
    assert "Tried {time}" in page
    assert "Each edit is saved at once." not in page
    assert f'id="{ids.WHO}"' not in page


def test_nothing_of_it_is_on_the_disk_until_it_is_kept(
    client: FlaskClient, key: str, tmp_path: Path
) -> None:
    what_if = begun(client, key)
    tried(client, what_if, operation=RENAME)
    client.get(f"/case/{what_if}")
    assert not on_disk(tmp_path, what_if)
    # What is kept is packed, so this looks for what stands beside it to be searched.
    assert not on_disk(tmp_path, TRIED.casefold())
    told(ended(client, what_if, "keep", title="Small, tried"))
    assert on_disk(tmp_path, TRIED.casefold())


def test_it_is_kept_as_a_new_case(client: FlaskClient, library: Library, key: str) -> None:
    what_if = begun(client, key)
    tried(client, what_if, operation=RENAME)
    go = told(ended(client, what_if, "keep", title="  Small,  tried ", stage="2"))["go"]
    made = urlsplit(go).path.removeprefix("/case/")
    assert urlsplit(go).query == "stage=2"
    kept = library.get(made)
    assert kept.case.title == "Small, tried"
    assert TRIED in {person.name for person in kept.case.people}
    assert [version.number for version in library.history(made)] == [1]
    assert {line.id for line in library.lines()} == {key, made}
    assert client.get(f"/case/{what_if}").status_code == 404


@pytest.mark.parametrize(
    ("title", "words"),
    [
        (" ", "Give the case a title."),
        ("x" * (MAX_NAME + 1), "This title is too long"),
        ("Tried\0", "cannot be shown"),
    ],
)
def test_a_title_that_is_none_is_refused_and_nothing_is_lost(
    client: FlaskClient, library: Library, title: str, words: str
) -> None:
    what_if = begun(client, "amira")
    answer = ended(client, what_if, "keep", title=title)
    assert answer.status_code == 422
    assert words in message(answer)
    assert library.lines() == ()
    assert client.get(f"/case/{what_if}").status_code == 200


def test_without_a_library_it_says_why_and_offers_the_file() -> None:
    client = client_of(None)
    what_if = begun(client, "amira")
    tried(client, what_if, operation={"do": "set_case", "fields": {"about": TRIED}})
    page = client.get(f"/case/{what_if}").text
    dialog = page.split(f'<dialog id="{ids.WHAT_IF_KEEP}"')[1].split("</dialog>")[0]
    assert "relnet cannot keep cases now." in dialog
    assert f'href="/case/{what_if}/file?as=json"' in dialog
    assert "<input" not in dialog
    answer = ended(client, what_if, "keep", title="Tried")
    assert "relnet cannot keep cases now." in message(answer)
    assert TRIED in client.get(f"/case/{what_if}/file?as=json").text


def test_it_is_thrown_away_at_once_where_nothing_was_tried(client: FlaskClient) -> None:
    what_if = begun(client, "amira")
    go = told(ended(client, what_if, "throw-away", stage="3", view="focus"))["go"]
    assert urlsplit(go).path == "/case/amira"
    assert parse_qs(urlsplit(go).query) == {"stage": ["3"], "view": ["focus"]}
    gone = client.get(f"/case/{what_if}")
    assert gone.status_code == 404
    assert "on the screen alone" in gone.text
    for how in ("throw-away", "keep"):
        assert ended(client, what_if, how, title="Late").status_code == 404


def test_where_something_was_tried_it_asks_once(client: FlaskClient, key: str) -> None:
    what_if = begun(client, key)
    tried(client, what_if, operation=RENAME)
    assert told(ended(client, what_if, "throw-away")) == {"ask": True}
    assert client.get(f"/case/{what_if}").status_code == 200
    assert told(ended(client, what_if, "throw-away", sure=True)) == {"go": f"/case/{key}?stage=1"}
    assert client.get(f"/case/{what_if}").status_code == 404


def test_what_was_undone_need_not_be_asked_after(client: FlaskClient, key: str) -> None:
    what_if = begun(client, key)
    tried(client, what_if, operation=RENAME)
    tried(client, what_if, "undo", seen=2, told=2)
    assert "go" in told(ended(client, what_if, "throw-away"))


def test_it_leads_back_to_the_same_stage_where_one_was_added_before(
    client: FlaskClient, library: Library, key: str
) -> None:
    first = library.get(key).case.stages[0].id
    what_if = begun(client, key)
    tried(client, what_if, operation={"do": "split_stage", "stage": first, "label": "New"})
    go = told(ended(client, what_if, "throw-away", sure=True, stage="3"))["go"]
    assert parse_qs(urlsplit(go).query)["stage"] == ["2"]


def test_it_can_be_thrown_away_when_its_case_is_gone(
    client: FlaskClient, library: Library, key: str
) -> None:
    what_if = begun(client, key)
    library.delete(key)
    assert told(ended(client, what_if, "throw-away"))["go"] == f"/case/{key}?stage=1"


def test_on_one_that_is_tried_no_other_begins(client: FlaskClient) -> None:
    what_if = begun(client, "amira")
    for again in (what_if, version_key(what_if, 1)):
        answer = asked(client, f"/case/{again}/what-if", **LOOK)
        assert answer.status_code == 422
        assert message(answer) == "This is a “What if” already: try it here."


def test_while_names_are_hidden_nothing_begins_is_tried_or_kept(
    client: FlaskClient, library: Library, key: str
) -> None:
    what_if = begun(client, key)
    tried(client, what_if, operation=RENAME)
    hide_names(client)
    answer = asked(client, f"/case/{key}/what-if", **LOOK)
    assert (answer.status_code, message(answer)) == (
        422,
        "Names are hidden. Show names to try something.",
    )
    edit = client.post(f"/case/{what_if}/edit", json={"operation": RENAME, "by": BY})
    assert message(edit) == "Names are hidden. Show names to edit."
    page = client.get(f"/case/{what_if}").text
    assert TO_TRY in page
    assert TRIED not in page
    assert "Names are hidden. Show names to keep this as a case." in page
    kept = ended(client, what_if, "keep", title="Hidden")
    assert message(kept) == "Names are hidden. Show names to keep this as a case."
    assert len(library.lines()) == 1
    assert "go" in told(ended(client, what_if, "throw-away", sure=True))


@pytest.mark.parametrize("key", ["nobody", "what-if-" + "0" * 32])
def test_what_is_not_there_cannot_be_tried(client: FlaskClient, key: str) -> None:
    assert asked(client, f"/case/{key}/what-if", **LOOK).status_code == 404
    assert client.get(f"/case/{key}").status_code == 404
    for how in ("keep", "throw-away"):
        assert ended(client, key, how, title="Nobody").status_code == 404


def test_what_no_page_of_ours_sends_is_refused(client: FlaskClient) -> None:
    assert client.post("/case/amira/what-if", json={"by": BY}).status_code == 400
    assert client.post("/case/amira/what-if", json=LOOK).status_code == 400
    assert client.post("/case/amira/what-if", data="no").status_code == 400


def test_it_stands_in_no_list(client: FlaskClient, library: Library, tmp_path: Path) -> None:
    what_if = begun(client, "amira")
    assert what_if not in client.get("/").text
    search = {"of": "cases", "search": "amira", "from": 0}
    assert told(asked(client, "/library/list", **search))["count"] == 0
    for how in ("rename", "duplicate", "delete", "archive"):
        assert asked(client, f"/library/{what_if}/{how}", title="No").status_code == 404
    library.backup(tmp_path / "backup.sqlite3")
    assert not on_disk(tmp_path, what_if)


def test_nasty_titles_stay_texts(client: FlaskClient, library: Library) -> None:
    title = "\"><script>alert('{0}%s')</script>"
    key = library.create(small_case().model_copy(update={"title": title}), SAM).line.id
    page = client.get(f"/case/{begun(client, key)}").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(&#39;{0}%s&#39;)&lt;/script&gt;: what if" in page


def test_two_servers_share_none() -> None:
    one, other = client_of(memory_library()), client_of(memory_library())
    assert other.get(f"/case/{begun(one, 'amira')}").status_code == 404
