"""Reading what a command is given: case files, spreadsheets, folders of either."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from relnet.case.messages import CaseFaults, RelnetError
from relnet.wording import _

if TYPE_CHECKING:
    from relnet.case.models import Case

_CASES = "*.relnet.json"
_TABLES = frozenset({".csv", ".ods", ".tsv", ".xls", ".xlsb", ".xlsm", ".xlsx", ".zip"})
"""Endings of what is read as a spreadsheet, or refused in the words for one."""


def case_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Give these paths; in the place of a folder the case files in it, where there are some.

    Raises:
        RelnetError: a folder holds neither case files nor CSV files, which make one case.
    """
    for path in paths:
        found = sorted(path.glob(_CASES)) if path.is_dir() else [path]
        if found:
            yield from found
        elif _has_tables(path):
            yield path
        else:
            raise RelnetError(
                _("{folder}: there is no case file (*.relnet.json) in this folder").format(
                    folder=path
                )
            )


def read_file(path: Path) -> "Case":
    """Read the case of a case file, an Excel workbook, or CSV files in a zip file or folder.

    Raises:
        CaseFaults: everything that is wrong with it.
    """
    from relnet.case.reading import read_case

    if _has_tables(path):
        from relnet.exchange.csv_reading import read_csv_folder

        return read_csv_folder(path)
    if path.suffix.lower() not in _TABLES or not path.is_file():
        return read_case(path)
    return _read_table(path)


def _has_tables(path: Path) -> bool:
    return path.is_dir() and any(file.suffix.lower() == ".csv" for file in path.glob("*"))


def _read_table(path: Path) -> "Case":
    from relnet.case.reading import MAX_BYTES, read_case
    from relnet.exchange.reading import read_any

    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError:
        return read_case(path)  # which tells why it cannot be opened
    return read_any(content, path.name)


def with_file(path: Path, faults: CaseFaults) -> str:
    """Tell faults one a line, each with the name of the file."""
    return "\n".join(f"{path}: {fault}" for fault in faults.faults)
