"""Scenes for the tests of the map, and ways to look into them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from relnet.case.models import FORMAT, Case
from relnet.case.names import names_of
from relnet.case.reading import read_case
from relnet.case.timeline import opening_perspective, perspectives
from relnet.figures.columns import NARROW, WIDE, Room
from relnet.figures.key import shape_styles
from relnet.figures.map_scene import map_scene
from relnet.figures.scene import Box, Disc, Line, Mark, MarkKind, Scene, Shape, StageScene, Text
from relnet.figures.style import look_up
from relnet.figures.text import text_width
from relnet.network.graph import CaseNetwork, build_network
from relnet.resources import sample_cases_folder

SAMPLES = tuple(sorted(sample_cases_folder().glob("*.relnet.json")))
HOME_AND_AWAY = (
    {"id": "home", "name": "Riverside", "kind": "home"},
    {"id": "away", "name": "Northfield", "kind": "placement", "distance_miles": 62},
)
NASTY_NAMES = (
    "<b>x</b>",
    '<a href="javascript:alert(1)">x</a>',
    "</script><script>alert(1)</script>",
    "=cmd()",
    "{{7*7}}",
    "$x$",
    "%s {name} &amp; <br>",
    "👩‍👩‍👧",
    "محمد",
    "\u202ex\u202c",
    "nought\x00bell\x07\x0b\ufffe",
    "N" * 300,
)

Values = dict[str, Any]
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True)
class Sample:
    """One sample case as one perspective sees it."""

    name: str
    perspective: str
    network: CaseNetwork
    scene: Scene


ROOMS = {room.width: room for room in (WIDE, NARROW)}


@cache
def sample_scenes(width: float = WIDE.width) -> tuple[Sample, ...]:
    """Draw every sample case in every perspective that it has, in the room of this width."""
    return tuple(_draw_samples(ROOMS[width]))


def _draw_samples(room: Room) -> Iterator[Sample]:
    for path in SAMPLES:
        network = build_network(read_case(path))
        for perspective in perspectives(network.case):
            scene = map_scene(network, perspective, names_of(network.case), room)
            yield Sample(path.name.split(".")[0], perspective, network, scene)


def sample_stages(width: float = WIDE.width) -> Iterator[tuple[Sample, int, StageScene]]:
    """Give every stage of every sample scene."""
    for sample in sample_scenes(width):
        for number, stage in enumerate(sample.scene.stages):
            yield sample, number, stage


def scene_of(
    case: Case, perspective: str | None = None, *, hidden: bool = False, room: Room = WIDE
) -> Scene:
    """Draw a case as one perspective sees it, or as it opens."""
    network = build_network(case)
    told_by = perspective or opening_perspective(case)
    return map_scene(network, told_by, names_of(case, hidden=hidden), room)


def scenes_of(case: Case, room: Room = WIDE) -> tuple[Scene, ...]:
    """Draw a case in every perspective."""
    told_by = perspectives(case) or (opening_perspective(case),)
    return tuple(scene_of(case, perspective, room=room) for perspective in told_by)


def case_with(**parts: object) -> Case:
    """Give a case of one stage at home, two areas and nobody; ``parts`` replace what it says."""
    return Case.model_validate(
        {
            "format": FORMAT,
            "title": "A case",
            "young_person": {"name": "Amira"},
            "areas": HOME_AND_AWAY,
            "stages": [stage("now")],
        }
        | parts
    )


def stage(name: str, area: str | None = "home", **more: object) -> Values:
    """Write a stage as the file has it."""
    return {
        "id": name,
        "label": name,
        "phase": "during",
        **({"area": area} if area else {}),
        **more,
    }


def person(name: str, area: str | None = "home", kind: str = "peer", **more: object) -> Values:
    """Write a person as the file has them."""
    where = {"area": area} if area else {}
    return {"id": name, "name": name.title(), "role": "friend", "type": kind, **where, **more}


def own(member: str, *states: Values, track: str = "community_peer", **more: object) -> Values:
    """Write a relationship with the young person as the file has it."""
    return {"id": f"r-{member}", "from": member, "tracks": [track], "states": states, **more}


def between(first: str, second: str, *states: Values) -> Values:
    """Write a relationship between two others as the file has it."""
    return {"id": f"t-{first}-{second}", "from": first, "to": second, "states": states}


def told(at: str = "now", status: str | None = "active", **more: object) -> Values:
    """Write a state as the file has it."""
    return {"stage": at, **({"status": status} if status else {}), **more}


def marks_of(stage_scene: StageScene, kind: MarkKind) -> list[Mark]:
    """Give the marks of one kind."""
    return [mark for mark in stage_scene.marks if mark.kind is kind]


def mark_of(stage_scene: StageScene, ref: str) -> Mark:
    """Give the one mark that shows a part of the case."""
    (found,) = (mark for mark in stage_scene.marks if mark.ref == ref)
    return found


def styles_of(marks: Mark | Iterable[Mark]) -> set[str]:
    """Give every class that marks name."""
    several = (marks,) if isinstance(marks, Mark) else marks
    return {style for mark in several for shape in mark.shapes for style in shape_styles(shape)}


def shapes_named(mark: Mark, beginning: str) -> list[Shape]:
    """Give a mark's shapes whose class begins so."""
    return [shape for shape in mark.shapes if shape_styles(shape)[0].startswith(beginning)]


