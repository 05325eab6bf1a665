"""A valid case in which every text is made to break something: markup, formulas, scripts."""

from collections.abc import Sequence
from itertools import cycle
from typing import Any

NASTY = (
    "<b>Bold</b>",
    '<a href="javascript:window.hacked=1">A link</a>',
    "<script>window.hacked = 1</script>",
    '"><img src="x" onerror="window.hacked = 1">',
    "</title></svg><svg onload=window.hacked=1>",
    "=cmd|' /C calc'!A0",
    "{{7*7}} ${7*7} #{7*7}",
    "%(name)s {name} {0} %s",
    "$x$ &amp; &lt;b&gt;",
    "👩‍👩‍👧‍👦 Família 🏳️‍🌈",
    "مرحبا بالعالم",
    "שָׁלוֹם עולם",
    "\u202eback to front\u202c",
    "N" * 300,
    "very long words " * 18 + "end",
    "[A](javascript:window.hacked=1) **b** `c`",
)
"""Every one is to be drawn as the text it is."""

LAST = "'; alert(1); //"

TRACKS = ("trusted", "parent_child", "community_peer")
TYPES = ("practitioner", "family", "peer")


def nasty_case(texts: Sequence[str] = NASTY) -> dict[str, Any]:
    """Give the case as the file has it: one person for each text, at two stages."""
    words = cycle(texts)
    people = range(len(texts))
    return {
        "format": "relnet-case/1",
        "title": f"{texts[2]} {texts[0]}",
        "about": " ".join(texts),
        "young_person": {
            "name": texts[3],
            "age": next(words),
            "pronouns": next(words),
            "note": texts[1],
        },
        "areas": [
            {"id": "home", "name": texts[0], "kind": "home", "note": next(words)},
            {
                "id": "far",
                "name": texts[14],
                "kind": "placement",
                "distance_miles": 12.5,
                "travel_minutes": 35,
            },
        ],
        "settings": [{"id": "club", "name": texts[2], "kind": "club", "area": "home"}],
        "stages": [
            _stage(texts, "before", texts[13]),
            _stage(texts, "away", texts[3], move=_move(texts)),
        ],
        "people": [_person(texts, number) for number in people],
        "relationships": [*(_tie(texts, number) for number in people), _arc()],
        "uses": [_use(texts, number) for number in people],
        "events": [
            {"text": text, "stage": "away", "source": text, "outcome": "refused", "people": ["p0"]}
            for text in texts
        ],
        "prompts": [
            {"kind": kind, "text": text, "owner": text}
            for text in texts
            for kind in ("question", "action")
        ],
    }


def _stage(texts: Sequence[str], key: str, label: str, **more: object) -> dict[str, Any]:
    home = key == "before"
    return {
        "id": key,
        "label": label,
        "phase": "before" if home else "during",
        "area": "home" if home else "far",
        "lasted": texts[8],
        "note": texts[4],
        "safety": [{"dimension": "physical", "held": "held", "note": texts[3]}],
        "factors": [{"kind": "push", "text": text} for text in texts],
        **more,
    }


def _move(texts: Sequence[str]) -> dict[str, Any]:
    return {"reasons": list(texts), "stated_duration": texts[1], "note": texts[2]}


def _person(texts: Sequence[str], number: int) -> dict[str, Any]:
    return {
        "id": f"p{number}",
        "name": texts[number],
        "role": texts[number - 1],
        "type": TYPES[number % 3],
        "area": "far" if number % 2 else "home",
        "group_size": texts[number - 2],
        "note": texts[number],
    }


def _tie(texts: Sequence[str], number: int) -> dict[str, Any]:
    state = {"status": "active", "note": texts[number], "source": texts[number - 1]}
    often = {"how_often": texts[number - 2]}
    return {
        "id": f"r{number}",
        "from": f"p{number}",
        "tracks": [TRACKS[number % 3]],
        "states": [
            {"stage": "before", **state},
            {"stage": "before", "perspective": "p1", **state, **often},
            {"stage": "away", **state, **often, "strength": "strong"},
        ],
    }


def _arc() -> dict[str, Any]:
    states = [{"stage": "before", "status": "active", "note": LAST}]
    return {"id": "arc", "from": "p0", "to": "club", "states": states}


def _use(texts: Sequence[str], number: int) -> dict[str, Any]:
    return {
        "stage": "away",
        "relationship": f"r{number}",
        "use": "safety",
        "level": "practice",
        "held_by": ["p0", "p3"],
        "note": texts[number],
    }
