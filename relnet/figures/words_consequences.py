"""What a change of the timeline does, said before it is done."""

from collections.abc import Iterable, Iterator

from relnet.case.models import Case, State
from relnet.case.names import Names
from relnet.case.vocabulary import TEAM
from relnet.editing.consequences import Consequences, StateChange
from relnet.figures.words_fields import fact_words
from relnet.figures.words_join import listed, with_commas, with_semicolons
from relnet.figures.words_named import Named
from relnet.wording import _, ngettext

_MOST = 8
"""How many changes are told one by one, and how many people are named."""

_LIKE = ("status", "strength", "strained")


def consequence_words(found: Consequences, case: Case, names: Names) -> tuple[str, ...]:
    """Say what a change does, a sentence each; nothing where all stays as it is.

    Args:
        found: what it does.
        case: the case before it.
        names: what everybody in it is called.
    """
    named = Named(case, names)
    return (
        *_not_known(found, named),
        *_other_states(found, named),
        *_gone(found, named),
    )


def _not_known(found: Consequences, named: Named) -> Iterator[str]:
    """Name, for each perspective, those that become not known, at the first such stage."""
    by_view: dict[tuple[str, str], list[str]] = {}
    told: set[tuple[str, str]] = set()
    for change in found.not_known:
        about = (change.relationship, change.perspective)
        if about not in told:
            told.add(about)
            by_view.setdefault((change.stage, change.perspective), []).append(change.relationship)
    for (stage, perspective), ties in by_view.items():
        sentence = (
            _("Not known from “{stage}” on: {people}.")
            if perspective == TEAM
            else _("Not known from “{stage}” on, as {name} sees it: {people}.")
        )
        people = _all_ties(ties, named)
        yield sentence.format(
            stage=named.stage(stage), name=named.inside(perspective), people=people
        )


def _all_ties(ties: Iterable[str], named: Named) -> str:
    """Name whom relationships are with; those between others are two names each."""
    told = dict.fromkeys(ties)
    names = list(dict.fromkeys(named.tie_inside(tie) for tie in told))
    more = len(names) - _MOST
    if more > 0:
        others = ngettext("%(count)d other", "%(count)d others", more) % {"count": more}
        names = [*names[:_MOST], others]
    return with_semicolons(names) if named.any_between_others(told) else listed(names)


def _other_states(found: Consequences, named: Named) -> Iterator[str]:
    """Tell each run of stages in which a relationship changes in one way once."""
    runs: dict[tuple[str, str, str, str], list[str]] = {}
    for change in found.states:
        if not change.becomes_not_known:
            runs.setdefault(_kind(change, named), []).append(change.stage)
    # What the team knows comes first: it is what most of a case tells.
    team_first = sorted(runs.items(), key=lambda run: run[0][1] != TEAM)
    for (tie, perspective, before, after), stages in team_first[:_MOST]:
        sentence = (
            _("{who} at {stages}: {before} → {after}.")
            if perspective == TEAM
            else _("{who} at {stages}, as {name} sees it: {before} → {after}.")
        )
        yield sentence.format(
            who=named.tie(tie),
            stages=listed(named.stage_quoted(stage) for stage in stages),
            name=named.inside(perspective),
            before=before,
            after=after,
        )
    more = len(runs) - _MOST
    if more > 0:
        yield ngettext(
            "%(count)d more change of a relationship.",
            "%(count)d more changes of relationships.",
            more,
        ) % {"count": more}


def _kind(change: StateChange, named: Named) -> tuple[str, str, str, str]:
    before, after = _like(change.before, named), _like(change.after, named)
    if before == after:
        before, after = _all(change.before, named), _all(change.after, named)
    return change.relationship, change.perspective, before, after


def _like(state: State | None, named: Named) -> str:
    return _facts(state, _LIKE, named)


def _all(state: State | None, named: Named) -> str:
    fields = [name for name in State.model_fields if name not in ("stage", "perspective")]
    return _facts(state, fields, named)


def _facts(state: State | None, fields: Iterable[str], named: Named) -> str:
    if state is None:
        return _("not there")
    values = state.model_dump(mode="json", exclude_defaults=True, include=set(fields))
    facts = [fact_words("relationships", field, value, named) for field, value in values.items()]
    return with_commas(facts) or _("not recorded")


def _gone(found: Consequences, named: Named) -> Iterator[str]:
    if found.relationships_gone:
        people = _all_ties((tie.id for tie in found.relationships_gone), named)
        yield _("These relationships go: {people}.").format(people=people)
    recorded = ((gone.state.stage, gone.relationship) for gone in found.recorded_gone)
    for stage, ties in _by_stage(recorded).items():
        yield _("What was recorded at “{stage}” goes, of {people}.").format(
            stage=named.stage(stage), people=_all_ties(ties, named)
        )
    uses = ((use.stage, use.relationship) for use in found.uses_gone)
    for stage, ties in _by_stage(uses).items():
        yield _("What is done at “{stage}” goes, with {people}.").format(
            stage=named.stage(stage), people=_all_ties(ties, named)
        )
    if found.events_gone:
        count = len(found.events_gone)
        yield ngettext("%(count)d event goes.", "%(count)d events go.", count) % {"count": count}
    if found.events_off_the_timeline:
        count = len(found.events_off_the_timeline)
        yield ngettext(
            "%(count)d event stays, but belongs to no stage.",
            "%(count)d events stay, but belong to no stage.",
            count,
        ) % {"count": count}


def _by_stage(told: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Put relationships under the stages that they are told of at."""
    found: dict[str, list[str]] = {}
    for stage, tie in told:
        found.setdefault(stage, []).append(tie)
    return found
