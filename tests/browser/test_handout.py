"""The HTML file of a case, opened from the disk with the network off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from relnet.figures.words import stage_title
from relnet.web import ids
from relnet.web.case_view import CaseView
from relnet.web.handout.page import handout_of
from tests.browser.case_page import by_id, open_case
from tests.browser.conftest import AxeCheck, watch
from tests.case.small import parsed
from tests.web.nasty import nasty_case
from tests.web.views import entry_of, look, sample

pytestmark = pytest.mark.browser

_OVERLAPS = """
() => {
  const texts = [...document.querySelectorAll(
    ".sheet-stage.now .stage-map text, .sheet-time b, .sheet-time small")];
  const boxes = texts.filter(e => e.textContent.trim() && e.checkVisibility()).map(e => {
    const {left, right, top, bottom, height} = e.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(e.querySelector("tspan") ?? e).fontSize)
      * (e.getScreenCTM ? Math.hypot(e.getScreenCTM().a, e.getScreenCTM().b) : 1);
    return {text: e.textContent, left, right, size,
      top: top + height * 0.2, bottom: bottom - height * 0.2};
  });
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const pairs = boxes.flatMap((a, n) => boxes.slice(n + 1).filter(b => meet(a, b)).map(b =>
    `${a.text} meets ${b.text}`));
  return [...pairs, ...boxes.filter(a => a.size < 11.95).map(a => `${a.text}: ${a.size}px`)];
}
"""

VIEWS = ("Map", "Tracks", "Focus", "Table and words")
SIZES = [(1366, 768), (1920, 1080)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def offline(browser: Browser) -> Iterator[Page]:
    """Open a page with no network, whose console must stay empty, and which asks for nothing."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    context.set_default_timeout(10_000)
    context.set_offline(True)
    watched = watch(context.new_page())
    yield watched.page
    assert watched.console == []
    assert [url for url in watched.requests if not url.startswith(("file:", "data:"))] == []
    context.close()


def opened(page: Page, folder: Path, view: CaseView) -> None:
    """Write the file of a view, and open it."""
    file = folder / "handout.html"
    file.write_bytes(handout_of(view, "map", 0))
    page.goto(file.as_uri())
    expect(page.locator("html.live")).to_be_attached()


def turn(page: Page, words: str) -> None:
    page.get_by_role("link", name=words, exact=True).click()
    expect(page.locator(".sheet-view:visible")).to_have_count(1)


def expect_stage(page: Page, number: int) -> None:
    """Check that map, slider, tracks, focus and table are at a stage."""
    slider = by_id(page, ids.SHEET_SLIDER)
    expect(slider).to_have_value(str(number + 1))
    expect(page.locator(".sheet-stage.now")).to_have_attribute("data-stage", str(number))
    expect(page.locator(".sheet-stage.now")).to_have_count(1)
    expect(page.locator(f".tracks-head .kind-column.now.stage-{number}")).to_have_count(1)
    expect(page.locator(".kind-column.now")).to_have_count(2)
    expect(page.locator(f'#table-relationships th.now[data-stage="{number}"]')).to_have_count(1)
    expect(page.locator('.sheet-time [aria-current="step"]')).to_have_count(1)


def test_stages_go_by_key_by_slider_and_by_press(offline: Page, folder: Path) -> None:
    view = look(sample("amira"))
    opened(offline, folder, view)
    expect_stage(offline, 0)
    offline.keyboard.press("ArrowRight")
    expect_stage(offline, 1)
    expect(by_id(offline, ids.SHEET_SAID)).to_have_text(stage_title(view.network, 1, view.names))
    offline.keyboard.press("End")
    expect_stage(offline, 4)
    offline.keyboard.press("ArrowRight")
    expect_stage(offline, 4)
    by_id(offline, ids.SHEET_SLIDER).press("ArrowLeft")
    expect_stage(offline, 3)
    by_id(offline, ids.SHEET_BACK).click()
    expect_stage(offline, 2)
    offline.locator('[data-go="0"]').click()
    expect_stage(offline, 0)


