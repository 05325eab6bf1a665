"""Remarks on the whole screen: pinned to the picture, kept in the case, never lost in silence."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import BrowserContext, Download, Locator, Page, expect

from relnet.editing.operations import read_operation
from relnet.editing.perform import perform
from relnet.storage.contract import Library
from relnet.web import ids
from tests.browser.case_page import KAYLA, by_id, mark_on_map, open_case
from tests.browser.conftest import AxeCheck, serving
from tests.browser.editing_page import SIZES, keep_amira, named
from tests.web.libraries import SAM

pytestmark = pytest.mark.browser

WHOLE = "?stage=2&present=1"
HELD = "JSON.stringify({...sessionStorage})"
"""What the tab holds (``assets/case_present_held.js``)."""


def remark(page: Page, words: str, *, owner: str = "") -> None:
    """Write a remark with the keyboard alone: a question, an action where somebody takes it on."""
    page.keyboard.press("r")
    field = by_id(page, ids.REMARK)
    expect(field.get_by_label("What was said")).to_be_focused()
    page.keyboard.type(words)
    if owner:
        field.get_by_role("radio", name="action").check()
        field.get_by_label("Who takes it on").fill(owner)
    page.keyboard.press("Enter")
    expect(field).to_be_hidden()


def reload(page: Page) -> None:
    """Load the page again, and let go what it warns of."""
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.locator("html.live.presenting")).to_be_attached()


def leave_present(page: Page) -> None:
    """End the whole screen, and leave the remarks where they are."""
    offer = by_id(page, ids.REMARKS_LEFT)
    by_id(page, ids.LEAVE).press("Enter")
    offer.get_by_role("button", name=re.compile(r"Leave (it|them) here")).click()
    expect(offer).to_be_hidden()


def take_away(page: Page, words: str) -> None:
    """Press one of what can be taken away."""
    by_id(page, ids.TAKE_AWAY).locator("summary").press("Enter")
    page.get_by_role("link", name=words).press("Enter")


def words_in(download: Download, folder: Path) -> list[str]:
    """Give the paragraphs of a Word file that is saved."""
    file = folder / download.suggested_filename
    download.save_as(file)
    return [part.text for part in Document(str(file)).paragraphs]


def take_word(page: Page, words: str, folder: Path) -> list[str]:
    """Take a Word file away; give its paragraphs."""
    with page.expect_download() as saving:
        take_away(page, words)
    return words_in(saving.value, folder)


def pins(page: Page) -> Locator:
    """Find the remarks that are pinned to the picture of the stage that is seen."""
    return page.locator(".stages > .now .remark-pin > .remark-note")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_remark_is_pinned_to_whoever_is_chosen(
    clean_page: Page, axe: AxeCheck, width: int, height: int
) -> None:
    clean_page.set_viewport_size({"width": width, "height": height})
    open_case(clean_page, f"amira{WHOLE}&chosen={KAYLA}")
    clean_page.keyboard.press("r")
    field = by_id(clean_page, ids.REMARK)
    expect(field.get_by_role("heading")).to_have_text("Remark: Kayla")
    expect(field).to_be_in_viewport(ratio=1)
    assert axe(clean_page) == []
    clean_page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    remark(clean_page, "bring her <b>up</b>?", owner="Dawn")
    expect(pins(clean_page)).to_have_text(["Action for Dawn: Kayla: bring her <b>up</b>?×"])
    expect(pins(clean_page)).to_be_in_viewport(ratio=1)
    expect(by_id(clean_page, ids.REMARK_SAID)).to_contain_text("This page holds the remark")
    assert axe(clean_page) == []
    clean_page.keyboard.press("PageDown")
    expect(pins(clean_page)).to_have_count(0)


def test_a_remark_without_a_mark_stands_in_a_list(clean_page: Page, axe: AxeCheck) -> None:
    open_case(clean_page, f"amira{WHOLE}&view=table")
    remark(clean_page, "Who tells the school?")
    listed = by_id(clean_page, ids.REMARK_LIST)
    expect(listed).to_contain_text("Question: Who tells the school?")
    assert axe(clean_page) == []
    clean_page.keyboard.press("PageDown")
    expect(listed).to_be_hidden()
    clean_page.keyboard.press("PageUp")
    listed.get_by_role("button", name="Take this remark off").click()
    expect(listed).to_be_hidden()


def test_keys_are_letters_in_the_field(clean_page: Page) -> None:
    open_case(clean_page, f"amira{WHOLE}")
    remark(clean_page, "bn+? sdr.")
    expect(by_id(clean_page, ids.REMARK_LIST)).to_contain_text("Question: bn+? sdr.")
    expect(by_id(clean_page, ids.PRESENT_BLANK)).to_be_hidden()


def test_a_key_right_after_a_remark_is_heard(clean_page: Page) -> None:
    """The field that closes may hold the focus until the browser draws its next frame."""
    open_case(clean_page, f"amira{WHOLE}")
    clean_page.keyboard.press("r")
    expect(by_id(clean_page, ids.REMARK)).to_be_visible()
    opened = clean_page.evaluate(
        """(id) => {
          const field = document.getElementById(id);
          const words = field.querySelector('[name="text"]');
          field.close("");
          words.dispatchEvent(new KeyboardEvent("keydown", { key: "r", bubbles: true }));
          return field.open;
        }""",
        ids.REMARK,
    )
    assert opened


def test_what_the_page_alone_holds_is_offered_at_the_end(
    clean_page: Page, axe: AxeCheck, tmp_path: Path
) -> None:
    open_case(clean_page, f"amira{WHOLE}")
    remark(clean_page, "First")
    remark(clean_page, "Second", owner="Mum")
    clean_page.keyboard.press("Escape")
    offer = by_id(clean_page, ids.REMARKS_LEFT)
    expect(offer.get_by_role("heading")).to_have_text("2 remarks are in this page alone")
    expect(offer.get_by_role("listitem")).to_have_text(
        [
            "Foster placement, Northfield – Question: First",
            "Foster placement, Northfield – Action for Mum: Second",
        ]
    )
    assert axe(clean_page) == []
    with clean_page.expect_download() as saving:
        offer.get_by_role("button", name="Save as a text file").click()
    file = tmp_path / "remarks.txt"
    saving.value.save_as(file)
    assert file.read_text("utf-8").splitlines()[1].endswith("Action for Mum: Second")
    offer.get_by_role("button", name="Leave them here").click()
    expect(offer).to_be_hidden()
    kept = "JSON.stringify([{...localStorage}, {...sessionStorage}]) + location.href"
    assert "Second" not in clean_page.evaluate(kept)


def test_names_go_dark_at_once_and_the_remarks_are_asked_about(clean_page: Page) -> None:
    open_case(clean_page, f"amira{WHOLE}")
    remark(clean_page, "Ask Kayla’s mum")
    clean_page.keyboard.press("n")
    offer = by_id(clean_page, ids.REMARKS_LEFT)
    expect(by_id(clean_page, ids.PRESENT_BLANK)).to_be_visible()
    expect(offer).to_be_visible()
    expect(offer).not_to_contain_text("Kayla")
    expect(offer.get_by_role("heading")).to_have_text("Hiding names would drop 1 remark")
    expect(offer.get_by_role("button")).to_have_text(
        ["Copy it", "Save as a text file", "Hide names without it", "Keep names and the remark"]
    )
    offer.get_by_role("button", name="Keep names and the remark").press("Enter")
    expect(by_id(clean_page, ids.PRESENT_BLANK)).to_be_hidden()
    expect(by_id(clean_page, ids.REMARK_LIST)).to_be_visible()
    clean_page.keyboard.press("n")
    offer.get_by_role("button", name="Hide names without it").click()
    expect(clean_page.locator("#hide-names[data-names=hidden]")).to_be_attached()
    expect(by_id(clean_page, ids.PRESENT_STRIP)).to_be_visible()


def test_remarks_that_are_saved_before_names_are_hidden_may_stay_all_the_same(
    clean_page: Page, axe: AxeCheck, tmp_path: Path
) -> None:
    open_case(clean_page, f"amira{WHOLE}")
    remark(clean_page, "Ask Kayla’s mum")
    remark(clean_page, "Who tells the school?")
    clean_page.keyboard.press("n")
    offer = by_id(clean_page, ids.REMARKS_LEFT)
    expect(offer.get_by_role("heading")).to_have_text("Hiding names would drop 2 remarks")
    assert axe(clean_page) == []
    with clean_page.expect_download() as saving:
        offer.get_by_role("button", name="Save as a text file").press("Enter")
    file = tmp_path / "remarks.txt"
    saving.value.save_as(file)
    assert len(file.read_text("utf-8").splitlines()) == 2
    expect(offer.get_by_role("status")).to_have_text("Saved as a text file.")
    offer.get_by_role("button", name="Keep names and remarks").press("Enter")
    expect(by_id(clean_page, ids.PRESENT_BLANK)).to_be_hidden()
    expect(by_id(clean_page, ids.HIDE_NAMES)).to_have_attribute("data-names", "shown")
    expect(clean_page.locator(".remark-note.is-held")).to_have_count(2)
    assert "Ask Kayla" in clean_page.evaluate(HELD)


def test_one_remark_that_is_left_is_called_one(clean_page: Page) -> None:
    open_case(clean_page, f"amira{WHOLE}")
    remark(clean_page, "Who tells the school?")
    clean_page.keyboard.press("Escape")
    offer = by_id(clean_page, ids.REMARKS_LEFT)
    expect(offer.get_by_role("heading")).to_have_text("1 remark is in this page alone")
    expect(offer.get_by_role("button")).to_have_text(
        ["Copy it", "Save as a text file", "Leave it here"]
    )
    expect(offer).to_contain_text("This tab holds it until the tab is closed")


def test_remarks_stay_through_a_reload_of_their_tab_alone(
    clean_page: Page, context: BrowserContext
) -> None:
    open_case(clean_page, f"amira{WHOLE}&chosen={KAYLA}")
    remark(clean_page, "bring her up?")
    reload(clean_page)
    expect(pins(clean_page)).to_have_text(["Question: Kayla: bring her up?×"])
    expect(clean_page.locator(".remark-note.is-held")).to_have_count(1)
    assert "bring her up" not in clean_page.evaluate("JSON.stringify({...localStorage})")
    other = context.new_page()
    open_case(other, f"amira{WHOLE}&chosen={KAYLA}")
    expect(pins(other)).to_have_count(0)
    clean_page.close(run_before_unload=False)
    later = context.new_page()
    open_case(later, f"amira{WHOLE}&chosen={KAYLA}")
    expect(pins(later)).to_have_count(0)
    assert later.evaluate(HELD) == "{}"


def test_names_are_off_the_screen_while_it_is_asked_about_remarks(
    clean_page: Page, axe: AxeCheck
) -> None:
    open_case(clean_page, f"amira{WHOLE}")
    remark(clean_page, "Ask Kayla’s mum")
    leave_present(clean_page)
    clean_page.get_by_role("button", name="Hide names").press("Enter")
    offer, blank = by_id(clean_page, ids.REMARKS_LEFT), by_id(clean_page, ids.PRESENT_BLANK)
    expect(offer).to_be_visible()
    expect(blank).to_be_visible()
    assert axe(clean_page) == []
    offer.get_by_role("button", name="Keep names and the remark").press("Enter")
    expect(blank).to_be_hidden()
    expect(by_id(clean_page, ids.HIDE_NAMES)).to_have_attribute("data-names", "shown")


def test_what_is_taken_off_or_thrown_away_is_not_in_the_tab(clean_page: Page) -> None:
    open_case(clean_page, f"amira{WHOLE}")
    remark(clean_page, "First")
    assert "First" in clean_page.evaluate(HELD)
    by_id(clean_page, ids.REMARK_LIST).get_by_role("button").click()
    assert clean_page.evaluate(HELD) == "{}"
    remark(clean_page, "Second")
    clean_page.keyboard.press("n")
    offer = by_id(clean_page, ids.REMARKS_LEFT)
    offer.get_by_role("button", name="Hide names without it").click()
    expect(clean_page.locator("#hide-names[data-names=hidden]")).to_be_attached()
    expect(clean_page.locator("html.live")).to_be_attached()
    assert clean_page.evaluate(HELD) == "{}"


def test_names_that_another_window_hid_take_the_remarks_along(clean_page: Page) -> None:
    open_case(clean_page, f"amira{WHOLE}")
    remark(clean_page, "Ask Kayla’s mum")
    clean_page.evaluate("document.cookie = 'relnet_names=hidden; path=/'")
    reload(clean_page)
    expect(by_id(clean_page, ids.REMARK_LIST)).to_be_hidden()
    assert clean_page.evaluate(HELD) == "{}"


def test_remarks_made_without_names_stay_when_these_come_back(clean_page: Page) -> None:
    open_case(clean_page, f"amira{WHOLE}")
    clean_page.keyboard.press("n")
    expect(clean_page.locator("#hide-names[data-names=hidden]")).to_be_attached()
    expect(clean_page.locator("html.live.presenting")).to_be_attached()
    remark(clean_page, "What now?")
    clean_page.keyboard.press("n")
    expect(clean_page.locator("#hide-names[data-names=shown]")).to_be_attached()
    expect(by_id(clean_page, ids.REMARK_LIST)).to_contain_text("What now?")


def test_remarks_go_along_to_the_end_of_the_meeting_and_into_word(
    clean_page: Page, axe: AxeCheck, tmp_path: Path
) -> None:
    open_case(clean_page, f"amira{WHOLE}&chosen={KAYLA}")
    remark(clean_page, "bring <b>her</b> up?")
    leave_present(clean_page)
    saved = take_word(clean_page, "Sheet to write on (Word)", tmp_path)
    assert saved[-1] == "Question: Kayla: bring <b>her</b> up?"
    take_away(clean_page, "End the meeting")
    section = by_id(clean_page, ids.MEETING_REMARKS)
    expect(section.get_by_role("heading", level=2)).to_have_text(
        "Remarks from this meeting (not kept in the case)"
    )
    expect(section.get_by_role("listitem")).to_have_text(["Question: Kayla: bring <b>her</b> up?"])
    assert axe(clean_page) == []
    with clean_page.expect_download() as saving:
        clean_page.get_by_role("link", name="Save as Word").press("Enter")
    assert words_in(saving.value, tmp_path)[-1] == "Question: Kayla: bring <b>her</b> up?"
    clean_page.get_by_role("link", name="Back to the case").click()
    clean_page.get_by_role("button", name="Present", exact=True).click()
    expect(pins(clean_page)).to_have_count(1)


def test_names_are_hidden_at_the_end_of_the_meeting_once_the_remarks_may_go(
    clean_page: Page, axe: AxeCheck
) -> None:
    open_case(clean_page, f"amira{WHOLE}")
    remark(clean_page, "Ask Kayla’s mum")
    leave_present(clean_page)
    take_away(clean_page, "End the meeting")
    section = by_id(clean_page, ids.MEETING_REMARKS)
    expect(section).to_contain_text("Ask Kayla’s mum")
    hide = clean_page.get_by_role("button", name="Hide names", exact=True)
    hide.press("Enter")
    sure = by_id(clean_page, ids.MEETING_SURE)
    expect(sure).to_be_visible()
    expect(section).to_be_hidden()
    assert axe(clean_page) == []
    sure.get_by_role("button", name="Keep the remarks").press("Enter")
    expect(section).to_contain_text("Ask Kayla’s mum")
    hide.press("Enter")
    sure.get_by_role("button", name="Hide names and throw them away").press("Enter")
    expect(clean_page.locator(".meeting-made")).to_contain_text("Names are hidden")
    expect(section).to_be_hidden()
    assert clean_page.evaluate(HELD) == "{}"


def test_a_question_that_is_asked_anew_at_once_is_answered(clean_page: Page) -> None:
    clean_page.goto("/case/amira/meeting")
    expect(by_id(clean_page, ids.MEETING_SURE)).to_be_attached()
    answers = clean_page.evaluate(
        """async (id) => {
            const { isSure } = await import("/assets/edit_sure.js");
            const dialog = document.getElementById(id);
            const first = isSure(dialog);
            dialog.close("");
            const second = isSure(dialog);  // before the page heard that it was closed
            await new Promise((go) => setTimeout(go, 50));
            dialog.close("yes");
            return [await first, await second, dialog.open];
        }""",
        ids.MEETING_SURE,
    )
    assert answers == [False, True, False]


def test_a_file_that_cannot_be_written_offers_the_remarks(page: Page) -> None:
    open_case(page, f"amira{WHOLE}")
    remark(page, "Who tells the school?")
    leave_present(page)
    page.route(re.compile(r"/sheet\.docx"), lambda route: route.abort())
    take_away(page, "Sheet to write on (Word)")
    offer = by_id(page, ids.REMARKS_LEFT)
    expect(offer).to_contain_text("relnet could not write the file")
    expect(offer.get_by_role("listitem")).to_contain_text(["Who tells the school?"])


class TestInACaseThatIsKept:
    """A case of the library takes the remarks in."""

    @pytest.fixture
    def server(self, library: Library) -> Iterator[str]:
        with serving(library=library) as address:
            yield address

    def test_a_remark_becomes_a_question_or_an_action(
        self, clean_page: Page, library: Library
    ) -> None:
        clean_page.add_init_script(named("Sam"))
        key = keep_amira(library)
        before = len(library.get(key).case.prompts)
        open_case(clean_page, f"{key}{WHOLE}&chosen={KAYLA}")
        remark(clean_page, "Who rings her?")
        said = by_id(clean_page, ids.REMARK_SAID)
        expect(said).to_contain_text("Kept with the questions and actions")
        expect(pins(clean_page)).to_have_count(1)
        remark(clean_page, "Ring Kayla on Friday", owner="Dawn")
        remark(clean_page, "Kayla writes", owner="Her aunt")
        expect(pins(clean_page)).to_have_count(3)
        expect(clean_page.locator(".remark-note.is-held")).to_have_count(0)
        prompts = library.get(key).case.prompts[before:]
        assert [(one.stage, one.kind.value, one.text, one.owner) for one in prompts] == [
            ("foster", "question", "Kayla: Who rings her?", None),
            ("foster", "action", "Ring Kayla on Friday", "dawn"),
            ("foster", "action", "Kayla writes", "Her aunt"),
        ]
        clean_page.keyboard.press("Escape")
        clean_page.keyboard.press("Escape")
        expect(by_id(clean_page, ids.REMARKS_LEFT)).to_be_hidden()
        expect(clean_page.locator(".stage-panel:not([hidden])")).to_contain_text("Who rings her?")

    def test_with_names_hidden_the_page_holds_it(self, clean_page: Page, library: Library) -> None:
        key = keep_amira(library)
        open_case(clean_page, f"{key}{WHOLE}")
        clean_page.keyboard.press("n")
        expect(clean_page.locator("#hide-names[data-names=hidden]")).to_be_attached()
        expect(clean_page.locator("html.live.presenting")).to_be_attached()
        remark(clean_page, "What now?")
        expect(by_id(clean_page, ids.REMARK_SAID)).to_contain_text("This page holds the remark")
        assert mark_on_map(clean_page, KAYLA).count() == 1

    def test_pins_of_what_the_case_took_stay_through_a_reload(
        self, clean_page: Page, library: Library
    ) -> None:
        clean_page.add_init_script(named("Sam"))
        key = keep_amira(library)
        open_case(clean_page, f"{key}{WHOLE}&chosen={KAYLA}")
        remark(clean_page, "Who rings her?")
        said = by_id(clean_page, ids.REMARK_SAID)
        expect(said).to_contain_text("Kept with the questions and actions")
        reload(clean_page)
        expect(pins(clean_page)).to_have_text(["Question: Kayla: Who rings her?×"])
        expect(clean_page.locator(".remark-note.is-held")).to_have_count(0)
        values = {"do": "set_case", "fields": {"title": "Another title"}}
        library.edit(key, lambda case: perform(case, read_operation(values)), values, SAM)
        reload(clean_page)
        expect(clean_page.locator(".bar h1")).to_contain_text("Another title")
        expect(pins(clean_page)).to_have_count(0)
