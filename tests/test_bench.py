"""The bench: its made cases are valid, and its report tells what was measured. No timings."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from flask import Flask

from bench.beside import BesideTimeline
from bench.compare import pairs_of
from bench.diagram import diagram_of, scene_of
from bench.editors import Acknowledged, EditorsFigures, looked_into
from bench.figures import Aim, Spread, middle, spread
from bench.follow import CompanyFigures
from bench.following import FollowFigures
from bench.generate import made_case, write_made_case
from bench.growth import SIZES, Grown
from bench.kept import edit_of, keep_made, library_in, make_versions
from bench.library import LibraryFigures
from bench.many_cases import WORK, LargeFigures, ManyFigures, MeasuresFigures, measure_measures
from bench.measure import OURS, LoadFigures, StepFigures, Target
from bench.peers.cytoscape import elements_of
from bench.peers.drawn_once import all_stages
from bench.peers.plain_dash import figure_of
from bench.report import NAMES, Results, aims_of, as_json, as_text
from bench.report_views import NAMES as VIEW_NAMES
from bench.servers import Server
from bench.story import with_story
from bench.taking import HTML, PAGES, SLIDES, SMALL_HTML, STORY, TRACKS, File, TakenFigures
from bench.versions import Beside, VersionsFigures
from bench.views import BESIDE, VIEWS, TurnFigures, ViewsFigures, every_way, in_turn
from bench.without_browser import DrawingFigures, ProcessFigures
from relnet.case.reading import parse_case, read_case
from relnet.case.writing import write_case
from relnet.cli.export_kinds import KINDS
from relnet.resources import sample_cases_folder
from relnet.web.addresses import CASE_RULE
from relnet.web.takeaway import register_takeaways

CASE = "many-moves"


@pytest.mark.parametrize("people", [0, 1, 2, *SIZES])
def test_a_made_case_is_valid_and_of_the_size_asked_for(people: int) -> None:
    case = made_case(people)
    assert parse_case(write_case(case).encode()) == case
    assert len(case.people) == people
    assert len(case.stages) == 6
    assert len(case.relationships) == pytest.approx(1.5 * people, abs=1)


@pytest.mark.parametrize("stages", [6, 7, 9, 14])
def test_a_made_case_has_the_stages_asked_for(stages: int) -> None:
    case = made_case(10, stages=stages)
    assert parse_case(write_case(case).encode()) == case
    assert len(case.stages) == stages


def test_a_made_case_has_no_fewer_than_six_stages() -> None:
    with pytest.raises(ValueError, match="at least 6 stages, not 5"):
        made_case(10, stages=5)


def test_the_same_seed_makes_the_same_case() -> None:
    assert made_case(30, seed=1) == made_case(30, seed=1)
    assert made_case(30, seed=1) != made_case(30, seed=2)


def test_a_made_case_is_written_as_a_file_that_can_be_read(tmp_path: Path) -> None:
    path = write_made_case(tmp_path / "new", 30)
    assert read_case(path) == made_case(30)


def test_the_measures_of_each_case_are_timed_in_their_parts() -> None:
    found = measure_measures(times=1, cases=2)
    assert found.many.cases == 2
    assert set(found.many.spent) == set(WORK)
    assert found.many.measured <= found.many.from_file


def test_an_acknowledged_edit_that_is_not_there_is_told(tmp_path: Path) -> None:
    with library_in(tmp_path) as library:
        case_id = keep_made(library, 0)
        case = library.get(case_id).case
        make_versions(library, case_id, 4)
        made = [
            Acknowledged(case_id, edit_of(case, number, number)[1], number, number + 1, 1.0)
            for number in range(1, 4)
        ]
        assert looked_into(library, case_id, made) == (0, 0)
        elsewhere = [edit._replace(seen=9, number=9) for edit in made[:1]]
        lost = [edit._replace(text="It was never said.") for edit in made[1:]]
        assert looked_into(library, case_id, [*elsewhere, *lost]) == (3, 0)


def test_up_to_24_editors_have_something_of_their_own_to_edit() -> None:
    case = made_case(30)
    edits = [edit_of(case, editor, 0)[0] for editor in range(24)]
    assert len({(edit.relationship, edit.stage) for edit in edits}) == 24


def test_a_walk_goes_once_from_each_view_to_each_other_one() -> None:
    ways = list(pairwise(every_way()))
    assert sorted(ways) == sorted((a, b) for a in VIEWS for b in VIEWS if a != b)
    assert every_way()[0] == every_way()[-1] == "map"


def test_each_round_begins_with_another_view() -> None:
    assert [in_turn(number)[0] for number in range(5)] == [*BESIDE, BESIDE[0]]
    assert sorted(in_turn(3)) == sorted(BESIDE)


def test_the_figures_of_a_page_are_kept_under_its_kind_or_its_view() -> None:
    server = Server("http://127.0.0.1/", 0.5, 1)
    assert Target("cytoscape", server.address, 9, server).key == "cytoscape"
    assert Target(OURS, server.address, 9, server, "focus").key == "focus"


def test_every_peer_shows_every_person_and_tie_of_a_stage() -> None:
    case = read_case(sample_cases_folder() / f"{CASE}.relnet.json")
    diagram = diagram_of(case)
    for number, stage in enumerate(diagram.stages):
        elements = elements_of(diagram, number)
        figure = figure_of(diagram, number).to_dict()
        edges = [element for element in elements if "source" in element["data"]]
        assert len(edges) == len(stage.edges)
        assert list(figure["data"][-1]["text"]) == [node.label for node in stage.nodes]
        assert sum(line["x"].count(None) for line in figure["data"][:-1]) == len(stage.edges)


def test_the_graph_of_all_stages_names_each_trace_after_its_stage() -> None:
    _network, scene = scene_of(made_case(5))
    figure = all_stages(scene).to_dict()
    stages = {trace["uid"].split("-")[1] for trace in figure["data"]}
    assert stages == {str(number) for number in range(len(scene.stages))}
    assert len(figure["layout"]["meta"]["stages"]) == len(figure["layout"]["annotations"])


def test_a_spread_is_the_median_and_the_nearest_value_at_95_of_100() -> None:
    assert spread([*range(1, 101)]) == Spread(median=50.5, p95=95, count=100)
    assert spread([7.0]) == Spread(median=7, p95=7, count=1)
    with pytest.raises(ValueError, match="no values"):
        spread([])
    assert middle([1.0, 3.0]) == 2.0
    assert middle([1.0, None]) is None


@pytest.mark.parametrize(
    ("figure", "met"), [(0.31, True), (0.4, True), (0.41, False), (None, None)]
)
def test_an_aim_is_met_up_to_its_most(figure: float | None, met: bool | None) -> None:  # noqa: FBT001 - a test's expectation
    assert Aim("a step, of dash-cytoscape's", 0.4, figure).met is met


def _made_up() -> Results:
    """Make results up in which relnet takes a third of every peer's time."""
    times = {kind: 10.0 if kind == OURS else 30.0 for kind in NAMES}
    steps = {
        kind: StepFigures(Spread(ms, 1.5 * ms, 90), Spread(ms, ms, 90), Spread(ms, ms, 12), 0)
        for kind, ms in times.items()
    }
    loads = {kind: (LoadFigures(2 * ms, ms, ms, None, 5, 26),) * 2 for kind, ms in times.items()}
    return Results(
        machine={"cores": "2"},
        steps={CASE: steps},
        loads={CASE: {False: loads, True: loads}},
        drawing={CASE: DrawingFigures(80, 20, 100, 90, 600)},
        handouts={CASE: 1.5},
        processes=ProcessFigures(0.3, 0.7, None, 71.0),
        taking=[
            TakenFigures(CASE, HTML, command=1.5, first=1.2, later=0.4, kilobytes=900),
            TakenFigures(CASE, SLIDES, command=4, first=15.5, later=3, kilobytes=200),
            TakenFigures("amira", SMALL_HTML, command=1, first=1, later=1, kilobytes=400.5),
        ],
        growth=[_grown(30, 10.0), _grown(300, 90.0), _grown(600, 400.0)],
        views={CASE: _views()},
        story={CASE: _beside(18, 33)},
        compare={CASE: _beside(24, 28)},
        company=_company(),
        measures=MeasuresFigures(
            LargeFigures(60, 9, network=1, measures=12),
            ManyFigures(1000, dict(zip(WORK, (3.0, 6.0, 0.5, 3.5, 2.0, 1.0), strict=True))),
        ),
        library=_library(),
        versions=_versions(),
        editors=[
            EditorsFigures(20, 1, False, 400, 10.0, Spread(400, 900, 400), missing=0, doubled=0),  # noqa: FBT003 - as fast as they can
            EditorsFigures(50, 50, True, 400, 20.0, Spread(40, 90, 400), missing=1, doubled=0),  # noqa: FBT003 - as people do
        ],
        edits={CASE: FollowFigures(Spread(120, 210, 20), 80.0)},
    )


