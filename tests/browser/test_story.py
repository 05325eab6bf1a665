"""A story before a room: by keyboard, with guesses, and the trainer's window beside it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from relnet.case.models import StoryStep
from relnet.storage.contract import Library
from relnet.web import ids
from relnet.web.story.guesses import answers
from relnet.web.story.steps import guess_before, lit_refs, shown_steps
from tests.browser.case_page import KAYLA, by_id, open_case, pane, wait_for_query
from tests.browser.conftest import AxeCheck, Watched, serving
from tests.browser.editing_page import keep_amira, named, open_editing, saved
from tests.web.views import look, sample, secret_words

pytestmark = pytest.mark.browser

VIEW = look(sample("amira"))
STEPS = shown_steps(VIEW)
GUESS = 4
"""The step before the first move, at which the room guesses."""


def told(page: Page) -> Locator:
    """Find the step that is shown."""
    return page.locator(".story-step:not([hidden])")


def begin(page: Page) -> None:
    """Open Amira's case and begin its story by keyboard."""
    open_case(page)
    story = page.get_by_role("button", name="Story", exact=True)
    story.press("Enter")
    expect(told(page)).to_be_visible()


def expect_step(page: Page, number: int) -> None:
    """Check that a step is shown: its words, its stage and its view."""
    step = STEPS[number - 1]
    expect(told(page)).to_have_count(1)
    expect(told(page).get_by_role("heading", level=1)).to_have_text(step.told.title)
    expect(told(page).locator(".story-count")).to_have_text(f"{number} of {len(STEPS)}")
    expect(told(page).locator(".story-ask")).to_have_text(step.told.ask or "")
    expect(by_id(page, ids.MAIN)).to_have_attribute("data-view", step.view.value)
    expect(page.locator(".stages > .now")).to_have_attribute("data-stage", str(step.stage))


def expect_end(page: Page) -> None:
    """Check that the end of the story is shown, over the picture of its last step."""
    expect(told(page)).to_have_count(1)
    expect(told(page).get_by_role("heading", level=1)).to_have_text("Amira, as it was")
    expect(told(page).locator(".story-count")).to_have_text(f"{len(STEPS)} of {len(STEPS)} steps")
    expect(by_id(page, ids.MAIN)).to_have_attribute("data-view", STEPS[-1].view.value)
    expect(page.locator(".stages > .now")).to_have_attribute("data-stage", str(STEPS[-1].stage))
    expect(by_id(page, ids.STORY_ON)).to_have_attribute("aria-disabled", "true")


def lit(page: Page, where: str) -> set[str]:
    """Give the short names of what is lit in a picture."""
    found: list[str] = page.locator(f"{where} .lit").evaluate_all(
        "all => all.map(mark => mark.dataset.ref)"
    )
    return set(found)


def sizes(room: Locator, what: str) -> list[float]:
    """Give the sizes of letters, in px."""
    found: list[float] = room.locator(what).evaluate_all(
        "all => all.map(node => parseFloat(getComputedStyle(node).fontSize))"
    )
    return found


def test_a_story_is_told_by_keyboard_and_left(clean_page: Page) -> None:
    begin(clean_page)
    for number in range(1, len(STEPS) + 1):
        expect_step(clean_page, number)
        clean_page.keyboard.press(("ArrowRight", "PageDown", "Space")[number % 3])
    expect_end(clean_page)
    clean_page.keyboard.press("PageUp")
    expect_step(clean_page, len(STEPS))
    clean_page.keyboard.press("PageUp")
    clean_page.keyboard.press("ArrowLeft")
    expect_step(clean_page, len(STEPS) - 2)
    clean_page.keyboard.press("Home")
    expect_step(clean_page, 1)
    clean_page.keyboard.press("End")
    expect_step(clean_page, len(STEPS))
    clean_page.keyboard.press("Escape")
    expect(told(clean_page)).not_to_be_visible()
    expect(clean_page.get_by_role("button", name="Story", exact=True)).to_be_focused()
    wait_for_query(clean_page, "?view=focus&stage=5")
    assert clean_page.locator(".lit, .dim, .later, .guess-box").count() == 0


