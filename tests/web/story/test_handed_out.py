"""The page to hand out after a ready story: its words, whose it is, and where it is offered."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from relnet.resources import sample_cases_folder
from relnet.storage.opening import memory_library
from relnet.web.app import create_app
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.shelf import shelf_of
from relnet.web.story.handed_out import ENDING, story_page
from tests.web.libraries import SAM, client_of
from tests.web.views import Tags, sample, secret_words

DOCS = Path(__file__).resolve().parents[3] / "docs"
KEYS = sorted(path.name.removesuffix(ENDING) for path in sample_cases_folder().glob(f"*{ENDING}"))
OFFERED = "The page to hand out"
every_page = pytest.mark.parametrize("key", KEYS)


@pytest.fixture
def client() -> FlaskClient:
    made: FlaskClient = create_app().server.test_client()
    return made


@pytest.fixture
def hidden(client: FlaskClient) -> FlaskClient:
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    return client


def told(key: str) -> Tags:
    """Read the page of a sample case."""
    page = story_page(sample(key))
    assert page is not None
    return Tags(str(page))


def written(key: str) -> str:
    """Give the page of the docs that holds the same words."""
    return (DOCS / f"story-{key}.md").read_text("utf-8")


def words_of_markdown(text: str) -> list[str]:
    """Give the words of a text in Markdown, without its signs."""
    signs = r"^#+ |^\d+\. |^\|(?: --- \|)+$|[|*_]"
    return re.sub(signs, " ", text, flags=re.MULTILINE).split()


def test_the_two_stories_of_amira_have_a_page() -> None:
    assert KEYS == ["amira", "amira-held-together"]


@every_page
def test_its_words_are_those_of_the_docs(key: str) -> None:
    assert " ".join(told(key).texts).split() == words_of_markdown(written(key))


@every_page
def test_its_parts_are_those_of_the_docs(key: str) -> None:
    text, tags = written(key), [tag for tag, _item in told(key).all]
    assert tags.count("h1") == len(re.findall(r"^# ", text, re.MULTILINE)) == 1
    assert tags.count("h2") == len(re.findall(r"^## ", text, re.MULTILINE))
    assert tags.count("li") == len(re.findall(r"^\d+\. ", text, re.MULTILINE)) == 4
    # The line of dashes below the head is no row.
    assert tags.count("tr") == len(re.findall(r"^\|", text, re.MULTILINE)) - 1
    assert len(told(key).with_class("story-page-line")) == 1


@every_page
def test_each_head_of_its_table_says_what_it_heads(key: str) -> None:
    heads = [item.get("scope") for tag, item in told(key).all if tag == "th"]
    rows = [tag for tag, _item in told(key).all if tag == "tr"]
    assert heads == ["col"] * 3 + ["row"] * (len(rows) - 1)


@every_page
def test_it_brings_no_script_and_no_style_of_its_own(key: str) -> None:
    assert {tag for tag, _item in told(key).all}.isdisjoint({"script", "style", "link", "a", "img"})
    assert {name for _tag, item in told(key).all for name in item} == {"scope", "class"}


@every_page
def test_it_is_a_page_of_ours(client: FlaskClient, key: str) -> None:
    answer = client.get(f"/case/{key}/story/page")
    assert answer.status_code == 200
    other = client.get("/").headers
    for name in ("Cache-Control", "Content-Security-Policy", "X-Content-Type-Options"):
        assert answer.headers[name] == other[name]
    assert str(story_page(sample(key))) in answer.text
    assert [tag for tag, _item in Tags(answer.text).all].count("h1") == 1


@pytest.mark.parametrize(
    "key", ["figure-2", "nobody", "..", "study", "amira.handout.html", "..%2Fdocs%2Fstory-amira"]
)
def test_whatever_else_is_asked_for_is_not_there(client: FlaskClient, key: str) -> None:
    assert client.get(f"/case/{key}/story/page").status_code == 404


def test_a_case_of_somebodys_own_has_none_even_under_the_same_name(tmp_path: Path) -> None:
    own = tmp_path / "amira.relnet.json"
    own.write_bytes((sample_cases_folder() / own.name).read_bytes())
    shelf = shelf_of([tmp_path])
    key = shelf.entries()[0].key
    client = create_app(shelf).server.test_client()
    assert client.get(f"/case/{key}/story/page").status_code == 404
    assert OFFERED not in client.get(f"/case/{key}").text


def test_the_page_of_the_case_and_the_steps_offer_it(client: FlaskClient) -> None:
    assert OFFERED in client.get("/case/amira").text
    assert OFFERED in client.get("/case/amira/story/steps").text


def test_a_copy_has_none_since_it_may_tell_something_else() -> None:
    library = memory_library("case-")
    key = library.create(sample("amira").network.case, SAM).line.id
    client = client_of(library)
    assert client.get(f"/case/{key}/story/page").status_code == 404
    assert OFFERED not in client.get(f"/case/{key}/story/steps").text


@every_page
def test_where_names_are_hidden_it_says_so_and_names_nobody(hidden: FlaskClient, key: str) -> None:
    answer = hidden.get(f"/case/{key}/story/page")
    assert answer.status_code == 200
    assert "Names are hidden, and this page is written with names." in answer.text
    names = "|".join(map(re.escape, secret_words(sample(key).network.case)))
    assert re.findall(rf"(?<!\w)(?:{names})(?!\w)", answer.text.replace(f"/case/{key}", "")) == []
