"""Two sides in a real browser: stepping, marking, choosing, by keyboard alone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from relnet.web import ids
from tests.browser.case_page import by_id
from tests.browser.conftest import AxeCheck
from tests.browser.editing_page import SIZES
from tests.browser.test_compare_views import asked_from_now

pytestmark = pytest.mark.browser

TEAM_AND_AMIRA = "/compare?left=amira&stage=2"
AS_IT_WAS_AND_HELD = "/compare?left=amira&right=amira-held-together&stage=2"


def shown(page: Page, side: str) -> Locator:
    """Find the stage that a side shows."""
    return page.locator(f'[data-side="{side}"] .stage.now')


def step(page: Page, name: str) -> Locator:
    """Find a pair on the timeline."""
    return page.locator(".compare-steps li button", has_text=name)


def test_a_step_moves_both_sides_and_asks_nobody(clean_page: Page) -> None:
    clean_page.goto(AS_IT_WAS_AND_HELD)
    expect(step(clean_page, "Foster placement")).to_have_attribute("aria-current", "step")
    # As many as tests/network/test_comparing.py works out by hand.
    expect(clean_page.locator(".compare-told:visible h2")).to_have_text(
        "21 differences at this stage; counted apart, with only harm: 2"
    )
    asked = asked_from_now(clean_page)
    step(clean_page, "Foster placement").focus()
    clean_page.keyboard.press("ArrowRight")
    for side in ("left", "right"):
        expect(shown(clean_page, side)).to_have_attribute("data-stage", "2")
    expect(step(clean_page, "Residential home")).to_be_focused()
    expect(clean_page.locator(".compare-told:visible")).to_have_count(1)
    clean_page.keyboard.press("End")
    expect(shown(clean_page, "left")).to_have_attribute("data-stage", "4")
    clean_page.wait_for_url(re.compile(r"stage=5$"))
    assert asked == []


def test_what_differs_is_ringed_and_found_on_both_sides(clean_page: Page) -> None:
    clean_page.goto(TEAM_AND_AMIRA)
    ringed = shown(clean_page, "left").locator(".kind-member.differs")
    expect(ringed.first).to_be_visible()
    button = clean_page.locator(".compare-told:visible").get_by_role("button", name="Kayla")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    for side in ("left", "right"):
        expect(shown(clean_page, side).locator(".kind-member.is-chosen")).to_have_count(1)
    button.press("Enter")
    expect(clean_page.locator(".is-chosen")).to_have_count(0)


def test_another_stage_is_put_beside_it_and_taken_back(clean_page: Page) -> None:
    clean_page.goto("/compare?left=amira&right=amira&right_as=team&stage=2")
    clean_page.get_by_label("Put beside it").select_option(label="Residential home, Gullhaven")
    clean_page.wait_for_url("**pairs=2-3**")
    expect(shown(clean_page, "left")).to_have_attribute("data-stage", "1")
    expect(shown(clean_page, "right")).to_have_attribute("data-stage", "2")
    expect(clean_page.locator(".compare-told:visible tbody tr").first).to_contain_text(
        "Where Amira lives"
    )
    clean_page.get_by_role("link", name="Match by itself again").click()
    expect(shown(clean_page, "right")).to_have_attribute("data-stage", "1")


def test_the_case_page_leads_there_at_its_stage(clean_page: Page) -> None:
    clean_page.goto("/case/amira?stage=3")
    by_id(clean_page, ids.COMPARE_MENU).locator("summary").click()
    link = clean_page.get_by_role("link", name="Side by side")
    link.click()
    clean_page.wait_for_url("**/compare?**")
    expect(shown(clean_page, "left")).to_have_attribute("data-stage", "2")
    expect(shown(clean_page, "right")).to_have_attribute("data-stage", "2")


def test_the_way_back_leads_to_the_stage_that_is_shown(clean_page: Page) -> None:
    clean_page.goto(AS_IT_WAS_AND_HELD)
    expect(shown(clean_page, "left")).to_have_attribute("data-stage", "1")
    clean_page.keyboard.press("End")
    way = clean_page.get_by_role("link", name="Back to the map")
    expect(way).to_have_attribute("href", re.compile("stage=5"))


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_it_fits_and_axe_finds_nothing(
    clean_page: Page, axe: AxeCheck, width: int, height: int
) -> None:
    clean_page.set_viewport_size({"width": width, "height": height})
    for address in (TEAM_AND_AMIRA, AS_IT_WAS_AND_HELD):
        clean_page.goto(address)
        expect(shown(clean_page, "left")).to_be_visible()
        assert axe(clean_page) == []
        assert clean_page.evaluate("document.documentElement.scrollWidth <= innerWidth")
