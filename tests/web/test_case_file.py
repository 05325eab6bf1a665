"""A case as a file: what it is called."""

import re

import pytest

from relnet.web.case_file import FILE_KINDS, file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Amira, as it was", "Amira-as-it-was.zip"),
        ("Zoë’s case", "Zoes-case.zip"),
        ("../../etc/passwd", "etc-passwd.zip"),
        ("C:\\temp\\x", "C-temp-x.zip"),
        ('a"; filename="b.exe', "a-filename-b-exe.zip"),
        ("line\r\nSet-Cookie: x", "line-Set-Cookie-x.zip"),
        ("…", "case.zip"),
        ("Справа", "case.zip"),
        ("con", "case-con.zip"),
        ("LPT1", "case-LPT1.zip"),
        ("x" * 400, "x" * 60 + ".zip"),
        ("-rf", "rf.zip"),
        ("\u202egpj", "gpj.zip"),
    ],
)
def test_a_file_is_called_after_its_title_as_every_system_takes_it(title: str, name: str) -> None:
    assert file_name(title, ".zip") == name


def test_every_kind_has_its_own_ending() -> None:
    endings = [kind.ending for kind in FILE_KINDS.values()]
    assert len(set(endings)) == len(endings)
    assert all(re.fullmatch(r"(\.[a-z]+)+", ending) for ending in endings)
