"""The numbers on the page, and what changed: counted by hand on the small case."""

from typing import Any

import pytest
from dash.development.base_component import Component

from relnet.figures.words_measures import COUNTS_WORDS, MEASURE_WORDS, Measure
from relnet.web.views.changes import asked_stages, changes_view
from relnet.web.views.numbers import numbers_view
from relnet.web.views.numbers_words import about_words
from tests.network.small import small_case
from tests.web.views import entry_of, look, of_class, said, sample, walk


def small(stage: int = 1, **more: object) -> Component:
    return numbers_view(look(entry_of(small_case(**more)), stage, "team"))


def table(made: Component, key: str) -> dict[str, list[str]]:
    """Give a table's cells by the first line of their row's heading."""
    found: Any = next(part for part in walk(made) if getattr(part, "id", None) == key)
    rows = found.children[2].children
    return {
        said(row.children[0].children[0])
        if isinstance(row.children[0].children, list)
        else said(row.children[0]): [said(cell) for cell in row.children[1:]]
        for row in rows
    }


def test_the_numbers_of_each_stage_by_hand() -> None:
    found = table(small(), "table-measures")
    assert found[MEASURE_WORDS[Measure.COVERAGE]] == [
        "0.33 (1 of 3) collaboration with Gran",
        "0.11 (1 of 9) consistency with Dawn",
        "0.00 (0 of 3)",
    ]
    assert found[MEASURE_WORDS[Measure.TRACKS]][1] == "0.33 (1 of 3) consistency with Dawn"
    assert found[MEASURE_WORDS[Measure.DENSITY]][0] == (
        "0.17 (1 of 6) Dawn, Gran, Kayla and Boxing club"
    )
    assert found[MEASURE_WORDS[Measure.ONLY_HARM]][0] == "1 Tee"
    assert found[MEASURE_WORDS[Measure.NOT_KNOWN]][1] == "1 Kayla"


def test_what_has_nothing_to_count_is_not_zero() -> None:
    found = table(small(relationships=[], uses=[]), "table-measures")
    assert found[MEASURE_WORDS[Measure.DENSITY]] == ["– nothing to count"] * 3
    assert found[MEASURE_WORDS[Measure.CONSTRAINT]] == ["– nothing to count"] * 3
    assert found[MEASURE_WORDS[Measure.COVERAGE]][0] == "– nothing to count"
    assert found[MEASURE_WORDS[Measure.COVERAGE]][1] == "0.00 (0 of 9)"


def test_where_nobody_can_say_it_says_so() -> None:
    found = table(small(), "table-measures")
    assert found[MEASURE_WORDS[Measure.STAGE_ON_ONE]] == [
        "nobody can say",
        "yes Dawn",
        "nobody can say",
    ]


def test_every_number_unfolds_what_it_counts() -> None:
    made = small()
    for key in ("table-measures", "table-steps", "table-overall", "table-shares"):
        found: Any = next(part for part in walk(made) if getattr(part, "id", None) == key)
        for row in found.children[2].children:
            (counts,) = of_class(row.children[0], "counts")
            assert said(counts).startswith("What this counts ")


@pytest.mark.parametrize("measure", list(Measure))
def test_what_is_told_of_a_measure_begins_with_its_definition(measure: Measure) -> None:
    told = list(about_words(measure))
    assert told[0] == COUNTS_WORDS[measure]
    assert all(told)


def test_high_density_is_told_not_to_be_good() -> None:
    assert "Mind: High density is not good in itself." in " ".join(about_words(Measure.DENSITY))


def test_evenness_over_all_stages_hides_what_a_stage_shows() -> None:
    told = " ".join(about_words(Measure.EVENNESS))
    assert "it hides what one stage shows" in told


def test_stage_columns_carry_their_stage() -> None:
    made = small()
    found: Any = next(part for part in walk(made) if getattr(part, "id", None) == "table-steps")
    heads = found.children[1].children.children
    assert [getattr(head, "data-stage", None) for head in heads] == [None, "1", "2"]


