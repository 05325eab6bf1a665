"""Saving a case as a file, from its card and while it is edited, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from relnet.exchange.files import read_path
from relnet.storage.contract import Library
from relnet.web import ids
from relnet.web.case_file import FILE_KINDS
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from tests.browser.case_page import by_id, open_case
from tests.browser.conftest import AxeCheck, serving
from tests.web.libraries import keep
from tests.web.views import sample

pytestmark = pytest.mark.browser


@pytest.fixture
def key(library: Library) -> str:
    """Keep a case, and give its id."""
    return keep(library, "First")


@pytest.fixture
def server(library: Library, key: str) -> Iterator[str]:
    """Serve it beside the samples."""
    assert library.line(key).id == key
    with serving(library=library) as address:
        yield address


def saved(page: Page, line: Locator, folder: Path) -> Path:
    """Press a line of a menu, and give the file that the browser saves."""
    with page.expect_download() as saving:
        line.press("Enter")
    path = folder / saving.value.suggested_filename
    saving.value.save_as(path)
    return path


def opened_menu(page: Page, title: str, menu: str) -> Locator:
    """Open the menu of the first card with a title by keyboard."""
    page.get_by_role("button", name=f"What to do with {title}", exact=True).first.press("Enter")
    found = by_id(page, menu)
    expect(found).to_be_visible()
    return found


def test_a_kept_case_is_saved_from_its_card(
    clean_page: Page, library: Library, key: str, tmp_path: Path
) -> None:
    clean_page.goto("/")
    for kind in FILE_KINDS.values():
        menu = opened_menu(clean_page, "First", ids.LIBRARY_MENU)
        path = saved(clean_page, menu.get_by_role("button", name=kind.words, exact=True), tmp_path)
        assert path.name == f"First{kind.ending}"
        assert read_path(path) == library.get(key).case
        expect(menu).to_be_hidden()


def test_a_sample_is_saved_from_its_card(clean_page: Page, axe: AxeCheck, tmp_path: Path) -> None:
    clean_page.goto("/")
    menu = opened_menu(clean_page, "Amira, as it was", ids.LIBRARY_FILES)
    assert axe(clean_page) == []
    clean_page.keyboard.press("ArrowDown")
    line = menu.get_by_role("button", name="Excel workbook")
    expect(line).to_be_focused()
    path = saved(clean_page, line, tmp_path)
    assert path.name == "Amira-as-it-was.xlsx"
    assert read_path(path) == sample("amira").case


def test_nothing_is_saved_while_names_are_hidden(
    clean_page: Page, context: BrowserContext, server: str
) -> None:
    context.add_cookies([{"name": NAMES_COOKIE, "value": HIDDEN, "url": server}])
    clean_page.goto("/")
    menu = opened_menu(clean_page, "First", ids.LIBRARY_MENU)
    line = menu.get_by_role("button", name="Case file")
    expect(line).to_have_attribute("title", "Show names to save a file")
    line.press("Enter")
    expect(menu).to_be_visible()


def test_a_case_is_saved_while_it_is_edited(
    clean_page: Page, axe: AxeCheck, library: Library, key: str, tmp_path: Path
) -> None:
    open_case(clean_page, f"{key}?edit=1")
    menu = by_id(clean_page, ids.EDIT_FILES)
    menu.locator("summary").press("Enter")
    assert axe(clean_page) == []
    path = saved(clean_page, menu.get_by_role("link", name="Excel workbook"), tmp_path)
    assert path.name == "First.xlsx"
    assert read_path(path) == library.get(key).case
    expect(menu).not_to_have_attribute("open", "")
    expect(clean_page.locator("html.editing")).to_be_attached()


def test_its_menu_closes_as_menus_do(clean_page: Page, key: str) -> None:
    open_case(clean_page, f"{key}?edit=1")
    menu = by_id(clean_page, ids.EDIT_FILES)
    summary = menu.locator("summary")
    summary.click()
    clean_page.keyboard.press("Tab")
    clean_page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()
    summary.click()
    expect(menu).to_have_attribute("open", "")
    by_id(clean_page, ids.EDIT_SAVED).click()
    expect(menu).not_to_have_attribute("open", "")
    expect(clean_page.locator("html.editing")).to_be_attached()
