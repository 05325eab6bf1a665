"""The views of two sides in a real browser: turning, stepping, marking, keys and paper."""

import re

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from tests.browser.conftest import AxeCheck
from tests.browser.editing_page import SIZES

pytestmark = pytest.mark.browser

MOVES = "/compare?left=many-moves&right=many-moves&right_as=yp&stage=3"
AMIRAS = "/compare?left=amira&right=amira-held-together&stage=2"
TWO_VIEWS = "/compare?left=amira&stage=2"
HALO = 2
"""So far the light around a name reaches beyond its letters (px)."""
VIEWS = ("Tracks", "Focus", "Table", "Numbers")


def side(page: Page, name: str) -> Locator:
    """Find a side in the view that is shown."""
    return page.locator(f'.pane:not([hidden]) [data-side="{name}"]:visible')


def turn_to(page: Page, words: str) -> Locator:
    """Turn to a view, and give its part of the page."""
    tab = page.locator("#views").get_by_role("link", name=words, exact=True)
    tab.click()
    expect(tab).to_have_attribute("aria-current", "true")
    pane = page.locator(f".pane-{words.lower()}:not([hidden]):not([aria-busy])")
    expect(pane).to_be_visible()
    return pane


def asked_from_now(page: Page) -> list[str]:
    """Write down everything that a page asks for from now on."""
    # Dash asks once, whenever it has started.
    expect(page.locator("#page > div")).to_be_attached()
    page.wait_for_load_state("networkidle")
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    return asked


def test_each_view_is_asked_for_once_and_follows_every_step(clean_page: Page) -> None:
    clean_page.goto(AMIRAS)
    for words in VIEWS:
        turn_to(clean_page, words)
    asked = asked_from_now(clean_page)
    clean_page.locator("main").press("ArrowRight")
    frames = ".kind-column.stage-2.now"
    for words in VIEWS:
        turn_to(clean_page, words)
    expect(clean_page.locator("[data-pair-part]:visible")).to_have_attribute("data-pair-part", "2")
    turn_to(clean_page, "Tracks")
    for name in ("left", "right"):
        expect(side(clean_page, name).locator(f".tracks-body {frames}")).to_have_count(1)
    turn_to(clean_page, "Focus")
    for name in ("left", "right"):
        expect(side(clean_page, name).locator("th.now")).to_contain_text("During")
    assert asked == []


def test_the_view_stands_in_the_address_and_back_works(clean_page: Page) -> None:
    clean_page.goto(AMIRAS)
    turn_to(clean_page, "Focus")
    clean_page.wait_for_url(re.compile("view=focus"))
    clean_page.get_by_role("button", name="Stages", exact=True).click()
    clean_page.wait_for_url(re.compile("columns=stage"))
    clean_page.reload()
    expect(side(clean_page, "left").locator("thead th")).to_have_count(5)
    clean_page.go_back()
    expect(side(clean_page, "left").locator("thead th")).to_have_count(3)
    clean_page.go_back()
    expect(clean_page.locator(".pane-map")).to_be_visible()
    clean_page.go_forward()
    expect(clean_page.locator(".pane-focus")).to_be_visible()


def test_a_stage_of_the_right_side_alone_stays_through_a_reload(clean_page: Page) -> None:
    clean_page.goto("/compare?left=figure-2&right=amira")
    step = clean_page.locator(".compare-steps li button", has_text="on one side alone").first
    step.click()
    expect(clean_page.locator('[data-side="left"] .no-stage')).to_be_visible()
    clean_page.locator(".skip").press("Enter")
    expect(step).to_have_attribute("aria-current", "step")
    clean_page.reload()
    expect(step).to_have_attribute("aria-current", "step")
    expect(clean_page.locator('[data-side="left"] .no-stage')).to_be_visible()


