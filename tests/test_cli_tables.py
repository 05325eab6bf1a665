"""Spreadsheets on the command line: the template, and files that are not JSON."""

import zipfile
from pathlib import Path

import pytest

from relnet.case.reading import read_case
from relnet.exchange.csv_writing import write_csv_zip
from relnet.exchange.workbook_writing import write_workbook
from relnet.resources import sample_cases_folder
from tests.test_cli import run

AMIRA = sample_cases_folder() / "amira.relnet.json"


@pytest.fixture
def tables(tmp_path: Path) -> dict[str, Path]:
    """Give the same case as a workbook, as a zip file of CSV files, and as a folder of them."""
    case = read_case(AMIRA)
    made = {"xlsx": tmp_path / "a.xlsx", "zip": tmp_path / "a.zip", "folder": tmp_path / "csv"}
    made["xlsx"].write_bytes(write_workbook(case))
    made["zip"].write_bytes(write_csv_zip(case))
    with zipfile.ZipFile(made["zip"]) as package:
        package.extractall(made["folder"])
    return made


@pytest.mark.parametrize("kind", ["xlsx", "zip", "folder"])
def test_a_spreadsheet_is_read_like_a_case_file(
    kind: str, tables: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(tables[kind])
    assert run("describe", str(AMIRA)) == 0
    expected = capsys.readouterr().out
    assert run("describe", file) == 0
    assert capsys.readouterr().out == expected
    assert run("check", file) == 0
    assert capsys.readouterr().out == f"{file}: no faults\n"
    assert run("import", file, "--data", str(tmp_path / "data")) == 0
    assert capsys.readouterr().out.startswith(f"{file}: kept as ")


def test_the_template_is_to_be_filled_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "case.xlsx"
    assert run("template", str(file)) == 0
    assert capsys.readouterr().out == f"saved {file}\n"
    assert run("check", str(file)) == 1
    assert f"{file}: Case, row 2, Young person’s name: " in capsys.readouterr().out
    assert run("import", str(file), "--data", str(tmp_path / "data")) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert f"{file}: Areas: " in told.err


def test_the_template_writes_over_nothing_unless_told_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "case.xlsx"
    file.write_text("mine")
    assert run("template", str(file)) == 1
    assert "is there already, so nothing was saved" in capsys.readouterr().err
    assert file.read_text() == "mine"
    assert run("template", str(file), "--force") == 0
    assert file.read_bytes().startswith(b"PK")


def test_the_template_is_an_excel_workbook(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("template", "case.ods") == 2
    assert "end the name of the file with .xlsx" in capsys.readouterr().err


def test_a_spreadsheet_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damaged, gone = tmp_path / "damaged.xlsx", tmp_path / "gone.xlsx"
    damaged.write_bytes(b"PK\x03\x04 and no more")
    assert run("check", str(damaged), str(gone)) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith(f"{damaged}: the file is damaged")
    assert told[1] == f"{gone}: there is no such file"


def test_case_files_of_a_folder_go_before_its_csv_files(
    tables: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    case = tables["folder"] / "mine.relnet.json"
    case.write_bytes(AMIRA.read_bytes())
    assert run("check", str(tables["folder"])) == 0
    assert capsys.readouterr().out == f"{case}: no faults\n"
