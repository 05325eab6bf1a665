"""Following: pages of this computer that move together, and a device of its own on the network."""

import re
import socket
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Frame,
    FrameLocator,
    Locator,
    Page,
    Route,
    expect,
)
from waitress.server import create_server

from relnet.web import ids
from relnet.web.app import create_app
from relnet.web.follow.rooms import Rooms
from relnet.web.follow.routes import Following, hang_following, look_on
from relnet.web.follow.way_in import WayIn
from relnet.web.shelf import shelf_of
from tests.browser.case_page import DAWN, KAYLA, by_id, hear, heard_on, mark_on_map, open_case
from tests.browser.conftest import AxeCheck, Watched, watch
from tests.web.views import sample, secret_words

pytestmark = pytest.mark.browser

SIZES = [(1366, 768), (1920, 1080), (683, 384)]
SOON = 10_000
RING = "rgb(168, 121, 0)"
"""The colour of what is chosen (``assets/case.css``)."""

PLACES = "all => all.map(disc => [disc.getAttribute('cx'), disc.getAttribute('cy')])"
SECRETS = secret_words(sample("amira").network.case)


@pytest.fixture
def following() -> Iterator[list[Following]]:
    """Hold what the server has for following; its way in is closed at the end."""
    made: list[Following] = []
    yield made
    for each in made:
        each.way_in.close()


@pytest.fixture
def server(following: list[Following]) -> Iterator[str]:
    """Serve the samples; other devices would be let in on this computer alone."""
    app = create_app(shelf_of(())).server
    rooms = Rooms()
    way_in = WayIn(rooms, look_on(app), lambda: ("127.0.0.1",))
    following.append(Following(rooms, way_in))
    hang_following(app, following[0])
    made = create_server(app, host="127.0.0.1", port=0, threads=8)
    threading.Thread(target=made.run, daemon=True).start()
    yield f"http://127.0.0.1:{made.effective_port}"
    made.task_dispatcher.shutdown()


def told_secrets(text: str) -> list[str]:
    """Find what a text tells of names."""
    return [word for word in SECRETS if re.search(rf"\b{re.escape(word)}\b", text)]


def choose_way(page: Page, name: str) -> None:
    """Press a button of the menu by keyboard, and close the menu."""
    page.locator(f"#{ids.FOLLOW} summary").press("Enter")
    page.get_by_role("button", name=name).press("Enter")
    page.keyboard.press("Escape")


def expect_stage(page: Page, number: int, within: float = SOON) -> None:
    rail = by_id(page, ids.RAIL)
    expect(rail).to_have_attribute("aria-valuenow", str(number), timeout=within)


@pytest.fixture
def leader(clean_page: Page) -> Page:
    """Open Amira's case, and lead."""
    open_case(clean_page)
    choose_way(clean_page, "Lead: others with this page follow me")
    expect(by_id(clean_page, ids.FOLLOW_BAR)).to_contain_text("This page leads")
    return clean_page


@pytest.fixture
def other(browser: Browser, server: str) -> Iterator[Watched]:
    """Make a page in another browser, which shares neither cookies nor channels."""
    context = browser.new_context(base_url=server, viewport={"width": 1366, "height": 768})
    yield watch(context.new_page())
    context.close()


@pytest.fixture
def follower(leader: Page, other: Watched) -> Iterator[Page]:
    """Follow in another browser."""
    expect(leader).to_have_url(re.compile("amira"))
    open_case(other.page)
    choose_way(other.page, "Follow the page that leads")
    yield other.page
    assert other.console == []
    assert other.foreign == []


def test_another_browser_follows_stage_view_choice_and_filter(leader: Page, follower: Page) -> None:
    by_id(leader, ids.RAIL).press("ArrowRight")
    expect_stage(follower, 2)
    leader.locator('[data-view="tracks"]').first.click()
    expect(by_id(follower, ids.MAIN)).to_have_attribute("data-view", "tracks", timeout=SOON)
    leader.locator('[data-view="map"]').first.click()
    expect(by_id(follower, ids.MAIN)).to_have_attribute("data-view", "map", timeout=SOON)
    leader.locator(f'.stage.now [data-ref="{KAYLA}"]').first.click()
    chosen = follower.locator(f'.stage.now [data-ref="{KAYLA}"]').first
    expect(chosen).to_have_class(re.compile("is-chosen"), timeout=SOON)
    expect(by_id(follower, ids.CHOSEN_PANEL)).to_contain_text("Kayla")
    leader.locator(f"#{ids.FILTERS} summary").click()
    leader.get_by_label("broken").first.uncheck()
    expect(follower.locator(f"#{ids.FILTERS}.active")).to_be_attached(timeout=SOON)
    expect(by_id(leader, ids.FOLLOW_SAID)).to_contain_text("1 follows", timeout=SOON + 2000)


