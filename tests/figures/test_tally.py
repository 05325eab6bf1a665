"""A room's tally as words and as a picture: units apart, nothing out of its place."""

from math import isclose
from xml.etree import ElementTree as ET

import pytest

from relnet.figures.scene import Box, Disc, MarkKind, Picture, Text
from relnet.figures.style import look_up
from relnet.figures.svg import paint_file
from relnet.figures.tally_scene import tally_picture
from relnet.figures.text import text_width
from relnet.figures.words_tally import place_words, tally_title, tally_words
from relnet.network.study import Study, read_study
from relnet.network.tally import PLACE_OF_KEY, PLACES, Tally

PEER, FAMILY, HALL, WORKER = (
    PLACE_OF_KEY[key]
    for key in (
        "peer.safety.during",
        "family.collaboration.before",
        "community.collaboration.after",
        "practitioner.consistency.during",
    )
)
BY_HAND = Tally({1: (PEER, FAMILY, PEER), 2: (HALL, PEER, PEER)})
NOTHING = Tally({1: ()})
FULL = Tally({1: PLACES * 13})


@pytest.fixture(scope="module")
def study() -> Study:
    return read_study()


def test_the_units_are_told_and_kept_apart(study: Study) -> None:
    told = " ".join(tally_words(BY_HAND, study).counted)
    assert "This room: 6 presses. The study: 57 references, in 15 interviews." in told
    assert "not the same thing" in told
    assert "63" not in told


def test_what_differs_by_type(study: Study) -> None:
    most, *rest = tally_words(BY_HAND, study).types
    assert most == (
        "This room speaks most of peers: 4 of 6 presses (67 %). The study speaks most of"
        " practitioners: 25 of 57 references (44 %)."
    )
    assert rest == [
        (
            "A larger share here than in the study: peers (67 % of presses, 12 % of references);"
            " community (17 % of presses, 14 % of references)."
        ),
        "A smaller share here than in the study: family (17 % of presses, 30 % of references).",
        "Not spoken of here: practitioners (0 % of presses, 44 % of references).",
    ]


def test_as_many_of_two_types_are_told_together(study: Study) -> None:
    told = tally_words(Tally({1: (PEER, FAMILY)}), study).types[0]
    assert told.startswith("This room speaks most of family and peers, as often of each: 1 of 2")


def test_shares_that_read_alike_are_called_as_large(study: Study) -> None:
    seven = Tally({1: (HALL, *[PEER] * 6)})
    told = tally_words(seven, study).types
    assert "As large a share here as in the study: community (14 % of presses" in " ".join(told)


def test_uses_are_told_without_shares(study: Study) -> None:
    here, units, absent = tally_words(BY_HAND, study).uses
    assert (
        here == "In this room: consistency: 0 presses; collaboration: 2 presses; safety: 4 presses."
    )
    assert "no common whole" in units
    assert absent.endswith("the study calls it noticeably absent. In this room: 1 press.")
    assert all("%" not in told for told in (here, units, absent))


def test_phases_stand_beside_figure_2(study: Study) -> None:
    _numbers, before, during, after = tally_words(BY_HAND, study).phases
    assert before == (
        "Before relocation, spoken of most: parent–child and family (1 of 1 press). The study’s"
        " Figure 2 describes the same here: parent–child and family."
    )
    assert during == (
        "During relocation, spoken of most: community and peers (4 of 4 presses). The study’s"
        " Figure 2 describes trusted relationships here."
    )
    assert after.endswith("describes community and peers here, as an ambition.")
    both = tally_words(Tally({1: (PEER, WORKER)}), study).phases[2]
    assert "trusted relationships and community and peers (1 each, of 2 presses)" in both


def test_nothing_pressed_is_told(study: Study) -> None:
    told = tally_words(NOTHING, study)
    assert told.counted[0] == "Nothing is pressed yet."
    assert told.types == ()
    assert told.phases[1].startswith("Before relocation: no press.")
    assert tally_title(NOTHING) == "What this room spoke of: 0 presses by 1 table"


def test_a_place_is_named_whole() -> None:
    assert place_words(PEER) == "Peers, safety, during relocation"
    assert len({place_words(place) for place in PLACES}) == len(PLACES)


def discs(picture: Picture) -> list[Disc]:
    return [shape for mark in picture.marks for shape in mark.shapes if isinstance(shape, Disc)]


def test_the_area_of_a_disc_is_the_number_of_presses(study: Study) -> None:
    found = {disc.style: disc.radius for disc in discs(tally_picture(BY_HAND, study))}
    four = found["node-community_peer-full"]
    assert discs(tally_picture(NOTHING, study)) == []
    one = found["node-parent_child-full"]
    largest = max(disc.radius for disc in discs(tally_picture(BY_HAND, study)))
    assert isclose((largest / one) ** 2, 4)
    assert four <= largest


def test_frames_stand_where_figure_2_has_its_focus(study: Study) -> None:
    frames = [
        mark.shapes[0] for mark in tally_picture(BY_HAND, study).marks if mark.kind is MarkKind.AREA
    ]
    sizes = [(shape.width, shape.height) for shape in frames if isinstance(shape, Box)]
    one, two, tall = sizes
    assert one[0] == tall[0]
    assert two[0] > 1.5 * one[0]
    assert tall[1] > 1.5 * one[1] == 1.5 * two[1]


@pytest.mark.parametrize("tally", [NOTHING, BY_HAND, FULL])
def test_every_text_is_inside_and_large_enough(tally: Tally, study: Study) -> None:
    picture = tally_picture(tally, study)
    for mark in picture.marks:
        for shape in mark.shapes:
            if isinstance(shape, Text):
                style = look_up(shape.runs[0].style)
                assert style.size >= 12
                width = text_width(shape.plain, style.size, bold=style.bold)
                left = {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
                assert shape.x - left >= 0
                assert shape.x - left + width <= picture.width


def test_it_is_painted_as_a_whole_file(study: Study) -> None:
    root = ET.fromstring(paint_file(tally_picture(BY_HAND, study), title="A tally"))  # noqa: S314 - our own file
    assert root.tag.endswith("svg")
