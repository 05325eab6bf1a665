"""The list of a stage: everything that the map shows, one line each."""

from collections.abc import Iterator, Mapping

from relnet.case.models import Area, Event
from relnet.case.names import Names
from relnet.case.timeline import stage_places
from relnet.case.vocabulary import Blank, Outcome, Track
from relnet.figures.words_dates import date_words
from relnet.figures.words_join import with_semicolons, without_stop
from relnet.figures.words_summary import distance_words
from relnet.figures.words_tie import called, full_words
from relnet.network.attention import Port, attention
from relnet.network.graph import CaseNetwork, Tie
from relnet.wording import _
from relnet.words import label

_PORTS: Mapping[Port, str] = {
    Port.HELD: _("{track}: in practice."),
    Port.EMPTY: _("{track}: not in practice."),
    Port.UNKNOWN: _("{track}: not recorded whether it is in practice."),
}
_BLANKS: Mapping[Blank, str] = {
    Blank.NOT_ASKED: _("{track}: not asked who else there is."),
    Blank.ASKED_NONE: _("{track}: nobody now (asked: none)."),
    Blank.NOT_HELD: _("{track}: not held here; somebody else may know."),
}
# What did not happen says so first: the text names the act as if it had.
_EVENTS: Mapping[Outcome | None, str] = {
    None: _("Event: {text}"),
    Outcome.HAPPENED: _("Event: {text}"),
    Outcome.DID_NOT_HAPPEN: _("Did not happen: {text}"),
    Outcome.REFUSED: _("Refused: {text}"),
    Outcome.UNANSWERED: _("Not answered: {text}"),
}


def stage_items(network: CaseNetwork, stage: int, perspective: str, names: Names) -> Iterator[str]:
    """Tell everything that the map of a stage shows, track by track."""
    ties = network.ties(stage, perspective)
    own = [tie for tie in ties if tie.relationship.with_young_person]
    for track in Track:
        yield from _track_lines(network, stage, track, own, names)
    for tie in ties:
        if not tie.relationship.with_young_person:
            yield _between(tie, network, stage, names)
    yield from _areas(network, stage, names)
    yield from (event_words(event, names) for event in events_at(network, stage))
    yield from _also_named(network, names)


def events_at(network: CaseNetwork, stage: int) -> tuple[Event, ...]:
    """Give the events of a stage, in the order of the file."""
    told = network.case.stages[stage].id
    return tuple(event for event in network.case.events if event.stage == told)


def _track_lines(
    network: CaseNetwork, stage: int, track: Track, own: list[Tie], names: Names
) -> Iterator[str]:
    found = attention(network, stage)
    yield _PORTS[found.port(track)].format(track=label(track))
    here = [tie for tie in own if tie.relationship.tracks[0] is track]
    if track in found.blanks:
        yield _BLANKS[found.blanks[track]].format(track=label(track))
    elif not here:
        yield _("{track}: nobody recorded.").format(track=label(track))
    yield from (full_words(tie, network, stage, names) for tie in here)


def _between(tie: Tie, network: CaseNetwork, stage: int, names: Names) -> str:
    words = full_words(tie, network, stage, names)
    ends = (tie.relationship.from_, tie.relationship.to)
    if len({network.lanes[end] for end in ends}) == 1:
        return _("Between others: {words}").format(words=words)
    return _("Between others, across two tracks: {words}").format(words=words)


def _areas(network: CaseNetwork, stage: int, names: Names) -> Iterator[str]:
    here = stage_places(network.case)[stage].area
    for area in network.case.areas:
        yield _area(area, names, lives_here=area.id == here)


def _area(area: Area, names: Names, *, lives_here: bool) -> str:
    sentence = (
        _("Area where {young_person} lives now: {area}. {distance}")
        if lives_here
        else _("Area: {area}. {distance}")
    )
    words = sentence.format(
        young_person=names.inside("young_person"),
        area=called(area.id, names),
        distance=distance_words(area, names),
    )
    return words.rstrip()


def event_words(event: Event, names: Names) -> str:
    """Tell one event in a sentence; what did not happen says so first."""
    facts = [date_words(event.when)] if event.when else []
    facts += [label(event.certainty)] if event.certainty is not None else []
    if event.source:
        facts.append(_("told by: {source}").format(source=names.text_inside(event.source)))
    told = _EVENTS[event.outcome].format(text=without_stop(names.text(event.text)))
    if not facts:
        return _("{sentence}.").format(sentence=told)
    return _("{sentence} ({facts}).").format(sentence=told, facts=with_semicolons(facts))


def _also_named(network: CaseNetwork, names: Names) -> Iterator[str]:
    """Name those who have no relationship in the whole file."""
    tied = {end for tie in network.case.relationships for end in (tie.from_, tie.to)}
    people = [called(person.id, names) for person in network.case.people if person.id not in tied]
    if people:
        yield _("Also named, with no relationship recorded: {people}.").format(
            people=with_semicolons(people)
        )
