"""*Take away* in a browser: every line of its menu, by keyboard; how far a file is, and Stop."""

import os
import re
import subprocess
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Download, Locator, Page, expect

from relnet.web import ids
from relnet.web.taking.takeaways import GROUP_WORDS, MEETING, TAKEAWAYS, WHOLE
from tests.browser.case_page import by_id, open_case
from tests.browser.conftest import AxeCheck
from tests.find_office import find_office
from tests.slow_browser import SlowBrowser, is_running, slow_browser_in, until
from tests.web.taking.files import everything_in, secrets_in
from tests.web.views import sample

pytestmark = pytest.mark.browser

BEGINS = {
    ".pdf": b"%PDF-",
    ".png": b"\x89PNG",
    ".svg": b"<svg ",
    ".html": b"<!DOCTYPE html>",
    ".pptx": b"PK\x03\x04",
    ".docx": b"PK\x03\x04",
}
VIEWS = [name for name in GROUP_WORDS if name not in (WHOLE, MEETING)]


def lines_of(group: str) -> list[tuple[str, str]]:
    """Give the words and the ending of each line of a group, for a case without a story."""
    return [
        (item.words, item.address[item.address.index(".") :])
        for item in TAKEAWAYS
        if item.group == group and not item.of_story
    ]


def opened(page: Page) -> Locator:
    """Open the menu with the keyboard."""
    menu = by_id(page, ids.TAKE_AWAY)
    menu.locator("summary").press("Enter")
    return menu


def show_view(page: Page, key: str, view: str) -> None:
    open_case(page, f"{key}?view={view}")
    expect(page.locator(f'#main[data-view="{view}"] > .pane:not([hidden])')).to_be_visible()


def saved(page: Page, group: str, words: str) -> bytes:
    """Take a line with the keyboard, and give what the browser saved."""
    with page.expect_download(timeout=90_000) as found:
        part = opened(page).get_by_role("region", name=GROUP_WORDS[group], exact=True)
        part.get_by_role("link", name=words, exact=True).press("Enter")
    return content(found.value)


