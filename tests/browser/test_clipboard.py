"""Copying from *Take away* in a browser: the picture, the words and the tables of the screen."""

from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Locator, Page, expect

from relnet.web import ids
from tests.browser.case_page import by_id, open_case
from tests.browser.conftest import AxeCheck
from tests.web.taking.files import secrets_in
from tests.web.views import sample

pytestmark = pytest.mark.browser

_AS_BASE64 = """async (type) => {
  const [item] = await navigator.clipboard.read();
  const bytes = new Uint8Array(await (await item.getType(type)).arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}"""

_SVG_TEXTS = """async () => {
  const { pictureOf } = await import("/assets/case_clipboard_picture.js");
  const pane = document.querySelector("#main > .pane:not([hidden])");
  const { svg } = pictureOf(document.querySelector("#main").dataset.view, pane, ["Told below"]);
  return [svg.outerHTML, [...svg.querySelectorAll("text")].map((text) => text.textContent)];
}"""


@pytest.fixture(autouse=True)
def _may_copy(context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])


def copying(page: Page, name: str) -> Locator:
    """Open *Take away* with the keyboard, and press a button in it."""
    menu = by_id(page, ids.TAKE_AWAY)
    menu.locator("summary").press("Enter")
    menu.get_by_role("button", name=name).press("Enter")
    return menu.get_by_role("status")


def clipboard(page: Page, kind: str) -> bytes:
    return b64decode(page.evaluate(_AS_BASE64, kind))


def colours(picture: Image.Image) -> int:
    return len(picture.convert("RGB").getcolors(1 << 24) or [])


@pytest.mark.parametrize("view", ["map", "tracks"])
def test_the_picture_is_copied(clean_page: Page, axe: AxeCheck, view: str) -> None:
    open_case(clean_page, f"amira?stage=3&view={view}")
    expect(
        clean_page.locator(f'#main[data-view="{view}"] > .pane:not([hidden]) svg').first
    ).to_be_visible()
    expect(copying(clean_page, "Copy the picture")).to_contain_text("Copied.")
    picture = Image.open(BytesIO(clipboard(clean_page, "image/png")))
    assert min(picture.size) > 1000
    assert colours(picture) > 200
    assert by_id(clean_page, ids.TAKE_AWAY).get_attribute("open") is not None
    assert axe(clean_page) == []


def test_the_picture_says_whose_it_is_and_has_its_key(clean_page: Page) -> None:
    open_case(clean_page, "amira?stage=3")
    _code, texts = clean_page.evaluate(_SVG_TEXTS)
    assert texts[-1] == "Told below"
    assert any("Residential home" in text for text in texts)
    assert any("Marcus" in text for text in texts)
    assert "strong" in texts


def test_nothing_that_is_hidden_is_in_the_picture(clean_page: Page) -> None:
    open_case(clean_page, "amira?stage=3&only=status-active")
    expect(clean_page.locator(".stage.now .out").first).to_be_attached()
    code, texts = clean_page.evaluate(_SVG_TEXTS)
    assert "<title" not in code
    assert "aria-" not in code
    assert not any("Marcus" in text for text in texts)


def test_the_words_of_the_stage_are_copied(clean_page: Page) -> None:
    open_case(clean_page, "amira?stage=3")
    expect(copying(clean_page, "Copy the words")).to_contain_text("Copied.")
    text = clipboard(clean_page, "text/plain").decode()
    lines = text.splitlines()
    assert lines[0] == "Amira, as it was"
    assert lines[1].startswith("A discussion aid, not a case record · As the team sees it")
    assert lines[2] == "Residential home, Gullhaven"
    assert "Trusted\tin practice\tin practice\tnone" in lines
    html = clipboard(clean_page, "text/html").decode()
    assert "<table" in html
    assert "data-" not in html


@pytest.mark.parametrize("view", ["focus", "table", "numbers"])
def test_tables_are_copied_and_no_picture_is_offered(clean_page: Page, view: str) -> None:
    open_case(clean_page, f"amira?view={view}")
    expect(clean_page.locator(f"#main > .pane-{view} table").first).to_be_visible()
    expect(copying(clean_page, "Copy the tables")).to_contain_text("Copied.")
    menu = by_id(clean_page, ids.TAKE_AWAY)
    expect(menu.get_by_role("button", name="picture")).to_have_count(0)
    assert "\t" in clipboard(clean_page, "text/plain").decode()
    assert "<td" in clipboard(clean_page, "text/html").decode()


def test_a_cell_that_tells_more_when_pressed_is_copied_with_its_value(clean_page: Page) -> None:
    open_case(clean_page, "amira?view=numbers")
    expect(clean_page.locator("#main > .pane-numbers table").first).to_be_visible()
    expect(copying(clean_page, "Copy the tables")).to_contain_text("Copied.")
    (row,) = [
        line
        for line in clipboard(clean_page, "text/plain").decode().splitlines()
        if line.startswith("Close, and in nobody’s plan\t")
    ]
    assert all(row.split("\t"))


def test_hidden_names_are_in_no_copy(clean_page: Page) -> None:
    open_case(clean_page, "amira?stage=3")
    clean_page.get_by_role("button", name="Hide names").press("Enter")
    expect(clean_page.get_by_role("button", name="Show names")).to_be_visible()
    expect(clean_page.locator("html.live")).to_be_attached()
    expect(copying(clean_page, "Copy the words")).to_contain_text("Copied.")
    code, _texts = clean_page.evaluate(_SVG_TEXTS)
    told = (
        clipboard(clean_page, "text/plain").decode() + clipboard(clean_page, "text/html").decode()
    )
    assert secrets_in(told + code, sample("amira").network.case) == []


def test_the_browser_s_own_picture_is_saved(clean_page: Page) -> None:
    open_case(clean_page, "amira?stage=2")
    with clean_page.expect_download() as saved:
        expect(copying(clean_page, "Save the picture")).to_contain_text("Saved")
    assert saved.value.suggested_filename == "map.png"
    assert saved.value.path().read_bytes().startswith(b"\x89PNG")


def test_a_browser_that_forbids_it_is_told_of(clean_page: Page) -> None:
    clean_page.add_init_script("delete Navigator.prototype.clipboard")
    open_case(clean_page, "amira?stage=2")
    expect(copying(clean_page, "Copy the picture")).to_contain_text(
        "Choose “Save the picture (PNG)”"
    )
    clean_page.keyboard.press("Escape")
    expect(by_id(clean_page, ids.TAKE_AWAY).locator("summary")).to_be_focused()
