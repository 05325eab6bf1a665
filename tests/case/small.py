"""A small valid case file as values, for tests to break in one place."""

import json
from collections.abc import Callable
from typing import Any

from relnet.case.messages import CaseFaults
from relnet.case.models import Case
from relnet.case.reading import parse_case

Json = dict[str, Any]
Breaking = Callable[[Json], object]
"""A change to the small case that gives it a fault."""


def small_case(**parts: object) -> Json:
    """Give a valid file: two areas, three stages (the second opened by a move), three people."""
    return {
        "format": "relnet-case/1",
        "title": "A small case",
        "young_person": {"name": "Amira"},
        "areas": [
            {"id": "home", "name": "Riverside", "kind": "home"},
            {"id": "away", "name": "Hillford", "kind": "placement", "distance_miles": 34},
        ],
        "settings": [
            {"id": "school", "name": "School", "kind": "school", "area": "home"},
            {"id": "foster-home", "name": "Jo’s", "kind": "foster_home", "area": "away"},
            {"id": "chat", "name": "A chat", "kind": "online"},
        ],
        "stages": [
            {"id": "at-home", "label": "At home", "phase": "before", "area": "home"},
            {"id": "foster", "label": "Foster home", "phase": "during", "move": {}, "area": "away"},
            {"id": "later", "label": "Later", "phase": "after", "area": "away"},
        ],
        "people": [
            {"id": "mum", "name": "Mum", "role": "Mother", "type": "family", "area": "home"},
            {"id": "kayla", "name": "Kayla", "role": "Best friend", "type": "peer"},
            {"id": "sam", "name": "Sam", "role": "Social worker", "type": "practitioner"},
        ],
        "relationships": [
            {
                "id": "r-mum",
                "from": "mum",
                "tracks": ["parent_child"],
                "states": [{"stage": "at-home", "status": "active"}],
            },
            {
                "id": "r-sam-mum",
                "from": "sam",
                "to": "mum",
                "states": [{"stage": "at-home", "status": "active"}],
            },
        ],
        "uses": [
            {
                "stage": "at-home",
                "relationship": "r-mum",
                "use": "collaboration",
                "level": "practice",
                "held_by": ["sam"],
            }
        ],
    } | parts


def parsed(values: object) -> Case:
    """Read values as a case file."""
    return parse_case(json.dumps(values).encode())


def faults_of(values: object) -> list[str]:
    """Give what is said of values that are no case; nothing if they are one."""
    try:
        parsed(values)
    except CaseFaults as refused:
        return [str(fault) for fault in refused.faults]
    return []


def states_case(
    *states: Json, moves: tuple[int, ...] = (1,), stages: int = 4, **tie: object
) -> Case:
    """Give a case with one relationship with these states, and moves at these stages."""
    return parsed(
        small_case(
            stages=[
                {"id": f"s{n}", "label": f"Stage {n}", "phase": "during"}
                | ({"move": {}} if n in moves else {})
                for n in range(stages)
            ],
            relationships=[
                {"id": "r", "from": "kayla", "tracks": ["community_peer"], "states": states} | tie
            ],
            uses=[],
        )
    )


def broken(breaking: Breaking) -> list[str]:
    """Give the faults of the small case after it was broken in one place."""
    values = small_case()
    breaking(values)
    return faults_of(values)


def state(values: Json, **more: object) -> None:
    """Tell of another state of Mum's relationship, at the stage that the move opens."""
    values["relationships"][0]["states"].append({"stage": "foster", "status": "active"} | more)


def use(values: Json, **more: object) -> None:
    """Tell of another use of Mum's relationship."""
    values["uses"].append(values["uses"][0] | more)


def event(values: Json, **more: object) -> None:
    """Tell of an event."""
    values["events"] = [{"text": "Mum rang Jo."} | more]


def put(section: str, number: int, **more: object) -> Breaking:
    """Make a break that sets fields of one entry."""
    return lambda values: values[section][number].update(more)


def where(*there: Json) -> Breaking:
    """Make a break that tells where Kayla is instead."""
    return put("people", 1, where=there)
