"""The side panel: for each stage where attention goes, what changed, and what to ask.

The panels of all stages reach the browser at once; moving the timeline shows another one.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from relnet.case.models import Event, Move, Prompt, Stage
from relnet.case.vocabulary import (
    FactorKind,
    Outcome,
    PromptKind,
    Status,
)
from relnet.figures.refs import refs_of
from relnet.figures.words import stage_words
from relnet.figures.words_dates import date_words
from relnet.figures.words_items import events_at
from relnet.figures.words_join import listed, with_commas
from relnet.figures.words_measures import stage_sentences
from relnet.figures.words_prompts import owner_words
from relnet.figures.words_summary import distance_words
from relnet.figures.words_tie import not_known_since_move, state_facts
from relnet.network.attention import Overlooked, attention, overlooked
from relnet.network.changes import Change, ChangeKind, changes
from relnet.network.graph import Tie, is_harmful_only
from relnet.network.measures.together import stage_measures
from relnet.web.case_view import CaseView
from relnet.web.panel_attention import attention_parts
from relnet.wording import _, ngettext
from relnet.words import label

Parts = list[Component]

# What grows in a relationship that brings harm alone is no good news.
_HARM_TONES = {"kept": "harm", "more": "harm", "less": "", "lost": ""}
_OUTCOMES = {
    Outcome.DID_NOT_HAPPEN: _("Did not happen"),
    Outcome.REFUSED: _("Refused"),
    Outcome.UNANSWERED: _("Not answered"),
}

_COUNTED: dict[ChangeKind, tuple[str, Callable[[int], str]]] = {
    ChangeKind.KEPT: ("kept", lambda n: ngettext("{count} kept", "{count} kept", n)),
    ChangeKind.STRONGER: ("more", lambda n: ngettext("{count} stronger", "{count} stronger", n)),
    ChangeKind.WEAKER: ("less", lambda n: ngettext("{count} weaker", "{count} weaker", n)),
    ChangeKind.BROKEN: ("lost", lambda n: ngettext("{count} broken", "{count} broken", n)),
    ChangeKind.ENDED: ("lost", lambda n: ngettext("{count} ended", "{count} ended", n)),
    ChangeKind.NEW: ("more", lambda n: ngettext("{count} new", "{count} new", n)),
    ChangeKind.BACK: ("more", lambda n: ngettext("{count} there again", "{count} there again", n)),
    ChangeKind.KNOWN: ("kept", lambda n: ngettext("{count} known again", "{count} known again", n)),
}


def stage_panel(view: CaseView, stage: int) -> Component:
    """Lay out what the side panel says of one stage."""
    told = view.case.stages[stage]
    found = attention(view.network, stage)
    parts: Parts = [
        html.H2(view.names.text(told.label)),
        html.P(_place_line(view, stage), className="quiet"),
        *_note(view, told.note),
        *_section(_("Where attention goes"), attention_parts(found)),
        *_section(_("Since the last stage"), _since(view, stage) if stage else []),
        *_section(_("Not known"), _not_known(view, stage)),
        *_section(_matters_title(view), _overlooked(view, stage)),
        *_section(_("Who holds, who is left"), _resting(view, stage)),
        *_section(_("Ask the room"), _prompts(view, told)),
        *_section(_("Push and pull"), _factors(view, told)),
        *_section(_("Safety, as each sees it"), _safety(view, told)),
        *_section(_("The move"), _move(view, told.move) if told.move else []),
        *_section(
            _("What happened, and what did not"), _events(view, events_at(view.network, stage))
        ),
        _in_words(view, stage),
    ]
    return html.Section(
        parts,
        className="stage-panel",
        hidden=stage != view.stage,
        **_data(stage=str(stage)),
    )


def _data(**values: str) -> dict[str, Any]:
    return {f"data-{key}": value for key, value in values.items()}


def _section(title: str, parts: Parts) -> Parts:
    return [html.Section([html.H3(title), *parts])] if parts else []


def _place_line(view: CaseView, stage: int) -> str:
    told = view.case.stages[stage]
    words = _("Stage {number} of {count} · {phase}").format(
        number=stage + 1, count=len(view.case.stages), phase=label(told.phase)
    )
    area = next((area for area in view.case.areas if area.id == told.area), None)
    far = distance_words(area, view.names)
    more = [date_words(told.when) if told.when else "", view.names.text(told.lasted or ""), far]
    for text in more:
        if text:
            words = _("{before} · {more}").format(before=words, more=text)
    return words


def _note(view: CaseView, note: str | None) -> Parts:
    return [html.P(view.names.text(note), className="note")] if note else []


def _since(view: CaseView, stage: int) -> Parts:
    """Say what changed; those that bring harm alone are counted apart."""
    found = changes(view.network, stage - 1, stage, view.perspective)
    kind = [change for change in found if not change.harmful]
    harmful = [change for change in found if change.harmful]
    parts = [*_change_list(view, kind), *_harm_apart(_change_list(view, harmful, harmful=True))]
    return parts or [html.P(_("Nothing changed that is recorded."), className="quiet")]


def _harm_apart(parts: Parts) -> Parts:
    """Set what brings harm alone under a line of its own."""
    title = html.P(_("Relationships that bring harm, counted apart:"), className="quiet")
    return [title, *parts] if parts else []


def _change_list(view: CaseView, found: Sequence[Change], *, harmful: bool = False) -> Parts:
    """List the changes by kind, each with who it is."""
    by_kind: dict[ChangeKind, list[str]] = {}
    ends = {part.id: part.from_ for part in view.case.relationships}
    for change in found:
        by_kind.setdefault(change.kind, []).append(view.names.of(ends[change.relationship]))
    rows = [
        html.Li(
            [
                html.Span(
                    count(len(people)).format(count=len(people)),
                    className=f"pill {_HARM_TONES[tone] if harmful else tone}",
                ),
                html.Span(listed(people)),
            ]
        )
        for kind, (tone, count) in _COUNTED.items()
        if (people := by_kind.get(kind))
    ]
    return [html.Ul(rows, className="changes")] if rows else []


def _not_known(view: CaseView, stage: int) -> Parts:
    """Ask after those with whom nobody knows how things stand; harm alone apart."""
    ties = view.network.own_ties(stage, view.perspective)
    unknown = [tie for tie in ties if tie.state.status is Status.NOT_KNOWN]
    kind = [tie for tie in unknown if not is_harmful_only(tie.state)]
    moved = [tie for tie in kind if not_known_since_move(tie.state, tie)]
    told = [tie for tie in kind if tie not in moved]
    harmful = [tie for tie in unknown if tie not in kind]
    asked = (
        (_("What happened to {people}? Not known since the move."), moved),
        (_("How do things stand with {people}? Not known."), told),
        (_("How do things stand with {people}? Not known; that brought harm."), harmful),
    )
    return [
        html.P(question.format(people=_people_of(view, ties)), className="ask")
        for question, ties in asked
        if ties
    ]


def _people_of(view: CaseView, ties: Sequence[Tie]) -> str:
    return listed([view.names.inside(tie.relationship.from_) for tie in ties])


def _matters_title(view: CaseView) -> str:
    return _("Matters to {name}, in nobody’s plan").format(name=view.names.inside("young_person"))


def _overlooked(view: CaseView, stage: int) -> Parts:
    """List who is close and in nobody's plan, and how things stand; harm alone apart."""
    found = overlooked(view.network, stage, view.perspective)
    kind = [_overlooked_row(view, item) for item in found if not item.harmful]
    harmful = [_overlooked_row(view, item) for item in found if item.harmful]
    return [*_people(kind), *_harm_apart(_people(harmful))]


