"""The measures in words: what each is called, what it counts, and those that are sentences."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from relnet.case.names import Names
from relnet.case.vocabulary import YOUNG_PERSON
from relnet.figures.words_join import listed
from relnet.network.graph import CaseNetwork
from relnet.network.measures.after_services import AfterServices
from relnet.network.measures.resting import TrackOnOne
from relnet.network.measures.together import StageMeasures
from relnet.wording import _
from relnet.words import label


class Measure(StrEnum):
    """The measures that have a number, in the order in which they are told."""

    COVERAGE = "coverage"
    TRACKS = "tracks_in_practice"
    EVENNESS = "evenness"
    NOT_KNOWN = "not_known"
    ONLY_HARM = "only_harm"
    DENSITY = "density"
    EI_INDEX = "ei_index"
    EFFECTIVE_SIZE = "effective_size"
    CONSTRAINT = "constraint"
    OVERLOOKED = "overlooked"
    OVERLOOKED_HARMFUL = "overlooked_harmful"
    TRACKS_ON_ONE = "tracks_on_one"
    STAGE_ON_ONE = "stage_on_one"
    AFTER_SERVICES = "after_services"
    AFTER_SERVICES_HARMFUL = "after_services_harmful"
    RETENTION = "retention"
    TURNOVER = "turnover"
    NOT_KNOWN_SINCE = "not_known_since"
    ROLE_RETENTION = "role_retention"
    ROLE_TURNOVER = "role_turnover"
    REPLACED = "replaced"
    HARMFUL_RETENTION = "harmful_retention"


MEASURE_WORDS: Mapping[Measure, str] = {
    Measure.COVERAGE: _("Uses in practice, of those recorded"),
    Measure.TRACKS: _("Tracks in practice, of those recorded"),
    Measure.EVENNESS: _("Evenness of attention"),
    Measure.NOT_KNOWN: _("Not known"),
    Measure.ONLY_HARM: _("Active, with only harm"),
    Measure.DENSITY: _("Density"),
    Measure.EI_INDEX: _("Across or within tracks (E-I index)"),
    Measure.EFFECTIVE_SIZE: _("Effective size"),
    Measure.CONSTRAINT: _("Constraint"),
    Measure.OVERLOOKED: _("Close, and in nobody’s plan"),
    Measure.OVERLOOKED_HARMFUL: _("Close, with only harm"),
    Measure.TRACKS_ON_ONE: _("Tracks that rest on one person"),
    Measure.STAGE_ON_ONE: _("All held by one person"),
    Measure.AFTER_SERVICES: _("Left when services end"),
    Measure.AFTER_SERVICES_HARMFUL: _("Left when services end, with only harm"),
    Measure.RETENTION: _("Relationships kept"),
    Measure.TURNOVER: _("The same in both, of all"),
    Measure.NOT_KNOWN_SINCE: _("Not known any more"),
    Measure.ROLE_RETENTION: _("Roles kept"),
    Measure.ROLE_TURNOVER: _("The same roles in both, of all"),
    Measure.REPLACED: _("Replaced in the same role"),
    Measure.HARMFUL_RETENTION: _("Relationships with only harm kept"),
}
"""What each measure is called."""

COUNTS_WORDS: Mapping[Measure, str] = {
    Measure.COVERAGE: _(
        "Of the three uses of each track (consistency, collaboration, safety), how many are in"
        " practice. Tracks whose uses were not recorded are left out."
    ),
    Measure.TRACKS: _(
        "Of the tracks whose uses were recorded, how many have a use in practice. The share of"
        " three is given only where all three were."
    ),
    Measure.EVENNESS: _(
        "How evenly the uses in practice are spread over the three tracks: 1 where each track has"
        " as many, 0 where one has all (Pielou 1966). Over several stages it hides what each of"
        " them shows."
    ),
    Measure.NOT_KNOWN: _(
        "The people and places of whom nobody has said whether the relationship is still there."
    ),
    Measure.ONLY_HARM: _(
        "The people and places whose active relationships bring only harm. They are left out of"
        " every other number of the stage."
    ),
    Measure.DENSITY: _(
        "Of all pairs of people and places with an active relationship, how many know each other."
        " Much is not good in itself: a group that does harm may be dense."
    ),
    Measure.EI_INDEX: _(
        "Whether those who know each other are in different tracks (1) or in the same one (−1),"
        " after Krackhardt and Stern (1988)."
    ),
    Measure.EFFECTIVE_SIZE: _(
        "The number of people and places with an active relationship, less what they repeat of"
        " each other (Burt 1992)."
    ),
    Measure.CONSTRAINT: _(
        "How far the relationships lead back to the same people: little with many who do not know"
        " each other, much with few who do (Burt 1992)."
    ),
    Measure.OVERLOOKED: _(
        "Those whom the young person places in the inner or middle circle, and whose relationship"
        " has no use in practice or planned."
    ),
    Measure.OVERLOOKED_HARMFUL: _(
        "Those in the inner or middle circle whose relationship brings only harm: counted apart."
    ),
    Measure.TRACKS_ON_ONE: _(
        "Tracks whose only active relationships are with one person. A group or a place is more"
        " than one."
    ),
    Measure.STAGE_ON_ONE: _(
        "Whether one person holds every use in practice. Nothing is said where a track was not"
        " recorded, or where it is not said who holds a use."
    ),
    Measure.AFTER_SERVICES: _(
        "Of the active relationships, those with people whose role has no time limit."
    ),
    Measure.AFTER_SERVICES_HARMFUL: _(
        "Relationships that bring only harm, with people whose role has no time limit: counted"
        " apart."
    ),
    Measure.RETENTION: _(
        "Of the relationships that were active at the first stage, how many are active at the"
        " second. Those not known at the second count as neither kept nor lost."
    ),
    Measure.TURNOVER: _(
        "Of the relationships that were active at either stage, how many were active at both"
        " (Jaccard 1912)."
    ),
    Measure.NOT_KNOWN_SINCE: _(
        "Relationships that were active at the first stage, and of which nobody has said how they"
        " stand at the second."
    ),
    Measure.ROLE_RETENTION: _(
        "The same for roles: if one social worker follows another, the role is kept."
    ),
    Measure.ROLE_TURNOVER: _("Of the roles that were filled at either stage, how many at both."),
    Measure.REPLACED: _("Roles that stayed while the person in them changed."),
    Measure.HARMFUL_RETENTION: _(
        "Of the relationships that bring only harm, how many were kept: counted apart, since such"
        " a loss is not a loss."
    ),
}
"""What each measure counts: its definition, beside the number."""


def stage_sentences(network: CaseNetwork, measures: StageMeasures, names: Names) -> Iterator[str]:
    """Tell those measures of a stage that are about people, one sentence each."""
    for found in measures.tracks_on_one:
        yield track_on_one_words(network, found, names)
    if measures.stage_on_one.person is not None:
        yield _("Every use in practice is held by {name}.").format(
            name=names.inside(measures.stage_on_one.person)
        )
    people = [found.member for found in measures.overlooked if not found.harmful]
    if people:
        yield _("Close to {name} and in nobody’s plan: {people}.").format(
            name=names.inside(YOUNG_PERSON), people=_named(people, names)
        )
    yield after_services_words(network, measures.after_services, names)


def track_on_one_words(network: CaseNetwork, found: TrackOnOne, names: Names) -> str:
    """Say that a track rests on one person, and of whom in it nobody knows."""
    sentence = _("{track}: the only active relationship is with {name}.")
    if found.not_known:
        sentence = _(
            "{track}: the only relationship known to be active is with {name}; not known: {people}."
        )
    return sentence.format(
        track=label(found.track),
        name=names.inside(found.person),
        people=_named(_ends(network, found.not_known), names),
    )


def after_services_words(network: CaseNetwork, found: AfterServices, names: Names) -> str:
    """Say which active relationships are left when services end."""
    if not found.stay:
        return _("When services end, no relationship that is known to be active is left.")
    return _("When services end, these active relationships are left: {people}.").format(
        people=_named(_ends(network, found.stay), names)
    )


def _ends(network: CaseNetwork, relationships: Iterable[str]) -> Iterator[str]:
    return (network.relationships[relationship].from_ for relationship in relationships)


def _named(people: Iterable[str], names: Names) -> str:
    return listed(names.inside(member) for member in dict.fromkeys(people))
