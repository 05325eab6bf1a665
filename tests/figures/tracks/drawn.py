"""Tracks for the tests, and ways to look into them."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from relnet.case.models import Case
from relnet.case.names import names_of
from relnet.case.reading import read_case
from relnet.case.timeline import opening_perspective
from relnet.figures.scene import Box, Disc, Mark, MarkKind, Picture, Text
from relnet.figures.tracks.options import Roles, Scale, Sort, TracksOptions
from relnet.figures.tracks.rows import TrackRow, track_rows
from relnet.figures.tracks.scene import TracksScene, tracks_scene
from relnet.network.graph import build_network
from relnet.resources import sample_cases_folder

ALL_OPTIONS = tuple(TracksOptions(*choice) for choice in product(Scale, Sort, Roles))


def tracks_of(
    case: Case,
    perspective: str | None = None,
    options: TracksOptions | None = None,
    *,
    hidden: bool = False,
) -> TracksScene:
    """Draw the tracks of a case as one perspective sees them, or as they open."""
    told_by = perspective or opening_perspective(case)
    names = names_of(case, hidden=hidden)
    return tracks_scene(build_network(case), told_by, names, options or TracksOptions())


def rows_of(case: Case, options: TracksOptions | None = None) -> tuple[TrackRow, ...]:
    """Give the rows of a case as the team sees them."""
    return track_rows(build_network(case), "team", options or TracksOptions())


@cache
def sample_case(name: str) -> Case:
    """Read a sample case."""
    return read_case(sample_cases_folder() / f"{name}.relnet.json")


def people_of(rows: Iterable[TrackRow]) -> list[str]:
    """Give whom each row is with, the first of each."""
    return [row.relationships[0].from_ for row in rows]


def marks_in(part: Picture, kind: MarkKind, *tags: str) -> list[Mark]:
    """Give the marks of one kind that have all of the tags."""
    return [mark for mark in part.marks if mark.kind is kind and set(tags) <= set(mark.tags)]


def cell(scene: TracksScene, ref: str, stage: int) -> Mark:
    """Give the one mark of a relationship at a stage."""
    (found,) = cells(scene, ref, stage)
    return found


def cells(scene: TracksScene, ref: str, stage: int) -> list[Mark]:
    """Give the marks of a relationship at a stage; none where nothing is drawn."""
    ties = marks_in(scene.body, MarkKind.TIE, f"stage-{stage}")
    return [mark for mark in ties if mark.ref == ref]


def rooms(mark: Mark) -> Iterator[tuple[float, float, float, float]]:
    """Give the room that circles and boxes of a mark take: left, top, right, bottom."""
    for shape in mark.shapes:
        if isinstance(shape, Disc):
            r = shape.radius
            yield shape.x - r, shape.y - r, shape.x + r, shape.y + r
        elif isinstance(shape, Box):
            yield shape.x, shape.y, shape.x + shape.width, shape.y + shape.height


def texts_in(part: Picture) -> list[Text]:
    """Give every text of a part."""
    return [shape for mark in part.marks for shape in mark.shapes if isinstance(shape, Text)]
