"""What changed between any two stages of a case."""

from collections.abc import Iterable, Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from relnet.figures.measures_rows import Row, step_rows
from relnet.figures.words_join import listed, with_semicolons
from relnet.network.change_summary import ChangeSummary, Replacement, TrackChanges, change_summary
from relnet.network.changes import ChangeKind
from relnet.web.case_view import CaseView
from relnet.web.views.numbers_words import measure_heading
from relnet.web.views.parts import Content, Table, TableRow, attributes, plain_list, plain_table
from relnet.wording import _
from relnet.words import label

KINDS: Mapping[ChangeKind, str] = {
    ChangeKind.KEPT: _("kept, as strong as before"),
    ChangeKind.STRONGER: _("kept, stronger"),
    ChangeKind.WEAKER: _("kept, weaker"),
    ChangeKind.BROKEN: _("broken"),
    ChangeKind.ENDED: _("ended"),
    ChangeKind.NEW: _("new"),
    ChangeKind.BACK: _("there again"),
    ChangeKind.KNOWN: _("known again"),
    ChangeKind.NOT_KNOWN: _("not known any more"),
}


def asked_stages(asked: Mapping[str, str], view: CaseView) -> tuple[int, int]:
    """Read two stages from a query string (``from`` and ``to``, from 1), the earlier one first.

    What is missing there, or names no stage, is the stage before the present one and the
    present one.
    """
    known = {str(number + 1): number for number in range(len(view.case.stages))}
    second = known.get(asked.get("to", ""), max(view.stage, min(1, len(known) - 1)))
    first = known.get(asked.get("from", ""), max(second - 1, 0))
    return min(first, second), max(first, second)


def changes_section(view: CaseView) -> Component:
    """Lay out the choice of two stages, and what changed between the stage before and now."""
    first, second = asked_stages({}, view)
    form = html.Form(
        [
            html.Label([html.Span(_("From")), _select(view, first)]),
            html.Label([html.Span(_("to")), _select(view, second)]),
            html.Button(_("Show what changed"), type="submit", className="tool"),
        ],
        className="choice",
        **attributes(data_ask_changes=""),
    )
    place = html.Div(
        changes_view(view, first, second), **attributes(data_changes="", aria_live="polite")
    )
    return html.Section([html.H3(_("What changed between two stages")), form, place])


def _select(view: CaseView, now: int) -> Component:
    return html.Select(
        [
            html.Option(
                view.names.text(stage.label),
                value=str(number + 1),
                selected="selected" if number == now else None,
            )
            for number, stage in enumerate(view.case.stages)
        ]
    )


def changes_view(view: CaseView, first: int, second: int) -> Component:
    """Lay out what changed between two stages, by track; what brings harm alone stands apart.

    Args:
        view: the case, and whose view of it.
        first: the earlier stage's number.
        second: the later stage's number.
    """
    if first == second:
        return html.Div(html.P(_("Choose two different stages.")), className="changed")
    found = change_summary(view.network, first, second, view.perspective)
    return html.Div(
        [
            html.P(_title(view, first, second), className="finding"),
            _scroll(_kinds_table(view, found, harmful=False)),
            *_harmful(view, found),
            *_replaced(view, found.all_tracks.replaced),
            _scroll(_shares_table(view, found)),
        ],
        className="changed",
    )


def _title(view: CaseView, first: int, second: int) -> str:
    labels = [view.names.text(view.case.stages[number].label) for number in (first, second)]
    return _(
        "From “{first}” to “{second}”. Only these two are compared: what was lost and found again"
        " in between shows as kept."
    ).format(first=labels[0], second=labels[1])


def _scroll(table: Table) -> Component:
    return html.Div(
        plain_table(table, name="facts measures"),
        className="table-scroll",
        role="region",
        tabIndex=0,
        **attributes(aria_label=table.caption),
    )


def _heads(found: ChangeSummary) -> list[str]:
    return [label(part.track) if part.track else _("All tracks") for part in found.tracks]


def _kinds_table(view: CaseView, found: ChangeSummary, *, harmful: bool) -> Table:
    """Count the relationships by how they changed, with those who they are with."""

    def told(part: TrackChanges) -> Mapping[ChangeKind, tuple[str, ...]]:
        return part.harmful if harmful else part.kinds

    kinds = [kind for kind in ChangeKind if not harmful or told(found.all_tracks)[kind]]
    caption = (
        _("Relationships that bring only harm, counted apart: a loss here is not a loss.")
        if harmful
        else _("Relationships by how they changed.")
    )
    return Table(
        key="table-changed-harm" if harmful else "table-changed",
        caption=caption,
        columns=(_("Change"), *_heads(found)),
        rows=[
            TableRow(KINDS[kind], [_counted(view, told(part)[kind]) for part in found.tracks])
            for kind in kinds
        ],
    )


def _counted(view: CaseView, relationships: Sequence[str]) -> Content:
    number = html.Span(str(len(relationships)), className="count")
    if not relationships:
        return number
    people = listed(view.names.of(view.network.relationships[r].from_) for r in relationships)
    return [number, html.Small(people)]


def _harmful(view: CaseView, found: ChangeSummary) -> list[Component]:
    if not any(found.all_tracks.harmful.values()):
        return []
    return [_scroll(_kinds_table(view, found, harmful=True))]


def _replaced(view: CaseView, replaced: Iterable[Replacement]) -> list[Component]:
    """Name the roles that stayed while the person changed."""
    rows = [
        _("{role}: {went} went, {came} came").format(
            role=view.names.text(one.role_slot),
            went=_people(view, one.went),
            came=_people(view, one.came),
        )
        for one in replaced
    ]
    title = html.P(_("Replaced in the same role: the person is lost, the role is kept."))
    return [title, plain_list(rows)] if rows else []


def _people(view: CaseView, relationships: Iterable[str]) -> str:
    return listed(view.names.of(view.network.relationships[r].from_) for r in relationships)


def _shares_table(view: CaseView, found: ChangeSummary) -> Table:
    """Set out the same change as shares: for persons and for roles, by track."""
    rows = step_rows(view.network, found, view.names)
    by_measure: dict[str, list[Row]] = {}
    for row in rows:
        by_measure.setdefault(row.measure, []).append(row)
    return Table(
        key="table-shares",
        caption=_("The same as shares: persons and roles are counted apart."),
        columns=(_("Measure"), *_heads(found)),
        rows=[
            TableRow(measure_heading(several[0].measure), [_share(row) for row in several])
            for several in by_measure.values()
        ],
    )


def _share(row: Row) -> Content:
    if row.of == 0:
        return _("nothing to count")
    counted = str(row.count)
    if row.of is not None:
        counted = _("{number} of {total}").format(number=row.count, total=row.of)
    share = [f"{row.value:.2f}"] if row.value is not None else []
    who = [html.Small(listed(row.who))] if row.who else []
    return [html.Span(with_semicolons([counted, *share]), className="count"), *who]