def _beside(median: float, p95: float) -> BesideTimeline:
    """Make steps up beside those of a timeline that takes 16 ms."""
    step, timeline = (
        StepFigures(screen, Spread(9, 9, 90), Spread(18, 20, 12), 0)
        for screen in (Spread(median, p95, 90), Spread(16, 20, 90))
    )
    return BesideTimeline(step, timeline)


def _company() -> CompanyFigures:
    """Make figures up in which a second window follows late."""
    heard, quick = Spread(300, 480, 30), Spread(3, 6, 30)
    return CompanyFigures(heard, heard, quick, quick, None, Spread(120, 130, 30), heard)


def _library() -> LibraryFigures:
    """Make figures up in which the search is slow now and then."""
    typed = FollowFigures(Spread(40, 130, 30), None)
    answers, paints, search = Spread(20, 30, 25), Spread(300, 400, 5), Spread(4, 6, 30)
    return LibraryFigures(1000, answers, answers, 150, paints, paints, search, typed)


def _versions() -> VersionsFigures:
    """Make figures up in which only the page of the history takes longer."""
    same = Beside(Spread(100, 110, 5), Spread(105, 120, 5))
    longer = Beside(Spread(5, 6, 5), Spread(40, 50, 5))
    return VersionsFigures(2000, same, same, same, longer, Spread(150, 160, 5), Spread(9, 20, 40))


