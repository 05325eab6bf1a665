"""What the start page asks of the library: listing, renaming, copying, putting away, removing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from relnet.storage.contract import Library, LibraryTrouble, Line, NoSuchCase
from relnet.storage.opening import memory_library
from relnet.storage.sql import SqlLibrary
from relnet.web.pages.library import FIRST_CARDS
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from tests.web.cases import A_NAME
from tests.web.libraries import SAM, asked, client_of, keep, message, told


@pytest.fixture
def library() -> Iterator[Library]:
    made = memory_library()
    yield made
    made.close()


@pytest.fixture
def client(library: Library) -> FlaskClient:
    return client_of(library)


def listed(client: FlaskClient, search: str = "", of: str = "cases", start: int = 0) -> str:
    answer = told(asked(client, "/library/list", of=of, search=search, **{"from": start}))
    return str(answer["html"])


def titles(lines: tuple[Line, ...]) -> list[str]:
    return [line.title for line in lines]


def test_a_case_is_found_by_title_name_and_role(client: FlaskClient, library: Library) -> None:
    keep(library, "First")
    keep(library, "Second")
    for search, count in (("first", 1), (A_NAME.upper(), 2), ("mother", 2), ("nobody", 0)):
        answer = told(asked(client, "/library/list", of="cases", search=search, **{"from": 0}))
        assert answer["count"] == count
    assert "First" in listed(client, "first")
    assert "Second" not in listed(client, "first")


def test_a_long_list_comes_in_parts(client: FlaskClient, library: Library) -> None:
    for number in range(FIRST_CARDS + 2):
        keep(library, f"Case {number}")
    assert listed(client).count("card-link") == FIRST_CARDS
    assert listed(client, start=FIRST_CARDS).count("card-link") == 2


def test_a_case_is_renamed_in_one_version(client: FlaskClient, library: Library) -> None:
    case_id = keep(library, "First")
    answer = told(asked(client, f"/library/{case_id}/rename", title="  Another \n title "))
    assert "Another title" in answer["card"]
    kept = library.get(case_id)
    assert (kept.case.title, kept.line.number) == ("Another title", 2)
    assert library.history(case_id)[0].operation == {
        "do": "set_case",
        "fields": {"title": "Another title"},
    }


@pytest.mark.parametrize(("title", "said"), [(" ", "a title"), ("x" * 401, "too long")])
def test_a_title_that_cannot_be_is_refused(
    client: FlaskClient, library: Library, title: str, said: str
) -> None:
    case_id = keep(library, "First")
    answer = asked(client, f"/library/{case_id}/rename", title=title)
    assert answer.status_code == 422
    assert said in message(answer)
    assert library.line(case_id).number == 1


def test_a_copy_is_a_case_of_its_own(client: FlaskClient, library: Library) -> None:
    case_id = keep(library, "x" * 400)
    answer = told(asked(client, f"/library/{case_id}/duplicate"))
    assert answer["cases"] == 2
    copy = library.get(answer["id"])
    assert copy.case.title.endswith("x (copy)")
    assert copy.case.people == library.get(case_id).case.people


def test_cases_are_put_away_and_taken_back(client: FlaskClient, library: Library) -> None:
    case_id = keep(library, "First")
    for away, back, of in (
        ("archive", "unarchive", "archived"),
        ("delete", "undelete", "deleted"),
    ):
        assert told(asked(client, f"/library/{case_id}/{away}"))[of] == 1
        assert "First" in listed(client, of=of)
        assert "First" not in listed(client)
        assert told(asked(client, f"/library/{case_id}/{back}"))[of] == 0
        assert "First" in listed(client)


def test_what_is_removed_for_good_was_deleted_before(client: FlaskClient, library: Library) -> None:
    case_id = keep(library, "First")
    refused = asked(client, f"/library/{case_id}/purge")
    assert refused.status_code == 422
    assert "Delete the case first" in message(refused)
    told(asked(client, f"/library/{case_id}/delete"))
    assert told(asked(client, f"/library/{case_id}/purge"))["deleted"] == 0
    with pytest.raises(NoSuchCase):
        library.line(case_id)


def test_its_words_are_gone_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite3"
    library = SqlLibrary(f"sqlite:///{file}")
    client = client_of(library)
    case_id = keep(library, "Zanzibarian")
    told(asked(client, f"/library/{case_id}/delete"))
    told(asked(client, f"/library/{case_id}/purge"))
    library.close()
    assert all(b"Zanzibarian" not in found.read_bytes() for found in tmp_path.iterdir())


@pytest.mark.parametrize("do", ["rename", "duplicate", "archive", "delete", "undelete", "purge"])
def test_a_case_that_is_gone_is_told(client: FlaskClient, do: str) -> None:
    answer = asked(client, f"/library/nothing/{do}", title="x")
    assert answer.status_code == 404
    assert "not in the library any more" in message(answer)


def test_a_deleted_case_is_not_copied(client: FlaskClient, library: Library) -> None:
    case_id = keep(library, "First")
    library.delete(case_id)
    assert asked(client, f"/library/{case_id}/duplicate").status_code == 404


def test_a_sample_is_copied_to_edit(client: FlaskClient, library: Library) -> None:
    answer = told(asked(client, "/library/copy", key="amira"))
    (line,) = library.lines()
    assert answer["go"] == f"/case/{line.id}?edit=1"
    assert (line.title, line.changed_by) == ("Amira, as it was", SAM.name)
    assert asked(client, "/library/copy", key="nothing").status_code == 404


def test_looks_come_for_cards_in_sight(client: FlaskClient, library: Library) -> None:
    case_id = keep(library, "First")
    assert "data-bare" in listed(client)
    looks = told(asked(client, "/library/looks", ids=[case_id, "nothing"]))["looks"]
    assert looks["nothing"] is None
    assert looks[case_id]["title"] == "First"
    assert looks[case_id]["picture"].startswith("data:image/svg+xml;base64,")
    assert "data-bare" not in listed(client)


def test_hidden_names_stand_in_no_answer(client: FlaskClient, library: Library) -> None:
    case_id = keep(library, f"{A_NAME} moves")
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    answers = [
        asked(client, "/library/list", of="cases", search=A_NAME, **{"from": 0}),
        asked(client, "/library/looks", ids=[case_id]),
        asked(client, f"/library/{case_id}/archive"),
        asked(client, "/library/list", of="archived", search="", **{"from": 0}),
        asked(client, f"/library/{case_id}/delete"),
        asked(client, "/library/list", of="deleted", search="", **{"from": 0}),
    ]
    for answer in answers:
        assert answer.status_code == 200
        assert A_NAME not in answer.text
        assert SAM.name not in answer.text
    assert told(answers[0])["count"] == 1


def test_trouble_with_the_library_is_told(
    client: FlaskClient, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = keep(library, "First")

    def locked(*_args: object, **_kwargs: object) -> None:
        raise LibraryTrouble("The file is locked.")

    monkeypatch.setattr(library, "edit", locked)
    answer = asked(client, f"/library/{case_id}/rename", title="Second")
    assert (answer.status_code, message(answer)) == (503, "The file is locked.")


def test_without_a_library_it_is_said() -> None:
    answer = asked(client_of(None), "/library/copy", key="amira")
    assert answer.status_code == 422
    assert "cannot keep cases" in message(answer)


@pytest.mark.parametrize(
    ("address", "values"),
    [
        ("list", {"of": "all", "search": "", "from": 0}),
        ("list", {"of": "cases", "search": 1, "from": 0}),
        ("list", {"of": "cases", "search": "", "from": -1}),
        ("looks", {"ids": "all"}),
        ("looks", {"ids": [1]}),
        ("copy", {}),
    ],
)
def test_nonsense_is_refused(client: FlaskClient, address: str, values: dict[str, object]) -> None:
    assert asked(client, f"/library/{address}", **values).status_code == 400
