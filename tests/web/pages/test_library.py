"""The library on the start page, as the server writes it."""

from collections.abc import Iterator

import pytest

from relnet.storage.contract import Library, LibraryTrouble
from relnet.storage.opening import memory_library
from relnet.web.looks import Looks
from relnet.web.pages.library import FIRST_CARDS, count_words, library_section
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from tests.web.cases import A_NAME, MARKUP_NAME
from tests.web.libraries import SAM, client_of, keep


@pytest.fixture
def library() -> Iterator[Library]:
    made = memory_library()
    yield made
    made.close()


def section(library: Library | None, *, hidden: bool = False) -> str:
    return str(library_section(library, Looks(), hidden=hidden))


def test_the_case_changed_last_stands_first_behind_the_new_one(library: Library) -> None:
    keep(library, "Older")
    keep(library, "Newer")
    text = section(library)
    assert text.index("New case") < text.index("Newer") < text.index("Older")
    assert "changed today at" in text
    assert f"by {SAM.name}" in text
    assert "2 stages · 1 person" in text
    assert "data-bare" not in text


def test_a_large_library_begins_with_some_cards(library: Library) -> None:
    for number in range(FIRST_CARDS + 1):
        keep(library, f"Case {number}")
    text = section(library)
    assert text.count('class="card kept"') == FIRST_CARDS
    assert "Show more cases" in text
    assert f"{FIRST_CARDS + 1} cases" in text


def test_what_was_put_away_is_counted_and_comes_later(library: Library) -> None:
    library.archive(keep(library, "Aside"))
    library.delete(keep(library, "Gone"))
    text = section(library)
    assert "Aside" not in text
    assert "Gone" not in text
    assert text.count('<span class="how-many">1</span>') == 2


def test_hidden_names_stand_nowhere(library: Library) -> None:
    keep(library, f"{A_NAME} moves")
    text = section(library, hidden=True)
    assert A_NAME not in text
    assert SAM.name not in text
    assert "The young person moves" in text
    assert 'aria-disabled="true"' in text


def test_markup_in_a_title_stays_text(library: Library) -> None:
    keep(library, MARKUP_NAME)
    assert MARKUP_NAME not in section(library)


def test_without_a_library_the_page_says_so(library: Library) -> None:
    assert "cannot keep cases now" in section(None)
    assert "New case" not in section(None)
    text = client_of(None).get("/").text
    assert "Amira, as it was" in text
    assert "data-copy" not in text
    assert 'data-copy="amira"' in client_of(library).get("/").text


def test_trouble_with_the_library_leaves_the_rest_of_the_page(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_args: object, **_kwargs: object) -> None:
        raise LibraryTrouble("The file is locked.")

    monkeypatch.setattr(library, "lines", locked)
    text = client_of(library).get("/").text
    assert "The file is locked." in text
    assert "Amira, as it was" in text


def test_a_case_that_cannot_be_read_is_listed_all_the_same(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(library, "First")

    def damaged(*_args: object, **_kwargs: object) -> None:
        raise LibraryTrouble("It is damaged.")

    monkeypatch.setattr(library, "get", damaged)
    assert "First" in section(library)


def test_the_whole_page_hides_names_where_the_cookie_says_so(library: Library) -> None:
    keep(library, f"{A_NAME} moves")
    client = client_of(library)
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    assert A_NAME not in client.get("/").text


@pytest.mark.parametrize(
    ("count", "search", "words"),
    [
        (0, "", "None yet. Begin one, or copy a sample case to edit."),
        (1, "", "1 case"),
        (1000, "", "1,000 cases"),
        (0, "x", "0 cases found"),
        (1, "x", "1 case found"),
    ],
)
def test_how_many_are_listed_is_said(count: int, search: str, words: str) -> None:
    assert count_words(count, search) == words
