"""Remarks on the whole screen: pinned to the picture, kept in the case, never lost in silence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from relnet.storage.contract import Library
from relnet.web import ids
from tests.browser.case_page import KAYLA, by_id, mark_on_map, open_case
from tests.browser.conftest import AxeCheck, serving
from tests.browser.editing_page import SIZES, keep_amira, named

pytestmark = pytest.mark.browser

WHOLE = "?stage=2&present=1"


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
    offer.get_by_role("button", name="Leave them here").press("Enter")
    expect(by_id(clean_page, ids.PRESENT_BLANK)).to_be_hidden()
    expect(by_id(clean_page, ids.REMARK_LIST)).to_be_visible()
    clean_page.keyboard.press("n")
    offer.get_by_role("button", name="Go on without them").click()
    expect(clean_page.locator("#hide-names[data-names=hidden]")).to_be_attached()
    expect(by_id(clean_page, ids.PRESENT_STRIP)).to_be_visible()


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
