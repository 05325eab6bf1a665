"""The SVG painter: a scene as text, for pages, miniatures and exports without a browser."""

from collections.abc import Iterable
from html import escape

from relnet.figures.paths import Point, short
from relnet.figures.scene import Box, Disc, Line, Mark, MarkKind, Picture, Scene, Shape, Text
from relnet.figures.style import FONT, PAPER, style_sheet
from relnet.figures.text import drawable

_NAMESPACE = "http://www.w3.org/2000/svg"
_CHOSEN = (MarkKind.TIE, MarkKind.MEMBER, MarkKind.ARC)
"""What a reader can choose in a page."""

_TOLD = (*_CHOSEN, MarkKind.EVENT)
"""What says more on hovering than is drawn."""

_HALO = f".kind-member text{{paint-order:stroke;stroke:{PAPER};stroke-width:4px;stroke-opacity:.9}}"
_ANCHORS = {"start": "", "middle": ' text-anchor="middle"', "end": ' text-anchor="end"'}


def escaped(text: str) -> str:
    """Make any text safe between tags and inside quotes; XML has no place for control signs."""
    return escape(drawable(text))


def map_style_sheet() -> str:
    """Give the CSS of every class that a scene may name, for pages."""
    return style_sheet(".map ") + _HALO


def paint_stages(scene: Scene, *, label: str) -> str:
    """Paint every stage as an SVG of its own, one above the other, for a page.

    ``show_stage`` says which one is seen. Stages that are not seen cost the browser nothing,
    and those next to the one that is seen can wait as finished layers.
    """
    stages = (paint_stage_part(scene, number) for number in range(len(scene.stages)))
    return paint_frame(scene, stages, label=label)


def paint_stage_part(scene: Scene, number: int, place: int | None = None) -> str:
    """Paint one stage for ``paint_frame``; ``place`` is its number in the case where that differs.

    People and relationships are buttons with their words as names; a wide unseen line lies
    over each thin one, so that it can be met with a pointer.
    """
    stage = scene.stages[number]
    shown = number if place is None else place
    box = f"0 0 {short(scene.width)} {short(scene.height)}"
    return (
        f'<div class="stage" data-stage="{shown}" data-spine="{short(stage.spine_x)}">'
        f'<svg viewBox="{box}">{_marks(stage.marks, live=True)}</svg></div>'
    )


def paint_frame(scene: Scene, painted: Iterable[str], *, label: str) -> str:
    """Put painted stages one above the other, as ``paint_stages`` does."""
    width, height = short(scene.width), short(scene.height)
    stages = "".join(painted)
    return (
        f'<div class="map stages" role="group" aria-label="{escaped(label)}" '
        f'style="--map-width:{width};--map-height:{height}" data-width="{width}" '
        f'data-height="{height}" data-picture-height="{short(scene.picture_height)}">{stages}</div>'
    )


def show_stage(painted: str, now: int) -> str:
    """Make one stage of a painted map the visible one."""
    stage = f'<div class="stage" data-stage="{now}" '
    return painted.replace(stage, stage.replace('"stage"', '"stage now"', 1), 1)


def paint_stage(scene: Scene, stage: int) -> str:
    """Paint one stage as a whole SVG file with its own style sheet."""
    drawn = scene.stages[stage]
    return paint_file(Picture(scene.width, scene.height, drawn.marks), title=drawn.title)


def paint_part(part: Picture, *, names: str) -> str:
    """Paint a part of a picture into an SVG for a page; ``names`` are its class names.

    What can be chosen is a button with its words as its name, as on the map.
    """
    width, height = short(part.width), short(part.height)
    return (
        f'<svg class="{names}" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{_marks(part.marks, live=True)}</svg>'
    )


def paint_still(picture: Picture, *, names: str, label: str = "", refs: bool = False) -> str:
    """Paint a picture into an SVG for a page in which nothing can be chosen.

    Args:
        picture: the picture.
        names: its class names.
        label: what it is, for those who hear it; without one it is left out for them.
        refs: whether its marks bear their short names, so that a script finds them.
    """
    width, height = short(picture.width), short(picture.height)
    heard = f'role="img" aria-label="{escaped(label)}"' if label else 'aria-hidden="true"'
    return (
        f'<svg class="{names}" {heard} width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">'
        f"{''.join(_still_mark(mark, refs=refs) for mark in picture.marks)}</svg>"
    )


