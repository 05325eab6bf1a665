"""The rule for the siloed pattern: the sample cases, each step by hand, and what it ignores."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relnet.case.models import Case
from relnet.case.reading import read_case
from relnet.case.vocabulary import Track
from relnet.network.graph import CaseNetwork, build_network
from relnet.network.siloed import Finding, Part, PartFinding, SiloedPattern, siloed_pattern
from relnet.resources import sample_cases_folder
from tests.network.measures.people import network_of, own, use
from tests.strategies import cases

TRUSTED, FAMILY, PEERS = Track
MEMBERS = {TRUSTED: "sw", FAMILY: "mum", PEERS: "friend"}
PAPER = {
    "before": [(FAMILY, "collaboration", "practice")],
    "during": [(TRUSTED, "consistency", "practice"), (TRUSTED, "collaboration", "practice")],
    "after": [(PEERS, "safety", "ambition")],
}
"""Fig. 2, a stage for each phase."""

Uses = Sequence[tuple[Track, str, str]]


def sample(name: str) -> SiloedPattern:
    return siloed_pattern(build_network(read_case(sample_cases_folder() / f"{name}.relnet.json")))


def told(
    stages: Sequence[tuple[str, Uses]], recorded: Mapping[int, Sequence[Track]] | None = None
) -> CaseNetwork:
    """Build a case of these stages, each a phase and its uses; all tracks recorded if not given."""
    tracks = recorded or {}
    return network_of(
        [own(member) for member in MEMBERS.values()],
        uses=[
            use(number, MEMBERS[track], kind, level)
            for number, (_, uses) in enumerate(stages)
            for track, kind, level in uses
        ],
        stages=[
            {"phase": phase, "uses_recorded": list(tracks.get(number, list(Track)))}
            for number, (phase, _) in enumerate(stages)
        ],
    )


def paper(**other: Uses) -> SiloedPattern:
    """Look at the paper's pattern with the uses of some phases replaced."""
    return siloed_pattern(told([*(PAPER | other).items()]))


def verdict(found: PartFinding) -> tuple[bool | None, bool | None, bool | None]:
    return found.alone, found.as_described, found.use_as_described


def test_figure_2_matches_in_every_part() -> None:
    found = sample("figure-2")
    assert found.finding is Finding.AS_DESCRIBED
    assert [part.part for part in found.parts] == list(Part)
    assert [verdict(part) for part in found.parts] == [(True, True, True)] * 4
    assert [part.in_practice for part in found.phases] == [(FAMILY,), (TRUSTED,), ()]


def test_held_together_matches_in_none() -> None:
    found = sample("amira-held-together")
    assert found.finding is Finding.HELD_TOGETHER
    assert [verdict(part) for part in found.parts] == [(False, False, False)] * 4
    assert {part.in_practice for part in found.parts} == {tuple(Track)}


def test_amira_matches_where_it_was_recorded() -> None:
    found = sample("amira")
    # At the residential home nobody recorded the uses of community and peers.
    assert found.finding is Finding.PARTLY
    during = found.part(Part.DURING)
    assert (during.stages, during.not_recorded) == ((1, 2, 3), (PEERS,))
    assert verdict(during) == (None, None, None)
    for part in (Part.BEFORE, Part.NEAR_THE_END, Part.AFTER):
        assert verdict(found.part(part)) == (True, True, True)


def test_the_other_samples() -> None:
    assert sample("many-moves").finding is Finding.NOT_FOUND
    assert sample("whole-family-move").finding is Finding.NOT_FOUND
    assert sample("one-voice").finding is Finding.NOT_RECORDED


def test_one_track_at_a_time_in_another_order() -> None:
    found = paper(
        before=[(TRUSTED, "safety", "practice")], during=[(FAMILY, "consistency", "practice")]
    )
    assert found.finding is Finding.OTHERWISE_SILOED
    assert verdict(found.part(Part.BEFORE)) == (True, False, False)
    assert verdict(found.part(Part.AFTER)) == (True, True, True)


def test_the_track_that_the_paper_names_with_another_use() -> None:
    found = paper(before=[(FAMILY, "safety", "practice")])
    assert found.finding is Finding.AS_DESCRIBED
    assert verdict(found.part(Part.BEFORE)) == (True, True, False)


def test_near_the_end_is_the_last_stage_during_relocation() -> None:
    stages = [
        ("before", PAPER["before"]),
        ("during", [(TRUSTED, "consistency", "practice")]),
        ("during", [(TRUSTED, "collaboration", "practice")]),
        ("after", PAPER["after"]),
    ]
    found = siloed_pattern(told(stages))
    assert found.part(Part.NEAR_THE_END).stages == (2,)
    assert [verdict(part) for part in found.parts] == [(True, True, True)] * 4
    turned = siloed_pattern(told([stages[0], stages[2], stages[1], stages[3]]))
    assert turned.finding is Finding.AS_DESCRIBED
    assert verdict(turned.part(Part.NEAR_THE_END)) == (True, True, False)


def test_tracks_one_after_another_in_a_phase_are_not_alone() -> None:
    stages = [("before", PAPER["before"]), ("before", [(TRUSTED, "safety", "practice")])]
    found = siloed_pattern(told(stages)).part(Part.BEFORE)
    assert (found.in_practice, verdict(found)) == ((TRUSTED, FAMILY), (False, False, False))