def test_the_choices_of_tracks_count_for_both_sides(clean_page: Page) -> None:
    clean_page.goto(f"{AMIRAS}&view=tracks")
    clean_page.get_by_label("Rows").select_option(label="longest first")
    clean_page.wait_for_url(re.compile("sort=lasted"))
    for name in ("left", "right"):
        corner = side(clean_page, name).locator(".tracks-corner")
        expect(corner).to_contain_text("at most stages first")
    expect(clean_page.locator(".pane:not([hidden])").get_by_label("Rows")).to_be_focused()


def test_pictures_stand_beside_or_above_each_other(clean_page: Page) -> None:
    clean_page.goto(AMIRAS)
    room = clean_page.locator(".compare-room")
    expect(room).to_have_attribute("data-layout", "beside")
    clean_page.get_by_role("button", name="One above the other").click()
    expect(room).to_have_attribute("data-layout", "above")
    clean_page.wait_for_url(re.compile("layout=above"))
    turn_to(clean_page, "Table")
    expect(clean_page.get_by_role("button", name="One above the other")).to_be_hidden()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_young_person_is_in_sight_on_both_maps(
    clean_page: Page, width: int, height: int
) -> None:
    clean_page.set_viewport_size({"width": width, "height": height})
    clean_page.goto(AMIRAS)
    for _stage in range(4):
        for name in ("left", "right"):
            frame = side(clean_page, name).locator(".compare-map").bounding_box()
            port = side(clean_page, name).locator(".stage.now .kind-port").first.bounding_box()
            assert frame is not None
            assert port is not None
            assert frame["x"] < port["x"]
            assert port["x"] + port["width"] < frame["x"] + frame["width"]
        clean_page.locator("main").press("ArrowRight")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_two_maps_are_whole_beside_each_other(clean_page: Page, width: int, height: int) -> None:
    clean_page.set_viewport_size({"width": width, "height": height})
    clean_page.goto(AMIRAS)
    for name in ("left", "right"):
        frame = side(clean_page, name).locator(".compare-map")
        assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth")
        box = frame.bounding_box()
        assert box is not None
        labels = side(clean_page, name).locator(".stage.now .kind-member text")
        for label in (each.bounding_box() for each in labels.all()):
            assert label is not None
            assert box["x"] <= label["x"] + HALO
            assert label["x"] + label["width"] <= box["x"] + box["width"]


def test_a_map_that_is_scrolled_keeps_the_names_of_its_lanes(clean_page: Page) -> None:
    clean_page.set_viewport_size({"width": 1366, "height": 768})
    clean_page.goto(MOVES)
    frame, names = (
        side(clean_page, "left").locator(each) for each in (".compare-map", ".lane-names")
    )
    frame.evaluate("frame => { frame.scrollLeft = 200; }")
    expect(names.get_by_text("Community")).to_be_visible()
    strip = names.locator("svg").bounding_box()
    assert strip is not None
    assert strip["width"] < 40
    frame.evaluate("frame => { frame.scrollLeft = 0; }")
    expect(names).to_be_hidden()


def test_both_maps_are_scrolled_together(clean_page: Page) -> None:
    clean_page.set_viewport_size({"width": 1366, "height": 768})
    clean_page.goto(MOVES)
    frames = [side(clean_page, name).locator(".compare-map") for name in ("left", "right")]

    def left_edge(place: int) -> int:
        return int(frames[place].evaluate("frame => frame.scrollLeft"))

    for place, to in ((0, 300), (1, 40)):
        frames[place].evaluate("(frame, to) => { frame.scrollLeft = to; }", to)
        other = frames[1 - place]
        expect(other).to_have_js_property("scrollLeft", to)
        assert left_edge(place) == to


