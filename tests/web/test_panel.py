"""What the side panel says of a stage: numbers counted by hand from the case files."""

from typing import Any

import pytest
from dash import html
from dash.development.base_component import Component

from relnet.case.models import Case
from relnet.web.panel import afterwards, stage_panel
from tests.network.small import small_case
from tests.web.nasty import NASTY, nasty_case
from tests.web.views import SAMPLES, entry_of, look, of_class, said, sample, sections, walk

GOES = "Where attention goes"
SINCE = "Since the last stage"
UNKNOWN = "Not known"
MATTERS = "Matters to Amira, in nobody’s plan"
ASK = "Ask the room"


def amira(stage: int, perspective: str = "team", *, hidden: bool = False) -> Component:
    return stage_panel(look(sample("amira"), stage, perspective, hidden=hidden), stage)


def small(stage: int, perspective: str = "team", **more: object) -> Component:
    return stage_panel(look(entry_of(small_case(**more)), stage, perspective), stage)


def pills(panel: Component) -> list[str]:
    """Give what changed, kind by kind, as the panel counts it."""
    return [said(row) for change in of_class(panel, "changes") for row in change.children]


def test_one_panel_a_stage_and_only_the_present_one_is_seen() -> None:
    view = look(sample("amira"), 3)
    panels: list[Any] = [stage_panel(view, stage) for stage in range(5)]
    assert [getattr(panel, "data-stage") for panel in panels] == ["0", "1", "2", "3", "4"]
    assert [panel.hidden for panel in panels] == [True, True, True, False, True]


def test_the_head_says_where_in_the_timeline_the_stage_stands() -> None:
    assert said(amira(1)).startswith(
        "Foster placement, Northfield Stage 2 of 5 · During relocation · June 2024 to"
        " August 2024 · 3 months · Northfield is 62 miles from home, a journey of 2 hours and"
        " 10 minutes."
    )


def test_a_stage_without_a_date_or_an_area_says_what_it_can() -> None:
    assert said(small(2)).startswith("Later Stage 3 of 3 · During relocation Where attention")


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        # By hand (tests/network/small.py): Gran's track has a use; nothing else was recorded.
        (0, "Trusted not recorded not recorded not recorded Parent–child none in practice none"),
        (1, "Trusted in practice none planned Parent–child none none none"),
        (2, "Trusted not recorded not recorded not recorded Parent–child not recorded"),
    ],
)
def test_attention_has_a_word_in_each_cell(stage: int, expected: str) -> None:
    head = "consistency collaboration safety "
    assert sections(small(stage))[GOES].startswith(head + expected)


@pytest.mark.parametrize(
    ("stage", "sentence"),
    [
        (0, "One of three tracks is in practice. Two were not recorded."),
        (1, "One of three tracks is in practice."),
        (2, "None of the three tracks is in practice. Two were not recorded."),
    ],
)
def test_attention_is_told_in_a_sentence(stage: int, sentence: str) -> None:
    assert sections(small(stage))[GOES].endswith(sentence)


def test_attention_that_nobody_recorded_is_not_told_as_none() -> None:
    assert sections(small(0, uses=[]))[GOES].endswith("None of the three was recorded.")


def test_attention_cells_differ_by_more_than_colour() -> None:
    cells = of_class(small(1), "cell")
    assert {said(cell): cell.className for cell in cells} == {
        "in practice": "cell cell-trusted practice",
        "planned": "cell cell-trusted planned",
        "none": "cell none",
    }


def test_amira_loses_eight_and_meets_five() -> None:
    """Counted by hand in the case file, and in the pictures of the design."""
    assert pills(amira(1))[:6] == [
        "1 kept PC Lowe",
        "1 stronger Dawn",
        "2 weaker Marcus and Mum",
        "8 broken Ms Ahmed, Leila, Gran, Dad, Kayla, Jay’s group, Coach Osei and Mrs Patel",
        "5 new Ruth, Sam, Mr Hill, Ebony and Choir",
        "1 weaker Tee",
    ]


def test_what_brings_harm_alone_is_counted_apart() -> None:
    since = sections(amira(1))[SINCE]
    assert since.endswith("Relationships that bring harm, counted apart: 1 weaker Tee")
    assert since.count("Tee") == 1


def test_what_is_not_known_since_the_move_is_asked() -> None:
    assert sections(amira(2))[UNKNOWN] == (
        "What happened to PC Lowe and Choir? Not known since the move."
    )
    one = sections(amira(1, "young_person"))[UNKNOWN]
    assert one == "What happened to Dad? Not known since the move."


def test_the_first_stage_has_nothing_to_compare_with() -> None:
    assert SINCE not in sections(amira(0))


def test_a_stage_in_which_nothing_changed_says_so() -> None:
    tie = {"id": "t", "from": "gran", "tracks": ["parent_child"]}
    states = [{"stage": "foster", "status": "broken"}]
    panel = small(2, uses=[], relationships=[{**tie, "states": states}])
    assert sections(panel)[SINCE] == "Nothing changed that is recorded."