def test_sentences_name_the_people() -> None:
    """By hand: Dawn alone is active at the foster home, and holds the one use in practice."""
    stages = of_class(small(), "stage-sentences")
    assert [getattr(part, "data-stage") for part in stages] == ["0", "1", "2"]
    assert said(stages[1]) == (
        "Foster home, Northfield Trusted relationships: the only active relationship is with Dawn."
        " Every use in practice is held by Dawn. Close to Amira and in nobody’s plan: Gran and"
        " Kayla. When services end, these active relationships are left: Dawn."
    )


def test_what_changed_by_hand() -> None:
    """Dawn grew stronger, Gran broke, the club ended; Kayla is not known; Tee counts apart."""
    made = changes_view(look(entry_of(small_case()), 1, "team"), 0, 1)
    found = table(made, "table-changed")
    assert {kind: cells[0] for kind, cells in found.items()} == {
        "kept, as strong as before": "0",
        "kept, stronger": "1 Dawn",
        "kept, weaker": "0",
        "broken": "1 Gran",
        "ended": "1 Boxing club",
        "new": "0",
        "there again": "0",
        "known again": "0",
        "not known any more": "1 Kayla",
    }
    assert table(made, "table-changed-harm")["not known any more"][0] == "1 Tee"
    shares = table(made, "table-shares")
    assert shares[MEASURE_WORDS[Measure.RETENTION]][0] == "1 of 3; 0.33 Dawn"
    assert shares[MEASURE_WORDS[Measure.ROLE_RETENTION]][0] == "nothing to count"


def test_amira_lost_eight_and_met_five_as_the_side_panel_says() -> None:
    found = table(changes_view(look(sample("amira")), 0, 1), "table-changed")
    assert found["broken"][0].startswith("8 ")
    assert found["new"][0] == "5 Ruth, Sam, Mr Hill, Ebony and Choir"


def test_a_role_stays_while_the_person_changes() -> None:
    people = [
        {
            "id": name,
            "name": name,
            "role": "social worker",
            "type": "practitioner",
            "role_slot": "Social worker",
        }
        for name in ("ann", "bea")
    ]
    ties = [
        {
            "id": "r-ann",
            "from": "ann",
            "tracks": ["trusted"],
            "states": [
                {"stage": "before", "status": "active"},
                {"stage": "foster", "status": "ended"},
            ],
        },
        {
            "id": "r-bea",
            "from": "bea",
            "tracks": ["trusted"],
            "states": [{"stage": "foster", "status": "active"}],
        },
    ]
    case = small_case(people=people, relationships=ties, uses=[], settings=[])
    made = changes_view(look(entry_of(case), 1, "team"), 0, 1)
    assert "Replaced in the same role" in said(made)
    assert "social worker: ann went, bea came" in said(made)
    shares = table(made, "table-shares")
    assert shares[MEASURE_WORDS[Measure.RETENTION]][0] == "0 of 1; 0.00"
    assert shares[MEASURE_WORDS[Measure.ROLE_RETENTION]][0] == "1 of 1; 1.00 social worker"


def test_any_two_stages_can_be_compared() -> None:
    made = changes_view(look(sample("many-moves")), 0, 8)
    assert said(made).startswith("From “At home, Riverside” to “After 18, still in Millbrook”.")


def test_a_stage_beside_itself_asks_for_another() -> None:
    assert said(changes_view(look(sample("amira")), 2, 2)) == "Choose two different stages."


@pytest.mark.parametrize(
    ("asked", "stage", "expected"),
    [
        ({}, 3, (2, 3)),
        ({}, 0, (0, 1)),
        ({"from": "1", "to": "5"}, 0, (0, 4)),
        ({"from": "5", "to": "1"}, 0, (0, 4)),
        ({"from": "9", "to": "x"}, 2, (1, 2)),
        ({"to": "1"}, 2, (0, 0)),
    ],
)
def test_the_address_names_two_stages(
    asked: dict[str, str], stage: int, expected: tuple[int, int]
) -> None:
    assert asked_stages(asked, look(sample("amira"), stage)) == expected


def test_a_case_of_one_stage_has_nothing_to_compare() -> None:
    stage = {"id": "one", "label": "One", "phase": "before"}
    made = numbers_view(look(entry_of(small_case(stages=[stage], relationships=[], uses=[]))))
    assert "Choose two different stages." in said(made)
    assert not [part for part in walk(made) if getattr(part, "id", None) == "table-steps"]
