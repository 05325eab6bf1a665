"""The words of a cell of the grid, read and written."""

from typing import Any

import pytest

from relnet.case.models import State
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, Influence, Status, Strength
from relnet.web.edit.grid_state import EXAMPLES, NotUnderstood, read_state, state_words


def said(text: str, perspective: str = TEAM) -> dict[str, Any]:
    """Give what a text says, without what it leaves out."""
    return {name: value for name, value in read_state(text, perspective).items() if value}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("active, strong", {"status": "active", "strength": "strong"}),
        ("strong", {"status": "active", "strength": "strong"}),
        ("  STRONG ", {"status": "active", "strength": "strong"}),
        ("weak, strained", {"status": "active", "strength": "weak", "strained": True}),
        ("Weak but strained", {"status": "active", "strength": "weak", "strained": True}),
        ("steady/tense", {"status": "active", "strength": "steady", "strained": True}),
        ("broken", {"status": "broken"}),
        ("lost touch", {"status": "broken"}),
        ("broken, strong", {"status": "broken", "strength": "strong"}),
        ("ended", {"status": "ended"}),
        ("it is over", {"status": "ended"}),
        ("wanted", {"status": "wanted"}),
        ("never formed", {"status": "never_formed"}),
        ("not known", {"status": "not_known"}),
        ("not-known", {"status": "not_known"}),
        ("don’t know", {"status": "not_known"}),
        ("?", {"status": "not_known"}),
        ("protective", {"status": "active", "influence": ["protective"]}),
        (
            "active strong protective harmful",
            {"status": "active", "strength": "strong", "influence": ["protective", "harmful"]},
        ),
    ],
)
def test_typed_words_are_understood_leniently(text: str, fields: dict[str, Any]) -> None:
    assert said(text) == fields


def test_what_a_cell_does_not_say_is_taken_out() -> None:
    assert read_state("broken", TEAM) == {
        "status": "broken",
        "strength": None,
        "strained": None,
        "influence": [],
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("strnog", "relnet does not know “strnog” here. Did you mean “strong”?"),
        ("purple", "does not know “purple” here. Write for example “strong”, “weak, strained”"),
        ("and", "does not know “and” here"),
        (", ;", "Write for example"),
        ("broken, ended", "“broken” and “ended” cannot both be true. Write one of them."),
        ("weak strong", "“weak” and “strong” cannot both be true"),
        ("not known, strong", "A relationship that is “not known” cannot be “strong” as well."),
        ("never formed, strained", "“never formed” cannot be “strained” as well"),
        ("inner circle", "only the young person says. Write it in their view."),
        ("\x00\n\x1b[31m", "does not know “31m”"),
    ],
)
def test_what_cannot_be_says_why(text: str, words: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_state(text, TEAM)
    assert words in str(refused.value)


def test_the_young_person_says_how_close_somebody_is() -> None:
    assert said("inner circle", YOUNG_PERSON) == {"closeness": 1}
    assert said("strong, outer", YOUNG_PERSON) == {
        "status": "active",
        "strength": "strong",
        "closeness": 3,
    }
    assert read_state("broken", YOUNG_PERSON)["closeness"] is None


@pytest.mark.parametrize(
    "state",
    [
        State(stage="s", status=Status.ACTIVE, strength=Strength.STRONG, strained=True),
        State(stage="s", status=Status.ENDED, influence=(Influence.HARMFUL, Influence.PROTECTIVE)),
        State(stage="s", perspective=YOUNG_PERSON, closeness=2),
        *(State(stage="s", status=status) for status in Status),
    ],
)
def test_what_is_written_can_be_typed_again(state: State) -> None:
    fields = read_state(state_words(state), state.perspective)
    again = State(stage="s", perspective=state.perspective, **fields)
    assert again == state


def test_nothing_recorded_is_an_empty_cell() -> None:
    assert state_words(None) == ""
    assert state_words(State(stage="s", perspective="mum")) == ""


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_a_cell_offers_is_understood(example: str) -> None:
    assert said(example)
