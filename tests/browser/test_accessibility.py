"""axe finds nothing: WCAG 2.0, 2.1 and 2.2, A and AA, on every page and in its states."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from relnet.web import ids
from tests.browser.case_page import by_id, open_case, open_view, shown_pane, turn_to
from tests.browser.conftest import AxeCheck
from tests.web.views import SAMPLES

pytestmark = pytest.mark.browser

WIDE = 683
"""What is left of a laptop's 1366 px at 200 %."""


@pytest.fixture
def enlarged(browser: Browser, server: str) -> Iterator[Page]:
    """Open a page as a laptop shows it at 200 %."""
    context = browser.new_context(
        base_url=server, viewport={"width": WIDE, "height": 384}, device_scale_factor=2
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def choose(page: Page) -> None:
    """Choose the first that the map's arrow keys come to."""
    page.locator('.map [role="button"][tabindex="0"]').press("Enter")
    expect(page.locator(f"#{ids.CHOSEN_PANEL} h2")).to_be_visible()


@pytest.mark.parametrize("key", SAMPLES)
def test_a_case_with_and_without_a_choice(page: Page, axe: AxeCheck, key: str) -> None:
    open_case(page, key)
    assert axe(page) == []
    choose(page)
    assert axe(page) == []


def test_the_open_filter_menu_and_a_filtered_map(page: Page, axe: AxeCheck) -> None:
    open_case(page, "amira?stage=2&hide=track-trusted")
    by_id(page, ids.FILTERS).locator("summary").click()
    expect(page.get_by_label("Trusted relationships")).to_be_visible()
    assert axe(page) == []


def test_present(page: Page, axe: AxeCheck) -> None:
    open_case(page, "amira?stage=2&chosen=p11")
    page.get_by_role("button", name="Present").click()
    expect(page.locator(".bar")).to_be_hidden()
    assert axe(page) == []


def test_hidden_names(page: Page, axe: AxeCheck) -> None:
    open_case(page)
    page.get_by_role("button", name="Hide names").click()
    expect(page.get_by_role("heading", name="The young person, as it was")).to_be_visible()
    assert axe(page) == []


def test_the_start_page_enlarged(enlarged: Page, axe: AxeCheck) -> None:
    enlarged.goto("/")
    expect(enlarged.locator(f"#{ids.OPEN_BUTTON}")).to_be_visible()
    assert axe(enlarged) == []


@pytest.mark.parametrize("key", ["amira", "many-moves"])
def test_a_case_enlarged_fits_and_scrolls_one_way(enlarged: Page, axe: AxeCheck, key: str) -> None:
    open_case(enlarged, f"{key}?stage=2")
    assert axe(enlarged) == []
    assert enlarged.evaluate("document.documentElement.scrollWidth") <= WIDE
    by_id(enlarged, ids.FILTERS).locator("summary").click()
    assert axe(enlarged) == []
    choose(enlarged)
    assert axe(enlarged) == []
    assert enlarged.evaluate("document.documentElement.scrollWidth") <= WIDE


def open_everything(page: Page) -> None:
    """Unfold everything that the view has to unfold."""
    page.evaluate("document.querySelectorAll('.pane details').forEach(e => { e.open = true })")


def test_each_view_of_a_large_case(page: Page, axe: AxeCheck) -> None:
    open_case(page, "many-moves?stage=2")
    for words in ("Tracks", "Focus", "Table", "Numbers"):
        turn_to(page, words)
        assert axe(page) == []


@pytest.mark.parametrize("key", ["amira", "many-moves"])
def test_each_view_enlarged_fits_and_scrolls_one_way(
    enlarged: Page, axe: AxeCheck, key: str
) -> None:
    open_case(enlarged, f"{key}?stage=2")
    for words in ("Tracks", "Focus", "Table", "Numbers"):
        turn_to(enlarged, words)
        assert axe(enlarged) == []
        assert enlarged.evaluate("document.documentElement.scrollWidth") <= WIDE


def test_the_views_unfolded_and_chosen_in(page: Page, axe: AxeCheck) -> None:
    shown = open_view(page, "amira?view=focus&columns=stage&beside=pattern&stage=2")
    shown.locator("button.uses:visible").first.click()
    expect(shown.locator(".focus-told h3")).to_be_visible()
    open_everything(page)
    assert axe(page) == []
    for words in ("Table", "Numbers"):
        turn_to(page, words)
        open_everything(page)
        assert axe(page) == []
    shown = turn_to(page, "Tracks")
    shown.get_by_label("People who follow").select_option("slots")
    shown_pane(page).locator('.tracks [role="button"]').first.press("Enter")
    assert axe(page) == []