def _still_mark(mark: Mark, *, refs: bool) -> str:
    """Paint a mark with no more than its look and its words for hovering."""
    columns = mark.tags if mark.kind is MarkKind.COLUMN else ()
    named = " ".join((f"kind-{mark.kind.value}", *columns))
    title = f"<title>{escaped(mark.label)}</title>" if mark.label and mark.kind in _TOLD else ""
    shapes = "".join(paint_shape(shape) for shape in mark.shapes)
    ref = f' data-ref="{mark.ref}"' if refs and mark.ref else ""
    return f'<g class="{named}"{ref}>{title}{shapes}</g>'


def paint_file(picture: Picture, *, title: str, told: str = "") -> str:
    """Paint a picture as a whole SVG file with its own style sheet.

    Args:
        picture: the picture.
        title: what it is called.
        told: the same in words, for those who hear it.
    """
    width, height = short(picture.width), short(picture.height)
    sheet = f"text{{font-family:{FONT}}}{style_sheet()}{_HALO}"
    return (
        f'<svg xmlns="{_NAMESPACE}" class="map" role="img" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><title>{escaped(title)}</title>'
        f"{f'<desc>{escaped(told)}</desc>' if told else ''}<style>{sheet}</style>"
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>'
        f"{_marks(picture.marks, live=False)}</svg>\n"
    )


def _marks(marks: Iterable[Mark], *, live: bool) -> str:
    return "".join(_mark(mark, live=live) for mark in marks)


def _mark(mark: Mark, *, live: bool) -> str:
    names = " ".join((f"kind-{mark.kind.value}", *mark.tags))
    ref = f' data-ref="{mark.ref}"' if mark.ref else ""
    ref += f' data-ends="{" ".join(mark.ends)}"' if mark.ends else ""
    label = escaped(mark.label) if mark.label else ""
    title = f"<title>{label}</title>" if label else ""
    shapes = "".join(paint_shape(shape) for shape in mark.shapes)
    if not live or mark.kind not in _CHOSEN:
        return f'<g class="{names}"{ref}>{title}{shapes}</g>'
    return (
        f'<g class="{names}"{ref} role="button" tabindex="-1" aria-label="{label}">'
        f"{title}{_touch(mark)}{shapes}</g>"
    )


def _touch(mark: Mark) -> str:
    """Lay a wide unseen line over a thin one, and a disc over a small one."""
    first = mark.shapes[0]
    if isinstance(first, Line):
        return f'<path class="touch" d="{first.path.svg()}"/>'
    if isinstance(first, Text):
        return ""
    x, y = _middle(first)
    return f'<circle class="touch" cx="{short(x)}" cy="{short(y)}" r="12"/>'


def _middle(shape: Disc | Box) -> Point:
    if isinstance(shape, Disc):
        return shape.x, shape.y
    return shape.x + shape.width / 2, shape.y + shape.height / 2


def paint_shape(shape: Shape) -> str:
    """Paint one shape."""
    if isinstance(shape, Line):
        return f'<path class="{shape.style}" d="{shape.path.svg()}"/>'
    if isinstance(shape, Disc):
        return (
            f'<circle class="{shape.style}" cx="{short(shape.x)}" cy="{short(shape.y)}" '
            f'r="{short(shape.radius)}"/>'
        )
    if isinstance(shape, Box):
        return (
            f'<rect class="{shape.style}" x="{short(shape.x)}" y="{short(shape.y)}" '
            f'width="{short(shape.width)}" height="{short(shape.height)}" '
            f'rx="{short(shape.radius)}"/>'
        )
    return _text(shape)


def _text(text: Text) -> str:
    x, y = short(text.x), short(text.y)
    turn = f' transform="rotate(-90 {x} {y})"' if text.turned else ""
    place = f'x="{x}" y="{y}"{_ANCHORS[text.anchor]}{turn}'
    if len(text.runs) == 1:
        return f'<text class="{text.runs[0].style}" {place}>{escaped(text.plain)}</text>'
    runs = " ".join(f'<tspan class="{run.style}">{escaped(run.text)}</tspan>' for run in text.runs)
    return f"<text {place}>{runs}</text>"
