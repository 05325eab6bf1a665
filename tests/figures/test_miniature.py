"""The miniature: what it shows as data, and the same as well-formed SVG and in words."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from relnet.case.models import Case
from relnet.case.names import names_of
from relnet.case.reading import parse_case, read_case
from relnet.case.vocabulary import Track
from relnet.figures.miniature import columns, miniature, miniature_words
from relnet.figures.style import STYLES
from relnet.network.attention import Port
from relnet.network.graph import build_network
from relnet.resources import sample_cases_folder
from tests.strategies import cases
from tests.web.cases import A_NAME, MARKUP_NAME, small_bytes

SVG = "{http://www.w3.org/2000/svg}"
SAMPLES = sorted(sample_cases_folder().glob("*.relnet.json"))


def drawn(case: Case, *, hidden: bool = False) -> str:
    return miniature(build_network(case), names_of(case, hidden=hidden))


def read_svg(case: Case) -> ET.Element:
    return ET.fromstring(drawn(case))  # noqa: S314 - our own picture


def test_a_column_says_which_tracks_are_in_practice_and_where_a_move_is() -> None:
    before, away = columns(build_network(parse_case(small_bytes())))
    assert before.ports == {
        Track.TRUSTED: Port.UNKNOWN,
        Track.PARENT_CHILD: Port.HELD,
        Track.COMMUNITY_PEER: Port.UNKNOWN,
    }
    assert (before.moved, away.moved) == (False, True)


def test_figure_2_shows_one_track_then_one_then_none() -> None:
    case = read_case(sample_cases_folder() / "figure-2.relnet.json")
    held = [
        [track for track, port in column.ports.items() if port is Port.HELD]
        for column in columns(build_network(case))
    ]
    # Firmin & Owens 2022, Fig. 2: parents, then practitioners, then an ambition alone.
    assert held == [[Track.PARENT_CHILD], [Track.TRUSTED], []]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name.split(".")[0])
def test_every_stage_has_one_port_a_track(path: Path) -> None:
    case = read_case(path)
    root = read_svg(case)
    assert len(root.findall(f"{SVG}circle")) == len(case.stages) * len(Track)
    assert len(root.findall(f"{SVG}rect")) == len(Track)
    unknown = [p for c in columns(build_network(case)) for p in c.ports.values()]
    assert len(root.findall(f"{SVG}text")) == unknown.count(Port.UNKNOWN)
    assert root.get("role") == "img"


def test_the_colours_are_those_of_the_style_table() -> None:
    root = read_svg(parse_case(small_bytes()))
    fills = {circle.get("fill") for circle in root.findall(f"{SVG}circle")}
    assert fills == {
        STYLES["port-parent_child-held"].fill,
        STYLES["port-empty"].fill,
        STYLES["port-unknown"].fill,
    }


def test_it_is_told_in_words() -> None:
    case = parse_case(small_bytes())
    assert miniature_words(build_network(case), names_of(case)) == (
        f"How professionals work with the relationships of {A_NAME}, over 2 stages."
        " Trusted relationships: not recorded."
        " Parent–child and family: in practice at 1 of them, not recorded at 1."
        " Community and peers: not recorded."
    )


def test_none_in_practice_is_not_the_same_as_not_recorded() -> None:
    stages = [
        {"id": "before", "label": "a", "phase": "before", "uses_recorded": ["trusted"]},
    ]
    case = parse_case(small_bytes(stages=stages))
    words = miniature_words(build_network(case), names_of(case))
    assert "Trusted relationships: in practice at none." in words
    assert "Community and peers: not recorded." in words


def test_the_title_is_its_words_and_hides_names() -> None:
    case = parse_case(small_bytes())
    assert read_svg(case).findtext(f"{SVG}title") == miniature_words(
        build_network(case), names_of(case)
    )
    assert A_NAME not in drawn(case, hidden=True)


def test_a_name_with_markup_is_text() -> None:
    case = parse_case(small_bytes(young_person={"name": MARKUP_NAME}))
    assert MARKUP_NAME in (read_svg(case).findtext(f"{SVG}title") or "")


@given(cases())
@settings(max_examples=15, deadline=None)
def test_any_case_has_a_miniature(case: Case) -> None:
    root = read_svg(case)
    _, _, width, _ = map(float, (root.get("viewBox") or "").split())
    assert all(0 < float(c.get("cx") or 0) < width for c in root.findall(f"{SVG}circle"))
