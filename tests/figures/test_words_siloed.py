"""The siloed pattern in words: the sentences for the sample cases, and each kind of part."""

from dataclasses import replace
from itertools import product

import pytest

from relnet.case.reading import read_case
from relnet.case.vocabulary import Track
from relnet.figures.words_siloed import finding_words, part_words, siloed_rule
from relnet.network.graph import build_network
from relnet.network.siloed import Finding, Part, PartFinding, SiloedPattern, siloed_pattern
from relnet.resources import sample_cases_folder


def sample(name: str) -> SiloedPattern:
    return siloed_pattern(build_network(read_case(sample_cases_folder() / f"{name}.relnet.json")))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "figure-2",
            (
                "At each of three phases one track is worked with alone, in the order that the"
                " paper describes."
            ),
        ),
        ("amira-held-together", "All three tracks are in practice at every stage."),
        (
            "amira",
            "At two of three phases one track is worked with alone, as the paper describes.",
        ),
        (
            "one-voice",
            "Too little is recorded to say whether one track at a time is worked with.",
        ),
    ],
)
def test_the_finding_is_a_sentence(name: str, sentence: str) -> None:
    assert finding_words(sample(name)) == sentence


def test_the_parts_of_figure_2() -> None:
    assert [part_words(part) for part in sample("figure-2").parts] == [
        (
            "Before relocation: one track in practice: parents and family. This is as the paper"
            " describes it, through collaboration."
        ),
        (
            "During relocation: one track in practice: trusted relationships. This is as the paper"
            " describes it, through consistent contact."
        ),
        (
            "At the last stage of relocation: one track in practice: trusted relationships. This is"
            " as the paper describes it, through collaboration on safety planning."
        ),
        (
            "After relocation: no track is known to be in practice; planned or hoped for: the"
            " community and peers. This is as the paper describes it: an ambition of safety, no"
            " practice."
        ),
    ]


def test_what_was_not_recorded_is_told() -> None:
    during = part_words(sample("amira").part(Part.DURING))
    assert "Not recorded, or not at every stage: the community and peers." in during
    assert during.endswith("So nobody can say whether this is as the paper describes it.")


def test_a_phase_that_is_not_told() -> None:
    told = part_words(sample("one-voice").part(Part.AFTER))
    assert told == "After relocation: the case does not tell of it."


@pytest.mark.parametrize("finding", Finding)
def test_every_finding_has_its_sentence(finding: Finding) -> None:
    told = finding_words(replace(sample("amira"), finding=finding))
    assert told.endswith(".")
    assert "{" not in told


def test_every_part_can_be_told_and_nothing_is_a_grade() -> None:
    found = [
        PartFinding(part, (0,), in_practice, not_yet, not_recorded, None, described, use)
        for part, in_practice, not_yet, not_recorded, (described, use) in product(
            Part,
            ((), (Track.TRUSTED,), tuple(Track)),
            ((), (Track.COMMUNITY_PEER,)),
            ((), (Track.PARENT_CHILD,)),
            ((None, None), (False, False), (True, False), (True, True)),
        )
    ]
    for told in [*map(part_words, found), *siloed_rule()]:
        assert told.endswith(".")
        assert "{" not in told
        assert not {"good", "bad", "score", "risk", "poor", "better"} & set(told.split())
