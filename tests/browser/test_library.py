"""The library on the start page in a real browser, as somebody uses it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from relnet.storage.contract import Library
from relnet.web import ids
from relnet.web.pages.library import FIRST_CARDS
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from tests.browser.case_page import by_id
from tests.browser.conftest import AxeCheck, serving
from tests.web.cases import A_NAME
from tests.web.libraries import keep

pytestmark = pytest.mark.browser

SIZES = [(1366, 768), (1920, 1080), (683, 384)]
KNOWN_EDITOR = (
    "localStorage.setItem('relnet_editor', JSON.stringify("
    "{key: 'k'.repeat(32), name: 'Sam', asked: true}))"
)


@pytest.fixture
def server(library: Library) -> Iterator[str]:
    """Serve three cases of a library."""
    for title in ("Third", "Second", "First"):
        keep(library, title)
    with serving(library=library) as address:
        yield address


@pytest.fixture
def start(clean_page: Page) -> Page:
    """Open the start page in a browser that knows who edits."""
    clean_page.add_init_script(KNOWN_EDITOR)
    return opened(clean_page)


def opened(page: Page) -> Page:
    page.goto("/")
    expect(by_id(page, ids.OPEN_BUTTON)).to_be_visible()
    return page


def titles(page: Page) -> Locator:
    return page.locator(".kept .card-link")


def choose(page: Page, title: str, action: str) -> None:
    """Choose from a case's menu by keyboard."""
    page.get_by_role("button", name=f"What to do with {title}").press("Enter")
    page.get_by_role("button", name=action, exact=True).press("Enter")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_it_fits_and_axe_finds_nothing(start: Page, axe: AxeCheck, width: int, height: int) -> None:
    start.set_viewport_size({"width": width, "height": height})
    assert start.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(start) == []
    start.get_by_role("button", name="What to do with First").press("Enter")
    expect(by_id(start, ids.LIBRARY_MENU)).to_be_visible()
    assert axe(start) == []


def test_a_case_is_renamed_in_place(start: Page, library: Library, axe: AxeCheck) -> None:
    choose(start, "Second", "Rename")
    field = start.get_by_label("Title of the case")
    expect(field).to_be_focused()
    assert axe(start) == []
    field.fill("A better title")
    field.press("Enter")
    expect(titles(start)).to_have_text(["A better title", "First", "Third"])
    expect(start.get_by_role("link", name="A better title")).to_be_focused()
    assert library.lines()[0].changed_by == "Sam"


def test_renaming_is_left_by_escape(start: Page) -> None:
    choose(start, "Second", "Rename")
    start.get_by_label("Title of the case").press("Escape")
    expect(titles(start)).to_have_text(["First", "Second", "Third"])
    expect(start.get_by_role("link", name="Second")).to_be_focused()


def test_a_deleted_case_comes_back_by_undo(start: Page) -> None:
    choose(start, "Second", "Delete")
    expect(titles(start)).to_have_text(["First", "Third"])
    expect(start.get_by_text("Deleted (1)")).to_be_visible()
    undo = start.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(titles(start)).to_have_text(["First", "Second", "Third"])
    expect(start.get_by_text("Deleted (")).to_be_hidden()


def test_a_deleted_case_is_removed_for_good_after_a_question(
    start: Page, library: Library, axe: AxeCheck
) -> None:
    choose(start, "Second", "Delete")
    start.get_by_text("Deleted (1)").click()
    remove = start.locator(".row").get_by_role("button", name="Remove for good")
    remove.click()
    dialog = by_id(start, ids.LIBRARY_PURGE)
    expect(dialog.get_by_role("heading")).to_have_text("Remove “Second” for good?")
    assert axe(start) == []
    dialog.get_by_role("button", name="Keep it").click()
    assert len(library.lines(deleted=True)) == 1
    remove.click()
    dialog.get_by_role("button", name="Remove for good").click()
    expect(start.get_by_text("“Second” and its whole history are removed.")).to_be_visible()
    assert library.lines(deleted=True) == ()
    assert len(library.lines()) == 2


