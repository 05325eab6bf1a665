"""The start page in a real browser: quiet, closed, accessible, usable by keyboard."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from relnet.case.reading import MAX_BYTES, parse_case
from relnet.exchange.workbook_writing import write_workbook
from relnet.web import ids
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from tests.browser.conftest import AxeCheck, Watched
from tests.web.cases import A_NAME, small_bytes, write_case

pytestmark = pytest.mark.browser

SIZES = [(1366, 768), (1920, 1080), (683, 384)]
ONE_CARD = ".card-link"
SMALL_TEXTS = """
() => [...document.querySelectorAll("body *")].filter(e =>
    [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())
    && !["SCRIPT", "STYLE", "NOSCRIPT"].includes(e.tagName)
    && parseFloat(getComputedStyle(e).fontSize) < 12).map(e => e.outerHTML)
"""
DROP = """
([id, files]) => {
  const data = new DataTransfer();
  files.forEach(([name, size]) => data.items.add(new File(["x".repeat(size)], name)));
  const place = document.getElementById(id).firstElementChild || document.getElementById(id);
  place.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
}
"""


def open_start(page: Page) -> None:
    page.goto("/")
    expect(page.locator(f"#{ids.OPEN_BUTTON}")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_it_opens_quietly_and_fits(clean_page: Page, width: int, height: int) -> None:
    clean_page.set_viewport_size({"width": width, "height": height})
    open_start(clean_page)
    expect(clean_page).to_have_title("relnet: cases")
    expect(clean_page.locator(ONE_CARD)).not_to_have_count(0)
    wide = clean_page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
    assert clean_page.evaluate(SMALL_TEXTS) == []


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_axe_finds_nothing(clean_page: Page, axe: AxeCheck, width: int, height: int) -> None:
    clean_page.set_viewport_size({"width": width, "height": height})
    open_start(clean_page)
    assert axe(clean_page) == []


def test_nothing_that_is_not_needed_is_loaded(watched: Watched) -> None:
    open_start(watched.page)
    heavy = re.compile(r"plotly|graph|chart|RichText|mathjax|highlight", re.IGNORECASE)
    assert [url for url in watched.requests if heavy.search(url)] == []


def test_the_header_stands_in_the_first_response(page: Page) -> None:
    page.route("**/*.js*", lambda route: route.abort())
    page.goto("/")
    expect(page.get_by_text("Relationships around a young person")).to_be_visible()


def test_the_scripts_hashes_let_nothing_else_in(watched: Watched) -> None:
    open_start(watched.page)
    watched.page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.bad = 1';"
        " document.body.append(s); }"
    )
    assert watched.page.evaluate("window.bad") is None
    assert any("Content Security Policy" in said for said in watched.console)


def test_a_whole_card_is_one_link(page: Page) -> None:
    open_start(page)
    card = page.locator(".card").first
    href = card.locator(ONE_CARD).get_attribute("href")
    card.locator("img").click(force=True)
    page.wait_for_url(f"**{href}")


def test_everything_is_reached_by_the_tab_key_and_its_focus_is_seen(clean_page: Page) -> None:
    open_start(clean_page)
    cards = clean_page.locator(ONE_CARD).count()
    reached = []
    for _ in range(cards + 3):
        clean_page.keyboard.press("Tab")
        focus = clean_page.evaluate(
            "() => { const e = document.activeElement;"
            " const s = [getComputedStyle(e), getComputedStyle(e, '::after')];"
            " return [e.className + '#' + e.id,"
            " Math.max(...s.filter(x => x.outlineStyle !== 'none')"
            ".map(x => parseFloat(x.outlineWidth)))]; }"
        )
        reached.append(focus)
    assert [name.split("#")[0] for name, _ in reached] == [
        "skip",
        "tool",
        *["card-link"] * cards,
        "button strong",
    ]
    assert all(width >= 3 for _, width in reached)


def test_the_skip_link_leads_to_the_cases(clean_page: Page) -> None:
    open_start(clean_page)
    clean_page.keyboard.press("Tab")
    expect(clean_page.get_by_text("Skip to the cases")).to_be_in_viewport()
    clean_page.keyboard.press("Enter")
    assert clean_page.evaluate("document.activeElement.id") == ids.MAIN


def choose_by_keyboard(page: Page, path: Path) -> None:
    page.locator(f"#{ids.OPEN_BUTTON}").focus()
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(path)


def test_a_good_file_is_opened_by_keyboard(page: Page, tmp_path: Path) -> None:
    # Playwright lets a dialogue through that comes before it listens: it listens from the start.
    page.on("filechooser", lambda _: None)
    open_start(page)
    choose_by_keyboard(page, write_case(tmp_path, "good.relnet.json"))
    page.wait_for_url(re.compile(r"/case/[\w-]{20,}$"))


def test_a_spreadsheet_is_opened_by_keyboard(page: Page, tmp_path: Path) -> None:
    page.on("filechooser", lambda _: None)
    open_start(page)
    path = tmp_path / "good.xlsx"
    path.write_bytes(write_workbook(parse_case(small_bytes())))
    choose_by_keyboard(page, path)
    page.wait_for_url(re.compile(r"/case/[\w-]{20,}$"))
    expect(page).to_have_title(f"{A_NAME} moves · relnet")


def test_the_spreadsheet_to_fill_in_is_saved_and_told_of_while_it_is_empty(
    clean_page: Page, axe: AxeCheck, tmp_path: Path
) -> None:
    clean_page.on("filechooser", lambda _: None)
    open_start(clean_page)
    with clean_page.expect_download() as saving:
        clean_page.get_by_role("link", name="Download the spreadsheet to fill in").press("Enter")
    assert saving.value.suggested_filename == "template.xlsx"
    saving.value.save_as(tmp_path / "template.xlsx")
    choose_by_keyboard(clean_page, tmp_path / "template.xlsx")
    told = clean_page.locator(f"#{ids.OPEN_FAULTS}")
    expect(told).to_contain_text("“template.xlsx” cannot be opened yet")
    expect(told.locator("code").first).to_have_text("Case, row 2, Young person’s name")
    assert axe(clean_page) == []
    assert urlpath(clean_page) == "/"


def test_a_bad_file_is_told_and_can_be_mended(
    clean_page: Page, axe: AxeCheck, tmp_path: Path
) -> None:
    # A listener that stays keeps Playwright from letting the second dialogue through.
    clean_page.on("filechooser", lambda _: None)
    open_start(clean_page)
    for _ in range(2):
        choose_by_keyboard(clean_page, write_case(tmp_path, "bad.relnet.json", title="", x=1))
        told = clean_page.locator(f"#{ids.OPEN_FAULTS}")
        expect(told).to_contain_text("“bad.relnet.json” cannot be opened yet")
        expect(told.locator("code")).to_have_text(["title", "x"])
    assert axe(clean_page) == []
    assert urlpath(clean_page) == "/"


def test_the_switch_hides_names_and_shows_them_again(clean_page: Page) -> None:
    open_start(clean_page)
    hide = clean_page.get_by_role("button", name="Hide names")
    show = clean_page.get_by_role("button", name="Show names")
    expect(clean_page.get_by_role("link", name="Amira, as it was")).to_be_visible()
    hide.click()
    expect(clean_page.get_by_role("link", name="The young person, as it was")).to_be_visible()
    expect(hide).to_have_count(0)
    show.click()
    expect(hide).to_be_visible()
    expect(clean_page.get_by_role("link", name="Amira, as it was")).to_be_visible()


def urlpath(page: Page) -> str:
    return str(page.evaluate("location.pathname"))


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ([("large.json", MAX_BYTES + 1)], ids.OPEN_TOO_LARGE),
        ([("photo.png", 10)], ids.OPEN_NOT_A_CASE),
        ([("photo.png", 10), ("large.json", MAX_BYTES + 1)], ids.OPEN_NOT_A_CASE),
    ],
)
def test_what_the_browser_refuses_is_told(
    clean_page: Page, files: list[tuple[str, int]], message: str
) -> None:
    open_start(clean_page)
    clean_page.evaluate(DROP, [ids.OPEN_UPLOAD, files])
    expect(clean_page.locator(f"#{message}")).to_be_visible()
    expect(clean_page.locator(".panel .notice:visible")).to_have_count(1)


def test_a_dropped_file_is_checked(clean_page: Page) -> None:
    open_start(clean_page)
    clean_page.evaluate(DROP, [ids.OPEN_UPLOAD, [("dropped.json", 10)]])
    expect(clean_page.locator(f"#{ids.OPEN_FAULTS}")).to_contain_text("dropped.json")


def test_hidden_names_are_hidden(clean_page: Page, context: BrowserContext, server: str) -> None:
    context.add_cookies([{"name": NAMES_COOKIE, "value": HIDDEN, "url": server}])
    open_start(clean_page)
    expect(clean_page.get_by_role("button", name="Show names")).to_be_visible()
    shown = clean_page.locator("body").inner_text() + json.dumps(
        clean_page.eval_on_selector_all("img", "all => all.map(e => e.alt)")
    )
    for name in ("Amira", "Reece", "Zofia"):
        assert name not in shown
