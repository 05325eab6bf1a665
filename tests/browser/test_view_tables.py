"""Table and Numbers: sorting, filtering and copying by keyboard, choosing, what changed."""

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from relnet.web import ids
from tests.browser.case_page import (
    KAYLA,
    mark_on_map,
    open_view,
    shown_pane,
    turn_to,
    wait_for_query,
)
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser


def people(shown: Locator) -> Locator:
    """Find the table of the people, with its tools."""
    return shown.locator('[data-table="table-people"]')


def names(shown: Locator) -> list[str]:
    """Give the names that the table of the people shows, from the top."""
    # As they stand in the page: what was not on the screen yet has no text as it is painted.
    heads = people(shown).locator("tbody tr:visible th")
    return [name.strip() for name in heads.all_text_contents()]


def test_a_table_is_sorted_by_keyboard_and_says_so(clean_page: Page) -> None:
    shown = open_view(clean_page, "amira?view=table")
    opening = names(shown)
    head = people(shown).locator("thead th").first
    expect(head).to_have_attribute("aria-sort", "none")
    head.get_by_role("button").focus()
    clean_page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert names(shown) == sorted(opening, key=str.casefold)
    expect(people(shown).get_by_role("status")).to_have_text("Sorted by Name, smallest first.")
    clean_page.keyboard.press("Space")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert names(shown) == sorted(opening, key=str.casefold, reverse=True)
    people(shown).get_by_role("button", name="Role").press("Enter")
    expect(head).to_have_attribute("aria-sort", "none")


def test_a_table_is_filtered_by_keyboard_and_says_how_much_is_left(clean_page: Page) -> None:
    shown = open_view(clean_page, "amira?view=table")
    count = len(names(shown))
    people(shown).get_by_label("Show rows with").focus()
    clean_page.keyboard.type("SOCIAL worker")
    assert names(shown) == ["Dawn"]
    expect(people(shown).get_by_role("status")).to_have_text(f"1 of {count} rows shown.")
    clean_page.keyboard.press("Control+A")
    clean_page.keyboard.press("Delete")
    assert len(names(shown)) == count


def test_a_filtered_table_is_copied_for_a_spreadsheet(
    clean_page: Page, context: BrowserContext
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    shown = open_view(clean_page, "amira?view=table")
    people(shown).get_by_label("Show rows with").fill("social worker")
    people(shown).get_by_role("button", name="Copy this table").press("Enter")
    expect(people(shown).get_by_role("status")).to_have_text("Copied 1 rows.")
    text = str(clean_page.evaluate("navigator.clipboard.readText()"))
    head, row = text.splitlines()
    assert head.split("\t")[:3] == ["Name", "Role", "Kind"]
    assert row.split("\t")[:2] == ["Dawn", "social worker"]


def test_a_name_in_a_table_chooses_here_and_on_the_map(clean_page: Page) -> None:
    shown = open_view(clean_page, "amira?view=table&stage=2")
    people(shown).get_by_role("button", name="Kayla", exact=True).press("Enter")
    expect(clean_page.locator(f"#{ids.CHOSEN_PANEL} h2")).to_have_text("Kayla")
    wait_for_query(clean_page, f"?view=table&stage=2&chosen={KAYLA}")
    clean_page.get_by_role("button", name="Back to the stage").click()
    expect(people(shown).get_by_role("button", name="Kayla", exact=True)).to_be_focused()
    clean_page.keyboard.press("Enter")
    turn_to(clean_page, "Map")
    expect(mark_on_map(clean_page, KAYLA)).to_have_attribute("aria-pressed", "true")


def test_what_changed_between_two_stages_is_asked_for_and_kept_in_the_address(
    clean_page: Page, watched: Watched
) -> None:
    shown = open_view(clean_page, "amira?view=numbers")
    changed = shown.locator("[data-changes] .finding")
    expect(changed).to_contain_text("“At home, Riverside” to “Foster placement, Northfield”")
    before = len(watched.requests)
    first, second = (shown.locator("form[data-ask-changes] select").nth(n) for n in (0, 1))
    second.select_option("5")
    expect(changed).to_contain_text("“At home, Riverside” to “After 18”")
    first.select_option("4")
    expect(changed).to_contain_text("“With Gran, Riverside” to “After 18”")
    assert len(watched.requests) == before + 2
    wait_for_query(clean_page, "?view=numbers&from=4&to=5")
    clean_page.reload()
    expect(changed).to_contain_text("“With Gran, Riverside” to “After 18”")
    expect(first).to_have_value("4")
    turn_to(clean_page, "Map")
    wait_for_query(clean_page, "")
    turn_to(clean_page, "Numbers")
    wait_for_query(clean_page, "?view=numbers&from=4&to=5")
    expect(changed).to_contain_text("“With Gran, Riverside” to “After 18”")


def test_every_number_unfolds_what_it_counts(clean_page: Page) -> None:
    shown = open_view(clean_page, "amira?view=numbers")
    folds = shown.locator("#table-measures tbody th .counts")
    assert folds.count() == shown.locator("#table-measures tbody tr").count()
    folds.first.locator("summary").press("Enter")
    expect(folds.first.locator("p").first).to_be_visible()
    who = shown_pane(clean_page).locator("#table-measures .who").first
    who.locator("summary").press("Enter")
    expect(who.locator("p")).to_be_visible()
