"""The workbook that a team fills in."""

import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from relnet.case.vocabulary import Status
from relnet.exchange.columns import Kind, Sheet
from relnet.exchange.example import example_case
from relnet.exchange.sheets import SHEETS
from relnet.exchange.spoken import spoken
from relnet.exchange.template import template, write_template
from relnet.exchange.workbook_reading import read_workbook
from relnet.exchange.workbook_writing import write_workbook
from tests.exchange.filling import faults_of

TABLES = [sheet for sheet in SHEETS if not sheet.form]


@pytest.fixture(scope="module")
def book() -> Workbook:
    """Open the template as a spreadsheet program does."""
    return openpyxl.load_workbook(io.BytesIO(template()))


def rule(book: Workbook, title: str, heading: str) -> DataValidation:
    """Give what helps with the cells of a column."""
    (cell,) = [cell for cell in book[title][1] if cell.value == heading]
    rules: list[DataValidation] = book[title].data_validations.dataValidation
    (found,) = [rule for rule in rules if f"{cell.column_letter}2" in rule.sqref]
    return found


def listed(book: Workbook, title: str, heading: str) -> list[object]:
    """Give the list that drops down in a column."""
    place = str(rule(book, title, heading).formula1)
    name, _mark, cells = place.rpartition("!")
    return [cell.value for (cell,) in book[name.strip("'")][cells]]


def test_the_sheets_stand_in_their_order(book: Workbook) -> None:
    assert book.sheetnames == ["Read me", *(sheet.title for sheet in SHEETS), "Words"]
    assert all(sheet.sheet_state == "visible" for sheet in book.worksheets)


@pytest.mark.parametrize("sheet", TABLES, ids=lambda sheet: sheet.key)
def test_a_sheet_is_empty_under_its_frozen_headings(book: Workbook, sheet: Sheet) -> None:
    page = book[sheet.title]
    assert [[cell.value for cell in row] for row in page] == [[c.heading for c in sheet.columns]]
    assert page.freeze_panes == "B2"
    assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)
    fitted = page.sheet_properties.pageSetUpPr
    assert fitted is not None
    assert fitted.fitToPage
    assert page.print_title_rows == "$1:$1"
    assert all(10 <= size.width <= 60 for size in page.column_dimensions.values())


@pytest.mark.parametrize("sheet", TABLES, ids=lambda sheet: sheet.key)
def test_every_column_has_its_note_and_holds_text_as_it_is_typed(
    book: Workbook, sheet: Sheet
) -> None:
    for number, column in enumerate(sheet.columns, 1):
        found = rule(book, sheet.title, column.heading)
        assert (found.prompt, found.promptTitle) == (column.note, column.heading[:32])
        assert len(column.note) < 256  # as much as a spreadsheet program shows
        letter = openpyxl.utils.get_column_letter(number)
        numbers = column.kind in (Kind.NUMBER, Kind.WHOLE)
        assert book[sheet.title].column_dimensions[letter].number_format == (
            "General" if numbers else "@"
        )


def test_closed_words_drop_down_and_nothing_else_may_stand_there(book: Workbook) -> None:
    assert listed(book, "Relationships by stage", "Status") == [spoken(word) for word in Status]
    assert listed(book, "Relationships by stage", "Strained") == ["yes", "no"]
    assert rule(book, "Relationships by stage", "Status").showErrorMessage


def test_the_names_of_the_sheets_drop_down_and_an_id_may_stand_there_too(book: Workbook) -> None:
    assert rule(book, "People", "Area").formula1 == "'Areas'!$A$2:$A$500"
    assert rule(book, "Relationships by stage", "Person").formula1 == "'People'!$A$2:$A$500"
    assert rule(book, "Uses", "Stage").formula1 == "'Stages'!$A$2:$A$500"
    assert not rule(book, "People", "Area").showErrorMessage


def test_the_first_sheet_explains_every_column_with_an_example(book: Workbook) -> None:
    lines = [[cell.value for cell in row] for row in book["Read me"].iter_rows(max_col=4)]
    told = {str(line[1]).removesuffix(" (must be there)"): line for line in lines}
    note = "What they are to the young person: mum, friend."
    assert told["Role"] == [None, "Role (must be there)", note, "mother"]
    headings = {column.heading for sheet in SHEETS for column in sheet.columns}
    assert headings <= told.keys()


def test_the_example_is_a_case_that_uses_every_sheet() -> None:
    case = example_case()
    assert "An invented case." in (case.about or "")
    assert read_workbook(write_workbook(case)) == case
    assert all((case.settings, case.uses, case.events, case.prompts, case.story))


def test_the_empty_template_says_what_is_missing() -> None:
    assert faults_of(template()) == [
        "Case, row 2, Young person’s name: missing; it must be there",
        "Areas: at least 1 entry must be there",
        "Stages: at least 1 entry must be there",
    ]


def test_it_is_written_to_a_path_or_a_stream(tmp_path: Path) -> None:
    write_template(tmp_path / "case.xlsx")
    stream = io.BytesIO()
    write_template(stream)
    for content in ((tmp_path / "case.xlsx").read_bytes(), stream.getvalue()):
        assert openpyxl.load_workbook(io.BytesIO(content)).sheetnames[0] == "Read me"
