"""The tables of people and places, of stages and of areas."""

from collections.abc import Iterator
from itertools import groupby

from relnet.case.models import Area, Move, Person, Setting, Stage
from relnet.case.timeline import stage_places
from relnet.case.vocabulary import YOUNG_PERSON, Track
from relnet.figures.backdrop import PORT_WORDS
from relnet.figures.refs import YOUNG_PERSON_REF, refs_of
from relnet.figures.words_dates import date_words
from relnet.figures.words_join import with_commas, with_semicolons
from relnet.figures.words_summary import distance_words
from relnet.figures.words_tie import place_words
from relnet.network.attention import attention
from relnet.web.case_view import CaseView
from relnet.web.views.parts import Content, Ordered, Table, TableRow, choose
from relnet.wording import _
from relnet.words import label


def people_table(view: CaseView) -> Table:
    """Give everybody and every place: who they are, in which track, and where."""
    own = TableRow(
        choose(YOUNG_PERSON_REF, view.names.of(YOUNG_PERSON)),
        (
            _("the young person"),
            view.names.text(view.case.young_person.age or ""),
            "",
            with_semicolons(_whereabouts(view, _home_words(view))),
            view.names.text(view.case.young_person.note or ""),
        ),
        YOUNG_PERSON_REF,
    )
    return Table(
        key="table-people",
        caption=_("Everybody and every place that the case names."),
        columns=(_("Name"), _("Role"), _("Kind"), _("Track"), _("Where"), _("Note")),
        rows=[own, *(_member(view, part) for part in view.network.members.values())],
    )


def _member(view: CaseView, part: Person | Setting) -> TableRow:
    ref = refs_of(view.case)[part.id]
    stages = range(len(view.case.stages))
    where = [place_words(view.network, part.id, number, view.names) for number in stages]
    cells = (
        view.names.role(part.id),
        with_commas(_kind(view, part)),
        label(view.network.lanes[part.id]),
        with_semicolons(_whereabouts(view, where)),
        view.names.text(part.note or ""),
    )
    return TableRow(choose(ref, view.names.of(part.id)), cells, ref)


def _kind(view: CaseView, part: Person | Setting) -> Iterator[str]:
    if isinstance(part, Setting):
        yield _("place: {kind}").format(kind=label(part.kind))
        return
    yield label(part.type)
    if part.group_size:
        yield _("a group of {size}").format(size=view.names.text(part.group_size))
    if part.time_limited:
        yield _("time-limited: this service or role ends")


def _whereabouts(view: CaseView, where: list[str]) -> Iterator[str]:
    """Say where somebody is, and from which stage on they are elsewhere."""
    for place, group in groupby(enumerate(where), key=lambda found: found[1]):
        number = next(iter(group))[0]
        if number == 0:
            yield place
        else:
            stage = view.names.text(view.case.stages[number].label)
            yield _("from {stage}: {place}").format(stage=stage, place=place)


def _home_words(view: CaseView) -> list[str]:
    """Say where the young person lives at each stage."""
    found = []
    for place in stage_places(view.case):
        names = [view.names.of(key) for key in (place.area, place.setting) if key]
        found.append(with_commas(names) or _("where: not known"))
    return found


def stages_table(view: CaseView) -> Table:
    """Give the stages: where and when, the move, and how the three tracks stand."""
    return Table(
        key="table-stages",
        caption=_("The stages in their order, each with how the three tracks stand."),
        columns=(
            _("Stage"),
            _("Phase"),
            _("When"),
            _("Where"),
            _("The move"),
            *(label(track) for track in Track),
            _("Note"),
        ),
        rows=[_stage(view, number, stage) for number, stage in enumerate(view.case.stages)],
    )


def _stage(view: CaseView, number: int, stage: Stage) -> TableRow:
    text = view.names.text
    when = [date_words(stage.when) if stage.when else _("no date"), text(stage.lasted or "")]
    cells: list[Content] = [
        label(stage.phase),
        Ordered(with_semicolons(part for part in when if part), number),
        _home_words(view)[number],
        with_semicolons(_move(view, stage.move)) if stage.move else _("none"),
        *(with_semicolons(_track(view, number, track)) for track in Track),
        with_semicolons(_notes(view, stage)),
    ]
    return TableRow(Ordered(text(stage.label), number), cells)


def _track(view: CaseView, number: int, track: Track) -> Iterator[str]:
    """Say how a track stands, and why it shows nobody."""
    yield PORT_WORDS[attention(view.network, number).port(track)]
    blank = view.case.stages[number].blanks.get(track)
    if blank is not None:
        yield label(blank)
    elif not any(
        view.network.lanes[tie.relationship.from_] is track
        for tie in view.network.own_ties(number, view.perspective)
    ):
        yield _("nobody recorded")


def _move(view: CaseView, move: Move) -> Iterator[str]:
    text = view.names.text
    yield from (label(kind) for kind in move.kinds)
    if move.arranged_by:
        yield label(move.arranged_by)
    if move.planned is not None:
        yield _("planned") if move.planned else _("not planned")
    if move.stated_duration:
        yield _("for {time}, it was said").format(time=text(move.stated_duration))
    yield from (text(reason) for reason in move.reasons)
    if move.note:
        yield text(move.note)
    if not (move.kinds or move.arranged_by or move.reasons or move.note):
        yield _("a move, of which no more is recorded")


def _notes(view: CaseView, stage: Stage) -> Iterator[str]:
    if stage.placement_count:
        yield _("placements in this stage: {number}").format(
            number=view.names.text(stage.placement_count)
        )
    if stage.note:
        yield view.names.text(stage.note)


def areas_table(view: CaseView) -> Table:
    """Give the areas: how far they are from home, and when the young person lives there."""
    return Table(
        key="table-areas",
        caption=_("The areas of the map, with their distance from home."),
        columns=(_("Area"), _("Kind"), _("Distance"), _("Lives there"), _("Note")),
        rows=[_area(view, area) for area in view.case.areas],
    )


def _area(view: CaseView, area: Area) -> TableRow:
    places = stage_places(view.case)
    stays = [
        view.names.text(stage.label)
        for stage, place in zip(view.case.stages, places, strict=True)
        if place.area == area.id
    ]
    cells = (
        label(area.kind),
        Ordered(distance_words(area, view.names), area.distance_miles or 0),
        with_semicolons(stays),
        view.names.text(area.note or ""),
    )
    return TableRow(view.names.of(area.id), cells)
