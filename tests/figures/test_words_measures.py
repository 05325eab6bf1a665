"""The measures in words: a name and a definition for each, and the sentences about people."""

import re
from pathlib import Path

import pytest

from relnet.case.names import names_of
from relnet.figures.words_measures import COUNTS_WORDS, MEASURE_WORDS, Measure, stage_sentences
from relnet.network.graph import CaseNetwork
from relnet.network.measures.together import stage_measures
from tests.network.measures.people import network_of, own, state, use

RECORDED = {"uses_recorded": ["trusted", "parent_child", "community_peer"]}


def sentences(network: CaseNetwork, *, hidden: bool = False) -> list[str]:
    names = names_of(network.case, hidden=hidden)
    return list(stage_sentences(network, stage_measures(network, 0), names))


def test_every_measure_has_its_own_name_and_its_definition() -> None:
    assert set(MEASURE_WORDS) == set(COUNTS_WORDS) == set(Measure)
    assert len(set(MEASURE_WORDS.values())) == len(Measure)
    assert all(text.endswith(".") for text in COUNTS_WORDS.values())


def test_the_page_on_the_measures_names_every_one() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "measures.md").read_text("utf-8")
    assert [measure for measure in Measure if f"`{measure}`" not in page] == []


@pytest.mark.parametrize("text", [*MEASURE_WORDS.values(), *COUNTS_WORDS.values()])
def test_no_word_ranks_or_grades(text: str) -> None:
    assert not re.search(
        r"\b(risk|score|high|low|ego|alter|isolate|poor|healthy)\b", text, re.IGNORECASE
    )


def test_a_stage_that_rests_on_one() -> None:
    circle = state(0, perspective="young_person", closeness=1)
    network = network_of(
        [own("sw"), own("mum", state(0), circle), own("gran", state(0, "not_known"))],
        uses=[use(0, "sw", "consistency")],
        stages=[RECORDED],
        people={"sw": {"name": "Dawn", "time_limited": True}, "mum": {"name": "Mum"}},
    )
    assert sentences(network) == [
        "Trusted relationships: the only active relationship is with Dawn.",
        (
            "Parent–child and family: the only relationship known to be active is with Mum;"
            " not known: gran."
        ),
        "Every use in practice is held by Dawn.",
        "Close to Amira and in nobody’s plan: Mum.",
        "When services end, these active relationships are left: Mum.",
    ]
    assert not re.search("Dawn|Amira", " ".join(sentences(network, hidden=True)))


def test_nothing_is_left() -> None:
    told = ["When services end, no relationship that is known to be active is left."]
    assert sentences(network_of()) == told
