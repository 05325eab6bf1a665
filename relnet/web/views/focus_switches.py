"""The switches of the focus: rows, columns, and what stands beside."""

from collections.abc import Iterable, Sequence
from typing import Any

from dash.development.base_component import Component

from relnet.network.focus import Columns, Rows
from relnet.web.as_html import still as html
from relnet.web.case_view import CaseView
from relnet.web.views.focus_beside import title_of
from relnet.web.views.focus_options import (
    NOTHING,
    PATTERN,
    TIME,
    FocusOptions,
    case_key,
    keys_of,
    other_perspectives,
    shown_keys,
    times_of,
)
from relnet.web.views.focus_table import stage_heads
from relnet.web.views.parts import attributes
from relnet.wording import _

ROWS = {Rows.TRACK: _("Three tracks"), Rows.TYPE: _("Four types")}
COLUMNS = {Columns.PHASE: _("Phases"), Columns.STAGE: _("Stages")}


def focus_switches(view: CaseView, options: FocusOptions) -> Component:
    """Lay out the switches; ``assets/case_focus.js`` wires them."""
    return html.Div(
        [
            choice(_("Rows"), "rows", ROWS.items(), options.rows),
            html.Div(
                choice(_("Columns"), "columns", COLUMNS.items(), options.columns),
                **options.only_when(
                    beside=[key for key in shown_keys(view, options) if key != TIME]
                ),
            ),
            html.Label([html.Span(_("Beside it")), _beside_select(view, options)]),
            _time_form(view, options),
        ],
        className="view-switches",
    )


def choice(
    title: str, key: str, choices: Iterable[tuple[Rows | Columns, str]], now: Rows | Columns
) -> Component:
    """Lay out buttons of which one is pressed: each sets this key of the focus."""
    buttons = [
        html.Button(
            words,
            type="button",
            className="tool",
            **attributes(
                **{f"data_set_{key}": value.value},
                aria_pressed="true" if value is now else "false",
            ),
        )
        for value, words in choices
    ]
    group: dict[str, Any] = attributes(aria_label=title)
    return html.Div(buttons, className="segments", role="group", **group)


def _beside_select(view: CaseView, options: FocusOptions) -> Component:
    """Offer what can stand beside; another case is fetched when it is asked for."""
    choices = [(NOTHING, _("nothing")), (PATTERN, _("the published siloed pattern"))]
    choices += [
        (key, _("who is there, as {name} sees it").format(name=view.names.inside(who)))
        for key, who in other_perspectives(view).items()
    ]
    choices += [(TIME, _("the same case at another time"))]
    choices += [
        (case_key(entry), _("another case: {title}").format(title=title_of(view, entry.network)))
        for entry in options.cases
    ]
    here = (*keys_of(view), options.beside)
    return html.Select(
        [
            html.Option(
                words,
                value=key,
                selected="selected" if key == options.beside else None,
                **({} if key in here else attributes(data_ask="")),
            )
            for key, words in choices
        ],
        **attributes(data_set_beside=""),
    )


def _time_form(view: CaseView, options: FocusOptions) -> Component:
    """Let two stretches of the timeline be chosen."""
    times = times_of(view, options)
    labels = stage_heads(view.network, view.names)
    words = (
        (_("From"), times.first[0]),
        (_("to"), times.first[1]),
        (_("beside from"), times.second[0]),
        (_("to"), times.second[1]),
    )
    selects = [html.Label([html.Span(text), _stage_select(labels, now)]) for text, now in words]
    button = html.Button(_("Compare"), type="submit", className="tool")
    return html.Form(
        [*selects, button],
        className="time-form",
        **attributes(data_ask_times=""),
        **options.only_when(beside=(TIME,)),
    )


def _stage_select(labels: Sequence[str], now: int) -> Component:
    return html.Select(
        [
            html.Option(
                words, value=str(number + 1), selected="selected" if number == now else None
            )
            for number, words in enumerate(labels)
        ]
    )
