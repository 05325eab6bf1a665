"""What the form of the stage asks after a move, and about each track."""

import json

import pytest

from relnet.case.models import Case
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, Blank, Status, Track
from relnet.editing.operations import read_operation
from relnet.editing.perform import perform
from relnet.web.edit.stage import stage_form
from tests.network.small import small_case, state
from tests.web.edit.looking import (
    BEFORE,
    FOSTER,
    LATER,
    checked,
    chips,
    field,
    folds,
    pressed,
    small,
    tags,
)
from tests.web.edit.written import Element, tree_of, with_value
from tests.web.views import entry_of, look

ANSWERS = ["kept", "weaker", "strained", "broken", "ended", "not known"]


def form(stage: int = BEFORE, perspective: str = TEAM, **more: object) -> Element:
    return tree_of(stage_form(small(stage, perspective, **more)))


def form_of(case: Case, stage: int, perspective: str = TEAM) -> Element:
    return tree_of(stage_form(look(entry_of(case), stage, perspective)))


def rows(place: Element) -> dict[str, Element]:
    """Give each row of the question by who it is about."""
    return {
        part.attrs["aria-label"]: part
        for part in place.walk()
        if part.attrs.get("class") == "field answer"
    }


def fold_of(place: Element, name: str) -> Element:
    return next(part for part in place.walk() if part.attrs.get("data-fold") == name)


def test_it_says_which_stage_and_whose_view_it_is() -> None:
    assert (
        form(FOSTER)
        .text()
        .startswith("Foster home, Northfield Stage 2 of 3, During relocation As the team sees it")
    )


def test_a_move_asks_after_everybody_who_was_there_with_one_press_each() -> None:
    found = rows(form(FOSTER))
    assert list(found) == ["Kayla", "Tee"]
    for name, row in found.items():
        words = [button.text() for button in tags(row, "button")]
        assert words == [name, *ANSWERS]
        assert tags(row, "button")[1].attrs["aria-label"] == f"{name}: kept"


def test_what_brings_harm_alone_is_asked_apart() -> None:
    words = form(FOSTER).text()
    assert "2 still to be answered." in words
    apart = words.index("Relationships that bring harm, counted apart:")
    assert words.index("Kayla") < apart < words.index("Tee")


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("kept", Status.ACTIVE),
        ("weaker", Status.ACTIVE),
        ("strained", Status.ACTIVE),
        ("broken", Status.BROKEN),
        ("ended", Status.ENDED),
        ("not known", Status.NOT_KNOWN),
    ],
)
def test_an_answer_goes_into_a_fold_where_it_is_marked(answer: str, status: Status) -> None:
    row = rows(form(FOSTER))["Kayla"]
    (button,) = (part for part in tags(row, "button") if part.text() == answer)
    case = pressed(small_case(), button)
    tie = next(tie for tie in case.relationships if tie.id == "r-kayla")
    assert [s.status for s in tie.states if (s.stage, s.perspective) == ("foster", TEAM)] == [
        status
    ]
    after = form_of(case, FOSTER)
    assert list(rows(after)) == ["Tee"]
    answered = fold_of(after, "answered")
    kayla = next(part for part in tags(answered, "fieldset") if part.text().startswith("Kayla"))
    assert json.loads(checked_value(kayla)) == answer.replace(" ", "_")


def checked_value(place: Element) -> str:
    (value,) = (part.attrs["value"] for part in place.walk() if "checked" in part.attrs)
    return value


def test_what_is_answered_is_one_quiet_line_and_can_be_changed() -> None:
    found = form(FOSTER)
    answered = fold_of(found, "answered")
    assert tags(answered, "summary")[0].text() == "3 answered"
    assert "open" not in answered.attrs
    gran = next(part for part in tags(answered, "fieldset") if part.text().startswith("Gran"))
    assert checked_value(gran) == '"broken"'
    operation = with_value(json.loads(gran.attrs["data-op"]), "answer", "kept")
    case = perform(small_case(), read_operation(operation))
    tie = next(tie for tie in case.relationships if tie.id == "r-gran")
    told = {s.stage: s.status for s in tie.states if s.perspective == TEAM}
    assert told["foster"] is Status.ACTIVE


def test_what_is_neither_of_the_answers_has_none_marked() -> None:
    found = form(FOSTER)
    # Dawn was weak before the move and is strong after it.
    dawn = next(part for part in tags(found, "fieldset") if part.text().startswith("Dawn"))
    assert not [part for part in dawn.walk() if "checked" in part.attrs]


def test_without_a_move_nothing_is_asked() -> None:
    assert not rows(form(BEFORE))
    assert not [title for title in folds(form(BEFORE)) if "answered" in title]


def test_what_was_not_answered_is_asked_again_later_about_the_same_move() -> None:
    found = form(LATER)
    assert "Not known since the move to “Foster home, Northfield” 2" in folds(found)
    again = fold_of(found, "move-1")
    assert "open" in again.attrs
    (button,) = (part for part in tags(rows(again)["Kayla"], "button") if part.text() == "broken")
    case = pressed(small_case(), button)
    tie = next(tie for tie in case.relationships if tie.id == "r-kayla")
    assert ("foster", Status.BROKEN) in [(s.stage, s.status) for s in tie.states]


def test_each_perspective_is_asked_for_itself() -> None:
    ties = [
        {
            "id": "r-jan",
            "from": "jan",
            "tracks": ["trusted"],
            "states": [state("before"), state("before", perspective=YOUNG_PERSON)],
        }
    ]
    found = form(FOSTER, YOUNG_PERSON, relationships=ties, uses=[])
    (row,) = rows(found).values()
    operation = json.loads(tags(row, "button")[1].attrs["data-do"])
    assert operation["perspective"] == YOUNG_PERSON


def test_a_track_is_talked_about_with_one_press() -> None:
    found = form(BEFORE)
    # The parents' track has a use, so it has been talked about without being asked.
    assert chips(found) == {
        "Talked about: Trusted relationships": "false",
        "Talked about: Community and peers": "false",
    }
    assert "collaboration in practice" in found.text()
    (chip, _other) = (part for part in tags(found, "button") if "aria-pressed" in part.attrs)
    case = pressed(small_case(), chip)
    assert case.stages[BEFORE].uses_recorded == (Track.TRUSTED,)
    after = form_of(case, BEFORE)
    assert "none: nothing is done here" in after.text()
    assert chips(after)["Talked about: Trusted relationships"] == "true"


def test_a_track_that_shows_nobody_says_why() -> None:
    nobody = form(FOSTER, relationships=[], uses=[])
    for track in Track:
        sets = next(
            part
            for part in nobody.walk()
            if part.attrs.get("data-set") == "blank" and track.value in part.attrs["data-op"]
        )
        operation = with_value(json.loads(sets.attrs["data-op"]), "blank", "asked_none")
        case = perform(small_case(), read_operation(operation))
        assert case.stages[FOSTER].blanks == {track: Blank.ASKED_NONE}


def test_a_reason_that_no_longer_holds_can_be_taken_back() -> None:
    found = form(BEFORE)
    assert checked(found, "blank") == ["not_asked"]
    sets = field(found, "blank")
    assert sets.text().startswith("Nobody in Community and peers, since")
    operation = with_value(json.loads(sets.attrs["data-op"]), "blank", None)
    assert perform(small_case(), read_operation(operation)).stages[BEFORE].blanks == {}
