"""The page to hand out after a ready story: reached from its end, printed on one side."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.case_page import open_case
from tests.browser.conftest import AxeCheck

pytestmark = pytest.mark.browser

every_page = pytest.mark.parametrize("key", ["amira", "amira-held-together"])


def test_the_end_of_the_story_leads_there_and_back(clean_page: Page, axe: AxeCheck) -> None:
    open_case(clean_page, "amira?story=13")
    clean_page.keyboard.press("ArrowRight")
    clean_page.get_by_role("link", name="The page to hand out").press("Enter")
    expect(clean_page.locator("h1")).to_have_text("Amira, as it was")
    assert axe(clean_page) == []
    clean_page.get_by_role("link", name="Back to the case").press("Enter")
    expect(clean_page).to_have_url(re.compile(r"/case/amira(\?|$)"))


@every_page
def test_it_prints_on_one_page(clean_page: Page, key: str) -> None:
    clean_page.goto(f"/case/{key}/story/page")
    assert clean_page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1
    assert clean_page.pdf(format="A4").count(b"/Type /Page\n") == 1


@every_page
def test_the_paper_is_upright_a4(clean_page: Page, key: str) -> None:
    clean_page.goto(f"/case/{key}/story/page")
    # 210 mm by 297 mm, in points, as Chromium rounds them to whole pixels.
    assert b"/MediaBox [0 0 594.95996 841.91998]" in clean_page.pdf(prefer_css_page_size=True)


def test_nothing_to_press_is_printed(clean_page: Page) -> None:
    clean_page.goto("/case/amira/story/page")
    clean_page.emulate_media(media="print")
    expect(clean_page.get_by_role("table")).to_be_visible()
    expect(clean_page.get_by_role("banner")).to_be_hidden()
    expect(
        clean_page.locator("button:visible, .button:visible, [data-print-hint]:visible")
    ).to_have_count(0)


def test_a_button_prints_it(clean_page: Page) -> None:
    clean_page.add_init_script("window.print = () => { document.title = 'printed'; };")
    clean_page.goto("/case/amira/story/page")
    clean_page.get_by_role("button", name="Print").press("Enter")
    expect(clean_page).to_have_title("printed")


def test_names_are_hidden_and_shown_again_on_it(clean_page: Page, axe: AxeCheck) -> None:
    clean_page.goto("/case/amira/story/page")
    clean_page.get_by_role("button", name="Hide names").press("Enter")
    expect(clean_page.get_by_text("Names are hidden, and this page")).to_be_visible()
    assert axe(clean_page) == []
    clean_page.get_by_role("button", name="Show names").press("Enter")
    expect(clean_page.get_by_role("table")).to_be_visible()


@every_page
@pytest.mark.parametrize("width", [1920, 1366, 683, 390])
def test_it_fits_a_screen(clean_page: Page, axe: AxeCheck, key: str, width: int) -> None:
    clean_page.set_viewport_size({"width": width, "height": 768})
    clean_page.goto(f"/case/{key}/story/page")
    expect(clean_page.get_by_role("button", name="Print")).to_be_visible()
    assert clean_page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(clean_page) == []
