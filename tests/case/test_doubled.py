"""What a text says once after names are hidden, sentence by sentence."""

import re
from pathlib import Path

import pytest

from relnet.case.doubled import said_once
from relnet.case.models import Case
from relnet.case.names import names_of
from tests.case.test_names import EWA, KAYLA, MUM, OSEI, SAMPLES, all_texts, hidden

DAWN = ("Dawn", "social worker", "practitioner")
COLM = ("Colm", "social worker", "practitioner")
LUND = ("Dr Lund", "GP", "practitioner")
RUTH = ("Ruth", "foster carer", "practitioner")
TEE = ("Tee", "older peer", "peer")

TWICE = re.compile(
    r"\b(?:the|an?) ([a-z][a-z -]*?),? (?:the|an?) \1\b"
    r"|\bhome, (?:the )?home area|\bplacement, (?:the )?placement|\bsame the\b"
    r"|\b(?:there|it|he|she|that)’s (?!the |an? |parent)(?:key|social|youth|older|best)",
    re.IGNORECASE,
)
"""What hidden names made of the sample cases before: read sentence by sentence."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At home, Riverside", "At home"),
        ("At home (Riverside)", "At home"),
        ("She came home to Riverside.", "She came home."),
        ("A residential home in Riverside", "A residential home in the home area"),
        ("With Ewa, Riverside", "With the aunt, home area"),
        ("Back in Riverside, unplanned", "Back in the home area, unplanned"),
        ("Foster placement, Ashby", "Foster placement, area 1"),
        ("Foster home, Ashby", "Foster home, placement area 1"),
        ("Ashby, Northfield", "Placement area 1, placement area 2"),
    ],
)
def test_a_label_names_the_kind_of_an_area_once(text: str, expected: str) -> None:
    assert hidden(text, EWA) == expected


def test_areas_of_one_kind_are_told_apart_after_home() -> None:
    assert said_once("At home, home area 2", (), ("Home area 2",)) == "At home, area 2"
    assert said_once("Placement, the placement area", (), ("Placement area",)) == "Placement"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tee, an older peer, makes her pay.", "The older peer makes her pay."),
        ("Dawn, the social worker, plans.", "The social worker plans."),
        ("It was Dawn, her social worker.", "It was the social worker."),
        ("Dawn (the social worker) came.", "The social worker came."),
        ("Tee, an older peer, Kayla and Mum", "The older peer, the best friend and the parent"),
        ("Dawn, the social worker’s manager", "The social worker, the social worker’s manager"),
        ("Kayla, Tee and an older peer", "The best friend, the older peer and an older peer"),
        ("Social worker Dawn drove.", "The social worker drove."),
        ("With the social worker Dawn", "With the social worker"),
        ("The GP Dr Lund came.", "The GP came."),
        ("Her best friend Kayla’s mother", "Her best friend’s mother"),
        ("Her friend Kayla and Coach Osei", "Her best friend and the football coach"),
    ],
)
def test_a_role_is_not_said_beside_the_stand_in_that_is_that_role(text: str, expected: str) -> None:
    assert hidden(text, DAWN, TEE, KAYLA, OSEI, MUM, LUND) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Colm, the social worker, left.", "Social worker 2 left."),
        ("The social worker Colm drove.", "Social worker 2 drove."),
        ("Her social worker Colm drove.", "Her social worker 2 drove."),
        ("Dawn, Colm and a social worker", "Social worker 1, social worker 2 and a social worker"),
    ],
)
def test_a_numbered_stand_in_keeps_its_number(text: str, expected: str) -> None:
    assert hidden(text, DAWN, COLM) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“There’s Dawn.”", "“There’s the social worker.”"),
        ("It’s Mum’s Kayla.", "It’s the parent’s best friend."),
        ("Tell them that Tee waits.", "Tell them that the older peer waits."),
        ("Both Dawn and Tee", "Both the social worker and the older peer"),
        ("The same Amira, before", "The same young person, before"),
        ("After “Amira, as it was”", "After “The young person, as it was”"),
        ("Her “Kayla” and my Amira", "Her “best friend” and my young person"),
    ],
)
def test_a_stand_in_has_an_article_where_a_name_needs_none(text: str, expected: str) -> None:
    assert hidden(text, DAWN, TEE, KAYLA, MUM) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Somebody else is never taken out.
        ("Ask Ruth, another foster carer, and Ewa.",
         "Ask the foster carer, another foster carer, and the aunt."),
        ("Jo, Kayla’s friend, said so.", "The friend, the best friend’s friend, said so."),
        # Nor what a sentence needs to be one.
        ("She wants to be the friend Jo was.", "She wants to be the friend the friend was."),
        ("A friend Jo can trust", "A friend the friend can trust"),
        ("Contact Bell by Friday.", "Contact the school contact by Friday."),
        ("After the placement, Ashby felt far away.",
         "After the placement, area 1 felt far away."),
        ("When she is at home, Riverside feels small.",
         "When she is at home, the home area feels small."),
        ("Before she went home, Riverside had changed.",
         "Before she went home, the home area had changed."),
    ],
)  # fmt: skip
def test_nothing_that_a_sentence_needs_is_taken_out(text: str, expected: str) -> None:
    jo, bell = ("Jo", "friend", "peer"), ("Bell", "school contact", "practitioner")
    assert hidden(text, jo, bell, RUTH, KAYLA, EWA) == expected


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_text_of_a_sample_case_says_a_stand_in_twice(path: Path) -> None:
    case = Case.model_validate_json(path.read_bytes())
    names = names_of(case, hidden=True)
    told = [names.text(text) for text in all_texts(case)]
    assert [text for text in told if TWICE.search(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "At home, the home area",
        "The older peer, an older peer, makes her pay",
        "The same the young person",
        "“There’s key worker.”",
    ],
)
def test_the_search_for_doubled_words_finds_those_that_were_there(text: str) -> None:
    assert TWICE.search(text)
