"""The focus of a case (Firmin & Owens 2022, Fig. 2), and what can stand beside it.

Everything is laid out at once but another case and other times; ``assets/case_focus.js``
shows the part that is asked for.
"""

from dash.development.base_component import Component

from relnet.case.vocabulary import YOUNG_PERSON
from relnet.figures.words_siloed import finding_words, part_words, siloed_rule
from relnet.network.focus import Columns, Rows, columns_of, focus_grid, pattern_grid
from relnet.network.siloed import siloed_pattern
from relnet.web.as_html import still as html
from relnet.web.case_view import CaseView
from relnet.web.views.focus_beside import (
    Look,
    case_side,
    held_line,
    pattern_side,
    people_side,
    side,
    times_pair,
    title_of,
)
from relnet.web.views.focus_options import (
    PATTERN,
    TIME,
    FocusOptions,
    other_perspectives,
    shown_keys,
)
from relnet.web.views.focus_switches import focus_switches
from relnet.web.views.focus_table import Beside, FocusTable, focus_table, level_key
from relnet.web.views.parts import attributes, counts_fold, plain_list
from relnet.wording import _


def focus_view(view: CaseView, options: FocusOptions) -> Component:
    """Lay out the focus of a case.

    Args:
        view: the case, and whose view of it.
        options: what it opens with (``relnet.web.views.focus_options``).
    """
    return html.Section(
        [
            focus_head(view),
            focus_switches(view, options),
            *(focus_grids(Look(view, options, rows, cols)) for rows in Rows for cols in Columns),
            *(times_pair(view, options, rows) for rows in Rows),
            level_key(),
            html.Div(className="focus-told", role="status", **attributes(aria_live="polite")),
        ],
        className="case-view focus",
        **attributes(
            data_view="focus",
            data_rows=options.rows.value,
            data_columns=options.columns.value,
            data_beside=options.beside,
        ),
    )


def focus_head(view: CaseView) -> Component:
    """Tell the finding, with the rule that it was found by."""
    pattern = siloed_pattern(view.network)
    return html.Header(
        [
            html.H2(finding_words(pattern)),
            counts_fold(
                [
                    html.Ol([html.Li(sentence) for sentence in siloed_rule()]),
                    html.P(_("What is found by this rule, part by part:")),
                    plain_list(part_words(part) for part in pattern.parts),
                ]
            ),
        ],
        className="view-head",
    )


def focus_grids(look: Look) -> Component:
    """Lay out one grid, and all that can stand beside it."""
    view, options = look.view, look.options
    besides = {PATTERN: pattern_grid(view.network, look.rows, look.stages)}
    if options.other and look.columns is Columns.PHASE:
        other = options.other.network
        stages = columns_of(other, Columns.PHASE)
        besides[options.beside] = focus_grid(other, look.rows, stages)
    beside = [Beside(grid, look.when(key)) for key, grid in besides.items()]
    table = FocusTable(
        look.grid(), _caption(view), look.heads, view.network, view.names, beside, choosable=True
    )
    right = [
        pattern_side(look, besides[PATTERN], table.grid),
        *case_side(look, besides.get(options.beside), table.grid),
        *(people_side(look, key, who, table.grid) for key, who in other_perspectives(view).items()),
    ]
    left = side(title_of(view, view.network), held_line(table.grid), focus_table(table))
    keys = [key for key in shown_keys(view, options) if key != TIME]
    shown = options.only_when(rows=(look.rows,), columns=(look.columns,), beside=keys)
    return html.Div([left, *right], className=f"focus-pair by-{look.columns.value}", **shown)


def _caption(view: CaseView) -> str:
    return _("Which relationships professionals work with around {name}, when and how").format(
        name=view.names.inside(YOUNG_PERSON)
    )
