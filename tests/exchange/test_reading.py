"""A file is read by what is in it, whatever it is called."""

import io
import zipfile

import pytest

from relnet.case.writing import write_case
from relnet.exchange.csv_writing import write_csv_zip
from relnet.exchange.reading import read_any
from relnet.exchange.workbook_writing import write_workbook
from tests.case.small import parsed, small_case
from tests.exchange.filling import said_of

CASE = parsed(small_case())


@pytest.mark.parametrize("name", ["case.relnet.json", "case.xlsx", "case.zip", "", "case"])
@pytest.mark.parametrize(
    "content", [write_case(CASE).encode(), write_workbook(CASE), write_csv_zip(CASE)],
    ids=["json", "xlsx", "zip"],
)  # fmt: skip
def test_the_bytes_say_what_a_file_is(content: bytes, name: str) -> None:
    assert read_any(content, name) == CASE


def said(content: bytes, name: str) -> list[str]:
    """Give what is said of a file that makes no case."""
    return said_of(lambda data: read_any(data, name), content)


def test_one_csv_file_is_no_case() -> None:
    assert said(b"Name,Role\nMum,mother\n", "People.csv") == [
        "one CSV file is not a whole case; put the files of all sheets into a zip file"
    ]


def test_other_files_say_what_to_do() -> None:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert said(found.getvalue(), "case.ods") == [
        "this is an OpenDocument file; save it as an Excel workbook (.xlsx)"
    ]
    assert said(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "case.xls")[0].startswith(
        "this is an old Excel"
    )
    assert said(b"PK\x03\x04", "case.xlsx")[0].startswith("the file is damaged")
    assert said(b"%PDF-1.7", "case.pdf") == [
        "line 1, column 1: a value is missing here, or is not JSON"
    ]
    assert said(b"", "case.xlsx") == ["the file is empty"]
