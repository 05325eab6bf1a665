"""Reading a case from a file that is named by its path, whatever kind of file it is.

Case files are read without what reads spreadsheets, which takes its time to be imported.
"""

from pathlib import Path

from relnet.case.models import Case
from relnet.case.reading import MAX_BYTES, read_case

TABLES = frozenset({".csv", ".ods", ".tsv", ".xls", ".xlsb", ".xlsm", ".xlsx", ".zip"})
"""Endings of what is read as a spreadsheet, or refused in the words for one."""


def read_path(path: Path) -> Case:
    """Read the case of a case file, an Excel workbook, or a zip file of CSV files.

    Raises:
        CaseFaults: everything that is wrong with it.
    """
    if path.suffix.lower() not in TABLES or not path.is_file():
        return read_case(path)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError:
        return read_case(path)  # which tells why it cannot be opened
    return read_content(content, path.name)


def read_content(content: bytes, file_name: str) -> Case:
    """Read the case of a file's bytes, whatever kind of file it is.

    Args:
        content: the bytes, which say what it is.
        file_name: what it is called; asked only where its bytes say nothing.

    Raises:
        CaseFaults: everything that is wrong with it.
    """
    from relnet.exchange.reading import read_any  # noqa: PLC0415 - slow, and not for case files

    return read_any(content, file_name)
