"""One relationship in words: short, as the map's label, and whole, as a line of the list."""

from collections.abc import Mapping

from relnet.case.models import Case, State, Use
from relnet.case.names import Names
from relnet.case.timeline import Place
from relnet.case.vocabulary import (
    YOUNG_PERSON,
    AreaKind,
    Certainty,
    Level,
    SettingKind,
    Status,
    UseKind,
)
from relnet.figures.words_join import listed, with_commas, with_semicolons, without_stop
from relnet.network.attention import is_overlooked
from relnet.network.differences import other_views
from relnet.network.graph import CaseNetwork, Tie, is_harmful_only
from relnet.network.measures.resting import holders
from relnet.wording import _
from relnet.words import label

_CIRCLES: Mapping[int, str] = {
    1: _("close to {name} (inner circle)"),
    2: _("close to {name} (middle circle)"),
    3: _("in {name}’s outer circle"),
}
_AT_LEVEL: Mapping[Level, str] = {
    Level.PRACTICE: _("{uses} in practice"),
    Level.PLANNED: _("{uses} planned"),
    Level.AMBITION: _("{uses} as an ambition"),
}
_HELD_AT_LEVEL: Mapping[Level, str] = {
    Level.PRACTICE: _("{use} in practice, held by {people}"),
    Level.PLANNED: _("{use} planned, held by {people}"),
    Level.AMBITION: _("{use} as an ambition, held by {people}"),
}
_NOT_SAID_BY_WHOM: Mapping[Level, str] = {
    Level.PRACTICE: _("{use} in practice, not said by whom"),
    Level.PLANNED: _("{use} planned, not said by whom"),
    Level.AMBITION: _("{use} as an ambition, not said by whom"),
}


def relationship_words(tie: Tie, network: CaseNetwork, stage: int, names: Names) -> str:
    """Say one relationship in one line: who, and what the line on the map shows.

    Args:
        tie: the relationship, as its perspective sees it at the stage.
        network: the case's network.
        stage: the stage's number, from 0.
        names: the names to call people by.
    """
    facts = with_commas(short_facts(tie, network, stage, names))
    return _("{who}: {facts}").format(who=who(tie, names), facts=facts)


def member_words(
    network: CaseNetwork, stage: int, perspective: str, member: str, names: Names
) -> str:
    """Say in one line what there is between somebody (or a setting) and the young person."""
    ties = network.own_ties_of(member, stage, perspective)
    if not ties:
        return _("{who}: nothing recorded between them and {name} here").format(
            who=called(member, names), name=names.inside(YOUNG_PERSON)
        )
    facts = [with_commas(short_facts(tie, network, stage, names)) for tie in ties]
    return _("{who}: {facts}").format(who=called(member, names), facts=with_semicolons(facts))


def full_words(tie: Tie, network: CaseNetwork, stage: int, names: Names) -> str:
    """Say all that is recorded of one relationship at a stage, but for notes and sources."""
    how = with_commas(_how(tie.state, names))
    facts = [with_commas(_recorded(tie.state, tie)), *([how] if how else [])]
    facts += _further(tie, network, stage, names)
    return _("{who}: {facts}.").format(who=who(tie, names), facts=with_semicolons(facts))


def who(tie: Tie, names: Names) -> str:
    """Name whom a relationship is with; both, where it is one between two others."""
    relationship = tie.relationship
    if relationship.with_young_person:
        return called(relationship.from_, names)
    return listed((names.opening(relationship.from_), names.inside(relationship.to)))


def called(member: str, names: Names) -> str:
    """Give a name with the role beside it, or the name alone."""
    name, role = names.of(member), names.role(member)
    return _("{name}, {role}").format(name=name, role=role) if role else name


def state_facts(state: State, tie: Tie) -> list[str]:
    """Say what a state tells of status, strength, strain, influence and certainty."""
    facts = [_status(state, tie)]
    if state.strength is not None and state.status in (Status.ACTIVE, Status.WANTED, None):
        facts = [*facts[: state.status is not Status.ACTIVE], label(state.strength)]
    facts += [_("strained")] if state.strained else []
    facts += _influence(state)
    facts += [_("suspected")] if state.certainty is Certainty.SUSPECTED else []
    return facts


def _status(state: State, tie: Tie) -> str:
    if state.status is None:
        return _("status not recorded")
    if not_known_since_move(state, tie):
        return _("not known since the move")
    return label(state.status)


