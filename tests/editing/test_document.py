import json

import pytest
from hypothesis import given

from relnet.case.messages import CaseFaults
from relnet.case.models import Case
from relnet.case.writing import write_case
from relnet.editing.document import (
    case_of,
    factor_key,
    file_of,
    free_id,
    identified,
    ids_of,
    keyed,
    safety_key,
    state_key,
    tree_of,
    use_key,
)
from tests.case.small import parsed, small_case
from tests.strategies import cases

TWO_EVENTS = [{"text": "Mum rang Jo."}, {"text": "Sam rang Jo.", "id": "event-7"}]


@given(cases(max_people=12, max_stages=6))
def test_a_case_comes_back_from_its_tree(case: Case) -> None:
    assert case_of(tree_of(case)) == case


@given(cases(max_people=6, max_stages=4))
def test_a_tree_holds_what_the_file_holds(case: Case) -> None:
    file = json.loads(write_case(case))

    assert case_of(keyed(file)) == case
    assert keyed(file_of(tree_of(case))) == tree_of(case)


@given(cases(max_people=6, max_stages=4))
def test_every_entry_of_an_identified_case_has_an_id_of_its_own(case: Case) -> None:
    named = identified(case)

    ids = [part.id for part in named.events]
    ids += [part.id for part in named.prompts]
    ids += [part.id for part in named.story]
    assert len(set(ids) - {None}) == len(ids)
    assert identified(named) == named
    assert case_of(tree_of(named)) == named


def test_the_ids_of_a_file_stay() -> None:
    named = identified(parsed(small_case(events=TWO_EVENTS)))

    assert [event.id for event in named.events] == ["event-8", "event-7"]
    assert {"event-7", "event-8", "mum", "at-home", "r-mum", "school"} <= ids_of(named)


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        ([], "person-1"),
        (["mum", "person-x", "person-"], "person-1"),
        (["person-2", "person-7", "event-9"], "person-8"),
    ],
)
def test_a_free_id_follows_the_highest(taken: list[str], free: str) -> None:
    assert free_id("person", taken) == free


def test_entries_have_one_path_each() -> None:
    tree = tree_of(parsed(small_case()))

    assert tree["relationships"]["r-mum"]["states"][state_key("at-home", "team")] == {
        "stage": "at-home",
        "status": "active",
    }
    assert list(tree["uses"]) == [use_key("at-home", "r-mum", "collaboration")]


def test_entries_inside_a_stage_have_one_path_each() -> None:
    case = small_case()
    case["stages"][0] |= {
        "safety": [{"dimension": "physical", "held": "held", "perspective": "mum"}],
        "factors": [{"kind": "push", "text": "Rows"}, {"kind": "push", "text": "Rows"}],
    }

    stage = tree_of(parsed(case))["stages"]["at-home"]

    assert list(stage["safety"]) == [safety_key("physical", "mum")]
    assert list(stage["factors"]) == [factor_key("push", "Rows"), "push:Rows#2"]
    assert case_of(tree_of(parsed(case))) == parsed(case)


def test_states_stand_in_the_order_of_the_stages() -> None:
    tree = tree_of(parsed(small_case()))
    states = tree["relationships"]["r-mum"]["states"]
    early = dict(states)
    states.clear()
    states |= {"later:team": {"stage": "later", "status": "ended"}, **early}

    told = case_of(tree).relationships[0].states

    assert [state.stage for state in told] == ["at-home", "later"]


def test_a_tree_that_is_no_case_says_all_that_is_wrong() -> None:
    tree = tree_of(parsed(small_case()))
    del tree["people"]["mum"]
    del tree["title"]

    with pytest.raises(CaseFaults) as refused:
        case_of(tree)

    assert refused.value.faults[0].where == "title"
    assert "no person or setting 'mum'" in str(refused.value)