def test_the_end_is_left_by_nothing_but_its_buttons_and_the_way_back(clean_page: Page) -> None:
    open_case(clean_page, f"amira?story={len(STEPS)}")
    expect_step(clean_page, len(STEPS))
    for key in ("PageDown", "PageDown", "Space", "ArrowRight", "."):
        clean_page.keyboard.press(key)
    expect_end(clean_page)
    wait_for_query(clean_page, f"?view=focus&stage=5&story={len(STEPS) + 1}")
    clean_page.reload()
    expect_end(clean_page)
    by_id(clean_page, ids.STORY_BACK).click()
    expect_step(clean_page, len(STEPS))
    by_id(clean_page, ids.STORY_ON).click()
    expect_end(clean_page)
    told(clean_page).get_by_role("button", name="Start again").press("Enter")
    expect_step(clean_page, 1)
    expect(by_id(clean_page, ids.STORY)).to_be_focused()
    clean_page.keyboard.press("End")
    clean_page.keyboard.press("PageDown")
    told(clean_page).get_by_role("button", name="Back to the case").click()
    expect(told(clean_page)).not_to_be_visible()
    story = clean_page.get_by_role("button", name="Story", exact=True)
    expect(story).to_be_focused()
    story.press("Enter")
    expect_step(clean_page, 1)


def test_the_end_leads_to_the_other_story_and_to_a_file(clean_page: Page) -> None:
    open_case(clean_page, f"amira?story={len(STEPS) + 1}")
    with clean_page.expect_download() as saving:
        told(clean_page).get_by_role("link", name="Save the case as a file").click()
    assert saving.value.suggested_filename == "Amira-as-it-was.html"
    told(clean_page).get_by_role("link", name="Side by side with “Amira, held together”").click()
    expect(clean_page.locator("html.live")).to_be_attached()
    expect(clean_page.locator("[data-pair][aria-current]")).to_have_attribute("data-left", "4")
    expect(by_id(clean_page, ids.MAIN)).to_have_attribute("data-view", "focus")
    clean_page.go_back()
    expect_end(clean_page)


def test_a_story_that_starts_again_knows_no_guesses(clean_page: Page) -> None:
    open_case(clean_page, f"amira?story={GUESS}")
    told(clean_page).get_by_role("checkbox", name="Mum").check()
    clean_page.keyboard.press("End")
    clean_page.keyboard.press("PageDown")
    expect_end(clean_page)
    clean_page.keyboard.press("Home")
    for _step in range(1, GUESS):
        clean_page.keyboard.press("PageDown")
    expect_step(clean_page, GUESS)
    expect(told(clean_page).locator("input:checked")).to_have_count(0)


def test_no_step_asks_anybody(watched: Watched) -> None:
    page = watched.page
    begin(page)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(600)
    before = len(watched.requests)
    for number in range(2, len(STEPS) + 1):
        page.keyboard.press("ArrowRight")
        expect_step(page, number)
    expect(pane(page).locator(".focus-cell").first).to_be_visible()
    page.wait_for_timeout(600)
    assert watched.requests[before:] == []
    assert watched.console == []


def test_what_a_step_points_at_is_lit_and_the_rest_is_dimmed(clean_page: Page) -> None:
    begin(clean_page)
    assert lit(clean_page, ".stages > .now") == set()
    assert clean_page.locator(".stages > .now .dim").count() == 0
    for number, picture in ((2, ".stages > .now"), (12, ".tracks")):
        while told(clean_page).get_attribute("data-step") != str(number):
            clean_page.keyboard.press("ArrowRight")
        wanted = set(lit_refs(VIEW.case, STEPS[number - 1].told.highlight))
        expect(clean_page.locator(f"{picture} .lit").first).to_be_attached()
        assert lit(clean_page, picture) <= wanted
        assert {"p12"} <= lit(clean_page, picture) if number == 2 else {KAYLA} <= wanted
        marks = clean_page.locator(f"{picture} :is(.kind-member, .kind-tie)")
        plain = marks.evaluate_all("all => all.filter(one => !one.matches('.lit, .dim')).length")
        assert plain == 0
    # Weight and a line under the name tell it as well as the colour does.
    name = clean_page.locator(".tracks .kind-member.lit text").first
    assert name.evaluate("node => getComputedStyle(node).textDecorationLine") == "underline"


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_the_back_row_can_read_it_and_nothing_is_cut_off(
    clean_page: Page, width: int, height: int
) -> None:
    clean_page.set_viewport_size({"width": width, "height": height})
    begin(clean_page)
    for number in range(1, len(STEPS) + 1):
        expect_step(clean_page, number)
        sizes: list[float] = (
            told(clean_page)
            .locator("h1, p:not(.story-count), li, label")
            .evaluate_all("all => all.map(node => parseFloat(getComputedStyle(node).fontSize))")
        )
        assert min(sizes) >= 19.9, number
        ask = (
            told(clean_page)
            .locator(".story-ask")
            .evaluate("node => getComputedStyle(node).fontSize")
        )
        assert float(ask.removesuffix("px")) >= 22
        assert told(clean_page).evaluate("node => node.scrollHeight <= node.clientHeight"), number
        assert by_id(clean_page, ids.STORY).evaluate("node => node.scrollWidth <= node.clientWidth")
        clean_page.keyboard.press("ArrowRight")


