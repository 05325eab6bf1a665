"""The study's own numbers, against the paper (Firmin & Owens 2022)."""

import csv
from pathlib import Path

import pytest

from relnet.case.vocabulary import RelationshipType, Track, UseKind
from relnet.network.study import Unit, read_study
from relnet.resources import sample_cases_folder

PRACTITIONER, FAMILY, PEER, COMMUNITY = RelationshipType
CONSISTENCY, COLLABORATION, SAFETY = UseKind
REFERENCES, PEOPLE, INTERVIEWS, UNSTATED = Unit
STUDY = sample_cases_folder() / "study"


@pytest.mark.parametrize(
    ("kind", "references", "participants"),
    [(PRACTITIONER, 25, 12), (FAMILY, 17, 10), (PEER, 7, 5), (COMMUNITY, 8, 7)],
)
def test_table_2(kind: RelationshipType, references: int, participants: int) -> None:
    study = read_study()
    assert (study.type_count(kind, REFERENCES), study.type_count(kind, PEOPLE)) == (
        references,
        participants,
    )
    assert study.type_count(kind, INTERVIEWS) is None


def test_the_size_of_the_study() -> None:
    study = read_study()
    assert {unit: study.total(unit) for unit in Unit} == {
        REFERENCES: 57,
        PEOPLE: 16,
        INTERVIEWS: 15,
        UNSTATED: None,
    }


def test_the_references_add_up_and_the_participants_do_not() -> None:
    study = read_study()
    references, participants = (
        [study.type_count(kind, unit) or 0 for kind in RelationshipType]
        for unit in (REFERENCES, PEOPLE)
    )
    assert sum(references) == study.total(REFERENCES)
    # One participant may speak of several types: this is why they are never added.
    assert sum(participants) > (study.total(PEOPLE) or 0)


def test_the_references_by_track() -> None:
    assert read_study().references_by_track() == {
        Track.TRUSTED: 25,
        Track.PARENT_CHILD: 17,
        Track.COMMUNITY_PEER: 15,
    }


@pytest.mark.parametrize(
    ("theme", "kind", "counts"),
    [
        # "n = 14 references across n = 7 interviews"; three saw relocation as a danger to it.
        (CONSISTENCY, PRACTITIONER, [(REFERENCES, 14), (INTERVIEWS, 7), (PEOPLE, 3)]),
        # Two professionals made family time possible; two of the three named families too.
        (CONSISTENCY, FAMILY, [(PEOPLE, 2), (PEOPLE, 2)]),
        (CONSISTENCY, PEER, [(PEOPLE, 2)]),
        (CONSISTENCY, COMMUNITY, [(PEOPLE, 4)]),
        (COLLABORATION, PRACTITIONER, [(PEOPLE, 4)]),
        # "(n = 7)" without a unit; one professional told of a plan during a relocation.
        (COLLABORATION, FAMILY, [(UNSTATED, 7), (PEOPLE, 1)]),
        # "noticeably absent in the data"
        (COLLABORATION, PEER, [(UNSTATED, None)]),
        (COLLABORATION, COMMUNITY, [(UNSTATED, None)]),
        (SAFETY, PRACTITIONER, [(PEOPLE, 1)]),
        # "(n = 4)" without a unit
        (SAFETY, FAMILY, [(UNSTATED, 4)]),
        (SAFETY, PEER, [(PEOPLE, 3)]),
        (SAFETY, COMMUNITY, [(PEOPLE, 2)]),
    ],
)
def test_the_findings(
    theme: UseKind, kind: RelationshipType, counts: list[tuple[Unit, int | None]]
) -> None:
    assert [(row.unit, row.count) for row in read_study().about(theme, kind)] == counts


def test_every_number_names_its_section_and_what_it_counts() -> None:
    study = read_study()
    assert {row.section.partition(":")[0] for row in study.totals} == {"Methodology"}
    assert all(row.section.endswith(", Table 2") for row in study.types)
    for row in study.themes:
        assert row.section.startswith("Findings: ")
        assert row.about
        assert (row.unit is Unit.NOT_STATED) or row.count is not None


def test_the_readme_names_every_file_column_and_unit() -> None:
    text = (STUDY / "README.md").read_text("utf-8")
    for path in STUDY.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            columns = next(csv.reader(file))
        assert [name for name in (path.name, *columns, *Unit) if f"`{name}`" not in text] == []


def test_a_file_that_is_missing_and_one_that_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_study(tmp_path)
    (tmp_path / "totals.csv").write_text("unit,count,about,section\npeople,1,a,b\n", "utf-8")
    with pytest.raises(ValueError, match="people"):
        read_study(tmp_path)