def test_a_stage_that_waits_lies_where_the_next_step_scrolls_it(clean_page: Page) -> None:
    clean_page.set_viewport_size({"width": 1366, "height": 768})
    clean_page.goto("/compare?left=many-moves&right=many-moves&right_as=yp&stage=6")
    frame = clean_page.locator('[data-side="left"] .compare-map')
    coming = frame.locator('.stage[data-stage="6"]')
    expect(coming).to_have_class(re.compile("near"))
    expect(coming).to_have_attribute("style", re.compile("translate"))
    lies = coming.evaluate("stage => stage.getBoundingClientRect().left")
    before = frame.evaluate("frame => frame.scrollLeft")
    clean_page.locator(".compare-steps [aria-current]").focus()
    clean_page.keyboard.press("ArrowRight")
    expect(coming).to_have_class(re.compile("now"))
    assert frame.evaluate("frame => frame.scrollLeft") != before
    assert coming.evaluate("stage => stage.getBoundingClientRect().left") == lies
    assert coming.evaluate("stage => getComputedStyle(stage).transform") == "none"
    # None of those that wait makes the map wider than it is.
    expect(frame.locator('.stage.near[data-stage="5"]')).to_have_attribute(
        "style", re.compile("translate")
    )
    assert frame.evaluate(
        "frame => frame.scrollWidth === frame.querySelector('.stages').clientWidth"
    )


def test_lines_and_ports_that_differ_are_marked(clean_page: Page) -> None:
    clean_page.goto(AMIRAS)
    for name in ("left", "right"):
        now = side(clean_page, name).locator(".stage.now")
        expect(now.locator(".kind-tie.differs").first).to_be_attached()
        # All three tracks are held together on the right, one of them alone on the left.
        expect(now.locator(".kind-port.differs .ring")).to_have_count(2)
    turn_to(clean_page, "Tracks")
    for stage in (0, 1, 2, 3, 4):
        marked = side(clean_page, "left").locator(f".kind-tie.differs.stage-{stage}")
        expect(marked.first).to_be_attached()


def test_pointing_at_the_list_marks_both_pictures(clean_page: Page) -> None:
    clean_page.goto(AMIRAS)
    entry = clean_page.locator(".compare-told:visible").get_by_role("button", name="Leila").first
    entry.focus()
    for name in ("left", "right"):
        marked = side(clean_page, name).locator(".stage.now .is-pointed")
        expect(marked).to_have_count(2)
    clean_page.get_by_role("button", name="Compare", exact=True).focus()
    expect(clean_page.locator(".is-pointed")).to_have_count(0)
    clean_page.locator(".compare-told:visible tr", has_text="Leila").first.hover()
    expect(side(clean_page, "left").locator(".stage.now .is-pointed")).to_have_count(2)


def test_a_press_on_a_mark_tells_what_each_side_says(clean_page: Page) -> None:
    clean_page.goto(AMIRAS)
    told = clean_page.locator(".compare-one")
    person = side(clean_page, "right").locator('.stage.now .kind-member[aria-label^="Leila"]')
    person.focus()
    person.press("Enter")
    expect(told).to_contain_text("broken, nothing done through it")
    expect(told).to_contain_text("active, steady, consistency (in practice)")
    expect(clean_page.locator("#said")).to_contain_text(re.compile("Left: .*Right: "))
    expect(clean_page.locator("#said")).to_contain_text("active, steady")
    for name in ("left", "right"):
        expect(side(clean_page, name).locator(".stage.now .kind-member.is-chosen")).to_have_count(1)
    turn_to(clean_page, "Tracks")
    expect(side(clean_page, "left").locator(".kind-member.is-chosen")).to_have_count(1)
    clean_page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    turn_to(clean_page, "Map")
    side(clean_page, "left").locator(".stage.now .kind-port.differs").first.click()
    expect(told).to_contain_text("Tracks in practice")
    told.get_by_role("button", name="Close").click()
    expect(told).to_be_hidden()


def test_who_is_told_alike_is_said_to_be(clean_page: Page) -> None:
    clean_page.goto(TWO_VIEWS)
    person = side(clean_page, "left").locator('.stage.now .kind-member[aria-label^="Ruth"]')
    person.press("Enter")
    expect(clean_page.locator(".compare-one")).to_have_text(
        re.compile("Both sides tell the same of this at this stage")
    )