def test_a_step_has_an_address_and_a_place_in_the_history(clean_page: Page) -> None:
    open_case(clean_page, "amira?story=5")
    expect_step(clean_page, 5)
    wait_for_query(clean_page, "?stage=2&story=5")
    clean_page.keyboard.press("ArrowRight")
    wait_for_query(clean_page, "?stage=2&story=6")
    clean_page.reload()
    expect_step(clean_page, 6)
    clean_page.go_back()
    expect_step(clean_page, 5)
    clean_page.keyboard.press("Escape")
    wait_for_query(clean_page, "?stage=2")
    clean_page.go_back()
    expect_step(clean_page, 5)


def test_filters_and_choice_stand_back_while_a_story_is_told(clean_page: Page) -> None:
    open_case(clean_page, f"amira?chosen={KAYLA}&hide=track-trusted")
    clean_page.get_by_role("button", name="Story", exact=True).click()
    expect_step(clean_page, 1)
    assert clean_page.locator(".stages > .now .out").count() == 0
    clean_page.locator(f'.stage.now [data-ref="{KAYLA}"][role="button"]').click()
    expect(by_id(clean_page, ids.CHOSEN_SIDE)).not_to_be_visible()
    clean_page.get_by_role("button", name="Leave").last.click()
    wait_for_query(clean_page, "?hide=track-trusted")


def test_the_file_at_the_end_leaves_out_what_was_hidden_before(clean_page: Page) -> None:
    open_case(clean_page, "amira?hide=track-trusted&story=13")
    link = clean_page.locator("[data-handout]")
    expect(link).to_have_attribute("href", re.compile(r"handout\.html\?.*hide=track-trusted"))


def test_the_room_guesses_on_the_picture_and_is_told_what_came_of_it(clean_page: Page) -> None:
    open_case(clean_page, f"amira?story={GUESS}")
    expect_step(clean_page, GUESS)
    boxes = clean_page.locator(".stages > .now .guess-box")
    expect(boxes).to_have_count(6)
    clean_page.locator(f'.guess-box[data-guess-box="{KAYLA}"]').click()
    expect(told(clean_page).get_by_role("checkbox", name="Kayla")).to_be_checked()
    told(clean_page).get_by_role("checkbox", name="Marcus").press("Space")
    expect(clean_page.locator(".guess-box.ticked")).to_have_count(2)
    expect_step(clean_page, GUESS)
    clean_page.keyboard.press("PageDown")
    expect_step(clean_page, GUESS + 1)
    expect(boxes).to_have_count(0)
    guess = guess_before(STEPS, GUESS)
    assert guess is not None
    wanted = [
        one.said if one.ref in {KAYLA, "p0"} else one.unsaid
        for one in answers(VIEW, guess, STEPS[GUESS])
    ]
    assert "You said Kayla would stay: the move broke it." in wanted
    expect(told(clean_page).locator(".story-answers li")).to_have_text(wanted)


def test_nothing_of_the_guesses_is_kept(clean_page: Page) -> None:
    open_case(clean_page, f"amira?story={GUESS}")
    told(clean_page).get_by_role("checkbox", name="Mum").check()
    clean_page.keyboard.press("Escape")
    clean_page.get_by_role("button", name="Story", exact=True).click()
    expect_step(clean_page, GUESS)
    expect(told(clean_page).locator("input:checked")).to_have_count(0)
    clean_page.keyboard.press("ArrowRight")
    plain = re.compile("^Kayla: the move broke it.$")
    expect(told(clean_page).locator(".story-answers li").filter(has_text=plain)).to_have_count(1)
    kept = "[JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie]"
    assert clean_page.evaluate(kept) == ["{}", "{}", ""]


def notes_beside(page: Page) -> Page:
    """Open the trainer's window from the story."""
    with page.context.expect_page() as opening:
        by_id(page, ids.STORY_NOTES).click()
    notes = opening.value
    expect(notes.locator(".notes-step:not([hidden])")).to_have_count(1)
    return notes