def _people(rows: Parts) -> Parts:
    return [html.Ul(rows, className="people")] if rows else []


def _overlooked_row(view: CaseView, item: Overlooked) -> Component:
    track = view.network.lanes[item.member]
    states = [with_commas(state_facts(tie.state, tie)) for tie in item.ties]
    facts = [view.names.role(item.member), *states]
    return html.Li(
        [
            html.Span(
                html.Span(label(track), className="unseen"), className=f"dot dot-{track.value}"
            ),
            html.Button(
                view.names.of(item.member),
                type="button",
                className="link",
                **_data(choose=refs_of(view.case)[item.member]),
            ),
            html.Span(" · ".join(fact for fact in facts if fact), className="quiet"),
        ]
    )


def _resting(view: CaseView, stage: int) -> Parts:
    """Say what rests on one person, and who is left when services end."""
    measures = stage_measures(view.network, stage, view.perspective)
    # Those who are overlooked have a list of their own.
    told = stage_sentences(view.network, replace(measures, overlooked=()), view.names)
    return [html.Ul([html.Li(sentence) for sentence in told if sentence], className="plain")]


def _factors(view: CaseView, told: Stage) -> Parts:
    rows = [
        html.Li(
            [
                html.Span(label(factor.kind), className="pill"),
                html.Span(view.names.text(factor.text)),
            ]
        )
        for kind in FactorKind
        for factor in told.factors
        if factor.kind is kind
    ]
    return [html.Ul(rows, className="changes")] if rows else []


