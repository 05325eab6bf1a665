"""A case of nasty texts in a real browser: everything is drawn as the text it is."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from relnet.web import ids
from relnet.web.shelf import shelf_of
from tests.browser.case_page import by_id, mark_on_map, turn_to
from tests.browser.conftest import AxeCheck, serving
from tests.browser.measuring import faults_of_texts, faults_of_tracks
from tests.web.nasty import NASTY, nasty_case

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def nasty_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the nasty case, and beside it a file that is none."""
    folder: Path = tmp_path_factory.mktemp("cases")
    (folder / "nasty.relnet.json").write_text(json.dumps(nasty_case()), "utf-8")
    (folder / "<b>faulty<b>.relnet.json").write_text('{"<b>x</b>": 1, "title": "{{7*7}}"}')
    with serving(shelf_of([folder])) as address:
        yield address


@pytest.fixture
def nasty_page(clean_page: Page, nasty_server: str) -> Page:
    """Open the nasty case from the start page; nothing may be said in the console."""
    clean_page.goto(nasty_server)
    clean_page.locator(".card-link").click()
    expect(clean_page.locator("html.live")).to_be_attached()
    expect(by_id(clean_page, ids.CHOSEN_CLOSE)).to_be_attached()
    return clean_page


def nothing_ran(page: Page) -> None:
    assert page.evaluate("window.hacked") is None
    assert page.locator('[onerror], [onload], [href^="javascript"], img[src="x"]').count() == 0
    assert "49" not in page.locator(f"#{ids.MAIN}").inner_text()


def test_the_start_page_shows_titles_and_faults_as_text(
    clean_page: Page, nasty_server: str, axe: AxeCheck
) -> None:
    clean_page.goto(nasty_server)
    expect(clean_page.locator(".card-link")).to_have_text(f"{NASTY[2]} {NASTY[0]}")
    faulty = clean_page.locator(".card-faulty")
    expect(faulty).to_contain_text("<b>faulty<b>.relnet.json")
    faulty.locator("summary").click()
    expect(faulty.locator("code").first).to_be_visible()
    expect(faulty).to_contain_text("<b>x</b>")
    nothing_ran(clean_page)
    assert axe(clean_page) == []


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_names_are_drawn_as_they_are_and_keep_apart(
    nasty_page: Page, width: int, height: int
) -> None:
    nasty_page.set_viewport_size({"width": width, "height": height})
    for stage in ("0", "1"):
        expect(nasty_page.locator(".stage.now")).to_have_attribute("data-stage", stage)
        assert not (found := faults_of_texts(nasty_page)), "\n".join(found)
        by_id(nasty_page, ids.RAIL).press("ArrowRight")
    shown = nasty_page.locator(".stage.now").text_content() or ""
    for number in (0, 6, 8, 10, 11):
        assert NASTY[number] in shown
    nothing_ran(nasty_page)


def test_every_name_can_be_chosen_and_read(nasty_page: Page) -> None:
    head = nasty_page.locator(f"#{ids.CHOSEN_PANEL} h2")
    for number, text in enumerate(NASTY):
        mark_on_map(nasty_page, f"p{number}").press("Enter")
        expect(head).to_have_text(text)
        wide = "e => e.scrollWidth > e.clientWidth"
        assert not nasty_page.locator(f"#{ids.CHOSEN_SIDE}").evaluate(wide)
    nothing_ran(nasty_page)


def test_every_view_shows_texts_as_text(nasty_page: Page) -> None:
    for words in ("Tracks", "Focus", "Table", "Numbers"):
        shown = turn_to(nasty_page, words)
        if words == "Tracks":
            assert not (found := faults_of_tracks(nasty_page)), "\n".join(found)
        for number in (0, 6, 8):
            assert NASTY[number] in (shown.text_content() or "")
        assert nasty_page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert nasty_page.evaluate("window.hacked") is None
        assert shown.locator("b, img, script, a:not([href^='#'])").count() == 0


def test_hidden_names_leave_nothing_of_them(nasty_page: Page) -> None:
    nasty_page.get_by_role("button", name="Hide names").click()
    expect(nasty_page.get_by_role("button", name="Show names")).to_be_visible()
    expect(by_id(nasty_page, ids.CHOSEN_CLOSE)).to_be_attached()
    by_id(nasty_page, ids.RAIL).press("ArrowRight")
    nothing_ran(nasty_page)


def test_presenting_it_works(nasty_page: Page, axe: AxeCheck) -> None:
    assert axe(nasty_page) == []
    nasty_page.get_by_role("button", name="Present").click()
    expect(nasty_page.locator(".bar")).to_be_hidden()
    assert nasty_page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_no_copy_holds_a_formula(nasty_page: Page) -> None:
    """A spreadsheet reckons with what begins so, in plain text and in a table of HTML alike."""
    turn_to(nasty_page, "Table")
    pane = nasty_page.locator("#main > .pane:not([hidden])")
    expect(pane.locator("table").first).to_be_visible()
    cells = nasty_page.evaluate(
        """async () => {
          const { wordsOf } = await import("/assets/case_clipboard_words.js");
          const pane = document.querySelector("#main > .pane:not([hidden])");
          const { html, plain } = wordsOf(pane, []);
          const read = new DOMParser().parseFromString(html, "text/html");
          return [
            ...[...read.querySelectorAll("th, td")].map((cell) => cell.textContent.trim()),
            ...plain.split("\\n").flatMap((line) => line.split("\\t")),
          ];
        }"""
    )
    assert any("=cmd|" in cell for cell in cells)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
