"""The numbers of a case, each with what it counts; no thresholds, no colours, no ranking."""

from collections.abc import Iterable, Sequence

from dash import html
from dash.development.base_component import Component

from relnet.case.vocabulary import Level
from relnet.figures.measures_rows import Row, overall_rows, stage_rows, step_rows
from relnet.figures.words_join import listed
from relnet.figures.words_measures import Measure, stage_sentences
from relnet.network.attention import attention
from relnet.network.measures.together import CaseMeasures, StageMeasures, case_measures
from relnet.web.case_view import CaseView
from relnet.web.views.changes import changes_section
from relnet.web.views.numbers_words import about_words, measure_heading
from relnet.web.views.parts import (
    Table,
    TableRow,
    attributes,
    counts_fold,
    fold,
    plain_list,
    plain_table,
    unseen,
)
from relnet.wording import _
from relnet.words import label

_OF_USES = (Measure.COVERAGE, Measure.TRACKS, Measure.EVENNESS)
_OF_STRUCTURE = (
    Measure.DENSITY,
    Measure.EI_INDEX,
    Measure.EFFECTIVE_SIZE,
    Measure.CONSTRAINT,
)


def numbers_view(view: CaseView) -> Component:
    """Lay out the numbers of every stage and across stages, and what they say in sentences.

    Args:
        view: the case, and whose view of it.
    """
    measures = case_measures(view.network, view.perspective)
    return html.Section(
        [
            _head(view),
            _sentences(view, measures),
            _stages(view, measures),
            *_across(view, measures),
            *_steps(view, measures),
            changes_section(view),
        ],
        className="case-view numbers",
        **attributes(data_view="numbers"),
    )


def _head(view: CaseView) -> Component:
    return html.Header(
        [
            html.H2(_("Numbers, each with what it counts")),
            html.P(
                _(
                    "As {name} sees it. The numbers are there to ask with: none of them is good"
                    " or bad in itself, and none says anything of a child’s risk."
                ).format(name=view.names.inside(view.perspective)),
                className="quiet",
            ),
        ],
        className="view-head",
    )


def _sentences(view: CaseView, measures: CaseMeasures) -> Component:
    """Tell who holds, who is overlooked and who is left, stage by stage."""
    stages = [
        html.Section(
            [
                html.H4(view.names.text(view.case.stages[found.stage].label)),
                plain_list(stage_sentences(view.network, found, view.names)),
            ],
            className="stage-sentences",
            **attributes(data_stage=str(found.stage)),
        )
        for found in measures.stages
    ]
    return html.Section(
        [
            html.H3(_("Who holds, who is overlooked, who is left")),
            _counts_of((Measure.TRACKS_ON_ONE, Measure.STAGE_ON_ONE)),
            html.Div(stages, className="sentence-cards"),
        ]
    )


def _counts_of(measures: Iterable[Measure]) -> Component:
    several = (*measures, Measure.OVERLOOKED, Measure.AFTER_SERVICES)
    return counts_fold([html.P(text) for one in several for text in about_words(one)])


def _stages(view: CaseView, measures: CaseMeasures) -> Component:
    """Set out the measures of every stage: measures down, stages across."""
    rows = [stage_rows(view.network, found, view.names) for found in measures.stages]
    labels = [view.names.text(stage.label) for stage in view.case.stages]
    table = Table(
        key="table-measures",
        caption=_("The measures of each stage."),
        columns=(_("Measure"), *labels),
        rows=[
            TableRow(
                measure_heading(row.measure),
                [
                    _number(view, at[place], measures.stages[number])
                    for number, at in enumerate(rows)
                ],
            )
            for place, row in enumerate(rows[0])
        ],
        stages=tuple((number + 1, number) for number in range(len(labels))),
    )
    return _section(_("At each stage"), table)


def _section(title: str, table: Table) -> Component:
    heading = f"{table.key}-title"
    return html.Section(
        [
            html.H3(title, id=heading),
            html.Div(
                plain_table(table, name="facts measures"),
                className="table-scroll",
                role="region",
                tabIndex=0,
                **attributes(aria_labelledby=heading),
            ),
        ]
    )


