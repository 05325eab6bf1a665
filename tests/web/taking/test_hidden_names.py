"""PDF and PNG in which names are hidden: nothing in them holds one, seen, spoken or told of it."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from relnet.web.taking import browser
from relnet.web.taking.browser import Draw
from relnet.web.taking.stop import Stop
from relnet.web.taking.takeaways import TAKEAWAYS, Takeaway
from relnet.web.taking.taken import Taken
from tests.find_office import find_office, words_of
from tests.web.taking.files import secrets_in
from tests.web.views import SAMPLES, look, sample

DRAWN = [item for item in TAKEAWAYS if item.address.endswith((".pdf", ".png"))]
PRINTED = [item for item in DRAWN if item.address.endswith("-a4.pdf")]
STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
WIDE = re.compile(rb"<FEFF([0-9A-F]*)>")

each_drawn = pytest.mark.parametrize("item", DRAWN, ids=lambda item: item.address)
each_printed = pytest.mark.parametrize("item", PRINTED, ids=lambda item: item.address)


class NotedTab:
    """Stands for a browser's tab, and notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def send_command(self, name: str, given: object = None) -> dict[str, Any]:
        self.asked.append(f"{name} {given}")
        return {"result": {"cssContentSize": {"width": 10, "height": 10}}}


def given_to_the_browser(item: Takeaway, key: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give all that a browser is told to draw a file in which names are hidden."""
    tab, pages = NotedTab(), []

    def note(page: str, draw: Draw, _stop: Stop) -> bytes:
        pages.append(page)
        # In a thread of its own, as the program does: this one may have a loop that runs.
        with ThreadPoolExecutor(1) as own:
            own.submit(lambda: asyncio.run(draw(tab))).result()  # type: ignore[arg-type] # a stand-in
        return b""

    monkeypatch.setattr(browser, "drawn", note)
    item.write(Taken(look(sample(key), 1, hidden=True), {}, 0))
    assert len(pages) == 1
    return "\n".join((*pages, *tab.asked))


@each_drawn
@pytest.mark.parametrize("key", SAMPLES)
def test_the_browser_is_told_no_hidden_name(
    key: str, item: Takeaway, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = given_to_the_browser(item, key, monkeypatch)
    assert secrets_in(told, sample(key).network.case) == []
    assert "Names are hidden" in told


def all_in(content: bytes, folder: Path) -> str:
    """Give the words of a PDF, and the texts that stand beside its pages: title, descriptions."""
    office = find_office()
    assert office, "there is no pdftotext: run make office"
    file = folder / "a.pdf"
    file.write_bytes(content)
    beside = WIDE.sub(
        lambda found: bytes.fromhex(found[1].decode()).decode("utf-16-be").encode("utf-8"),
        STREAM.sub(b"", content),
    )
    return words_of(office.pdftotext, file) + beside.decode("utf-8", "replace")


def printed(item: Takeaway, folder: Path, *, hidden: bool) -> str:
    return all_in(item.write(Taken(look(sample("amira"), 1, hidden=hidden), {}, 0)), folder)


@pytest.mark.browser
@each_printed
def test_a_pdf_holds_no_hidden_name(item: Takeaway, tmp_path: Path) -> None:
    told = printed(item, tmp_path, hidden=True)
    assert secrets_in(told, sample("amira").network.case) == []
    assert "Names are hidden" in told
    assert "/Title (The young person, as it was)" in told


@pytest.mark.browser
def test_names_that_are_shown_are_found_in_a_pdf(tmp_path: Path) -> None:
    (pages,) = (item for item in PRINTED if item.address == "pages-a4.pdf")
    told = printed(pages, tmp_path, hidden=False)
    assert {"Amira", "Kayla", "Marcus"} <= set(secrets_in(told, sample("amira").network.case))
    assert "/Title (Amira, as it was)" in told
    assert "Northfield: one of three tracks" in told.partition("/Alt (Foster placement, ")[2]
