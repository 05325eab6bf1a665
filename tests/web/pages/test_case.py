"""The case page as a whole: its parts, and that hidden names are nowhere in it."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from relnet.case.models import Case
from relnet.figures.refs import refs_of
from relnet.web import ids
from relnet.web.app import create_app
from relnet.web.index import RelnetDash
from relnet.web.pages.case import first_response, layout, tell_chosen
from relnet.web.paging import Visit
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from tests.web.views import SAMPLES, as_json, ids_of, sample, secret_words, walk


@pytest.fixture(scope="module")
def app() -> Iterator[RelnetDash]:
    made = create_app()
    with made.server.app_context():
        yield made


def visit(key: str, *, hidden: bool = False) -> Visit:
    return Visit(f"/case/{key}", {"key": key}, {}, names_hidden=hidden)


def cookie(*, hidden: bool) -> dict[str, str]:
    return {"Cookie": f"{NAMES_COOKIE}={HIDDEN}"} if hidden else {}


@pytest.mark.usefixtures("app")
def test_the_title_is_that_of_the_case() -> None:
    assert first_response(visit("amira")).title == "Amira, as it was · relnet"
    assert first_response(visit("amira", hidden=True)).title == (
        "The young person, as it was · relnet"
    )


def test_dash_makes_the_place_for_what_is_chosen_and_nothing_else() -> None:
    made = [getattr(part, "id", None) for part in walk(layout(visit("amira")))]
    assert [key for key in made if key] == [
        ids.CHOSEN_SIDE,
        ids.CHOSEN,
        ids.CHOSEN_CLOSE,
        ids.CHOSEN_PANEL,
    ]


@pytest.mark.parametrize("chosen", [None, {}])
def test_nothing_is_told_of_nothing(app: RelnetDash, chosen: dict[str, str] | None) -> None:
    with app.server.test_request_context("/"):
        assert tell_chosen(app, chosen, "/case/amira") is None


@pytest.mark.parametrize(
    ("key", "chosen", "words"),
    [
        ("amira", {"ref": "p99"}, "This case has nothing of that name."),
        ("amira", {"ref": ""}, "This case has nothing of that name."),
        ("amira", {"other": "p1"}, "This case has nothing of that name."),
        # Opened hours ago, or before the server was started again.
        ("forgotten", {"ref": "p1"}, "open the file again"),
    ],
)
def test_what_cannot_be_told_is_said(
    app: RelnetDash, key: str, chosen: dict[str, str], words: str
) -> None:
    with app.server.test_request_context("/"):
        assert words in as_json(tell_chosen(app, chosen, f"/case/{key}"))


@pytest.mark.parametrize("hidden", [False, True])
def test_what_is_chosen_is_told_with_the_browsers_own_names(
    app: RelnetDash,
    hidden: bool,  # noqa: FBT001 - a parameter of pytest
) -> None:
    with app.server.test_request_context("/", headers=cookie(hidden=hidden)):
        told = as_json(tell_chosen(app, {"ref": "p11"}, "/case/amira"))
    assert ("Kayla" in told) is not hidden
    assert ("Best friend" in told) is hidden


@cache
def hidden_page(app: RelnetDash, key: str) -> dict[str, str]:
    """Give everything of a case page that reaches the browser while names are hidden."""
    first = first_response(visit(key, hidden=True))
    refs = refs_of(sample(key).network.case)
    with app.server.test_request_context("/", headers=cookie(hidden=True)):
        told = [tell_chosen(app, {"ref": ref}, f"/case/{key}") for ref in refs.values()]
    assert all(type(part).__name__ == "Div" for part in told)
    return {
        "first response": f"{first.title}\n{first.head}\n{first.body}",
        "layout": as_json(layout(visit(key, hidden=True))),
        "chosen": "\n".join(as_json(panel) for panel in told),
    }


@pytest.mark.parametrize("key", SAMPLES)
def test_no_hidden_name_is_anywhere_in_the_page(app: RelnetDash, key: str) -> None:
    names = "|".join(re.escape(name) for name in secret_words(sample(key).network.case))
    pattern = re.compile(rf"(?<!\w)({names or '$^'})(?!\w)")
    for text in hidden_page(app, key).values():
        assert pattern.findall(text) == []


@pytest.mark.parametrize("key", SAMPLES)
def test_no_id_of_the_file_is_in_the_page(app: RelnetDash, key: str) -> None:
    """Ids hold names ("r-kayla"): no attribute and no value is one of them."""
    case = sample(key).network.case
    slugs = ids_of(case.people, case.settings, case.relationships)
    found = "|".join(re.escape(slug) for slug in slugs if not is_plain(case, slug))
    pattern = re.compile(rf"(?<=[\"\s=#])({found or '$^'})(?=[\"\s])")
    for text in hidden_page(app, key).values():
        assert pattern.findall(text) == []


def is_plain(case: Case, slug: str) -> bool:
    """Whether an id is an ordinary word, which the case says of people with names hidden."""
    often = [state.how_often or "" for part in case.relationships for state in part.states]
    said = "\n".join([*(person.role for person in case.people), *often]).casefold()
    return re.search(rf"\b{slug}\b", said) is not None
