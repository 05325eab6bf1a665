"""The key: only what is on the screen, found from what was drawn."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from relnet.case.vocabulary import Level, UseKind
from relnet.figures.frame import KEY_ROW
from relnet.figures.marks import (
    cross,
    difference_sign,
    harm_sign,
    protection_sign,
    query_sign,
    slash,
    use_badge,
)
from relnet.figures.members import node_shapes
from relnet.figures.paths import straight, zigzag
from relnet.figures.scene import Box, Disc, Line, Mark, MarkKind, Run, Shape, Text
from relnet.figures.text import text_width
from relnet.wording import _
from relnet.words import label

_SAMPLE = 24.0
_GAP = 6.0
_BETWEEN = 11.0
_LEFT = 18.0
_TONED = ("line", "zigzag", "badge")

Sample = Callable[[float, float, str], tuple[Shape, ...]]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry: which class or tag of the picture it explains, and how it looks."""

    pattern: str
    words: str
    sample: Sample


def _line(x: float, y: float, style: str) -> tuple[Shape, ...]:
    return (Line(straight(((x, y), (x + _SAMPLE, y))), style),)


def _strained(x: float, y: float, style: str) -> tuple[Shape, ...]:
    return (Line(zigzag(straight(((x, y), (x + _SAMPLE, y)))), style),)


def _broken(x: float, y: float, _style: str) -> tuple[Shape, ...]:
    return (*_line(x, y, "faint"), slash((x + _SAMPLE - 3, y)))


def _ended(x: float, y: float, style: str) -> tuple[Shape, ...]:
    end = x + _SAMPLE - 8
    return (
        Line(straight(((x, y), (end, y))), style),
        Line(straight(((end, y - 5), (end, y + 5))), style),
    )


def _not_known(x: float, y: float, style: str) -> tuple[Shape, ...]:
    return (*_line(x, y, style), *query_sign((x + _SAMPLE / 2, y)))


def _differs(x: float, y: float, _style: str) -> tuple[Shape, ...]:
    return difference_sign((x + _SAMPLE / 2, y))


def _use(kind: UseKind) -> Sample:
    def sample(x: float, y: float, style: str) -> tuple[Shape, ...]:
        return use_badge((x + _SAMPLE / 2, y), kind, Level.PRACTICE, style.split("-")[1])

    return sample


def _level(level: Level) -> Sample:
    def sample(x: float, y: float, style: str) -> tuple[Shape, ...]:
        badge = use_badge((x + _SAMPLE / 2, y), UseKind.SAFETY, level, style.split("-")[1])
        return tuple(shape for shape in badge if "icon" not in shape_styles(shape)[0])

    return sample


def _stops(x: float, y: float, style: str) -> tuple[Shape, ...]:
    end = x + _SAMPLE - 8
    line = Line(straight(((x, y), (end, y))), "line-key-steady")
    return (line, Line(straight(((end, y - 5), (end, y + 5))), style))


def _upright(x: float, y: float, style: str) -> tuple[Shape, ...]:
    middle = x + _SAMPLE / 2
    return (Line(straight(((middle, y - 9), (middle, y + 9))), style),)


def _tick(x: float, y: float, style: str) -> tuple[Shape, ...]:
    return (Box(x + _SAMPLE / 2 - 2, y - 4.5, 4, 9, 1, style),)


def _port(style: str) -> Sample:
    def sample(x: float, y: float, _style: str) -> tuple[Shape, ...]:
        middle = x + _SAMPLE / 2
        query = Text(middle, y + 4.4, (Run("?", "text-query"),), "middle")
        return (Disc(middle, y, 7, style), *((query,) if style == "port-small-unknown" else ()))

    return sample


def _node(kind: str) -> Sample:
    return lambda x, y, _style: node_shapes(x + _SAMPLE / 2, y, "node-neutral", kind)