def test_changes_are_those_of_the_view_that_is_drawn() -> None:
    # Her mother's own word on eight: five not known since the move, two weaker, one broken.
    assert pills(amira(1, "mum"))[:2] == ["2 weaker Mum and Gran", "1 broken Leila"]


def test_who_matters_and_is_in_no_plan_is_listed_with_how_things_stand_and_harm_apart() -> None:
    assert sections(amira(1))[MATTERS] == (
        "Parent–child and family Mum parent · weak, protective"
        " Parent–child and family Leila sister, 11 · broken, protective"
        " Community and peers Kayla best friend · broken, protective"
        " Relationships that bring harm, counted apart:"
        " Community and peers Tee older peer · steady, strained, harmful, suspected"
    )


def test_nothing_is_said_of_plans_that_were_not_recorded() -> None:
    assert "Kayla" in sections(small(2))[MATTERS]
    assert MATTERS not in sections(small(2, uses=[]))


def test_questions_and_actions_come_with_their_owner() -> None:
    asked = sections(amira(3))[ASK]
    assert "Tell the police and the college that Tee waits outside To do by: Dawn done" in asked
    assert sections(amira(4))[ASK].endswith("To do by: the leaving care team")
    prompts = [{"kind": "action", "text": "Ring Gran", "stage": "before"}]
    assert sections(small(0, prompts=prompts))[ASK] == "Ring Gran To do, by nobody yet"


def test_what_is_asked_of_the_whole_case_stands_once_below_the_stages() -> None:
    prompts = [{"kind": "question", "text": "Whose would you ask for next?"}]
    case = small_case(prompts=prompts)
    assert "next?" in said(html.Div(afterwards(look(entry_of(case)))))
    assert ASK not in sections(small(0, prompts=prompts))


def test_safety_stands_side_by_side_and_what_nobody_said_is_not_recorded() -> None:
    (table,) = of_class(amira(0), "safety")
    rows = [[said(cell) for cell in row.children] for row in walk(table) if _is_row(row)]
    assert rows[0] == ["", "Team", "Amira", "Mum"]
    assert rows[3] == ["Psychological", "partly held", "partly held", "not recorded"]


def _is_row(part: Component) -> bool:
    return type(part).__name__ == "Tr"


def test_push_stands_before_pull() -> None:
    kinds = sections(amira(0))["Push and pull"]
    assert kinds.startswith("push Arguments at home about staying out pull Tee offers")
    assert "Push and pull" not in sections(amira(4))


def test_the_move_is_told_at_the_stage_that_it_opens() -> None:
    assert "The move" not in sections(amira(0))
    assert sections(amira(1))["The move"].startswith(
        "out of the area arranged by the local authority not planned"
    )
    assert sections(small(1))["The move"].endswith("not planned")


def test_what_did_not_happen_is_marked_by_a_hollow_tick_and_a_word() -> None:
    (events,) = of_class(amira(1), "events")
    shown = [(item.children[0].className, said(item)) for item in events.children]
    # Five of the eight: refused twice, not answered once, did not happen twice.
    assert [look for look, _ in shown].count("tick hollow") == 5
    for look_, words in shown:
        told = any(word in words for word in ("Refused", "Not answered", "Did not happen"))
        assert told == (look_ == "tick hollow")


def test_what_was_told_afterwards_stands_apart() -> None:
    events = [{"text": "Tee met her again", "source": "Kayla"}, {"text": "A", "stage": "later"}]
    view = look(entry_of(small_case(events=events)))
    assert said(afterwards(view)) == "Told afterwards Tee met her again told by Kayla"
    unnamed = look(entry_of(small_case(events=events)), hidden=True)
    assert said(afterwards(unnamed)).endswith("told by the best friend")
    assert said(afterwards(look(sample("figure-2")))).startswith("About this case Fig. 2")


def test_the_stage_in_words_says_what_the_picture_shows() -> None:
    (words,) = of_class(amira(0), "in-words")
    assert said(words).startswith("This stage in words Amira lives in Riverside (Mum’s flat).")


@pytest.mark.parametrize("key", SAMPLES)
def test_every_panel_has_one_heading_and_no_empty_section(key: str) -> None:
    for perspective in ("team", "young_person"):
        view = look(sample(key), 0, perspective)
        for panel in (stage_panel(view, stage) for stage in range(len(view.case.stages))):
            assert sum(type(part).__name__ == "H2" for part in walk(panel)) == 1
            assert all(sections(panel).values())


def test_an_empty_case_has_panels() -> None:
    case = small_case(relationships=[], uses=[], people=[], settings=[], events=[])
    for stage in range(3):
        found = sections(stage_panel(look(entry_of(case)), stage))
        assert GOES in found
        assert MATTERS not in found


def test_nasty_texts_stay_texts() -> None:
    view = look(entry_of(Case.model_validate(nasty_case())), 1)
    panel = stage_panel(view, 1)
    for text in NASTY:
        assert said(text) in said(panel)
    assert {type(part).__name__ for part in walk(panel)} <= {
        *("Section", "H2", "H3", "P", "Ul", "Li", "Span", "Small", "Strong", "Br"),
        *("Table", "Thead", "Tbody", "Tr", "Td", "Th", "Details", "Summary"),
    }
