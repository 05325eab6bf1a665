"""A case that is written and read again is the same case, whatever stands in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relnet.case.models import Case
from relnet.case.reading import read_case
from relnet.exchange.cell_values import escaped as in_workbook
from relnet.exchange.cell_values import unescaped as from_workbook
from relnet.exchange.cells import read, written
from relnet.exchange.csv_reading import escaped, read_csv_zip, unescaped
from relnet.exchange.csv_writing import write_csv_zip
from relnet.exchange.workbook_reading import read_workbook
from relnet.exchange.workbook_writing import write_workbook
from tests.case.small import parsed, small_case
from tests.strategies import cases

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "sample_cases").glob("*.relnet.json"))
TEXTS = (
    "", " ", '"', '""', '"" ', "'", "'=1+1", "''=1+1", "=1+1", "+44 7700", "-5", "@x", "\t=1",
    "\r\n=1", "a\rb\r\nc\n", "_x000D_", "_x005F_x000D_", "_x0041", "#N/A", "TRUE", "0.10", "1e5",
    "2025-06-01", "\uff1d1", " trailing ", "a;b, c", "“quotes”", "'tis", "\u202ex\u202c",
    "\U0001d4b3",     "cmd|' /C calc'!A0", "</t></is>&lt;", '=HYPERLINK("http://x")',
    "'" * 30 + "=",
)  # fmt: skip
ROUND_TRIPS = {
    "xlsx": lambda case: read_workbook(write_workbook(case)),
    "csv": lambda case: read_csv_zip(write_csv_zip(case)),
}
Trip = Callable[[Case], Case]


@pytest.fixture(params=ROUND_TRIPS)
def trip(request: pytest.FixtureRequest) -> Trip:
    """Write a case and read it again."""
    found: Trip = ROUND_TRIPS[request.param]
    return found


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_a_sample_case_comes_back_equal(path: Path, trip: Trip) -> None:
    case = read_case(path)
    assert trip(case) == case


@pytest.mark.parametrize("form", ROUND_TRIPS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(case=cases(max_people=12, max_areas=4, max_stages=5))
def test_any_case_comes_back_equal(form: str, case: Case) -> None:
    assert ROUND_TRIPS[form](case) == case


def test_a_text_comes_back_as_it_is_sign_by_sign(trip: Trip) -> None:
    events = [{"text": text, "source": text} for text in TEXTS]
    stages = [{"id": "s", "label": "S", "phase": "during", "move": {"reasons": list(TEXTS)}}]
    case = parsed(small_case(events=events, stages=stages, relationships=[], uses=[]))
    assert trip(case) == case


def test_names_that_could_be_mistaken_come_back_as_the_same_people(trip: Trip) -> None:
    people = [
        {"id": key, "name": name, "role": "friend", "type": "peer"}
        for key, name in {
            "a": "b", "b": "a", "c": "Sam", "d": "sam", "e": "team", "f": "Amira", "g": "x; y",
            "h": "young_person", "i": "person-1", "j": "area-1", "k": '""',
        }.items()
    ]  # fmt: skip
    events = [{"text": "x", "by": [person["id"]], "people": ["young_person"]} for person in people]
    everybody = [{"text": "all", "people": [person["id"] for person in people]}]
    values = small_case(people=people, relationships=[], uses=[], events=[*events, *everybody])
    case = parsed(values)
    assert trip(case) == case


def test_a_list_too_long_for_names_is_written_with_ids(trip: Trip) -> None:
    people = [
        {"id": f"p{n}", "name": f"{n} " + "N" * 390, "role": "friend", "type": "peer"}
        for n in range(100)
    ]
    events = [{"text": "x", "people": [person["id"] for person in people]}]
    case = parsed(small_case(people=people, relationships=[], uses=[], events=events))
    assert trip(case) == case


def test_very_long_texts_of_one_sign_come_back(trip: Trip) -> None:
    case = parsed(small_case(events=[{"text": "&" * 4000}] * 1100))
    assert trip(case) == case


def test_two_relationships_between_the_same_two_stay_two(trip: Trip) -> None:
    ties = [
        {"id": f"r-{n}", "from": "mum", "tracks": ["parent_child"], "states": states}
        for n, states in enumerate(([], [{"stage": "foster", "status": "ended"}], []))
    ]
    uses = [{"stage": "foster", "relationship": "r-2", "use": "safety", "level": "planned"}]
    case = parsed(small_case(relationships=ties, uses=uses))
    assert trip(case) == case


@pytest.mark.parametrize("season", ["2020-21", "2021-22", "2022-23", "2023-24", "2023-21"])
def test_a_season_that_looks_like_two_years_stays_a_season(season: str, trip: Trip) -> None:
    case = parsed(small_case(events=[{"text": "x", "when": season}]))
    assert trip(case) == case


@given(st.text())
def test_what_is_escaped_is_undone(text: str) -> None:
    assert read(written(text)) == text
    assert unescaped(escaped(text)) == text
    assert from_workbook(in_workbook(text)) == text


@pytest.mark.parametrize("text", TEXTS)
def test_the_texts_of_this_test_are_undone_too(text: str) -> None:
    assert read(written(text)) == text
    assert unescaped(escaped(text)) == text
    assert from_workbook(in_workbook(text)) == text


def test_the_same_case_makes_the_same_csv_files() -> None:
    case = parsed(small_case())
    assert write_csv_zip(case) == write_csv_zip(case)