def _views() -> ViewsFigures:
    """Make figures up in which the table comes late and asks once more when seen already."""
    steps = {
        view: StepFigures(Spread(20, 28, 90), Spread(9, 9, 90), Spread(20, 20, 12), 0)
        for view in VIEWS
    }
    turns = {view: _turn(140, requests=0) for view in BESIDE} | {
        "map": TurnFigures(None, None, None, Spread(40, 50, 8), Spread(30, 30, 8), 0),
        "table": _turn(200, requests=1),
    }
    return ViewsFigures(steps, turns)


def _turn(ms: float, requests: int) -> TurnFigures:
    first, seen = Spread(ms, ms, 2), Spread(ms / 2, ms, 8)
    return TurnFigures(first, Spread(ms / 2, ms, 2), 1.0, seen, seen, requests)


def _grown(people: int, ms: float) -> Grown:
    return Grown(people, ms, ms, building=ms, first=ms, live=ms, whole=None, step=ms, step_p95=ms)


def test_the_aims_hold_each_figure_against_its_most() -> None:
    aims = {aim.what: aim for aim in aims_of(_made_up(), CASE)}
    step = aims["a step, median, of dash-cytoscape's"]
    assert step.figure == pytest.approx(1 / 3)
    assert step.met is True
    assert aims["a step, median, of plain Dash's"].met is False
    assert aims["requests made by the steps"].met is True
    assert aims["growth of a step over that of people (×20)"].figure == pytest.approx(2)
    assert aims["growth of the whole page over that of people (×20)"].met is None


def test_the_aims_hold_the_slowest_view_against_its_most() -> None:
    aims = {aim.what: aim for aim in aims_of(_made_up(), CASE)}
    assert aims["a step, the slowest view's median, ms"].met is True
    assert aims["a view for the first time, slowest median, ms"].figure == 200
    assert aims["requests for a view for the first time"].met is True
    assert aims["a view seen already, slowest median, ms"].figure == 100
    assert aims["requests for views seen already"].met is False
    assert aims["network and measures, 60 people, 9 stages, ms"].figure == 13


def test_the_aims_hold_a_step_of_a_story_against_the_timeline() -> None:
    aims = {aim.what: aim for aim in aims_of(_made_up(), CASE)}
    assert aims[f"a step of a story, {CASE}, median, ms"].met is True
    assert aims[f"a step of a story, {CASE}, p95, ms"].met is False
    assert aims[f"requests made by a step of a story, {CASE}"].met is True
    beside = aims[f"a step of a story, {CASE}, median, of the timeline's"]
    assert beside.figure == pytest.approx(18 / 16)
    assert beside.met is False


def test_the_aims_hold_a_step_of_two_sides_against_the_timeline() -> None:
    aims = {aim.what: aim for aim in aims_of(_made_up(), CASE)}
    assert aims[f"a step of two sides, {CASE}, median, ms"].met is False
    assert aims[f"a step of two sides, {CASE}, p95, ms"].met is True
    assert aims[f"a step of two sides, {CASE}, median, of the timeline's"].figure == 1.5


def test_two_sides_have_a_step_for_each_pair_of_their_stages() -> None:
    amira, held, moves = (
        sample_cases_folder() / f"{case}.relnet.json"
        for case in ("amira", "amira-held-together", CASE)
    )
    assert pairs_of(amira, held) == 5
    assert pairs_of(moves, moves) == len(read_case(moves).stages) == 9


