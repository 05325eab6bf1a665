"""What the form of a relationship shows and offers."""

import json

import pytest

from relnet.case.vocabulary import TEAM, YOUNG_PERSON, Status
from relnet.web.edit.people import member_form, relationship_form
from tests.network.small import small_case, state
from tests.web.edit.looking import (
    BEFORE,
    FOSTER,
    LATER,
    checked,
    chips,
    field,
    member,
    named,
    pressed,
    small,
    tags,
)
from tests.web.edit.written import tree_of
from tests.web.views import entry_of, look


def test_the_present_values_are_marked() -> None:
    form = member("gran")
    assert checked(form, "fields.status") == ["active"]
    assert checked(form, "fields.strength") == ["strong"]
    assert checked(form, "fields.strained") == [None]
    assert checked(member("tee"), "fields.influence") == ["harmful"]


def test_what_carries_on_is_marked_and_says_since_when() -> None:
    form = member("gran", LATER)
    assert checked(form, "fields.status") == ["broken"]
    assert "As at “Foster home, Northfield”: nothing else is recorded since." in form.text()


def test_nothing_is_marked_where_a_relationship_is_not_there_yet() -> None:
    tie = {"id": "late", "from": "jan", "tracks": ["trusted"], "states": [state("later")]}
    form = member("jan", BEFORE, relationships=[tie], uses=[])
    assert checked(form, "fields.status") == []
    assert "Nothing is recorded of it here yet." in form.text()


def test_only_other_perspectives_may_leave_a_status_out() -> None:
    team = field(member("kayla"), "fields.status")
    own = field(member("kayla", BEFORE, YOUNG_PERSON), "fields.status")
    assert "not recorded" not in team.text()
    assert own.text().endswith("not recorded")


@pytest.mark.parametrize("stage", [FOSTER, LATER])
def test_a_move_asks_what_became_of_a_relationship(stage: int) -> None:
    form = member("kayla", stage)
    (asked,) = (part for part in form.walk() if part.attrs.get("class") == "field asks")
    assert asked.text() == (
        "What happened to it in the move to “Foster home, Northfield”?"
        " kept as it was weaker strained broken ended not known"
    )
    assert checked(form, "fields.status") == []
    for button in tags(asked, "button"):
        after = look(entry_of(pressed(small_case(), button)), stage, TEAM)
        assert "What happened to it" not in tree_of(member_form(after, "kayla")).text()


def test_an_answer_is_kept_at_the_stage_of_the_move() -> None:
    (button,) = named(member("kayla", LATER), "button", "kept as it was")
    tie = next(t for t in pressed(small_case(), button).relationships if t.id == "r-kayla")
    told = {s.stage: s.status for s in tie.states if s.perspective == TEAM}
    assert told == {"before": Status.ACTIVE, "foster": Status.ACTIVE}


def test_taking_back_says_what_carries_on() -> None:
    button = "Take back what is recorded here"
    gran = member("gran", FOSTER)
    assert f"{button} Then it is not known since the move." in gran.text()
    own = member("gran", FOSTER, YOUNG_PERSON)
    assert f"{button} Then it is as at “At home”: status not recorded." in own.text()
    assert f"{button} Then nothing is recorded here." in member("gran", BEFORE).text()
    assert not named(member("gran", LATER), "button", button)


def test_what_is_all_that_is_recorded_cannot_be_taken_back() -> None:
    assert "Take back" not in tree_of(relationship_form(small(), "t-dawn-gran")).text()


def test_closeness_is_the_young_persons_to_say() -> None:
    own = member("gran", FOSTER, YOUNG_PERSON)
    assert checked(own, "fields.closeness") == [2]
    assert field(own, "fields.closeness").text() == (
        "How close inner circle middle circle outer circle not asked"
    )
    team = member("gran", FOSTER)
    assert not [part for part in team.walk() if part.attrs.get("data-set") == "fields.closeness"]
    (link,) = tags(team, "a")
    assert link.text() == "Edit as Amira sees it"
    assert link.attrs["href"] == "?stage=2&as=yp&chosen=r1&edit=1"
    assert link.attrs["data-as"] == "yp"


def test_a_relationship_between_others_has_neither_uses_nor_closeness_nor_track() -> None:
    form = tree_of(relationship_form(small(), "t-dawn-gran"))
    assert [title.text() for title in tags(form, "h2")] == ["Dawn and Gran"]
    assert not chips(form)
    assert not tags(form, "a")
    assert [button.text() for button in tags(form, "button") if "data-choose" in button.attrs] == [
        "More about Dawn",
        "More about Gran",
    ]


def test_the_first_track_can_be_changed_and_others_added() -> None:
    form = member("gran")
    options = [
        json.loads(option.attrs["value"]) for option in tags(field(form, "fields.tracks"), "option")
    ]
    assert options == [
        ["trusted", "parent_child"],
        ["parent_child"],
        ["community_peer", "parent_child"],
    ]
    (also,) = named(form, "button", "Community and peers")
    tie = next(t for t in pressed(small_case(), also).relationships if t.id == "r-gran")
    assert [track.value for track in tie.tracks] == ["parent_child", "community_peer"]