def content(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def close_line(page: Page) -> None:
    """Close the line that told of a file that took long."""
    line = by_id(page, ids.MAKING)
    expect(line.get_by_role("status")).to_have_text("Saved, as your browser saves files.")
    line.get_by_role("button", name="Close").press("Enter")
    expect(line).to_be_hidden()
    expect(by_id(page, ids.TAKE_AWAY).locator("summary")).to_be_focused()


@pytest.mark.parametrize("view", VIEWS)
def test_every_line_of_a_view_gives_its_file(clean_page: Page, view: str) -> None:
    show_view(clean_page, "figure-2", view)
    for words, ending in lines_of(view):
        assert saved(clean_page, view, words).startswith(BEGINS[ending])
        if ending != ".svg":
            close_line(clean_page)


def test_what_is_offered_in_every_view_gives_its_file(clean_page: Page) -> None:
    show_view(clean_page, "figure-2", "focus")
    for group in (WHOLE, MEETING):
        for words, ending in lines_of(group):
            assert saved(clean_page, group, words).startswith(BEGINS[ending])
            if ending == ".pptx":
                close_line(clean_page)


def test_the_menu_offers_the_files_of_the_view_on_the_screen(
    clean_page: Page, axe: AxeCheck
) -> None:
    show_view(clean_page, "amira", "map")
    for view in ("map", "numbers", "table"):
        clean_page.locator(f'a[data-view="{view}"]').click()
        menu = opened(clean_page)
        shown = menu.get_by_role("region")
        expect(shown).to_have_count(3)
        expect(shown.first).to_have_attribute("aria-label", GROUP_WORDS[view])
        box = menu.locator(".files-menu").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["y"] + box["height"] <= 768
        assert axe(clean_page) == []
        clean_page.keyboard.press("Escape")


def test_a_picture_is_of_the_stage_and_of_what_stands_beside(clean_page: Page) -> None:
    show_view(clean_page, "amira", "table")
    by_id(clean_page, ids.RAIL).press("ArrowRight")
    expect(clean_page).to_have_url(re.compile("stage=2"))
    table = saved(clean_page, "table", "SVG, this stage").decode()
    assert "<title>Foster placement, Northfield: one of three tracks in practice</title>" in table
    show_view(clean_page, "amira", "focus")
    clean_page.locator("select[data-set-beside]").first.select_option("case-figure-2")
    expect(clean_page).to_have_url(re.compile("beside=case-figure-2"))
    focus = saved(clean_page, "focus", "SVG").decode()
    assert sample("figure-2").network.case.title in unescape(focus)


def text_of(kind: str, saved_as: bytes) -> str:
    """Give everything that can be read in a file."""
    if kind == "pdf":
        office = find_office()
        assert office
        told = subprocess.run(
            (office.pdftotext, "-", "-"), input=saved_as, capture_output=True, check=True
        )
        return told.stdout.decode()
    return everything_in(saved_as) if kind == "pptx" else saved_as.decode()


def test_no_name_is_in_a_file_where_names_are_hidden(clean_page: Page) -> None:
    open_case(clean_page, "amira?stage=2")
    by_id(clean_page, ids.HIDE_NAMES).click()
    expect(by_id(clean_page, ids.HIDE_NAMES)).to_have_text("Show names")
    for group, words, kind in (
        (WHOLE, "Slides, one for each stage (PowerPoint)", "pptx"),
        ("focus", "SVG", "svg"),
        ("table", "PDF, A4", "pdf"),
    ):
        if group != WHOLE:
            clean_page.locator(f'a[data-view="{group}"]').click()
        text = text_of(kind, saved(clean_page, group, words))
        assert "Names are hidden" in text
        assert secrets_in(text, sample("amira").network.case) == []
        if kind != "svg":
            close_line(clean_page)


@pytest.fixture
def slow_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SlowBrowser:
    """Let the server draw with something that never answers."""
    made = slow_browser_in(tmp_path)
    monkeypatch.setenv("BROWSER_PATH", str(made.path))
    return made


def begin_pages(page: Page) -> Locator:
    show_view(page, "amira", "map")
    opened(page).get_by_role("link", name="PDF, A4, all stages").press("Enter")
    line = by_id(page, ids.MAKING)
    expect(line.get_by_role("status")).to_contain_text("all 5 pages are written")
    return line


@pytest.mark.skipif(os.name == "nt", reason="the browser of this test is a shell script")
def test_a_long_file_says_how_far_it_is_and_can_be_stopped(
    clean_page: Page, axe: AxeCheck, slow_browser: SlowBrowser
) -> None:
    line = begin_pages(clean_page)
    process = slow_browser.process()
    assert is_running(process)
    expect(by_id(clean_page, ids.TAKE_AWAY)).not_to_have_attribute("open", "")
    stop = line.get_by_role("button", name="Stop")
    expect(stop).to_be_focused()
    assert axe(clean_page) == []
    opened(clean_page).get_by_role("link", name="PNG, this stage").press("Enter")
    expect(line.get_by_role("status")).to_contain_text("all 5 pages are written")
    stop.press("Enter")
    expect(line.get_by_role("status")).to_have_text("Stopped. No file was saved.")
    until(lambda: not is_running(process))
    line.get_by_role("button", name="Close").press("Enter")
    expect(line).to_be_hidden()
    expect(by_id(clean_page, ids.TAKE_AWAY).locator("summary")).to_be_focused()


@pytest.mark.skipif(os.name == "nt", reason="the browser of this test is a shell script")
def test_closing_the_page_stops_its_file(clean_page: Page, slow_browser: SlowBrowser) -> None:
    begin_pages(clean_page)
    process = slow_browser.process()
    clean_page.goto("/")
    until(lambda: not is_running(process))


def test_without_a_browser_the_line_says_what_else_works(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "no-browser"))
    monkeypatch.setenv("PATH", "")
    show_view(page, "figure-2", "tracks")
    opened(page).get_by_role("link", name="PNG", exact=True).press("Enter")
    line = by_id(page, ids.MAKING)
    expect(line.get_by_role("status")).to_contain_text("Install one, or take an SVG")
    line.get_by_role("button", name="Close").press("Escape")
    expect(line).to_be_hidden()
