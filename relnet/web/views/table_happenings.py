"""The tables of events, of questions and actions, of safety, and of push and pull."""

from relnet.case.models import Event, Factor, Prompt, SafetyView, Stage
from relnet.case.vocabulary import PromptKind
from relnet.figures.words_dates import date_words
from relnet.figures.words_join import listed
from relnet.figures.words_prompts import owner_words
from relnet.web.case_view import CaseView
from relnet.web.views.parts import Content, Table, TableRow
from relnet.web.views.table_ties import stage_cell
from relnet.wording import _
from relnet.words import label

_KINDS = {PromptKind.QUESTION: _("question"), PromptKind.ACTION: _("action")}
_DONE = {True: _("done"), False: _("not done"), None: _("not recorded")}


def events_table(view: CaseView) -> Table:
    """Give every event, in the order of the file."""
    return Table(
        key="table-events",
        caption=_("Events in their order; what did not happen stands among them."),
        columns=(
            _("Event"),
            _("What came of it"),
            _("Stage"),
            _("When"),
            _("Certainty"),
            _("By"),
            _("People"),
            _("Told by"),
        ),
        rows=[_event(view, event) for event in view.case.events],
        staged=2,
    )


def _event(view: CaseView, event: Event) -> TableRow:
    stage: Content = stage_cell(view, event.stage) if event.stage else _("told afterwards")
    cells = (
        label(event.outcome) if event.outcome else "",
        stage,
        date_words(event.when) if event.when else "",
        label(event.certainty) if event.certainty else "",
        listed(view.names.of(who) for who in event.by),
        listed(view.names.of(who) for who in event.people),
        view.names.text_inside(event.source or ""),
    )
    return TableRow(view.names.text(event.text), cells)


def prompts_table(view: CaseView) -> Table:
    """Give every question and action, with who does it."""
    return Table(
        key="table-prompts",
        caption=_("Questions to ask the room, and actions with an owner."),
        columns=(_("Question or action"), _("Kind"), _("Stage"), _("Owner"), _("Done")),
        rows=[_prompt(view, prompt) for prompt in view.case.prompts],
        staged=2,
    )


def _prompt(view: CaseView, prompt: Prompt) -> TableRow:
    action = prompt.kind is PromptKind.ACTION
    cells = (
        _KINDS[prompt.kind],
        stage_cell(view, prompt.stage),
        owner_words(view.network, view.names, prompt),
        _DONE[prompt.done] if action else "",
    )
    return TableRow(view.names.text(prompt.text), cells)


def safety_table(view: CaseView) -> Table:
    """Give the three dimensions of safety, as each perspective sees them."""
    told = [(stage, item) for stage in view.case.stages for item in stage.safety]
    return Table(
        key="table-safety",
        caption=_("Physical, relational and psychological safety at each stage."),
        columns=(_("Dimension"), _("Stage"), _("As seen by"), _("Held"), _("Note")),
        rows=[_safety(view, stage, item) for stage, item in told],
        staged=1,
    )


def _safety(view: CaseView, stage: Stage, item: SafetyView) -> TableRow:
    cells = (
        stage_cell(view, stage.id),
        view.names.of(item.perspective),
        label(item.held),
        view.names.text(item.note or ""),
    )
    return TableRow(label(item.dimension), cells)


def factors_table(view: CaseView) -> Table:
    """Give what pushes the young person away from home, and what pulls."""
    told = [(stage, factor) for stage in view.case.stages for factor in stage.factors]
    return Table(
        key="table-factors",
        caption=_("What pushes away from home, and what pulls."),
        columns=(_("What"), _("Push or pull"), _("Stage"), _("With")),
        rows=[_factor(view, stage, factor) for stage, factor in told],
        staged=2,
    )


def _factor(view: CaseView, stage: Stage, factor: Factor) -> TableRow:
    part = view.network.relationships.get(factor.relationship or "")
    cells = (
        label(factor.kind),
        stage_cell(view, stage.id),
        view.names.of(part.from_) if part else "",
    )
    return TableRow(view.names.text(factor.text), cells)
