"""Two windows on one case, trouble with the server, and going back in the history."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket

import pytest
from playwright.sync_api import Browser, Page, expect

from relnet.case.models import Case, State
from relnet.case.vocabulary import TEAM, Strength
from relnet.editing.operations import read_operation
from relnet.editing.perform import perform
from relnet.storage.contract import Editor, Library
from relnet.storage.opening import open_library
from relnet.web import ids
from tests.browser.case_page import by_id, mark_on_map, open_case, wait_for_query
from tests.browser.conftest import serving
from tests.browser.editing_page import (
    FOSTER,
    KAYLA,
    expect_pressed,
    keep_amira,
    open_editing,
    press,
    saved,
    window,
)

pytestmark = pytest.mark.browser

SOON = 10_000
KIM = Editor("kim-" * 8, "Kim")
REFUSED = "net::ERR_CONNECTION_REFUSED"


@pytest.fixture
def server(library: Library) -> Iterator[str]:
    """Serve a library."""
    with serving(library=library) as address:
        yield address


@pytest.fixture
def key(library: Library) -> str:
    return keep_amira(library)


@pytest.fixture
def windows(browser: Browser, server: str) -> Iterator[tuple[Page, Page]]:
    """Open two windows, of Sam and of Kim; neither says anything to its console."""
    with window(browser, server, "Sam") as one, window(browser, server, "Kim") as other:
        yield one.page, other.page
        for watched in (one, other):
            assert watched.console == []
            assert watched.foreign == []


def kayla_in(library: Library, key: str) -> State:
    """Give what the team says of Kayla at the foster placement."""
    ties = library.get(key).case.relationships
    states = next(tie for tie in ties if tie.from_ == "kayla" and tie.with_young_person).states
    return next(state for state in states if (state.stage, state.perspective) == ("foster", TEAM))


def test_two_windows_keep_both_edits_and_see_them(
    windows: tuple[Page, Page], library: Library, key: str
) -> None:
    sam, kim = windows
    forms = [open_editing(page, key, f"{FOSTER}&chosen={KAYLA}") for page in windows]
    with saved(sam):
        press(forms[0], "Strength", "weak")
    expect(
        forms[1].get_by_role("group", name="Strength").get_by_role("radio", name="weak")
    ).to_be_checked(timeout=SOON)
    expect(by_id(kim, ids.EDIT_NOTICES)).to_contain_text("Sam: ")
    with saved(kim):
        press(forms[1], "Strained", "yes")
    expect(
        forms[0].get_by_role("group", name="Strained").get_by_role("radio", name="yes")
    ).to_be_checked(timeout=SOON)
    expect_pressed(forms[0], "Strength", "weak")
    mark = f'.stage.now [data-ref="{KAYLA}"][role="button"]'
    spoken = [page.locator(mark).get_attribute("aria-label") for page in windows]
    assert spoken[0] == spoken[1]
    state = kayla_in(library, key)
    assert (state.strength, state.strained) == (Strength.WEAK, True)


def test_where_both_edit_the_same_both_are_told_and_the_other_value_can_be_put_back(
    windows: tuple[Page, Page], library: Library, key: str
) -> None:
    sam, kim = windows
    forms = [open_editing(page, key, f"{FOSTER}&chosen={KAYLA}") for page in windows]
    # Kim's window hears of nothing before she edits.
    kim.route("**/news", lambda route: route.fulfill(json={}))
    with saved(sam):
        press(forms[0], "Strength", "weak")
    with saved(kim):
        press(forms[1], "Strength", "strong")
    told = by_id(kim, ids.EDIT_NOTICES)
    expect(told).to_contain_text("Sam changed the same a moment ago")
    expect(told).to_contain_text("Yours stands now.")
    expect(by_id(sam, ids.EDIT_NOTICES)).to_contain_text("Theirs stands now.", timeout=SOON)
    expect_pressed(forms[0], "Strength", "strong")
    by_id(sam, ids.EDIT_NOTICES).get_by_role("link", name="See it in the history").click()
    sam.wait_for_url("**/history#version-2")
    with sam.expect_navigation():
        sam.get_by_role("button", name="Make the edit of version 2 again").click()
    expect(sam.locator(".version-words").first).to_contain_text("Made again")
    assert kayla_in(library, key).strength is Strength.WEAK


def test_many_new_stages_of_a_colleague_come_in_their_order(
    windows: tuple[Page, Page], library: Library, key: str
) -> None:
    for number in range(4):
        add_stage(library, key, f"More {number}")
    sam, _kim = windows
    open_editing(sam, key)
    for number in range(3):
        add_stage(library, key, f"Later {number}")
    stages = len(library.get(key).case.stages)
    expect(sam.locator(".stop")).to_have_count(stages)
    places = sam.locator(".stages > .stage").evaluate_all("all => all.map(e => e.dataset.stage)")
    assert places == [str(number) for number in range(stages)]
    for number in range(stages - 2):
        by_id(sam, ids.STEP_ON).click()
        expect(sam.locator(".stage.now")).to_have_attribute("data-stage", str(number + 2))
    expect(sam.locator(".stage-panel:not([hidden]) h2")).to_have_text("Later 2")


def test_the_stage_that_is_looked_at_stays_where_a_colleague_adds_one_before(
    windows: tuple[Page, Page], library: Library, key: str
) -> None:
    sam, _kim = windows
    form = open_editing(sam, key)
    title = form.locator("h2").first.inner_text()
    add_stage(library, key, "Long before", behind=False)
    expect(sam.locator(".stop.now .stop-name")).to_have_text(title)
    wait_for_query(sam, "?stage=3&edit=1")
    expect(sam.locator(".stage.now")).to_have_attribute("data-stage", "2")
    expect(form.locator("h2").first).to_have_text(title)
    expect(by_id(sam, ids.RAIL)).to_have_attribute("aria-valuenow", "3")


def add_stage(library: Library, key: str, label: str, *, behind: bool = True) -> None:
    """Add a stage as a colleague does: the last one, or the first."""
    last = library.get(key).case.stages[-1].id
    phase = "after" if behind else "before"
    values = {"do": "add_stage", "label": label, "phase": phase, "behind": last if behind else None}
    operation = read_operation(values)
    library.edit(key, lambda case: perform(case, operation), values, KIM)


def test_another_title_is_that_of_the_window_too(
    windows: tuple[Page, Page], library: Library, key: str
) -> None:
    sam, _kim = windows
    open_editing(sam, key, FOSTER)
    values = {"do": "set_case", "fields": {"title": "Amira & all"}}
    operation = read_operation(values)
    library.edit(key, lambda case: perform(case, operation), values, KIM)
    expect(sam).to_have_title("Amira & all · relnet", timeout=SOON)


def test_an_older_version_is_looked_at_and_restored(
    windows: tuple[Page, Page], library: Library, key: str
) -> None:
    sam, kim = windows
    form = open_editing(sam, key, f"{FOSTER}&chosen={KAYLA}")
    kims = open_editing(kim, key, f"{FOSTER}&chosen={KAYLA}")
    with saved(sam):
        press(form, "How it stands", "ended")
    expect_pressed(kims, "How it stands", "ended")
    sam.get_by_role("link", name="History").click()
    expect(sam.locator(".version")).to_have_count(2)
    expect(sam.locator(".version-words").first).to_contain_text("Kayla: broken → ended")
    sam.get_by_role("link", name="Look at version 1").click()
    line = sam.locator(".version-line")
    expect(line).to_contain_text("version 1 of 2")
    expect(line.get_by_role("button", name="Restore")).to_be_in_viewport(ratio=1)
    sam.get_by_role("link", name="Back to now").click()
    expect(sam).to_have_url(re.compile(rf"/case/{key}(\?|$)"))
    expect(line).to_have_count(0)
    sam.go_back()
    expect(by_id(sam, ids.EDIT)).to_have_count(0)
    sam.go_back()
    sam.get_by_role("link", name="Compare version 1 with now").click()
    expect(sam.locator(".compared")).to_contain_text("From version 1 to version 2")
    expect(sam.locator(".compared")).to_contain_text("Kayla")
    with sam.expect_navigation():
        sam.get_by_role("button", name="Restore version 1").click()
    expect(sam.locator(".version-words").first).to_have_text("Restored version 1")
    assert library.get(key).case == library.at(key, 1)
    expect_pressed(kims, "How it stands", "broken")


def test_a_case_that_is_deleted_meanwhile_is_told_once(
    browser: Browser, server: str, library: Library, key: str
) -> None:
    with window(browser, server, "Sam") as watched:
        page = watched.page
        form = open_editing(page, key, f"{FOSTER}&chosen={KAYLA}")
        library.delete(key)
        notices = by_id(page, ids.EDIT_NOTICES)
        expect(notices).to_contain_text("not in the library any more", timeout=SOON)
        for _ in range(2):
            with page.expect_response("**/news"):
                pass
        expect(notices.locator(".edit-notice")).to_have_count(1)
        press(form, "Strength", "weak")
        expect(by_id(page, ids.EDIT_SAVED)).to_contain_text("not in the library any more")
        library.delete(key, deleted=False)
        with saved(page):
            press(form, "Strength", "steady")
    library.delete(key)
    library.purge(key)


@contextmanager
def started(data: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Start the real server on a port, and stop it at the end."""
    words = ["serve", "--no-browser", "--port", str(port), "--data", str(data)]
    with subprocess.Popen(
        [sys.executable, "-m", "relnet", *words], stdout=subprocess.PIPE
    ) as server:
        assert server.stdout is not None
        while b"http://" not in server.stdout.readline():
            assert server.poll() is None
        yield server
        server.kill()


