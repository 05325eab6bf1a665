"""The marks of people and settings: a circle, stacked circles, a small rounded rectangle."""

from collections.abc import Iterable

from relnet.case.models import Person, Setting
from relnet.case.vocabulary import Status
from relnet.figures.columns import Side
from relnet.figures.scene import Anchor, Box, Disc, Mark, MarkKind, Run, Shape, Text
from relnet.figures.text import elide, text_width
from relnet.figures.view import NODE_RADIUS, StageView
from relnet.figures.words import member_words
from relnet.network.graph import Tie

_NAME_SIZE = 13.0
_ROLE_SIZE = 12.0
_SPACE = 5.0
_LABEL_GAP = 7.0
_EDGE = 6.0

_MOST_PRESENT = (
    Status.ACTIVE,
    Status.WANTED,
    None,
    Status.NOT_KNOWN,
    Status.BROKEN,
    Status.ENDED,
    Status.NEVER_FORMED,
)
_LOOKS = {
    Status.ACTIVE: "full",
    Status.WANTED: "wanted",
    None: "hollow",
    Status.NOT_KNOWN: "hollow",
    Status.BROKEN: "hollow",
    Status.ENDED: "faint",
    Status.NEVER_FORMED: "faint",
}


def member_mark(view: StageView, member: str) -> Mark:
    """Draw somebody, or a setting, with a label on the side away from the spine."""
    part = view.network.members[member]
    ties = view.own_ties.get(member, [])
    style = _node_style(view, member, ties)
    shapes = (*_node(view, part, style), *_label(view, member, faint=_is_faint(ties)))
    words = member_words(view.network, view.stage, view.perspective, member, view.names)
    tags = (f"track-{view.network.lanes[member].value}", *kind_tags(part))
    return Mark(MarkKind.MEMBER, shapes, view.refs[member], words, tags)


def _node_style(view: StageView, member: str, ties: list[Tie]) -> str:
    if not ties:
        return "node-neutral"
    look = look_of(tie.state.status for tie in ties)
    return f"node-{view.network.lanes[member].value}-{look}"


def look_of(statuses: Iterable[Status | None]) -> str:
    """Give the look of somebody by the most present of their relationships."""
    return _LOOKS[min(statuses, key=_MOST_PRESENT.index)]


def _is_faint(ties: list[Tie]) -> bool:
    present = (Status.ACTIVE, Status.WANTED, None)
    return bool(ties) and not any(tie.state.status in present for tie in ties)


def kind_tags(part: Person | Setting) -> tuple[str, ...]:
    """Say whether a member is drawn as a group or as a setting."""
    if isinstance(part, Setting):
        return ("setting",)
    return ("group",) if part.group_size else ()


def _node(view: StageView, part: Person | Setting, style: str) -> tuple[Shape, ...]:
    x, y = view.node(part.id)
    return node_shapes(x, y, style, *kind_tags(part))


def node_shapes(x: float, y: float, style: str, kind: str = "") -> tuple[Shape, ...]:
    """Draw a person, a "group" or a "setting" around a centre."""
    if kind == "setting":
        return (Box(x - 9, y - 6.5, 18, 13, 4, style),)
    if kind == "group":
        small = NODE_RADIUS - 2
        return (
            Disc(x - 4.5, y - 2.5, small, style),
            Disc(x + 4.5, y - 2.5, small, style),
            Disc(x, y + 1.5, small, style),
        )
    return (Disc(x, y, NODE_RADIUS, style),)


def _label(view: StageView, member: str, *, faint: bool) -> tuple[Text, ...]:
    x, y = view.node(member)
    column = view.column(member)
    away = NODE_RADIUS + _LABEL_GAP
    left = column.side is Side.LEFT
    room = x - away - column.x - _EDGE if left else column.right - _EDGE - x - away
    runs = label_runs(view.names.of(member), view.names.role(member), room, faint=faint)
    anchor: Anchor = "end" if left else "start"
    return (Text(x - away if left else x + away, y + 4.5, runs, anchor),) if runs else ()


def label_runs(name: str, role: str, room: float, *, faint: bool) -> tuple[Run, ...]:
    """Fit a name and a role into ``room`` px: the role gives way first."""
    style = "text-name-faint" if faint else "text-name"
    shown = elide(name, room, _NAME_SIZE, bold=True)
    if not shown:
        return ()
    left = room - text_width(shown, _NAME_SIZE, bold=True) - _SPACE
    note = elide(role, left, _ROLE_SIZE) if shown == name and role else ""
    worth_it = note == role or len(note) > len(role) // 2
    return (
        (Run(shown, style), Run(note, "text-role")) if note and worth_it else (Run(shown, style),)
    )
