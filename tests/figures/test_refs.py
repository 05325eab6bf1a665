"""The short names of the parts of a case say nothing of what they are called."""

import re

from hypothesis import given, settings

from relnet.case.models import Case
from relnet.figures.refs import YOUNG_PERSON_REF, refs_of
from tests.figures.scenes import scene_of, stages_of
from tests.network.small import small_case
from tests.strategies import cases


def test_parts_are_named_by_their_place_in_the_file() -> None:
    refs = refs_of(small_case())
    assert refs["young_person"] == YOUNG_PERSON_REF == "yp"
    assert [refs[end] for end in ("dawn", "jan", "club")] == ["p0", "p4", "s0"]
    assert [refs[tie] for tie in ("r-dawn", "t-gran-kayla")] == ["r0", "r6"]


@given(cases())
@settings(max_examples=15, deadline=None)
def test_no_two_parts_share_a_name(case: Case) -> None:
    refs = refs_of(case)
    parts = len(case.people) + len(case.settings) + len(case.relationships) + 1
    assert len(set(refs.values())) == len(refs) == parts
    assert all(re.fullmatch(r"yp|[psr]\d+", ref) for ref in refs.values())


def test_every_mark_of_a_part_has_its_name_once() -> None:
    refs = set(refs_of(small_case()).values())
    for stage in stages_of([scene_of(small_case())]):
        found = [mark.ref for mark in stage.marks if mark.ref is not None]
        assert len(found) == len(set(found))
        assert set(found) <= refs
