"""What can stand beside the focus: the published pattern, a case, a view of it, another time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash.development.base_component import Component

from relnet.case.names import Names, names_of
from relnet.figures.words_focus import compared_words, line_words, people_compared
from relnet.figures.words_siloed import finding_words
from relnet.network.focus import Columns, FocusGrid, Rows, columns_of, focus_grid
from relnet.network.graph import CaseNetwork
from relnet.network.siloed import siloed_pattern
from relnet.web.as_html import still as html
from relnet.web.case_view import CaseView
from relnet.web.views.focus_options import PATTERN, TIME, FocusOptions, times_of
from relnet.web.views.focus_table import (
    Beside,
    FocusTable,
    focus_table,
    grid_table,
    phase_heads,
    stage_attributes,
    stage_heads,
    track_of,
)
from relnet.web.views.parts import attributes, fold, plain_list
from relnet.wording import _, ngettext

Parts = list[Component]

NOT_BY_STAGE = _("The stages of two cases are not the same: they are compared by phase.")


@dataclass(frozen=True)
class Look:
    """One choice of rows and columns."""

    view: CaseView
    options: FocusOptions
    rows: Rows
    columns: Columns

    @property
    def heads(self) -> list[str]:
        """The headings of the columns."""
        if self.columns is Columns.PHASE:
            return phase_heads()
        return stage_heads(self.view.network, self.view.names)

    @property
    def stages(self) -> tuple[tuple[int, ...], ...]:
        """The stages of each column."""
        return columns_of(self.view.network, self.columns)

    def grid(self, perspective: str | None = None) -> FocusGrid:
        """Give the case's grid, in this view or another one."""
        whose = perspective or self.view.perspective
        return focus_grid(self.view.network, self.rows, self.stages, whose)

    def when(self, beside: str) -> dict[str, Any]:
        """Give the attributes of something that is shown with this beside it."""
        return self.options.only_when(beside=(beside,))


def title_of(view: CaseView, network: CaseNetwork) -> str:
    """Give a case's title as its page has it."""
    return names_in(view, network).text(network.case.title)


def names_in(view: CaseView, network: CaseNetwork) -> Names:
    """Give what everybody in a case is called, with names hidden where they are hidden here."""
    return names_of(network.case, hidden=view.names.hidden)


def held_line(grid: FocusGrid) -> str:
    """Say how many cells hold a use in practice, of those of which it is recorded."""
    words = ngettext(
        "{number} of {recorded} recorded cell holds a use in practice",
        "{number} of {recorded} recorded cells hold a use in practice",
        grid.recorded,
    ).format(number=grid.in_practice, recorded=grid.recorded)
    if not grid.not_recorded:
        return words
    return _("{words} · {number} not recorded").format(words=words, number=grid.not_recorded)


def side(title: str, line: str, table: Component) -> Component:
    """Lay out one grid under its title."""
    told = [html.P(line, className="quiet")] if line else []
    scroll = html.Div(
        table,
        className="table-scroll",
        role="region",
        tabIndex=0,
        **attributes(aria_label=title),
    )
    return html.Section([html.H3(title), *told, scroll], className="focus-side")


def pattern_side(look: Look, grid: FocusGrid, here: FocusGrid) -> Component:
    """Show the published pattern beside the case, and compare them in words."""
    title = _("The published siloed pattern")
    left = Beside(here, look.when(PATTERN))
    table = FocusTable(grid, title, look.heads, None, look.view.names, [left])
    called = (_("this case"), _("the published pattern"))
    return html.Div(
        [
            side(title, _("Firmin and Owens 2022, Fig. 2"), focus_table(table)),
            in_words(here, grid, look.heads, called),
        ],
        className="focus-beside",
        **look.when(PATTERN),
    )


