"""The keys of the whole screen: the list, a blank screen, the light, the size, and names."""

import pytest
from playwright.sync_api import Page, expect

from relnet.case.vocabulary import Track
from relnet.figures.backdrop import PORT_WORDS
from relnet.network.attention import attention
from relnet.web import ids
from relnet.web.case_view import CaseView
from relnet.words import label
from tests.browser.case_page import (
    DAWN,
    amira,
    by_id,
    expect_said,
    expect_stage,
    focused_ref,
    hear,
    heard_on,
    mark_on_map,
    open_case,
    open_view,
    wait_for_query,
)
from tests.browser.conftest import AxeCheck
from tests.browser.editing_page import SIZES

pytestmark = pytest.mark.browser

RAIL_AT = "aria-valuenow"


def port_words(view: CaseView) -> str:
    """Say what the port of the first lane says."""
    return PORT_WORDS[attention(view.network, view.stage).port(Track.TRUSTED)]


@pytest.fixture
def whole(clean_page: Page) -> Page:
    """Open a case on the whole screen."""
    open_case(clean_page, "amira?stage=2&present=1")
    expect(by_id(clean_page, ids.PRESENT_STRIP)).to_be_visible()
    return clean_page


def test_the_keys_are_listed_by_a_button_and_by_a_key(whole: Page, axe: AxeCheck) -> None:
    keys = by_id(whole, ids.PRESENT_KEYS)
    whole.get_by_role("button", name="Keys").click()
    expect(keys).to_be_visible()
    assert axe(whole) == []
    whole.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    whole.keyboard.press("?")
    expect(keys).to_be_visible()


def test_a_clicker_steps_and_a_blank_screen_holds_still(whole: Page, axe: AxeCheck) -> None:
    rail, blank = by_id(whole, ids.RAIL), by_id(whole, ids.PRESENT_BLANK)
    whole.keyboard.press("PageDown")
    expect(rail).to_have_attribute(RAIL_AT, "3")
    whole.keyboard.press("PageUp")
    expect(rail).to_have_attribute(RAIL_AT, "2")
    whole.keyboard.press("b")
    expect(blank).to_be_visible()
    assert axe(whole) == []
    whole.keyboard.press("PageDown")
    expect(blank).to_be_hidden()
    expect(rail).to_have_attribute(RAIL_AT, "2")


def test_keys_mean_nothing_outside_the_whole_screen(clean_page: Page) -> None:
    open_case(clean_page, "amira?stage=2")
    for key in "b?n+":
        clean_page.keyboard.press(key)
    expect(by_id(clean_page, ids.PRESENT_BLANK)).to_be_hidden()
    expect(by_id(clean_page, ids.PRESENT_KEYS)).to_be_hidden()
    expect(clean_page.locator("html.zoomed")).to_have_count(0)
    expect(clean_page.get_by_role("button", name="Hide names")).to_be_visible()


def test_the_rest_is_dimmed_around_one_who_is_lit(whole: Page, axe: AxeCheck) -> None:
    lit = whole.locator(f'.stage.now .kind-member[data-ref="{DAWN}"]')
    other = whole.locator(f'.stage.now .kind-tie:not([data-ends="{DAWN}"])').first
    lit.focus()
    whole.keyboard.press("s")
    expect(lit).to_have_css("opacity", "1")
    expect(other).to_have_css("opacity", "0.15")
    expect(whole.locator(".stage.now .kind-spine").first).to_have_css("opacity", "1")
    assert axe(whole) == []
    whole.keyboard.press("d")
    expect(other).to_have_css("opacity", "1")
    whole.keyboard.press("Escape")
    expect(whole.locator("html.spotlit")).to_have_count(0)
    expect(by_id(whole, ids.PRESENT_STRIP)).to_be_visible()


@pytest.mark.parametrize("view", ["map", "tracks"])
def test_the_picture_grows_moves_and_goes_back(clean_page: Page, view: str) -> None:
    open_case(clean_page, f"amira?view={view}&stage=2&present=1")
    picture = clean_page.locator(".stages" if view == "map" else ".pane-tracks .tracks")
    expect(picture).to_be_visible()
    usual = picture.bounding_box()
    clean_page.keyboard.press("+")
    grown = picture.bounding_box()
    assert usual
    assert grown
    assert grown["width"] == pytest.approx(usual["width"] * 1.25, rel=0.01)
    clean_page.keyboard.press("Shift+ArrowRight")
    moved = picture.bounding_box()
    assert moved
    assert moved["x"] < grown["x"]
    clean_page.keyboard.press("Escape")
    assert picture.bounding_box() == usual
    clean_page.get_by_role("button", name="Larger").click()
    clean_page.get_by_role("button", name="Usual size").click()
    assert picture.bounding_box() == usual


