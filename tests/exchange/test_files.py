"""Reading a case from a file by its path, whatever kind of file it is."""

from pathlib import Path

import pytest

from relnet.case.messages import CaseFaults
from relnet.case.reading import MAX_BYTES
from relnet.case.writing import write_case
from relnet.exchange.csv_writing import write_csv_zip
from relnet.exchange.example import example_case
from relnet.exchange.files import read_content, read_path
from relnet.exchange.workbook_writing import write_workbook

CASE = example_case()
FILES = {
    "a.relnet.json": write_case(CASE).encode(),
    "a.xlsx": write_workbook(CASE),
    "a.ZIP": write_csv_zip(CASE),
}


@pytest.mark.parametrize("name", FILES)
def test_every_kind_is_read_by_path_and_by_content(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    assert read_path(path) == CASE
    assert read_content(FILES[name], "") == CASE


@pytest.mark.parametrize(
    ("content", "said"), [(None, "no such file"), (b" " * (MAX_BYTES + 1), "5 megabytes")]
)
def test_a_spreadsheet_that_cannot_be_read_is_told(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "a.xlsx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CaseFaults, match=said):
        read_path(path)


def test_a_folder_that_is_called_like_a_spreadsheet_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(CaseFaults, match="this is a folder"):
        read_path(tmp_path / "a.xlsx")