def test_keys_reach_the_map_that_is_shown_and_no_other(offline: Page, folder: Path) -> None:
    opened(offline, folder, look(sample("amira")))
    offline.keyboard.press("ArrowRight")
    expect_stage(offline, 1)
    # The maps around it lie below it, as layers that are drawn beforehand.
    expect(offline.locator(".sheet-stage.near")).to_have_count(3)
    reached = set()
    for _ in range(40):
        offline.keyboard.press("Tab")
        reached.add(
            offline.evaluate("document.activeElement.closest('.sheet-stage')?.dataset.stage")
        )
    assert reached == {None, "1"}
    expect(offline.locator(".sheet-stage:not([aria-hidden])")).to_have_attribute("data-stage", "1")


def test_each_view_is_there_alone(offline: Page, folder: Path) -> None:
    opened(offline, folder, look(sample("amira"), 2))
    expect_stage(offline, 2)
    for words in VIEWS:
        turn(offline, words)
        offline.keyboard.press("Home")
        expect_stage(offline, 0)
        offline.keyboard.press("ArrowRight")
        expect_stage(offline, 1)


@pytest.mark.parametrize("key", ["amira", "many-moves"])
def test_axe_finds_nothing(offline: Page, folder: Path, axe: AxeCheck, key: str) -> None:
    opened(offline, folder, look(sample(key), 1))
    for words in VIEWS:
        turn(offline, words)
        offline.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
        assert axe(offline) == []


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_names_keep_apart_at_every_stage(
    offline: Page, folder: Path, width: int, height: int
) -> None:
    offline.set_viewport_size({"width": width, "height": height})
    view = look(sample("amira"))
    opened(offline, folder, view)
    for _stage in view.case.stages:
        assert offline.evaluate(_OVERLAPS) == []
        offline.keyboard.press("ArrowRight")
    assert offline.evaluate("document.documentElement.scrollWidth") <= width


def test_nasty_texts_run_nothing(offline: Page, folder: Path, axe: AxeCheck) -> None:
    opened(offline, folder, look(entry_of(parsed(nasty_case()))))
    for words in VIEWS:
        turn(offline, words)
        assert axe(offline) == []
    assert offline.evaluate("window.hacked") is None


def test_narrow_pages_scroll_one_way(offline: Page, folder: Path, axe: AxeCheck) -> None:
    offline.set_viewport_size({"width": 683, "height": 384})
    opened(offline, folder, look(sample("amira"), 1))
    for words in VIEWS:
        turn(offline, words)
        assert offline.evaluate("document.documentElement.scrollWidth") <= 683
        assert axe(offline) == []


def test_without_a_script_everything_is_there(browser: Browser, folder: Path) -> None:
    file = folder / "handout.html"
    file.write_bytes(handout_of(look(sample("amira")), "map", 0))
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.locator(".sheet-stage:visible")).to_have_count(5)
    expect(page.locator(".sheet-view:visible")).to_have_count(4)
    expect(page.locator(".tracks-told section:visible")).to_have_count(6)
    expect(by_id(page, ids.SHEET_SLIDER)).to_be_hidden()
    context.close()


def test_the_menu_gives_what_is_on_the_screen(clean_page: Page, folder: Path) -> None:
    open_case(clean_page, "amira?hide=track-trusted")
    by_id(clean_page, ids.RAIL).press("ArrowRight")
    clean_page.locator(f"#{ids.TAKE_AWAY} > summary").click()
    with clean_page.expect_download() as found:
        clean_page.get_by_role("link", name="One file that works anywhere").click()
    assert found.value.suggested_filename == "Amira-as-it-was.html"
    file = folder / "taken.html"
    found.value.save_as(file)
    text = file.read_text("utf-8")
    assert 'data-stage="1"' in text.partition("<header")[0]
    assert "Dawn" not in text
    expect(by_id(clean_page, ids.TAKE_AWAY)).not_to_have_attribute("open", "")