def _number(view: CaseView, row: Row, found: StageMeasures) -> Component:
    """Show one number; those who are in it unfold."""
    return number_cell(row, who_counts(view, row, found))


def number_cell(row: Row, who: Sequence[str]) -> Component:
    """Show a number, with those who are in it unfolding."""
    if not who:
        return html.Span(number_words(row)) if is_defined(row) else nothing_to_count()
    return fold(number_words(row), html.P(listed(who)), name="who")


def is_defined(row: Row) -> bool:
    """Whether there was anything to count, or the answer is that nobody can say."""
    if row.measure is Measure.STAGE_ON_ONE:
        return True
    if row.measure in _OF_STRUCTURE or row.measure is Measure.EVENNESS:
        return row.value is not None
    return row.of != 0


def nothing_to_count() -> Component:
    """Show that there is no number, which is not zero."""
    return html.Span(
        [html.Span("–", **attributes(aria_hidden="true")), unseen(_("nothing to count"))],
        className="quiet",
    )


def number_words(row: Row) -> str:
    """Write a number with what it was counted from."""
    if row.measure is Measure.STAGE_ON_ONE:
        return {None: _("nobody can say"), 0: _("no")}.get(row.count, _("yes"))
    if row.measure in (Measure.EFFECTIVE_SIZE, Measure.CONSTRAINT):
        return _("{value} (of {number} people and places)").format(
            value=_decimal(row.value), number=row.of
        )
    counted = "" if row.count is None else str(row.count)
    if row.of is not None:
        counted = _("{number} of {total}").format(number=row.count, total=row.of)
    if row.measure is Measure.EVENNESS:
        counted = _("uses: {number}").format(number=row.count)
    if row.value is None:
        return counted
    return _("{value} ({counted})").format(value=_decimal(row.value), counted=counted)


def _decimal(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}".replace("-", "−")


def who_counts(view: CaseView, row: Row, found: StageMeasures) -> Sequence[str]:
    """Name those who are in a number."""
    if row.measure in _OF_USES:
        return _uses(view, found.stage)
    if row.measure in _OF_STRUCTURE:
        return [view.names.of(member) for member in found.ego.alters]
    return row.who


def _uses(view: CaseView, stage: int) -> list[str]:
    return [
        _("{use} with {name}").format(
            use=label(use.use),
            name=view.names.inside(view.network.relationships[use.relationship].from_),
        )
        for cell in attention(view.network, stage).cells
        for use in cell.uses
        if use.level is Level.PRACTICE
    ]


def _across(view: CaseView, measures: CaseMeasures) -> list[Component]:
    """Set out what is measured over all stages together."""
    rows = overall_rows(measures)
    if not rows:
        return []
    number = measures.evenness.stages
    words = _("over {number} of {total} stages: those where every track was recorded").format(
        number=number, total=len(view.case.stages)
    )
    table = Table(
        key="table-overall",
        caption=_("The measures of all stages together."),
        columns=(_("Measure"), _("All stages"), _("Counted")),
        rows=[
            TableRow(measure_heading(row.measure), [number_cell(row, ()), words]) for row in rows
        ],
    )
    return [_section(_("Over all stages"), table)]


def _steps(view: CaseView, measures: CaseMeasures) -> list[Component]:
    """Set out what became of relationships and roles from each stage to the next."""
    if not measures.steps:
        return []
    steps = [
        [row for row in step_rows(view.network, step, view.names) if row.track is None]
        for step in measures.steps
    ]
    labels = [view.names.text(stage.label) for stage in view.case.stages]
    table = Table(
        key="table-steps",
        caption=_("Each stage beside the one before it."),
        columns=(_("Measure"), *labels[1:]),
        rows=[
            TableRow(
                measure_heading(row.measure),
                [number_cell(at[place], at[place].who) for at in steps],
            )
            for place, row in enumerate(steps[0])
        ],
        stages=tuple((number, number) for number in range(1, len(labels))),
    )
    return [_section(_("Since the stage before"), table)]
