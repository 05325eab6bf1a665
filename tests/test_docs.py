"""The words around the project: what they name is there, and what is there they name."""

import re
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from relnet.case import models
from relnet.case.models import Case
from relnet.case.reading import parse_case
from relnet.case.timeline import state_at
from relnet.case.vocabulary import Status

ROOT = Path(__file__).resolve().parent.parent
DOCS = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *sorted(f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")),
)
FORMAT = "docs/case-format.md"

# The rows of the table in docs/case-format.md, by the model that each tells of.
ROWS = {
    models.YoungPerson: "young_person",
    models.Area: "areas",
    models.Setting: "settings",
    models.Stage: "stages",
    models.Move: "move",
    models.SafetyView: "safety",
    models.Factor: "factors",
    models.Person: "people",
    models.Whereabouts: "where",
    models.Relationship: "relationships",
    models.State: "states",
    models.Use: "uses",
    models.Event: "events",
    models.Prompt: "prompts",
    models.StoryStep: "story",
}
_LINK = re.compile(r"!?\[[^]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"(?:[a-z_.]+/)*[A-Za-z_.-]+\.(?:py|md|toml|lock|js|png|cff)|(?:[a-z_.]+/)+")
# A path in docs/architecture.md may be told from the package's folder on.
_BASES = (ROOT, ROOT / "relnet")
_FROM_A_USER = {"my-cases/"}


def read(name: str) -> str:
    """Give the text of a file of the project."""
    return (ROOT / name).read_text("utf-8")


def links(name: str) -> list[str]:
    """Give where the links and pictures of a file lead."""
    return _LINK.findall(read(name))


@pytest.mark.parametrize("name", DOCS)
def test_every_link_leads_somewhere(name: str) -> None:
    here = (ROOT / name).parent
    local = [link for link in links(name) if "://" not in link]
    assert [link for link in local if not (here / link.partition("#")[0]).exists()] == []


@pytest.mark.parametrize("name", DOCS)
def test_every_file_that_is_named_exists(name: str) -> None:
    named = {code for code in _CODE.findall(read(name)) if _PATH.fullmatch(code)} - _FROM_A_USER
    assert [path for path in named if not any((base / path).exists() for base in _BASES)] == []


@pytest.mark.parametrize("name", DOCS)
def test_a_page_is_complete_without_a_network(name: str) -> None:
    pictures = re.findall(r"!\[[^]]*\]\(([^)\s]+)\)|<img[^>]+src=\"([^\"]+)", read(name))
    assert [picture for picture in chain(*pictures) if "://" in picture] == []


@pytest.mark.parametrize("name", DOCS)
def test_no_host_is_named_but_ours_and_the_papers(name: str) -> None:
    hosts = set(re.findall(r"https?://([^/\s)`:]+)", read(name)))
    assert hosts <= {"127.0.0.1", "doi.org"}
    assert re.findall(r"pypi|--index-url|--extra-index-url|trusted-host", read(name)) == []


def test_the_readme_shows_the_map_and_names_both_commands() -> None:
    readme = read("README.md")
    assert "![The map of the sample case Amira during her foster placement](docs/map.png)" in readme
    assert re.search(r"^make run\b", readme, re.MULTILINE)
    assert re.search(r"^make test\b", readme, re.MULTILINE)
    assert "10.1007/s42448-021-00106-5" in readme


def test_every_make_command_that_is_named_is_a_target() -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    named = set(
        chain(*(re.findall(r"(?:^|`)make ([a-z]+)", read(name), re.MULTILINE) for name in DOCS))
    )
    assert named
    assert named <= targets


def example() -> Case:
    """Read the example of docs/case-format.md."""
    (text,) = re.findall(r"```json\n(.*?)```", read(FORMAT), re.DOTALL)
    return parse_case(text.encode())


def test_the_example_is_a_case_without_faults() -> None:
    case = example()
    assert "An invented case." in (case.about or "")
    mother, worker = (state_at(case, tie, "foster") for tie in ("r-mum", "r-ali"))
    assert mother is not None
    assert worker is not None
    assert (mother.status, worker.status) == (Status.ACTIVE, Status.NOT_KNOWN)


def row(model: type[BaseModel]) -> str:
    """Give what the page on the format says of one part."""
    (found,) = re.findall(rf"^\| `{ROWS[model]}`.*?\| (.*) \|$", read(FORMAT), re.MULTILINE)
    return str(found)


def test_every_part_of_a_case_has_its_row() -> None:
    parts = {
        part
        for part in vars(models).values()
        if isinstance(part, type) and issubclass(part, models.Part)
    }
    assert parts - {models.Part, Case} == set(ROWS)


@pytest.mark.parametrize("model", ROWS, ids=lambda model: model.__name__)
def test_every_field_is_named_and_marked_where_it_must_be_there(model: type[BaseModel]) -> None:
    check_fields(model, row(model))


def test_every_part_of_the_file_is_named() -> None:
    (line,) = re.findall(r"^\*\*Case\*\*: (.*?)\n\n", read(FORMAT), re.MULTILINE | re.DOTALL)
    check_fields(Case, line)


def check_fields(model: type[BaseModel], text: str) -> None:
    """Check that a text names the fields of a model, with a star at those that must be there."""
    told = {
        field.alias or name: "*" if field.is_required() else ""
        for name, field in model.model_fields.items()
    }
    found = dict(re.findall(r"`([a-z_]+)`(\*?)", text))
    assert {name: found.get(name) for name in told} == told


@pytest.mark.parametrize("model", ROWS, ids=lambda model: model.__name__)
def test_every_word_of_a_closed_set_is_named(model: type[BaseModel]) -> None:
    text = row(model) + read(FORMAT).split("## The rules")[1]
    words = {
        word.value
        for field in model.model_fields.values()
        for words in closed_sets(field.annotation)
        for word in words
    }
    assert [word for word in sorted(words) if not re.search(rf"\b{word}\b", text)] == []


def closed_sets(annotation: Any) -> list[type[StrEnum]]:  # noqa: ANN401 - any type may be asked about
    """Give the enums in the type of a field."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return [annotation]
    return [found for part in get_args(annotation) for found in closed_sets(part)]
