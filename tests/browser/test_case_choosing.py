"""Choosing on the map and in the side panel, by pointer and by keyboard."""

import pytest
from playwright.sync_api import Page, expect

from relnet.figures.scene import MarkKind
from relnet.web import ids
from tests.browser.case_page import (
    DAWN,
    KAYLA,
    amira,
    by_id,
    focused_ref,
    mark_on_map,
    marks_of,
    open_case,
    wait_for_query,
)
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser


def test_choosing_by_pointer_a_person_a_line_and_a_badge(clean_page: Page) -> None:
    open_case(clean_page, "amira?stage=2")
    head = clean_page.locator(f"#{ids.CHOSEN_PANEL} h2")
    mark_on_map(clean_page, KAYLA).locator("text").click()
    expect(head).to_have_text("Kayla")
    line = mark_on_map(clean_page, tie_ref("p7")).locator(".touch")
    x, y = line.evaluate(
        "path => { const at = path.getPointAtLength(path.getTotalLength() * 0.45)"
        ".matrixTransform(path.getScreenCTM()); return [at.x, at.y]; }"
    )
    clean_page.mouse.click(x, y)
    expect(head).to_have_text("Mum and Amira")
    mark_on_map(clean_page, tie_ref(DAWN)).locator("[class^=badge]").first.click()
    expect(head).to_have_text("Dawn and Amira")
    clean_page.locator(".stage.now text.text-title").click()
    expect(head).to_be_hidden()


def tie_ref(member: str) -> str:
    """Give the short name of somebody's relationship with the young person."""
    ties = marks_of(amira(1), MarkKind.TIE)
    return next(tie.ref or "" for tie in ties if tie.ends == (member,))


def test_choosing_by_keyboard_and_leaving_by_escape_and_by_button(clean_page: Page) -> None:
    open_case(clean_page, "amira?stage=2")
    head = clean_page.locator(f"#{ids.CHOSEN_PANEL} h2")
    mark_on_map(clean_page, KAYLA).focus()
    clean_page.keyboard.press("Enter")
    expect(head).to_have_text("Kayla")
    clean_page.keyboard.press("ArrowDown")
    clean_page.keyboard.press(" ")
    expect(head).to_have_text("Kayla and Amira")
    clean_page.keyboard.press("Escape")
    expect(head).to_be_hidden()
    expect(clean_page.locator(".stage-panel:visible h2")).to_be_visible()
    clean_page.keyboard.press("Enter")
    clean_page.get_by_role("button", name="Back to the stage").click()
    expect(head).to_be_hidden()
    focused = clean_page.evaluate("document.activeElement.dataset.ref")
    assert focused == tie_ref(KAYLA)
    wait_for_query(clean_page, "?stage=2")


def test_the_story_marks_the_present_stage_and_follows_without_asking(
    clean_page: Page, watched: Watched
) -> None:
    open_case(clean_page, f"amira?stage=2&chosen={KAYLA}")
    now = clean_page.locator(f"#{ids.CHOSEN_PANEL} .story").first.locator("> li.now strong")
    expect(now).to_have_text("Foster placement, Northfield")
    expect(clean_page.locator(".stage-panel:visible")).to_have_count(0)
    before = len(watched.requests)
    by_id(clean_page, ids.RAIL).press("End")
    expect(now).to_have_text("After 18")
    assert watched.requests[before:] == []


def test_the_map_is_walked_by_arrow_keys(clean_page: Page) -> None:
    open_case(clean_page)
    things = clean_page.locator('.stage.now [role="button"]')
    assert clean_page.locator('.map [role="button"][tabindex="0"]').count() == 1
    clean_page.locator('.map [role="button"][tabindex="0"]').focus()
    walked = {focused_ref(clean_page)}
    for _ in range(things.count() - 1):
        clean_page.keyboard.press("ArrowDown")
        walked.add(focused_ref(clean_page))
    assert len(walked) == things.count()
    clean_page.keyboard.press("ArrowDown")
    last = focused_ref(clean_page)
    clean_page.keyboard.press("Home")
    assert focused_ref(clean_page) != last
    clean_page.keyboard.press("End")
    assert focused_ref(clean_page) == last
