"""Show and hide: what the boxes do, against what the scene holds."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from relnet.figures.scene import MarkKind
from relnet.web import ids
from tests.browser.case_page import (
    KAYLA,
    amira,
    by_id,
    mark_on_map,
    marks_of,
    open_case,
    refs_where,
    shown_refs,
    wait_for_query,
)

pytestmark = pytest.mark.browser


FILTERS: list[tuple[str, Callable[[frozenset[str]], bool]]] = [
    ("track-trusted", lambda tags: "track-trusted" not in tags),
    ("status-broken", lambda tags: "status-broken" not in tags),
    ("status-wanted", lambda _tags: True),
    # A relationship that protects as well is still shown.
    ("influence-harmful", lambda tags: bool(tags & {"influence-protective", "influence-unsaid"})),
    ("use-none", lambda tags: "use-none" not in tags),
    ("use-consistency", lambda tags: bool(tags & {"use-collaboration", "use-safety", "use-none"})),
]


def test_an_unticked_box_hides_what_it_names(clean_page: Page) -> None:
    open_case(clean_page, "amira?stage=2")
    ties = marks_of(amira(1), MarkKind.TIE)
    everything = refs_where(ties, lambda _: True)
    assert shown_refs(clean_page, MarkKind.TIE) == everything
    by_id(clean_page, ids.FILTERS).locator("summary").click()
    for value, wanted in FILTERS:
        clean_page.locator(f'#{ids.FILTERS} input[value="{value}"]').uncheck()
        assert shown_refs(clean_page, MarkKind.TIE) == refs_where(ties, wanted)
        by_id(clean_page, ids.SHOW_ALL).click()
        assert shown_refs(clean_page, MarkKind.TIE) == everything


@pytest.mark.parametrize(
    ("words", "tag", "count"),
    [
        # By hand: uses in practice with Marcus, Dawn, Ruth and Sam; the coach's is an ambition.
        ("Only what is in somebody’s plan", "planned", 4),
        # By hand: eight broken, five new, Mum, Marcus and Tee weaker, Dawn stronger.
        ("Only what changed since the last stage", "changed", 17),
    ],
)
def test_only_what_is_asked_for_is_shown(
    clean_page: Page, words: str, tag: str, count: int
) -> None:
    open_case(clean_page, "amira?stage=2")
    by_id(clean_page, ids.FILTERS).locator("summary").click()
    clean_page.get_by_label(words).check()
    ties = marks_of(amira(1), MarkKind.TIE)
    expected = refs_where(ties, lambda tags: tag in tags)
    assert len(expected) == count
    assert shown_refs(clean_page, MarkKind.TIE) == expected
    ends = sorted(end for tie in ties if tag in tie.tags for end in tie.ends)
    assert shown_refs(clean_page, MarkKind.MEMBER) == ends
    assert shown_refs(clean_page, MarkKind.ARC) == []


def test_ties_between_others_can_be_hidden_and_filters_stay_at_the_next_stage(
    clean_page: Page,
) -> None:
    open_case(clean_page, "amira?hide=between")
    assert shown_refs(clean_page, MarkKind.ARC) == []
    by_id(clean_page, ids.RAIL).press("ArrowRight")
    assert shown_refs(clean_page, MarkKind.ARC) == []
    everybody = refs_where(marks_of(amira(1), MarkKind.MEMBER), lambda _: True)
    assert shown_refs(clean_page, MarkKind.MEMBER) == everybody
    expect(clean_page.locator(f"#{ids.FILTERS}.active")).to_be_visible()


def test_a_filtered_map_says_so_and_can_be_made_whole(clean_page: Page) -> None:
    open_case(clean_page, "amira?stage=2&hide=status-broken")
    note = by_id(clean_page, ids.FILTERED)
    # By hand: eight broken ones, of the eighteen that the case tells at this stage.
    expect(note).to_contain_text("8 of 18 relationships are hidden.")
    note.get_by_role("button").click()
    expect(note).to_be_hidden()
    wait_for_query(clean_page, "?stage=2")


def test_somebody_who_matters_can_be_chosen_in_the_side_panel(clean_page: Page) -> None:
    open_case(clean_page, "amira?stage=2")
    by_id(clean_page, ids.SIDE).get_by_role("button", name="Kayla").click()
    expect(clean_page.locator(f"#{ids.CHOSEN_PANEL} h2")).to_have_text("Kayla")
    expect(mark_on_map(clean_page, KAYLA)).to_have_attribute("aria-pressed", "true")


def test_the_filter_menu_closes_by_escape_and_by_a_click_beside_it(clean_page: Page) -> None:
    open_case(clean_page)
    summary = by_id(clean_page, ids.FILTERS).locator("summary")
    boxes = clean_page.locator(f"#{ids.FILTERS} fieldset").first
    summary.press("Enter")
    expect(boxes).to_be_visible()
    clean_page.keyboard.press("Tab")
    clean_page.keyboard.press("Escape")
    expect(boxes).to_be_hidden()
    expect(summary).to_be_focused()
    summary.click()
    clean_page.locator(f"#{ids.SIDE} h2:visible").click()
    expect(boxes).to_be_hidden()
