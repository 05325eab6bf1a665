"""What the side panel says of somebody, a place or a relationship that was chosen."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from relnet.case.models import Event, Person, Relationship, State, Use
from relnet.case.timeline import perspectives
from relnet.case.vocabulary import YOUNG_PERSON, Certainty
from relnet.figures.refs import refs_of
from relnet.figures.words_join import listed, with_commas, with_semicolons
from relnet.figures.words_tie import place_words, state_facts
from relnet.network.graph import Tie
from relnet.network.measures.resting import holders
from relnet.web.case_view import CaseView
from relnet.wording import _
from relnet.words import label


def chosen_panel(view: CaseView, ref: str) -> Component | None:
    """Tell the whole story of what was chosen.

    Args:
        view: the case.
        ref: the short name of a person, setting or relationship (relnet.figures.refs); of
            several, with dots between them.

    Returns:
        the panel; None where the case has nothing of this name.

    """
    panels = [panel for one in dict.fromkeys(ref.split(".")) if (panel := _one_panel(view, one))]
    if len(panels) <= 1:
        return panels[0] if panels else None
    return html.Div(panels)


def _one_panel(view: CaseView, ref: str) -> Component | None:
    by_ref = {short: part for part, short in refs_of(view.case).items()}
    part = by_ref.get(ref)
    if part == YOUNG_PERSON:
        return _young_person(view)
    if part in view.network.members:
        return _member(view, part)
    found = next((each for each in view.case.relationships if each.id == part), None)
    return _relationship_alone(view, found) if found else None


def _young_person(view: CaseView) -> Component:
    person = view.case.young_person
    lines = [
        line
        for line in (
            _("Age: {age}").format(age=view.names.text(person.age)) if person.age else "",
            _("Pronouns: {pronouns}").format(pronouns=view.names.text(person.pronouns))
            if person.pronouns
            else "",
            view.names.text(person.note) if person.note else "",
        )
        if line
    ]
    return html.Div(
        [html.H2(view.names.of(YOUNG_PERSON)), *(html.P(line) for line in lines)],
        className="chosen",
    )


def _member(view: CaseView, member: str) -> Component:
    part = view.network.members[member]
    own = [r for r in view.case.relationships if r.with_young_person and r.from_ == member]
    others = [
        r for r in view.case.relationships if not r.with_young_person and member in (r.from_, r.to)
    ]
    facts = _person_facts(view, part) if isinstance(part, Person) else []
    return html.Div(
        [
            html.H2(view.names.of(member)),
            html.P(view.names.role(member), className="quiet"),
            *([html.P(with_semicolons(facts))] if facts else []),
            *_note(view, part.note),
            *(item for each in own for item in _story(view, each, whole=len(own) > 1)),
            *(item for each in others for item in _story(view, each, whole=True)),
            *_mentions(view, member),
        ],
        className="chosen",
    )


def _person_facts(view: CaseView, person: Person) -> list[str]:
    facts = [label(person.type)]
    if person.group_size:
        facts.append(_("a group of {size}").format(size=view.names.text(person.group_size)))
    if person.time_limited:
        facts.append(_("time-limited: this service or role ends"))
    return facts


def _relationship_alone(view: CaseView, part: Relationship) -> Component:
    return html.Div(
        [
            html.H2(_title(view, part)),
            *_story(view, part, whole=False),
            *_mentions(view, part.from_, part.to),
        ],
        className="chosen",
    )


def _title(view: CaseView, part: Relationship) -> str:
    return listed((view.names.of(part.from_), view.names.of(part.to)))


def _story(view: CaseView, part: Relationship, *, whole: bool) -> list[Component]:
    """Tell one relationship stage by stage, as each perspective sees it, with its uses."""
    tracks = with_commas([label(track) for track in part.tracks])
    heading = [html.H3(_title(view, part))] if whole else []
    stages = [
        html.Li(
            [html.Strong(view.names.text(stage.label)), *lines],
            **_data(number),
        )
        for number, stage in enumerate(view.case.stages)
        if (lines := _at_stage(view, part, number))
    ]
    track_line = [html.P(tracks, className="quiet")] if tracks else []
    return [*heading, *track_line, html.Ol(stages, className="story")]


def _data(stage: int) -> dict[str, Any]:
    """Say which stage a line belongs to: the browser marks the present one."""
    return {"data-stage": str(stage)}


def _at_stage(view: CaseView, part: Relationship, stage: int) -> list[Component]:
    lines: list[Component] = []
    if part.with_young_person:
        where = place_words(view.network, part.from_, stage, view.names)
        lines.append(html.P(where, className="quiet"))
    found = len(lines)
    for voice in perspectives(view.case):
        states = view.network.states(part.id, voice)
        state = states[stage]
        if state is not None:
            same = stage > 0 and states[stage - 1] is state
            lines.append(_as_before(view, voice) if same else _voice_line(view, part, state, voice))
    uses = [use for use in view.case.uses if use.relationship == part.id]
    here = view.case.stages[stage].id
    lines += [_use_line(view, use) for use in uses if use.stage == here]
    return lines if len(lines) > found else []


def _as_before(view: CaseView, voice: str) -> Component:
    """Say that nothing new was told: a state holds until the next one."""
    words = _("{who}: as before").format(who=view.names.of(voice))
    return html.P(words, className="quiet")


def _voice_line(view: CaseView, part: Relationship, state: State, voice: str) -> Component:
    facts = [] if _only_placed(state) else state_facts(state, Tie(part, state, None, ()))
    if state.closeness:
        facts.append(_CIRCLES[state.closeness])
    facts += [view.names.text(state.how_often)] if state.how_often else []
    facts += [label(state.how)] if state.how else []
    said = _("{who}: {facts}").format(who=view.names.of(voice), facts=with_commas(facts))
    return html.P([said, *_sources(view, state)])


def _only_placed(state: State) -> bool:
    """Whether a state tells how close somebody is, and nothing of the relationship itself."""
    return state.closeness is not None and state == State(
        stage=state.stage, perspective=state.perspective, closeness=state.closeness
    )


_CIRCLES = {1: _("inner circle"), 2: _("middle circle"), 3: _("outer circle")}


def _sources(view: CaseView, state: State) -> list[Component]:
    told = [view.names.text(state.note)] if state.note else []
    if state.certainty is Certainty.ESTABLISHED:
        told.append(label(state.certainty))
    if state.source:
        told.append(_("source: {source}").format(source=view.names.text_inside(state.source)))
    return [html.Small(text) for text in told]


def _use_line(view: CaseView, use: Use) -> Component:
    held = [view.names.of(holder) for holder in holders(view.network, use)]
    who = listed(held) or _("not said by whom")
    words = _("{use}, {level}: {who}").format(use=label(use.use), level=label(use.level), who=who)
    note = [html.Small(view.names.text(use.note))] if use.note else []
    return html.P([html.Span(words, className="pill"), *note])


def _mentions(view: CaseView, *members: str) -> list[Component]:
    """List the events that name all of these."""
    found = [event for event in view.case.events if {*members} <= {*event.by, *event.people}]
    if not found:
        return []
    rows = [html.Li(_event_words(view, event)) for event in found]
    return [html.H3(_("What happened")), html.Ul(rows, className="plain")]


def _event_words(view: CaseView, event: Event) -> str:
    text = view.names.text(event.text)
    if event.outcome is None:
        return text
    return _("{text} ({outcome})").format(text=text, outcome=label(event.outcome))


def _note(view: CaseView, note: str | None) -> list[Component]:
    return [html.P(view.names.text(note), className="note")] if note else []