def line_named(mark: Mark, beginning: str) -> Line:
    """Give the one line of a mark whose class begins so."""
    (line,) = (s for s in shapes_named(mark, beginning) if isinstance(s, Line))
    return line


def discs_of(mark: Mark, *beginnings: str) -> list[Disc]:
    """Give the circles of a mark whose class begins with one of these."""
    found = (shape for beginning in beginnings for shape in shapes_named(mark, beginning))
    return [shape for shape in found if isinstance(shape, Disc)]


def box_of(mark: Mark) -> Box:
    """Give the first rectangle of a mark."""
    return next(shape for shape in mark.shapes if isinstance(shape, Box))


def texts_of(mark: Mark) -> list[str]:
    """Give what is written on a mark."""
    return [shape.plain for shape in mark.shapes if isinstance(shape, Text)]


def centre_of(member: Mark) -> tuple[float, float]:
    """Give where somebody stands: the middle of what is drawn of them."""
    edges = [_edges(shape) for shape in member.shapes if isinstance(shape, Disc | Box)]
    left, right = min(edge[0] for edge in edges), max(edge[2] for edge in edges)
    top, bottom = min(edge[1] for edge in edges), max(edge[3] for edge in edges)
    return (left + right) / 2, (top + bottom) / 2


def _edges(shape: Disc | Box) -> Rectangle:
    if isinstance(shape, Box):
        return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    r = shape.radius
    return shape.x - r, shape.y - r, shape.x + r, shape.y + r


def room_of(text: Text) -> Rectangle:
    """Give the most room that a text takes: left, top, right, bottom."""
    styles = [look_up(run.style) for run in text.runs]
    widths = [
        text_width(run.text, style.size, bold=style.bold)
        for run, style in zip(text.runs, styles, strict=True)
    ]
    width = sum(widths) + text_width(" ", styles[0].size) * (len(widths) - 1)
    before = {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    ascent, descent = 0.76 * styles[0].size, 0.2 * styles[0].size
    if text.turned:
        return text.x - ascent, text.y - before, text.x + descent, text.y - before + width
    return text.x - before, text.y - ascent, text.x - before + width, text.y + descent


def overlap(one: Rectangle, other: Rectangle) -> bool:
    """Whether two rectangles share more than an edge."""
    slack = 0.5
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )


def overlapping_texts(marks: Iterable[Mark]) -> list[tuple[str, str]]:
    """Give the pairs of texts that lie over each other."""
    texts = [shape for mark in marks for shape in mark.shapes if isinstance(shape, Text)]
    rooms = sorted((room_of(text), text.plain) for text in texts)
    found = []
    for place, (room, text) in enumerate(rooms):
        for other_room, other in rooms[place + 1 :]:
            if other_room[0] >= room[2]:
                break
            if overlap(room, other_room):
                found.append((text, other))
    return found


def areas_of(stage_scene: StageScene) -> list[Box]:
    """Give the frames of the areas from left to right."""
    return [box_of(mark) for mark in marks_of(stage_scene, MarkKind.AREA)]


def here_of(stage_scene: StageScene) -> Box:
    """Give the frame of the area in which the young person lives."""
    (here,) = (box for box in areas_of(stage_scene) if box.style == "area-here")
    return here


def spine_x(stage_scene: StageScene) -> float:
    """Give where the spine stands."""
    (spine,) = marks_of(stage_scene, MarkKind.SPINE)
    return line_named(spine, "spine").path.start[0]


def ports_of(stage_scene: StageScene) -> list[Disc]:
    """Give the circles of the three ports."""
    return [d for mark in marks_of(stage_scene, MarkKind.PORT) for d in discs_of(mark, "port")]


def stages_of(scenes: Sequence[Scene]) -> Iterator[StageScene]:
    """Give the stages of several scenes, one after another."""
    for scene in scenes:
        yield from scene.stages