def test_a_new_follower_hears_nothing_before_the_first_answer(leader: Page, other: Watched) -> None:
    page, asked = other.page, list[Route]()

    def hold(route: Route) -> None:
        asked.append(route)

    page.route(re.compile("/follow/state"), hold, times=1)
    open_case(page)
    told = by_id(page, ids.FOLLOW_SAID).text_content() or ""
    heard = page.locator(f"#{ids.FOLLOW_BAR} [role=status]")
    hear(heard)
    expect(leader).to_have_url(re.compile("amira"))
    with page.expect_request(re.compile("/follow/state")):
        choose_way(page, "Follow the page that leads")
    expect(page.locator(f"#{ids.FOLLOW} summary")).to_have_text("Following")
    expect(by_id(page, ids.FOLLOW_SAID)).to_have_text(told)
    expect(heard).to_be_empty()
    asked[0].continue_()
    expect(heard).to_have_text("This page follows the one that leads.")
    assert heard_on(page) == ["This page follows the one that leads."]


def chosen_marks(page: Page | FrameLocator) -> Locator:
    """Find who is marked on the map of the stage that is seen."""
    return page.locator(":is(.stage, .sheet-stage).now .kind-member.is-chosen")


@pytest.mark.parametrize("presenting", ["", "&present=1"])
def test_whom_the_leader_chooses_is_marked_and_let_go(
    leader: Page, other: Watched, presenting: str
) -> None:
    page = other.page
    open_case(page)
    choose_way(page, "Follow the page that leads")
    if presenting:
        page.get_by_role("button", name="Present", exact=True).click()
    mark_on_map(leader, KAYLA).click()
    expect(chosen_marks(page)).to_have_attribute("data-ref", KAYLA)
    expect(page.locator("html.spotlit")).to_have_count(1 if presenting else 0)
    mark_on_map(leader, DAWN).click()
    expect(chosen_marks(page)).to_have_attribute("data-ref", DAWN)
    leader.keyboard.press("Escape")
    expect(chosen_marks(page)).to_have_count(0)
    expect(page.locator("html.spotlit")).to_have_count(0)
    assert other.console == []


def test_who_looks_around_alone_keeps_their_own_choice(leader: Page, follower: Page) -> None:
    mark_on_map(leader, KAYLA).click()
    expect(chosen_marks(follower)).to_have_attribute("data-ref", KAYLA)
    mark_on_map(follower, DAWN).click()
    back = follower.locator(f"#{ids.FOLLOW_BAR} button")
    expect(back).to_be_visible()
    leader.keyboard.press("Escape")
    by_id(leader, ids.RAIL).press("ArrowRight")
    expect(back).to_have_text(f"Come back to {sample('amira').network.case.stages[1].label}")
    expect(chosen_marks(follower)).to_have_attribute("data-ref", DAWN)
    back.press("Enter")
    expect(chosen_marks(follower)).to_have_count(0)


def test_a_second_window_follows_through_the_channel(leader: Page, context: BrowserContext) -> None:
    second = context.new_page()
    open_case(second)
    choose_way(second, "Follow the page that leads")
    for number in (2, 3, 4):
        by_id(leader, ids.RAIL).press("ArrowRight")
        expect_stage(second, number)
    leader.get_by_role("button", name="Hide names").click()
    expect(second.locator('[data-names="hidden"]')).to_be_attached(timeout=SOON)
    expect_stage(second, 4)
    expect(by_id(leader, ids.FOLLOW_BAR)).to_contain_text("This page leads")
    leader.get_by_role("button", name="Show names").click()
    expect(second.locator('[data-names="shown"]')).to_be_attached(timeout=SOON)


def test_who_steps_alone_is_led_back(leader: Page, follower: Page) -> None:
    by_id(leader, ids.RAIL).press("ArrowRight")
    expect_stage(follower, 2)
    by_id(follower, ids.RAIL).press("End")
    back = follower.locator(f"#{ids.FOLLOW_BAR} button")
    expect(back).to_be_visible()
    stage = sample("amira").network.case.stages[1]
    expect(back).to_have_text(f"Come back to {stage.label}")
    by_id(leader, ids.RAIL).press("ArrowRight")
    expect(back).to_have_text(f"Come back to {sample('amira').network.case.stages[2].label}")
    last = len(sample("amira").network.case.stages)
    expect_stage(follower, last)
    back.press("Enter")
    expect_stage(follower, 3)
    expect(back).to_be_hidden()
    expect(by_id(follower, ids.MAIN)).to_be_focused()
    by_id(leader, ids.RAIL).press("Home")
    expect_stage(follower, 1)