def test_the_aims_hold_the_longest_wait_for_a_file_and_its_size() -> None:
    aims = {aim.what: aim for aim in aims_of(_made_up(), CASE)}
    assert aims[f"taking away, {CASE}, HTML file, s"].figure == 1.5
    assert aims[f"taking away, {CASE}, HTML file, s"].met is True
    assert aims[f"taking away, {CASE}, slides, s"].met is False
    assert aims["amira, HTML file, kB"].met is False
    assert f"{CASE}, HTML file, kB" not in aims


@pytest.mark.parametrize("file", [HTML, SLIDES, STORY, PAGES, TRACKS, SMALL_HTML])
def test_each_file_that_is_taken_away_is_one_that_relnet_offers(file: File) -> None:
    server = Flask(__name__)
    register_takeaways(server)
    assert f"{CASE_RULE}/{file.address}" in {rule.rule for rule in server.url_map.iter_rules()}
    assert set(file.options[1:]) <= set(KINDS[file.ending].views)


def test_the_aims_hold_following_against_its_most() -> None:
    aims = {aim.what: aim for aim in aims_of(_made_up(), CASE)}
    assert aims["a step until the last of 30 has heard, p95, ms"].met is True
    assert aims["a step until a second window shows it, median, ms"].met is False
    assert aims["a step until another browser shows it, p95, ms"].met is True


def test_a_case_without_a_story_gets_one_that_can_be_read(tmp_path: Path) -> None:
    source = sample_cases_folder() / "many-moves.relnet.json"
    case = read_case(with_story(source, tmp_path))
    assert len(case.story) == 2 * len(case.stages)
    assert {step.view for step in case.story} == {"map"}
    own = sample_cases_folder() / "amira.relnet.json"
    assert read_case(with_story(own, tmp_path)).story == read_case(own).story


def test_the_aims_hold_the_library_and_edits_against_their_most() -> None:
    aims = {aim.what: aim for aim in aims_of(_made_up(), CASE)}
    assert aims["the start page of 1000 cases, first paint, median, ms"].met is True
    assert aims["search in 1000 cases, key to list, median, ms"].met is True
    assert aims["search in 1000 cases, key to list, p95, ms"].met is False
    opening = aims["opening a case with 2000 versions, of one with two"]
    assert opening.figure == pytest.approx(1.05)
    assert opening.met is True
    assert aims["acknowledged edits that are missing"].figure == 1
    assert aims["version numbers not there exactly once"].met is True
    assert aims[f"the picture after an edit, {CASE}, median, ms"].met is True
    assert aims[f"the picture after an edit, {CASE}, p95, ms"].met is False


def test_what_was_not_measured_has_no_aims() -> None:
    assert aims_of(Results(machine={}), CASE) == []


def test_the_report_tells_every_page_and_every_aim() -> None:
    results = _made_up()
    aims = aims_of(results, CASE)
    text = as_text(results, aims)
    for name in (*NAMES.values(), *VIEW_NAMES.values(), *(aim.what for aim in aims)):
        assert name in text
    assert "300 (×10)" in text
    assert "90 (×9.0)" in text
    assert "missed" in text


def test_the_report_tells_how_a_step_compares_with_the_timeline() -> None:
    results = Results(machine={}, compare=_made_up().compare)
    (row,) = (line for line in as_text(results, []).splitlines() if line.startswith(CASE))
    assert row.split() == [CASE, "24.0", "28.0", "18.0", "9.0", "0", "16.0", "20.0", "1.50"]


def test_the_report_tells_the_rate_of_many_cases_and_where_the_time_goes() -> None:
    results = Results(machine={}, measures=_made_up().measures)
    rows = {line[:27].strip(): line[27:].split() for line in as_text(results, []).splitlines()}
    assert rows["network and measures"] == ["4.00", "40", "%", "250"]
    assert rows["reading, network, measures"] == ["10.00", "100", "%", "100"]
    assert rows["writing the file's text"] == ["3.00", "–", "333"]


def test_the_results_are_kept_as_json() -> None:
    results = _made_up()
    kept = json.loads(as_json(results, aims_of(results, CASE)))
    assert kept["steps"][CASE][OURS]["screen"] == {"median": 10.0, "p95": 15.0, "count": 90}
    assert kept["loads"][CASE]["local"][OURS][0]["first"] == 10.0
    assert kept["aims"][0]["met"] is True
    assert kept["views"][CASE]["turns"]["map"]["first"] is None
    assert kept["measures"]["many"]["cases"] == 1000