_ENTRIES: tuple[_Entry, ...] = (
    _Entry("line-.*-strong", _("strong"), _line),
    _Entry("line-.*-steady", _("steady"), _line),
    _Entry("line-.*-weak", _("weak"), _line),
    _Entry("line-.*-unsaid", _("strength not recorded"), _line),
    _Entry("zigzag-.*", _("strained"), _strained),
    _Entry("slash", _("broken"), _broken),
    _Entry("stub", _("ended"), _ended),
    _Entry("line-.*-wanted", _("wanted"), _line),
    _Entry("cross", _("never formed"), lambda x, y, _s: cross((x + _SAMPLE / 2, y))),
    _Entry("faint-not-known", _("not known"), _not_known),
    _Entry("faint-unsaid", _("not said if it goes on"), _line),
    _Entry(
        "mark-harm",
        _("harm"),
        lambda x, y, _s: harm_sign((x + _SAMPLE / 2, y), suspected=False),
    ),
    _Entry(
        "mark-harm-suspected",
        _("harm suspected"),
        lambda x, y, _s: harm_sign((x + _SAMPLE / 2, y), suspected=True),
    ),
    _Entry(
        "mark-protective-.*",
        _("protects"),
        lambda x, y, style: protection_sign((x + _SAMPLE / 2, y), style.split("-")[2]),
    ),
    *(_Entry(f"badge-.*#use-{kind.value}", label(kind), _use(kind)) for kind in UseKind),
    *(_Entry(f"badge-.*-{level.value}", label(level), _level(level)) for level in Level),
    _Entry("#differs", _("views differ"), _differs),
    _Entry("arc|arc-faint", _("between others"), _line),
    _Entry("arc-harm", _("harm between others"), _line),
    _Entry("#group", _("group"), _node("group")),
    _Entry("#setting", _("place"), _node("setting")),
    # What the tracks have and the map has not, or says in words.
    _Entry("faint-broken", _("still broken"), _line),
    _Entry("stop", _("ends with the service"), _stops),
    _Entry("#port-held", _("track worked with"), _port("port-key-held")),
    _Entry("#port-empty", _("nobody works with it"), _port("port-empty")),
    _Entry("#port-unknown", _("not recorded"), _port("port-small-unknown")),
    _Entry("move", _("move"), _upright),
    _Entry("birthday", _("18th birthday"), _upright),
    _Entry("services-end", _("services end"), _upright),
    _Entry("tick-happened", _("event"), _tick),
    _Entry("tick-not", _("did not happen, refused or not answered"), _tick),
    _Entry("time-to-scale", _("to scale in time"), _line),
    _Entry("time-not-to-scale", _("not to scale"), _line),
)


def shape_styles(shape: Shape) -> tuple[str, ...]:
    """Give the classes that a shape names."""
    if isinstance(shape, Text):
        return tuple(run.style for run in shape.runs)
    return (shape.style,)


def _drawn_words(marks: Iterable[Mark]) -> set[str]:
    """Collect every class that was drawn, every tag, and badges with the use they stand for."""
    words: set[str] = set()
    for mark in marks:
        styles = {style for shape in mark.shapes for style in shape_styles(shape)}
        words |= styles | {f"#{tag}" for tag in mark.tags}
        badges = [style for style in styles if style.startswith("badge-")]
        uses = [tag for tag in mark.tags if tag.startswith("use-")]
        words |= {f"{badge}#{use}" for badge in badges for use in uses}
    return words


def _shown(marks: Iterable[Mark]) -> list[tuple[_Entry, str]]:
    """Give the entries to show, each with the class that it was found by."""
    words = sorted(_drawn_words(marks), key=lambda word: ("harmful" in word, word))
    found = []
    for entry in _ENTRIES:
        pattern = re.compile(entry.pattern)
        style = next((word for word in words if pattern.fullmatch(word)), None)
        if style is not None:
            found.append((entry, style))
    return found


def _place(entries: Sequence[tuple[_Entry, str]], width: float) -> list[tuple[float, int]]:
    """Give each entry its x and its line; a line that is full goes on below."""
    places = []
    x, line = _LEFT, 0
    for entry, _style in entries:
        wide = _SAMPLE + _GAP + text_width(entry.words, 12)
        if x + wide > width - _LEFT and x > _LEFT:
            x, line = _LEFT, line + 1
        places.append((x, line))
        x += wide + _BETWEEN
    return places


def key_lines(marks: Iterable[Mark], width: float) -> int:
    """Give how many lines the key of a picture takes."""
    places = _place(_shown(marks), width)
    return places[-1][1] + 1 if places else 0


def _in_ink(style: str) -> str:
    """Take the colour out of a sample: what a line or a badge means does not hang on its track."""
    kind, _tone, *rest = f"{style}-".split("-", 2)
    return "-".join((kind, "key", *rest)).removesuffix("-") if kind in _TONED else style


def key_mark(marks: Iterable[Mark], width: float, y: float) -> Mark:
    """Draw the key of a picture, its first base line at ``y``."""
    entries = _shown(marks)
    shapes: list[Shape] = []
    for (entry, style), (x, line) in zip(entries, _place(entries, width), strict=True):
        at = y + line * KEY_ROW
        shapes += entry.sample(x, at - 4, _in_ink(style))
        shapes.append(Text(x + _SAMPLE + _GAP, at, (Run(entry.words, "text-key"),)))
    return Mark(MarkKind.KEY, tuple(shapes))
