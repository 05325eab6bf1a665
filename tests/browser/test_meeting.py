"""The end of a meeting in a browser: reached by keyboard, read, printed, with names hidden."""

import pytest
from playwright.sync_api import Browser, Page, expect

from relnet.web import ids
from tests.browser.case_page import by_id, open_case
from tests.browser.conftest import AxeCheck
from tests.web.views import sample, secret_words

pytestmark = pytest.mark.browser


def test_a_meeting_is_ended_by_keyboard_from_the_case(clean_page: Page, axe: AxeCheck) -> None:
    open_case(clean_page, "amira?stage=2")
    by_id(clean_page, ids.TAKE_AWAY).locator("summary").press("Enter")
    clean_page.get_by_role("link", name="End the meeting").press("Enter")
    expect(clean_page.locator("h1")).to_have_text("End of the meeting: Amira, as it was")
    assert "stage=2" in clean_page.url
    expect(clean_page.locator(".meeting h2")).to_have_text(
        ["What was decided", "What stays open", "What nobody asked about"]
    )
    assert axe(clean_page) == []


def test_names_are_hidden_on_it(clean_page: Page, server: str) -> None:
    clean_page.goto(f"{server}/case/amira/meeting")
    clean_page.get_by_role("button", name="Hide names").press("Enter")
    expect(clean_page.locator(".meeting-made")).to_contain_text("Names are hidden")
    text = clean_page.locator("body").inner_text()
    case = sample("amira").network.case
    assert [word for word in secret_words(case) if word in text] == []


def test_it_prints_on_one_page(clean_page: Page, server: str) -> None:
    for stage in range(1, 6):
        clean_page.goto(f"{server}/case/amira/meeting?stage={stage}")
        assert clean_page.pdf(format="A4").count(b"/Type /Page\n") == 1


def test_nothing_to_press_is_printed(clean_page: Page, server: str) -> None:
    clean_page.goto(f"{server}/case/amira/meeting")
    clean_page.emulate_media(media="print")
    expect(clean_page.locator("h1")).to_be_visible()
    expect(clean_page.get_by_role("banner")).to_be_hidden()
    expect(
        clean_page.locator("button:visible, .button:visible, [data-print-hint]:visible")
    ).to_have_count(0)


def test_a_button_prints_it(clean_page: Page, server: str) -> None:
    clean_page.add_init_script("window.print = () => { document.title = 'printed'; };")
    clean_page.goto(f"{server}/case/amira/meeting")
    clean_page.get_by_role("button", name="Print").press("Enter")
    expect(clean_page).to_have_title("printed")
    expect(clean_page.get_by_text("use your browser’s Print")).to_be_hidden()


def test_without_scripts_the_page_says_how_to_print(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/case/amira/meeting")
    expect(page.get_by_text("use your browser’s Print")).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    context.close()