def not_known_since_move(state: State, tie: Tie) -> bool:
    """Whether a state is not known because nobody of its perspective told it after a move."""
    told = any(own is state for own in tie.relationship.states)
    return state.status is Status.NOT_KNOWN and not told


def _influence(state: State) -> list[str]:
    if len(set(state.influence)) > 1:
        return [_("both protective and harmful")]
    return [label(influence) for influence in set(state.influence)]


def short_facts(tie: Tie, network: CaseNetwork, stage: int, names: Names) -> list[str]:
    """Say what the line of a relationship shows, fact by fact."""
    facts = state_facts(tie.state, tie)
    if tie.relationship.with_young_person:
        facts += _circle(tie, network, stage, names)
        facts += _uses_by_level(tie.uses)
        facts += _in_nobodys_plan(tie, network, stage)
    others = [names.inside(state.perspective) for state in other_views(network, tie, stage)]
    facts += [_("seen differently by {people}").format(people=listed(others))] if others else []
    return facts


def _circle(tie: Tie, network: CaseNetwork, stage: int, names: Names) -> list[str]:
    circle = network.closeness(tie.relationship.from_, stage)
    return [] if circle is None else [_CIRCLES[circle].format(name=names.inside(YOUNG_PERSON))]


def _uses_by_level(uses: tuple[Use, ...]) -> list[str]:
    facts = []
    for level, sentence in _AT_LEVEL.items():
        kinds = [kind for kind in UseKind if any(u.use is kind and u.level is level for u in uses)]
        facts += [sentence.format(uses=listed(label(kind) for kind in kinds))] if kinds else []
    return facts


def _in_nobodys_plan(tie: Tie, network: CaseNetwork, stage: int) -> list[str]:
    """Say so, but never of a relationship that brings harm alone."""
    if is_harmful_only(tie.state) or not is_overlooked(network, stage, tie.relationship.from_):
        return []
    return [_("in nobody’s plan")]


def _recorded(state: State, tie: Tie) -> list[str]:
    established = state.certainty is Certainty.ESTABLISHED
    return [*state_facts(state, tie), *([_("established")] if established else [])]


def _how(state: State, names: Names) -> list[str]:
    facts = [without_stop(names.text(state.how_often))] if state.how_often else []
    return [*facts, label(state.how)] if state.how is not None else facts


def _further(tie: Tie, network: CaseNetwork, stage: int, names: Names) -> list[str]:
    facts = []
    if tie.relationship.with_young_person:
        facts += [place_words(network, tie.relationship.from_, stage, names)]
        facts += _circle(tie, network, stage, names) or _not_asked(network, names)
        facts += [_use_words(use, network, names) for use in tie.uses]
        facts += _in_nobodys_plan(tie, network, stage)
    return facts + [
        _("{name} sees it differently: {facts}").format(
            name=names.inside(state.perspective),
            facts=with_commas([*_recorded(state, tie), *_how(state, names)]),
        )
        for state in other_views(network, tie, stage)
    ]


def _not_asked(network: CaseNetwork, names: Names) -> list[str]:
    """Say that a place in the circles was not asked for, where the case has circles at all."""
    if not network.asks_closeness:
        return []
    return [_("how close: {name} was not asked").format(name=names.inside(YOUNG_PERSON))]


def _use_words(use: Use, network: CaseNetwork, names: Names) -> str:
    held = holders(network, use)
    if not held:
        return _NOT_SAID_BY_WHOM[use.level].format(use=label(use.use))
    people = listed(names.inside(holder) for holder in held)
    return _HELD_AT_LEVEL[use.level].format(use=label(use.use), people=people)


def place_words(network: CaseNetwork, member: str, stage: int, names: Names) -> str:
    """Say where somebody is at a stage."""
    place = network.place(member, stage)
    setting = place.setting if place.setting != member else None
    if _is_online(place, network.case):
        return _online_words(setting, names)
    if place.area is None and setting is None:
        return _("where: not known")
    if setting is None or place.area is None:
        return _("in {place}").format(place=names.inside(setting or place.area or member))
    return _("in {area} ({setting})").format(
        area=names.inside(place.area), setting=names.inside(setting)
    )


def _is_online(place: Place, case: Case) -> bool:
    if place.area is not None:
        return any(a.id == place.area and a.kind is AreaKind.ONLINE for a in case.areas)
    return any(s.id == place.setting and s.kind is SettingKind.ONLINE for s in case.settings)


def _online_words(setting: str | None, names: Names) -> str:
    if setting is None:
        return _("in an online space")
    return _("in an online space ({setting})").format(setting=names.inside(setting))