def expect_notes(notes: Page, step: StoryStep) -> None:
    """Check that the trainer's window shows the notes of a step."""
    shown = notes.locator(".notes-step:not([hidden])")
    expect(shown.locator("h2")).to_have_text(step.title)
    expect(shown.locator(".notes-own").first).to_have_text(
        (step.presenter_notes or "").split("\n")[0]
    )


def test_both_windows_go_on_together_and_survive_a_reload(clean_page: Page, axe: AxeCheck) -> None:
    begin(clean_page)
    clean_page.keyboard.press("ArrowRight")
    notes = notes_beside(clean_page)
    expect_notes(notes, STEPS[1].told)
    expect(by_id(notes, ids.NOTES_SAID)).to_contain_text("Both windows go on together")
    assert axe(notes) == []
    clean_page.keyboard.press("ArrowRight")
    expect_notes(notes, STEPS[2].told)
    expect(notes.locator(".notes-step:not([hidden]) .notes-next")).to_contain_text(
        STEPS[3].told.title
    )
    by_id(notes, ids.NOTES_ON).click()
    expect_step(clean_page, 4)
    notes.keyboard.press("PageDown")
    expect_step(clean_page, 5)
    notes.reload()
    expect_notes(notes, STEPS[4].told)
    wait_for_query(clean_page, "?stage=2&story=5")
    clean_page.reload()
    expect_step(clean_page, 5)
    by_id(notes, ids.NOTES_BACK).click()
    expect_step(clean_page, 4)
    expect_notes(notes, STEPS[3].told)
    clean_page.keyboard.press("Escape")
    expect(by_id(notes, ids.NOTES_SAID)).to_contain_text("does not see the story now")
    by_id(notes, ids.NOTES_ON).click()
    expect(told(clean_page)).to_be_visible()
    notes.keyboard.press("End")
    expect_step(clean_page, len(STEPS))
    by_id(notes, ids.NOTES_ON).click()
    expect_end(clean_page)
    expect(notes.locator(".notes-step:not([hidden])")).to_contain_text("The end of the story")
    expect(by_id(notes, ids.NOTES_ON)).to_have_attribute("aria-disabled", "true")
    notes.keyboard.press("PageDown")
    expect_end(clean_page)
    clean_page.keyboard.press("PageUp")
    expect_notes(notes, STEPS[-1].told)


def test_the_clock_goes_on_over_a_reload_and_starts_again(context: BrowserContext) -> None:
    notes = context.new_page()
    notes.clock.install()
    notes.goto("/case/amira/story/notes")
    notes.clock.run_for(65_000)
    # The clock goes on while the test looks at it.
    a_minute_on = re.compile(r"^1:\d\d$")
    expect(by_id(notes, ids.NOTES_SINCE)).to_have_text(a_minute_on)
    notes.reload()
    expect(by_id(notes, ids.NOTES_SINCE)).to_have_text(a_minute_on)
    by_id(notes, ids.NOTES_AGAIN).click()
    expect(by_id(notes, ids.NOTES_SINCE)).to_have_text(re.compile(r"^0:[01]\d$"))


def test_notes_alone_say_so_and_still_lead_through(context: BrowserContext) -> None:
    notes = context.new_page()
    notes.goto("/case/amira/story/notes")
    expect(by_id(notes, ids.NOTES_SAID)).to_contain_text("No page of this case is open")
    notes.keyboard.press("ArrowRight")
    expect_notes(notes, STEPS[1].told)


def test_the_story_has_no_fault_that_axe_finds(
    clean_page: Page, axe: AxeCheck, axe_headings: AxeCheck
) -> None:
    begin(clean_page)
    for number in (1, GUESS, GUESS + 1, 12, 13, 14):
        while told(clean_page).get_attribute("data-step") != str(number):
            clean_page.keyboard.press("ArrowRight")
        if number <= len(STEPS):
            expect_step(clean_page, number)
        else:
            expect_end(clean_page)
        assert axe(clean_page) + axe_headings(clean_page) == [], number


