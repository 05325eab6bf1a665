"""What if in a real browser: trying, comparing, keeping and throwing away."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from relnet.storage.contract import Library
from relnet.web import ids
from relnet.web.shelf import shelf_of
from tests.browser.case_page import by_id, open_case, wait_for_query
from tests.browser.conftest import AxeCheck, serving
from tests.browser.editing_page import SIZES, keep_amira

pytestmark = pytest.mark.browser

AT_GULLHAVEN = "amira?stage=3"
MUM = "Mum"


@pytest.fixture
def server(library: Library) -> Iterator[str]:
    """Serve the samples, and a library."""
    with serving(library=library) as address:
        yield address


def line(page: Page) -> Locator:
    """Find the line over a what if."""
    return page.locator(".what-if-line")


def form(page: Page) -> Locator:
    """Find the form beside the map."""
    return by_id(page, ids.EDIT_FORM)


def first_question(page: Page) -> Locator:
    """Find what a what if asks first."""
    return form(page).get_by_role("region", name="What would holding all three look like here?")


def press_what_if(page: Page) -> None:
    """Press it in its menu."""
    by_id(page, ids.COMPARE_MENU).locator("summary").click()
    by_id(page, ids.WHAT_IF).click()


def begin(page: Page, address: str = AT_GULLHAVEN) -> str:
    """Begin one, and give its key."""
    open_case(page, address)
    press_what_if(page)
    page.wait_for_url("**/case/what-if-*")
    expect(first_question(page)).to_be_visible()
    return urlsplit(page.url).path.removeprefix("/case/")


def try_with(page: Page, name: str = MUM) -> None:
    """Try a use in practice through somebody's relationship."""
    first_question(page).get_by_role("button", name=name, exact=True).click()
    chip = form(page).get_by_role("button", name="collaboration, practice", exact=True)
    with page.expect_response(re.compile(r"/edit$")):
        chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true")