def test_keys_step_wherever_the_focus_is_but_in_controls(clean_page: Page) -> None:
    clean_page.goto(AMIRAS)
    current = clean_page.locator('.compare-steps [aria-current="step"]')
    clean_page.locator('[data-side="left"] .compare-map').press("ArrowRight")
    expect(current).to_contain_text("Residential home")
    clean_page.locator("#views a").first.press("ArrowLeft")
    expect(current).to_contain_text("Foster placement")
    clean_page.locator("main").press("Space")
    expect(current).to_contain_text("Residential home")
    clean_page.locator("main").press("Shift+Space")
    expect(current).to_contain_text("Foster placement")
    clean_page.locator("main").press("End")
    expect(current).to_contain_text("After 18")
    clean_page.locator("main").press("Home")
    expect(current).to_contain_text("At home")
    clean_page.locator('[name="left_as"]').press("End")
    expect(current).to_contain_text("At home")


def test_a_row_of_the_table_tells_the_difference(clean_page: Page) -> None:
    clean_page.goto(f"{AMIRAS}&view=table")
    row = clean_page.locator("[data-pair-part]:visible tr", has_text="Marcus, youth worker").first
    expect(row).to_contain_text("told otherwise")
    row.get_by_role("button").press("Enter")
    expect(clean_page.locator(".compare-one")).to_contain_text("Marcus")
    expect(row).to_have_class(re.compile("is-chosen"))


def test_a_step_keeps_the_focus_on_the_same_measure(clean_page: Page) -> None:
    clean_page.goto(f"{AMIRAS}&view=numbers")
    row = clean_page.locator("[data-pair-part]:visible tr", has_text="Evenness of attention").first
    for key, stage in (("ArrowRight", "2"), ("ArrowLeft", "1")):
        row.get_by_text("What this counts").focus()
        clean_page.keyboard.press(key)
        shown = clean_page.locator("[data-pair-part]:visible")
        expect(shown).to_have_attribute("data-pair-part", stage)
        expect(row.get_by_text("What this counts")).to_be_focused()


def test_a_step_keeps_the_focus_in_the_list(clean_page: Page) -> None:
    clean_page.goto(AMIRAS)
    entries = clean_page.locator(".compare-told:visible button")
    entries.nth(2).press("ArrowRight")
    expect(clean_page.locator('.compare-told[data-told="2"]')).to_be_visible()
    expect(entries.first).to_be_focused()


def test_other_cases_are_compared_in_the_view_that_is_shown(clean_page: Page) -> None:
    clean_page.goto(f"{AMIRAS}&view=focus")
    clean_page.locator('[name="right"]').select_option("figure-2")
    clean_page.get_by_role("button", name="Compare", exact=True).click()
    clean_page.wait_for_url(re.compile("right=figure-2"))
    assert "view=focus" in clean_page.url
    assert "stage=2" in clean_page.url
    clean_page.get_by_role("link", name="Swap sides").click()
    clean_page.wait_for_url(re.compile("left=figure-2"))
    expect(clean_page.locator(".pane-focus")).to_be_visible()


def test_on_paper_are_both_sides_and_the_list(clean_page: Page) -> None:
    clean_page.goto(AMIRAS)
    clean_page.emulate_media(media="print")
    clean_page.set_viewport_size({"width": 1047, "height": 718})
    boxes = [side(clean_page, name).locator(".stages").bounding_box() for name in ("left", "right")]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[0]["y"] + boxes[0]["height"] < boxes[1]["y"]
    assert boxes[0]["width"] <= 1047
    expect(clean_page.locator(".compare-told:visible tbody tr").first).to_be_visible()
    expect(clean_page.get_by_text("A discussion aid, not a case record")).to_be_visible()
    expect(clean_page.get_by_role("button", name="Compare", exact=True)).to_be_hidden()
    assert clean_page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_view_fits_and_axe_finds_nothing(
    clean_page: Page, axe: AxeCheck, width: int, height: int
) -> None:
    clean_page.set_viewport_size({"width": width, "height": height})
    for address in (AMIRAS, TWO_VIEWS):
        clean_page.goto(address)
        for words in VIEWS:
            turn_to(clean_page, words)
            assert axe(clean_page) == []
            assert clean_page.evaluate("document.documentElement.scrollWidth <= innerWidth")
