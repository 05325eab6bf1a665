"""The views beside the map: their tabs, their addresses, the timeline in each, names hidden."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from relnet.web import ids
from tests.browser.case_page import (
    KAYLA,
    amira,
    by_id,
    expect_stage,
    open_case,
    open_view,
    pane,
    shown_pane,
    turn_to,
    wait_for_query,
)
from tests.browser.conftest import Watched
from tests.browser.test_case_in_company import no_names
from tests.web.views import sample, secret_words

pytestmark = pytest.mark.browser

TABS = ["Map", "Tracks", "Focus", "Table", "Numbers"]
BESIDE = ["tracks", "focus", "table", "numbers"]

# What is marked for the present stage in each view, and how it names the stage.
MARKED = {
    "tracks": (".kind-column.now", ".stage-{number}"),
    "focus": (".by-stage:not([hidden]) .now", '[data-stage="{number}"]'),
    "table": ("table .now", '[data-stage="{number}"]'),
    "numbers": (".stage-sentences.now", '[data-stage="{number}"]'),
}


def expect_current(page: Page, words: str) -> None:
    """Check that one tab alone is said to be the present one."""
    current = by_id(page, ids.VIEWS).locator("[aria-current]")
    expect(current).to_have_count(1)
    expect(current).to_have_text(words)
    expect(current).to_have_attribute("aria-current", "true")


def test_each_tab_opens_its_view_which_is_fetched_once(clean_page: Page, watched: Watched) -> None:
    open_case(clean_page)
    expect_current(clean_page, "Map")
    before = len(watched.requests)
    for words in TABS[1:]:
        shown = turn_to(clean_page, words)
        expect_current(clean_page, words)
        expect(shown.locator("h2").first).to_be_visible()
        wait_for_query(clean_page, f"?view={words.lower()}")
    asked = [url.partition("/view/")[2] for url in watched.requests[before:]]
    assert asked == BESIDE
    for words in [*TABS, *TABS]:
        turn_to(clean_page, words)
        expect_current(clean_page, words)
    assert len(watched.requests) == before + len(BESIDE)
    wait_for_query(clean_page, "?view=numbers")


def test_the_tabs_obey_the_keyboard_and_each_is_a_link_to_where_it_leads(clean_page: Page) -> None:
    open_case(clean_page, "amira?stage=2")
    by_id(clean_page, ids.RAIL).press("ArrowRight")
    wait_for_query(clean_page, "?stage=3")
    links = by_id(clean_page, ids.VIEWS).get_by_role("link")
    expect(links.nth(1)).to_have_attribute("href", "?view=tracks&stage=3")
    for number, words in enumerate(TABS[1:], 1):
        links.nth(number).focus()
        clean_page.keyboard.press("Enter")
        shown_pane(clean_page)
        expect_current(clean_page, words)
        expect(links.nth(number)).to_be_focused()


def test_a_view_that_did_not_come_is_asked_for_again(page: Page) -> None:
    def fail(route: Route) -> None:
        route.abort()

    open_case(page)
    page.route("**/view/focus*", fail)
    shown = turn_to(page, "Focus")
    expect(shown.get_by_role("alert")).to_contain_text("This view did not come.")
    turn_to(page, "Map")
    page.unroute("**/view/focus*")
    expect(turn_to(page, "Focus").locator(".focus-table").first).to_be_visible()
    expect(page.locator(".pane-focus")).to_have_count(1)


def test_a_view_that_is_slow_to_come_is_waited_for_in_words(clean_page: Page) -> None:
    held: list[Route] = []
    clean_page.clock.install(time=0)
    open_case(clean_page)
    clean_page.clock.pause_at(1000)
    clean_page.route("**/view/numbers*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    sign = by_id(clean_page, ids.MAIN).get_by_role("status")
    tabs = by_id(clean_page, ids.VIEWS)
    tabs.get_by_role("link", name="Numbers").click()
    expect(pane(clean_page)).to_have_attribute("aria-busy", "true")
    clean_page.clock.run_for(140)
    expect(sign).to_be_empty()
    clean_page.clock.run_for(20)
    expect(sign).to_contain_text("Numbers")
    assert sign.bounding_box() == by_id(clean_page, ids.MAIN).bounding_box()
    # A view that is there already is not waited for; the other one still is.
    tabs.get_by_role("link", name="Map").click()
    expect(sign).to_be_empty()
    tabs.get_by_role("link", name="Numbers").click()
    clean_page.clock.run_for(200)
    expect(sign).to_contain_text("Numbers")
    held[0].continue_()
    expect(shown_pane(clean_page).locator(".numbers")).to_be_visible()
    expect(sign).to_be_empty()
    assert len(held) == 1


def test_a_view_that_is_not_there_is_the_map(clean_page: Page) -> None:
    open_case(clean_page, "amira?view=nothing&sort=lasted")
    expect_current(clean_page, "Map")
    expect(by_id(clean_page, ids.MAP)).to_be_visible()


@pytest.mark.parametrize("name", BESIDE)
def test_a_step_of_the_timeline_asks_nobody_and_marks_the_stage(
    clean_page: Page, watched: Watched, name: str
) -> None:
    more = "&columns=stage" if name == "focus" else ""
    shown = open_view(clean_page, f"amira?view={name}{more}&stage=2")
    before = len(watched.requests)
    rail = by_id(clean_page, ids.RAIL)
    for key, stage in (("ArrowRight", 2), ("End", 4), ("Home", 0), ("ArrowRight", 1)):
        rail.press(key)
        marked, named = MARKED[name]
        here = named.format(number=stage)
        expect(shown.locator(f"{marked}{here}").first).to_be_visible()
        expect(shown.locator(f"{marked}:not({here})")).to_have_count(0)
        expect_stage(clean_page, amira(stage))
    assert watched.requests[before:] == []


def test_reload_and_back_keep_view_stage_and_choice(clean_page: Page) -> None:
    open_view(clean_page, f"amira?view=tracks&stage=2&chosen={KAYLA}")
    turn_to(clean_page, "Table")
    wait_for_query(clean_page, f"?view=table&stage=2&chosen={KAYLA}")
    clean_page.reload()
    shown_pane(clean_page)
    expect_current(clean_page, "Table")
    expect(clean_page.locator(f"#{ids.CHOSEN_PANEL} h2")).to_have_text("Kayla")
    clean_page.go_back()
    wait_for_query(clean_page, f"?view=tracks&stage=2&chosen={KAYLA}")
    expect(shown_pane(clean_page).locator(".tracks")).to_be_visible()
    expect_current(clean_page, "Tracks")
    expect_stage(clean_page, amira(1))


def test_a_link_inside_the_table_leads_there_and_changes_nothing_else(
    clean_page: Page, watched: Watched
) -> None:
    shown = open_view(clean_page, "amira?view=table")
    by_id(clean_page, ids.RAIL).press("ArrowRight")
    before = len(watched.requests)
    shown.get_by_role("link", name="Questions and actions").click()
    expect(shown.get_by_role("heading", name="Questions and actions")).to_be_in_viewport()
    clean_page.wait_for_timeout(400)
    expect(shown.get_by_role("heading", name="Questions and actions")).to_be_in_viewport()
    expect_stage(clean_page, amira(1))
    assert watched.requests[before:] == []


def test_where_a_view_was_left_it_is_found_again(clean_page: Page) -> None:
    open_view(clean_page, "amira?view=table")
    scroll = f"document.getElementById('{ids.MAIN}').scrollTop"
    clean_page.evaluate(f"{scroll} = 700")
    turn_to(clean_page, "Map")
    assert clean_page.evaluate(scroll) == 0
    turn_to(clean_page, "Table")
    assert clean_page.evaluate(scroll) == 700


def test_filters_apply_to_the_tracks_as_to_the_map(clean_page: Page) -> None:
    shown = open_view(clean_page, "amira?view=tracks&hide=track-trusted")
    expect(shown.locator(".kind-tie.track-trusted").first).to_be_hidden()
    expect(shown.locator(".tracks-names .kind-member.track-trusted").first).to_be_hidden()
    expect(shown.locator(".kind-tie.track-parent_child").first).to_be_visible()
    assert shown.locator('[role="button"][tabindex="0"]:not(.out)').count() == 1
    note = by_id(clean_page, ids.FILTERED)
    expect(note).to_be_visible()
    # The other views show everything, so nothing is said to be hidden there.
    turn_to(clean_page, "Table")
    expect(note).to_be_hidden()
    turn_to(clean_page, "Tracks")
    note.get_by_role("button", name="Show everything").click()
    expect(shown.locator(".kind-tie.track-trusted").first).to_be_visible()


def test_names_stay_hidden_in_every_view(clean_page: Page) -> None:
    open_view(clean_page, "amira?view=tracks")
    clean_page.get_by_role("button", name="Hide names").click()
    expect(clean_page.get_by_role("button", name="Show names")).to_be_visible()
    for words in TABS[1:]:
        turn_to(clean_page, words)
        no_names(clean_page, "amira")
    shown = turn_to(clean_page, "Focus")
    shown.locator("select[data-set-beside]").select_option("case-many-moves")
    expect(shown_pane(clean_page).locator(".case-view")).to_have_attribute(
        "data-beside", "case-many-moves"
    )
    for key in ("amira", "many-moves"):
        names = "|".join(re.escape(name) for name in secret_words(sample(key).network.case))
        assert re.findall(rf"(?<!\w)({names})(?!\w)", clean_page.content()) == []


def test_present_shows_the_tracks_and_the_timeline_alone(clean_page: Page) -> None:
    shown = open_view(clean_page, "amira?view=tracks&stage=2")
    clean_page.get_by_role("button", name="Present").click()
    for hidden in (".bar", f"#{ids.SIDE}", ".tracks .kind-key"):
        expect(clean_page.locator(hidden)).to_be_hidden()
    expect(shown.locator(".tracks-head")).to_be_in_viewport()
    by_id(clean_page, ids.RAIL).press("ArrowRight")
    wait_for_query(clean_page, "?view=tracks&stage=3&present=1")
    expect(shown.locator(".kind-column.now.stage-2").first).to_be_visible()
    clean_page.keyboard.press("Escape")
    expect(clean_page.locator(".bar")).to_be_visible()
    wait_for_query(clean_page, "?view=tracks&stage=3")
    expect(pane(clean_page).locator(".tracks")).to_be_visible()
