"""Find the LibreOffice that opens our Office files for the tests, and what reads its PDF."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Office:
    """The two programs: one turns an Office file into a PDF, one gives the words of a PDF."""

    soffice: str
    pdftotext: str


def find_office() -> Office | None:
    """Look where ``OFFICE_PATH`` says, and on the search path; None where one is missing."""
    named = os.environ.get("OFFICE_PATH")
    soffice = shutil.which(named) if named else shutil.which("soffice")
    pdftotext = shutil.which("pdftotext")
    return Office(soffice, pdftotext) if soffice and pdftotext else None


def words_of(pdftotext: str, file: Path) -> str:
    """Give the words of a PDF, with a form feed after each page."""
    return subprocess.run(
        (pdftotext, "-enc", "UTF-8", str(file), "-"),
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout


if __name__ == "__main__":
    sys.exit(0 if find_office() else 1)
