"""What the address of a case page leads to, and where it leads when it names nothing."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from relnet.case.messages import CaseFaults
from relnet.case.vocabulary import TEAM, YOUNG_PERSON
from relnet.web.app import create_app
from relnet.web.case_view import CaseView, perspective_refs, view_of
from relnet.web.paging import Visit
from relnet.web.shelf import shelf_of
from relnet.web.shelf_entry import UnknownCase
from tests.web.cases import write_case
from tests.web.views import SAMPLES, sample


@pytest.fixture(scope="module")
def _app() -> Iterator[None]:
    with create_app().server.app_context():
        yield


def visit(key: str, args: Mapping[str, str] | None = None, *, hidden: bool = False) -> Visit:
    return Visit(f"/case/{key}", {"key": key}, args or {}, names_hidden=hidden)


def view(key: str = "amira", **args: str) -> CaseView:
    return view_of(visit(key, args))


@pytest.mark.usefixtures("_app")
def test_a_bare_address_is_the_first_stage_in_the_opening_view() -> None:
    found = view()
    assert (found.stage, found.perspective) == (0, TEAM)
    assert found.case.young_person.name == "Amira"
    assert not found.names.hidden


@pytest.mark.usefixtures("_app")
@pytest.mark.parametrize(
    ("asked", "stage"),
    [
        *(("1", 0), ("3", 2), ("5", 4), ("003", 2)),
        # Beyond the ends, and what is no number.
        *(("6", 4), ("999", 4), ("0", 0), ("9999", 0), ("9" * 5000, 0)),
        *((asked, 0) for asked in ("", "-1", "+2", "2.5", "two", "²", "٢", "1e1", " 2")),
    ],
)
def test_a_stage_is_named_by_its_number(asked: str, stage: int) -> None:
    assert view(stage=asked).stage == stage


@pytest.mark.usefixtures("_app")
@pytest.mark.parametrize(
    ("asked", "perspective"),
    [("team", TEAM), ("yp", YOUNG_PERSON), ("p7", "mum")]
    # Nobody, somebody who tells nothing, an id, another case's signs.
    + [(asked, TEAM) for asked in ("", "p99", "p1", "mum", "young_person", "r1", "<b>", "TEAM")],
)
def test_a_view_is_named_by_a_short_name(asked: str, perspective: str) -> None:
    assert view(**{"as": asked}).perspective == perspective


@pytest.mark.usefixtures("_app")
def test_a_case_told_by_one_alone_opens_with_their_view() -> None:
    found = view("one-voice")
    assert [found.perspective] == list(perspective_refs(found.case))
    assert view("one-voice", **{"as": "team"}).perspective == found.perspective


def test_everybody_who_tells_the_case_has_a_short_name() -> None:
    assert perspective_refs(sample("amira").network.case) == {
        TEAM: "team",
        YOUNG_PERSON: "yp",
        "mum": "p7",
    }


@pytest.mark.usefixtures("_app")
@pytest.mark.parametrize("key", SAMPLES)
def test_every_view_is_found_by_its_own_address(key: str) -> None:
    for perspective, ref in perspective_refs(sample(key).network.case).items():
        assert view(key, **{"as": ref}).perspective == perspective


@pytest.mark.usefixtures("_app")
def test_names_are_hidden_where_the_browser_says_so() -> None:
    found = view_of(visit("amira", hidden=True))
    assert found.names.of(YOUNG_PERSON) == "The young person"


@pytest.mark.usefixtures("_app")
def test_an_unknown_case_is_told() -> None:
    with pytest.raises(UnknownCase, match="open the file again"):
        view("nobody")


def test_a_file_with_faults_is_told(tmp_path: Path) -> None:
    shelf = shelf_of([write_case(tmp_path, "bad.relnet.json", stages=[])])
    (entry,) = shelf.entries()
    with create_app(shelf).server.app_context(), pytest.raises(CaseFaults, match="stages"):
        view(entry.key)
