"""What stays in sight of a map that is wider than its half."""

import pytest

from relnet.figures.scene import Scene
from relnet.web.case_view import CaseView
from relnet.web.compare.sight import lane_strip, name_spans
from relnet.web.stage_parts import narrow_scene_of
from tests.web.views import look, sample

AMIRA, MOVES = "amira", "many-moves"
AT_HOME, FOSTER = 0, 1


def drawn(slug: str) -> tuple[CaseView, Scene]:
    view = look(sample(slug))
    return view, narrow_scene_of(view)


def test_names_at_home_and_where_the_young_person_lives_are_to_be_whole() -> None:
    spans = name_spans(*drawn(AMIRA))
    # Thirteen people are at home at both stages, six more in Northfield at the second one.
    assert [len(spans[stage]) for stage in (AT_HOME, FOSTER)] == [13, 18]


def test_a_name_goes_from_its_first_letter_to_the_last_of_the_role() -> None:
    spans = name_spans(*drawn(AMIRA))
    # Marcus stands first; his label ends at 189 px, and "Marcus youth worker" takes some 140 px.
    first, last, node = spans[AT_HOME][0]
    assert last == 190
    # The circle is 9 px wide to each side, and 7 px lie between it and the label.
    assert node == 205
    assert 130 < last - first < 160


@pytest.mark.parametrize("slug", [AMIRA, MOVES])
def test_the_lanes_are_named_upright(slug: str) -> None:
    painted = lane_strip(drawn(slug)[1])
    for words in ("Trusted", "relationships", "Parent–child", "and family", "Community"):
        assert f">{words}</text>" in painted
    assert painted.count("rotate(-90") == 6
    assert "nobody works" not in painted
