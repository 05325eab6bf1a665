"""What is told otherwise at two stages of the small case, worked by hand, and for any case."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relnet.case.models import Case
from relnet.case.timeline import perspectives
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, Level, Status, Track, UseKind
from relnet.network.comparing import (
    STATE_FACTS,
    USES,
    Difference,
    Matter,
    OneSided,
    Side,
    differences,
    one_sided,
)
from relnet.network.graph import CaseNetwork, build_network
from tests.network.small import retold, small_case, small_network, state
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
    # The tie of Dawn and Gran goes on as it was; that of Gran and Kayla began since: told apart.
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


def test_a_track_differs_where_both_sides_recorded_it() -> None:
    # By hand: practitioners not recorded, in practice, not recorded; parents in practice, none,
    # not recorded; peers and community not recorded, none, none.
    before, foster, last = (Side(small_network(), TEAM, stage) for stage in range(3))
    assert before.differing_tracks(foster) == {Track.PARENT_CHILD}
    assert foster.differing_tracks(before) == {Track.PARENT_CHILD}
    assert before.differing_tracks(last) == foster.differing_tracks(last) == frozenset()


def test_two_views_differ_where_both_say_something() -> None:
    network = small_network()
    sides = Side(network, TEAM, FOSTER), Side(network, YOUNG_PERSON, FOSTER)
    gran = differences(*sides)[0]
    assert (gran.left_id, gran.facts) == ("r-gran", ("status",))
    assert gran.left is not None
    assert gran.right is not None
    assert (gran.left.status, gran.right.status) == (Status.BROKEN, Status.WANTED)
    # Amira was asked how close Kayla and Tee are, and of nothing else: that is no difference.
    assert len(differences(*sides)) == 1


def test_who_tells_nothing_is_silent_and_not_of_another_view() -> None:
    network = small_network()
    found = one_sided(Side(network, TEAM, FOSTER), Side(network, YOUNG_PERSON, FOSTER))
    assert found == (
        OneSided("r-dawn", None, between_others=False, harmful=False),
        OneSided("r-club", None, between_others=False, harmful=False),
        OneSided("t-dawn-gran", None, between_others=True, harmful=False),
        OneSided("t-gran-kayla", None, between_others=True, harmful=False),
    )


def test_that_it_is_not_known_is_nothing_that_one_side_alone_tells() -> None:
    network = retold("r-club", state("before", "not_known"))
    sides = Side(network, TEAM, BEFORE), Side(network, YOUNG_PERSON, BEFORE)
    assert "r-club" not in {each.left_id for each in differences(*sides)}
    assert "r-club" not in {each.left_id for each in one_sided(*sides)}


def test_a_relationship_that_one_case_has_is_told_of_that_side() -> None:
    whole = small_case()
    ties = tuple(tie for tie in whole.relationships if tie.id != "r-tee")
    other = build_network(whole.model_copy(update={"relationships": ties}))
    found = differences(Side(build_network(whole), TEAM, BEFORE), Side(other, TEAM, BEFORE))
    assert [(each.left_id, each.right_id, each.right) for each in found] == [("r-tee", None, None)]
    found = differences(Side(other, TEAM, BEFORE), Side(build_network(whole), TEAM, BEFORE))
    assert [(each.left_id, each.right_id, each.left) for each in found] == [(None, "r-tee", None)]
    assert [each.harmful for each in found] == [True]


def test_a_relationship_that_begins_later_is_told_of_that_stage() -> None:
    network = retold("r-club", state("foster"))
    sides = Side(network, TEAM, BEFORE), Side(network, TEAM, FOSTER)
    assert ("r-club", STATE_FACTS) in facts(differences(*sides))
    assert "r-club" not in {each.right_id for each in one_sided(*sides)}


def test_a_view_that_never_tells_of_a_relationship_in_one_of_two_cases_is_silent() -> None:
    silent = retold("r-club", state("before", perspective="young_person"))
    sides = Side(small_network(), TEAM, BEFORE), Side(silent, TEAM, BEFORE)
    assert differences(*sides) == ()
    assert one_sided(*sides) == (OneSided("r-club", None, between_others=False, harmful=False),)


def test_strain_that_one_view_leaves_open_is_no_difference_of_views() -> None:
    strained = state("before", strength="weak", strained=True)
    asked = state("before", strength="weak", perspective="young_person")
    network = retold("r-dawn", strained, asked)
    views = Side(network, TEAM, BEFORE), Side(network, YOUNG_PERSON, BEFORE)
    assert facts(differences(*views)) == []
    cases_of_one_view = Side(network, TEAM, BEFORE), Side(small_network(), TEAM, BEFORE)
    assert facts(differences(*cases_of_one_view)) == [("r-dawn", ("strained",))]


@pytest.mark.parametrize(
    ("other", "expected"),
    [("suspected", [("r-tee", ("certainty",))]), ("established", []), (None, [])],
)
def test_certainty_is_compared_where_both_tell_it(
    other: str | None, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    left = retold("r-tee", state("before", influence=["harmful"], certainty="established"))
    right = retold("r-tee", state("before", influence=["harmful"], certainty=other))
    found = differences(Side(left, TEAM, BEFORE), Side(right, TEAM, BEFORE))
    assert facts(found) == expected
    assert all(each.harmful for each in found)


def test_harm_alone_is_counted_apart_where_no_side_tells_of_protection() -> None:
    left = retold("r-tee", state("before", strength="weak", influence=["harmful"]))
    right = retold("r-tee", state("before", strength="weak", influence=["protective"]))
    found = differences(Side(left, TEAM, BEFORE), Side(right, TEAM, BEFORE))
    assert [(each.facts, each.harmful) for each in found] == [(("influence",), False)]


def moved(**whereabouts: object) -> CaseNetwork:
    """Put Kayla somewhere, and tell of two more places."""
    case = small_case()
    more = [{"id": name, "name": name, "kind": "school", "area": "home"} for name in ("one", "two")]
    settings = [*case.model_dump(mode="json")["settings"], *more]
    people = [
        person.model_dump(mode="json") | (whereabouts if person.id == "kayla" else {})
        for person in case.people
    ]
    return small_network(people=people, settings=settings)


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ({"area": "home"}, {"area": "away"}, ["kayla"]),
        ({"area": "home"}, {"area": None}, []),
        ({"area": "home", "settings": ["one"]}, {"area": "home", "settings": ["two"]}, ["kayla"]),
        ({"area": "home", "settings": ["one"]}, {"area": "home"}, []),
    ],
)
def test_where_somebody_is_differs_where_both_tell_it(
    here: dict[str, object], there: dict[str, object], expected: list[str]
) -> None:
    found = differences(Side(moved(**here), TEAM, BEFORE), Side(moved(**there), TEAM, BEFORE))
    assert [(each.matter, each.left_id) for each in found] == [(Matter.PLACE, m) for m in expected]


def test_nobody_is_elsewhere_whom_one_side_does_not_show() -> None:
    here, there = moved(area="home"), moved(area="away")
    sides = Side(here, TEAM, BEFORE), Side(there, "gran", BEFORE)
    assert [each for each in differences(*sides) if each.matter is Matter.PLACE] == []


def test_another_home_in_the_same_area_is_told() -> None:
    case = moved().case
    before, *later = case.stages
    stages = [before.model_copy(update={"setting": setting}) for setting in ("one", "two", None)]
    first, second, untold = (
        Side(build_network(case.model_copy(update={"stages": (stage, *later)})), TEAM, BEFORE)
        for stage in stages
    )
    assert [each.matter for each in differences(first, second)] == [Matter.AREA]
    assert differences(first, untold) == ()


def test_ties_between_others_differ_in_what_both_tell() -> None:
    left = retold("t-dawn-gran", state("before", strength="weak", influence=["protective"]))
    right = retold("t-dawn-gran", state("before", "broken", strength="weak", strained=True))
    found = differences(Side(left, TEAM, BEFORE), Side(right, TEAM, BEFORE))
    assert [(each.matter, each.left_id, each.facts) for each in found] == [
        (Matter.BETWEEN_OTHERS, "t-dawn-gran", ("status",))
    ]


def test_one_and_the_same_person_is_one_view_whatever_their_id() -> None:
    """Gran has another id in the other case: what she leaves open there is a difference."""
    told = [state("before", strength="strong", perspective="gran")]
    ours = retold("r-kayla", *told)
    case = ours.case.model_dump_json(by_alias=True)
    theirs = build_network(Case.model_validate_json(case.replace('"gran"', '"grandma"')))
    asked = retold("r-kayla", state("before", perspective="gran"))
    assert differences(Side(ours, "gran", BEFORE), Side(theirs, "grandma", BEFORE)) == ()
    found = differences(Side(asked, "gran", BEFORE), Side(theirs, "grandma", BEFORE))
    assert facts(found) == [("r-kayla", ("strength",))]
    assert facts(differences(Side(asked, "gran", BEFORE), Side(theirs, TEAM, BEFORE))) == []


@st.composite
def sides(draw: st.DrawFn, case: Case) -> Side:
    """Make a side of a case."""
    stage = draw(st.integers(0, len(case.stages) - 1))
    return Side(build_network(case), draw(st.sampled_from(perspectives(case) or (TEAM,))), stage)


Drawn = st.DataObject
SOME = cases(max_people=12, max_stages=5)


@settings(max_examples=40, deadline=None)
@given(data=st.data(), case=SOME)
def test_a_side_does_not_differ_from_itself(data: Drawn, case: Case) -> None:
    side = data.draw(sides(case))
    assert differences(side, side) == ()
    assert one_sided(side, side) == ()


def mirrored(found: Difference) -> Difference:
    return replace(
        found,
        left_id=found.right_id,
        right_id=found.left_id,
        left=found.right,
        right=found.left,
    )


@settings(max_examples=60, deadline=None)
@given(data=st.data(), left=SOME, right=SOME)
def test_swapping_the_sides_swaps_each_difference(data: Drawn, left: Case, right: Case) -> None:
    one, other = data.draw(sides(left)), data.draw(sides(data.draw(st.sampled_from((left, right)))))
    ours, theirs = differences(one, other), differences(other, one)
    assert len(ours) == len(theirs)
    assert all(mirrored(each) in theirs for each in ours)
    alone = [
        replace(each, left_id=each.right_id, right_id=each.left_id)
        for each in one_sided(other, one)
    ]
    assert set(one_sided(one, other)) == set(alone)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), left=SOME, right=SOME)
def test_nothing_is_told_twice(data: Drawn, left: Case, right: Case) -> None:
    one, other = data.draw(sides(left)), data.draw(sides(data.draw(st.sampled_from((left, right)))))
    found = differences(one, other)
    about = [(each.matter, each.left_id, each.right_id) for each in found]
    assert len(set(about)) == len(about)
    silent = {(each.left_id, each.right_id) for each in one_sided(one, other)}
    states = [each for each in found if each.facts and each.facts != (USES,)]
    for each in states:
        assert (each.left_id, None) not in silent
        assert (None, each.right_id) not in silent