def test_names_hidden_by_the_leader_leave_the_followers(leader: Page, follower: Page) -> None:
    leader.get_by_role("button", name="Hide names").click()
    expect(follower.locator('[data-names="hidden"]')).to_be_attached(timeout=SOON)
    expect(follower.locator("html.live")).to_be_attached()
    text = follower.content()
    assert told_secrets(text) == []


def test_a_story_is_followed(leader: Page, follower: Page) -> None:
    leader.get_by_role("button", name="Story", exact=True).press("Enter")
    leader.keyboard.press("ArrowRight")
    expect(follower.locator(".story-step:not([hidden]) .story-count")).to_contain_text(
        "2 of", timeout=SOON
    )


def test_another_page_takes_the_lead(leader: Page, follower: Page) -> None:
    choose_way(follower, "Lead: others with this page follow me")
    expect(by_id(leader, ids.FOLLOW_FAULT)).to_contain_text("does not lead", timeout=SOON)
    choose_way(follower, "Stop leading")
    choose_way(leader, "Follow the page that leads")
    expect(by_id(leader, ids.FOLLOW_BAR)).to_contain_text("Nobody leads now")


def test_a_tab_that_is_duplicated_follows_the_first(
    leader: Page, context: BrowserContext, other: Watched
) -> None:
    held = leader.evaluate("JSON.stringify({...sessionStorage})")
    assert "token" in held
    second = watch(context.new_page())
    # As a browser does that duplicates a tab: the storage of the first comes along.
    second.page.add_init_script(f"Object.assign(sessionStorage, {held})")
    open_case(second.page)
    expect(by_id(second.page, ids.FOLLOW_BAR)).to_contain_text("This page follows")
    by_id(leader, ids.RAIL).press("ArrowRight")
    expect(by_id(second.page, ids.RAIL)).to_have_attribute("aria-valuenow", "2")
    by_id(second.page, ids.RAIL).press("End")
    expect(second.page.locator(f"#{ids.FOLLOW_BAR} button")).to_be_visible()
    expect_stage(leader, 2)
    expect(leader).to_have_url(re.compile("stage=2"))
    leader.reload()
    expect(by_id(leader, ids.FOLLOW_BAR)).to_contain_text("This page leads")
    open_case(other.page)
    choose_way(other.page, "Follow the page that leads")
    by_id(leader, ids.RAIL).press("ArrowRight")
    expect(by_id(other.page, ids.RAIL)).to_have_attribute("aria-valuenow", "3")
    assert second.console == []


# --- another device --------------------------------------------------------------------------


def let_in(leader: Page) -> tuple[str, str]:
    """Let other devices follow; give the address and the code."""
    leader.locator(f"#{ids.FOLLOW} summary").press("Enter")
    leader.get_by_role("button", name="Let other devices follow").press("Enter")
    address = leader.locator(".follow-address").inner_text()
    code = leader.locator(".follow-code [aria-hidden]").inner_text()
    return address, code


@pytest.fixture
def device(leader: Page, other: Watched) -> Page:
    """Follow from another device, as somebody who reads the leader's screen."""
    address, code = let_in(leader)
    page = other.page
    page.goto(address)
    page.get_by_label("Code on the screen").fill(code.lower())
    page.keyboard.press("Enter")
    expect(page.locator(f"#{ids.FOLLOW_FRAME}")).to_be_visible()
    expect(by_id(page, ids.FOLLOW_SAID)).to_contain_text("You follow")
    return page


def frame_of(page: Page) -> Frame:
    """Give the frame with what is shown."""
    found = page.locator(f"#{ids.FOLLOW_FRAME}").element_handle()
    assert found is not None
    frame = found.content_frame()
    assert frame
    return frame


def expect_framed(page: Page, stage: int, view: str = "map") -> None:
    framed = page.frame_locator(f"#{ids.FOLLOW_FRAME}")
    expect(framed.locator(f'[data-go="{stage - 1}"]')).to_have_attribute(
        "aria-current", "step", timeout=SOON
    )
    expect(framed.locator("body")).to_have_attribute("data-view", view, timeout=SOON)