def test_a_larger_picture_can_be_moved_to_its_edges_and_keeps_the_names_in_sight(
    clean_page: Page,
) -> None:
    open_case(clean_page, "many-moves?view=tracks&stage=2&present=1")
    names = clean_page.locator(".pane-tracks .tracks-names")
    expect(names).to_be_visible()
    for _ in range(4):
        clean_page.keyboard.press("+")
    for _ in range(60):
        clean_page.keyboard.press("Shift+ArrowRight")
    room = by_id(clean_page, ids.MAIN)
    assert room.evaluate("node => node.scrollLeft + node.clientWidth >= node.scrollWidth - 2")
    box = names.bounding_box()
    assert box
    assert box["x"] == pytest.approx(0, abs=2)
    clean_page.keyboard.press("0")
    assert clean_page.locator("html.zoomed").count() == 0


def test_the_picture_has_the_whole_width_of_a_narrow_window(whole: Page) -> None:
    whole.set_viewport_size({"width": 683, "height": 384})
    room = by_id(whole, ids.MAIN).bounding_box()
    assert room
    assert (room["x"], room["width"]) == (0, 683)


def test_the_names_of_the_lanes_stay_in_sight(whole: Page, axe: AxeCheck) -> None:
    names = whole.locator(".present-lanes p")
    for _ in range(5):
        whole.keyboard.press("+")
    for _ in range(3):
        whole.keyboard.press("Shift+ArrowRight")
    room = by_id(whole, ids.MAIN).bounding_box()
    first = names.first
    expect(first).to_be_visible()
    box = first.bounding_box()
    assert room
    assert box
    assert box["x"] == pytest.approx(room["x"], abs=2)
    view = amira(1)
    assert first.inner_text().split("\n") == [label(Track.TRUSTED), port_words(view)]
    for _ in range(20):
        whole.keyboard.press("Shift+ArrowDown")
    last = names.last
    expect(last).to_be_in_viewport(ratio=1)
    assert axe(whole) == []
    whole.keyboard.press("PageUp")
    expect(first).to_have_text(label(Track.TRUSTED) + port_words(amira(0)))
    for _ in range(40):
        whole.keyboard.press("Shift+ArrowLeft")
        whole.keyboard.press("Shift+ArrowUp")
    expect(first).to_be_hidden()
    whole.keyboard.press("0")
    expect(names).to_have_count(0)


def test_the_light_is_switched_by_the_keyboard_alone(whole: Page) -> None:
    whole.keyboard.press("s")
    ref = focused_ref(whole)
    whole.keyboard.press("s")
    expect(mark_on_map(whole, ref)).to_have_css("opacity", "1")
    expect(whole.locator("html.spotlit")).to_have_count(1)
    whole.keyboard.press("s")
    expect(whole.locator("html.spotlit")).to_have_count(0)


def test_the_escape_that_the_browser_takes_undoes_one_step(clean_page: Page) -> None:
    open_case(clean_page, "amira?stage=2")
    clean_page.get_by_role("button", name="Present", exact=True).click()
    expect(clean_page.locator("html:fullscreen")).to_have_count(1)
    mark_on_map(clean_page, DAWN).click()
    expect(clean_page.locator("html.spotlit")).to_have_count(1)
    for unlit in ("html:not(.spotlit).presenting", "html:not(.presenting)"):
        clean_page.evaluate("document.fullscreenElement && document.exitFullscreen()")
        expect(clean_page.locator(unlit)).to_have_count(1)
        if unlit.endswith(".presenting"):
            clean_page.keyboard.press("f")
            expect(clean_page.locator("html:fullscreen")).to_have_count(1)


def test_dragging_moves_a_larger_picture_and_chooses_nobody(whole: Page) -> None:
    for _ in range(3):
        whole.get_by_role("button", name="Larger").click()
    mark = whole.locator(f'.stage.now .kind-member[data-ref="{DAWN}"] .touch')
    mark.scroll_into_view_if_needed()
    before, dawn = whole.locator(".stages").bounding_box(), mark.bounding_box()
    assert before
    assert dawn
    x, y = dawn["x"] + dawn["width"] / 2, dawn["y"] + dawn["height"] / 2
    whole.mouse.move(x, y)
    whole.mouse.down()
    whole.mouse.move(x - 60, y, steps=3)
    whole.mouse.up()
    after = whole.locator(".stages").bounding_box()
    assert after
    assert after["x"] == pytest.approx(before["x"] - 60, abs=2)
    expect(whole.locator("html.spotlit")).to_have_count(0)


def test_names_go_dark_before_the_page_is_asked_for_and_the_rest_stays(whole: Page) -> None:
    whole.evaluate(
        "key => addEventListener('relnet:leaving', () => { sessionStorage.dark ="
        " document.getElementById(key).open; })",
        ids.PRESENT_BLANK,
    )
    whole.keyboard.press("n")
    expect(whole.locator("#hide-names[data-names=hidden]")).to_be_attached()
    assert whole.evaluate("sessionStorage.dark") == "true"
    wait_for_query(whole, "?stage=2&present=1")
    expect(by_id(whole, ids.PRESENT_STRIP)).to_be_visible()
    expect(by_id(whole, ids.PRESENT_BLANK)).to_be_hidden()


