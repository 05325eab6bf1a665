"""What stands beneath the grid: the room's picture, and its numbers beside the paper's."""

from base64 import b64encode
from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from relnet.case.vocabulary import RelationshipType, UseKind
from relnet.figures.svg import paint_file
from relnet.figures.tally_scene import tally_picture
from relnet.figures.words_focus import capital, line_words
from relnet.figures.words_tally import (
    presses_words,
    tally_title,
    tally_words,
)
from relnet.network.study import Study, ThemeCount, Unit
from relnet.network.tally import Tally, TypeBeside, types_beside
from relnet.web.as_html import as_html
from relnet.web.views.parts import Content, Table, TableRow, attributes, paragraphs, plain_table
from relnet.web.views.study_words import COUNTED
from relnet.wording import _
from relnet.words import label


def tally_svg(tally: Tally, study: Study) -> str:
    """Draw the tally as an SVG file."""
    return paint_file(tally_picture(tally, study), title=tally_title(tally))


def beside_parts(tally: Tally, study: Study) -> dict[str, Markup]:
    """Write what changes with each press, by the name of the part of the page that holds it."""
    words = tally_words(tally, study)
    return {
        "picture": as_html(_picture(tally, study)),
        "counted": as_html(paragraphs(words.counted)),
        "types-words": as_html(paragraphs(words.types)),
        "types": as_html(_types(tally, study)),
        "uses-words": as_html(paragraphs(words.uses)),
        "uses": as_html(_uses(tally, study)),
        "phases": as_html(html.Ul([html.Li(told) for told in words.phases], className="plain")),
    }


def _picture(tally: Tally, study: Study) -> Component:
    """Put the picture into its own address, so that no cache holds it."""
    drawn = b64encode(tally_svg(tally, study).encode()).decode()
    words = _("{title}. The tables and sentences below tell the same.")
    return html.Img(
        src=f"data:image/svg+xml;base64,{drawn}",
        alt=words.format(title=tally_title(tally)),
        className="tally-picture",
    )


def _types(tally: Tally, study: Study) -> Component:
    rows = types_beside(tally, study)
    table = Table(
        key="tally-types",
        caption=_("Each column shows shares of its own whole. 100 % is as long a bar in both."),
        columns=(
            _("Type of relationship"),
            _("This room: presses"),
            _("The study: references (its Table 2)"),
        ),
        rows=[TableRow(line_words(row.type), _type_cells(row)) for row in rows],
    )
    return plain_table(table)


def _type_cells(row: TypeBeside) -> tuple[Content, Content]:
    return (
        _share(row.presses, row.of_presses, row.room, "room"),
        _share(row.references, row.of_references, row.study, "study"),
    )


def _share(part: int, whole: int, share: int | None, look: str) -> Content:
    if share is None:
        return html.Span(_("no press yet"), className="quiet")
    words = _("{part} of {whole} ({share} %)").format(part=part, whole=whole, share=share)
    bar = html.Span(
        className=f"amount amount-{look}",
        style=f"--share:{share}%",
        **attributes(aria_hidden="true"),
    )
    return html.Span([html.Span(words, className="count"), bar], className="amount-line")


def _uses(tally: Tally, study: Study) -> Component:
    table = Table(
        key="tally-uses",
        caption=_(
            "The room’s presses in all phases, and what the study states, each with its unit."
        ),
        columns=(_("Use"), *(line_words(kind) for kind in RelationshipType)),
        rows=[
            TableRow(
                capital(label(use)), [_use(tally, study, use, kind) for kind in RelationshipType]
            )
            for use in UseKind
        ],
    )
    return plain_table(table)


def _use(tally: Tally, study: Study, use: UseKind, kind: RelationshipType) -> Content:
    found = _once(study.about(use, kind))
    return [
        html.Strong(presses_words(tally.about(use, kind))),
        html.Span(_("The study:"), className="quiet"),
        html.Ul([html.Li(told) for told in found], className="plain"),
    ]


def _once(found: Iterable[ThemeCount]) -> list[str]:
    return list(dict.fromkeys(_counted(one) for one in found)) or [_("not stated")]


def _counted(one: ThemeCount) -> str:
    if one.count is None:
        return _("no number given")
    if one.unit is Unit.NOT_STATED:
        return _("{number}, not said of what").format(number=one.count)
    return COUNTED[one.unit](one.count).format(number=one.count)
