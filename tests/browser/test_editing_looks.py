"""How a case page looks while it is edited: for axe, for eyes, and with nasty names."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from relnet.case.reading import parse_case
from relnet.storage.contract import Library
from relnet.web import ids
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from tests.browser.case_page import by_id, mark_on_map, wait_for_query
from tests.browser.conftest import AxeCheck, serving
from tests.browser.editing_page import (
    FOSTER,
    KAYLA,
    SIZES,
    keep_amira,
    named,
    open_editing,
    plus,
    press,
    saved,
)
from tests.browser.measuring import faults_of_texts
from tests.web.libraries import SAM
from tests.web.nasty import nasty_case

pytestmark = pytest.mark.browser

CHOSEN = ["", KAYLA, "r3", "yp", "s0"]
# What sticks out of the form, or is smaller than the design allows.
FORM = """
form => {
  const room = document.getElementById("editor").getBoundingClientRect();
  const seen = [...form.querySelectorAll("*")].filter(e => e.checkVisibility());
  const out = seen.filter(e => {
    const box = e.getBoundingClientRect();
    return box.width && (box.left < room.left - 1 || box.right > room.right + 1);
  });
  const cut = seen.filter(e => e.matches("button, legend, summary, h2, h3, label > span, .segment")
    && e.scrollWidth > e.clientWidth + 1 && e.clientWidth);
  const small = seen.filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())
    && parseFloat(getComputedStyle(e).fontSize) < 12);
  const tell = (what, all) => all.map(e => `${what}: ${e.outerHTML.slice(0, 160)}`);
  return [...tell("out", out), ...tell("cut", cut), ...tell("small", small)];
}
"""


@pytest.fixture
def server(library: Library) -> Iterator[str]:
    """Serve a library."""
    with serving(library=library) as address:
        yield address


@pytest.fixture
def key(library: Library) -> str:
    return keep_amira(library)


@pytest.fixture
def editing(clean_page: Page) -> Page:
    """Open an empty page in a browser that knows who edits."""
    clean_page.add_init_script(named("Sam"))
    return clean_page


def unfold(form: Locator) -> None:
    form.evaluate(
        "form => { for (const fold of form.querySelectorAll('details')) fold.open = true; }"
    )


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("chosen", CHOSEN)
def test_every_form_fits_and_axe_finds_nothing(
    editing: Page, key: str, axe: AxeCheck, chosen: str, width: int, height: int
) -> None:
    editing.set_viewport_size({"width": width, "height": height})
    form = open_editing(editing, key, f"{FOSTER}&chosen={chosen}")
    expect(editing.locator(".stage.now .plus").first).to_be_visible()
    unfold(form)
    assert form.evaluate(FORM) == []
    assert faults_of_texts(editing) == []
    assert editing.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(editing) == []


def test_the_form_that_adds_and_the_dialogs(editing: Page, key: str, axe: AxeCheck) -> None:
    form = open_editing(editing, key)
    plus(editing, "Trusted relationships", "Home · Riverside").press("Enter")
    expect(form.locator("h2").first).to_have_text("Add a person")
    assert form.evaluate(FORM) == []
    assert axe(editing) == []
    mark_on_map(editing, KAYLA).click()
    form.get_by_role("button", name="Remove Kayla").click()
    dialog = by_id(editing, ids.EDIT_ASK)
    expect(dialog.get_by_role("heading")).to_have_text("This is what happens")
    expect(dialog).to_contain_text("Kayla")
    assert axe(editing) == []
    dialog.get_by_role("button", name="Leave it as it is").click()
    expect(dialog).to_be_hidden()
    with saved(editing):
        press(form, "Strength", "weak")
    by_id(editing, ids.EDIT).click()
    expect(by_id(editing, ids.EDITOR)).to_be_hidden()
    expect(by_id(editing, ids.CHOSEN_PANEL)).to_contain_text("weak")


def test_it_is_asked_once_who_edits(clean_page: Page, key: str, axe: AxeCheck) -> None:
    clean_page.goto(f"/case/{key}")
    edit = by_id(clean_page, ids.EDIT)
    edit.click()
    who = by_id(clean_page, ids.WHO)
    expect(who.get_by_label("Your name or initials")).to_be_focused()
    assert axe(clean_page) == []
    clean_page.keyboard.type("Sam")
    clean_page.keyboard.press("Enter")
    wait_for_query(clean_page, "?edit=1")
    clean_page.reload()
    expect(edit).to_have_attribute("aria-pressed", "true")
    edit.click()
    edit.click()
    expect(who).to_be_hidden()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_history_fits_and_axe_finds_nothing(
    editing: Page, key: str, axe: AxeCheck, width: int, height: int
) -> None:
    form = open_editing(editing, key, f"{FOSTER}&chosen={KAYLA}")
    for words in ("weak", "steady"):
        with saved(editing):
            press(form, "Strength", words)
    editing.set_viewport_size({"width": width, "height": height})
    editing.goto(f"/case/{key}/history?from=1&to=3")
    expect(editing.locator(".compared")).to_be_visible()
    editing.locator(".version details summary").first.click()
    assert editing.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(editing) == []


def test_nasty_names_are_edited_as_the_text_they_are(
    editing: Page, library: Library, axe: AxeCheck
) -> None:
    case = parse_case(json.dumps(nasty_case()).encode())
    key = library.create(case, SAM).line.id
    for chosen in ("p2", "p13", "yp", ""):
        form = open_editing(editing, key, f"{FOSTER}&chosen={chosen}")
        unfold(form)
        assert form.evaluate(FORM) == []
    form = open_editing(editing, key, f"{FOSTER}&chosen=p13")
    form.get_by_role("button", name="Remove ").last.click()
    with saved(editing):
        by_id(editing, ids.EDIT_ASK).get_by_role("button", name="Do it").click()
    editing.goto(f"/case/{key}/history?from=1&to=2")
    expect(editing.locator(".version")).to_have_count(2)
    assert editing.evaluate("document.documentElement.scrollWidth") <= 1366
    assert axe(editing) == []
    assert editing.evaluate("window.hacked") is None


def test_what_is_told_of_the_tracks_starts_folded(editing: Page, key: str) -> None:
    editing.goto(f"/case/{key}?view=tracks&stage=2")
    told, edit = editing.locator(".tracks-told"), by_id(editing, ids.EDIT)
    rows, frame = editing.locator(".tracks-told li:visible"), editing.locator(".tracks-head")
    expect(rows.first).to_be_visible()
    miles = frame.locator(".kind-distance text").first.bounding_box()
    now = frame.locator(".kind-column.now .column").bounding_box()
    assert miles
    assert now
    assert miles["y"] + miles["height"] <= now["y"] + 1
    edit.click()
    expect(rows).to_have_count(0)
    told.locator("summary").click()
    expect(rows.first).to_be_visible()
    # What somebody opened stays so when the view is written anew.
    form = by_id(editing, ids.EDIT_FORM)
    with saved(editing):
        form.get_by_role("button", name="Talked about").first.click()
    expect(rows.first).to_be_visible()


def test_hidden_names_are_not_edited(
    editing: Page, context: BrowserContext, key: str, server: str
) -> None:
    context.add_cookies([{"name": NAMES_COOKIE, "value": HIDDEN, "url": server}])
    editing.goto(f"/case/{key}{FOSTER}")
    edit = by_id(editing, ids.EDIT)
    expect(edit).to_have_attribute("aria-pressed", "false")
    edit.click()
    expect(by_id(editing, ids.EDIT_NOTICES)).to_contain_text("Show names to edit")
    assert "Kayla" not in editing.content()


def test_a_sample_is_copied_to_edit(clean_page: Page, library: Library) -> None:
    clean_page.goto("/case/amira")
    by_id(clean_page, ids.KEEP).click()
    clean_page.get_by_label("Your name or initials").fill("Sam")
    clean_page.keyboard.press("Enter")
    clean_page.wait_for_url("**/case/*?edit=1")
    expect(by_id(clean_page, ids.EDIT_FORM).locator("h2").first).to_be_visible()
    (line,) = library.lines()
    assert (line.title, line.changed_by) == ("Amira, as it was", "Sam")
