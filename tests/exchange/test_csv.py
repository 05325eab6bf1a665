"""A case as CSV files, as other programs write them."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from relnet.case.models import Case
from relnet.exchange.csv_reading import read_csv_folder, read_csv_zip
from relnet.exchange.csv_writing import case_frames, write_csv_zip
from relnet.exchange.packages import unpacked
from relnet.exchange.sheets import SHEETS
from tests.case.small import parsed, small_case
from tests.exchange.filling import said_of, with_parts

FILES = {
    "Case.csv": "What,Entry\nYoung person’s name,Amira\n",
    "People.csv": "Name,Role,Type\nMum,mother,family\n",
    "Areas.csv": "Name,Kind\nRiverside,Home\n",
    "Stages.csv": "Stage,Phase\nAt home,Before relocation\n",
    "Relationships by stage.csv": "Person,Stage,Status\nMum,At home,active\n",
}


def zipped(files: dict[str, str | bytes]) -> bytes:
    """Put files into a zip file."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return found.getvalue()


def read(**changed: str | bytes) -> Case:
    """Read the files, some of them changed."""
    return read_csv_zip(zipped({**FILES, **changed}))


def said(**changed: str | bytes) -> list[str]:
    """Give what is said of the files, some of them changed."""
    return said_of(read_csv_zip, zipped({**FILES, **changed}))


def test_there_is_one_file_for_each_sheet_with_the_same_headings() -> None:
    files = unpacked(write_csv_zip(parsed(small_case())))
    assert list(files) == [f"{sheet.title}.csv" for sheet in SHEETS]
    for sheet in SHEETS:
        content = files[f"{sheet.title}.csv"]
        assert content.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        headings = [column.heading for column in sheet.columns]
        told = [row[0] for row in rows[1:]] if sheet.form else rows[0]
        assert told == headings


def test_data_frames_have_the_headings_of_the_sheets() -> None:
    frame = case_frames(parsed(small_case()))["People"]
    assert list(frame["Name"]) == ["Mum", "Kayla", "Sam"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_sign_between_the_cells_is_found(delimiter: str, line_end: str) -> None:
    files: dict[str, str | bytes] = {
        name: text.replace(",", delimiter).replace("\n", line_end) for name, text in FILES.items()
    }
    assert read(**files) == read()


def test_a_mark_at_the_start_quotes_and_empty_lines_are_read_over() -> None:
    people = '\ufeff"Name","Role","Type"\n\n"Mum","a ""mother""\nat home",family\n,,\n'
    (mum,) = read(**{"People.csv": people}).people
    assert mum.role == 'a "mother"\nat home'


def test_files_may_lie_in_a_folder_and_have_the_names_of_the_case_file(tmp_path: Path) -> None:
    for name, text in FILES.items():
        short = "relationships.CSV" if name.startswith("Rel") else name.lower()
        (tmp_path / short).write_text(text, "utf-8")
    (tmp_path / "notes.txt").write_text("not read")
    assert read_csv_folder(tmp_path) == read()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    found = said_of(lambda _content: read_csv_folder(tmp_path / "none"), b"")
    assert found == [
        "the folder could not be read; check that it is there, and that you may read it"
    ]
    found = said_of(lambda _content: read_csv_folder(tmp_path), b"")
    assert found == ["there are no CSV files in it"]


def test_what_a_spreadsheet_would_run_has_an_apostrophe_in_the_file_alone() -> None:
    texts = ["=1+1", "+44", "-5", "@x", "'=1", " =1"]
    case = parsed(small_case(events=[{"text": text} for text in texts]))
    content = write_csv_zip(case)
    rows = list(csv.reader(io.StringIO(unpacked(content)["Events.csv"].decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == [f"'{text}" for text in texts]
    assert read_csv_zip(content) == case


def test_what_starts_like_a_formula_is_a_text_in_csv() -> None:
    assert read(**{"People.csv": "Name,Role,Type\nMum,=1+1,family\n"}).people[0].role == "=1+1"


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("People.csv", "Name,Role,Type\nMum,,family\n",
         "People, row 2, Role: missing; it must be there"),
        ("People.csv", "Name,Role,Type\nMum,mother,family,here\n",
         "People, row 2: there is no heading that relnet knows over column D"),
        ("People.csv", 'Name,Role,Type\nMum,"mother,family\n',
         "People, row 2: the quotes here do not match, or the cell is too long"),
        ("People.csv", b"Name,Role,Type\nZo\xeb,friend,peer\n",
         "People: not UTF-8; save it as “CSV UTF-8”"),
        ("Peeple.csv", "Name\nx\n",
         "Peeple: relnet knows no sheet of this name; did you mean 'People'?"),
        ("people.csv", "Name\nx\n",
         "people: there is another sheet for the same, 'People'; put them together"),
        ("People.csv", "Name,Role,Type\n" + "\n" * 20_000 + "x,x,peer\n",
         "People: something stands in row 20002; relnet reads the first 20000 rows"),
        ("People.csv", "Name,Role,Type\n" + "," * 99 + "x\n",
         "People: more than 60 columns; relnet knows no column so far right"),
        ("photo.png", b"x", "photo.png: no CSV file; take it out"),
    ],
)  # fmt: skip
def test_a_fault_names_the_file_the_row_and_the_column(
    name: str, text: str | bytes, fault: str
) -> None:
    assert fault in said(**{name: text})


def test_what_computers_add_to_zip_files_is_read_over() -> None:
    extra = {"__MACOSX/._People.csv": b"\x00\x05", "case/.DS_Store": b"x"}
    assert read(**extra) == read()
    inside: dict[str, str | bytes] = {f"case/{name}": text for name, text in FILES.items()}
    assert read_csv_zip(zipped(inside)) == read()


def test_a_zip_file_with_a_bomb_inside_is_refused() -> None:
    content = with_parts(zipped({}), **{"People.csv": b"," * 40_000_000})
    (fault,) = said_of(read_csv_zip, content)
    assert fault.startswith("People.csv: unpacks to more than a case can hold")
