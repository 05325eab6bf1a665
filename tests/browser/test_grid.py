"""The grid of a case: typed in, pasted into, by keyboard, and in two windows."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from relnet.case.models import Case
from relnet.storage.contract import Editor, Library
from tests.browser.conftest import AxeCheck, Watched, serving, watch
from tests.case.small import parsed, small_case

pytestmark = pytest.mark.browser

SAM = Editor("a-key-that-nobody-guesses", "Sam")
NAMED = """localStorage.setItem("relnet_editor", JSON.stringify(
    {key: "one-key-of-this-browser", name: "Jo", asked: true}))"""


@pytest.fixture
def key(library: Library) -> str:
    return library.create(parsed(small_case()), SAM).line.id


@pytest.fixture
def server(library: Library) -> Iterator[str]:
    with serving(library=library) as address:
        yield address


@pytest.fixture
def context(browser: Browser, server: str) -> Iterator[BrowserContext]:
    made = browser.new_context(
        base_url=server,
        viewport={"width": 1366, "height": 768},
        permissions=["clipboard-read", "clipboard-write"],
    )
    made.set_default_timeout(10_000)
    made.add_init_script(NAMED)
    yield made
    made.close()


@pytest.fixture
def clean_page(context: BrowserContext) -> Iterator[Page]:
    watched: Watched = watch(context.new_page())
    yield watched.page
    expected = [line for line in watched.console if "422" not in line]
    assert expected == []
    assert watched.foreign == []


def open_grid(page: Page, key: str, sheet: str = "people") -> None:
    page.goto(f"/case/{key}/grid?sheet={sheet}")
    expect(page.locator(f"#grid-{sheet} [row-id]").first).to_be_visible()


def cell(page: Page, row: str, column: str) -> Locator:
    return page.locator(f'.grid-sheet:visible [row-id="{row}"] [col-id="{column}"]')


def write(page: Page, row: str, column: str, text: str) -> None:
    """Type into a cell as it stands, and leave it with Enter."""
    cell(page, row, column).click()
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def paste(page: Page, text: str) -> None:
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+v")


def wait_for(page: Page, words: str, row: str, column: str) -> None:
    """Wait until a cell says this, and is not on its way any more."""
    expect(cell(page, row, column)).to_have_text(words)
    expect(cell(page, row, column)).not_to_have_class(re.compile("grid-waiting"))


def kept(library: Library, key: str) -> Case:
    return library.get(key).case


def test_a_cell_is_saved_and_what_carries_forward_follows(
    clean_page: Page, library: Library, key: str
) -> None:
    open_grid(clean_page, key, "ties")
    wait_for(clean_page, "→ not known", "r-mum", "later")
    write(clean_page, "r-mum", "foster", "weak, strained")
    wait_for(clean_page, "active, weak, strained", "r-mum", "foster")
    wait_for(clean_page, "→ active, weak, strained", "r-mum", "later")
    expect(clean_page.locator("#edit-saved")).to_contain_text("Saved")
    assert kept(library, key).relationships[0].states[1].strained is True
    clean_page.keyboard.press("Control+z")
    wait_for(clean_page, "→ not known", "r-mum", "foster")
    clean_page.keyboard.press("Control+Shift+z")
    wait_for(clean_page, "active, weak, strained", "r-mum", "foster")
    cell(clean_page, "r-mum", "foster").click()
    clean_page.keyboard.press("Delete")
    wait_for(clean_page, "→ not known", "r-mum", "foster")


def test_an_impossible_entry_says_why_and_stays_until_it_is_let_go(
    clean_page: Page, library: Library, key: str
) -> None:
    open_grid(clean_page, key, "ties")
    write(clean_page, "r-mum", "at-home", "strnog")
    expect(clean_page.locator("#grid-fault")).to_contain_text("Did you mean “strong”?")
    wait_for(clean_page, "strnog", "r-mum", "at-home")
    write(clean_page, "r-mum", "at-home", "ended")
    expect(clean_page.locator("#grid-fault")).to_contain_text("is in practice")
    wait_for(clean_page, "ended", "r-mum", "at-home")
    assert library.get(key).line.number == 1
    cell(clean_page, "r-mum", "at-home").click()
    clean_page.keyboard.press("Escape")
    wait_for(clean_page, "active", "r-mum", "at-home")
    expect(clean_page.locator("#grid-fault")).to_be_hidden()


def test_cells_of_a_spreadsheet_are_pasted_and_taken_back_in_one_step(
    clean_page: Page, library: Library, key: str
) -> None:
    open_grid(clean_page, key, "ties")
    cell(clean_page, "r-mum", "foster").click()
    paste(clean_page, 'strong\tnonsense\nended\t"not known"\n')
    wait_for(clean_page, "active, strong", "r-mum", "foster")
    wait_for(clean_page, "nonsense", "r-mum", "later")
    wait_for(clean_page, "ended", "r-sam-mum", "foster")
    wait_for(clean_page, "not known", "r-sam-mum", "later")
    expect(clean_page.locator("#grid-fault")).to_contain_text("nonsense")
    assert library.get(key).line.number == 2
    clean_page.keyboard.press("Control+z")
    wait_for(clean_page, "→ active", "r-sam-mum", "later")
    assert library.get(key).case == parsed(small_case())


def test_pasting_below_the_last_row_adds_people(
    clean_page: Page, library: Library, key: str
) -> None:
    open_grid(clean_page, key)
    cell(clean_page, "new-0", "name").click()
    paste(clean_page, 'Jo\tfootball coach\nAda\t"aunt"\nBo\tzork\n')
    wait_for(clean_page, "family", "new-1", "type")
    expect(cell(clean_page, "new-2", "name")).to_have_text("Bo")
    assert [person.name for person in kept(library, key).people[3:]] == ["Jo", "Ada"]
    assert library.get(key).line.number == 2
    write(clean_page, "new-2", "type", "peer")
    wait_for(clean_page, "Community and peers", "new-2", "track")
    assert kept(library, key).people[-1].name == "Bo"
    expect(clean_page.locator('#grid-people [col-id="name"]').last).to_have_text("Add a person …")


def test_somebody_new_is_typed_from_cell_to_cell(
    clean_page: Page, library: Library, key: str
) -> None:
    open_grid(clean_page, key)
    cell(clean_page, "new-0", "name").click()
    clean_page.keyboard.press("F2")
    told = {"name": "Jo", "role": "youth worker", "type": "", "track": "", "role_slot": ""}
    for column, text in (told | {"area": "Hillford"}).items():
        expect(cell(clean_page, "new-0", column).locator("input")).to_be_focused()
        clean_page.keyboard.type(text)
        clean_page.keyboard.press("Tab")
    clean_page.keyboard.press("Escape")
    wait_for(clean_page, "Hillford", "new-0", "area")
    jo = kept(library, key).people[-1]
    assert (jo.name, jo.role, jo.type, jo.area) == ("Jo", "youth worker", "practitioner", "away")


def test_cells_are_taken_together_and_copied(clean_page: Page, key: str) -> None:
    open_grid(clean_page, key)
    cell(clean_page, "mum", "name").click()
    clean_page.keyboard.press("Shift+ArrowRight")
    clean_page.keyboard.press("Shift+ArrowDown")
    expect(clean_page.locator(".grid-chosen")).to_have_count(4)
    clean_page.keyboard.press("Control+c")
    copied = "navigator.clipboard.readText()"
    assert clean_page.evaluate(copied) == "Mum\tMother\nKayla\tBest friend"
    clean_page.keyboard.press("ArrowDown")
    clean_page.keyboard.press("Shift+Space")
    clean_page.keyboard.press("Control+c")
    assert clean_page.evaluate(copied) == "Kayla\tBest friend\tpeer" + "\t" * 6


def test_escape_leaves_a_cell_as_it_was(clean_page: Page, library: Library, key: str) -> None:
    open_grid(clean_page, key)
    cell(clean_page, "mum", "role").click()
    clean_page.keyboard.press("ArrowRight")
    expect(cell(clean_page, "mum", "type")).to_be_focused()
    clean_page.keyboard.press("Enter")
    clean_page.keyboard.type("peer")
    clean_page.keyboard.press("Escape")
    wait_for(clean_page, "family", "mum", "type")
    assert library.get(key).line.number == 1


def test_another_view_is_written_where_it_is_chosen(
    clean_page: Page, library: Library, key: str
) -> None:
    open_grid(clean_page, key, "ties")
    clean_page.get_by_label("As seen by").select_option("Amira")
    wait_for(clean_page, "", "r-mum", "at-home")
    write(clean_page, "r-mum", "foster", "inner circle")
    wait_for(clean_page, "inner circle", "r-mum", "foster")
    assert kept(library, key).relationships[0].states[-1].closeness == 1
    assert "as=yp" in clean_page.url


def test_a_colleagues_edits_come_in(clean_page: Page, context: BrowserContext, key: str) -> None:
    open_grid(clean_page, key)
    other = context.new_page()
    open_grid(other, key)
    write(other, "kayla", "role", "oldest friend")
    wait_for(other, "oldest friend", "kayla", "role")
    wait_for(clean_page, "oldest friend", "kayla", "role")


def test_hidden_names_leave_nothing_to_type_into(clean_page: Page, key: str) -> None:
    open_grid(clean_page, key)
    clean_page.get_by_role("button", name="Hide names").click()
    expect(clean_page.get_by_text("Show names to edit.")).to_be_visible()
    assert "Kayla" not in clean_page.content()


@pytest.mark.parametrize("sheet", ["people", "ties"])
def test_axe_finds_nothing(page: Page, axe: AxeCheck, key: str, sheet: str) -> None:
    open_grid(page, key, sheet)
    assert axe(page) == []
    write(page, *(("mum", "type") if sheet == "people" else ("r-mum", "foster")), "purple")
    expect(page.locator("#grid-fault")).to_be_visible()
    assert axe(page) == []
    cell(page, *(("mum", "type") if sheet == "people" else ("r-mum", "foster"))).dblclick()
    expect(page.locator(".grid-sheet:visible input")).to_be_visible()
    assert axe(page) == []