def test_whoever_was_chosen_before_is_lit_and_stays_chosen_afterwards(clean_page: Page) -> None:
    open_case(clean_page, f"amira?stage=2&chosen={DAWN}")
    expect(clean_page.locator("html.spotlit")).to_have_count(0)
    clean_page.get_by_role("button", name="Present", exact=True).click()
    expect(clean_page.locator("html.spotlit")).to_have_count(1)
    clean_page.get_by_role("button", name="Leave").first.click()
    expect(clean_page.locator("html.spotlit")).to_have_count(0)
    expect(mark_on_map(clean_page, DAWN)).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_key_stands_below_the_picture_through_steps(
    whole: Page, axe: AxeCheck, width: int, height: int
) -> None:
    whole.set_viewport_size({"width": width, "height": height})
    key, map_ = whole.locator(".stages > .now .kind-key"), whole.locator(".stages")
    expect(key).to_be_hidden()
    whole.keyboard.press("k")
    expect(key).to_be_visible()
    expect(by_id(whole, ids.SAID)).to_have_text("Key shown")
    high = f"{map_.get_attribute('data-width')} {map_.get_attribute('data-height')}"
    picture = whole.locator(".stages > .now svg, .stages > svg.now")
    expect(picture.first).to_have_attribute("viewBox", f"0 0 {high}")
    assert axe(whole) == []
    whole.keyboard.press("PageDown")
    expect_stage(whole, amira(2))
    expect(key).to_be_visible()
    whole.keyboard.press("k")
    expect(key).to_be_hidden()
    expect(by_id(whole, ids.SAID)).to_have_text("Key hidden")


@pytest.mark.parametrize("view", ["map", "tracks"])
def test_the_key_of_a_high_picture_comes_into_sight(clean_page: Page, view: str) -> None:
    open_view(clean_page, f"many-moves?view={view}&stage=2&present=1")
    room = by_id(clean_page, ids.MAIN)
    before = room.evaluate("node => [node.scrollLeft, node.scrollTop]")
    clean_page.keyboard.press("k")
    shown = ".now" if view == "map" else ".tracks"
    expect(clean_page.locator(f".pane:not([hidden]) {shown} .kind-key").first).to_be_in_viewport()
    clean_page.keyboard.press("k")
    assert room.evaluate("node => [node.scrollLeft, node.scrollTop]") == before


def test_a_view_without_a_key_has_none_to_show(clean_page: Page) -> None:
    open_view(clean_page, "amira?view=table&stage=2&present=1")
    clean_page.keyboard.press("k")
    expect(clean_page.locator("html.keyed")).to_have_count(0)
    expect(by_id(clean_page, ids.SAID)).to_be_empty()


def test_who_begins_hears_of_the_keys_and_nothing_twice(clean_page: Page) -> None:
    open_case(clean_page, "amira?stage=2")
    hear(by_id(clean_page, ids.SAID))
    clean_page.get_by_role("button", name="Present", exact=True).press("Enter")
    expect(by_id(clean_page, ids.RAIL)).to_be_focused()
    # The stage is said, where it changes, at the moment at which the address is written.
    wait_for_query(clean_page, "?stage=2&present=1")
    told = ["Whole screen. Question mark for the keys, Escape leaves."]
    assert heard_on(clean_page) == told
    clean_page.keyboard.press("PageDown")
    expect_said(clean_page, amira(2))
    assert len(heard_on(clean_page)) == 2


def test_who_hears_the_page_is_told_of_light_and_size(whole: Page) -> None:
    hear(by_id(whole, ids.SAID))
    mark_on_map(whole, DAWN).focus()
    whole.keyboard.press("s")
    wait_for_query(whole, f"?stage=2&chosen={DAWN}&present=1")
    for key in ("d", "d", "s", "s", "Escape", "-", "+", "+", "-", "0", "0"):
        whole.keyboard.press(key)
    lit = f"{amira(1).names.of('dawn')} lit, the rest dimmed"
    assert heard_on(whole) == [
        *(lit, "Everybody lit", lit, "Everybody lit", lit, "Everybody lit"),
        *("Larger", "Larger", "Smaller", "Usual size"),
    ]


def test_names_that_are_switched_leave_the_keyboard_at_the_timeline(
    whole: Page, axe: AxeCheck
) -> None:
    for names in ("hidden", "shown"):
        whole.keyboard.press("n")
        expect(whole.locator(f"#hide-names[data-names={names}]")).to_be_attached()
        expect(by_id(whole, ids.RAIL)).to_be_focused()
        expect(by_id(whole, ids.SAID)).to_have_text(f"Names are {names}. F for the whole screen.")
        assert axe(whole) == []
    assert whole.evaluate("sessionStorage.length") == 0
    whole.reload()
    expect(whole.locator("html.live.presenting")).to_be_attached()
    expect(by_id(whole, ids.RAIL)).not_to_be_focused()
