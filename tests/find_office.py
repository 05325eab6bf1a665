"""Find the LibreOffice that opens our Office files for the tests, and what reads its PDF."""

import os
import shutil
import sys
from dataclasses import dataclass


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


if __name__ == "__main__":
    sys.exit(0 if find_office() else 1)
