"""Two sides of nasty texts in a real browser: all is drawn as the text it is, in every view."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from relnet.web.addresses import compare_address
from relnet.web.shelf import shelf_of
from tests.browser.conftest import AxeCheck, serving
from tests.browser.editing_page import SIZES
from tests.browser.test_compare_views import VIEWS, side, turn_to
from tests.web.nasty import NASTY, nasty_case

pytestmark = pytest.mark.browser

STAGE = "2"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the nasty case twice: with its texts in one order, and in the other."""
    folder: Path = tmp_path_factory.mktemp("cases")
    for name, texts in (("nasty", NASTY), ("other", NASTY[::-1])):
        (folder / f"{name}.relnet.json").write_text(json.dumps(nasty_case(texts)), "utf-8")
    with serving(shelf_of([folder])) as address:
        yield address


@pytest.fixture
def both(clean_page: Page) -> Page:
    """Open both cases beside each other: the page offers the two, and takes the first."""
    clean_page.goto("/compare")
    keys = clean_page.locator('[name="right"] option').evaluate_all("all => all.map(o => o.value)")
    clean_page.goto(compare_address(keys[0], keys[1], stage=STAGE))
    expect(clean_page.locator("html.live")).to_be_attached()
    return clean_page


def nothing_ran(page: Page) -> None:
    assert page.evaluate("window.hacked") is None
    assert page.locator("main :is(b, img, script, iframe, [onerror], [onload])").count() == 0
    assert page.locator('[href^="javascript"]').count() == 0


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_texts_are_texts_in_every_view(both: Page, axe: AxeCheck, width: int, height: int) -> None:
    both.set_viewport_size({"width": width, "height": height})
    for words in ("Map", *VIEWS):
        if words != "Map":
            turn_to(both, words)
        nothing_ran(both)
        assert both.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert axe(both) == []
    shown = both.locator("main").text_content() or ""
    for number in (0, 6, 8, 10, 11):
        assert NASTY[number] in shown


def test_it_is_walked_and_told_by_keyboard_alone(both: Page) -> None:
    told = both.locator(".compare-one")
    stop = side(both, "left").locator('.stage.now [tabindex="0"]')
    both.locator('[data-side="left"] .compare-map').focus()
    both.keyboard.press("Tab")
    expect(stop).to_be_focused()
    both.keyboard.press("ArrowDown")
    both.keyboard.press("Enter")
    expect(told).to_be_visible()
    nothing_ran(both)
    both.keyboard.press("Escape")
    expect(told).to_be_hidden()
    both.locator("#views a").nth(1).press("Enter")
    expect(both.locator(".pane-tracks .tracks").first).to_be_visible()
    both.keyboard.press("Home")
    expect(both.locator('[data-pair="0"]')).to_have_attribute("aria-current", "step")


def test_hidden_names_leave_nothing_of_them(both: Page) -> None:
    both.get_by_role("button", name="Hide names").click()
    expect(both.get_by_role("button", name="Show names")).to_be_visible()
    for words in ("Map", *VIEWS):
        if words != "Map":
            turn_to(both, words)
        shown = both.locator("html").inner_html()
        assert NASTY[13] not in shown
        assert NASTY[10] not in shown
    nothing_ran(both)
