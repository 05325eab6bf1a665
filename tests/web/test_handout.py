"""The HTML file of a case: what is in its bytes, and what must not be."""

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256

import pytest
from flask.testing import FlaskClient

from relnet.case.timeline import perspectives
from relnet.figures.showing import read_showing
from relnet.web.app import create_app
from relnet.web.case_view import CaseView
from relnet.web.handout.page import Handout, write_handout
from relnet.web.handout.shown import shown_view
from relnet.web.handout.style import style_for
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.taking.takeaways import TAKEAWAYS
from tests.case.small import parsed
from tests.web.nasty import nasty_case
from tests.web.views import SAMPLES, Tags, entry_of, look, sample, secret_words

MOST = 400_000
every_sample = pytest.mark.parametrize("key", SAMPLES)


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    made: FlaskClient = create_app().server.test_client()
    return made


@pytest.fixture
def hidden(client: FlaskClient) -> FlaskClient:
    made: FlaskClient = client.application.test_client()
    made.set_cookie(NAMES_COOKIE, HIDDEN)
    return made


def written(view: CaseView, opening: str = "map", left_out: int = 0) -> str:
    return write_handout(Handout(view, opening, date(2025, 6, 3), left_out))


def names_in(text: str, names: list[str]) -> list[str]:
    """Give the names that stand in a text as words of their own."""
    sought = "|".join(map(re.escape, names))
    return re.findall(rf"(?<!\w)(?:{sought or '$^'})(?!\w)", text)


def test_the_file_of_amira_is_small(client: FlaskClient) -> None:
    assert len(client.get("/case/amira/handout.html").data) < MOST
    assert len(written(look(sample("amira"))).encode()) < MOST


def test_the_file_says_what_it_is() -> None:
    text = written(look(sample("amira")))
    assert (
        "A discussion aid, not a case record · As the team sees it · Names are shown · Made with"
        " relnet on 3 June 2025" in text
    )
    assert "left out" not in text


def test_nothing_in_the_file_is_made_to_be_marked() -> None:
    text = written(look(sample("amira")))
    assert "data-ref" not in text
    assert "is-chosen" not in text


@every_sample
def test_the_file_asks_for_nothing_and_runs_its_own_script_alone(key: str) -> None:
    text = written(look(sample(key)))
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policies = [found["content"] for _tag, found in Tags(text).all if "http-equiv" in found]
    assert str(policies[0]).startswith(
        "default-src 'none'; style-src 'unsafe-inline'; "
        f"script-src 'sha256-{digest}'; img-src data:;"
    )
    sources = [
        value
        for _tag, found in Tags(text).all
        for name, value in found.items()
        if name in {"href", "src", "action", "data", "poster", "xlink:href"}
    ]
    assert all(str(value).startswith(("#", "data:,")) for value in sources)
    assert "url(" not in text
    assert "import" not in script
    assert not [name for _tag, found in Tags(text).all for name in found if name.startswith("on")]


@every_sample
def test_every_stage_is_a_picture_with_its_words(key: str) -> None:
    view = look(sample(key))
    tags = Tags(written(view))
    stages = len(view.case.stages)
    assert len(tags.with_class("sheet-stage")) == stages
    assert len(tags.with_class("stage-map")) == stages
    assert [found["data-view"] for found in tags.with_class("sheet-view")] == [
        "map",
        "tracks",
        "focus",
        "table",
    ]
    ids = [found["id"] for _tag, found in tags.all if "id" in found]
    assert len(ids) == len(set(ids))


def test_nothing_can_be_pressed_that_does_nothing() -> None:
    tags = Tags(written(look(sample("amira"))))
    buttons = [found.get("id") for tag, found in tags.all if tag == "button"]
    assert buttons == ["sheet-back", "sheet-on"]
    assert not [found for tag, found in tags.all if tag in {"select", "form", "textarea"}]
    assert not [found for _tag, found in tags.all if found.get("role") == "button"]


@every_sample
def test_no_name_is_in_the_file_where_names_are_hidden(hidden: FlaskClient, key: str) -> None:
    answer = hidden.get(f"/case/{key}/handout.html")
    names = secret_words(sample(key).network.case)
    assert names_in(answer.text, names) == []
    assert names_in(answer.headers["Content-Disposition"].replace("-", " "), names) == []
    assert "Names are hidden" in answer.text


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("hide=track-trusted", ["Dawn", "Marcus", "Ms Ahmed", "Ruth", "Sam", "PC Lowe"]),
        ("hide=influence-harmful.between", ["Tee"]),
        ("hide=track-community_peer", ["Kayla", "Tee", "Coach Osei", "Mrs Patel", "Ebony"]),
        ("hide=status-broken.between&stage=1", ["Kayla", "Leila", "Dad"]),
        ("as=young_person&only=planned&stage=2", ["PC Lowe", "Leila"]),
    ],
)
def test_what_is_hidden_is_not_in_the_file(
    client: FlaskClient, query: str, names: list[str]
) -> None:
    whole = client.get("/case/amira/handout.html").text
    text = client.get(f"/case/amira/handout.html?{query}").text
    for name in names:
        assert names_in(whole, [name])
        assert names_in(text, [name]) == [], name
    assert "not in this view" in text


@every_sample
@pytest.mark.parametrize("hide", ["", "track-trusted", "influence-harmful.between", "use-none"])
def test_whoever_is_not_in_the_view_is_named_nowhere(key: str, hide: str) -> None:
    case = sample(key).network.case
    for perspective in perspectives(case):
        view, _left_out = shown_view(
            look(sample(key), perspective=perspective), read_showing(hide, "")
        )
        here = {person.id for person in view.case.people}
        names = [person.name for person in case.people if person.id not in here]
        assert names_in(written(view), [name for name in names if name[0].isupper()]) == []


def test_the_file_begins_with_the_view_and_stage_of_the_page(client: FlaskClient) -> None:
    body = Tags(client.get("/case/amira/handout.html?view=tracks&stage=3").text).with_class(
        "sheet-page"
    )
    assert (body[0]["data-view"], body[0]["data-stage"]) == ("tracks", "2")
    body = Tags(client.get("/case/amira/handout.html?view=numbers").text).with_class("sheet-page")
    assert body[0]["data-view"] == "map"


def test_the_file_is_saved_and_never_kept(client: FlaskClient) -> None:
    answer = client.get("/case/amira/handout.html")
    assert answer.mimetype == "text/html"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"] == "attachment; filename=Amira-as-it-was.html"


def test_a_case_that_there_is_not_has_no_file(client: FlaskClient) -> None:
    assert client.get("/case/nobody/handout.html").status_code == 404


def test_the_page_offers_everything_that_can_be_taken_away(client: FlaskClient) -> None:
    page = client.get("/case/amira?stage=2&as=team").text
    links = [str(found["href"]) for _tag, found in Tags(page).all if "data-take" in found]
    assert links == [f"/case/amira/{item.address}?as=team&stage=2" for item in TAKEAWAYS]


def test_nasty_texts_are_texts() -> None:
    case = parsed(nasty_case())
    text = written(look(entry_of(case)))
    assert text.count("<script") == 1
    assert [found for tag, found in Tags(text).all if tag in {"img", "iframe", "object"}] == []


def test_the_style_has_only_rules_that_something_uses() -> None:
    style = style_for('<p class="quiet"></p>')
    assert ".quiet{" in style
    assert ".cards" not in style
    assert ":root{" in style
    assert style.count("{") == style.count("}")
