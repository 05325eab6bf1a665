"""A step of a story: from the key to the step on the screen, picture, words and light."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser

from bench.beside import BesideTimeline, measure_beside
from bench.measure import OURS, Target
from bench.servers import case_address, relnet

VIEW = "story"
"""What the probe awaits: the step that is told, in the view that belongs to it."""

WHAT = "a step of a story"

_A_STAGE = 2
_POINTED = 5


def measure_story(browser: Browser, case: Path, *, runs: int, steps: int) -> BesideTimeline:
    """Go so many steps in so many runs through the story of a case.

    A case that has none gets one: two steps a stage on the map, each with five people lit.
    A step into another view takes what turning to that view takes.
    """
    with TemporaryDirectory() as folder:
        told = with_story(case, Path(folder))
        count = len(json.loads(told.read_text("utf-8"))["story"])
        with relnet([told]) as server:
            address = f"{case_address(server, told)}?story=1"
            page = Target(OURS, address, count, server, VIEW)
            return measure_beside(browser, server, told, page, runs=runs, steps=steps)


def with_story(case: Path, folder: Path) -> Path:
    """Write a case that has a story into a folder."""
    told: dict[str, Any] = json.loads(case.read_text("utf-8"))
    told["story"] = told.get("story") or made_story(told)
    path = folder / case.name
    path.write_text(json.dumps(told), "utf-8")
    return path


def made_story(case: dict[str, Any]) -> list[dict[str, Any]]:
    """Make a story up for a case."""
    people = [person["id"] for person in case["people"]]
    stages = [stage["id"] for stage in case["stages"] for _step in range(_A_STAGE)]
    return [
        {
            "title": f"Step {place + 1}",
            "text": "What the room sees here, told in two short sentences. This is the other one.",
            "ask": "Who holds what?",
            "stage": stage,
            "view": "map",
            "highlight": [people[(place * 7 + more) % len(people)] for more in range(_POINTED)],
        }
        for place, stage in enumerate(stages)
    ]
