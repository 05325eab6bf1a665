"""The title and the summary of a stage: the map's findings in one paragraph."""

from collections.abc import Iterable, Mapping, Sequence

from relnet.case.models import Area, Move, Stage
from relnet.case.names import Names
from relnet.case.timeline import stage_places
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, ArrangedBy, Level, Status, Track, UseKind
from relnet.figures.words_join import listed, paragraph, with_commas, with_semicolons, without_stop
from relnet.figures.words_tie import not_known_since_move
from relnet.network.attention import Attention, Port, attention, overlooked
from relnet.network.changes import ChangeKind, changes
from relnet.network.differences import other_views
from relnet.network.graph import CaseNetwork, is_harmful_only
from relnet.wording import _, ngettext
from relnet.words import label

# How many tracks are in practice, and how many were not recorded.
_TITLES: Mapping[tuple[int, int], str] = {
    (0, 0): _("{stage}: none of the three tracks in practice"),
    (1, 0): _("{stage}: one of three tracks in practice"),
    (2, 0): _("{stage}: two of three tracks in practice"),
    (3, 0): _("{stage}: all three tracks in practice"),
    (0, 1): _("{stage}: no track in practice, one not recorded"),
    (1, 1): _("{stage}: one track in practice, one not recorded"),
    (2, 1): _("{stage}: two tracks in practice, one not recorded"),
    (0, 2): _("{stage}: one track not in practice, two not recorded"),
    (1, 2): _("{stage}: one track in practice, two not recorded"),
    (0, 3): _("{stage}: not recorded which tracks are in practice"),
}
_ARRANGED: Mapping[ArrangedBy | None, str] = {
    ArrangedBy.AUTHORITY: _("The local authority arranged the move."),
    ArrangedBy.FAMILY: _("The family arranged the move."),
    ArrangedBy.COURT: _("A court decided on the move."),
    ArrangedBy.YOUNG_PERSON: _("{name} decided on the move."),
    ArrangedBy.UNKNOWN: _("It is not known who arranged the move."),
    None: _("Who arranged the move is not recorded."),
}
_PLANNED: Mapping[bool | None, str] = {
    True: _("The move was planned."),
    False: _("The move was not planned."),
    None: "",
}
_WORKED_WITH: Mapping[Track, str] = {
    Track.TRUSTED: _("Professionals work with trusted relationships, through {people}."),
    Track.PARENT_CHILD: _("Professionals work with parents and family, through {people}."),
    Track.COMMUNITY_PEER: _("Professionals work with the community and peers, through {people}."),
}
_NOT_WORKED_WITH: Mapping[Track, str] = {
    Track.TRUSTED: _("Nobody works with trusted relationships."),
    Track.PARENT_CHILD: _("Nobody works with parents and family."),
    Track.COMMUNITY_PEER: _("Nobody works with the community and peers."),
}
_NOT_RECORDED: Mapping[Track, str] = {
    Track.TRUSTED: _("Whether anybody works with trusted relationships is not recorded."),
    Track.PARENT_CHILD: _("Whether anybody works with parents and family is not recorded."),
    Track.COMMUNITY_PEER: _("Whether anybody works with the community and peers is not recorded."),
}
_NOT_YET: Mapping[Level, str] = {
    Level.PLANNED: _("Planned, not in practice: {uses}."),
    Level.AMBITION: _("Hoped for, not planned: {uses}."),
}
_CHANGED: Mapping[ChangeKind, str] = {
    ChangeKind.KEPT: _("were kept with {people}"),
    ChangeKind.STRONGER: _("grew stronger with {people}"),
    ChangeKind.WEAKER: _("grew weaker with {people}"),
    ChangeKind.BROKEN: _("were broken with {people}"),
    ChangeKind.ENDED: _("ended with {people}"),
    ChangeKind.NEW: _("are new with {people}"),
    ChangeKind.BACK: _("are there again with {people}"),
    ChangeKind.KNOWN: _("are known again with {people}"),
}
_CHANGED_HARMFUL: Mapping[ChangeKind, str] = {
    ChangeKind.KEPT: _("{name} (kept)"),
    ChangeKind.STRONGER: _("{name} (stronger)"),
    ChangeKind.WEAKER: _("{name} (weaker)"),
    ChangeKind.BROKEN: _("{name} (broken)"),
    ChangeKind.ENDED: _("{name} (ended)"),
    ChangeKind.NEW: _("{name} (new)"),
    ChangeKind.BACK: _("{name} (there again)"),
    ChangeKind.KNOWN: _("{name} (known again)"),
    ChangeKind.NOT_KNOWN: _("{name} (not known)"),
}
_HOUR = 60