def case_side(look: Look, grid: FocusGrid | None, here: FocusGrid) -> Parts:
    """Show another case beside this one: phase by phase, since its stages are its own."""
    other = look.options.other
    if other is None:
        return []
    network, key = other.network, look.options.beside
    names, title = names_in(look.view, network), title_of(look.view, network)
    if grid is None:
        own = focus_grid(network, look.rows, columns_of(network, Columns.STAGE))
        table = FocusTable(own, title, stage_heads(network, names), network, names)
        return [
            html.Div(
                [side(title, held_line(own), focus_table(table)), html.P(NOT_BY_STAGE)],
                className="focus-beside",
                **look.when(key),
            )
        ]
    left = Beside(here, look.when(key))
    table = FocusTable(grid, title, look.heads, network, names, [left])
    finding = finding_words(siloed_pattern(network))
    called = (_("this case"), _("“{title}”").format(title=title))
    return [
        html.Div(
            [
                side(title, held_line(grid), focus_table(table)),
                html.P(finding, className="finding"),
                in_words(here, grid, look.heads, called),
            ],
            className="focus-beside",
            **look.when(key),
        )
    ]


def in_words(
    here: FocusGrid, there: FocusGrid, heads: Sequence[str], called: tuple[str, str]
) -> Component:
    """Say cell by cell what is in both, and what is in one alone."""
    return fold(
        _("Cell by cell, in words"),
        plain_list(
            _("{row}, {column}: {words}").format(
                row=line_words(line),
                column=heads[column],
                words=compared_words(here.cells[row][column], there.cells[row][column], called),
            )
            for row, line in enumerate(here.lines)
            for column in range(len(heads))
        ),
        name="in-words",
    )


def people_side(look: Look, key: str, who: str, here: FocusGrid) -> Component:
    """Show who is there as somebody else sees it: the uses are the same in every view."""
    view = look.view
    grids = (here, look.grid(who))
    voices = (view.perspective, who)

    def cell(row: int, column: int) -> Component:
        pair = (grids[0].cells[row][column], grids[1].cells[row][column])
        track = track_of(grids[0].lines[row]).value
        groups = [
            html.P(
                [html.Strong(heading), html.Span(people)],
                className=f"people-compared standing-{found.value}",
            )
            for found, heading, people in people_compared(view.network, pair, voices, view.names)
        ]
        nobody = html.Span(_("nobody active in either view"), className="empty empty-none")
        return html.Td(
            html.Div(groups or nobody, className="uses"),
            className=f"focus-cell cell-{track} none",
            **stage_attributes(grids[0].columns[column]),
        )

    title = _("Who is there, as {first} and as {second} sees it").format(
        first=view.names.inside(voices[0]), second=view.names.inside(voices[1])
    )
    note = _("What professionals do is the same in every view; who is there may differ.")
    table = grid_table(grids[0], title, look.heads, cell)
    return html.Div(side(title, note, table), className="focus-beside", **look.when(key))


def times_pair(view: CaseView, options: FocusOptions, rows: Rows) -> Component:
    """Show the same case at two times, row by row."""
    stages = times_of(view, options).stages
    grids = [focus_grid(view.network, rows, (part,), view.perspective) for part in stages]
    titles = [_time_title(view, part) for part in stages]
    sides = [
        side(
            title,
            held_line(grid),
            focus_table(
                FocusTable(
                    grid,
                    title,
                    [title],
                    view.network,
                    view.names,
                    [Beside(other, {})],
                    choosable=True,
                )
            ),
        )
        for grid, other, title in zip(grids, reversed(grids), titles, strict=True)
    ]
    called = (_("“{title}”").format(title=titles[0]), _("“{title}”").format(title=titles[1]))
    return html.Div(
        [*sides, in_words(grids[0], grids[1], [_("at the two times")], called)],
        className="focus-pair by-time",
        **options.only_when(rows=(rows,), beside=(TIME,)),
    )


def _time_title(view: CaseView, stages: Sequence[int]) -> str:
    labels = [view.names.text(view.case.stages[number].label) for number in stages]
    if len(labels) == 1:
        return labels[0]
    return _("{first} to {last}").format(first=labels[0], last=labels[-1])
