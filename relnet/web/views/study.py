"""The study: the paper's own numbers (Firmin & Owens 2022) beside the definitions.

Numbers of unlike units stand in columns of their own and are never added.
"""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from relnet.case.vocabulary import RelationshipType, Track, UseKind
from relnet.figures.words_focus import capital
from relnet.network.measures.evenness import pielou
from relnet.network.study import Study, ThemeCount, TypeCount, Unit
from relnet.web.views.parts import (
    Content,
    Table,
    TableRow,
    attributes,
    plain_list,
    plain_table,
)
from relnet.web.views.study_words import (
    COUNTED,
    LIMITS,
    NOT_STATED,
    REFERENCE,
    THEMES,
    TYPES,
    UNITS,
)
from relnet.wording import _
from relnet.words import label

_BARS = (Unit.REFERENCES, Unit.PARTICIPANTS)


def study_page(study: Study) -> Component:
    """Lay out the page of the study.

    Args:
        study: the paper's numbers (``relnet.network.study.read_study``).
    """
    return html.Article(
        [
            html.H1(_("The study")),
            html.P(REFERENCE, className="lead"),
            _totals(study),
            _types(study),
            _themes(study),
            _evenness(study),
            _not_stated(),
        ],
        className="case-view study",
    )


def _totals(study: Study) -> Component:
    rows = [
        html.Div(
            [
                html.Dt(UNITS[total.unit]),
                html.Dd(
                    [html.Strong(str(total.count)), html.Span(total.about), _where(total.section)]
                ),
            ]
        )
        for total in study.totals
    ]
    note = _(
        "A reference is a passage in an interview, a participant a person. The units stand beside"
        " each other and are never added: one participant may stand in several rows."
    )
    return html.Section([html.H2(_("What was counted")), html.Dl(rows), html.P(note)])


def _where(section: str) -> Component:
    return html.Small(_("Section: {section}").format(section=section))


def _types(study: Study) -> Component:
    """Draw Table 2: each unit in a column of its own, on a scale of its own."""
    most = {unit: max(_counts(study.types, unit), default=1) for unit in _BARS}
    table = Table(
        key="study-types",
        caption=_(
            "The types of relationship that the participants spoke of (the paper’s Table 2)."
        ),
        columns=(_("Type"), *(UNITS[unit] for unit in _BARS), _("What it means here")),
        rows=[
            TableRow(
                capital(label(kind)),
                [
                    *(_bar(study.type_count(kind, unit), most[unit], unit) for unit in _BARS),
                    TYPES[kind],
                ],
            )
            for kind in RelationshipType
        ],
    )
    sections = dict.fromkeys(row.section for row in study.types)
    return html.Section(
        [
            html.H2(_("Type of relationship")),
            _scroll(table),
            html.P(
                _(
                    "Each column has a scale of its own: a bar of references does not compare with"
                    " a bar of participants."
                ),
                className="quiet",
            ),
            *(_where(section) for section in sections),
        ]
    )


def _counts(rows: Iterable[TypeCount], unit: Unit) -> list[int]:
    return [row.count for row in rows if row.unit is unit]


def _bar(count: int | None, most: int, unit: Unit) -> Content:
    if count is None:
        return html.Span(_("not stated"), className="quiet")
    share = f"--share:{100 * count / most:.1f}%"
    bar = html.Span(
        className=f"amount amount-{unit.value}", style=share, **attributes(aria_hidden="true")
    )
    return html.Span([html.Span(str(count), className="count"), bar], className="amount-line")


def _themes(study: Study) -> Component:
    """Set out what the findings state of each use and type, every number with its unit."""
    table = Table(
        key="study-themes",
        caption=_("What the findings state of each use and type: every number with its unit."),
        columns=(_("Use"), *(capital(label(kind)) for kind in RelationshipType)),
        rows=[
            TableRow(
                [html.Span(capital(label(theme))), html.Small(THEMES[theme])],
                [_theme(study.about(theme, kind)) for kind in RelationshipType],
            )
            for theme in UseKind
        ],
    )
    sections = dict.fromkeys(row.section for row in study.themes)
    return html.Section(
        [
            html.H2(_("What relationships were used for")),
            _scroll(table),
            *(_where(section) for section in sections),
        ]
    )


def _theme(found: tuple[ThemeCount, ...]) -> Content:
    if not found:
        return html.Span(_("not stated"), className="quiet")
    return html.Ul([html.Li(_theme_line(one)) for one in found], className="theme-lines")


def _theme_line(one: ThemeCount) -> list[Component]:
    return [html.Span(_counted(one), className="count"), html.Small(one.about)]


def _counted(one: ThemeCount) -> str:
    if one.count is None:
        return _("no number given")
    return COUNTED[one.unit](one.count).format(number=one.count)


def _evenness(study: Study) -> Component:
    """Show the measure of evenness on the study's references, which alone can be added."""
    by_track = study.references_by_track()
    value = pielou(tuple(by_track.values()))
    told = [
        _("{track}: {number} references").format(track=label(track), number=by_track[track])
        for track in Track
    ]
    words = _(
        "Over the three tracks the references are spread with an evenness (Pielou’s J) of"
        " {value}: 1 where each track has as many, 0 where one has all."
    ).format(value="–" if value is None else f"{value:.3f}")
    caveat = _(
        "This is what interviews spoke of, over all phases together. It hides what the paper"
        " found: that one track is worked with at a time."
    )
    return html.Section(
        [html.H2(_("In three tracks")), plain_list(told), html.P(words), html.P(caveat)]
    )


def _not_stated() -> Component:
    return html.Section(
        [
            html.H2(_("What the paper does not state")),
            plain_list(NOT_STATED),
            html.H2(_("What these numbers are not")),
            plain_list(LIMITS),
        ]
    )


def _scroll(table: Table) -> Component:
    return html.Div(
        plain_table(table),
        className="table-scroll",
        role="region",
        tabIndex=0,
        **attributes(aria_label=table.caption),
    )
