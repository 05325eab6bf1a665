"""One small case for the tests of the network, with everything by hand.

Three stages: before (no move), foster (a move), later (no move). Uses::

    before  gran: collaboration in practice               parent_child recorded as well
    foster  dawn: consistency in practice, safety planned trusted; all three recorded
    later   kayla: safety as an ambition                  community_peer; no other recorded

The ties that others have: dawn–gran (before), gran–kayla (foster).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from relnet.case.models import FORMAT, Case
from relnet.network.graph import CaseNetwork, build_network

STAGES = ("before", "foster", "later")


def state(stage: str, status: str | None = "active", **more: object) -> dict[str, object]:
    """Write one state as the file has it."""
    return {"stage": stage, **({"status": status} if status else {}), **more}


def circle(stage: str, closeness: int, status: str | None = None) -> dict[str, object]:
    """Write the young person's placing of somebody, with nothing said of a status."""
    return state(stage, status, perspective="young_person", closeness=closeness)


TIES: Mapping[str, Sequence[Mapping[str, object]]] = {
    "dawn": (state("before", strength="weak"), state("foster", strength="strong")),
    "gran": (
        state("before", strength="strong"),
        state("foster", "broken"),
        circle("before", 2),
        circle("foster", 2, "wanted"),
    ),
    "kayla": (state("before", strength="steady"), circle("before", 1), circle("foster", 1)),
    "tee": (state("before", influence=["harmful"]), circle("before", 2), circle("foster", 2)),
    "club": (state("before"), state("foster", "ended")),
}
TRACKS = {
    "dawn": "trusted",
    "gran": "parent_child",
    "kayla": "community_peer",
    "tee": "community_peer",
    "club": "community_peer",
}
USES = (
    ("before", "gran", "collaboration", "practice"),
    ("foster", "dawn", "consistency", "practice"),
    ("foster", "dawn", "safety", "planned"),
    ("later", "kayla", "safety", "ambition"),
)


def small_network(**more: object) -> CaseNetwork:
    """Build the case; ``more`` replaces parts of it."""
    return build_network(small_case(**more))


def small_case(**more: object) -> Case:
    """Give the case; ``more`` replaces parts of it."""
    return Case.model_validate({**_parts(), **more})


def retold(relationship: str, *states: dict[str, object]) -> CaseNetwork:
    """Tell one relationship of the small case otherwise."""
    case = small_case().model_dump(mode="json", by_alias=True)
    ties = [
        tie | ({"states": states} if tie["id"] == relationship else {})
        for tie in case["relationships"]
    ]
    return small_network(relationships=ties)


def _parts() -> dict[str, Any]:
    return {
        "format": FORMAT,
        "title": "A small case",
        "young_person": {"name": "Amira"},
        "areas": [
            {"id": "home", "name": "Riverside", "kind": "home"},
            {
                "id": "away",
                "name": "Northfield",
                "kind": "placement",
                "distance_miles": 62,
                "travel_minutes": 130,
            },
        ],
        "settings": [{"id": "club", "name": "Boxing club", "kind": "club", "area": "home"}],
        "stages": _stages(),
        "people": _people(),
        "relationships": [
            *(
                {"id": f"r-{end}", "from": end, "tracks": [TRACKS[end]], "states": list(states)}
                for end, states in TIES.items()
            ),
            {"id": "t-dawn-gran", "from": "dawn", "to": "gran", "states": [state("before")]},
            {"id": "t-gran-kayla", "from": "gran", "to": "kayla", "states": [state("foster")]},
        ],
        "uses": [
            {"stage": stage, "relationship": f"r-{end}", "use": use, "level": level}
            for stage, end, use, level in USES
        ],
    }


def _stages() -> list[dict[str, object]]:
    return [
        {
            "id": "before",
            "label": "At home",
            "phase": "before",
            "area": "home",
            "blanks": {"community_peer": "not_asked"},
        },
        {
            "id": "foster",
            "label": "Foster home, Northfield",
            "phase": "during",
            "area": "away",
            "move": {"kinds": ["out_of_area"], "arranged_by": "authority", "planned": False},
            "uses_recorded": ["trusted", "parent_child", "community_peer"],
        },
        {"id": "later", "label": "Later", "phase": "during"},
    ]


def _people() -> list[dict[str, object]]:
    return [
        {"id": "dawn", "name": "Dawn", "role": "social worker", "type": "practitioner"},
        {"id": "gran", "name": "Gran", "role": "grandparent", "type": "family", "area": "home"},
        {"id": "kayla", "name": "Kayla", "role": "best friend", "type": "peer", "area": "home"},
        {"id": "tee", "name": "Tee", "role": "older peer", "type": "peer", "area": "home"},
        {"id": "jan", "name": "Jan", "role": "dentist", "type": "community"},
    ]
