"""Tracks by pointer and by keyboard: stages, rows, choices, and the present stage in sight."""

import pytest
from playwright.sync_api import Page, expect

from relnet.web import ids
from tests.browser.case_page import (
    KAYLA,
    amira,
    by_id,
    expect_stage,
    focused_ref,
    mark_on_map,
    open_view,
    shown_pane,
    turn_to,
    wait_for_query,
)
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

NAMES = '.tracks-names [role="button"]'


def test_a_click_on_a_stage_moves_the_timeline(clean_page: Page) -> None:
    shown = open_view(clean_page, "amira?view=tracks")
    shown.locator(".tracks-head .kind-column.stage-3 text").first.click()
    expect_stage(clean_page, amira(3))
    wait_for_query(clean_page, "?view=tracks&stage=4")
    expect(shown.locator(".tracks-body .kind-column.now")).to_have_class("kind-column stage-3 now")


def test_a_click_on_a_row_chooses_here_and_on_the_map(clean_page: Page) -> None:
    shown = open_view(clean_page, "amira?view=tracks&stage=2")
    head = clean_page.locator(f"#{ids.CHOSEN_PANEL} h2")
    shown.locator(f'{NAMES}[data-ref="{KAYLA}"] text').click()
    expect(head).to_have_text("Kayla")
    expect_stage(clean_page, amira(1))
    line = shown.locator(f'.kind-tie.stage-0[data-ends="{KAYLA}"]')
    box = line.locator(".touch").bounding_box()
    assert box
    clean_page.mouse.click(box["x"] + box["width"] / 4, box["y"] + box["height"] / 2)
    expect(head).to_have_text("Kayla and Amira")
    ref = line.get_attribute("data-ref")
    expect(shown.locator(f'.kind-row.is-chosen[data-ref="{ref}"]')).to_have_count(1)
    expect(line).to_have_attribute("aria-pressed", "true")
    turn_to(clean_page, "Map")
    expect(mark_on_map(clean_page, ref or "")).to_have_attribute("aria-pressed", "true")
    clean_page.get_by_role("button", name="Back to the stage").click()
    expect(mark_on_map(clean_page, ref or "")).to_be_focused()
    turn_to(clean_page, "Tracks")
    expect(shown.locator(".is-chosen")).to_have_count(0)


def test_the_way_back_from_a_choice_leads_to_where_it_was_made(clean_page: Page) -> None:
    shown = open_view(clean_page, f"amira?view=tracks&chosen={KAYLA}")
    clean_page.get_by_role("button", name="Back to the stage").click()
    expect(shown.locator(f'{NAMES}[data-ref="{KAYLA}"]')).to_be_focused()


def test_the_choices_change_the_picture_and_stand_in_the_address(
    clean_page: Page, watched: Watched
) -> None:
    open_view(clean_page, "many-moves?view=tracks")
    before = len(watched.requests)
    for label, value, query in (
        ("Rows", "lasted", "?view=tracks&sort=lasted"),
        ("Stages", "time", "?view=tracks&sort=lasted&scale=time"),
        ("People who follow", "slots", "?view=tracks&sort=lasted&scale=time&roles=slots"),
    ):
        choice = shown_pane(clean_page).get_by_label(label)
        choice.select_option(value)
        wait_for_query(clean_page, query)
        expect(shown_pane(clean_page).get_by_label(label)).to_have_value(value)
        expect(shown_pane(clean_page).get_by_label(label)).to_be_focused()
    role = shown_pane(clean_page).locator(".kind-role").first
    expect(role).to_contain_text("Social worker")
    for label, value, query in (
        ("Rows", "map", "?view=tracks&scale=time&roles=slots"),
        ("Stages", "equal", "?view=tracks&roles=slots"),
        ("People who follow", "people", "?view=tracks"),
    ):
        shown_pane(clean_page).get_by_label(label).select_option(value)
        expect(shown_pane(clean_page).get_by_label(label)).to_have_value(value)
        wait_for_query(clean_page, query)
    # Each picture once; the first one was there already.
    assert len(watched.requests) - before == 5
    clean_page.go_back()
    wait_for_query(clean_page, "?view=tracks&roles=slots")
    expect(shown_pane(clean_page).locator(".kind-role").first).to_be_visible()
    assert len(watched.requests) - before == 5


def test_the_rows_are_walked_by_arrow_keys(clean_page: Page) -> None:
    shown = open_view(clean_page, "amira?view=tracks")
    assert shown.locator('.tracks [role="button"][tabindex="0"]').count() == 1
    shown.locator('.tracks [role="button"][tabindex="0"]').focus()
    rows = shown.locator(NAMES)
    walked = [focused_ref(clean_page)]
    for _ in range(rows.count() - 1):
        clean_page.keyboard.press("ArrowDown")
        walked.append(focused_ref(clean_page))
    assert walked == rows.evaluate_all("all => all.map(each => each.dataset.ref)")
    clean_page.keyboard.press("Home")
    assert focused_ref(clean_page) == walked[0]
    cells = shown.locator(f'.tracks-body .kind-tie[data-ends="{walked[0]}"]').count()
    for _ in range(cells + 2):
        clean_page.keyboard.press("ArrowRight")
    tie = focused_ref(clean_page)
    clean_page.keyboard.press("Enter")
    expect(clean_page.locator(f"#{ids.CHOSEN_PANEL} h2")).to_be_visible()
    wait_for_query(clean_page, f"?view=tracks&chosen={tie}")
    for _ in range(cells):
        clean_page.keyboard.press("ArrowLeft")
    assert focused_ref(clean_page) == walked[0]


