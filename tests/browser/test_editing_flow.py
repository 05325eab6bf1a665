"""Editing without losing one's place: what is typed, what is shown and where the focus is."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from relnet.storage.contract import Library
from relnet.web import ids
from tests.browser.case_page import by_id, mark_on_map, wait_for_query
from tests.browser.conftest import serving
from tests.browser.editing_page import KAYLA, keep_amira, named, open_editing, press, saved

pytestmark = pytest.mark.browser

FORM, EDIT = re.compile(r"/form\?"), re.compile(r"/edit$")
KAYLA_EDITED = f"?stage=2&edit=1&chosen={KAYLA}"


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


def heading(page: Page) -> Locator:
    """Find the heading of the form."""
    return by_id(page, ids.EDIT_FORM).locator("h2").first


def adding(page: Page, name: str) -> Locator:
    """Find a form that adds something, unfolded."""
    form = page.locator(f'#{ids.EDIT_FORM} form[data-name="{name}"]')
    form.evaluate("form => { form.closest('details').open = true; }")
    return form


def test_people_can_be_added_on_the_stage_that_back_leads_to(editing: Page, key: str) -> None:
    open_editing(editing, key, "?stage=2&edit=1")
    here = editing.locator(f"#{ids.MAP} .stage.now .plus")
    expect(here).to_have_count(6)
    by_id(editing, ids.STEP_BACK).click()
    wait_for_query(editing, "?edit=1")
    expect(here).to_have_count(3)
    editing.go_back()
    wait_for_query(editing, "?stage=2&edit=1")
    expect(here).to_have_count(6)


def test_the_signs_of_focus_stay_in_a_presentation(editing: Page, key: str) -> None:
    editing.goto(f"/case/{key}?view=focus&present=1")
    signs = editing.locator(".pane-focus .map .kind-key")
    expect(signs.first).to_be_visible()
    expect(editing.locator(f"#{ids.MAP} .stage.now .kind-key")).to_be_hidden()


def test_another_view_is_edited_at_the_same_place(editing: Page, key: str) -> None:
    form = open_editing(editing, key, KAYLA_EDITED)
    with saved(editing):
        press(form, "Strength", "weak")
    editing.locator('[data-part="whose"] [data-as="yp"]').click()
    wait_for_query(editing, f"?stage=2&as=yp&chosen={KAYLA}&edit=1")
    expect(heading(editing)).to_have_text("Kayla")
    editing.goto(f"/case/{key}{KAYLA_EDITED}&view=tracks&hide=kin")
    form.get_by_role("link", name="Edit as Amira sees it").click()
    wait_for_query(editing, f"?view=tracks&stage=2&as=yp&chosen={KAYLA}&hide=kin&edit=1")


def test_what_is_half_typed_waits_at_its_stage(editing: Page, key: str) -> None:
    form = open_editing(editing, key)
    here = heading(editing).inner_text()
    text = adding(editing, "questions").locator('[name="text"]')
    text.fill("Who rings Gran?")
    editing.locator('[data-part="whose"] [data-as="yp"]').click()
    wait_for_query(editing, "?stage=2&as=yp&edit=1")
    expect(text).to_be_visible()
    expect(text).to_have_value("Who rings Gran?")
    assert editing.evaluate("sessionStorage.length") == 0
    by_id(editing, ids.STEP_ON).click()
    expect(heading(editing)).not_to_have_text(here)
    expect(adding(editing, "questions").locator('[name="text"]')).to_have_value("")
    by_id(editing, ids.STEP_BACK).click()
    expect(heading(editing)).to_have_text(here)
    expect(text).to_have_value("Who rings Gran?")
    with saved(editing):
        text.press("Enter")
    added = form.locator("details[data-fold] > summary", has_text="Who rings Gran?")
    expect(added).to_be_in_viewport()
    expect(text).to_be_focused()
    mark_on_map(editing, KAYLA).click()
    expect(heading(editing)).to_have_text("Kayla")
    by_id(editing, ids.EDIT_BACK).click()
    expect(heading(editing)).to_be_focused()
    expect(text).to_have_value("")


def hold(page: Page, address: re.Pattern[str]) -> list[Route]:
    """Hold back what is asked of an address; give what is held."""
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    page.route(address, keep)
    return held


def test_what_was_sent_is_not_left_in_a_form_that_was_written_anew_meanwhile(
    editing: Page, key: str
) -> None:
    open_editing(editing, key)
    form = adding(editing, "person")
    name, role = form.locator('[name="name"]'), form.locator('[name="role"]')
    name.fill("Priya")
    role.fill("friend")
    forms = hold(editing, FORM)
    with saved(editing), editing.expect_request(FORM):
        name.press("Enter")
    edits = hold(editing, EDIT)
    name.fill("Nadia")
    role.fill("friend")
    with editing.expect_request(EDIT):
        name.press("Enter")
    old = name.element_handle()
    with editing.expect_response(FORM):
        forms.pop(0).continue_()
    editing.wait_for_function("field => !field.isConnected", arg=old)
    expect(name).to_have_value("Nadia")
    role.fill("coach")
    with saved(editing):
        edits.pop().continue_()
    expect(name).to_have_value("")
    expect(role).to_have_value("coach")


def test_the_keyboard_goes_into_the_form_and_back(
    editing: Page, library: Library, key: str
) -> None:
    form = open_editing(editing, key)
    mark_on_map(editing, KAYLA).focus()
    editing.keyboard.press("Enter")
    expect(heading(editing)).to_have_text("Kayla")
    expect(heading(editing)).to_be_focused()
    editing.keyboard.press("Escape")
    expect(mark_on_map(editing, KAYLA)).to_be_focused()
    expect(mark_on_map(editing, KAYLA)).to_have_attribute("aria-pressed", "true")
    editing.keyboard.press("Enter")
    expect(heading(editing)).to_be_focused()
    pressed = form.get_by_role("group", name="Strength").get_by_role("radio", checked=True)
    pressed.focus()
    with saved(editing):
        editing.keyboard.press("ArrowRight")
        editing.keyboard.press("ArrowRight")
    assert library.line(key).number == 2


def test_where_the_form_is_below_the_map_it_is_brought_into_sight(editing: Page, key: str) -> None:
    editing.set_viewport_size({"width": 683, "height": 384})
    open_editing(editing, key)
    expect(heading(editing)).not_to_be_in_viewport()
    for _ in range(2):
        mark_on_map(editing, KAYLA).click()
        expect(heading(editing)).to_have_text("Kayla")
        expect(heading(editing)).to_be_in_viewport()


def test_stages_come_and_go_and_the_address_with_them(
    editing: Page, library: Library, key: str
) -> None:
    count = len(library.get(key).case.stages)
    form = open_editing(editing, key, f"?stage={count}&edit=1")
    split = adding(editing, "split")
    split.locator('[name="split"]').fill("The second half")
    split.get_by_role("button").click()
    ask = by_id(editing, ids.EDIT_ASK)
    with saved(editing):
        ask.get_by_role("button", name="Do it").click()
    wait_for_query(editing, f"?stage={count + 1}&edit=1")
    expect(heading(editing)).to_contain_text("The second half")
    adding(editing, "split")
    form.get_by_role("button", name="Remove this stage").click()
    with saved(editing):
        ask.get_by_role("button", name="Do it").click()
    wait_for_query(editing, f"?stage={count}&edit=1")


def test_a_refused_entry_leads_to_the_field_that_is_wrong(page: Page, key: str) -> None:
    page.add_init_script(named("Sam"))
    open_editing(page, key)
    events = adding(page, "events")
    events.locator('[name="text"]').fill("A call")
    when = events.locator('[name="when"]')
    when.fill("soonish")
    events.get_by_role("button").click()
    expect(when).to_be_focused()
    fault = events.locator('[data-fault="when"]')
    expect(fault).to_contain_text("cannot read")
    when.fill("")
    expect(fault).to_have_text("")
