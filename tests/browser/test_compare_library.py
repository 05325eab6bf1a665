"""Two sides of a library's cases in a real browser: found by a search, or by their address."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from relnet.storage.contract import Library
from relnet.storage.sql import SqlLibrary
from tests.browser.conftest import serving
from tests.web.libraries import SAM
from tests.web.views import sample

pytestmark = pytest.mark.browser

KEPT = 15


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Keep enough cases for a search."""
    library = SqlLibrary(f"sqlite:///{tmp_path_factory.mktemp('library') / 'library.sqlite3'}")
    case = sample("figure-2").network.case
    # A list tells when each was changed, too: a bare number could be the hour.
    for number in range(KEPT):
        library.create(case.model_copy(update={"title": f"Copy q{number + 1}q of it"}), SAM)
    yield library
    library.close()


@pytest.fixture(scope="module")
def server(kept: Library) -> Iterator[str]:
    """Serve the sample cases beside the library."""
    with serving(library=kept) as address:
        yield address


def test_a_search_finds_a_case_of_the_library(clean_page: Page) -> None:
    clean_page.goto("/compare?left=figure-2")
    box = clean_page.get_by_label("Find a case for this side: Right")
    box.fill("copy q12q")
    offered = clean_page.locator('[name="right"] option:not([hidden])')
    expect(offered).to_have_count(1)
    box.press("Enter")
    clean_page.wait_for_url(lambda url: "right=" in url)
    expect(clean_page.get_by_role("link", name="Copy q12q of it, as")).to_be_visible()
    expect(clean_page.locator(".compare-told:visible h2")).to_have_text(
        "No difference at this stage"
    )


def test_a_search_for_nothing_there_says_so(clean_page: Page) -> None:
    clean_page.goto("/compare?left=figure-2")
    box = clean_page.get_by_label("Find a case for this side: Left")
    box.fill("nobody of this name")
    assert box.evaluate("box => box.validationMessage") == "No case of this name"


def test_an_opened_case_is_found_by_its_address(clean_page: Page, tmp_path: Path) -> None:
    file = tmp_path / "opened.relnet.json"
    file.write_bytes(
        (Path(__file__).parents[2] / "sample_cases" / "one-voice.relnet.json").read_bytes()
    )
    clean_page.goto("/")
    clean_page.locator('#open-upload input[type="file"]').set_input_files(file)
    clean_page.wait_for_url(lambda url: "/case/" in url)
    opened = clean_page.url
    clean_page.goto("/compare?left=figure-2")
    box = clean_page.get_by_label("Find a case for this side: Right")
    box.fill(opened)
    box.press("Enter")
    clean_page.wait_for_url(lambda url: "right=" in url)
    assert opened.split("/case/")[1].split("?", maxsplit=1)[0] in clean_page.url
    expect(clean_page.locator('[data-side="right"] .stage.now')).to_be_visible()
