"""Office files: their parts, and what must not be in them."""

import re
from html import unescape
from io import BytesIO
from zipfile import ZipFile

from relnet.case.models import Case
from tests.web.views import secret_words


def everything_in(content: bytes) -> str:
    """Give all parts of an Office file as one text."""
    with ZipFile(BytesIO(content)) as parts:
        return unescape(
            "\n".join(
                parts.read(name).decode()
                for name in parts.namelist()
                if name.endswith((".xml", ".rels"))
            )
        )


def secrets_in(text: str, case: Case) -> list[str]:
    """Give the names of a case that stand in a text as words of their own."""
    names = "|".join(map(re.escape, secret_words(case))) or "$^"
    return re.findall(rf"(?<!\w)(?:{names})(?!\w)", text)
