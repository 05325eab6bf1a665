"""Editing a case in its page, as a team does: from nothing, by pointer and by keyboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from relnet.case.models import Case
from relnet.case.vocabulary import Level, Status, Strength, UseKind
from relnet.storage.contract import Library
from relnet.web import ids
from tests.browser.case_page import by_id, mark_on_map, wait_for_query
from tests.browser.conftest import serving
from tests.browser.editing_page import (
    GRAN,
    KAYLA,
    expect_pressed,
    keep_amira,
    named,
    open_editing,
    plus,
    press,
    saved,
)

pytestmark = pytest.mark.browser


@pytest.fixture
def server(library: Library) -> Iterator[str]:
    """Serve a library."""
    with serving(library=library) as address:
        yield address


@pytest.fixture
def editing(clean_page: Page) -> Page:
    """Open an empty page in a browser that knows who edits."""
    clean_page.add_init_script(named("Sam"))
    return clean_page


@pytest.fixture
def key(library: Library) -> str:
    return keep_amira(library)


def make_case(page: Page, library: Library) -> str:
    """Make a case of nobody yet: at home in Riverside, then in Northfield, then afterwards."""
    page.goto("/new")
    expect(page.get_by_label("What shall we call the young person?")).to_be_focused()
    for words in ("Amira", "Riverside", "Tab", "Northfield", "Tab", "62"):
        if words == "Tab":
            page.keyboard.press("Tab")
            continue
        page.keyboard.type(words)
        if words in {"Amira", "62"}:
            page.keyboard.press("Enter")
        if words == "Amira":
            expect(page.get_by_label("Where is home?")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".step:visible h2")).to_have_text("Stages")
    by_id(page, ids.NEW_NEXT).click()
    expect(page.locator(".step:visible h2")).to_have_text("Who matters")
    by_id(page, ids.NEW_MAKE).click()
    page.wait_for_url("**/case/*?edit=1")
    return library.lines()[0].id


def add(page: Page, name: str, role: str) -> None:
    """Add a person in the form that has the focus, Enter to send it."""
    form = adding(page)
    form.locator('[name="name"]').fill(name)
    form.locator('[name="role"]').fill(role)
    with saved(page):
        form.locator('[name="role"]').press("Enter")


def adding(page: Page) -> Locator:
    """Find the form that adds a person."""
    return page.locator(f'#{ids.EDIT_FORM} form[data-name="person"]')


def add_four(page: Page) -> None:
    """Add two by the "+" of a lane, and two more by the form of the stage."""
    form = by_id(page, ids.EDIT_FORM)
    plus(page, "Community and peers", "Home · Riverside").click()
    name = adding(page).locator('[name="name"]')
    expect(name).to_be_visible()
    add(page, "Kayla", "best friend")
    expect(name).to_be_focused()
    expect(name).to_have_value("")
    add(page, "Jay", "friend")
    by_id(page, ids.EDIT_BACK).click()
    form.locator("summary", has_text="Add a person here").click()
    add(page, "Mum", "mum")
    add(page, "Dawn", "social worker")


def choose(page: Page, ref: str, name: str) -> None:
    """Choose somebody on the map, and wait for their form."""
    mark_on_map(page, ref).click()
    expect(by_id(page, ids.EDIT_FORM).locator("h2").first).to_have_text(name)


def tell_of_home(page: Page) -> None:
    """Say three things: one by pointer, one by a number key, one by a chip."""
    form = by_id(page, ids.EDIT_FORM)
    choose(page, "p0", "Kayla")
    with saved(page):
        press(form, "Strength", "strong")
    expect_pressed(form, "Strength", "strong")
    form.get_by_role("group", name="Strained").get_by_role("radio").first.focus()
    with saved(page):
        page.keyboard.press("1")
    expect_pressed(form, "Strained", "yes")
    choose(page, "p3", "Dawn")
    chip = form.get_by_role("button", name="consistency, practice")
    with saved(page):
        chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true")


def answer_the_move(page: Page) -> None:
    """Go to the next stage and answer for three of four what the move did."""
    form = by_id(page, ids.EDIT_FORM)
    by_id(page, ids.EDIT_BACK).click()
    by_id(page, ids.STEP_ON).click()
    asked = form.get_by_role("group", name="What happened to these relationships in this move?")
    expect(asked.get_by_role("group")).to_have_count(4)
    for who, answer in (("Kayla", "broken"), ("Mum", "weaker"), ("Dawn", "kept")):
        button = form.get_by_role("button", name=f"{who}: {answer}")
        with saved(page):
            button.click()
        expect(button).to_have_count(0)
    expect(asked.get_by_role("group")).to_have_count(1)


def check_what_was_told(case: Case) -> None:
    kayla, _jay, mum, dawn = case.relationships
    assert [state.status for state in kayla.states] == [Status.ACTIVE, Status.BROKEN]
    assert (kayla.states[0].strength, kayla.states[0].strained) == (Strength.STRONG, True)
    assert mum.states[1].strength is Strength.WEAK
    assert dawn.states[1].status is Status.ACTIVE
    (use,) = case.uses
    assert (use.stage, use.use, use.level) == (
        case.stages[0].id,
        UseKind.CONSISTENCY,
        Level.PRACTICE,
    )


def test_a_case_is_built_from_nothing_then_undone_and_redone(
    editing: Page, library: Library
) -> None:
    key = make_case(editing, library)
    add_four(editing)
    assert [person.name for person in library.get(key).case.people] == [
        "Kayla",
        "Jay",
        "Mum",
        "Dawn",
    ]
    for place in range(4):
        expect(mark_on_map(editing, f"p{place}")).to_be_visible()
    tell_of_home(editing)
    answer_the_move(editing)
    done = library.get(key).case
    check_what_was_told(done)

    wait_for_query(editing, "?stage=2&edit=1")
    editing.reload()
    expect(by_id(editing, ids.EDIT_FORM).locator("h2").first).to_have_text(done.stages[1].label)
    expect(by_id(editing, ids.EDIT)).to_have_attribute("aria-pressed", "true")

    # Ten edits: four people, strong, strained, a use, three answers.
    undo, redo = by_id(editing, ids.EDIT_UNDO), by_id(editing, ids.EDIT_REDO)
    expect(undo).to_have_attribute("aria-disabled", "false")
    for _ in range(10):
        with saved(editing, "undo"):
            editing.keyboard.press("Control+z")
    assert library.get(key).case == library.at(key, 1)
    expect(undo).to_have_attribute("aria-disabled", "true")
    expect(editing.locator(".stage.now .kind-member")).to_have_count(0)
    for _ in range(10):
        with saved(editing, "redo"):
            editing.keyboard.press("Control+Shift+z")
    assert library.get(key).case == done
    expect(redo).to_have_attribute("aria-disabled", "true")
    for place in range(4):
        expect(mark_on_map(editing, f"p{place}")).to_be_visible()


def test_it_goes_by_keyboard_alone(editing: Page, library: Library, key: str) -> None:
    page = editing
    form = open_editing(page, key)
    mark_on_map(page, KAYLA).focus()
    page.keyboard.press("Enter")
    expect(form.locator("h2").first).to_have_text("Kayla")
    back = by_id(page, ids.EDIT_BACK)
    strong = form.get_by_role("group", name="Strength").get_by_role("radio", name="not recorded")
    for _ in range(80):
        page.keyboard.press("Tab")
        if strong.evaluate("radio => radio === document.activeElement"):
            break
    expect(strong).to_be_focused()
    with saved(page):
        page.keyboard.press("3")
    expect_pressed(form, "Strength", "weak")
    expect(form.get_by_role("radio", name="weak")).to_be_focused()
    for _ in range(80):
        page.keyboard.press("Shift+Tab")
        if back.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(form.locator("h2").first).not_to_have_text("Kayla")
    with saved(page, "undo"):
        page.keyboard.press("Control+z")
    assert library.get(key).case == library.at(key, 1)


def test_what_is_chosen_stays_chosen_where_others_come_and_go(
    editing: Page, library: Library, key: str
) -> None:
    page = editing
    form = open_editing(page, key, f"{'?stage=2&edit=1'}&chosen={GRAN}")
    name = form.locator("h2").first.inner_text()
    gone = library.get(key).case.people[0]
    mark_on_map(page, "p0").click()
    expect(form.locator("h2").first).not_to_have_text(name)
    form.get_by_role("button", name=f"Remove {gone.name}").click()
    with saved(page):
        page.locator(f"#{ids.EDIT_ASK}").get_by_role("button", name="Do it").click()
    mark_on_map(page, "p8").click()
    expect(form.locator("h2").first).to_have_text(name)
    with page.expect_response("**/news"), saved(page, "undo"):
        page.keyboard.press("Control+z")
    wait_for_query(page, f"?stage=2&chosen={GRAN}&edit=1")
    expect(form.locator("h2").first).to_have_text(name)
    expect(mark_on_map(page, GRAN)).to_have_attribute("aria-pressed", "true")


def test_what_cannot_be_says_why_beside_it_and_keeps_what_was_typed(
    page: Page, library: Library, key: str
) -> None:
    page.add_init_script(named("Sam"))
    form = open_editing(page, key, f"?stage=2&edit=1&chosen={KAYLA}")
    form.locator("summary", has_text="About Kayla").click()
    name = form.locator('[data-fold] input[name="name"]')
    name.fill(" ")
    name.press("Enter")
    fault = form.locator(".fault", has_text="Write a name")
    expect(fault).to_be_visible()
    expect(name).to_have_attribute("aria-invalid", "true")
    assert library.line(key).number == 1
    name.fill("Kay")
    with saved(page):
        name.press("Enter")
    expect(form.locator("h2").first).to_have_text("Kay")
    expect(fault).to_have_count(0)
    expect(name).to_be_focused()


def test_a_date_is_said_as_it_was_understood_and_undone_as_it_was(
    editing: Page, library: Library, key: str
) -> None:
    form = open_editing(editing, key)
    form.locator("summary", has_text="About this stage").click()
    when = form.locator('[data-set="fields.when"] input[name="when"]')
    before = when.input_value()
    when.fill("3/2025")
    expect(when.locator("xpath=..").locator("[data-preview]")).to_have_text("March 2025")
    with saved(editing):
        when.press("Enter")
    expect(when).to_have_value("March 2025")
    expect(when).to_be_focused()
    assert library.get(key).case.stages[1].when == "2025-03"
    with saved(editing, "undo"):
        editing.keyboard.press("Control+z")
    expect(when).to_have_value(before)
