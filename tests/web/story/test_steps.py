"""Where each step of a story leads, and what is lit there."""

import pytest

from relnet.case.vocabulary import StoryView
from relnet.figures.refs import refs_of
from relnet.web.story.steps import (
    guess_before,
    guessed_parts,
    is_guess,
    lit_refs,
    moves_between,
    shown_steps,
)
from tests.web.story.told import story_case, told


def test_a_step_that_names_no_stage_or_view_stays_where_the_one_before_is() -> None:
    steps = shown_steps(told())
    assert [(step.stage, step.view) for step in steps] == [
        (0, StoryView.MAP),
        (0, StoryView.MAP),
        (1, StoryView.TRACKS),
        (2, StoryView.TRACKS),
        (2, StoryView.FOCUS),
    ]


def test_a_case_without_a_story_has_no_steps() -> None:
    assert shown_steps(told([])) == ()


def test_only_the_step_after_a_guess_tells_what_came_of_it() -> None:
    steps = shown_steps(told())
    guesses = [guess_before(steps, number) for number in range(len(steps))]
    assert guesses == [None, None, steps[1], None, None]


def test_a_guess_about_nobody_is_none() -> None:
    assert [is_guess(step) for step in shown_steps(told())] == [False, True, False, False, False]


@pytest.mark.parametrize(
    ("highlight", "lit"),
    [
        ([], []),
        (["gran"], ["gran", "r-gran"]),
        (["club"], ["club", "r-club"]),
        (["jan"], ["jan"]),
        (["r-gran"], ["gran", "r-gran"]),
        (["t-gran-kayla"], ["gran", "kayla", "t-gran-kayla"]),
        (["dawn", "gran"], ["dawn", "gran", "r-dawn", "r-gran", "t-dawn-gran"]),
    ],
)
def test_with_somebody_their_relationships_are_lit(highlight: list[str], lit: list[str]) -> None:
    case = story_case()
    refs = refs_of(case)
    assert sorted(lit_refs(case, highlight)) == sorted(refs[part] for part in lit)


def test_the_room_guesses_once_about_each_relationship() -> None:
    view = told()
    found = [(part, tie.id) for part, tie in guessed_parts(view.case, shown_steps(view)[1])]
    assert found == [
        ("dawn", "r-dawn"),
        ("gran", "r-gran"),
        ("kayla", "r-kayla"),
        ("club", "r-club"),
    ]


@pytest.mark.parametrize(
    ("first", "last", "moved"), [(0, 0, False), (0, 1, True), (1, 2, False), (0, 2, True)]
)
def test_a_move_lies_between_two_stages(first: int, last: int, *, moved: bool) -> None:
    assert moves_between(story_case(), first, last) is moved
