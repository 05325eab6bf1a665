"""The tally in a real browser: a room of two tables, one of them at a device of its own."""

import re
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from waitress.server import create_server

from relnet.web import ids
from relnet.web.app import create_app
from relnet.web.shelf import shelf_of
from relnet.web.tally_door import Door
from relnet.web.tally_room import Room
from relnet.web.tally_routes import Counting, hang_tally
from tests.browser.case_page import by_id, open_case, wait_for_query
from tests.browser.conftest import AxeCheck, watch

pytestmark = pytest.mark.browser

SIZES = [(1366, 768), (1920, 1080), (683, 384), (390, 844)]
PEER, FAMILY = "peer.safety.during", "family.collaboration.before"


@pytest.fixture
def counting() -> Iterator[Counting]:
    """Make an empty room whose door would listen on this computer alone."""
    room = Room()
    made = Counting(room, Door(room, lambda: ("127.0.0.1",)))
    yield made
    made.door.close()


@pytest.fixture
def server(counting: Counting) -> Iterator[str]:
    """Serve relnet with this room."""
    app = create_app(shelf_of(())).server
    hang_tally(app, counting)
    made = create_server(app, host="127.0.0.1", port=0, threads=8)
    threading.Thread(target=made.run, daemon=True).start()
    yield f"http://127.0.0.1:{made.effective_port}"
    made.task_dispatcher.shutdown()


@pytest.fixture
def trainer(clean_page: Page) -> Page:
    """Open the trainer's page."""
    clean_page.goto("/tally")
    expect(clean_page.locator(".tally-picture")).to_be_visible()
    return clean_page


@pytest.fixture
def device(trainer: Page, counting: Counting, context: BrowserContext) -> Page:
    """Join from another device, as somebody who reads the trainer's page."""
    trainer.get_by_role("button", name="Let others join").click()
    expect(trainer.get_by_role("button", name="Stop joining")).to_be_visible()
    assert counting.door.now is not None
    expect(trainer.locator(".tally-code")).to_contain_text(counting.door.now.code)
    page = context.new_page()
    page.goto(trainer.locator(".tally-address").inner_text())
    page.get_by_label("Code on the trainer’s page").fill(counting.door.now.code.lower())
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("heading", name="You are Table 2")).to_be_focused()
    return page


def press(page: Page, key: str) -> None:
    page.locator(f'[data-place="{key}"]').click()


def number(page: Page, key: str) -> str:
    return page.locator(f'[data-place="{key}"] .count').inner_text()


def expect_number(page: Page, key: str, count: int, within: float = 5000) -> None:
    found = page.locator(f'[data-place="{key}"] .count')
    expect(found).to_have_text(str(count), timeout=within)


def test_a_room_of_two_tables_presses(trainer: Page, device: Page) -> None:
    press(trainer, PEER)
    expect_number(trainer, PEER, 1)
    press(device, PEER)
    press(device, FAMILY)
    expect_number(device, FAMILY, 1)
    expect_number(trainer, FAMILY, 1, within=2000)
    expect_number(trainer, PEER, 2)
    assert number(device, PEER) == "1"
    second = trainer.locator('.tally-choice[data-table="2"]')
    expect(second).to_contain_text("2 presses")
    expect(second).to_contain_text("joined")
    expect(trainer.locator("#tally-types")).to_contain_text("2 of 3 (67 %)")
    device.get_by_role("button", name="Take back the last press").click()
    expect_number(device, FAMILY, 0)
    expect_number(trainer, FAMILY, 0, within=2000)


def test_a_device_stops_when_joining_is_turned_off(trainer: Page, device: Page) -> None:
    press(device, PEER)
    expect_number(device, PEER, 1)
    trainer.get_by_role("button", name="Stop joining").click()
    expect(trainer.locator(".tally-code")).to_have_count(0)
    press(device, PEER)
    expect(by_id(device, ids.TALLY_FAULT)).to_contain_text("does not answer")
    expect_number(trainer, PEER, 1)


def test_a_device_keeps_its_table_over_a_reload_and_loses_it_with_it(
    trainer: Page, device: Page
) -> None:
    press(device, PEER)
    expect_number(device, PEER, 1)
    device.reload()
    expect(device.get_by_role("heading", name="You are Table 2")).to_be_visible()
    expect_number(device, PEER, 1)
    trainer.locator('.tally-choice[data-table="2"]').click()
    trainer.get_by_role("button", name="Take this table away").click()
    trainer.get_by_role("dialog").get_by_role("button", name="Take it away").click()
    expect(by_id(device, ids.TALLY_FAULT)).to_contain_text("Join again")
    expect(device.get_by_label("Code on the trainer’s page")).to_be_focused()


def test_a_wrong_code_is_told(trainer: Page, counting: Counting, context: BrowserContext) -> None:
    trainer.get_by_role("button", name="Let others join").click()
    page = context.new_page()
    page.goto(trainer.locator(".tally-address").inner_text())
    page.get_by_label("Code on the trainer’s page").fill("WRONGX")
    page.keyboard.press("Enter")
    expect(by_id(page, ids.TALLY_FAULT)).to_contain_text("not the code")
    assert len(counting.room.now().tally.tables) == 1


