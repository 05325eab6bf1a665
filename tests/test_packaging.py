"""A fresh machine: what the wheel carries, what the lock files say, what make offers."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import relnet
from relnet.resources import assets_folder, sample_cases_folder

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
CARRIED = ("assets", "sample_cases")
_LOCKED = re.compile(
    r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9][0-9a-z.]*)"
    r"( ; [a-z_]+ [^/]+)?( --hash=sha256:[0-9a-f]{64})+"
)

needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")


@pytest.fixture(scope="session")
def unpacked_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", made],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = made.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(made / "unpacked")
    return made / "unpacked"


def files_below(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("folder", CARRIED)
def test_the_wheel_carries_what_the_checkout_has(unpacked_wheel: Path, folder: str) -> None:
    assert files_below(ROOT / folder)
    assert files_below(unpacked_wheel / "relnet" / folder) == files_below(ROOT / folder)


def test_the_wheel_holds_nothing_but_the_package(unpacked_wheel: Path) -> None:
    top = {path.name for path in unpacked_wheel.iterdir()}
    assert top == {"relnet", f"relnet-{relnet.__version__}.dist-info"}


def test_the_wheel_finds_its_files_from_any_folder(unpacked_wheel: Path, tmp_path: Path) -> None:
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            "from relnet import resources as r; print(r.assets_folder(), r.sample_cases_folder())",
        ],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(unpacked_wheel)},
        check=True,
        capture_output=True,
        text=True,
    )
    inside = unpacked_wheel / "relnet"
    assert found.stdout.strip() == f"{inside / 'assets'} {inside / 'sample_cases'}"


def test_a_checkout_finds_its_files() -> None:
    assert assets_folder() == ROOT / "assets"
    assert sample_cases_folder() == ROOT / "sample_cases"


def test_the_command_is_the_cli() -> None:
    (command,) = entry_points(group="console_scripts", name="relnet")
    assert command.value == "relnet.cli:main"
    assert callable(command.load())


def locked(lock: str) -> dict[str, str]:
    """Read the names and versions of a lock file; every line must be exact and hashed."""
    text = (ROOT / lock).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    entries = re.sub(r"\\\n\s*", "", "\n".join(lines)).splitlines()
    found = [_LOCKED.fullmatch(entry) for entry in entries]
    assert [e for e, match in zip(entries, found, strict=True) if match is None] == []
    return {match["name"]: match["version"] for match in found if match}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_no_path(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert re.findall(r"\S*(?://|index|find-links|trusted-host|[ =]/)\S*", text) == []
    assert locked(lock)


def test_the_two_locks_agree() -> None:
    run, dev = (locked(lock) for lock in LOCKS)
    assert run.items() <= dev.items()


def test_the_locks_meet_the_lower_bounds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    versions = locked("requirements-dev.lock")
    for text in [*project["project"]["dependencies"], *groups["build"], *groups["dev"]]:
        if isinstance(text, str):
            wanted = Requirement(text)
            assert wanted.specifier.contains(versions[wanted.name]), text


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Call make as a reader would, also when these tests run inside ``make test``."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", *arguments],  # noqa: S607 (the reader's own make)
        cwd=ROOT,
        env=outside,
        check=False,
        capture_output=True,
        text=True,
    )


@needs_make
def test_make_help_lists_every_target() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert phony
    listed = re.findall(r"^ +make ([a-z]+) +\S", make("help").stdout, re.MULTILINE)
    assert sorted(listed) == sorted(phony[1].split())


@needs_make
def test_every_listed_target_can_be_made() -> None:
    for target in re.findall(r"^ +make ([a-z]+)", make("help").stdout, re.MULTILINE):
        assert make("--dry-run", target).returncode == 0, target


@needs_make
def test_an_old_python_gets_one_clear_line(tmp_path: Path) -> None:
    old = tmp_path / "python3.9"
    old.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    old.chmod(0o755)
    answer = make("run", f"PYTHON={old}", f"VENV={tmp_path / 'new'}")
    assert answer.returncode != 0
    assert answer.stderr.splitlines()[0] == (
        f"relnet needs Python 3.11 or later, and '{old}' is older. "
        "Name another: make PYTHON=python3.12 run"
    )


def test_the_build_server_calls_make_test_and_nothing_else() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    (command,) = [line for line in script.splitlines() if line and not line.startswith("#")]
    assert command.endswith("&& exec make test")


def test_the_citation_names_the_paper_and_this_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"\nversion: {relnet.__version__}\n" in citation
    assert "doi: 10.1007/s42448-021-00106-5" in citation
