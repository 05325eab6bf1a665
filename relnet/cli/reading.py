"""Reading what a command is given: case files, spreadsheets, folders of either."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from relnet.case.messages import CaseFaults, RelnetError
from relnet.wording import _

if TYPE_CHECKING:
    from relnet.case.models import Case

_CASES = "*.relnet.json"


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
    if _has_tables(path):
        from relnet.exchange.csv_reading import read_csv_folder

        return read_csv_folder(path)
    from relnet.exchange.files import read_path

    return read_path(path)


def read_sound(path: Path) -> "Case":
    """Read the case of a file for a command that does nothing where there are faults.

    Raises:
        RelnetError: everything that is wrong with it, each fault with the name of the file.
    """
    try:
        return read_file(path)
    except CaseFaults as faults:
        raise RelnetError(with_file(path, faults)) from faults


def _has_tables(path: Path) -> bool:
    return path.is_dir() and any(file.suffix.lower() == ".csv" for file in path.glob("*"))


def with_file(path: Path, faults: CaseFaults) -> str:
    """Tell faults one a line, each with the name of the file."""
    return "\n".join(f"{path}: {fault}" for fault in faults.faults)
