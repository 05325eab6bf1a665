"""Case files that the tests of the pages open, as text."""

import json
from pathlib import Path
from typing import Any

MARKUP_NAME = "<b>Planted</b>"
A_NAME = "Wilhelmina"
"""A name that stands nowhere in the code: where it is found, it came out of a case."""


def small(**changes: object) -> dict[str, Any]:
    """Give the smallest case that has everything a card shows."""
    case: dict[str, Any] = {
        "format": "relnet-case/1",
        "title": f"{A_NAME} moves",
        "about": f"An invented case. Nobody in it is real, {A_NAME} included.",
        "young_person": {"name": A_NAME},
        "areas": [{"id": "home", "name": "Riverside", "kind": "home"}],
        "stages": [
            {"id": "before", "label": "At home", "phase": "before", "area": "home"},
            {"id": "away", "label": "Away", "phase": "during", "move": {}},
        ],
        "people": [{"id": "mum", "name": "Mum", "role": "mother", "type": "family"}],
        "relationships": [
            {
                "id": "mum-yp",
                "from": "mum",
                "tracks": ["parent_child"],
                "states": [{"stage": "before", "status": "active"}],
            }
        ],
        "uses": [
            {
                "stage": "before",
                "relationship": "mum-yp",
                "use": "collaboration",
                "level": "practice",
            }
        ],
    }
    return case | changes


def small_bytes(**changes: object) -> bytes:
    """Give the smallest case as the bytes of a file."""
    return json.dumps(small(**changes)).encode()


def write_case(folder: Path, name: str, **changes: object) -> Path:
    """Write the smallest case into a folder."""
    path = folder / name
    path.write_bytes(small_bytes(**changes))
    return path