@pytest.mark.parametrize(
    ("uses", "expected"),
    [
        # An ambition made real is not the pattern, though the track is alone.
        ([(PEERS, "safety", "practice")], (True, False, False)),
        ([(PEERS, "safety", "planned")], (True, True, False)),
        ([(PEERS, "consistency", "ambition")], (True, True, False)),
        ([(PEERS, "safety", "ambition"), (FAMILY, "safety", "planned")], (False, False, False)),
        ([(FAMILY, "safety", "ambition")], (True, False, False)),
        ([], (False, False, False)),
    ],
)
def test_after_relocation(uses: Uses, expected: tuple[bool, bool, bool]) -> None:
    assert verdict(paper(after=uses).part(Part.AFTER)) == expected


def test_before_relocation_a_plan_is_nothing_in_practice() -> None:
    found = paper(before=[(FAMILY, "collaboration", "planned")]).part(Part.BEFORE)
    assert (found.in_practice, found.not_yet) == ((), (FAMILY,))
    assert verdict(found) == (False, False, False)


def test_a_plan_of_another_track_leaves_one_alone() -> None:
    found = paper(before=[*PAPER["before"], (TRUSTED, "safety", "planned")]).part(Part.BEFORE)
    assert (found.not_yet, verdict(found)) == ((TRUSTED,), (True, True, True))


@pytest.mark.parametrize(
    ("uses", "recorded", "expected"),
    [
        # One alone, as far as recorded: nobody can say.
        ([(FAMILY, "collaboration", "practice")], [FAMILY, TRUSTED], (None, None, None)),
        # Two in practice are two, whatever the third is.
        (
            [(FAMILY, "collaboration", "practice"), (TRUSTED, "safety", "practice")],
            [FAMILY, TRUSTED],
            (False, False, False),
        ),
        # Another track is in practice: it may be alone, but it is not the one that is named.
        ([(TRUSTED, "safety", "practice")], [TRUSTED], (None, False, False)),
        # The one that is named is known not to be in practice.
        ([], [FAMILY], (None, False, False)),
        ([], [TRUSTED, PEERS], (None, None, None)),
        ([], [], (None, None, None)),
    ],
)
def test_what_was_not_recorded_carries_no_finding(
    uses: Uses, recorded: Sequence[Track], expected: tuple[bool | None, ...]
) -> None:
    found = siloed_pattern(told([("before", uses)], {0: recorded})).part(Part.BEFORE)
    assert verdict(found) == expected


def test_a_phase_that_is_not_told_is_open() -> None:
    found = siloed_pattern(told([("before", PAPER["before"])]))
    assert found.finding is Finding.PARTLY
    after = found.part(Part.AFTER)
    assert (after.stages, after.not_recorded, verdict(after)) == ((), tuple(Track), (None,) * 3)


def test_the_empty_network() -> None:
    found = siloed_pattern(network_of())
    assert found.finding is Finding.NOT_RECORDED
    assert {verdict(part) for part in found.parts} == {(None, None, None)}


RENAMED = ("id", "name", "role", "label", "title", "role_slot", "text", "note", "about")


def renamed(value: Any, ids: Mapping[str, str], key: str = "") -> Any:  # noqa: ANN401 - any JSON
    """Give a part of a file with other names and other ids."""
    if isinstance(value, dict):
        return {name: renamed(part, ids, name) for name, part in value.items()}
    if isinstance(value, list):
        return [renamed(part, ids, key) for part in value]
    if isinstance(value, str):
        return ids.get(value, "Somebody else" if key in RENAMED else value)
    return value


def shuffled(case: Case, random: Random) -> Case:
    """Give the same case with its lists in another order, except that of the stages."""
    told = case.model_dump(mode="json", by_alias=True, exclude_none=True)
    for part in ("areas", "settings", "people", "relationships", "uses", "events", "prompts"):
        random.shuffle(told[part])
    for stage in told["stages"]:
        random.shuffle(stage["uses_recorded"])
    parts = ("areas", "settings", "stages", "people", "relationships")
    old = [entry["id"] for part in parts for entry in told[part]]
    new = [f"x{number}" for number in range(len(old))]
    random.shuffle(new)
    return Case.model_validate(renamed(told, dict(zip(old, new, strict=True))))


@settings(max_examples=50, deadline=None)
@given(cases(max_people=10, max_stages=6), st.integers(0, 2**32))
def test_neither_order_nor_names_matter(case: Case, seed: int) -> None:
    other = shuffled(case, Random(seed))  # noqa: S311 - the same seed, the same case
    assert siloed_pattern(build_network(other)) == siloed_pattern(build_network(case))


@settings(max_examples=50, deadline=None)
@given(cases(max_people=10, max_stages=6))
def test_the_parts_and_the_finding_agree(case: Case) -> None:
    found = siloed_pattern(build_network(case))
    for part in found.parts:
        assert not set(part.in_practice) & {*part.not_yet, *part.not_recorded}
        if part.as_described:
            assert part.alone
        if part.use_as_described:
            assert part.as_described
        if part.not_recorded:
            assert not part.alone
    matches = sum(bool(part.as_described) for part in found.phases)
    assert (found.finding is Finding.AS_DESCRIBED) == (matches == 3)
    assert (found.finding is not Finding.PARTLY) or 0 < matches < 3