def stage_title(network: CaseNetwork, stage: int, names: Names) -> str:
    """Give a stage's title: its label, and how many of the three tracks are in practice."""
    told = attention(network, stage)
    counts = (len(told.in_practice), len(told.not_recorded))
    return _TITLES[counts].format(stage=names.text(network.case.stages[stage].label))


def summary(network: CaseNetwork, stage: int, perspective: str, names: Names) -> str:
    """Tell a stage in one paragraph: where, why, who is worked with, what changed."""
    told = network.case.stages[stage]
    return paragraph(
        (
            _perspective(perspective, names),
            _lives(network, stage, names),
            distance_words(_area(network, stage), names),
            *(_move(told.move, names) if told.move else ()),
            _placements(told, names),
            *_tracks(network, stage, names),
            *_changes(network, stage, perspective, names),
            *_not_known(network, stage, perspective, names),
            _overlooked(network, stage, perspective, names),
            _nobody(network, stage, perspective),
        )
    )


def distance_words(area: Area | None, names: Names) -> str:
    """Say how far an area is from home; "" for the home area and where none is known."""
    if area is None or (area.distance_miles, area.travel_minutes) == (None, None):
        return ""
    place = names.opening(area.id)
    if area.distance_miles is None:
        time = travel_words(area.travel_minutes or 0)
        return _("{area} is a journey of {time} from home.").format(area=place, time=time)
    miles = miles_words(area.distance_miles)
    if area.travel_minutes is None:
        return _("{area} is {miles} from home.").format(area=place, miles=miles)
    return _("{area} is {miles} from home, a journey of {time}.").format(
        area=place, miles=miles, time=travel_words(area.travel_minutes)
    )


def miles_words(miles: float) -> str:
    """Give a distance with its unit."""
    # The plural of a fraction is that of many; only one mile is one mile.
    return ngettext("{number} mile", "{number} miles", 1 if miles == 1 else 2).format(
        number=f"{miles:g}"
    )


def travel_words(minutes: int) -> str:
    """Give a travel time in hours and minutes."""
    hours, rest = divmod(minutes, _HOUR)
    in_minutes = ngettext("{number} minute", "{number} minutes", rest).format(number=rest)
    if not hours:
        return in_minutes
    in_hours = ngettext("{number} hour", "{number} hours", hours).format(number=hours)
    return listed((in_hours, in_minutes)) if rest else in_hours


def _perspective(perspective: str, names: Names) -> str:
    if perspective == TEAM:
        return ""
    return _("This is how {name} sees it.").format(name=names.inside(perspective))


def _lives(network: CaseNetwork, stage: int, names: Names) -> str:
    place = stage_places(network.case)[stage]
    name = names.opening(YOUNG_PERSON)
    if place.area is None and place.setting is None:
        return _("It is not known where {name} lives.").format(name=names.inside(YOUNG_PERSON))
    area, setting = (names.inside(key) if key else "" for key in (place.area, place.setting))
    if not setting:
        return _("{name} lives in {area}.").format(name=name, area=area)
    if not area:
        return _("Where {name} lives: {setting}.").format(
            name=names.inside(YOUNG_PERSON), setting=setting
        )
    return _("{name} lives in {area} ({setting}).").format(name=name, area=area, setting=setting)


def _area(network: CaseNetwork, stage: int) -> Area | None:
    here = stage_places(network.case)[stage].area
    return next((area for area in network.case.areas if area.id == here), None)


def _move(move: Move, names: Names) -> tuple[str, ...]:
    kinds = with_commas(label(kind) for kind in move.kinds)
    return (
        _ARRANGED[move.arranged_by].format(name=names.opening(YOUNG_PERSON)),
        _PLANNED[move.planned],
        _("Kind of move: {kinds}.").format(kinds=kinds) if kinds else "",
        _stated_duration(move, names),
        *_reasons(move, names),
    )


def _reasons(move: Move, names: Names) -> Iterable[str]:
    """Give a sentence for each reason: they begin with capitals, so they make no list."""
    sentence = _("A reason given: {reason}.")
    for reason in move.reasons:
        yield sentence.format(reason=without_stop(names.text(reason)))
        sentence = _("Another reason given: {reason}.")


def _stated_duration(move: Move, names: Names) -> str:
    if not move.stated_duration:
        return ""
    return _("How long it was meant to last: {time}.").format(
        time=without_stop(names.text(move.stated_duration))
    )


def _placements(stage: Stage, names: Names) -> str:
    if not stage.placement_count:
        return ""
    return _("Placements in this stage: {number}.").format(number=names.text(stage.placement_count))


