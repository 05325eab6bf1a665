"""What is pressed in the list of differences comes into sight on both sides."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_compare import AS_IT_WAS_AND_HELD, shown

pytestmark = pytest.mark.browser

IN_SIGHT = """mark => {
  const room = mark.closest(".compare-map").getBoundingClientRect();
  const foot = document.querySelector(".compare-one").getBoundingClientRect().top;
  const { left, right, top, bottom } = mark.getBoundingClientRect();
  const whole = left >= room.left && right <= room.right;
  const long = left < room.right && right - left > room.width / 2;
  return top >= 0 && bottom <= foot && (whole || long);
}"""
"""Whether a mark is in its room, above what is told at the foot of the page."""

AT_REST = """() => new Promise((done) => {
  let last = "";
  let same = 0;
  const look = () => {
    const rooms = [...document.querySelectorAll(".compare-map")].map((room) => room.scrollLeft);
    const now = [window.scrollY, ...rooms].join();
    same = now === last ? same + 1 : 0;
    last = now;
    if (same > 12) done();
    else requestAnimationFrame(look);
  };
  look();
})"""
"""Waits until nothing scrolls any more."""


def entries(page: Page) -> Locator:
    """Find the differences of the list that can be pressed."""
    return page.locator(".compare-told:visible [data-left-refs]")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_every_difference_that_is_pressed_is_seen_on_both_sides(
    clean_page: Page, width: int, height: int
) -> None:
    clean_page.set_viewport_size({"width": width, "height": height})
    clean_page.emulate_media(reduced_motion="reduce")
    clean_page.goto(AS_IT_WAS_AND_HELD)
    expect(clean_page.locator("html.live")).to_be_attached()
    seen = 0
    for entry in entries(clean_page).all():
        entry.scroll_into_view_if_needed()
        entry.press("Enter")
        expect(entry).to_have_attribute("aria-pressed", "true")
        clean_page.evaluate(AT_REST)
        expect(entry).to_be_focused()
        for side in ("left", "right"):
            stage = shown(clean_page, side)
            marks = stage.locator(".kind-member.is-chosen")
            if not marks.count():
                marks = stage.locator(".is-chosen")
            if marks.count():
                assert marks.first.evaluate(IN_SIGHT), (entry.inner_text(), side)
                seen += 1
    assert seen > entries(clean_page).count()


def test_it_goes_calmly_and_in_tracks_too(clean_page: Page) -> None:
    clean_page.goto(f"{AS_IT_WAS_AND_HELD}&view=tracks")
    expect(clean_page.locator(".pane-tracks .tracks").first).to_be_visible()
    clean_page.evaluate(
        "() => { window.ways = []; const { scrollBy } = window; window.scrollBy = (to) =>"
        " { window.ways.push(to.behavior); scrollBy.call(window, to); }; }"
    )
    entry = entries(clean_page).filter(has_text="Kayla").first
    entry.press("Enter")
    clean_page.evaluate(AT_REST)
    expect(
        clean_page.locator('[data-side="left"] .kind-member.is-chosen:visible')
    ).to_be_in_viewport(ratio=0.95)
    expect(entry).to_be_focused()
    assert clean_page.evaluate("window.ways") == ["smooth"]
    entry.press("Enter")
    assert clean_page.evaluate("window.ways") == ["smooth"]
