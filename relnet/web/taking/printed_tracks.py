"""PDF and PNG of the tracks: one page where it can be read there, else several that share it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from relnet.figures.scene import Box, MarkKind, Picture
from relnet.figures.svg import paint_still
from relnet.figures.tracks.scene import TracksScene
from relnet.web.taking.browser import as_pdf
from relnet.web.taking.pictures import tracks_drawn, tracks_picture
from relnet.web.taking.printed import (
    A4,
    HEAD,
    LARGEST,
    MARGIN,
    PX_PER_MM,
    SMALLEST,
    Paper,
    page_of,
    paged_title,
    png_of,
)
from relnet.web.taking.taken import Taken, foot_lines

_STYLE = (
    ".map.tracks{width:auto;display:grid;grid-template-columns:max-content max-content}"
    ".map.tracks svg{display:block;width:auto;max-height:none;flex:none}"
    ".cut{overflow:hidden}.key{grid-column:1/-1}"
)
_SECTION = Markup(
    '<section><h1>{title}</h1><div class="sheet"><div class="map tracks" role="img" '
    'aria-label="{title}" style="zoom:{scale}">'
    '{parts}<div class="key">{key}</div></div></div><footer>{foot}</footer></section>'
)
_CUT = Markup(
    '<div class="cut" style="width:{width:g}px;height:{height:g}px">'
    '<div style="margin:{up:g}px 0 0 {back:g}px">{picture}</div></div>'
)

Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Sharing:
    """How the picture is shared out: its scale, and which rows and columns stand on a page."""

    scale: float
    rows: tuple[Stretch, ...]
    columns: tuple[Stretch, ...]


def tracks_pdf_on(paper: Paper) -> Callable[[Taken], bytes]:
    """Give what writes a PDF of the tracks on this paper."""
    return lambda taken: write_tracks_pdf(taken, paper)


def write_tracks_pdf(taken: Taken, paper: Paper = A4) -> bytes:
    """Print the tracks.

    Raises:
        CannotDraw: there is no browser to print with.
    """
    return as_pdf(tracks_page(taken, paper), taken.stop)


def tracks_png(taken: Taken) -> bytes:
    """Draw all relationships over all stages, ordered as the page shows them.

    Raises:
        CannotDraw: there is no browser to draw with.
    """
    return png_of(taken, tracks_picture(taken))


def tracks_page(taken: Taken, paper: Paper) -> str:
    """Write what is printed, as HTML that asks for nothing."""
    scene = tracks_drawn(taken)
    sharing = _shared(scene, paper)
    places = [(rows, columns) for rows in sharing.rows for columns in sharing.columns]
    sections = []
    for number, place in enumerate(places, 1):
        taken.tell(number, len(places))
        sections.append(
            _SECTION.format(
                title=paged_title(scene.title, number, len(places)),
                scale=f"{sharing.scale:.3f}",
                parts=Markup("").join(_parts(scene, *place)),
                key=_painted(scene.key),
                foot=" · ".join(foot_lines(taken)),
            )
        )
    body = Markup("").join(sections)
    return page_of(taken.view, paper.style() + _STYLE, body)


def _shared(scene: TracksScene, paper: Paper) -> _Sharing:
    """Take one page where its words are large enough, else as many as it needs."""
    wide = paper.across * PX_PER_MM
    high = (paper.height - 2 * MARGIN - HEAD) * PX_PER_MM
    side, above = scene.names.width, scene.head.height + scene.key.height
    across = max(side + scene.body.width, scene.key.width)
    fitting = min(wide / across, high / (above + scene.body.height), LARGEST)
    if fitting >= SMALLEST:
        return _Sharing(fitting, ((0, scene.body.height),), ((0, scene.body.width),))
    rows = stretches(_row_ends(scene.body), high / SMALLEST - above)
    ends = [*(column.right for column in scene.columns[:-1]), scene.body.width]
    return _Sharing(SMALLEST, rows, stretches(ends, wide / SMALLEST - side))


def _row_ends(body: Picture) -> list[float]:
    boxes = [
        shape
        for mark in body.marks
        if mark.kind is MarkKind.ROW
        for shape in mark.shapes
        if isinstance(shape, Box)
    ]
    ends = sorted({box.y + box.height for box in boxes})
    return [*ends[:-1], body.height]


def stretches(ends: Sequence[float], room: float) -> tuple[Stretch, ...]:
    """Share out what ends at these places, one after the other, so that each share fits a room.

    What is larger than the room has a share of its own.
    """
    found: list[Stretch] = []
    start = last = 0.0
    for end in ends:
        if end - start > room and last > start:
            found.append((start, last))
            start = last
        last = end
    return (*found, (start, last))


def _parts(scene: TracksScene, rows: Stretch, columns: Stretch) -> Iterator[Markup]:
    """Give the four parts of a page: its corner, its head, its names and its lines."""
    whole_side, whole_head = (0.0, scene.names.width), (0.0, scene.head.height)
    yield _cut(scene.corner, whole_head, whole_side)
    yield _cut(scene.head, whole_head, columns)
    yield _cut(scene.names, rows, whole_side)
    yield _cut(scene.body, rows, columns)


def _cut(picture: Picture, rows: Stretch, columns: Stretch) -> Markup:
    (top, bottom), (left, right) = rows, columns
    return _CUT.format(
        width=right - left, height=bottom - top, up=-top, back=-left, picture=_painted(picture)
    )


def _painted(picture: Picture) -> Markup:
    return Markup(paint_still(picture, names="tracks-part"))  # noqa: S704 - the painter escapes every text
