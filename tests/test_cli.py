"""The command ``relnet``: what each command prints, its exit status, and that it is told of."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from relnet import __version__
from relnet.case.messages import RelnetError
from relnet.case.names import Names
from relnet.cli import main, make_parser
from relnet.figures import export
from relnet.network.graph import CaseNetwork
from relnet.resources import sample_cases_folder

AMIRA = str(sample_cases_folder() / "amira.relnet.json")
ROOT = Path(__file__).resolve().parent.parent
COMMANDS = (
    "backup",
    "check",
    "describe",
    "export",
    "figure",
    "import",
    "list",
    "measures",
    "purge",
    "schema",
    "serve",
    "template",
)
HEAVY = ("dash", "plotly", "pandas", "networkx", "flask", "sqlalchemy", "openpyxl")


def run(*words: str) -> int:
    """Run a command in this process and give its exit status, however it ends."""
    try:
        return main(words)
    except SystemExit as left:
        return int(left.code or 0)


@pytest.fixture
def broken_file(tmp_path: Path) -> Path:
    """Give a case file with two faults."""
    case = json.loads(Path(AMIRA).read_text("utf-8"))
    case["stages"][0]["area"] = "rivreside"
    case["people"][0]["typ"] = case["people"][0].pop("type")
    path = tmp_path / "broken.relnet.json"
    path.write_text(json.dumps(case), "utf-8")
    return path


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 2
    told = capsys.readouterr().err
    assert all(f"  {command} " in told for command in COMMANDS)
    assert "relnet check my-case.relnet.json" in told


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"relnet {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, "--help") == 0
    assert f"usage: relnet {command}" in capsys.readouterr().out


def test_the_readme_names_each_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    subparsers = next(a for a in make_parser()._actions if a.dest == "command")  # noqa: SLF001 - argparse tells its commands nowhere else
    assert tuple(sorted(subparsers.choices or ())) == COMMANDS
    assert [command for command in COMMANDS if f"relnet {command}" not in readme] == []


def test_check_of_a_good_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", AMIRA) == 0
    assert capsys.readouterr().out == f"{AMIRA}: no faults\n"


def test_check_tells_each_fault_on_a_line(
    broken_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", str(broken_file), AMIRA) == 1
    *faults, good = capsys.readouterr().out.splitlines()
    assert any(
        line.startswith(f"{broken_file}: stages[0].area: ") and "'riverside'" in line
        for line in faults
    )
    assert any(line.startswith(f"{broken_file}: people[0].typ: ") for line in faults)
    assert all(line.startswith(f"{broken_file}: ") for line in faults)
    assert good == f"{AMIRA}: no faults"


def test_check_of_a_folder_takes_its_case_files(
    broken_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (broken_file.parent / "notes.json").write_text("{}", "utf-8")
    assert run("check", str(broken_file.parent)) == 1
    assert "notes.json" not in capsys.readouterr().out


def test_check_of_a_folder_without_cases(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", str(tmp_path)) == 1
    assert "there is no case file (*.relnet.json) in this folder" in capsys.readouterr().err


def test_check_of_a_missing_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "none.relnet.json"
    assert run("check", str(missing)) == 1
    assert capsys.readouterr().out.startswith(f"{missing}: ")


def test_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema") == 0
    assert "young_person" in json.loads(capsys.readouterr().out)["properties"]


def test_describe_tells_every_stage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("describe", AMIRA) == 0
    told = capsys.readouterr().out
    labels = [stage["label"] for stage in json.loads(Path(AMIRA).read_text("utf-8"))["stages"]]
    assert [label for label in labels if f"\n{label}: " not in told] == []
    assert "- Kayla, best friend: " in told


def test_describe_tells_one_stage_as_somebody_sees_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("describe", AMIRA, "--stage", "foster", "--perspective", "young_person") == 0
    told = capsys.readouterr().out
    assert "This is how Amira sees it." in told
    assert told.count("tracks in practice") == 1


def test_describe_hides_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("describe", AMIRA, "--hide-names") == 0
    told = capsys.readouterr().out
    assert [name for name in ("Amira", "Kayla", "Leila", "Osei") if name in told] == []
    assert "- Best friend: " in told


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--stage", "fostr"), "no stage 'fostr'; did you mean 'foster'?"),
        (("--perspective", "tem"), "no perspective 'tem'; did you mean 'team'?"),
        (("--perspective", "kayla"), "'kayla' tells nothing in this case. Those who do: team"),
    ],
)
def test_describe_of_what_there_is_not(
    words: tuple[str, str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("describe", AMIRA, *words) == 2
    caught = capsys.readouterr()
    assert (caught.out, caught.err.count("\n")) == ("", 1)
    assert caught.err.startswith(message)


def test_describe_of_a_broken_file(broken_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("describe", str(broken_file)) == 1
    caught = capsys.readouterr()
    assert caught.out == ""
    assert f"{broken_file}: stages[0].area: " in caught.err


@pytest.mark.parametrize("ending", ["svg", "json", "html"])
def test_figure_saves_the_map(
    ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"map.{ending}"
    assert run("figure", AMIRA, "--stage", "foster", "--hide-names", "--out", str(out)) == 0
    assert capsys.readouterr().out == f"saved {out}\n"
    drawn = out.read_text("utf-8")
    assert "Kayla" not in drawn
    assert "Best friend" in drawn


def test_figure_wants_an_ending_that_it_knows(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("figure", AMIRA, "--stage", "foster", "--out", "map.pdf") == 2
    assert "end the name of the file with .json, .html, .svg or .png" in capsys.readouterr().err


def test_figure_into_a_folder_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "none" / "map.svg"
    assert run("figure", AMIRA, "--stage", "foster", "--out", str(out)) == 1
    assert f"cannot write '{out}': " in capsys.readouterr().err


def test_figure_says_what_a_picture_needs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_browser(
        network: CaseNetwork, stage: int, perspective: str, names: Names, out: Path
    ) -> None:
        raise RelnetError(f"{out.name}: {stage} {perspective} {names.hidden} {len(network.lanes)}")

    monkeypatch.setattr(export, "write_figure", no_browser)
    assert run("figure", AMIRA, "--stage", "foster", "--out", str(tmp_path / "map.png")) == 1
    assert capsys.readouterr().err.startswith("map.png: 1 team False ")


def test_measures_prints_the_numbers_and_the_pattern(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("measures", AMIRA) == 0
    told = capsys.readouterr().out
    stages = [stage["id"] for stage in json.loads(Path(AMIRA).read_text("utf-8"))["stages"]]
    assert [stage for stage in stages if f"\n{stage}\n" not in told] == []
    assert "Every use in practice is held by Dawn." in told
    assert "At two of three phases one track is worked with alone" in told


def test_measures_of_one_stage_as_somebody_sees_it_with_names_hidden(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ("--stage", "foster", "--perspective", "young_person", "--hide-names", "--json")
    assert run("measures", AMIRA, *words) == 0
    told = capsys.readouterr().out
    found = json.loads(told)
    assert found["perspective"] == "The young person"
    assert {row["stage"] for row in found["rows"]} == {"foster"}
    assert [name for name in ("Amira", "Kayla", "Leila") if name in told] == []


def test_measures_as_csv(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("measures", AMIRA, "--csv") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "stage,since,measure,track,value,count,of,who"
    assert "foster,,tracks_in_practice,,0.3333333333333333,1,3," in lines


def test_measures_are_json_or_csv(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("measures", AMIRA, "--csv", "--json") == 2
    assert "not allowed with argument" in capsys.readouterr().err


def test_measures_of_a_stage_that_there_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("measures", AMIRA, "--stage", "fostr") == 2
    assert capsys.readouterr().err == "no stage 'fostr'; did you mean 'foster'?\n"


def heavy_imports_of(*words: str) -> str:
    """Run a command in a process of its own, and give what it imports of the heavy packages."""
    script = (
        "import sys\nfrom relnet.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        f"print()\nprint(' '.join(m for m in {HEAVY} if m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *words], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    "words",
    [
        ("check", AMIRA),
        ("schema",),
        ("--help",),
        *[(command, "--help") for command in ("serve", "import", "export", "template")],
    ],
)
def test_a_light_command_imports_nothing_heavy(words: tuple[str, ...]) -> None:
    assert heavy_imports_of(*words) == ""


def test_the_library_needs_its_database_alone(tmp_path: Path) -> None:
    assert heavy_imports_of("import", AMIRA, "--data", str(tmp_path)) == "sqlalchemy"
    assert heavy_imports_of("list", "--data", str(tmp_path)) == "sqlalchemy"


def test_python_m_relnet_is_the_command() -> None:
    words = [sys.executable, "-m", "relnet", "--version"]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout == f"relnet {__version__}\n"


def test_a_reader_who_leaves_early_sees_no_traceback() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    words = [sys.executable, "-m", "relnet", "describe", AMIRA]
    with os.fdopen(writing, "wb") as left:
        done = subprocess.run(words, stdout=left, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")


def test_an_old_console_gets_a_question_mark_for_what_it_cannot_show(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    console = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", console)
    assert run("describe", AMIRA, "--stage", "foster") == 0
    console.seek(0)
    assert "Mum?s flat" in console.read()