@pytest.mark.skipif(os.name == "nt", reason="the server is killed by a signal here")
def test_nothing_is_lost_where_the_server_stops(browser: Browser, tmp_path: Path) -> None:
    library = open_library(None, tmp_path)
    key = keep_amira(library)
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with window(browser, f"http://127.0.0.1:{port}", "Sam") as watched:
        page = watched.page
        with started(tmp_path, port) as server:
            form = open_editing(page, key, f"{FOSTER}&chosen={KAYLA}")
            form.locator("summary", has_text="About Kayla").click()
            server.send_signal(signal.SIGKILL)
            server.wait()
        press(form, "Strength", "weak")
        shown = by_id(page, ids.EDIT_SAVED)
        expect(shown).to_contain_text("Not saved.")
        name = form.locator('[data-fold] input[name="name"]')
        name.fill("Kay")
        name.press("Enter")
        expect(shown).to_contain_text("Not saved.")
        expect(name).to_have_value("Kay")
        assert library.line(key).number == 1
        with started(tmp_path, port):
            expect(shown).to_contain_text("Saved ")
            expect(form.locator("h2").first).to_have_text("Kay")
            expect(mark_on_map(page, KAYLA)).to_contain_text("Kay")
            expect_pressed(form, "Strength", "weak")
        assert library.line(key).number == 3
        assert watched.foreign == []
        assert [line for line in watched.console if REFUSED not in line] == []
    library.close()


