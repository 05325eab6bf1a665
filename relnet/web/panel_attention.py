"""Where attention goes, in the side panel: three tracks by three uses, as a table and in words."""

from dash import html
from dash.development.base_component import Component

from relnet.case.vocabulary import Level, Track, UseKind
from relnet.network.attention import Attention
from relnet.wording import _
from relnet.words import label

_CELLS = {
    Level.PRACTICE: _("in practice"),
    Level.PLANNED: _("planned"),
    Level.AMBITION: _("ambition"),
}
_TRACKS = {
    Track.TRUSTED: _("Trusted"),
    Track.PARENT_CHILD: _("Parent–child"),
    Track.COMMUNITY_PEER: _("Community & peers"),
}
_HELD = (
    _("None of the three tracks is in practice."),
    _("One of three tracks is in practice."),
    _("Two of three tracks are in practice."),
    _("All three tracks are in practice."),
)
_MISSING = (
    "",
    _("One was not recorded."),
    _("Two were not recorded."),
    _("None of the three was recorded."),
)


def attention_parts(found: Attention) -> list[Component]:
    """Show the nine cells as a table: three tracks, three uses."""
    head = html.Tr([html.Td(), *(html.Th(label(use), scope="col") for use in UseKind)])
    rows = [
        html.Tr(
            [
                html.Th(_TRACKS[track], scope="row", className=f"name-{track.value}"),
                *(_cell(found, track, use) for use in UseKind),
            ]
        )
        for track in Track
    ]
    table = html.Table([html.Thead(head), html.Tbody(rows)], className="attention")
    return [table, html.P(_attention_words(found), className="quiet")]


def _cell(found: Attention, track: Track, use: UseKind) -> Component:
    cell = found.cell(track, use)
    if cell.level is not None:
        return html.Td(
            html.Span(_CELLS[cell.level], className=f"cell cell-{track.value} {cell.level.value}")
        )
    if cell.recorded:
        return html.Td(html.Span(_("none"), className="cell none"))
    return html.Td(html.Span(_("not recorded"), className="cell unrecorded"))


def _attention_words(found: Attention) -> str:
    missing = len(found.not_recorded)
    if missing == len(Track):
        return _MISSING[missing]
    words = _HELD[len(found.in_practice)]
    return (
        _("{sentence} {more}").format(sentence=words, more=_MISSING[missing]) if missing else words
    )
