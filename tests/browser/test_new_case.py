"""A new case in a real browser: built by keyboard, kept over a reload, made and opened."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from relnet.storage.contract import Library
from relnet.web import ids
from tests.browser.case_page import by_id
from tests.browser.conftest import AxeCheck, serving
from tests.browser.test_library import KNOWN_EDITOR

pytestmark = pytest.mark.browser

SIZES = [(1366, 768), (1920, 1080), (683, 384)]


@pytest.fixture
def server(library: Library) -> Iterator[str]:
    """Serve an empty library."""
    with serving(library=library) as address:
        yield address


@pytest.fixture
def new(clean_page: Page) -> Page:
    """Open the page from the start page, in a browser that knows who edits."""
    clean_page.add_init_script(KNOWN_EDITOR)
    clean_page.goto("/")
    clean_page.get_by_role("link", name="New case").click()
    expect(clean_page.get_by_label("What shall we call the young person?")).to_be_focused()
    return clean_page


def write(page: Page, *words: str) -> None:
    """Type into one field after another from the one with the focus; Enter in the last one."""
    for number, word in enumerate(words):
        if number:
            page.keyboard.press("Tab")
        page.keyboard.type(word)
    page.keyboard.press("Enter")


def at_step(page: Page, title: str) -> None:
    expect(page.locator(".step:visible h2")).to_have_text(title)
    expect(page.locator(f"#{ids.NEW_STEPS} [aria-current]")).to_contain_text(title)


def test_a_case_is_made_by_keyboard_alone(new: Page, library: Library) -> None:
    write(new, "Amira")
    at_step(new, "Where")
    write(new, "Riverside", "Northfield", "62")
    write(new, "Gullhaven", "118")
    new.keyboard.press("Enter")
    at_step(new, "Stages")
    assert [field.input_value() for field in new.locator('[name="label"]').all()] == [
        "Before the move",
        "In Northfield",
        "In Gullhaven",
        "Afterwards",
    ]
    new.keyboard.press("Enter")
    at_step(new, "Who matters")
    for name, role in (("Mum", "mum"), ("Dawn", "social worker"), ("Kayla", "best friend")):
        write(new, name, role)
        expect(new.locator(":focus")).to_have_value("")
    kinds = new.locator('[name="type"]')
    for number, kind in enumerate(("family", "practitioner", "peer")):
        expect(kinds.nth(number)).to_have_value(kind)
    by_id(new, ids.NEW_MAKE).press("Enter")
    new.wait_for_url("**/case/*?edit=1")
    case = library.get(library.lines()[0].id).case
    assert [person.name for person in case.people] == ["Mum", "Dawn", "Kayla"]
    assert [stage.area for stage in case.stages] == ["home", "placement-1", "placement-2", None]
    assert new.evaluate("sessionStorage.getItem('relnet_new_case')") is None


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_each_step_fits_and_axe_finds_nothing(
    new: Page, axe: AxeCheck, width: int, height: int
) -> None:
    new.set_viewport_size({"width": width, "height": height})
    write(new, "")
    expect(new.locator(".fault:visible")).to_contain_text("Write a name")
    assert axe(new) == []
    write(new, "Amira")
    at_step(new, "Where")
    write(new, "Riverside", "Northfield", "far")
    expect(new.locator(".fault:visible")).to_contain_text("Write the miles")
    assert axe(new) == []
    new.get_by_label("Miles from home").first.fill("62")
    by_id(new, ids.NEW_NEXT).click()
    for title in ("Stages", "Who matters"):
        at_step(new, title)
        assert axe(new) == []
        assert new.evaluate("document.documentElement.scrollWidth") <= width
        new.keyboard.press("Enter")


def test_what_was_typed_stays_over_back_and_reload(new: Page) -> None:
    write(new, "Amira")
    at_step(new, "Where")
    write(new, "Riverside", "Northfield")
    by_id(new, ids.NEW_NEXT).click()
    at_step(new, "Stages")
    new.get_by_role("button", name="Split").nth(1).click()
    new.keyboard.type("Foster home")
    by_id(new, ids.NEW_NEXT).click()
    at_step(new, "Who matters")
    write(new, "Kayla", "best friend")
    new.locator('[name="track"]').first.select_option("trusted")
    by_id(new, ids.NEW_BACK).click()
    at_step(new, "Stages")
    new.reload()
    at_step(new, "Stages")
    expect(new.locator('[name="label"]').nth(2)).to_have_value("Foster home")
    expect(new.locator('[name="area"]').nth(2)).to_have_value(
        new.locator('[name="area"]').nth(1).input_value()
    )
    by_id(new, ids.NEW_NEXT).click()
    expect(new.locator('[name="role"]').first).to_have_value("best friend")
    expect(new.locator('[name="track"]').first).to_have_value("trusted")
    new.get_by_role("button", name="Empty all fields").click()
    new.get_by_role("button", name="Empty them").click()
    at_step(new, "The young person")
    expect(new.get_by_label("What shall we call the young person?")).to_have_value("")


def test_nobody_has_moved_yet(new: Page, library: Library) -> None:
    write(new, "A.")
    at_step(new, "Where")
    new.get_by_label("No move yet").check()
    new.get_by_label("Where is home?").fill("Riverside")
    by_id(new, ids.NEW_NEXT).click()
    at_step(new, "Stages")
    expect(new.locator('[name="label"]')).to_have_count(1)
    by_id(new, ids.NEW_NEXT).click()
    at_step(new, "Who matters")
    by_id(new, ids.NEW_MAKE).click()
    new.wait_for_url("**/case/*?edit=1")
    (stage,) = library.get(library.lines()[0].id).case.stages
    assert (stage.label, stage.move) == ("At home", None)


def test_a_role_that_is_not_known_is_asked_about(new: Page) -> None:
    write(new, "Amira")
    at_step(new, "Where")
    write(new, "Riverside")
    at_step(new, "Stages")
    by_id(new, ids.NEW_NEXT).click()
    at_step(new, "Who matters")
    new.keyboard.type("Zed")
    new.keyboard.press("Tab")
    new.keyboard.type("zzz")
    new.keyboard.press("Tab")
    fault = new.locator(".new-line .fault:visible")
    expect(fault).to_contain_text("relnet does not know what 'zzz' is")
    new.locator('[name="type"]').first.select_option("peer")
    expect(fault).to_have_count(0)
    expect(new.locator('[name="track"]').first).to_have_value("community_peer")


def test_hidden_names_hide_the_form_and_keep_it(new: Page) -> None:
    write(new, "Amira")
    at_step(new, "Where")
    new.get_by_role("button", name="Hide names").click()
    expect(new.get_by_text("Show names to go on")).to_be_visible()
    assert "Amira" not in new.content()
    new.get_by_role("button", name="Show names").click()
    by_id(new, ids.NEW_BACK).click()
    expect(new.get_by_label("What shall we call the young person?")).to_have_value("Amira")