def test_a_device_follows_looks_around_and_comes_back(
    leader: Page, device: Page, other: Watched
) -> None:
    leader.keyboard.press("Escape")
    by_id(leader, ids.RAIL).press("ArrowRight")
    expect_framed(device, 2)
    leader.locator('[data-view="tracks"]').first.click()
    expect_framed(device, 2, "tracks")
    frame_of(device).locator('[data-go="0"]').click()
    expect(by_id(device, ids.FOLLOW_SAID)).to_contain_text("alone")
    expect_framed(device, 1, "tracks")
    by_id(leader, ids.RAIL).press("ArrowRight")
    back = by_id(device, ids.FOLLOW_SWITCH)
    stage = sample("amira").network.case.stages[2]
    expect(back).to_have_text(f"Come back to {stage.label}")
    back.press("Enter")
    expect_framed(device, 3, "tracks")
    leader.locator('[data-view="map"]').first.click()
    leader.locator(f'.stage.now [data-ref="{KAYLA}"]').first.click()
    expect(by_id(device, ids.FOLLOW_SAID)).to_contain_text("Chosen: Kayla", timeout=SOON)
    assert other.console == []
    assert other.foreign == []


def test_a_device_marks_whom_the_leader_chooses(leader: Page, device: Page) -> None:
    leader.keyboard.press("Escape")
    framed = device.frame_locator(f"#{ids.FOLLOW_FRAME}")
    mark_on_map(leader, KAYLA).click()
    marked = chosen_marks(framed)
    expect(marked).to_have_attribute("data-ref", KAYLA)
    expect(marked.locator(".touch")).to_have_css("stroke", RING)
    # At the stages that are not laid out as well.
    rings = framed.locator(f'.kind-member[data-ref="{KAYLA}"] .touch')
    discs = framed.locator(f'.kind-member[data-ref="{KAYLA}"] .touch + circle')
    assert rings.evaluate_all(PLACES) == discs.evaluate_all(PLACES)
    leader.locator(f'.stage.now .kind-tie[data-ends="{DAWN}"]').press("Enter")
    line = framed.locator(".sheet-stage.now .kind-tie.is-chosen .touch")
    expect(line).to_have_css("stroke", RING)
    expect(marked).to_have_count(0)
    leader.locator('[data-view="tracks"]').first.click()
    row = framed.locator(".sheet-tracks.now .kind-row.is-chosen")
    expect(row).not_to_have_count(0)
    device.get_by_role("button", name="Look around alone").click()
    expect(framed.locator(".is-chosen")).to_have_count(0)
    leader.locator('[data-view="map"]').first.click()
    mark_on_map(leader, DAWN).click()
    back = by_id(device, ids.FOLLOW_SWITCH)
    by_id(leader, ids.RAIL).press("ArrowRight")
    expect(back).to_have_text(f"Come back to {sample('amira').network.case.stages[1].label}")
    expect(framed.locator(".is-chosen")).to_have_count(0)
    back.press("Enter")
    expect(marked).to_have_attribute("data-ref", DAWN)
    leader.keyboard.press("Escape")
    expect(framed.locator(".is-chosen, .touch")).to_have_count(0)


def test_a_device_loses_names_and_what_is_hidden(leader: Page, device: Page) -> None:
    leader.keyboard.press("Escape")
    assert "Kayla" in frame_of(device).content()
    leader.get_by_role("button", name="Hide names").click()
    framed = device.frame_locator(f"#{ids.FOLLOW_FRAME}")
    expect(framed.locator("h1")).not_to_contain_text("Amira", timeout=SOON)
    text = frame_of(device).content() + device.content()
    assert told_secrets(text) == []
    leader.locator(f"#{ids.FILTERS} summary").click()
    leader.locator('input[value="track-community_peer"]').uncheck()
    expect(framed.locator(".sheet-left-out")).to_be_visible(timeout=SOON + 2000)


def test_turned_off_means_gone(leader: Page, device: Page) -> None:
    port = int(leader.locator(".follow-address").inner_text().rpartition(":")[2])
    leader.get_by_role("button", name="Stop other devices").press("Enter")
    expect(leader.locator(".follow-code")).to_have_count(0)
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port), timeout=5)
    expect(by_id(device, ids.FOLLOW_SAID)).to_contain_text("does not answer", timeout=SOON)
    expect(by_id(device, ids.FOLLOW_FRAME)).to_be_hidden()


def test_a_wrong_code_shows_nothing(leader: Page, other: Watched) -> None:
    address, _code = let_in(leader)
    other.page.goto(address)
    other.page.get_by_label("Code on the screen").fill("WRONGX")
    other.page.keyboard.press("Enter")
    expect(by_id(other.page, ids.FOLLOW_FAULT)).to_contain_text("not the code")
    assert "Amira" not in other.page.content()


# --- looks -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_all_is_reached_and_nothing_hides(
    leader: Page, device: Page, axe: AxeCheck, width: int, height: int
) -> None:
    for page in (leader, device):
        page.set_viewport_size({"width": width, "height": height})
        assert axe(page) == []
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width
    stop = leader.get_by_role("button", name="Stop other devices")
    stop.scroll_into_view_if_needed()
    expect(stop).to_be_in_viewport()