def test_tables_at_the_trainers_own_page(trainer: Page) -> None:
    press(trainer, PEER)
    trainer.get_by_role("button", name="Add a table").click()
    expect(trainer.get_by_role("radio", name="Table 2")).to_be_checked()
    press(trainer, PEER)
    press(trainer, FAMILY)
    own = trainer.locator(f'[data-place="{PEER}"] .own')
    expect(own).to_have_text("1")
    expect_number(trainer, PEER, 2)
    trainer.get_by_role("radio", name="Table 1").check()
    expect(trainer.locator(f'[data-place="{FAMILY}"] .own')).to_be_hidden()
    trainer.get_by_role("button", name="Take back the last press").click()
    expect_number(trainer, PEER, 1)
    expect_number(trainer, FAMILY, 1)
    trainer.get_by_role("button", name="Start again").click()
    trainer.get_by_role("dialog").get_by_role("button", name="Keep them").click()
    expect_number(trainer, FAMILY, 1)
    trainer.get_by_role("button", name="Start again").click()
    trainer.get_by_role("dialog").get_by_role("button", name="Throw them away").click()
    expect_number(trainer, FAMILY, 0)


def test_it_is_pressed_by_keyboard(trainer: Page) -> None:
    first = trainer.locator("[data-place]").first
    first.focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "Enter"):
        trainer.keyboard.press(key)
    expect_number(trainer, "family.safety.before", 1)
    expect(by_id(trainer, ids.TALLY_SAID)).to_have_text(
        "Table 1: Family, safety, before relocation: 1"
    )
    expect(trainer.locator('[data-place="family.safety.before"]')).to_be_focused()
    trainer.keyboard.press("Space")
    expect_number(trainer, "family.safety.before", 2)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_both_pages_fit_and_axe_finds_nothing(
    trainer: Page, device: Page, axe: AxeCheck, width: int, height: int
) -> None:
    press(trainer, PEER)
    press(device, PEER)
    expect_number(trainer, PEER, 2)
    for page in (trainer, device):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert axe(page) == []
        sizes = page.locator("[data-place]").evaluate_all(
            "all => all.map(one => [one.offsetWidth, one.offsetHeight])"
        )
        assert all(min(size) >= 44 for size in sizes)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_head_of_a_row_is_broken(trainer: Page, width: int, height: int) -> None:
    trainer.set_viewport_size({"width": width, "height": height})
    heads = trainer.locator(".press-phase tbody th")
    # A word on two lines is drawn as two boxes; 4 types in each of 3 phases.
    boxes = heads.evaluate_all(
        """all => all.map((head) => {
          const words = document.createRange();
          words.selectNodeContents(head);
          return words.getClientRects().length;
        })"""
    )
    assert boxes == [1] * 12


def test_the_questions_and_the_joining_page_are_accessible(
    trainer: Page, context: BrowserContext, axe: AxeCheck
) -> None:
    trainer.get_by_role("button", name="Start again").click()
    assert axe(trainer) == []
    trainer.keyboard.press("Escape")
    trainer.get_by_role("button", name="Let others join").click()
    other = watch(context.new_page())
    other.page.goto(trainer.locator(".tally-address").inner_text())
    assert axe(other.page) == []
    assert other.console == []
    assert other.foreign == []


def test_the_grid_is_seen_whole_on_a_laptop(trainer: Page) -> None:
    box = by_id(trainer, ids.TALLY_GRID).bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 768


def test_numbers_and_pictures_are_saved(trainer: Page) -> None:
    press(trainer, PEER)
    expect_number(trainer, PEER, 1)
    for words, name, begins in (
        ("Save the numbers (CSV)", "tally.csv", b"source,"),
        ("Save the picture (SVG)", "tally.svg", b"<svg"),
        ("Save the picture (PNG)", "tally.png", b"\x89PNG"),
    ):
        with trainer.expect_download() as saving:
            trainer.get_by_text(words).click()
        assert saving.value.suggested_filename == name
        assert saving.value.path().read_bytes().startswith(begins)


def test_it_is_reached_from_the_start_page_and_the_study(clean_page: Page) -> None:
    for address in ("/", "/study"):
        clean_page.goto(address)
        clean_page.get_by_role("link", name=re.compile("room’s tally")).click()
        expect(clean_page.get_by_role("heading", name="The room’s tally")).to_be_visible()


def test_the_tally_is_one_press_from_a_case_and_leads_back(clean_page: Page, axe: AxeCheck) -> None:
    open_case(clean_page, "amira")
    by_id(clean_page, ids.RAIL).press("ArrowRight")
    menu = by_id(clean_page, ids.COMPARE_MENU)
    menu.locator("summary").press("Enter")
    assert axe(clean_page) == []
    menu.get_by_role("link", name="The room’s tally").press("Enter")
    expect(clean_page.get_by_role("heading", name="The room’s tally", level=1)).to_be_visible()
    assert axe(clean_page) == []
    clean_page.get_by_role("link", name="Back to “Amira, as it was”").press("Enter")
    expect(clean_page.locator(".stages > .now")).to_have_attribute("data-stage", "1")
    wait_for_query(clean_page, "?stage=2")
