from copy import deepcopy
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relnet.case.models import Case
from relnet.editing.document import Tree, case_of, file_of, identified, tree_of
from relnet.editing.revision import (
    ORDER,
    Change,
    applied,
    changes_between,
    inverse_of,
    is_list,
    overlap,
    still_stands,
    value_at,
)
from tests.case.small import Json, parsed, small_case
from tests.strategies import cases


def tree(**parts: object) -> Tree:
    return tree_of(parsed(small_case(**parts)))


def mixed(one: Case, other: Case, seed: int) -> Tree:
    """Give a tree with entries of two cases in any order: for changes, it need not be valid."""
    random = Random(seed)  # noqa: S311 - the same seed, the same tree
    found = deepcopy(tree_of(one))
    for section, entries in tree_of(other).items():
        if is_list((section,)):
            both = list((found[section] | entries).items())
            random.shuffle(both)
            found[section] = dict(both[: random.randint(0, len(both))])
    return found


def same(one: Tree, other: Tree) -> bool:
    """Whether two trees are equal, and their lists in the same order."""
    return one == other and file_of(one) == file_of(other)


SMALL = cases(max_people=6, max_areas=3, max_stages=4)
SEEDS = st.integers(0, 2**32)


@given(SMALL, SMALL)
def test_changes_lead_from_one_case_to_the_other_and_back(one: Case, other: Case) -> None:
    before, after = tree_of(identified(one)), tree_of(identified(other))

    changes = changes_between(before, after)

    assert same(applied(before, changes), after)
    assert same(applied(after, inverse_of(changes)), before)
    assert case_of(applied(before, changes)) == identified(other)


@given(SMALL, SMALL, SEEDS)
def test_changes_lead_through_any_mixture_of_entries(one: Case, other: Case, seed: int) -> None:
    first = tree_of(one)
    second, third = mixed(one, other, seed), mixed(one, other, seed + 1)

    changes = (*changes_between(first, second), *changes_between(second, third))

    assert same(applied(first, changes), third)
    assert same(applied(third, inverse_of(changes)), first)


@given(SMALL, SMALL, SEEDS)
def test_what_is_given_stays_as_it_is(one: Case, other: Case, seed: int) -> None:
    before, after = tree_of(one), mixed(one, other, seed)
    kept, changes = deepcopy(before), changes_between(before, after)
    told = deepcopy(changes)

    applied(applied(before, changes), inverse_of(changes))

    assert before == kept
    assert changes == told


@given(SMALL)
def test_a_case_has_no_changes_of_itself(case: Case) -> None:
    assert changes_between(tree_of(case), tree_of(case)) == ()


def test_a_change_names_the_smallest_thing() -> None:
    before = small_case()
    after = small_case(people=[before["people"][0] | {"role": "Mum"}, *before["people"][1:]])

    changes = changes_between(tree_of(parsed(before)), tree_of(parsed(after)))

    assert changes == (Change(("people", "mum", "role"), "Mother", "Mum"),)


def test_an_entry_comes_back_where_it_stood() -> None:
    before = tree()
    gone = {key: value for key, value in before["people"].items() if key == "sam"}

    changes = changes_between(before, before | {"people": gone})

    assert [change.path[1] for change in changes] == ["kayla", "mum"]
    back = applied(before | {"people": gone}, inverse_of(changes))
    assert list(back["people"]) == ["mum", "kayla", "sam"]


def test_an_entry_whose_neighbour_is_gone_stands_at_the_end() -> None:
    entry = Change(("people", "gran"), None, {"id": "gran"}, behind="nobody")

    assert list(applied(tree(), [entry])["people"]) == ["mum", "kayla", "sam", "gran"]


def test_an_order_is_a_change_of_its_own() -> None:
    before = tree()
    turned = dict(reversed(before["people"].items()))

    changes = changes_between(before, before | {"people": turned})

    assert changes == (Change(("people", ORDER), ["mum", "kayla", "sam"], ["sam", "kayla", "mum"]),)


def test_an_order_keeps_those_that_it_does_not_know() -> None:
    order = Change(("people", ORDER), None, ["sam", "gone", "mum"])

    assert list(applied(tree(), [order])["people"]) == ["sam", "mum", "kayla"]


def test_a_change_inside_what_is_gone_is_left_out() -> None:
    change = Change(("people", "gran", "role"), None, "Gran")

    assert applied(tree(), [change]) == tree()


ROLE = Change(("people", "mum", "role"), "Mum", "Mother")
NOTE_GONE = Change(("people", "mum", "note"), "x", None)
PEOPLE = ["mum", "kayla", "sam"]


@pytest.mark.parametrize(
    ("change", "stands"),
    [
        (ROLE, True),
        (Change(("people", "mum", "role"), "x", "Mummy"), False),
        (NOTE_GONE, True),
        (Change(("people", "gran", "note"), "x", None), False),
        (Change(("people", "gran"), {"id": "gran"}, None), True),
        (Change(("people", ORDER), None, PEOPLE), True),
        (Change(("people", ORDER), None, PEOPLE[:2]), False),
        (Change(("nothing", "here", ORDER), None, PEOPLE), False),
        (Change(("title",), "x", "A small case"), True),
    ],
)
def test_a_change_stands_while_nobody_changed_the_same(change: Change, *, stands: bool) -> None:
    assert still_stands(tree(), change) is stands


@pytest.mark.parametrize(
    ("one", "other", "same_thing"),
    [
        (("people", "mum", "role"), ("people", "mum", "role"), True),
        (("people", "mum", "role"), ("people", "mum", "note"), False),
        (("people", "mum"), ("people", "mum", "note"), True),
        (("people", "mum"), ("people", "kayla", "note"), False),
        (("people", ORDER), ("people", ORDER), True),
        (("people", ORDER), ("people", "mum"), False),
    ],
)
def test_overlap(one: tuple[str, ...], other: tuple[str, ...], *, same_thing: bool) -> None:
    first, second = Change(one, None, None), Change(other, None, None)

    assert overlap(first, second) is same_thing
    assert overlap(second, first) is same_thing


def test_what_stands_at_a_path() -> None:
    entry: Json = tree()["people"]["mum"]

    assert value_at(tree(), ("people", "mum")) == entry
    assert value_at(tree(), ("people", "mum", "role", "deeper")) is None
    assert value_at(tree(), ("people", "gran")) is None
