"""Which stage, person and relationship stands for which, worked by hand and for any two cases."""

from hypothesis import given, settings

from relnet.case.models import Case
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, AreaKind
from relnet.network.matching import (
    Pair,
    counterpart,
    match_areas,
    match_members,
    match_relationships,
    match_stages,
)
from tests.network.small import small_case
from tests.strategies import cases


def renamed(case: Case, **stages: str) -> Case:
    """Give stages other ids, and drop what hangs on them."""
    found = [
        stage.model_copy(update={"id": stages.get(stage.id, stage.id)}) for stage in case.stages
    ]
    return case.model_copy(update={"stages": tuple(found)})


def test_stages_are_matched_by_id() -> None:
    case = small_case()
    assert match_stages(case, case) == (Pair(0, 0), Pair(1, 1), Pair(2, 2))


def test_stages_of_other_ids_are_matched_by_phase_and_order() -> None:
    case = small_case()
    other = renamed(case, before="start", foster="away", later="then")
    assert match_stages(case, other) == (Pair(0, 0), Pair(1, 1), Pair(2, 2))


def test_a_stage_that_one_case_has_stands_alone_at_its_place() -> None:
    case = small_case()
    shorter = case.model_copy(update={"stages": (case.stages[0], case.stages[2])})
    assert match_stages(case, shorter) == (Pair(0, 0), Pair(1, None), Pair(2, 1))
    assert match_stages(shorter, case) == (Pair(0, 0), Pair(None, 1), Pair(1, 2))


@settings(max_examples=40, deadline=None)
@given(left=cases(max_people=12, max_stages=5), right=cases(max_people=12, max_stages=5))
def test_every_stage_stands_once_and_in_order(left: Case, right: Case) -> None:
    pairs = match_stages(left, right)
    assert [p.left for p in pairs if p.left is not None] == list(range(len(left.stages)))
    assert [p.right for p in pairs if p.right is not None] == list(range(len(right.stages)))


@settings(max_examples=40, deadline=None)
@given(left=cases(max_people=12, max_stages=5), right=cases(max_people=12, max_stages=5))
def test_nobody_stands_for_two(left: Case, right: Case) -> None:
    for found in (match_members(left, right), match_relationships(left, right)):
        assert len(set(found.values())) == len(found)


@settings(max_examples=40, deadline=None)
@given(case=cases(max_people=12, max_stages=5))
def test_a_case_matches_itself(case: Case) -> None:
    ties = match_relationships(case, case)
    assert ties == {tie.id: tie.id for tie in case.relationships}


def test_people_of_other_ids_are_matched_by_name_and_role() -> None:
    case = small_case()
    people = tuple(person.model_copy(update={"id": f"other-{person.id}"}) for person in case.people)
    other = case.model_copy(update={"people": people, "relationships": ()})
    assert match_members(case, other)["kayla"] == "other-kayla"


def test_people_of_one_name_and_role_are_matched_in_their_order() -> None:
    case = small_case()
    twins = [case.people[0].model_copy(update={"id": name}) for name in ("one", "two")]
    left = case.model_copy(update={"people": tuple(twins), "relationships": ()})
    others = tuple(each.model_copy(update={"id": f"other-{each.id}"}) for each in twins)
    right = left.model_copy(update={"people": others})
    found = match_members(left, right)
    assert (found["one"], found["two"]) == ("other-one", "other-two")


def test_a_view_stands_for_that_of_the_same_person() -> None:
    case = small_case()
    people = tuple(
        person.model_copy(update={"id": "grandma"}) if person.id == "gran" else person
        for person in case.people
        if person.id != "tee"
    )
    other = case.model_copy(update={"people": people, "relationships": ()})
    members = match_members(case, other)
    views = (TEAM, YOUNG_PERSON, "gran", "dawn", "tee")
    found = [counterpart(members, view) for view in views]
    assert found == [TEAM, YOUNG_PERSON, "grandma", "dawn", None]


def test_areas_are_matched_by_id_else_by_name_and_kind() -> None:
    case = small_case()
    home, away = case.areas
    renamed_home = home.model_copy(update={"name": "Elsewhere"})
    again = away.model_copy(update={"id": "north", "name": away.name.upper()})
    other = case.model_copy(update={"areas": (again, renamed_home)})
    assert match_areas(case, other) == {"home": "home", "away": "north"}
    online = away.model_copy(update={"id": "north", "kind": AreaKind.ONLINE})
    assert match_areas(case, case.model_copy(update={"areas": (online,)})) == {}


@settings(max_examples=40, deadline=None)
@given(left=cases(max_people=8, max_stages=4), right=cases(max_people=8, max_stages=4))
def test_swapping_the_cases_swaps_who_is_matched(left: Case, right: Case) -> None:
    for match in (match_members, match_relationships, match_areas):
        assert {one: other for other, one in match(left, right).items()} == match(right, left)