def test_everybody_in_a_role_is_reached_by_arrow_keys(clean_page: Page) -> None:
    shown = open_view(clean_page, "many-moves?view=tracks&roles=slots")
    ends = shown.locator(".kind-role").first.get_attribute("data-ends") or ""
    assert len(ends.split()) > 2
    shown.locator('.tracks [role="button"][tabindex="0"]').focus()
    met: set[str] = set()
    for key in [*["ArrowRight"] * 9, "ArrowDown"] * 12:
        met.add(str(clean_page.evaluate("document.activeElement.dataset.ends")))
        clean_page.keyboard.press(key)
    assert set(ends.split()) <= met


def test_the_present_stage_is_scrolled_into_sight_beside_the_names(clean_page: Page) -> None:
    shown = open_view(clean_page, "many-moves?view=tracks")
    for key, stage in (("End", 8), ("Home", 0)):
        by_id(clean_page, ids.RAIL).press(key)
        column = shown.locator(f".tracks-head .kind-column.now.stage-{stage}")
        expect(column).to_have_count(1)
        clean_page.wait_for_function(
            """stage => {
              const box = (name) => document.querySelector(name).getBoundingClientRect();
              const column = box(`.tracks-head .kind-column.stage-${stage}`);
              return column.left >= box(".tracks-corner").right - 1
                && column.right <= box("#main").right + 1;
            }""",
            arg=stage,
        )


def test_the_headings_stay_in_sight(clean_page: Page) -> None:
    shown = open_view(clean_page, "many-moves?view=tracks")
    clean_page.evaluate(f"document.getElementById('{ids.MAIN}').scrollTo(400, 500)")
    for part in (".tracks-head", ".tracks-corner"):
        box = shown.locator(part).bounding_box()
        main = by_id(clean_page, ids.MAIN).bounding_box()
        assert box
        assert main
        assert abs(box["y"] - main["y"]) < 1.5
    names = shown.locator(".tracks-names").bounding_box()
    assert names
    assert abs(names["x"]) < 1.5


def test_what_is_told_beside_the_picture_follows_the_timeline(
    clean_page: Page, watched: Watched
) -> None:
    shown = open_view(clean_page, "amira?view=tracks&stage=2")
    before = len(watched.requests)
    told = shown.locator(".tracks-told")
    stages = told.locator("[data-stage]:visible")
    left = told.get_by_text("When services end, these active relationships are left: Mum")
    for key, stage, words in (
        ("ArrowRight", 2, "Community and peers: the only relationship known to be active is with"),
        ("Home", 0, "Every use in practice is held by Dawn."),
    ):
        by_id(clean_page, ids.RAIL).press(key)
        expect(stages).to_have_count(1)
        expect(stages.locator("h3")).to_have_text(amira(stage).case.stages[stage].label)
        expect(stages).to_contain_text(words)
        expect(stages).to_be_in_viewport(ratio=1)
        expect(left).to_be_in_viewport(ratio=1)
    assert watched.requests[before:] == []


def test_a_name_that_is_told_chooses_its_row(clean_page: Page) -> None:
    shown = open_view(clean_page, "amira?view=tracks&stage=2")
    told = shown.locator(".tracks-told")
    told.locator("[data-stage]:visible").get_by_role("button", name="Kayla").click()
    expect(clean_page.locator(f"#{ids.CHOSEN_PANEL} h2")).to_have_text("Kayla")
    expect(shown.locator(f'{NAMES}[data-ref="{KAYLA}"]')).to_have_attribute("aria-pressed", "true")
    wait_for_query(clean_page, f"?view=tracks&stage=2&chosen={KAYLA}")


def test_what_is_told_folds_and_never_covers_what_has_the_focus(clean_page: Page) -> None:
    shown = open_view(clean_page, "many-moves?view=tracks")
    shown.locator('.tracks [role="button"][tabindex="0"]').focus()
    for key in [*["ArrowDown"] * 25, *["ArrowUp"] * 20]:
        clean_page.keyboard.press(key)
        assert clean_page.evaluate(
            """() => {
              const box = (thing) => thing.getBoundingClientRect();
              const mark = box(document.activeElement.querySelector(".touch"));
              const pane = document.activeElement.closest(".pane");
              return box(pane.querySelector(".tracks-head")).bottom <= mark.top
                && mark.bottom <= box(pane.querySelector(".tracks-told")).top;
            }"""
        )
    told = shown.locator(".tracks-told")
    told.locator("summary").click()
    expect(told.locator("h3:visible")).to_have_count(0)


@pytest.mark.parametrize("key", ["amira", "many-moves"])
def test_present_enlarges_the_title_with_the_picture(clean_page: Page, key: str) -> None:
    shown = open_view(clean_page, f"{key}?view=tracks")
    size = "title => parseFloat(getComputedStyle(title).fontSize)"
    before = shown.locator(".view-title").evaluate(size)
    clean_page.get_by_role("button", name="Present").click()
    expect(clean_page.locator(".bar")).to_be_hidden()
    clean_page.wait_for_function(
        f"before => ({size})(document.querySelector('.view-title')) > before", arg=before
    )
    now = shown.locator(".view-title").evaluate(size)
    clean_page.keyboard.press("Escape")
    turn_to(clean_page, "Map")
    clean_page.get_by_role("button", name="Present").click()
    expect(clean_page.locator(".bar")).to_be_hidden()
    map_scale = (
        by_id(clean_page, ids.MAP)
        .locator(".stages")
        .evaluate("map => map.getBoundingClientRect().width / Number(map.dataset.width)")
    )
    assert now >= 16 * map_scale
