"""What no page could show, or what takes long to look through, is refused at once."""

import time
from typing import Any

import pytest

from relnet.case import limits
from relnet.case.messages import CaseFaults
from relnet.case.reading import parse_case
from tests.case.small import Json, broken, faults_of, small_case


def people(count: int, width: int = 1) -> list[Json]:
    """Give so many people."""
    return [
        {"id": f"p{n:0{width}}", "name": f"P{n}", "role": "friend", "type": "peer"}
        for n in range(count)
    ]


def tie(number: int, person: int, **more: object) -> Json:
    """Give a relationship of a person with the young person."""
    return {
        "id": f"t{number}",
        "from": f"p{person}",
        "tracks": ["community_peer"],
        "states": [{"stage": "s0", "status": "active"}],
        **more,
    }


def case_of(stages: int, ties: list[Json], members: int = 50, **parts: Any) -> Json:  # noqa: ANN401 - JSON values
    """Give a case of so many stages with these relationships."""
    return small_case(
        stages=[{"id": f"s{n}", "label": f"S{n}", "phase": "during"} for n in range(stages)],
        people=people(members),
        relationships=ties,
        uses=[],
        **parts,
    )


@pytest.mark.parametrize(
    ("section", "most"),
    [("people", limits.MAX_PEOPLE), ("events", limits.MAX_EVENTS), ("prompts", limits.MAX_PROMPTS),
     ("uses", limits.MAX_USES), ("story", limits.MAX_STORY), ("settings", limits.MAX_SETTINGS),
     ("relationships", limits.MAX_RELATIONSHIPS), ("areas", limits.MAX_AREAS)],
)  # fmt: skip
def test_a_section_that_is_too_long_is_one_fault(section: str, most: int) -> None:
    values = small_case() | {section: [{}] * (most + 1)}
    assert faults_of(values) == [f"{section}: too many entries: at most {most}"]


def test_the_lists_inside_a_part_are_bounded_too() -> None:
    found = broken(lambda values: values["relationships"][0].update(states=[{}] * 401))
    assert found
    found = broken(lambda values: values["uses"][0].update(held_by=["sam"] * 101))
    assert "uses[0].held_by: too many entries: at most 100" in found
    found = broken(lambda values: values["stages"][1]["move"].update(reasons=["x"] * 101))
    assert found == ["stages[1].move.reasons: too many entries: at most 100"]


def test_too_many_relationships_between_the_same_two_are_told_once() -> None:
    assert faults_of(case_of(2, [tie(n, 0) for n in range(12)])) == []
    assert faults_of(case_of(2, [tie(n, 0) for n in range(30)])) == [
        "relationships[12]: too many relationships between the same two: at most 12"
    ]


def test_relationships_over_stages_are_bounded_with_what_would_be_right() -> None:
    ties = [tie(n, n // 10) for n in range(200)]
    assert faults_of(case_of(40, ties)) == []
    (fault,) = faults_of(case_of(41, ties))
    assert "make 8200; at most 8000. Take out stages or relationships" in fault
    views = [{"stage": "s0", "status": "active", "perspective": f"p{n}"} for n in range(20)]
    (fault,) = faults_of(case_of(41, [tie(n, n, states=views) for n in range(10)]))
    assert "make 8200" in fault


def quick(values: object) -> list[str]:
    """Give the faults of values, in a time that a page can wait (many times what it takes)."""
    start = time.process_time()
    found = faults_of(values)
    assert time.process_time() - start < 3
    return found


def test_many_uses_of_one_relationship_with_many_states_are_quick() -> None:
    states = [{"stage": "s0", "status": "active"}] * 30_000
    use = {"stage": "s0", "relationship": "t0", "use": "safety", "level": "practice"}
    values = case_of(60, [tie(0, 0, states=states)]) | {"uses": [use] * 10_000}
    assert quick(values) == ["relationships[0].states: too many entries: at most 400"]
    values = case_of(60, [tie(0, 0, states=states[:400])]) | {"uses": [use] * 10_000}
    assert len(quick(values)) == 201


def test_many_ids_that_name_nothing_are_quick_and_the_first_get_a_suggestion() -> None:
    events = [{"text": "x", "people": [f"person-{n}"]} for n in range(1000)]
    found = quick(small_case(people=people(400), relationships=[], uses=[], events=events))
    assert len(found) == 201
    assert found[-1] == "and 800 more faults"
    near = small_case(people=people(2, 3), relationships=[], uses=[], events=[
        {"text": "x", "people": ["p0000"]} for _ in range(30)
    ])  # fmt: skip
    assert sum("did you mean" in fault for fault in faults_of(near)) == 20


def test_long_names_of_fields_are_told_shortened_and_cost_nothing() -> None:
    long = "a" * 150_000
    found = quick(small_case() | {long: {"b" * 150_000: [{"x": 1}] * 50_000}})
    assert found == [f'["{"a" * 79}…"]: no field of a case has so long a name; take it out']


def test_a_part_with_very_many_fields_is_refused() -> None:
    found = quick({f"k{n}": 1 for n in range(100_000)})
    assert found == ["more than 100 fields in one part: this is no case file"]


def test_the_largest_case_is_read_in_two_seconds() -> None:
    ties = [
        tie(n, n % 400, states=[{"stage": f"s{k}", "status": "active", "note": "Told."}
                                for k in range(8)])
        for n in range(1000)
    ]  # fmt: skip
    uses = [
        {"stage": f"s{n % 8}", "relationship": f"t{n // 8}", "use": "safety", "level": "practice"}
        for n in range(8000)
    ]
    events = [{"text": "Somebody rang", "stage": "s0", "by": ["p1"]} for _ in range(2000)]
    values = case_of(8, ties, 400, events=events) | {"uses": uses}
    assert quick(values) == []


def test_ill_shaped_bytes_are_bounded() -> None:
    with pytest.raises(CaseFaults, match="no case file"):
        parse_case(b"[" + b"{}," * 300_000 + b"{}]")