def _safety(view: CaseView, told: Stage) -> Parts:
    """Show each dimension as each perspective sees it, side by side."""
    if not told.safety:
        return []
    voices = list(dict.fromkeys(item.perspective for item in told.safety))
    held = {(item.dimension, item.perspective): item for item in told.safety}
    dimensions = list(dict.fromkeys(item.dimension for item in told.safety))
    head = html.Tr([html.Td(), *(html.Th(view.names.of(voice), scope="col") for voice in voices)])
    rows = [
        html.Tr(
            [
                html.Th(label(dimension), scope="row"),
                *(
                    html.Td(
                        [label(item.held), *_said(view, item.note)]
                        if (item := held.get((dimension, voice)))
                        else html.Span(_("not recorded"), className="quiet")
                    )
                    for voice in voices
                ),
            ]
        )
        for dimension in dimensions
    ]
    return [html.Table([html.Thead(head), html.Tbody(rows)], className="safety")]


def _said(view: CaseView, note: str | None) -> Parts:
    return [html.Small(view.names.text(note))] if note else []


def _prompts(view: CaseView, told: Stage) -> Parts:
    """List the stage's questions and actions."""
    return [_prompt(view, prompt) for prompt in view.case.prompts if prompt.stage == told.id]


def _prompt(view: CaseView, prompt: Prompt) -> Component:
    text = view.names.text(prompt.text)
    if prompt.kind is PromptKind.QUESTION:
        return html.P(text, className="ask")
    owner = owner_words(view.network, view.names, prompt)
    who = _("To do by: {owner}").format(owner=owner) if owner else _("To do, by nobody yet")
    done = [html.Span(_("done"), className="pill more")] if prompt.done else []
    return html.P([text, html.Br(), html.Small(who), *done], className="ask action")


def _move(view: CaseView, move: Move) -> Parts:
    facts = [label(kind) for kind in move.kinds]
    facts += [label(move.arranged_by)] if move.arranged_by else []
    facts += (
        [_("planned") if move.planned else _("not planned")] if move.planned is not None else []
    )
    if move.stated_duration:
        facts.append(
            _("for {time}, it was said").format(time=view.names.text(move.stated_duration))
        )
    rows = [*facts, *(view.names.text(reason) for reason in move.reasons)]
    listing: Parts = [html.Ul([html.Li(row) for row in rows], className="plain")] if rows else []
    return [*listing, *_note(view, move.note)]


def _events(view: CaseView, events: Sequence[Event]) -> Parts:
    rows = [html.Li(_event(view, event)) for event in events]
    return [html.Ul(rows, className="events")] if rows else []


def _event(view: CaseView, event: Event) -> Parts:
    happened = event.outcome in (None, Outcome.HAPPENED)
    facts = [date_words(event.when)] if event.when else []
    facts += [label(event.certainty)] if event.certainty else []
    if event.source:
        facts.append(_("told by {who}").format(who=view.names.text_inside(event.source)))
    small = [html.Small(" · ".join(facts))] if facts else []
    mark = html.Span(className="tick" if happened else "tick hollow")
    outcome = _OUTCOMES.get(event.outcome) if event.outcome else None
    first = [html.Span(outcome, className="pill lost")] if outcome else []
    return [mark, html.Span([*first, view.names.text(event.text), *small])]


def _in_words(view: CaseView, stage: int) -> Component:
    """Give the stage in words: an equal of the picture."""
    words = stage_words(view.network, stage, view.perspective, view.names)
    return html.Details(
        [
            html.Summary(_("This stage in words")),
            html.P(words.summary),
            html.Ul([html.Li(item) for item in words.items], className="plain"),
        ],
        className="in-words",
    )


def afterwards(view: CaseView) -> Parts:
    """List what belongs to no stage: questions of the whole case, and what was told afterwards."""
    asked = [_prompt(view, prompt) for prompt in view.case.prompts if prompt.stage is None]
    told = [event for event in view.case.events if event.stage is None]
    about = view.case.about
    return [
        *_section(_("Ask the room, of the whole time"), asked),
        *_section(_("Told afterwards"), _events(view, told)),
        *_section(_("About this case"), [html.P(view.names.text(about))] if about else []),
    ]
