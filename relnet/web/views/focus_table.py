"""The grid of the focus as a table: what each cell holds, and how it stands to what is beside."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup

from relnet.case.names import Names
from relnet.case.timeline import TRACK_OF_TYPE
from relnet.case.vocabulary import Level, Phase, Track, UseKind
from relnet.figures.marks import use_badge
from relnet.figures.refs import refs_of
from relnet.figures.scene import Mark, MarkKind, Picture
from relnet.figures.svg import paint_part
from relnet.figures.words_focus import (
    Empty,
    by_whom,
    capital,
    cell_words,
    empty_words,
    line_words,
    phase_words,
    standing_words,
    used_in,
)
from relnet.network.focus import FocusCell, FocusGrid, HeldUse, Line, Standing, standing
from relnet.network.graph import CaseNetwork
from relnet.web.as_html import still as html
from relnet.web.views.parts import attributes, choose, plain_list
from relnet.wording import _, ngettext
from relnet.words import label

_BADGE = 22.0
_LEAST_KNOWN = (Empty.NOT_RECORDED, Empty.NOT_ASKED, Empty.NOT_HELD, Empty.ASKED_NONE)
_SIGNS: Mapping[Standing, str] = {
    Standing.BOTH: "=",
    Standing.OTHER_LEVEL: "≈",
    Standing.ONLY: "+",
    Standing.NOT_RECORDED: "?",
}


@dataclass(frozen=True, slots=True)
class Beside:
    """Another grid of the same shape, and when its comparison is shown."""

    grid: FocusGrid
    when: Mapping[str, Any]


@dataclass(frozen=True)
class FocusTable:
    """A grid to lay out.

    Attributes:
        grid: the grid.
        caption: what it is, for those who hear it.
        heads: the headings of its columns.
        network: whose grid it is; None for the published pattern.
        names: what everybody is called.
        besides: the grids that it is compared with.
        choosable: whether a cell chooses its relationships on the map.
        more: what else a cell says, by its row and column.
    """

    grid: FocusGrid
    caption: str
    heads: Sequence[str]
    network: CaseNetwork | None
    names: Names
    besides: Sequence[Beside] = ()
    choosable: bool = False
    more: Callable[[int, int], Sequence[Component]] | None = None


def focus_table(table: FocusTable) -> Component:
    """Lay out a grid: rows and columns with their headings, cells in words and signs."""
    return grid_table(table.grid, table.caption, table.heads, lambda r, c: _cell(table, r, c))


def grid_table(
    grid: FocusGrid,
    caption: str,
    heads: Sequence[str],
    cell: Callable[[int, int], Component],
) -> Component:
    """Lay out the frame of a grid, each cell as ``cell`` gives it for its row and column."""
    columns = zip(grid.columns, heads, strict=True)
    head = html.Tr([html.Td(), *(_column_head(stages, words) for stages, words in columns)])
    rows = [
        html.Tr(
            [
                html.Th(line_words(line), scope="row", className=f"name-{track_of(line).value}"),
                *(cell(row, column) for column in range(len(grid.columns))),
            ]
        )
        for row, line in enumerate(grid.lines)
    ]
    unseen = html.Caption(html.Span(caption, className="unseen"))
    return html.Table(
        [unseen, html.Thead(head), html.Tbody(rows)],
        className="focus-table",
        style=f"--columns:{len(grid.columns)}",
    )


def phase_heads() -> list[str]:
    """Give the headings of the phases."""
    return [phase_words(phase) for phase in Phase]


def stage_heads(network: CaseNetwork, names: Names) -> list[str]:
    """Give the headings of the stages."""
    return [names.text(stage.label) for stage in network.case.stages]


def track_of(line: Line) -> Track:
    """Give the track whose colour a row has."""
    return line if isinstance(line, Track) else TRACK_OF_TYPE[line]


def stage_attributes(stages: tuple[int, ...]) -> dict[str, Any]:
    """Say which stages a column is of: the browser marks the one with the present stage."""
    return attributes(data_stage=" ".join(map(str, stages))) if stages else {}


def _column_head(stages: tuple[int, ...], words: str) -> Component:
    number = len(stages)
    count = ngettext("{number} stage", "{number} stages", number).format(number=number)
    small = [html.Small(count)] if number > 1 else []
    return html.Th([words, *small], scope="col", **stage_attributes(stages))


def _cell(table: FocusTable, row: int, column: int) -> Component:
    cell = table.grid.cells[row][column]
    lines = [
        *(_held(table, held, row, column) for held in cell.held),
        *(_empty(kind, words) for kind, words in empty_words(cell)),
        *(table.more(row, column) if table.more else ()),
    ]
    track = track_of(cell.line).value
    named = f"focus-cell cell-{track} {_look(cell)}"
    stages = table.grid.columns[column]
    heading = _("{row}, {column}").format(row=line_words(cell.line), column=table.heads[column])
    inside = (
        _button(table, cell, lines, heading)
        if table.choosable
        else [html.Div(lines, className="uses")]
    )
    return html.Td(inside, className=named, **stage_attributes(stages))


def _look(cell: FocusCell) -> str:
    if cell.level is not None:
        return cell.level.value
    kinds = [kind for kind, _words in empty_words(cell)]
    return next((kind for kind in _LEAST_KNOWN if kind in kinds), kinds[0]).value


def _held(table: FocusTable, held: HeldUse, row: int, column: int) -> Component:
    """Show one use: its badge, its name, its level, by whom, and how it stands to the others."""
    track = track_of(table.grid.lines[row])
    sure = table.network is not None and bool(held.told)
    whom = by_whom(table.network, held, table.names) if table.network and sure else ""
    marks = [
        _standing(standing(held, beside.grid.cells[row][column]), beside.when)
        for beside in table.besides
    ]
    told = [html.Span(label(held.level), className=f"level level-{held.level.value}")]
    told += [html.Span(whom, className="whom")] if whom else []
    sign = html.Span(
        _badge(track, held.use, held.level),
        className="map use-sign",
        **attributes(aria_hidden="true"),
    )
    words = [html.Span(capital(label(held.use)), className="use"), html.Small(told), *marks]
    return html.Span([sign, html.Span(words, className="use-words")], className="use-line")


def _standing(found: Standing, when: Mapping[str, Any]) -> Component:
    return html.Span(
        [
            html.Span(_SIGNS[found], **attributes(aria_hidden="true")),
            html.Span(standing_words(found)),
        ],
        className=f"standing standing-{found.value}",
        **when,
    )


@cache
def _badge(track: Track, use: UseKind, level: Level) -> Markup:
    """Paint a use as the map draws it."""
    shapes = use_badge((_BADGE / 2, _BADGE / 2), use, level, track.value)
    picture = Picture(_BADGE, _BADGE, (Mark(MarkKind.KEY, shapes),))
    return Markup(paint_part(picture, names="use-badge"))  # noqa: S704 - our own shapes alone


def level_key() -> Component:
    """Say what the three looks of a use mean."""
    samples = [
        html.Span(
            [
                html.Span(
                    _badge(Track.TRUSTED, UseKind.SAFETY, level),
                    className="map use-sign",
                    **attributes(aria_hidden="true"),
                ),
                label(level),
            ]
        )
        for level in Level
    ]
    return html.P(samples, className="level-key")


def _empty(kind: Empty, words: str) -> Component:
    sign = html.Span("?", className="query", **attributes(aria_hidden="true"))
    return html.Span(
        [*([sign] if kind is Empty.NOT_RECORDED else []), words], className=f"empty empty-{kind}"
    )


def _button(
    table: FocusTable, cell: FocusCell, lines: list[Component], heading: str
) -> list[Component]:
    """Let a cell name its relationships and people, and choose them."""
    if table.network is None:
        return [html.Div(lines, className="uses")]
    refs = refs_of(table.network.case)
    chosen = used_in(cell) or (*cell.there, *cell.harmful)
    return [
        html.Button(
            lines,
            type="button",
            className="uses",
            **attributes(data_choose_all=" ".join(refs[part] for part in chosen)),
        ),
        html.Div(
            [html.H3(heading), *_story(table, table.network, cell, refs)],
            className="focus-story",
            hidden=True,
        ),
    ]


def _story(
    table: FocusTable, network: CaseNetwork, cell: FocusCell, refs: Mapping[str, str]
) -> list[Component]:
    """Tell a cell whole; the browser shows it when the cell is chosen."""
    ends = dict.fromkeys(
        network.relationships[part].from_ for part in (*used_in(cell), *cell.there, *cell.harmful)
    )
    people = [choose(refs[end], table.names.of(end)) for end in ends]
    return [
        plain_list(cell_words(network, cell, table.names)),
        *([html.P(people, className="people-row")] if people else []),
    ]
