"""The history of a case, as the server writes it, and what its buttons ask for."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from relnet.case.messages import RelnetError
from relnet.case.models import Case
from relnet.case.reading import parse_case
from relnet.editing.operations import read_operation
from relnet.editing.perform import perform
from relnet.storage.contract import Editor, Library, LibraryTrouble
from relnet.storage.opening import memory_library
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from tests.editing.some_operations import MAKERS, operation_on
from tests.network.small import small_case
from tests.web.libraries import SAM, asked, client_of, message, told
from tests.web.nasty import NASTY, nasty_case
from tests.web.views import Tags, secret_words

KIM = Editor("another-key-that-nobody-guesses", "Kim")
PAGE = 50


@pytest.fixture
def library() -> Iterator[Library]:
    made = memory_library()
    yield made
    made.close()


@pytest.fixture
def client(library: Library) -> FlaskClient:
    return client_of(library)


@pytest.fixture
def key(library: Library) -> str:
    """Keep the small case: Kayla weak (2), broken by a colleague who had not seen it (3)."""
    made = library.create(small_case(), SAM).line.id
    edit(library, made, state(strength="weak"))
    edit(library, made, state(strength="strong"), KIM, seen=1)
    return made


def state(**fields: object) -> dict[str, Any]:
    told_of = {"relationship": "r-kayla", "stage": "before"}
    return {"do": "set_state", **told_of, "fields": fields}


def edit(
    library: Library, key: str, values: dict[str, Any], by: Editor = SAM, seen: int | None = None
) -> None:
    operation = read_operation(values)
    library.edit(key, lambda case: perform(case, operation), values, by, seen)


def page(client: FlaskClient, key: str, query: str = "") -> str:
    answer = client.get(f"/case/{key}/history{query}")
    assert answer.status_code == 200, answer.text
    text: str = answer.text
    return text


def words_of(text: str) -> list[str]:
    return re.findall(r'<p class="version-words">(.*?)</p>', text)


def test_every_version_is_told_the_newest_first(client: FlaskClient, key: str) -> None:
    text = page(client, key)
    assert re.findall(r'id="version-(\d+)"', text) == ["3", "2", "1"]
    newest, second, first = words_of(text)
    assert "Kayla" in newest
    assert "strong" in newest
    assert "weak" in second
    assert first == "Added to the library"
    assert text.count("· Kim") == 1
    assert text.count("· Sam") == 2
    assert "Replaced what version 2 said, without having seen it." in text


def test_what_can_be_done_is_offered(client: FlaskClient, key: str) -> None:
    tags = Tags(page(client, key))
    done = [
        (found["data-what"], found["data-number"])
        for tag, found in tags.all
        if "data-what" in found
    ]
    assert done == [("restore", "2"), ("put-back", "2"), ("restore", "1")]
    links = [str(found["href"]) for tag, found in tags.all if tag == "a"]
    assert f"/case/{key}~2" in links
    assert f"/case/{key}/history?from=1&to=3" in links
    for link in links:
        if link.startswith("/"):
            assert client.get(link).status_code == 200, link


def test_restoring_and_putting_back_are_versions(
    client: FlaskClient, library: Library, key: str
) -> None:
    assert told(asked(client, f"/case/{key}/put-back", number=2))["number"] == 4
    assert told(asked(client, f"/case/{key}/restore", number=1))["number"] == 5
    assert library.get(key).case == library.at(key, 1)
    assert words_of(page(client, key))[:2] == [
        "Restored version 1",
        "Made again: Kayla: steady → weak from At home on",
    ]


def test_nothing_new_is_said_to_be_so_already(
    client: FlaskClient, library: Library, key: str
) -> None:
    for what in ("put-back", "restore"):
        answer = told(asked(client, f"/case/{key}/{what}", number=3))
        assert answer == {"number": 3, "message": "The case says this already."}
    assert library.line(key).number == 3


def test_an_edit_that_still_stands_is_not_offered_again(
    client: FlaskClient, library: Library, key: str
) -> None:
    edit(library, key, {"do": "set_case", "fields": {"title": "A new title"}})
    edit(library, key, {"do": "set_case", "fields": {"about": "A move"}})
    found = [values for _tag, values in Tags(page(client, key)).all]
    again = [one["data-number"] for one in found if one.get("data-what") == "put-back"]
    assert again == ["2"]


def test_an_older_version_says_which_it_is(client: FlaskClient, library: Library, key: str) -> None:
    older = client.get(f"/case/{key}~2").text
    tags = Tags(older)
    (line,) = tags.with_class("version-line")
    assert line["data-silent"]
    said = " ".join("".join(tags.texts).split())
    year = library.history(key, before=3, most=1)[0].at.year
    assert re.search(rf"looking at version 2 of 3, \d+ \w+ {year}, by Sam\.", said)
    offered = {str(found.get("href")) for tag, found in tags.all if tag == "a"}
    assert {f"/case/{key}", f"/case/{key}/history#version-2"} <= offered
    (restore,) = [found for _tag, found in tags.all if "data-restore" in found]
    assert (restore["data-restore"], restore["data-number"]) == (f"/case/{key}/restore", "2")
    for other in (f"{key}~3", key, "amira"):
        assert "data-restore" not in client.get(f"/case/{other}").text
    assert "version-line" not in client.get(f"/case/{key}").text
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    assert "by Sam" not in client.get(f"/case/{key}~2").text


@pytest.mark.parametrize("what", ["restore", "put-back"])
def test_a_version_that_is_not_there_is_not_brought_back(
    client: FlaskClient, key: str, what: str
) -> None:
    for number in (0, 99):
        answer = asked(client, f"/case/{key}/{what}", number=number)
        assert answer.status_code == 404
        assert "no such version" in message(answer)


def test_what_fits_no_more_is_not_put_back(client: FlaskClient, library: Library, key: str) -> None:
    # Version 4 says that Jan is at the club; then the club is gone.
    there = {"do": "set_fields", "section": "people", "id": "jan", "fields": {"settings": ["club"]}}
    edit(library, key, there)
    edit(library, key, {"do": "remove_entry", "section": "settings", "id": "club"})
    answer = asked(client, f"/case/{key}/put-back", number=4)
    assert answer.status_code == 422
    assert message(answer)
    assert library.line(key).number == 5


def test_a_long_history_comes_in_pages(client: FlaskClient, library: Library, key: str) -> None:
    for number in range(PAGE):
        edit(library, key, {"do": "set_case", "fields": {"title": f"Title {number}"}})
    text = page(client, key)
    assert len(words_of(text)) == PAGE
    older = re.search(r'href="([^"]*\?before=\d+)"', text)
    assert older
    assert re.findall(r'id="version-(\d+)"', client.get(older[1]).text) == ["3", "2", "1"]
    assert "Older versions" not in client.get(older[1]).text


@pytest.mark.parametrize("query", ["?before=x", "?before=-1", "?before=²", "?before=" + "9" * 30])
def test_a_page_that_is_none_is_the_first(client: FlaskClient, key: str, query: str) -> None:
    assert len(words_of(page(client, key, query))) == 3
    assert words_of(page(client, key, "?before=0")) == []


def test_two_versions_are_compared(client: FlaskClient, key: str) -> None:
    for query in ("?from=1&to=3", "?from=3&to=1"):
        text = page(client, key, query)
        assert "From version 1 to version 3" in text
        assert "stronger" in text.casefold()
        assert "At home" in text
        assert "steady → strong" in text
    assert "These two versions say the same." in page(client, key, "?from=2&to=2")
    assert "From version" not in page(client, key, "?from=1")
    assert "From version" not in page(client, key, "?from=1&to=x")


def test_comparing_with_a_version_that_is_not_there_is_said(client: FlaskClient, key: str) -> None:
    answer = client.get(f"/case/{key}/history?from=1&to=99")
    assert answer.status_code in (400, 404)
    assert "no such version" in answer.text
    assert "Traceback" not in answer.text


def test_only_kept_cases_have_a_history(client: FlaskClient, library: Library, key: str) -> None:
    for read_only in ("amira", f"{key}~1"):
        assert "it has no history" in page(client, read_only)
        assert words_of(page(client, read_only)) == []
    for other in ("nothing", f"{key}~99"):
        assert client.get(f"/case/{other}/history").status_code in (400, 404), other
    library.delete(key)
    assert client.get(f"/case/{key}/history").status_code == 404


def test_trouble_with_the_library_is_told(
    client: FlaskClient, library: Library, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_args: object, **_kwargs: object) -> None:
        raise LibraryTrouble("The file is locked.")

    monkeypatch.setattr(library, "history", locked)
    assert "The file is locked." in client.get(f"/case/{key}/history").text
    for what in ("restore", "put_back"):
        monkeypatch.setattr(library, what, locked)
        answer = asked(client, f"/case/{key}/{what.replace('_', '-')}", number=1)
        assert (answer.status_code, message(answer)) == (503, "The file is locked.")


def of_every_kind(library: Library, case: Case) -> str:
    """Keep a case, and do to it whatever can be done."""
    key = library.create(case, SAM).line.id
    for number, do in enumerate(MAKERS):
        now = library.get(key).case
        for seed in range(4):
            operation = operation_on(now, number + seed, do)
            values = {**operation.model_dump(mode="json", by_alias=True, exclude_defaults=True)}
            try:
                edit(library, key, {"do": do, **values}, KIM)
            except RelnetError:
                continue
            break
    return key


def test_names_stand_in_no_history_where_they_are_hidden(
    client: FlaskClient, library: Library
) -> None:
    key = library.create(small_case(), SAM).line.id
    kayla = {"section": "people", "id": "kayla"}
    edit(library, key, {"do": "set_fields", **kayla, "fields": {"name": "Zelda"}})
    edit(library, key, {"do": "set_young_person", "fields": {"name": "Quintina"}})
    fields = {"title": "Quintina moves", "about": "Gran and Zelda"}
    edit(library, key, {"do": "set_case", "fields": fields})
    edit(library, key, {"do": "remove_entry", **kayla})
    edit(library, key, {"do": "remove_entry", "section": "people", "id": "gran"})
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    names = {*secret_words(small_case()), "Zelda", "Quintina", "Sam"}
    for query in ("", "?from=1&to=6", "?from=2&to=3", "?from=4&to=5"):
        shown = " ".join(Tags(page(client, key, query)).texts)
        found = re.findall(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", shown)
        assert found == [], query


def test_nasty_names_stay_text(client: FlaskClient, library: Library) -> None:
    key = of_every_kind(library, parse_case(json.dumps(nasty_case()).encode()))
    edit(library, key, {"do": "set_case", "fields": {"title": NASTY[2]}}, Editor(KIM.key, NASTY[3]))
    newest = library.line(key).number
    usual = page(client, library.create(small_case(), SAM).line.id).count("<script")
    for query in ("", f"?from=1&to={newest}"):
        tags = Tags(page(client, key, query))
        assert [tag for tag, _found in tags.all].count("script") == usual
        for tag, found in tags.all:
            assert tag not in {"img", "b", "svg"}
            assert not [name for name in found if name.startswith("on")]
            assert not (found.get("href") or "").startswith("javascript:")


def test_every_kind_of_edit_is_told_in_words(client: FlaskClient, library: Library) -> None:
    key = of_every_kind(library, small_case())
    text = page(client, key)
    assert len(words_of(text)) > 15
    assert "Edited the case" not in text
    assert "None" not in words_of(text)
    assert all(words.strip() for words in words_of(text))
