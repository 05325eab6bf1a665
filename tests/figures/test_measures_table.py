"""The measures as rows, text, CSV and JSON."""

import csv
import io
import json
import re

from hypothesis import given, settings

from relnet.case.models import Case
from relnet.case.names import names_of
from relnet.figures.measures_rows import Row
from relnet.figures.measures_table import MeasuresTable, as_csv, as_json, as_text, measures_table
from relnet.figures.words_measures import Measure
from relnet.network.graph import CaseNetwork, build_network
from relnet.network.measures.together import case_measures
from tests.network.measures.people import SIX, THREE_TIES, Json, network_of, own, state, tie, use
from tests.network.small import small_network
from tests.strategies import cases

HEADER = ["stage", "since", "measure", "track", "value", "count", "of", "who"]


def table(network: CaseNetwork, stage: int | None = None) -> MeasuresTable:
    return measures_table(network, case_measures(network), names_of(network.case), stage)


def worked(**people: Json) -> MeasuresTable:
    """Give the six of the worked example, of whom mum and sw are kept at a second stage."""
    kept = [own(m, state(0), state(1, "active" if m in ("mum", "sw") else "ended")) for m in SIX]
    network = network_of(
        [*kept, *(tie(*pair) for pair in THREE_TIES)],
        uses=[use(0, "sw", "safety"), use(0, "mum", "safety", "practice", "sw")],
        people=people,
        stages=[{"uses_recorded": ["trusted", "parent_child", "community_peer"]}, {}],
    )
    return table(network)


def row(of: MeasuresTable, measure: Measure, stage: str | None = "s0") -> Row:
    """Give the first row of a measure at a stage: that of all tracks."""
    return next(found for found in of.rows if (found.measure, found.stage) == (measure, stage))


def numbers(of: MeasuresTable, measure: Measure, stage: str | None = "s0") -> tuple[object, ...]:
    found = row(of, measure, stage)
    return (None if found.value is None else round(found.value, 3), found.count, found.of)


def test_the_rows_of_a_stage() -> None:
    found = worked(yw={"time_limited": True})
    assert numbers(found, Measure.COVERAGE) == (0.222, 2, 9)
    assert numbers(found, Measure.TRACKS) == (0.667, 2, 3)
    assert numbers(found, Measure.EVENNESS) == (0.631, 2, None)
    assert numbers(found, Measure.DENSITY) == (0.2, 3, 15)
    assert numbers(found, Measure.EI_INDEX) == (-0.333, 1, 3)
    assert numbers(found, Measure.EFFECTIVE_SIZE) == (5.0, None, 6)
    assert numbers(found, Measure.CONSTRAINT) == (0.341, None, 6)
    assert numbers(found, Measure.AFTER_SERVICES) == (None, 5, 6)
    assert row(found, Measure.STAGE_ON_ONE).who == ("sw",)
    assert row(found, Measure.AFTER_SERVICES).who == ("mum", "gran", "sw", "friend", "coach")


def test_the_rows_of_a_step() -> None:
    found = worked()
    assert numbers(found, Measure.RETENTION, "s1") == (0.333, 2, 6)
    assert row(found, Measure.RETENTION, "s1").who == ("mum", "sw")
    assert row(found, Measure.RETENTION, "s1").since == "s0"
    assert numbers(found, Measure.TURNOVER, "s1") == (0.333, 2, 6)
    assert numbers(found, Measure.ROLE_RETENTION, "s1") == (None, 0, 0)
    tracks = [one.track for one in found.rows if one.measure is Measure.RETENTION]
    assert len(tracks) == len(set(tracks)) == 4


def test_what_nobody_can_say_has_no_number() -> None:
    # At the second stage no track was recorded; the first alone counts for all stages.
    found = worked()
    assert numbers(found, Measure.TRACKS, "s1") == (None, 0, 0)
    assert numbers(found, Measure.EVENNESS, "s1") == (None, 0, None)
    assert numbers(found, Measure.STAGE_ON_ONE, "s1") == (None, None, None)
    assert numbers(found, Measure.EVENNESS, None) == (0.631, 2, None)


def test_one_stage_alone() -> None:
    found = table(small_network(), 1)
    assert {one.stage for one in found.rows} == {"foster"}
    assert {one.since for one in found.rows} == {None, "before"}
    assert set(found.sentences) == {"foster"}


def test_the_text_names_every_stage_once_and_leaves_out_what_is_empty() -> None:
    told = as_text(worked())
    assert told.startswith("Written by hand (as seen by: Team)\n\nAt each stage")
    told = re.sub(" +", " ", told)
    assert "\nDensity 0.20 (3 of 15) 1.00 (1 of 1)\n" in told
    assert "\nAcross or within tracks (E-I index) -0.33 (1 of 3) 1.00 (1 of 1)\n" in told
    assert "Relationships kept: Trusted relationships" in told
    assert "Roles kept: Trusted relationships" not in told
    assert "nan" not in told.lower()


def test_the_csv_has_one_number_a_line() -> None:
    found = worked()
    header, *lines = csv.reader(io.StringIO(as_csv(found)))
    assert header == HEADER
    assert len(lines) == len(found.rows)
    density = next(line for line in lines if line[:3] == ["s0", "", "density"])
    assert density[4:] == ["0.2", "3", "15", ""]


def test_a_name_is_no_formula_in_a_spreadsheet() -> None:
    found = worked(mum={"name": "=cmd()"})
    names = [line[-1] for line in csv.reader(io.StringIO(as_csv(found)))]
    assert [name for name in names if name.startswith("=")] == []
    assert any(name.startswith("'=cmd()") for name in names)


def test_the_json_has_the_rows_the_sentences_and_the_finding() -> None:
    found = json.loads(as_json(worked()))
    assert list(found) == ["title", "perspective", "rows", "sentences", "pattern"]
    assert list(found["rows"][0]) == HEADER
    undefined = next(one for one in found["rows"] if one["measure"] == "role_retention")
    assert undefined["value"] is None
    assert len(found["pattern"]) == 5


@settings(max_examples=25, deadline=None)
@given(cases(max_people=8, max_stages=5))
def test_any_case_can_be_written(case: Case) -> None:
    found = table(build_network(case))
    json.loads(as_json(found), parse_constant=lambda name: f"no {name}")
    assert "NaN" not in as_json(found)
    lines = list(csv.reader(io.StringIO(as_csv(found))))
    assert {len(line) for line in lines} == {len(HEADER)}
    assert as_text(found)
