"""Reading a case from whatever file it stands in, by what is in the file."""

import re
from pathlib import PurePath

from relnet.case.models import Case
from relnet.case.reading import parse_case
from relnet.exchange.csv_reading import case_of_files
from relnet.exchange.packages import refuse, unpacked
from relnet.exchange.workbook_reading import OLD_OR_LOCKED, case_of_workbook, read_workbook
from relnet.wording import _

_ZIP = b"PK"
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[{\[]")


def read_any(content: bytes, file_name: str) -> Case:
    """Make a case of a file: a case file, an Excel workbook or a zip file of CSV files.

    Args:
        content: the bytes of the file, which say what it is.
        file_name: what it is called; asked only where its bytes say nothing.

    Raises:
        CaseFaults: it is none of them, or makes no case; with all faults.
    """
    if content.startswith(OLD_OR_LOCKED):
        return read_workbook(content)
    if content.startswith(_ZIP):
        return _read_package(content)
    suffix = PurePath(file_name).suffix.lower()
    if not _JSON.match(content) and suffix in (".csv", ".tsv", ".txt"):
        refuse(_("one CSV file is not a whole case; put the files of all sheets into a zip file"))
    return parse_case(content)


def _read_package(content: bytes) -> Case:
    parts = unpacked(content)
    names = {name.lower() for name in parts}
    if "mimetype" in names and "[content_types].xml" not in names:
        refuse(_("this is an OpenDocument file; save it as an Excel workbook (.xlsx)"))
    if any(name.endswith(".csv") for name in names):
        return case_of_files(parts)
    return case_of_workbook(parts)
