"""The case page in a real browser: it opens quietly, its timeline, its address."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from relnet.web import ids
from tests.browser.case_page import (
    KAYLA,
    amira,
    by_id,
    expect_said,
    expect_stage,
    mark_on_map,
    open_case,
    wait_for_query,
)
from tests.browser.conftest import Watched
from tests.web.views import SAMPLES, look, sample

pytestmark = pytest.mark.browser


def only_this_computer(route: Route) -> None:
    if route.request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
        route.continue_()
    else:
        route.abort()


@pytest.mark.parametrize("key", SAMPLES)
def test_every_case_opens_quietly_with_the_network_cut_off(clean_page: Page, key: str) -> None:
    clean_page.context.route("**/*", only_this_computer)
    open_case(clean_page, key)
    view = look(sample(key))
    expect(clean_page).to_have_title(f"{view.case.title} · relnet")
    expect_stage(clean_page, view)
    assert clean_page.evaluate("document.documentElement.scrollWidth") <= 1366


@pytest.mark.parametrize("width", [1920, 1366, 1280, 1010])
@pytest.mark.parametrize("hidden", [False, True], ids=["names shown", "names hidden"])
def test_the_title_can_be_read_beside_a_full_header(
    clean_page: Page, width: int, *, hidden: bool
) -> None:
    clean_page.set_viewport_size({"width": width, "height": 768})
    open_case(clean_page)
    if hidden:
        # Roles in the place of names make the header longer.
        by_id(clean_page, ids.HIDE_NAMES).click()
        expect(clean_page.locator("html.live #hide-names[data-names=hidden]")).to_be_attached()
    heading = clean_page.get_by_role("heading", level=1)
    assert heading.evaluate("h => h.scrollHeight <= h.clientHeight + 1")
    assert heading.evaluate("h => h.scrollWidth <= h.clientWidth + 1")
    expect(heading).to_be_in_viewport(ratio=1)
    assert clean_page.evaluate("document.documentElement.scrollWidth") <= width


STEPS = [
    *(("ArrowRight", 1), ("ArrowUp", 2), ("PageUp", 3), ("ArrowRight", 4), ("ArrowRight", 4)),
    *(("ArrowLeft", 3), ("ArrowDown", 2), ("PageDown", 1), ("End", 4), ("End", 4), ("Home", 0)),
    *(("ArrowLeft", 0), ("ArrowRight", 1)),
]


def test_the_timeline_obeys_the_keyboard_and_asks_nobody(
    clean_page: Page, watched: Watched
) -> None:
    open_case(clean_page)
    expect(by_id(clean_page, ids.SAID)).to_be_empty()
    before = len(watched.requests)
    rail = by_id(clean_page, ids.RAIL)
    for key, stage in STEPS:
        rail.press(key)
        expect_stage(clean_page, amira(stage))
    expect_said(clean_page, amira(1))
    wait_for_query(clean_page, "?stage=2")
    assert watched.requests[before:] == []


def test_keys_with_a_modifier_are_the_browsers_own(clean_page: Page) -> None:
    open_case(clean_page)
    for key in ("Control+ArrowRight", "Alt+ArrowUp", "a"):
        by_id(clean_page, ids.RAIL).press(key)
    expect_stage(clean_page, amira(0))


def test_the_timeline_obeys_the_pointer(clean_page: Page) -> None:
    open_case(clean_page)
    clean_page.locator(".stop").nth(3).locator(".stop-name").click()
    expect_stage(clean_page, amira(3))
    box = by_id(clean_page, ids.RAIL).bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    clean_page.mouse.move(box["x"] + 2, middle)
    clean_page.mouse.down()
    expect(clean_page.locator(".stage.now")).to_have_attribute("data-stage", "0")
    clean_page.mouse.move(box["x"] + box["width"] / 2, middle - 300, steps=4)
    expect(clean_page.locator(".stage.now")).to_have_attribute("data-stage", "2")
    clean_page.mouse.move(5000, middle, steps=2)
    clean_page.mouse.up()
    clean_page.mouse.move(box["x"], middle)
    expect_stage(clean_page, amira(4))


def test_the_buttons_step_and_say_where_there_is_no_further_step(clean_page: Page) -> None:
    open_case(clean_page)
    back, on = (by_id(clean_page, key) for key in (ids.STEP_BACK, ids.STEP_ON))
    expect(back).to_have_attribute("aria-disabled", "true")
    for stage in (1, 2, 3, 4):
        on.click()
        expect(by_id(clean_page, ids.RAIL)).to_have_attribute("aria-valuenow", str(stage + 1))
    expect(on).to_have_attribute("aria-disabled", "true")
    on.press("Enter")
    back.press("Enter")
    expect_stage(clean_page, amira(3))
    expect(on).to_have_attribute("aria-disabled", "false")


def test_the_stages_are_played_once_and_a_key_stops_them(clean_page: Page) -> None:
    clean_page.clock.install()
    open_case(clean_page, "amira?stage=3")
    play = by_id(clean_page, ids.PLAY)
    now = clean_page.locator(".stage.now")
    play.click()
    expect(play).to_have_attribute("aria-pressed", "true")
    expect(now).to_have_attribute("data-stage", "3")
    clean_page.clock.run_for(3100)
    expect(now).to_have_attribute("data-stage", "4")
    clean_page.clock.run_for(3100)
    expect(play).to_have_attribute("aria-pressed", "false")
    play.click()
    expect(now).to_have_attribute("data-stage", "0")
    by_id(clean_page, ids.RAIL).press("ArrowRight")
    expect(play).to_have_attribute("aria-pressed", "false")
    clean_page.clock.run_for(9000)
    expect(now).to_have_attribute("data-stage", "1")


def test_playing_moves_nothing_for_those_who_want_less_motion(
    context: BrowserContext, page: Page
) -> None:
    for motion, animation in (("no-preference", "arrive"), ("reduce", "none")):
        page.emulate_media(reduced_motion="reduce" if motion == "reduce" else "no-preference")
        open_case(page)
        by_id(page, ids.PLAY).click()
        stage = page.locator(".playing .stage.now[data-stage='1']")
        expect(stage).to_have_css("animation-name", animation)
    assert context.pages == [page]


def test_the_address_holds_the_view_and_a_reload_keeps_it(clean_page: Page) -> None:
    open_case(clean_page)
    by_id(clean_page, ids.RAIL).press("ArrowRight")
    wait_for_query(clean_page, "?stage=2")
    mark_on_map(clean_page, KAYLA).click()
    wait_for_query(clean_page, f"?stage=2&chosen={KAYLA}")
    by_id(clean_page, ids.FILTERS).locator("summary").click()
    clean_page.get_by_label("Trusted relationships").uncheck()
    query = f"?stage=2&chosen={KAYLA}&hide=track-trusted"
    wait_for_query(clean_page, query)
    clean_page.reload()
    expect(clean_page.locator(f"#{ids.CHOSEN_PANEL} h2")).to_have_text("Kayla")
    wait_for_query(clean_page, query)
    expect_stage(clean_page, amira(1))
    expect(clean_page.locator(".stage.now .kind-tie.track-trusted:not(.out)")).to_have_count(0)
    expect(mark_on_map(clean_page, KAYLA)).to_have_class(re.compile("is-chosen"))


def test_back_and_forward_walk_through_the_views(clean_page: Page) -> None:
    open_case(clean_page)
    rail = by_id(clean_page, ids.RAIL)
    for query in ("?stage=2", "?stage=3"):
        rail.press("ArrowRight")
        wait_for_query(clean_page, query)
    mark_on_map(clean_page, KAYLA).click()
    wait_for_query(clean_page, f"?stage=3&chosen={KAYLA}")
    clean_page.go_back()
    wait_for_query(clean_page, "?stage=3")
    expect(by_id(clean_page, ids.CHOSEN_SIDE)).to_be_hidden()
    clean_page.go_back()
    clean_page.go_back()
    wait_for_query(clean_page, "")
    expect_stage(clean_page, amira(0))
    expect_said(clean_page, amira(0))
    clean_page.go_forward()
    wait_for_query(clean_page, "?stage=2")
    expect_stage(clean_page, amira(1))


def test_another_persons_view_keeps_stage_and_choice(clean_page: Page) -> None:
    open_case(clean_page, f"amira?stage=2&chosen={KAYLA}")
    clean_page.get_by_role("link", name="Mum", exact=True).click()
    wait_for_query(clean_page, f"?stage=2&as=p7&chosen={KAYLA}")
    expect_stage(clean_page, look(sample("amira"), 1, "mum"))
    expect(clean_page.get_by_role("link", name="Mum", exact=True)).to_have_attribute(
        "aria-current", "true"
    )
    clean_page.go_back()
    wait_for_query(clean_page, f"?stage=2&chosen={KAYLA}")
    expect_stage(clean_page, amira(1))


@pytest.mark.parametrize(
    "address", ["amira?stage=99&as=nobody&chosen=p99&hide=x.y&only=", "amira?stage=-3&as="]
)
def test_an_address_that_names_nothing_opens_what_there_is(clean_page: Page, address: str) -> None:
    open_case(clean_page, address)
    stage = "4" if "99" in address else "0"
    expect(clean_page.locator(".stage.now")).to_have_attribute("data-stage", stage)
    expect(clean_page.locator("aside h2:visible, #chosen-panel p")).to_have_count(1)


def test_the_timeline_answers_before_dash_has_loaded(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server)
    page = context.new_page()
    page.route("**/_dash*", lambda route: route.abort())
    page.goto("/case/amira")
    by_id(page, ids.RAIL).press("ArrowRight")
    expect(page.locator(".stage.now")).to_have_attribute("data-stage", "1")
    context.close()


def test_a_menu_asks_for_the_address_and_for_nothing_else(clean_page: Page) -> None:
    """What is done before a page is left (names, remarks, who follows) is not done for a menu."""
    open_case(clean_page)
    clean_page.evaluate(
        "() => { window.left = 0;"
        " addEventListener('relnet:leaving', () => { window.left += 1; }); }"
    )
    for menu, link in ((ids.COMPARE_MENU, "[data-sides]"), (ids.TAKE_AWAY, "[data-meeting]")):
        by_id(clean_page, ids.RAIL).press("ArrowRight")
        summary = by_id(clean_page, menu).locator("summary")
        summary.press("Enter")
        stage = by_id(clean_page, ids.RAIL).get_attribute("aria-valuenow")
        expect(by_id(clean_page, menu).locator(link)).to_have_attribute(
            "href", re.compile(rf"[?&]stage={stage}\b")
        )
        summary.press("Enter")
    assert clean_page.evaluate("window.left") == 0
