"""The commands on the library: list, import, export, backup, purge."""

import io
import json
import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest

from relnet.case.models import Case
from relnet.case.reading import read_case
from relnet.resources import sample_cases_folder
from relnet.storage.contract import Editor, Kind, Library, LibraryTrouble, NoSuchCase, Version
from relnet.storage.opening import data_folder, open_library
from tests.test_cli import run

SAMPLES = sorted(sample_cases_folder().glob("*.relnet.json"))
AMIRA = sample_cases_folder() / "amira.relnet.json"
ANN = Editor("key-of-ann", "Ann")
NOWHERE = "0" * 32

Found = TypeVar("Found")

needs_rights = pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of a library of the test's own, where there is none yet."""
    folder = tmp_path / "data"
    monkeypatch.setenv("RELNET_DATA", str(folder))
    return folder


@pytest.fixture
def kept(data: Path) -> str:
    """Keep a case, and give its id."""
    with closing(open_library(None, data)) as library:
        return library.create(read_case(AMIRA), ANN).line.id


def in_library(data: Path, look: Callable[[Library], Found]) -> Found:
    """Look something up in the library of a folder."""
    with closing(open_library(None, data)) as library:
        return look(library)


def titles(library: Library, ids: list[str]) -> list[str]:
    """Give the titles of cases."""
    return [library.get(case_id).case.title for case_id in ids]


def first_versions(library: Library) -> list[Version]:
    """Give the first version of each case."""
    return [library.history(line.id)[-1] for line in library.lines()]


def titled(title: str) -> Case:
    """Give a case of this name."""
    return read_case(AMIRA).model_copy(update={"title": title})


def test_no_test_comes_near_the_users_own_library() -> None:
    assert "RELNET_STORE" not in os.environ
    assert data_folder(None) == Path(os.environ["RELNET_DATA"])