def test_another_stage_moves_in_unless_less_motion_is_wanted(clean_page: Page) -> None:
    open_case(clean_page, f"amira?story={GUESS}")
    expect_step(clean_page, GUESS)
    clean_page.evaluate(
        """() => {
            const { animate } = Element.prototype;
            Element.prototype.animate = function (frames, timing) {
                this.dataset.moved = frames.transform[0];
                return animate.call(this, frames, timing);
            };
        }"""
    )
    shown = clean_page.locator(".stages > .now")
    first, *others = [n for n, step in enumerate(STEPS, 1) if step.stage == STEPS[GUESS].stage]
    for number in [first, *others]:
        clean_page.keyboard.press("ArrowRight")
        expect_step(clean_page, number)
    clean_page.keyboard.press("ArrowRight")
    expect(shown).to_have_attribute("data-moved", "translateX(14px)")
    # Another light on the same stage only comes.
    moved = clean_page.locator(".stages > [data-moved]").evaluate_all(
        "all => all.map(picture => Number(picture.dataset.step))"
    )
    assert moved == [first, others[-1] + 1]
    clean_page.emulate_media(reduced_motion="reduce")
    clean_page.keyboard.press("ArrowLeft")
    expect_step(clean_page, others[-1])
    clean_page.emulate_media(reduced_motion="no-preference")
    for number in [*reversed(others[:-1]), first, GUESS]:
        clean_page.keyboard.press("ArrowLeft")
        expect_step(clean_page, number)
    expect(shown).to_have_attribute("data-moved", "translateX(-14px)")
    assert clean_page.locator(f'.stages > [data-step="{others[-1]}"][data-moved]').count() == 0


def test_hidden_names_are_nowhere_in_the_story(clean_page: Page) -> None:
    begin(clean_page)
    clean_page.keyboard.press("Escape")
    clean_page.get_by_role("button", name="Hide names").click()
    expect(clean_page.get_by_role("heading", name="The young person, as it was")).to_be_visible()
    clean_page.get_by_role("button", name="Story", exact=True).click()
    for _step in STEPS:
        names = "|".join(map(re.escape, secret_words(VIEW.case)))
        words = clean_page.locator("html").inner_html()
        assert re.findall(rf"(?<!\w)(?:{names})(?!\w)", words) == []
        clean_page.keyboard.press("ArrowRight")


def test_a_long_text_gets_smaller_letters_and_can_be_scrolled_by_keyboard(
    clean_page: Page, axe: AxeCheck
) -> None:
    clean_page.set_viewport_size({"width": 1366, "height": 600})
    open_case(clean_page, f"amira?story={GUESS + 1}")
    step = told(clean_page)
    expect(step).to_have_class(re.compile(r"\blong\b"))
    clean_page.set_viewport_size({"width": 1366, "height": 540})
    clean_page.keyboard.press("ArrowLeft")
    step.get_by_role("checkbox", name="Mum").check()
    clean_page.keyboard.press("ArrowRight")
    expect(step).to_have_class(re.compile(r"\blonger\b"))
    assert axe(clean_page) == []
    step.focus()
    clean_page.keyboard.press("ArrowDown")
    clean_page.wait_for_timeout(400)
    assert step.evaluate("node => node.scrollTop") > 0
    expect_step(clean_page, GUESS + 1)
    clean_page.keyboard.press("PageDown")
    expect_step(clean_page, GUESS + 2)


class TestMakingOne:
    """A story that is made while the case is edited."""

    @pytest.fixture
    def server(self, library: Library) -> Iterator[str]:
        with serving(library=library) as address:
            yield address

    def test_a_view_becomes_a_step_that_is_told_at_once(
        self, clean_page: Page, library: Library, axe: AxeCheck
    ) -> None:
        clean_page.add_init_script(named("Sam"))
        key = keep_amira(library)
        form = open_editing(clean_page, key, f"?stage=2&edit=1&chosen={KAYLA}&view=tracks")
        by_id(clean_page, ids.STORY_ADD).press("Enter")
        expect(form.get_by_label("New step: its title")).to_be_focused()
        clean_page.keyboard.type("Kayla, gone")
        with saved(clean_page):
            clean_page.keyboard.press("Enter")
        expect(form.get_by_role("button", name="14. Kayla, gone")).to_be_visible()
        step = library.get(key).case.story[-1]
        assert (step.title, step.stage, step.view) == ("Kayla, gone", "foster", "tracks")
        assert step.highlight == ("kayla",)
        form.get_by_role("button", name="14. Kayla, gone").press("Enter")
        expect(form.get_by_label("Title")).to_have_value("Kayla, gone")
        form.get_by_label("Your notes: the room never sees them").fill("Only for me")
        with saved(clean_page):
            form.get_by_role("button", name="The room guesses who of them stays").click()
        with saved(clean_page):
            form.get_by_role("button", name="Earlier").click()
        assert axe(clean_page) == []
        by_id(clean_page, ids.EDIT_UNDO).click()
        expect(form.get_by_role("button", name="Later")).to_have_count(0)
        clean_page.get_by_role("button", name="Story", exact=True).click()
        expect(told(clean_page)).to_be_visible()
        clean_page.keyboard.press("End")
        expect(told(clean_page).locator("h1")).to_have_text("Kayla, gone")
        expect(told(clean_page).get_by_role("checkbox", name="Kayla")).to_be_visible()
        assert library.get(key).case.story[-1].presenter_notes == "Only for me"
        assert "Only for me" not in clean_page.content()
        assert "later" in (clean_page.locator(".tracks .stage-4").last.get_attribute("class") or "")
        clean_page.keyboard.press("Escape")
        by_id(clean_page, ids.EDIT).click()
        expect(form.locator("h2").first).to_be_visible()


