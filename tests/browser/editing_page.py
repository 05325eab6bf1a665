"""What the tests of editing share: opening a case to edit, and pressing what its forms offer."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page, expect

from relnet.storage.contract import Library
from relnet.web import ids
from tests.browser.case_page import by_id
from tests.browser.conftest import Watched, watch
from tests.web.libraries import SAM
from tests.web.views import sample

KAYLA, GRAN = "p11", "p9"
"""Their places in Amira's file (``relnet.figures.refs``)."""

FOSTER = "?stage=2&edit=1"
SIZES = [(1366, 768), (1920, 1080)]


def named(name: str) -> str:
    """Give the script that lets a browser know who edits."""
    key = f"{name.casefold()}-" * 8
    return (
        "localStorage.setItem('relnet_editor', JSON.stringify("
        f"{{key: '{key}', name: '{name}', asked: true}}))"
    )


def keep_amira(library: Library) -> str:
    """Keep the sample case, and give its id."""
    return library.create(sample("amira").network.case, SAM).line.id


@contextmanager
def window(browser: Browser, address: str, name: str) -> Iterator[Watched]:
    """Open a window of a browser of its own, in which somebody edits."""
    context = browser.new_context(base_url=address, viewport={"width": 1366, "height": 768})
    context.set_default_timeout(10_000)
    context.add_init_script(named(name))
    yield watch(context.new_page())
    context.close()


def open_editing(page: Page, key: str, query: str = FOSTER) -> Locator:
    """Open a case to edit, wait until its form has come, and give the form."""
    page.goto(f"/case/{key}{query}")
    form = by_id(page, ids.EDIT_FORM)
    expect(form.locator("h2").first).to_be_visible()
    return form


@contextmanager
def saved(page: Page, what: str = "edit") -> Iterator[None]:
    """Wait until what is done inside has been answered, and said to be saved."""
    with page.expect_response(lambda answer: answer.url.endswith(f"/{what}")) as answered:
        yield
    assert answered.value.status == 200, answered.value.text()
    assert "refusals" not in answered.value.json(), answered.value.text()
    expect(by_id(page, ids.EDIT_SAVED)).to_contain_text("Saved ")


def press(form: Locator, group: str, words: str) -> None:
    """Press one of a group of segments, as a pointer does."""
    option = form.get_by_role("group", name=group, exact=True).get_by_role("radio", name=words)
    option.click()


def expect_pressed(form: Locator, group: str, words: str) -> None:
    """Check which of a group of segments is the present one."""
    option = form.get_by_role("group", name=group, exact=True).get_by_role("radio", name=words)
    expect(option).to_be_checked()


def plus(page: Page, track: str, area: str) -> Locator:
    """Find the "+" of a lane in an area of the map that is seen."""
    name = f"Add a person: {track}, {area}"
    return page.locator(f'.stage.now .plus[aria-label="{name}"]')
