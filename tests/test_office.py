"""LibreOffice opens what we write for Office, every page of it, with its words.

It is started once for all files, in a profile of its own: that takes most of the time.
"""

import re
import subprocess
import unicodedata
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation
from pptx.shapes.base import BaseShape
from pptx.shapes.group import GroupShape

from relnet.exchange.workbook_writing import write_workbook
from relnet.web.taking.deck import write_deck
from relnet.web.taking.minutes import write_minutes
from relnet.web.taking.sheet import write_sheet
from relnet.web.taking.story_deck import write_story_deck
from relnet.web.taking.taken import Taken
from tests.case.small import parsed
from tests.find_office import find_office, words_of
from tests.web.nasty import nasty_case
from tests.web.views import entry_of, look, sample

LONGEST = 240
_CUT = re.compile(r"\s+")

Pages = list[str]


def written() -> dict[str, bytes]:
    """Write every kind of Office file, and slides of a case with nasty names."""
    view = look(sample("amira"), 1)
    taken = Taken(view, {}, 0)
    return {
        "stages.pptx": write_deck(taken),
        "story.pptx": write_story_deck(taken),
        "nasty.pptx": write_deck(Taken(look(entry_of(parsed(nasty_case()))), {}, 0)),
        "sheet.docx": write_sheet(taken),
        "minutes.docx": write_minutes(taken),
        "case.xlsx": write_workbook(view.case),
    }


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return written()


@pytest.fixture(scope="module")
def pages(files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pages]:
    """Give the words of each page of each file, as LibreOffice prints it."""
    office = find_office()
    assert office, "there is no LibreOffice with pdftotext: run make office, or set OFFICE_PATH"
    folder = tmp_path_factory.mktemp("office")
    for name, content in files.items():
        (folder / name).write_bytes(content)
    profile = (folder / "profile").as_uri()
    words = (office.soffice, f"-env:UserInstallation={profile}", "--headless", "--norestore")
    kinds = ("--convert-to", "pdf", "--outdir", str(folder))
    subprocess.run(
        (*words, *kinds, *(str(folder / name) for name in files)),
        check=True,
        capture_output=True,
        timeout=LONGEST,
    )
    return {name: read(office.pdftotext, folder / name) for name in files}


def read(pdftotext: str, file: Path) -> Pages:
    told = words_of(pdftotext, file.with_suffix(".pdf"))
    return [whole(page) for page in told.split("\f")[:-1]]


def whole(text: str) -> str:
    """Give a text as it can be found wherever its lines were broken and its letters tied."""
    return _CUT.sub("", unicodedata.normalize("NFKC", text))


def missing(texts: Iterable[str], page: str) -> list[str]:
    """Give the words that do not stand on a page."""
    return [word for text in texts for word in text.split() if whole(word) not in page]


def texts_in(shapes: Iterable[BaseShape]) -> Iterable[str]:
    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from texts_in(shape.shapes)
        elif shape.has_text_frame:
            yield shape.text_frame.text  # type: ignore[attr-defined] # it has one


@pytest.mark.parametrize("name", ["stages.pptx", "story.pptx"])
def test_every_slide_is_a_page_with_all_its_words(
    name: str, files: Mapping[str, bytes], pages: Mapping[str, Pages]
) -> None:
    slides = list(Presentation(BytesIO(files[name])).slides)
    assert len(pages[name]) == len(slides)
    for slide, page in zip(slides, pages[name], strict=True):
        texts = list(texts_in(slide.shapes))
        assert any(texts)
        assert missing(texts, page) == []


def test_nasty_names_break_no_slide(files: Mapping[str, bytes], pages: Mapping[str, Pages]) -> None:
    # Signs that no font of the machine has are no words of a PDF: the slides are counted.
    assert len(pages["nasty.pptx"]) == len(Presentation(BytesIO(files["nasty.pptx"])).slides)
    assert all(pages["nasty.pptx"])


@pytest.mark.parametrize("name", ["sheet.docx", "minutes.docx"])
def test_a_document_has_all_its_words(
    name: str, files: Mapping[str, bytes], pages: Mapping[str, Pages]
) -> None:
    document = Document(BytesIO(files[name]))
    told = [part.text for part in document.paragraphs]
    told += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any(told)
    assert missing(told, "".join(pages[name])) == []


def test_a_sheet_for_a_meeting_is_no_book(pages: Mapping[str, Pages]) -> None:
    # Two or three in LibreOffice 7.4, by the fonts that are there.
    assert 1 <= len(pages["sheet.docx"]) <= 4
    assert 1 <= len(pages["minutes.docx"]) <= 4


def test_a_workbook_has_all_its_sheets(
    files: Mapping[str, bytes], pages: Mapping[str, Pages]
) -> None:
    book = load_workbook(BytesIO(files["case.xlsx"]))
    filled = [sheet for sheet in book if sheet.max_row > 1]
    assert len(pages["case.xlsx"]) >= len(filled)
    printed = "".join(pages["case.xlsx"])
    heads = [str(cell.value) for sheet in filled for cell in sheet[1] if cell.value is not None]
    assert missing(heads, printed) == []