def test_what_the_next_keys_lead_to_waits_finished_and_out_of_reach(clean_page: Page) -> None:
    turning = next(place for place, step in enumerate(STEPS, 1) if step.view.value == "tracks")
    open_case(clean_page, f"amira?story={turning - 1}")
    expect_step(clean_page, turning - 1)
    next_tracks = clean_page.locator(".pane-tracks.soon")
    expect(next_tracks).to_have_attribute("inert", "")
    assert next_tracks.get_attribute("hidden") == ""
    assert {KAYLA} <= lit(clean_page, ".pane-tracks.soon .tracks") <= lit_there(turning)
    expect(clean_page.locator(f'.stages > .near[data-step="{turning - 2}"]')).to_be_attached()
    lit_before = lit(clean_page, f'.stages > [data-step="{turning - 2}"]')
    assert set() < lit_before <= lit_there(turning - 2)
    assert clean_page.locator(".stages > .near:not([aria-hidden])").count() == 0
    assert clean_page.locator('.stages > :not(.now) [tabindex="0"]').count() == 0
    coming = clean_page.locator(f'.story-step[data-step="{turning}"]')
    expect(coming).to_have_attribute("inert", "")
    assert coming.get_attribute("hidden") == ""
    clean_page.keyboard.press("ArrowRight")
    expect_step(clean_page, turning)
    expect(told(clean_page)).not_to_have_attribute("inert", "")
    expect(clean_page.locator(".pane-tracks")).not_to_have_attribute("inert", "")
    expect(by_id(clean_page, "map")).to_have_attribute("inert", "")
    clean_page.keyboard.press("Escape")
    expect(told(clean_page)).not_to_be_visible()
    assert clean_page.locator(".soon, [inert], .stages > [data-step]").count() == 0
    assert clean_page.locator(".stages > .now").count() == 1


def lit_there(number: int) -> set[str]:
    """Give what a step points at, of what is drawn."""
    return set(lit_refs(VIEW.case, STEPS[number - 1].told.highlight))


def test_a_stage_that_is_looked_at_between_is_lit_as_the_step_asks(clean_page: Page) -> None:
    open_case(clean_page, f"amira?story={GUESS}")
    expect_step(clean_page, GUESS)
    clean_page.locator("#timeline .steps button").nth(2).click()
    clean_page.locator("#timeline .steps button").nth(2).click()
    there = str(STEPS[GUESS - 1].stage + 2)
    expect(clean_page.locator(".stages > .now")).to_have_attribute("data-stage", there)
    assert lit(clean_page, ".stages > .now") <= lit_there(GUESS)
    expect(clean_page.locator(".stages > .now .dim").first).to_be_attached()
    clean_page.keyboard.press("PageDown")
    expect_step(clean_page, GUESS + 1)
    # What was looked at beside the story's way does not stay.
    aside = clean_page.locator(f'.stages > [data-step="{GUESS}"][data-stage="{there}"]')
    expect(aside).to_have_count(0)


def test_a_long_story_keeps_few_pictures(clean_page: Page) -> None:
    begin(clean_page)
    for number in range(1, len(STEPS) + 1):
        expect_step(clean_page, number)
        if number < len(STEPS) and STEPS[number].view.value == "map":
            ready = clean_page.locator(f'.stages > .near[data-step="{number + 1}"]')
            expect(ready).to_be_attached()
        assert clean_page.locator(".stages > [data-step]").count() <= 9
        clean_page.keyboard.press("ArrowRight")
