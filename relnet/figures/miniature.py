"""The miniature of a case: its three tracks at every stage, small enough for a card.

A column is a stage, with the young person's spine and one port a track, as on the map:
filled where the track is in practice, hollow where it is not, dotted where that was not
recorded. A thin line between two columns is a move.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from relnet.case.names import Names
from relnet.case.vocabulary import YOUNG_PERSON, Track
from relnet.figures.style import FONT, look_up
from relnet.network.attention import Port, attention
from relnet.network.graph import CaseNetwork
from relnet.wording import _, ngettext
from relnet.words import label

_WIDTH = 320.0
_LANE = 28.0
_GAP = 4.0
_HEIGHT = len(Track) * (_LANE + _GAP) - _GAP
_MIN_COLUMN = 22.0
_RADIUS = 8.0
_QUERY_DROP = 4.3
"""How far the base line of a "?" stands below the centre of its port."""

_PORT_STYLE = {Port.EMPTY: "port-empty", Port.UNKNOWN: "port-unknown"}


@dataclass(frozen=True, slots=True)
class Column:
    """One stage: its ports by track, and whether a move opens it."""

    ports: dict[Track, Port]
    moved: bool


def columns(network: CaseNetwork) -> tuple[Column, ...]:
    """Give what a miniature shows: one column for each stage."""
    found = []
    for number, stage in enumerate(network.case.stages):
        told = attention(network, number)
        ports = {track: told.port(track) for track in Track}
        found.append(Column(ports, moved=stage.move is not None))
    return tuple(found)


def miniature(network: CaseNetwork, names: Names) -> str:
    """Draw the miniature of a case as SVG text, with its words as the title."""
    found = columns(network)
    width = max(_WIDTH, len(found) * _MIN_COLUMN)
    title = escape(miniature_words(network, names))
    start = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {_HEIGHT:g}"'
        f' width="{width:g}" height="{_HEIGHT:g}" role="img" font-family="{escape(FONT)}">'
    )
    parts = [
        start,
        f"<title>{title}</title>",
        *(_lane(track, width) for track in Track),
        *_stages(found, width / len(found)),
        "</svg>",
    ]
    return "".join(parts)


def miniature_words(network: CaseNetwork, names: Names) -> str:
    """Say what a miniature shows: each track, and at how many stages it is in practice."""
    found = columns(network)
    intro = ngettext(
        "How professionals work with the relationships of {name}, over {count} stage.",
        "How professionals work with the relationships of {name}, over {count} stages.",
        len(found),
    ).format(name=names.of(YOUNG_PERSON), count=len(found))
    tracks = [_track_words(track, [column.ports[track] for column in found]) for track in Track]
    return " ".join([intro, *tracks])


def _track_words(track: Track, ports: list[Port]) -> str:
    held, unknown = ports.count(Port.HELD), ports.count(Port.UNKNOWN)
    if unknown == len(ports):
        return _("{track}: not recorded.").format(track=label(track))
    if unknown:
        return _("{track}: in practice at {held} of them, not recorded at {unknown}.").format(
            track=label(track), held=held, unknown=unknown
        )
    if not held:
        return _("{track}: in practice at none.").format(track=label(track))
    return _("{track}: in practice at {held} of them.").format(track=label(track), held=held)


def _stages(found: tuple[Column, ...], step: float) -> Iterator[str]:
    for number, column in enumerate(found):
        if column.moved and number:
            yield _upright(number * step, 0, _HEIGHT, "distance", dash="3 3")
        x = (number + 0.5) * step
        yield _upright(x, _middle(0), _middle(len(Track) - 1), "spine")
        for row, track in enumerate(Track):
            yield _port(track, column.ports[track], x, _middle(row))


def _middle(row: int) -> float:
    return row * (_LANE + _GAP) + _LANE / 2


def _lane(track: Track, width: float) -> str:
    top = list(Track).index(track) * (_LANE + _GAP)
    paint = _paint(f"lane-{track.value}")
    return f'<rect y="{top:g}" width="{width:g}" height="{_LANE:g}" rx="6"{paint}/>'


def _upright(x: float, top: float, bottom: float, style: str, dash: str = "") -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="M{x:.1f} {top:g}V{bottom:g}"{_paint(style)}{dashes}/>'


def _port(track: Track, port: Port, x: float, y: float) -> str:
    style = _PORT_STYLE.get(port, f"port-{track.value}-held")
    disc = f'<circle cx="{x:.1f}" cy="{y:g}" r="{_RADIUS:g}"{_paint(style)}/>'
    return disc + _query(x, y) if port is Port.UNKNOWN else disc


def _query(x: float, y: float) -> str:
    style = look_up("text-query")
    return (
        f'<text x="{x:.1f}" y="{y + _QUERY_DROP:g}" text-anchor="middle"'
        f' font-size="{style.size:g}" font-weight="700"{_paint("text-query")}>?</text>'
    )


def _paint(name: str) -> str:
    """Write the paint of a class of the style table as attributes."""
    style = look_up(name)
    found = {"fill": style.fill or "none"}
    if style.stroke:
        found |= {"stroke": style.stroke, "stroke-width": f"{style.stroke_width:g}"}
    if style.dash:
        found["stroke-dasharray"] = style.dash
    if style.round_ends:
        found["stroke-linecap"] = "round"
    return "".join(f' {key}="{value}"' for key, value in found.items())
