"""What differs at two stages of the small case, in words."""

import re

import pytest

from relnet.case.names import names_of
from relnet.case.vocabulary import TEAM, YOUNG_PERSON
from relnet.figures.words_compared import (
    ComparedRow,
    ToldByOne,
    compared_rows,
    counted,
    counted_shortly,
    told_by_one,
)
from relnet.network.comparing import Matter, Side
from relnet.network.graph import CaseNetwork, build_network
from tests.network.small import circle, retold, small_network, state

Told = tuple[dict[str, tuple[str, str]], tuple[str, ...]]

NETWORK = small_network()
SIDES = (Side(NETWORK, TEAM, 0), Side(NETWORK, TEAM, 1))


def rows(*, hidden: bool = False) -> tuple[ComparedRow, ...]:
    names = names_of(NETWORK.case, hidden=hidden)
    return compared_rows(*SIDES, names, names)


def test_each_difference_is_a_row() -> None:
    told = {row.about: (row.left, row.right) for row in rows()}
    assert told == {
        "Where Amira lives": ("Riverside", "Northfield"),
        "Tracks in practice": (
            "Parent–child and family; not recorded: Trusted relationships and Community and peers",
            "Trusted relationships",
        ),
        "Dawn": (
            "weak, uses not recorded",
            "strong, consistency (in practice) and safety (planned)",
        ),
        "Gran": (
            "active, strong, collaboration (in practice)",
            "broken, nothing done through it",
        ),
        "Kayla": ("active, steady", "not known"),
        "Tee": ("active", "not known"),
        "Boxing club": ("active", "ended"),
    }


def test_a_row_names_the_marks_of_both_sides() -> None:
    dawn = next(row for row in rows() if row.about == "Dawn")
    assert dawn.left_refs == dawn.right_refs == ("r0", "p0")


def test_hidden_names_stay_hidden() -> None:
    names = names_of(NETWORK.case, hidden=True)
    views = (Side(NETWORK, TEAM, 1), Side(NETWORK, YOUNG_PERSON, 1))
    alone = [each.sentence for each in told_by_one(*views, names, names)]
    assert alone[0] == "Told by the team only: the social worker and the club."
    told = " ".join([*(f"{row.about} {row.left} {row.right}" for row in rows(hidden=True)), *alone])
    for name in ("Amira", "Dawn", "Gran", "Kayla", "Tee", "Boxing", "Riverside", "Northfield"):
        assert not re.search(rf"\b{name}\b", told)


def test_they_are_counted_and_harm_alone_apart() -> None:
    assert counted(0) == "No difference at this stage"
    assert counted(1) == "1 difference at this stage"
    assert counted(7) == "7 differences at this stage"
    assert counted(7, 1) == "7 differences at this stage; counted apart, with only harm: 1"
    assert counted(0, 2) == "No difference at this stage; counted apart, with only harm: 2"


def test_a_button_counts_in_few_words_and_harm_alone_apart() -> None:
    assert counted_shortly(0) == "no difference"
    assert counted_shortly(1) == "1 difference"
    assert counted_shortly(7, 1) == "7 differences, 1 with only harm"
    assert counted_shortly(0, 2) == "2 with only harm"


def test_what_one_side_tells_can_be_said_with_a_number_alone() -> None:
    names = names_of(NETWORK.case)
    views = (Side(NETWORK, TEAM, 1), Side(NETWORK, YOUNG_PERSON, 1))
    assert told_by_one(*views, names, names)[0] == ToldByOne(
        "Told by the team only: Dawn and Boxing club.",
        "Told by the team only: 2 relationships.",
        "Dawn and Boxing club",
        2,
    )


def words(left: CaseNetwork, right: CaseNetwork, *views: str, stage: int = 0) -> Told:
    """Tell what differs of each, and what one side alone tells."""
    views = views or (TEAM, TEAM)
    sides = Side(left, views[0], stage), Side(right, views[1], stage)
    names = names_of(left.case), names_of(right.case)
    found = {row.about: (row.left, row.right) for row in compared_rows(*sides, *names)}
    return found, tuple(each.sentence for each in told_by_one(*sides, *names))


def test_harm_alone_stands_last_and_is_marked() -> None:
    assert [(row.about, row.harmful) for row in rows()][-3:] == [
        ("Kayla", False),
        ("Boxing club", False),
        ("Tee", True),
    ]


