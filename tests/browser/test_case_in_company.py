"""A case before others: hidden names, Present, and the keyboard alone."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from relnet.web import ids
from tests.browser.case_page import (
    KAYLA,
    amira,
    by_id,
    expect_stage,
    focused_ref,
    mark_on_map,
    open_case,
    wait_for_query,
)
from tests.web.views import sample, secret_words

pytestmark = pytest.mark.browser


def test_hidden_names_are_nowhere_and_stay_hidden(clean_page: Page) -> None:
    open_case(clean_page, f"amira?stage=2&chosen={KAYLA}")
    clean_page.get_by_role("button", name="Hide names").click()
    expect(clean_page.locator(f"#{ids.CHOSEN_PANEL} h2")).to_have_text("Best friend")
    wait_for_query(clean_page, f"?stage=2&chosen={KAYLA}")
    no_names(clean_page, "amira")
    by_id(clean_page, ids.RAIL).press("End")
    mark_on_map(clean_page, "p7").click()
    expect(clean_page.locator(f"#{ids.CHOSEN_PANEL} h2")).to_have_text("Parent 1")
    wait_for_query(clean_page, "?stage=5&chosen=p7")
    no_names(clean_page, "amira")
    clean_page.get_by_role("link", name="relnet: all cases").click()
    expect(clean_page.get_by_role("link", name="The young person, as it was")).to_be_visible()
    no_names(clean_page, "amira")
    clean_page.get_by_role("link", name="The young person: many moves").click()
    expect(clean_page.get_by_role("button", name="Show names")).to_be_visible()
    no_names(clean_page, "many-moves")


def test_a_page_that_is_seen_again_keeps_up_with_the_switch(
    clean_page: Page, context: BrowserContext
) -> None:
    open_case(clean_page)
    other = context.new_page()
    open_case(other)
    other.get_by_role("button", name="Hide names").click()
    expect(other.get_by_role("heading", name="The young person, as it was")).to_be_visible()
    clean_page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(clean_page).to_have_title("The young person, as it was · relnet")
    no_names(clean_page, "amira")


def no_names(page: Page, key: str) -> None:
    """Check that no name stands in the document, the title or the address."""
    names = "|".join(re.escape(name) for name in secret_words(sample(key).network.case))
    html = page.content() + page.title() + page.url
    assert re.findall(rf"(?<!\w)({names})(?!\w)", html) == []


def test_present_shows_the_map_and_the_timeline_alone_and_larger(clean_page: Page) -> None:
    open_case(clean_page, "amira?stage=2")
    title = clean_page.locator(".stage.now text.text-title")
    stop = clean_page.locator(".stop.now .stop-name")
    before = [height(clean_page, ".stage.now text.text-title"), height(clean_page, ".stop.now")]
    clean_page.get_by_role("button", name="Present").click()
    for key in (ids.MAIN, ids.TIMELINE):
        expect(by_id(clean_page, key)).to_be_visible()
    for hidden in (".bar", f"#{ids.SIDE}", f"#{ids.CHOSEN_SIDE}", ".stage.now .kind-key"):
        expect(clean_page.locator(hidden)).to_be_hidden()
    expect(title).to_be_in_viewport()
    expect(stop).to_have_css("font-size", "16px")
    after = [height(clean_page, ".stage.now text.text-title"), height(clean_page, ".stop.now")]
    assert after[0] > before[0] * 1.05
    by_id(clean_page, ids.RAIL).press("ArrowRight")
    wait_for_query(clean_page, "?stage=3&present=1")
    clean_page.keyboard.press("Escape")
    expect(clean_page.locator(".bar")).to_be_visible()
    expect(clean_page.get_by_role("button", name="Present")).to_be_focused()
    wait_for_query(clean_page, "?stage=3")
    expect_stage(clean_page, amira(2))


def test_the_leave_button_ends_present(clean_page: Page) -> None:
    open_case(clean_page, "amira?present=1")
    expect(clean_page.locator(".bar")).to_be_hidden()
    clean_page.get_by_role("button", name="Leave").click()
    expect(clean_page.locator(".bar")).to_be_visible()
    wait_for_query(clean_page, "")


def height(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box
    return box["height"]


FOCUS = """
() => {
  const e = document.activeElement, style = getComputedStyle(e);
  const touch = e.querySelector(":scope > .touch");
  const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    || touch && !/, 0\\)$|^none$/.test(getComputedStyle(touch).stroke);
  const box = e.getBoundingClientRect();
  const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  const name = e === document.body ? "" : e.id || e.dataset.ref && "on the map"
    || e.dataset.as && "perspective" || e.closest("[id]").id + " " + e.tagName.toLowerCase();
  return [name, Boolean(seen), inside];
}
"""


def test_the_tab_key_reaches_everything_and_the_focus_is_seen(clean_page: Page) -> None:
    open_case(clean_page)
    stops: list[str] = []
    for _ in range(60):
        clean_page.keyboard.press("Tab")
        name, seen, inside = clean_page.evaluate(FOCUS)
        if not name:
            break
        stops.append(name)
        assert (name, seen, inside) == (name, True, True)
    shorter = list(dict.fromkeys(stops))
    assert shorter[1:] == [
        "views a",
        "compare-menu summary",
        "perspective",
        "filters summary",
        ids.HIDE_NAMES,
        "take-away summary",
        "first-picture button",
        "follow summary",
        ids.PRESENT,
        "on the map",
        ids.PLAY,
        ids.STEP_BACK,
        ids.STEP_ON,
        ids.RAIL,
        "side button",
        "side summary",
    ]
    assert stops.count("on the map") == 1


def test_the_skip_link_leads_to_the_view(clean_page: Page) -> None:
    open_case(clean_page)
    clean_page.keyboard.press("Tab")
    expect(clean_page.get_by_text("Skip to the view")).to_be_in_viewport()
    clean_page.keyboard.press("Enter")
    assert clean_page.evaluate("document.activeElement.id") == ids.MAIN
    clean_page.keyboard.press("Tab")
    assert focused_ref(clean_page)
