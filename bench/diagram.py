"""What the peers draw: the people, ties, lanes and areas of our map, without its finer marks.

The peers get the places that our own map gives, so that they show the same case and compute
no layout. They draw less of it (no badges, signs, ports that fill or key), which is in
their favour.
"""

from dataclasses import dataclass

from relnet.case.models import Case
from relnet.case.names import names_of
from relnet.case.timeline import opening_perspective
from relnet.case.vocabulary import YOUNG_PERSON, Status, Strength, Track
from relnet.figures.map_scene import map_scene
from relnet.figures.refs import refs_of
from relnet.figures.scene import Box, Disc, MarkKind, Scene, StageScene
from relnet.figures.style import HARM, LANE_COLOUR, MUTED, TRACK_COLOUR
from relnet.network.graph import CaseNetwork, Tie, build_network, is_harmful_only
from relnet.words import label

_WIDTHS = {Strength.STRONG: 4.0, Strength.STEADY: 2.0, Strength.WEAK: 1.5, None: 2.0}
_AREA_COLOUR = "#ffffff"


@dataclass(frozen=True, slots=True)
class Node:
    """A person, a setting, or the young person's place in a lane."""

    id: str
    label: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn; lines of one pen may share one trace."""

    colour: str
    width: float
    dashed: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship between two nodes."""

    id: str
    source: Node
    target: Node
    pen: Pen


@dataclass(frozen=True, slots=True)
class Area:
    """A lane or an area: a rectangle behind everything else."""

    id: str
    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """One stage."""

    label: str
    areas: tuple[Area, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Diagram:
    """All stages of a case."""

    width: float
    height: float
    stages: tuple[Drawing, ...]


def scene_of(case: Case) -> tuple[CaseNetwork, Scene]:
    """Build the network and the map of a case, as it opens."""
    network = build_network(case)
    names = names_of(case, hidden=False)
    return network, map_scene(network, opening_perspective(case), names)


def diagram_of(case: Case) -> Diagram:
    """Draw every stage of a case as plain nodes, edges and rectangles."""
    network, scene = scene_of(case)
    stages = tuple(
        _drawing(network, number, picture) for number, picture in enumerate(scene.stages)
    )
    return Diagram(scene.width, scene.height, stages)


def _drawing(network: CaseNetwork, stage: int, picture: StageScene) -> Drawing:
    case = network.case
    nodes = _nodes(network, stage, picture) | _ports(picture)
    ties = network.ties(stage, opening_perspective(case))
    return Drawing(
        case.stages[stage].label,
        tuple(_areas(picture)),
        tuple(nodes.values()),
        tuple(_edge(tie, nodes) for tie in ties),
    )


def _nodes(network: CaseNetwork, stage: int, picture: StageScene) -> dict[str, Node]:
    """Give everybody where our map puts them, by their id in the case."""
    names = names_of(network.case, hidden=False)
    refs = refs_of(network.case)
    places = {mark.ref: mark.shapes[0] for mark in picture.marks if mark.kind is MarkKind.MEMBER}
    members = network.at(stage, opening_perspective(network.case)).nodes
    return {
        member: Node(refs[member], names.of(member), *_centre(places[refs[member]]))
        for member in members
        if member != YOUNG_PERSON
    }


def _ports(picture: StageScene) -> dict[str, Node]:
    """Give the young person's place in each lane, by the track."""
    ports = [mark for mark in picture.marks if mark.kind is MarkKind.PORT]
    return {
        track.value: Node(track.value, label(track), *_centre(port.shapes[0]))
        for track, port in zip(Track, ports, strict=True)
    }


def _centre(shape: object) -> tuple[float, float]:
    if isinstance(shape, Disc):
        return shape.x, shape.y
    if isinstance(shape, Box):
        return shape.x + shape.width / 2, shape.y + shape.height / 2
    raise TypeError(
        f"the map draws a person as {type(shape).__name__}, which the bench cannot place"
    )


def _areas(picture: StageScene) -> list[Area]:
    """Give lanes and areas, from the back to the front."""
    kinds = (MarkKind.LANE, MarkKind.AREA)
    boxes = [mark.shapes[0] for kind in kinds for mark in picture.marks if mark.kind is kind]
    lanes = iter(LANE_COLOUR.values())
    return [
        Area(f"area-{number}", box.x, box.y, box.width, box.height, next(lanes, _AREA_COLOUR))
        for number, box in enumerate(boxes)
        if isinstance(box, Box)
    ]


def _edge(tie: Tie, nodes: dict[str, Node]) -> Edge:
    relationship = tie.relationship
    own = relationship.with_young_person
    target = nodes[relationship.tracks[0] if own else relationship.to]
    return Edge(tie.id, nodes[relationship.from_], target, _pen(tie))


def _pen(tie: Tie) -> Pen:
    if not tie.relationship.with_young_person:
        return Pen(MUTED, 1.0, dashed=True)
    colour = HARM if is_harmful_only(tie.state) else TRACK_COLOUR[tie.relationship.tracks[0]]
    if tie.state.status is not Status.ACTIVE:
        return Pen(colour, 1.0, dashed=True)
    weak = tie.state.strength is Strength.WEAK
    return Pen(colour, _WIDTHS[tie.state.strength], dashed=weak)
