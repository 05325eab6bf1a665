"""The tables of relationships at each stage, and of what professionals do through them."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from relnet.case.models import Relationship, State, Use
from relnet.case.vocabulary import Certainty
from relnet.figures.refs import refs_of
from relnet.figures.words_join import listed, with_commas
from relnet.figures.words_tie import called, place_words, short_facts
from relnet.network.graph import Tie
from relnet.network.measures.resting import holders
from relnet.web.case_view import CaseView
from relnet.web.views.parts import Content, Ordered, Table, TableRow, choose
from relnet.wording import _
from relnet.words import label


def relationships_table(view: CaseView) -> Table:
    """Give every relationship, and how it stands at each stage."""
    first = (_("Relationship"), _("Track"))
    stages = [view.names.text(stage.label) for stage in view.case.stages]
    numbers, refs = range(len(stages)), refs_of(view.case)
    there = [_there(view, number) for number in numbers]
    caption = _("Every relationship, and how it stands at each stage, as {name} sees it.").format(
        name=view.names.inside(view.perspective)
    )
    return Table(
        key="table-relationships",
        caption=caption,
        columns=(*first, *stages),
        rows=[
            _relationship(
                view, part, refs, [_at_stage(view, there[at].get(part.id), at) for at in numbers]
            )
            for part in view.case.relationships
        ],
        stages=tuple((len(first) + number, number) for number in numbers),
    )


def stage_relationships_table(view: CaseView) -> Table:
    """Give the relationships that are there at the stage that is looked at."""
    caption = _("The relationships of this stage, as {name} sees them.").format(
        name=view.names.inside(view.perspective)
    )
    there, refs = _there(view, view.stage), refs_of(view.case)
    return Table(
        key="table-relationships",
        caption=caption,
        columns=(_("Relationship"), _("Track"), _("How it stands")),
        rows=[
            _relationship(view, part, refs, [_at_stage(view, there[part.id], view.stage)])
            for part in view.case.relationships
            if part.id in there
        ],
    )


def _there(view: CaseView, stage: int) -> dict[str, Tie]:
    return {tie.id: tie for tie in view.network.ties(stage, view.perspective)}


def _relationship(
    view: CaseView, part: Relationship, refs: Mapping[str, str], cells: Sequence[Content]
) -> TableRow:
    ref = refs[part.id]
    return TableRow(choose(ref, _name(view, part)), [_tracks(view, part), *cells], ref)


def _name(view: CaseView, part: Relationship) -> str:
    if part.with_young_person:
        return called(part.from_, view.names)
    return listed((view.names.opening(part.from_), view.names.inside(part.to)))


def _tracks(view: CaseView, part: Relationship) -> str:
    if part.with_young_person:
        return with_commas(label(track) for track in part.tracks)
    lanes = dict.fromkeys(view.network.lanes[end] for end in (part.from_, part.to))
    if len(lanes) == 1:
        return _("between others, in one track: {track}").format(track=label(next(iter(lanes))))
    return _("between others, across: {tracks}").format(
        tracks=listed(label(track) for track in lanes)
    )


def _at_stage(view: CaseView, tie: Tie | None, stage: int) -> Content:
    """Say how a relationship stands: what the map shows, and what was told of it."""
    if tie is None:
        return html.Span(_("nothing recorded"), className="quiet")
    facts = short_facts(tie, view.network, stage, view.names)
    here = tie.state.stage == view.case.stages[stage].id
    return [with_commas(facts), *(html.Small(text) for text in _more(view, tie, stage, told=here))]


def _more(view: CaseView, tie: Tie, stage: int, *, told: bool) -> list[str]:
    state, names = tie.state, view.names
    often = [names.text(state.how_often)] if state.how_often else []
    how = with_commas([*often, *([label(state.how)] if state.how else [])])
    where = (
        place_words(view.network, tie.relationship.from_, stage, names)
        if tie.relationship.with_young_person
        else ""
    )
    return [text for text in (how, where, *(_told(view, state) if told else ())) if text]


def _told(view: CaseView, state: State) -> list[str]:
    """Give what is said once, where the state was told: note, certainty and source."""
    found = [view.names.text(state.note)] if state.note else []
    found += [label(state.certainty)] if state.certainty is Certainty.ESTABLISHED else []
    if state.source:
        found.append(_("source: {source}").format(source=view.names.text_inside(state.source)))
    return found


def uses_table(view: CaseView) -> Table:
    """Give every use: at which stage, with whom, how real it is, and who holds it."""
    return Table(
        key="table-uses",
        caption=_("What professionals do through a relationship, stage by stage."),
        columns=(
            _("With"),
            _("Stage"),
            _("Track"),
            _("Use"),
            _("Level"),
            _("Held by"),
            _("Note"),
        ),
        rows=[_use(view, use) for use in view.case.uses],
        staged=1,
    )


def _use(view: CaseView, use: Use) -> TableRow:
    part = view.network.relationships[use.relationship]
    ref = refs_of(view.case)[part.id]
    held = [view.names.of(person) for person in holders(view.network, use)]
    cells: Sequence[Content] = (
        stage_cell(view, use.stage),
        label(part.tracks[0]),
        label(use.use),
        label(use.level),
        listed(held) or _("not said"),
        view.names.text(use.note or ""),
    )
    return TableRow(choose(ref, view.names.of(part.from_)), cells, ref)


def stage_cell(view: CaseView, stage: str | None) -> Component | Ordered:
    """Name a stage, to be sorted in the order of the timeline."""
    if stage is None:
        return Ordered(html.Span(_("the whole time"), className="quiet"), len(view.case.stages))
    number = view.network.stage_number[stage]
    return Ordered(view.names.text(view.case.stages[number].label), number)
