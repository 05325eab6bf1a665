"""A valid case in which every text is made to break something: markup, formulas, scripts."""

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


def nasty_case() -> dict[str, Any]:
    """Give the case as the file has it: one person for each nasty text, at two stages."""
    words = cycle(NASTY)
    people = range(len(NASTY))
    return {
        "format": "relnet-case/1",
        "title": f"{NASTY[2]} {NASTY[0]}",
        "about": " ".join(NASTY),
        "young_person": {
            "name": NASTY[3],
            "age": next(words),
            "pronouns": next(words),
            "note": NASTY[1],
        },
        "areas": [
            {"id": "home", "name": NASTY[0], "kind": "home", "note": next(words)},
            {
                "id": "far",
                "name": NASTY[14],
                "kind": "placement",
                "distance_miles": 12.5,
                "travel_minutes": 35,
            },
        ],
        "settings": [{"id": "club", "name": NASTY[2], "kind": "club", "area": "home"}],
        "stages": [_stage("before", NASTY[13]), _stage("away", NASTY[3], move=_move())],
        "people": [_person(number) for number in people],
        "relationships": [*(_tie(number) for number in people), _arc()],
        "uses": [_use(number) for number in people],
        "events": [
            {"text": text, "stage": "away", "source": text, "outcome": "refused", "people": ["p0"]}
            for text in NASTY
        ],
        "prompts": [
            {"kind": kind, "text": text, "owner": text}
            for text in NASTY
            for kind in ("question", "action")
        ],
    }


def _stage(key: str, label: str, **more: object) -> dict[str, Any]:
    home = key == "before"
    return {
        "id": key,
        "label": label,
        "phase": "before" if home else "during",
        "area": "home" if home else "far",
        "lasted": NASTY[8],
        "note": NASTY[4],
        "safety": [{"dimension": "physical", "held": "held", "note": NASTY[3]}],
        "factors": [{"kind": "push", "text": text} for text in NASTY],
        **more,
    }


def _move() -> dict[str, Any]:
    return {"reasons": list(NASTY), "stated_duration": NASTY[1], "note": NASTY[2]}


def _person(number: int) -> dict[str, Any]:
    return {
        "id": f"p{number}",
        "name": NASTY[number],
        "role": NASTY[number - 1],
        "type": TYPES[number % 3],
        "area": "far" if number % 2 else "home",
        "group_size": NASTY[number - 2],
        "note": NASTY[number],
    }


def _tie(number: int) -> dict[str, Any]:
    state = {"status": "active", "note": NASTY[number], "source": NASTY[number - 1]}
    often = {"how_often": NASTY[number - 2]}
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


def _use(number: int) -> dict[str, Any]:
    return {
        "stage": "away",
        "relationship": f"r{number}",
        "use": "safety",
        "level": "practice",
        "held_by": ["p0", "p3"],
        "note": NASTY[number],
    }
