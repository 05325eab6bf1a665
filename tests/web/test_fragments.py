"""The views beside the map as the browser fetches them: each a piece of HTML, never kept."""

import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from relnet.web.app import create_app
from relnet.web.fragments import VIEW_WORDS, VIEWS
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.shelf import shelf_of
from tests.web.nasty import NASTY, nasty_case
from tests.web.views import SAMPLES, Tags, sample, secret_words

every_view = pytest.mark.parametrize("name", VIEWS)
every_sample = pytest.mark.parametrize("key", SAMPLES)


@pytest.fixture(scope="module")
def samples() -> FlaskClient:
    made: FlaskClient = create_app().server.test_client()
    return made


@pytest.fixture
def hidden(samples: FlaskClient) -> FlaskClient:
    made: FlaskClient = samples.application.test_client()
    made.set_cookie(NAMES_COOKIE, HIDDEN)
    return made


def test_every_tab_has_a_view_and_only_the_map_is_there_already() -> None:
    assert set(VIEW_WORDS) - {"map"} == set(VIEWS) - {"changes"}


@every_view
@every_sample
def test_a_view_is_a_piece_of_html_that_is_never_kept(
    samples: FlaskClient, key: str, name: str
) -> None:
    answer = samples.get(f"/case/{key}/view/{name}")
    assert answer.status_code == 200
    assert answer.mimetype == "text/html"
    assert answer.headers["Cache-Control"] == "no-store"
    tags = {tag for tag, _found in Tags(answer.text).all}
    assert tags.isdisjoint({"html", "body", "script", "style", "link", "iframe", "h1"})


@every_view
@every_sample
def test_no_name_is_told_where_names_are_hidden(hidden: FlaskClient, key: str, name: str) -> None:
    text = hidden.get(f"/case/{key}/view/{name}").text
    names = "|".join(map(re.escape, secret_words(sample(key).network.case)))
    assert re.findall(rf"(?<!\w)(?:{names or '$^'})(?!\w)", text) == []


def test_hidden_and_shown_names_are_never_mixed_up(
    samples: FlaskClient, hidden: FlaskClient
) -> None:
    path = "/case/amira/view/table"
    before = samples.get(path).text
    assert "Kayla" not in hidden.get(path).text
    assert samples.get(path).text == before
    assert "Kayla" in before


@pytest.mark.parametrize("name", ["map", "nothing", "Tracks", "..", "%00", "tracks.html"])
def test_an_unknown_view_is_a_page_that_leads_back(samples: FlaskClient, name: str) -> None:
    answer = samples.get(f"/case/amira/view/{name}")
    assert answer.status_code == 404
    assert "There is no page here" in answer.text


@every_view
@pytest.mark.parametrize("key", ["nobody", "%3Cb%3E", "..amira"])
def test_an_unknown_case_is_told_plainly(samples: FlaskClient, key: str, name: str) -> None:
    answer = samples.get(f"/case/{key}/view/{name}")
    assert answer.status_code == 404
    assert "<h1>This case is not open</h1>" in answer.text
    assert "<b>" not in answer.text


def chosen(text: str) -> list[str | None]:
    """Give the values that the lists of a view stand at."""
    return [
        found["value"] for tag, found in Tags(text).all if tag == "option" and "selected" in found
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["map", "equal", "people"]),
        ("sort=lasted&scale=time&roles=slots", ["lasted", "time", "slots"]),
        ("sort=closeness", ["closeness", "equal", "people"]),
        ("sort=nothing&scale=&roles=%3Cb%3E&more=1", ["map", "equal", "people"]),
    ],
)
def test_the_choices_of_the_tracks_stand_in_the_address(
    samples: FlaskClient, asked: str, found: list[str]
) -> None:
    assert chosen(samples.get(f"/case/many-moves/view/tracks?{asked}").text) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ("track", "phase", "none")),
        ("rows=type&columns=stage&beside=pattern", ("type", "stage", "pattern")),
        ("beside=case-many-moves", ("track", "phase", "case-many-moves")),
        ("beside=as-p7&rows=x", ("track", "phase", "as-p7")),
        ("beside=time&times=1-2.4-5", ("track", "phase", "time")),
        ("beside=case-nobody&columns=%22%3E", ("track", "phase", "none")),
    ],
)
def test_the_choices_of_the_focus_stand_in_the_address(
    samples: FlaskClient, asked: str, found: tuple[str, str, str]
) -> None:
    text = samples.get(f"/case/amira/view/focus?{asked}").text
    (focus,) = Tags(text).with_class("focus")
    assert (focus["data-rows"], focus["data-columns"], focus["data-beside"]) == found


def test_the_two_stages_of_what_changed_stand_in_the_address(samples: FlaskClient) -> None:
    path = "/case/amira/view/changes"
    text = samples.get(f"{path}?from=2&to=4").text
    assert "From “Foster placement, Northfield” to “With Gran, Riverside”." in text
    assert samples.get(f"{path}?from=4&to=2").text == text
    assert samples.get(f"{path}?from=x&to=99").status_code == 200


@pytest.mark.parametrize("name", ["tracks", "table", "numbers", "focus"])
def test_each_perspective_has_its_own_view(samples: FlaskClient, name: str) -> None:
    path = f"/case/amira/view/{name}"
    team, mum = samples.get(path).text, samples.get(f"{path}?as=p7").text
    assert team != mum
    assert samples.get(f"{path}?as=nobody").text == team


@every_view
def test_nasty_texts_are_texts(tmp_path: Path, name: str) -> None:
    (tmp_path / "nasty.relnet.json").write_text(json.dumps(nasty_case()), "utf-8")
    shelf = shelf_of([tmp_path])
    (entry,) = shelf.entries()
    client: FlaskClient = create_app(shelf).server.test_client()
    text = client.get(f"/case/{entry.key}/view/{name}").text
    found = Tags(text)
    assert {tag for tag, _attributes in found.all}.isdisjoint({"b", "img", "script"})
    assert not [key for _tag, attributes in found.all for key in attributes if key[:2] == "on"]
    addresses = [attributes["href"] or "" for _tag, attributes in found.all if "href" in attributes]
    assert all(address.startswith("#") for address in addresses)
    assert NASTY[0] in "".join(found.texts)
