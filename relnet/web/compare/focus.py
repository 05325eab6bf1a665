"""The focus of both sides: which uses are held, cell by cell, by phase or pair by pair."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dash.development.base_component import Component
from markupsafe import Markup

from relnet.figures.words_join import listed
from relnet.figures.words_siloed import finding_words
from relnet.network.focus import Columns, FocusGrid, Rows, columns_of, focus_grid
from relnet.network.siloed import siloed_pattern
from relnet.web.as_html import as_html
from relnet.web.as_html import still as html
from relnet.web.case_view import CaseView
from relnet.web.compare.asked import Compared
from relnet.web.compare.choosers import LEFT, RIGHT
from relnet.web.compare.titles import pair_name, side_title
from relnet.web.views.focus_beside import held_line, in_words, side
from relnet.web.views.focus_options import NOTHING, FocusOptions
from relnet.web.views.focus_switches import COLUMNS, ROWS, choice
from relnet.web.views.focus_table import Beside, FocusTable, focus_table, level_key, phase_heads
from relnet.web.views.parts import attributes
from relnet.wording import _


@dataclass(frozen=True)
class _Grids:
    """One choice of rows and columns, as both sides have it."""

    found: Compared
    rows: Rows
    columns: Columns

    @cached_property
    def heads(self) -> list[str]:
        """The headings of the columns: phases, or pairs of stages."""
        if self.columns is Columns.PHASE:
            return phase_heads()
        return [pair_name(self.found, pair) for pair in self.found.pairs]

    @cached_property
    def both(self) -> tuple[FocusGrid, FocusGrid]:
        """The grids of both sides; they have one shape."""
        pairs = self.found.pairs
        left = self._grid(self.found.left, [pair.left for pair in pairs])
        return left, self._grid(self.found.right, [pair.right for pair in pairs])

    def _grid(self, view: CaseView, stages: Sequence[int | None]) -> FocusGrid:
        columns: Sequence[Sequence[int]] = [[n] if n is not None else [] for n in stages]
        if self.columns is Columns.PHASE:
            columns = columns_of(view.network, Columns.PHASE)
        return focus_grid(view.network, self.rows, columns, view.perspective)


def focus_of_both(found: Compared, args: Mapping[str, str]) -> Markup:
    """Lay out the focus of both sides with what the address chooses (``rows``, ``columns``)."""
    options = FocusOptions(
        rows=Rows.TYPE if args.get("rows") == Rows.TYPE else Rows.TRACK,
        columns=Columns.STAGE if args.get("columns") == Columns.STAGE else Columns.PHASE,
    )
    switches = [
        choice(_("Rows"), "rows", ROWS.items(), options.rows),
        choice(_("Columns"), "columns", COLUMNS.items(), options.columns),
    ]
    pairs = [_pair(_Grids(found, rows, columns), options) for rows in Rows for columns in Columns]
    notes = [html.P(_note(), className="quiet")] if _two_views(found) else []
    return as_html(
        html.Section(
            [
                html.Div(switches, className="view-switches"),
                *notes,
                *pairs,
                level_key(),
                html.Div(className="focus-told", role="status", **attributes(aria_live="polite")),
            ],
            className="case-view focus",
            **attributes(
                data_view="focus",
                data_rows=options.rows.value,
                data_columns=options.columns.value,
                data_beside=NOTHING,
            ),
        )
    )


def _note() -> str:
    return _("What professionals do is the same in every view; who is there may differ.")


def _two_views(found: Compared) -> bool:
    return found.one_case and found.left.perspective != found.right.perspective


def _pair(grids: _Grids, options: FocusOptions) -> Component:
    """Lay out both grids, each told how its uses stand to the other, and the same in words."""
    found = grids.found
    left = _side(grids, found.left, LEFT)
    right = _side(grids, found.right, RIGHT)
    called = [_("“{title}”").format(title=side_title(view)) for view in (found.left, found.right)]
    told = in_words(*grids.both, grids.heads, (called[0], called[1]))
    beside = html.Div([right, told], className="focus-beside")
    shown = options.only_when(rows=(grids.rows,), columns=(grids.columns,))
    return html.Div([left, beside], className=f"focus-pair by-{grids.columns.value}", **shown)


def _side(grids: _Grids, view: CaseView, name: str) -> Component:
    here, there = grids.both if name == LEFT else grids.both[::-1]
    table = FocusTable(
        here,
        _("Which uses are held: {title}").format(title=side_title(view)),
        grids.heads,
        view.network,
        view.names,
        [Beside(there, {})],
        choosable=True,
        more=(lambda row, column: _alone(view, here, there, (row, column)))
        if _two_views(grids.found)
        else None,
    )
    part = side(side_title(view), held_line(here), focus_table(table))
    finding = html.P(finding_words(siloed_pattern(view.network)), className="finding")
    return html.Div([part, finding], className="compare-focus", **attributes(data_side=name))


def _alone(
    view: CaseView, here: FocusGrid, there: FocusGrid, at: tuple[int, int]
) -> Sequence[Component]:
    """Name who is active in a cell as this side sees it, and not as the other does."""
    cell, other = (grid.cells[at[0]][at[1]] for grid in (here, there))
    told = {*other.there, *other.harmful}
    parts = [part for part in (*cell.there, *cell.harmful) if part not in told]
    if not parts:
        return ()
    ends = dict.fromkeys(view.network.relationships[part].from_ for part in parts)
    words = _("active only here: {people}").format(
        people=listed(view.names.inside(end) for end in ends)
    )
    sign = html.Span("+", **attributes(aria_hidden="true"))
    return (html.Span([sign, html.Span(words)], className="standing standing-only"),)