def test_a_case_is_put_aside_and_copied(start: Page, library: Library) -> None:
    choose(start, "Third", "Archive")
    start.get_by_text("Archived (1)").click()
    start.locator(".row").get_by_role("button", name="Take back").click()
    expect(titles(start)).to_have_text(["First", "Second", "Third"])
    choose(start, "First", "Duplicate")
    expect(titles(start).first).to_have_text("First (copy)")
    assert len(library.lines()) == 4


def test_the_search_follows_each_key(start: Page, library: Library) -> None:
    for number in range(FIRST_CARDS + 1):
        keep(library, f"Number {number}")
    search = by_id(start, ids.LIBRARY_SEARCH)
    count = by_id(start, ids.LIBRARY_COUNT)
    search.press_sequentially("number")
    expect(count).to_have_text(f"{FIRST_CARDS + 1} cases found")
    expect(titles(start)).to_have_count(FIRST_CARDS)
    start.get_by_role("button", name="Show more cases").click()
    expect(titles(start)).to_have_count(FIRST_CARDS + 1)
    expect(start.get_by_role("link", name="Number 0", exact=True)).to_be_focused()
    expect(start.locator(".kept").last).not_to_have_attribute("data-bare", "")
    search.fill("second")
    expect(titles(start)).to_have_text(["Second"])
    search.fill("")
    expect(titles(start)).to_have_count(FIRST_CARDS)


def test_a_sample_is_copied_after_asking_who_edits(clean_page: Page, library: Library) -> None:
    opened(clean_page)
    clean_page.get_by_role("button", name="Copy to edit: Amira, as it was").click()
    name = clean_page.get_by_label("Your name or initials")
    name.fill("Sam")
    name.press("Enter")
    clean_page.wait_for_url("**/case/*?edit=1")
    assert library.lines()[0].title == "Amira, as it was"
    assert library.lines()[0].changed_by == "Sam"


def test_an_opened_file_or_sample_is_kept_from_its_own_page(
    clean_page: Page, library: Library
) -> None:
    clean_page.add_init_script(KNOWN_EDITOR)
    clean_page.goto("/case/amira")
    by_id(clean_page, ids.KEEP).click()
    clean_page.wait_for_url("**/case/*?edit=1")
    assert library.lines()[0].title == "Amira, as it was"


def test_hidden_names_come_to_no_card(
    start: Page, context: BrowserContext, library: Library, server: str
) -> None:
    for number in range(FIRST_CARDS + 1):
        keep(library, f"{A_NAME} {number}")
    context.add_cookies([{"name": NAMES_COOKIE, "value": HIDDEN, "url": server}])
    opened(start)
    start.get_by_role("button", name="Show more cases").click()
    expect(titles(start)).to_have_count(FIRST_CARDS + 4)
    titles(start).last.scroll_into_view_if_needed()
    expect(start.locator(".kept[data-bare]")).to_have_count(0)
    assert A_NAME not in start.content()
    rename = start.get_by_role("button", name="Rename")
    start.get_by_role("button", name="What to do with First").click()
    expect(rename).to_have_attribute("aria-disabled", "true")


def test_a_title_is_needed(page: Page) -> None:
    page.add_init_script(KNOWN_EDITOR)
    choose(opened(page), "Second", "Rename")
    field = page.get_by_label("Title of the case")
    field.fill(" ")
    field.press("Enter")
    expect(page.locator(".rename .fault")).to_have_text("Give the case a title.")


def test_trouble_is_told_and_nothing_is_lost(page: Page, library: Library) -> None:
    page.add_init_script(KNOWN_EDITOR)
    opened(page)
    choose(page, "Second", "Rename")
    library.delete(next(line.id for line in library.lines() if line.title == "Second"))
    field = page.get_by_label("Title of the case")
    field.fill("A better title")
    field.press("Enter")
    expect(page.locator(".rename .fault")).to_contain_text("not in the library any more")
    expect(field).to_have_value("A better title")