def tab_to(page: Page, wanted: Locator) -> None:
    """Go there with the Tab key alone."""
    for _ in range(150):
        if wanted.evaluate("thing => thing === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail("the Tab key does not lead there")


def test_with_the_keyboard_alone_something_is_tried_and_kept(
    clean_page: Page, library: Library
) -> None:
    page = clean_page
    open_case(page, AT_GULLHAVEN)
    tab_to(page, by_id(page, ids.COMPARE_MENU).locator("summary"))
    page.keyboard.press("Enter")
    tab_to(page, by_id(page, ids.WHAT_IF))
    page.keyboard.press("Enter")
    page.wait_for_url("**/case/what-if-*")
    expect(line(page)).to_contain_text("What if: only on this screen, kept nowhere.")
    tab_to(page, first_question(page).get_by_role("button", name=MUM, exact=True))
    page.keyboard.press("Enter")
    chip = form(page).get_by_role("button", name="collaboration, practice", exact=True)
    expect(chip).to_be_visible()
    tab_to(page, chip)
    page.keyboard.press("Space")
    expect(page.locator(".stage.now")).to_contain_text("two tracks in practice")
    expect(by_id(page, ids.EDIT_SAVED)).to_contain_text("Tried ")
    assert library.lines() == ()
    tab_to(page, line(page).get_by_role("button", name="Keep as a new case…"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Title")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("Amira, both tracks")
    page.keyboard.press("Enter")
    expect(page.locator(".bar h1")).to_have_text("Amira, both tracks")
    expect(page.locator(".stage.now")).to_contain_text("two tracks in practice")
    (kept,) = library.lines()
    assert urlsplit(page.url).path == f"/case/{kept.id}"
    assert "stage=3" in page.url


def test_throwing_away_asks_once_and_leads_back(clean_page: Page) -> None:
    key = begin(clean_page)
    try_with(clean_page)
    throw = line(clean_page).get_by_role("button", name="Throw away")
    throw.click()
    sure = clean_page.get_by_role("dialog", name="Throw this away?")
    expect(sure).to_be_visible()
    clean_page.keyboard.press("Escape")
    expect(throw).to_be_focused()
    throw.click()
    sure.get_by_role("button", name="Go on trying").click()
    expect(sure).to_be_hidden()
    throw.click()
    sure.get_by_role("button", name="Throw away").click()
    clean_page.wait_for_url("**/case/amira?stage=3*")
    expect(by_id(clean_page, ids.WHAT_IF)).to_be_attached()
    gone = clean_page.context.request.get(f"/case/{key}")
    assert gone.status == 404
    assert "on the screen alone" in gone.text()


def test_where_nothing_was_tried_nothing_is_asked(clean_page: Page) -> None:
    begin(clean_page)
    line(clean_page).get_by_role("button", name="Throw away").click()
    clean_page.wait_for_url("**/case/amira?stage=3*")


def test_it_is_still_there_after_a_reload_and_can_be_undone(clean_page: Page) -> None:
    begin(clean_page)
    try_with(clean_page)
    clean_page.reload()
    expect(clean_page.locator(".stage.now")).to_contain_text("two tracks in practice")
    undo = by_id(clean_page, ids.EDIT_UNDO)
    expect(undo).to_have_attribute("aria-disabled", "false")
    undo.click()
    expect(clean_page.locator(".stage.now")).to_contain_text("one track in practice")


def test_the_question_goes_when_all_three_are_in_practice(clean_page: Page) -> None:
    begin(clean_page)
    for name in (MUM, "Kayla"):
        try_with(clean_page, name)
        by_id(clean_page, ids.EDIT_BACK).click()
    expect(first_question(clean_page)).to_contain_text("All three tracks are in practice.")


def test_it_is_compared_at_the_stage_on_the_screen(clean_page: Page) -> None:
    key = begin(clean_page)
    by_id(clean_page, ids.STEP_BACK).click()
    wait_for_query(clean_page, "?stage=2&edit=1")
    clean_page.route("**/compare?*", lambda route: route.fulfill(body="Compared", status=200))
    line(clean_page).get_by_role("link", name="Compare with the case as it is").click()
    clean_page.wait_for_url(f"**/compare?left=amira&right={key}&stage=2")


def test_nothing_of_it_is_on_the_disk(clean_page: Page, library: Library, tmp_path: Path) -> None:
    keep_amira(library)
    key = begin(clean_page)
    first_question(clean_page).get_by_role("button", name="Add a person: Community").click()
    expect(form(clean_page).get_by_role("textbox").first).to_be_focused()
    clean_page.keyboard.type("Zanzibarina")
    clean_page.keyboard.press("Tab")
    clean_page.keyboard.type("coach")
    with clean_page.expect_response(re.compile(r"/edit$")):
        clean_page.keyboard.press("Enter")
    expect(clean_page.locator(".stage.now")).to_contain_text("Zanzibarina")
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"kayla" in written
    assert b"zanzibarina" not in written.lower()
    assert key.encode() not in written


def test_while_names_are_hidden_it_says_so(clean_page: Page) -> None:
    open_case(clean_page, AT_GULLHAVEN)
    by_id(clean_page, ids.HIDE_NAMES).click()
    expect(by_id(clean_page, ids.HIDE_NAMES)).to_have_text("Show names")
    press_what_if(clean_page)
    said = clean_page.get_by_role("alert")
    expect(said).to_have_text("Names are hidden. Show names to try something.")
    assert "/case/amira" in clean_page.url


@pytest.mark.parametrize("size", [*SIZES, (683, 384), (390, 844)])
def test_it_reads_well_and_fits(clean_page: Page, axe: AxeCheck, size: tuple[int, int]) -> None:
    clean_page.set_viewport_size({"width": size[0], "height": size[1]})
    begin(clean_page)
    assert axe(clean_page) == []
    assert clean_page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    line(clean_page).get_by_role("button", name="Keep as a new case…").click()
    assert axe(clean_page) == []
    clean_page.keyboard.press("Escape")
    expect(clean_page.get_by_role("dialog")).to_be_hidden()


def test_a_presentation_of_it_still_says_what_it_is(clean_page: Page) -> None:
    begin(clean_page)
    by_id(clean_page, ids.PRESENT).click()
    expect(line(clean_page)).to_contain_text("kept nowhere")
    expect(line(clean_page).get_by_role("button")).to_have_count(0)
    clean_page.keyboard.press("Escape")
    expect(line(clean_page).get_by_role("button")).to_have_count(2)


def test_its_story_still_says_what_it_is(clean_page: Page) -> None:
    begin(clean_page)
    clean_page.get_by_role("button", name="Story", exact=True).click()
    expect(clean_page.locator(".story-room")).to_be_visible()
    expect(line(clean_page)).to_contain_text("kept nowhere")
    expect(line(clean_page)).to_be_in_viewport(ratio=1)
    expect(line(clean_page).get_by_role("button")).to_have_count(0)


def test_without_a_library_it_offers_the_file(clean_page: Page) -> None:
    with serving(shelf_of(())) as address:
        begin_at = f"{address}/case/{AT_GULLHAVEN}"
        clean_page.goto(begin_at)
        press_what_if(clean_page)
        clean_page.wait_for_url("**/case/what-if-*")
        expect(first_question(clean_page)).to_be_visible()
        line(clean_page).get_by_role("button", name="Keep as a new case…").click()
        dialog = clean_page.get_by_role("dialog", name="Keep as a new case")
        expect(dialog).to_contain_text("relnet cannot keep cases now.")
        with clean_page.expect_download() as saved:
            dialog.get_by_role("link", name="Save it as a case file instead").click()
        assert saved.value.suggested_filename == "Amira-as-it-was-what-if.relnet.json"
        clean_page.goto("about:blank")