def test_who_is_silent_is_told_in_a_sentence_for_each_side() -> None:
    found, alone = words(NETWORK, NETWORK, TEAM, YOUNG_PERSON, stage=1)
    assert found == {"Gran": ("broken", "wanted")}
    assert alone == (
        "Told by the team only: Dawn and Boxing club.",
        "Between others, told by the team only: Dawn and Gran; Gran and Kayla.",
    )


def test_the_sides_of_one_view_are_called_left_and_right() -> None:
    other = retold("t-gran-kayla", state("before", influence=["harmful"]))
    assert words(NETWORK, other) == (
        {},
        ("Between others, told by the right side only, with only harm: Gran and Kayla.",),
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            state("before", strength="weak", certainty="suspected"),
            state("before", strength="weak", certainty="established"),
            ("suspected", "confirmed"),
        ),
        (
            state("before", strength="weak"),
            state("before", strained=True, influence=["protective", "harmful"]),
            (
                "weak, not said to be strained, protection and harm not recorded",
                "strength not recorded, strained, harmful and protective",
            ),
        ),
        (
            state("before", strained=False),
            state("before", "ended", strained=True),
            ("active, not strained", "ended, strained"),
        ),
        (state("before", strength="weak"), state("before", "ended"), ("active, weak", "ended")),
        (
            state("before", strength="weak", certainty="suspected"),
            state("foster"),
            ("active, weak, suspected", "not there yet"),
        ),
    ],
)
def test_each_fact_has_its_words(
    left: dict[str, object], right: dict[str, object], expected: tuple[str, str]
) -> None:
    found, _alone = words(retold("r-dawn", left), retold("r-dawn", right))
    assert found == {"Dawn": expected}


def test_how_close_is_told_of_one_and_the_same_person() -> None:
    asked = retold("r-kayla", state("before", perspective=YOUNG_PERSON, strength="steady"))
    found, _alone = words(retold("r-kayla", circle("before", 1)), asked, YOUNG_PERSON, YOUNG_PERSON)
    assert found == {
        "Kayla": (
            "status not recorded, strength not recorded, in the inner circle",
            "active, steady, not asked how close",
        )
    }


def test_a_tie_of_two_others_is_told_by_both_names_and_marks_its_line() -> None:
    weaker = retold("t-dawn-gran", state("before", strength="weak"))
    stronger = retold("t-dawn-gran", state("before", strength="strong"))
    names = names_of(weaker.case)
    found = compared_rows(Side(weaker, TEAM, 0), Side(stronger, TEAM, 0), names, names)
    assert found == (
        ComparedRow(Matter.BETWEEN_OTHERS, "Dawn and Gran", "weak", "strong", ("r5",), ("r5",)),
    )


def test_where_somebody_is_is_told_with_the_setting() -> None:
    people = NETWORK.case.model_dump(mode="json")["people"]
    gran = next(person for person in people if person["id"] == "gran")
    away = small_network(people=[*people[:1], {**gran, "area": "away"}, *people[2:]])
    there = small_network(people=[*people[:1], {**gran, "settings": ["club"]}, *people[2:]])
    found, _alone = words(there, away)
    assert found == {"Where Gran is": ("in Riverside (Boxing club)", "in Northfield")}


def test_another_home_is_told_with_its_setting() -> None:
    case = NETWORK.case
    stages = tuple(
        stage.model_copy(update={"setting": "club"} if stage.id == "before" else {})
        for stage in case.stages
    )
    other = build_network(case.model_copy(update={"stages": stages}))
    names = names_of(case)
    found = compared_rows(Side(other, TEAM, 0), Side(NETWORK, TEAM, 1), names, names)
    assert (found[0].left, found[0].right) == ("Riverside (Boxing club)", "Northfield")


def test_nothing_is_told_of_two_areas_that_are_called_alike_with_names_hidden() -> None:
    case = NETWORK.case
    areas = tuple(area.model_copy(update={"name": f"{area.name} too"}) for area in case.areas)
    other = build_network(case.model_copy(update={"areas": areas}))
    sides = (Side(NETWORK, TEAM, 0), Side(other, TEAM, 0))

    def told(*, hidden: bool) -> list[str]:
        names = [names_of(side.network.case, hidden=hidden) for side in sides]
        return [row.about for row in compared_rows(*sides, names[0], names[1])]

    assert told(hidden=False) == ["Where Amira lives"]
    assert told(hidden=True) == []
