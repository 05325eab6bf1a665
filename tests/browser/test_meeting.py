"""The end of a meeting in a browser: reached by keyboard, read, printed, with names hidden."""

import pytest
from playwright.sync_api import Page, expect

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