@pytest.mark.parametrize(
    "words", [("list",), ("export", "ab", "--out", "a.xlsx"), ("backup", "b"), ("purge", "ab")]
)
def test_a_library_that_there_is_not_is_told_and_not_made(
    words: tuple[str, ...], data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == 2
    assert capsys.readouterr().err.startswith(f"There is no library in '{data}' yet. ")
    assert not data.exists()


def test_a_file_in_the_place_of_the_folder(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data.write_text("not a folder")
    assert run("list") == 2
    assert run("import", str(AMIRA)) == 1
    assert "relnet cannot open the file of the library." in capsys.readouterr().err


def test_list_tells_the_cases_the_one_changed_last_first(
    kept: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer = in_library(data, lambda library: library.create(titled("Zo\x1b[31m"), ANN).line.id)
    assert run("list") == 0
    head, first, second = capsys.readouterr().out.splitlines()
    assert head.split() == ["id", "changed", "by", "title"]
    assert first.startswith(f"{newer}  20")
    assert first.endswith("  Ann  Zo\\x1b[31m")
    assert second.startswith(kept)
    assert head.index("title") == first.index("Zo") == second.index("Amira")


def test_list_as_json(kept: str, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = in_library(data, lambda library: library.archive(kept))
    assert run("list", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run("list", "--json", "--archived") == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "id": kept,
            "title": line.title,
            "version": 1,
            "created_at": line.created_at.isoformat(),
            "changed_at": line.changed_at.isoformat(),
            "changed_by": "Ann",
            "archived": True,
            "deleted_at": None,
        }
    ]


def test_list_of_those_that_are_deleted(
    kept: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_library(data, lambda library: library.delete(kept))
    assert run("list") == 0
    assert capsys.readouterr() == ("", "no cases\n")
    assert run("list", "--deleted") == 0
    assert kept in capsys.readouterr().out
    assert run("list", "--deleted", "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["deleted_at"].endswith("+00:00")
    assert run("list", "--deleted", "--archived") == 2


def test_import_keeps_each_case_as_a_new_one(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", *map(str, SAMPLES)) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.rpartition(": kept as ")[0] for line in told] == [str(path) for path in SAMPLES]
    ids = [line.split()[-1] for line in told]
    assert in_library(data, lambda library: titles(library, ids)) == [
        read_case(path).title for path in SAMPLES
    ]
    assert run("import", str(AMIRA)) == 0
    assert len(in_library(data, lambda library: library.lines())) == len(SAMPLES) + 1


def test_import_of_a_folder_of_case_files(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", str(sample_cases_folder())) == 0
    assert len(in_library(data, lambda library: library.lines())) == len(SAMPLES)
    (tmp_path / "empty").mkdir()
    assert run("import", str(AMIRA), str(tmp_path / "empty")) == 1
    assert "there is no case file (*.relnet.json) in this folder" in capsys.readouterr().err
    assert len(in_library(data, lambda library: library.lines())) == len(SAMPLES)


def test_import_tells_all_faults_and_keeps_nothing_of_that_file(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = json.loads(AMIRA.read_text("utf-8"))
    case["stages"][0]["area"] = "rivreside"
    case["people"][0]["typ"] = case["people"][0].pop("type")
    broken = tmp_path / "broken.relnet.json"
    broken.write_text(json.dumps(case), "utf-8")
    gone = tmp_path / "gone.relnet.json"
    assert run("import", str(broken), str(AMIRA), str(gone)) == 1
    caught = capsys.readouterr()
    assert caught.out.startswith(f"{AMIRA}: kept as ")
    assert f"{broken}: stages[0].area: no area 'rivreside'" in caught.err
    assert f"{broken}: people[0].typ: " in caught.err
    assert f"{gone}: there is no such file" in caught.err
    assert len(in_library(data, lambda library: library.lines())) == 1


def test_each_import_is_told_as_the_command_lines_under_a_key_of_its_own(data: Path) -> None:
    assert run("import", str(AMIRA), str(AMIRA)) == 0
    made = in_library(data, first_versions)
    assert {(version.kind, version.by.name) for version in made} == {(Kind.CREATED, "Command line")}
    keys = {version.by.key for version in made}
    assert len(keys) == 2
    assert min(map(len, keys)) > 20


@pytest.mark.parametrize("name", ["out.relnet.json", "OUT.XLSX", "out.zip"])
def test_export_gives_a_file_that_is_the_case_again(
    name: str, kept: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / name
    assert run("export", kept, "--out", str(out)) == 0
    assert capsys.readouterr().out == f"saved {out}\n"
    assert run("check", str(out)) == 0
    assert run("import", str(out)) == 0
    again = capsys.readouterr().out.split()[-1]
    case = in_library(data, lambda library: library.get(kept).case)
    assert in_library(data, lambda library: library.get(again).case) == case


@needs_rights
def test_what_is_saved_is_for_its_owner_alone(kept: str, tmp_path: Path) -> None:
    made = [tmp_path / name for name in ("a.relnet.json", "a.xlsx", "b.sqlite3")]
    assert [run("export", kept, "--out", str(out)) for out in made[:2]] == [0, 0]
    assert run("backup", str(made[2])) == 0
    assert {path.stat().st_mode & 0o777 for path in made} == {0o600}


def test_export_writes_over_nothing_unless_told_to(
    kept: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mine.relnet.json"
    out.write_text("mine")
    assert run("export", kept, "--out", str(out)) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"'{out}' is there already, so nothing was saved.")
    assert "--force" in told
    assert out.read_text() == "mine"
    assert run("export", kept, "--out", str(out), "--force") == 0
    assert read_case(out).title == read_case(AMIRA).title
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "mine.relnet.json"]


def test_export_of_a_case_that_there_is_not(
    kept: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kept != NOWHERE
    assert run("export", NOWHERE, "--out", str(tmp_path / "a.zip")) == 2
    told = capsys.readouterr().err
    assert told == (
        f"The library has no case '{NOWHERE}'. 'relnet list' tells those that it has.\n"
    )


def test_export_wants_an_ending_that_it_knows(
    kept: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", kept, "--out", "case.odt") == 2
    assert "end the name of the file with .html, .relnet.json, .svg," in capsys.readouterr().err


def test_export_into_a_folder_that_is_not_there(
    kept: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "none" / "a.relnet.json"
    assert run("export", kept, "--out", str(out)) == 1
    assert f"cannot write '{out}': " in capsys.readouterr().err


def test_a_backup_is_a_library(
    kept: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "copy"
    folder.mkdir()
    copy = folder / "library.sqlite3"
    with closing(open_library(None, data)):  # somebody else has it open
        assert run("backup", str(copy)) == 0
    assert capsys.readouterr().out == f"saved {copy}\n"
    assert [path.name for path in folder.iterdir()] == ["library.sqlite3"]
    assert run("list", "--data", str(folder)) == 0
    assert kept in capsys.readouterr().out
    assert run("backup", str(copy)) == 1
    assert capsys.readouterr().err == (
        f"'{copy}' is there already, so nothing was saved. Choose another name.\n"
    )


def test_a_backup_that_did_not_come_to_its_end_leaves_nothing(
    kept: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Full:
        """A library whose copy finds no room."""

        def backup(self, path: Path) -> None:
            path.write_bytes(b"half of it")
            raise LibraryTrouble("no room")

        def close(self) -> None:
            pass

    monkeypatch.setattr("relnet.storage.opening.open_library", lambda *_: Full())
    assert run("backup", str(tmp_path / "copy")) == 1
    assert capsys.readouterr().err == "no room\n"
    assert [path.name for path in tmp_path.iterdir()] == ["data"], kept


class Terminal(io.StringIO):
    """Somebody at a terminal, who has typed this."""

    def isatty(self) -> bool:
        return True


def test_purge_asks_and_removes_every_byte(
    kept: str, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mark = "Xylophonia-Q"
    in_library(
        data, lambda library: library.edit(kept, lambda _case: titled(mark), {"op": "x"}, ANN)
    )
    assert mark.encode() in whole(data)
    monkeypatch.setattr(sys, "stdin", Terminal(" Yes\n"))
    assert run("purge", kept) == 0
    told = capsys.readouterr().out
    assert f"This removes '{mark}' with its 2 versions for good." in told
    assert f"'{mark}' is gone from the library, with its 2 versions." in told
    assert mark.encode() not in whole(data)
    with pytest.raises(NoSuchCase):
        in_library(data, lambda library: library.get(kept))


def whole(data: Path) -> bytes:
    """Give the bytes of all files of a folder."""
    return b"".join(path.read_bytes() for path in data.iterdir())


@pytest.mark.parametrize("answer", ["no\n", "y\n", "\n", ""])
def test_purge_wants_a_plain_yes(
    answer: str,
    kept: str,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    assert run("purge", kept) == 1
    caught = capsys.readouterr()
    assert "with its 1 version for good" in caught.out
    assert caught.err == "Nothing was removed.\n"
    assert in_library(data, lambda library: library.get(kept).line.number) == 1


def test_purge_with_nobody_to_ask(
    kept: str, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\n"))
    assert run("purge", kept) == 2
    assert "There is nobody to ask, so nothing was removed." in capsys.readouterr().err
    assert in_library(data, lambda library: library.get(kept).line.number) == 1
    assert run("purge", kept, "--yes") == 0
    assert "is gone from the library, with its 1 version." in capsys.readouterr().out


def test_purge_of_a_deleted_case_and_of_none(
    kept: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_library(data, lambda library: library.delete(kept))
    assert run("purge", kept, "--yes") == 0
    assert run("purge", kept, "--yes") == 2
    assert f"The library has no case '{kept}'." in capsys.readouterr().err
