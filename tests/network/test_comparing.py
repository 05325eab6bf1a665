"""What is told otherwise at two stages of the small case, worked by hand, and for any case."""

from hypothesis import given, settings
from hypothesis import strategies as st

from relnet.case.models import Case
from relnet.case.timeline import perspectives
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, Level, Status, UseKind
from relnet.network.comparing import Difference, Matter, Side, differences
from relnet.network.graph import build_network
from tests.network.small import small_case, small_network
from tests.strategies import cases

BEFORE, FOSTER = 0, 1


def facts(found: tuple[Difference, ...]) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(each.left_id, each.facts) for each in found if each.matter is Matter.RELATIONSHIP]


def test_two_stages_of_a_case() -> None:
    network = small_network()
    found = differences(Side(network, TEAM, BEFORE), Side(network, TEAM, FOSTER))
    assert [each.matter for each in found[:2]] == [Matter.AREA, Matter.IN_PRACTICE]
    # Kayla and Tee were not told of since the move: not known. What their uses were is not
    # recorded before it, and none is told after it: that is no difference of theirs.
    assert facts(found) == [
        ("r-dawn", ("strength", "uses")),
        ("r-gran", ("status", "strength", "uses")),
        ("r-kayla", ("status", "strength")),
        ("r-tee", ("status",)),
        ("r-club", ("status",)),
    ]
    dawn = found[2]
    assert dawn.left is not None
    assert dawn.right is not None
    assert dawn.left.uses is None
    assert dawn.right.uses == {
        UseKind.CONSISTENCY: Level.PRACTICE,
        UseKind.SAFETY: Level.PLANNED,
    }


def test_two_views_differ_where_both_say_something() -> None:
    network = small_network()
    found = differences(Side(network, TEAM, FOSTER), Side(network, YOUNG_PERSON, FOSTER))
    by_id = {each.left_id: each for each in found}
    gran = by_id["r-gran"]
    assert gran.facts == ("status",)
    assert gran.left is not None
    assert gran.right is not None
    assert (gran.left.status, gran.right.status) == (Status.BROKEN, Status.WANTED)
    # Amira was asked how close Kayla is, and of nothing else: that is no difference.
    assert "r-kayla" not in by_id
    assert by_id["r-dawn"].right is not None
    assert not by_id["r-dawn"].right.there


def test_a_relationship_that_one_case_has_is_told_of_that_side() -> None:
    whole = small_case()
    ties = tuple(tie for tie in whole.relationships if tie.id != "r-tee")
    other = build_network(whole.model_copy(update={"relationships": ties}))
    found = differences(Side(build_network(whole), TEAM, BEFORE), Side(other, TEAM, BEFORE))
    assert [(each.left_id, each.right_id, each.right) for each in found] == [("r-tee", None, None)]
    found = differences(Side(other, TEAM, BEFORE), Side(build_network(whole), TEAM, BEFORE))
    assert [(each.left_id, each.right_id, each.left) for each in found] == [(None, "r-tee", None)]


@st.composite
def sides(draw: st.DrawFn, case: Case) -> Side:
    """Make a side of a case."""
    stage = draw(st.integers(0, len(case.stages) - 1))
    return Side(build_network(case), draw(st.sampled_from(perspectives(case) or (TEAM,))), stage)


@settings(max_examples=40, deadline=None)
@given(data=st.data(), case=cases(max_people=12, max_stages=5))
def test_a_side_does_not_differ_from_itself(data: st.DataObject, case: Case) -> None:
    side = data.draw(sides(case))
    assert differences(side, side) == ()


@settings(max_examples=40, deadline=None)
@given(data=st.data(), case=cases(max_people=12, max_stages=5))
def test_swapping_the_sides_swaps_each_difference(data: st.DataObject, case: Case) -> None:
    left, right = data.draw(sides(case)), data.draw(sides(case))
    swapped = [
        Difference(d.matter, d.right_id, d.left_id, d.right, d.left, d.facts)
        for d in differences(right, left)
    ]
    assert list(differences(left, right)) == swapped