def _tracks(network: CaseNetwork, stage: int, names: Names) -> Iterable[str]:
    told = attention(network, stage)
    yield from (_track(told, track, network, names) for track in Track)
    for level, sentence in _NOT_YET.items():
        uses = with_commas(_uses_through(told, level, network, names))
        yield sentence.format(uses=uses) if uses else ""


def _track(told: Attention, track: Track, network: CaseNetwork, names: Names) -> str:
    port = told.port(track)
    if port is Port.UNKNOWN:
        return _NOT_RECORDED[track]
    if port is Port.EMPTY:
        return _NOT_WORKED_WITH[track]
    return _WORKED_WITH[track].format(people=_through(told, track, network, names))


def _through(told: Attention, track: Track, network: CaseNetwork, names: Names) -> str:
    """Name the people through whom a track is worked with, each with the uses in practice."""
    ends = _ends(network)
    kinds: dict[str, list[UseKind]] = {}
    for cell in told.cells:
        for use in cell.uses:
            known = kinds.setdefault(ends[use.relationship], [])
            if cell.track is track and use.level is Level.PRACTICE and cell.use not in known:
                known.append(cell.use)
    return listed(
        _("{name} ({uses})").format(
            name=names.inside(member), uses=listed(label(kind) for kind in found)
        )
        for member, found in kinds.items()
        if found
    )


def _uses_through(
    told: Attention, level: Level, network: CaseNetwork, names: Names
) -> Sequence[str]:
    ends = _ends(network)
    found = [
        _("{use} through {name}").format(
            use=label(use.use), name=names.inside(ends[use.relationship])
        )
        for cell in told.cells
        for use in cell.uses
        if use.level is level
    ]
    return tuple(dict.fromkeys(found))


def _ends(network: CaseNetwork) -> dict[str, str]:
    return {relationship.id: relationship.from_ for relationship in network.case.relationships}


def _changes(network: CaseNetwork, stage: int, perspective: str, names: Names) -> Iterable[str]:
    """Tell what changed; relationships that bring harm alone are told apart."""
    if stage == 0:
        return
    ends = _ends(network)
    found = changes(network, stage - 1, stage, perspective)
    told = []
    for kind, phrase in _CHANGED.items():
        people = [ends[c.relationship] for c in found if c.kind is kind and not c.harmful]
        told += [phrase.format(people=_named(people, names))] if people else []
    if told:
        changed = with_semicolons(told)
        yield _("Since the stage before, relationships {changed}.").format(changed=changed)
    harmful = [
        _CHANGED_HARMFUL[c.kind].format(name=names.inside(ends[c.relationship]))
        for c in found
        if c.harmful
    ]
    if harmful:
        yield ngettext(
            "Counted apart, because it brings only harm: the relationship with {people}.",
            "Counted apart, because they bring only harm: the relationships with {people}.",
            len(harmful),
        ).format(people=listed(harmful))


def _not_known(network: CaseNetwork, stage: int, perspective: str, names: Names) -> Iterable[str]:
    """Tell what is not known; where others know what this perspective does not, say so."""
    ties = [
        tie
        for tie in network.own_ties(stage, perspective)
        if tie.state.status is Status.NOT_KNOWN and not is_harmful_only(tie.state)
    ]
    carried = [tie for tie in ties if not_known_since_move(tie.state, tie)]
    known_to_others = [tie for tie in carried if other_views(network, tie, stage)]
    by_sentence = {
        _("Nobody has said since the move how things stand with {people}."): [
            tie for tie in carried if tie not in known_to_others
        ],
        _("Not told by {name} since the move, but by others: {people}."): known_to_others,
        _("Recorded as not known: {people}."): [tie for tie in ties if tie not in carried],
    }
    for sentence, found in by_sentence.items():
        people = _named((tie.relationship.from_ for tie in found), names)
        yield sentence.format(people=people, name=names.inside(perspective)) if people else ""


def _overlooked(network: CaseNetwork, stage: int, perspective: str, names: Names) -> str:
    people = [
        found.member for found in overlooked(network, stage, perspective) if not found.harmful
    ]
    if not people:
        return ""
    return _("Close to {name} and in nobody’s plan: {people}.").format(
        name=names.inside(YOUNG_PERSON), people=_named(people, names)
    )


def _nobody(network: CaseNetwork, stage: int, perspective: str) -> str:
    if network.own_ties(stage, perspective):
        return ""
    return _("No relationship is recorded at this stage.")


def _named(people: Iterable[str], names: Names) -> str:
    return listed(names.inside(member) for member in dict.fromkeys(people))
