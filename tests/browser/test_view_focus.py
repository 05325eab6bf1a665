"""The focus: its switches, what a cell tells, and what can stand beside it."""

import pytest
from playwright.sync_api import Locator, Page, expect

from relnet.web import ids
from tests.browser.case_page import (
    by_id,
    mark_on_map,
    open_view,
    shown_pane,
    turn_to,
    wait_for_query,
)
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser


def grids(shown: Locator) -> Locator:
    """Find the grids that are seen."""
    return shown.locator(".focus-pair:visible .focus-table:visible")


def rows_of(shown: Locator) -> list[str]:
    """Give the headings of the rows of the first grid that is seen."""
    return grids(shown).first.locator("tbody th").all_inner_texts()


def beside(shown: Locator) -> Locator:
    """Find the list of what can stand beside."""
    return shown.locator("select[data-set-beside]")


def test_the_switches_ask_nobody_and_stand_in_the_address(
    clean_page: Page, watched: Watched
) -> None:
    shown = open_view(clean_page, "amira?view=focus")
    before = len(watched.requests)
    assert len(rows_of(shown)) == 3
    assert grids(shown).first.locator("thead th").count() == 3
    shown.get_by_role("button", name="Four types").press("Enter")
    assert len(rows_of(shown)) == 4
    shown.get_by_role("button", name="Stages").click()
    assert grids(shown).first.locator("thead th").count() == 5
    expect(shown.get_by_role("button", name="Stages")).to_have_attribute("aria-pressed", "true")
    expect(shown.get_by_role("button", name="Phases")).to_have_attribute("aria-pressed", "false")
    beside(shown).select_option("pattern")
    wait_for_query(clean_page, "?view=focus&rows=type&columns=stage&beside=pattern")
    assert watched.requests[before:] == []


def test_reload_and_back_keep_the_switches(clean_page: Page) -> None:
    shown = open_view(clean_page, "amira?view=focus")
    shown.get_by_role("button", name="Four types").click()
    wait_for_query(clean_page, "?view=focus&rows=type")
    beside(shown).select_option("as-p7")
    wait_for_query(clean_page, "?view=focus&rows=type&beside=as-p7")
    clean_page.reload()
    shown = shown_pane(clean_page)
    expect(beside(shown)).to_have_value("as-p7")
    assert len(rows_of(shown)) == 4
    clean_page.go_back()
    wait_for_query(clean_page, "?view=focus&rows=type")
    expect(beside(shown)).to_have_value("none")
    turn_to(clean_page, "Map")
    wait_for_query(clean_page, "")
    turn_to(clean_page, "Focus")
    wait_for_query(clean_page, "?view=focus&rows=type")
    assert len(rows_of(shown)) == 4


def test_a_cell_tells_its_people_and_chooses_them_on_the_map(clean_page: Page) -> None:
    shown = open_view(clean_page, "amira?view=focus")
    cell = grids(shown).first.get_by_role("button", name="Consistency").first
    cell.focus()
    clean_page.keyboard.press("Enter")
    expect(cell).to_have_attribute("aria-pressed", "true")
    told = shown.locator(".focus-told")
    expect(told.locator("h3")).to_have_text("Trusted relationships, During")
    expect(told).to_be_in_viewport()
    for name in ("Marcus", "Dawn", "Ruth", "Sam"):
        expect(told.get_by_role("button", name=name, exact=True)).to_be_visible()
    wait_for_query(clean_page, "?view=focus&chosen=r0.r1.r4.r5")
    heads = clean_page.locator(f"#{ids.CHOSEN_PANEL} h2")
    expect(heads).to_have_text([f"{name} and Amira" for name in ("Marcus", "Dawn", "Ruth", "Sam")])
    turn_to(clean_page, "Map")
    by_id(clean_page, ids.RAIL).press("ArrowRight")
    for ref in ("r0", "r1", "r4"):
        expect(mark_on_map(clean_page, ref)).to_have_attribute("aria-pressed", "true")
    shown = turn_to(clean_page, "Focus")
    expect(shown.locator(".focus-told h3")).to_be_visible()
    shown.locator(".focus-told").get_by_role("button", name="Ruth").click()
    expect(heads).to_have_text(["Ruth"])


def test_an_empty_cell_chooses_nobody(clean_page: Page) -> None:
    shown = open_view(clean_page, "figure-2?view=focus&chosen=p0")
    empty = shown.locator('.focus-pair:visible button[data-choose-all=""]').first
    empty.click()
    expect(by_id(clean_page, ids.CHOSEN_SIDE)).to_be_hidden()
    expect(shown.locator(".focus-told h3")).to_be_visible()


def test_the_published_pattern_stands_beside_in_signs_and_in_words(clean_page: Page) -> None:
    shown = open_view(clean_page, "amira?view=focus")
    expect(shown.locator(".standing:visible")).to_have_count(0)
    beside(shown).select_option("pattern")
    expect(grids(shown)).to_have_count(2)
    assert set(shown.locator(".standing:visible").all_inner_texts()) & {"=\nin both"}
    shown.locator(".focus-beside:visible").get_by_text("Cell by cell, in words").click()
    expect(shown.locator(".focus-beside:visible .in-words li")).to_have_count(9)
    beside(shown).select_option("none")
    expect(grids(shown)).to_have_count(1)


def test_another_case_and_other_times_are_asked_for_once(
    clean_page: Page, watched: Watched
) -> None:
    shown = open_view(clean_page, "amira?view=focus")
    before = len(watched.requests)
    beside(shown).select_option("case-many-moves")
    wait_for_query(clean_page, "?view=focus&beside=case-many-moves")
    shown = shown_pane(clean_page)
    expect(shown.get_by_role("heading", name="Reece: many moves")).to_be_visible()
    # Its stages are its own: none of them is the present one.
    expect(shown.locator('.focus-beside[data-when-beside="case-many-moves"] .now')).to_have_count(0)
    clean_page.go_back()
    wait_for_query(clean_page, "?view=focus")
    expect(beside(shown_pane(clean_page))).to_have_value("none")
    clean_page.go_forward()
    wait_for_query(clean_page, "?view=focus&beside=case-many-moves")
    expect(beside(shown_pane(clean_page))).to_have_value("case-many-moves")
    assert len(watched.requests) == before + 1
    beside(shown_pane(clean_page)).select_option("time")
    form = shown_pane(clean_page).locator(".time-form")
    form.locator("select").nth(1).select_option("2")
    form.get_by_role("button", name="Compare").press("Enter")
    wait_for_query(clean_page, "?view=focus&beside=time&times=1-2.5-5")
    shown = shown_pane(clean_page)
    expect(grids(shown)).to_have_count(2)
    expect(
        shown.get_by_role("heading", name="At home, Riverside to Foster placement, Northfield")
    ).to_be_visible()
    clean_page.reload()
    expect(
        shown.get_by_role("heading", name="At home, Riverside to Foster placement, Northfield")
    ).to_be_visible()
