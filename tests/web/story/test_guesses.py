"""What came of the room's guesses, in words."""

from typing import Any

import pytest

from relnet.case.models import Case
from relnet.web.case_view import CaseView
from relnet.web.story.guesses import Answer, Outcome, answers, guess_boxes, outcome_of
from relnet.web.story.steps import shown_steps
from tests.network.small import state
from tests.web.story.told import told
from tests.web.views import entry_of, look

TIE = "r-dawn"


def found(view: CaseView) -> dict[str, Answer]:
    _, guess, answer, *_others = shown_steps(view)
    return {one.ref: one for one in answers(view, guess, answer)}


def test_each_answer_is_told_as_the_room_guessed() -> None:
    assert found(told())["p1"] == Answer(
        "p1",
        "You said Gran would stay: the move broke it.",
        "You did not expect Gran to stay: the move broke it.",
        "Gran: the move broke it.",
    )


def test_what_came_of_each_is_told_in_the_order_of_the_step() -> None:
    assert [answer.plain for answer in found(told()).values()] == [
        "Dawn: still there.",
        "Gran: the move broke it.",
        "Kayla: nobody knows.",
        "Boxing club: it ended.",
    ]


def test_what_can_be_ticked_is_called_by_name() -> None:
    view = told()
    boxes = guess_boxes(view, shown_steps(view)[1])
    assert [ref for ref, _name in boxes] == ["p0", "p1", "p2", "s0"]
    assert boxes[1] == ("p1", "Gran")


def test_another_perspective_has_answers_of_its_own() -> None:
    assert found(told(perspective="young_person"))["p1"].plain == "Gran: it is not there."


def test_a_relationship_between_others_is_called_by_both() -> None:
    guess = {
        "id": "one",
        "title": "A",
        "stage": "before",
        "highlight": ["t-dawn-gran"],
        "guess": True,
    }
    view = told([guess, {"id": "two", "title": "B", "stage": "foster"}])
    first, second = shown_steps(view)
    assert [one.plain for one in answers(view, first, second)] == ["Dawn and Gran: still there."]


def test_hidden_names_are_in_no_answer() -> None:
    case = told().case
    view = look(entry_of(case), hidden=True)
    words = " ".join(" ".join(answer) for answer in found(view).values())
    assert "Gran" not in words.replace("Grandparent", "").replace("grandparent", "")
    assert "Kayla" not in words


def with_states(*states: dict[str, object]) -> CaseView:
    case = told().case.model_dump(mode="json", by_alias=True, exclude_none=True)
    tie: dict[str, Any] = next(one for one in case["relationships"] if one["id"] == TIE)
    tie["states"] = list(states)
    return look(entry_of(Case.model_validate(case)))


@pytest.mark.parametrize(
    ("states", "outcome"),
    [
        ([state("before"), state("foster")], Outcome.THERE),
        ([state("before", strength="strong"), state("foster", strength="weak")], Outcome.WEAKER),
        ([state("before"), state("foster", strained=True)], Outcome.STRAINED),
        ([state("before", strained=True), state("foster", strained=True)], Outcome.THERE),
        ([state("before"), state("foster", "broken")], Outcome.BROKEN_BY_MOVE),
        ([state("before", "broken")], Outcome.BROKEN),
        ([state("before", "broken"), state("foster")], Outcome.BACK),
        ([state("before"), state("foster", "ended")], Outcome.ENDED),
        ([state("before")], Outcome.NOT_KNOWN),
        ([state("before"), state("foster", "wanted")], Outcome.NOT_THERE),
        ([state("later")], Outcome.NOT_THERE),
        ([state("foster")], Outcome.THERE),
        ([state("before"), state("foster", None)], Outcome.NOT_KNOWN),
    ],
)
def test_what_became_of_a_relationship(states: list[dict[str, object]], outcome: Outcome) -> None:
    view = with_states(*states)
    assert outcome_of(view, view.network.relationships[TIE], 0, 1) is outcome


def test_what_broke_without_a_move_was_broken_by_none() -> None:
    view = with_states(state("before"), state("foster"), state("later", "broken"))
    assert outcome_of(view, view.network.relationships[TIE], 1, 2) is Outcome.BROKEN
