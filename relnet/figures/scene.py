"""A scene: a picture as plain typed data, before anything paints it.

A scene is a list of marks for each stage, in the order in which they are painted. A mark is
one thing that a reader would name (a person, a relationship, a port), made of shapes. Every
shape names one class of ``relnet.figures.style``. Places and sizes are px.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from relnet.figures.paths import Path

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line along a path."""

    path: Path
    style: str


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle around a centre."""

    x: float
    y: float
    radius: float
    style: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle from its upper left corner, with round corners of ``radius``."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    style: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text in one style."""

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text on its base line; its runs stand a space apart.

    A ``turned`` text reads upwards.
    """

    x: float
    y: float
    runs: tuple[Run, ...]
    anchor: Anchor = "start"
    turned: bool = False

    @property
    def plain(self) -> str:
        """The text as it reads."""
        return " ".join(run.text for run in self.runs)


Shape = Line | Disc | Box | Text


class MarkKind(StrEnum):
    """What a mark stands for."""

    TITLE = "title"
    LANE = "lane"
    AREA = "area"
    DISTANCE = "distance"
    BLANK = "blank"
    SPINE = "spine"
    ARC = "arc"
    TIE = "tie"
    PORT = "port"
    MEMBER = "member"
    NAMED = "named"
    KEY = "key"
    ROW = "row"
    ROLE = "role"
    COLUMN = "column"
    PHASE = "phase"
    MOVE = "move"
    BIRTHDAY = "birthday"
    EVENT = "event"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing in the picture.

    Attributes:
        kind: what it stands for.
        shapes: what it is made of, in the order of painting.
        ref: which part of the case it shows ("p3": the fourth person; relnet.figures.refs).
        label: the same in words, whole, for hovering and for those who hear the picture.
        tags: what a reader can filter by, as class names.
        ends: the people and places that a relationship ties, by their short names.
    """

    kind: MarkKind
    shapes: tuple[Shape, ...]
    ref: str | None = None
    label: str | None = None
    tags: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StageScene:
    """The picture of one stage; ``spine_x`` is where the young person stands."""

    title: str
    spine_x: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """The pictures of all stages, of one size.

    ``picture_height`` is where the picture ends and the key begins.
    """

    width: float
    height: float
    picture_height: float
    stages: tuple[StageScene, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of its own size."""

    width: float
    height: float
    marks: tuple[Mark, ...]


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """Give a mark at another place."""
    return replace(mark, shapes=tuple(_moved(shape, dx, dy) for shape in mark.shapes))


def _moved(shape: Shape, dx: float, dy: float) -> Shape:
    if isinstance(shape, Line):
        return replace(shape, path=shape.path.moved(dx, dy))
    return replace(shape, x=shape.x + dx, y=shape.y + dy)