def test_a_story_goes_on_where_a_colleague_takes_its_stages(
    windows: tuple[Page, Page], library: Library, key: str
) -> None:
    sam, _kim = windows
    told = sam.locator(".story-step:not([hidden])")
    shown = sam.locator(".stages > .now")
    open_case(sam, f"{key}?story=9")
    expect(sam.locator('.stages > .near[data-step="11"]')).to_be_attached()
    title = told.locator("h1").inner_text()
    stage = library.get(key).case.story[8].stage
    assert stage is not None

    def edit_as_kim(values: dict[str, object]) -> Case:
        operation = read_operation(values)
        library.edit(key, lambda case: perform(case, operation), values, KIM)
        return library.get(key).case

    edits: list[dict[str, object]] = [
        {"do": "remove_stage", "stage": library.get(key).case.stages[-1].id},
        {"do": "add_stage", "label": "Earlier", "phase": "before", "behind": None},
    ]
    for values in edits:
        case = edit_as_kim(values)
        there = [each.id for each in case.stages].index(stage)
        count = str(len(case.stages))
        expect(by_id(sam, ids.TIMELINE)).to_have_attribute("data-stages", count, timeout=SOON)
        expect(shown).to_have_attribute("data-stage", str(there))
        # Lit once more, from the stages as they are by now.
        expect(shown).to_have_attribute("data-step", "9")
        expect(shown.locator(".kind-member.lit").first).to_be_attached()
        expect(told.locator("h1")).to_have_text(title)
    sam.keyboard.press("PageDown")
    expect(told.locator(".story-count")).to_contain_text("10 of")
    sam.keyboard.press("End")
    sam.keyboard.press("Escape")
    expect(told).not_to_be_visible()
    assert sam.locator(".stages > [data-step], .soon").count() == 0
