"""One builder from a case to a networkx graph, and that graph at a stage.

Nodes are the young person, the people and the settings; edges are relationships, keyed by
their id, so that two people can have more than one. A node carries its record and where it
is at each stage; an edge carries its states by perspective and its uses by stage.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import networkx as nx

from relnet.case.models import Case, Person, Relationship, Setting, State, Use
from relnet.case.timeline import Place, lanes, places, views
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, Status, Track


@dataclass(frozen=True, slots=True)
class Tie:
    """One relationship at one stage, as one perspective sees it.

    ``before`` is its state at the stage before this one (None at the first stage, and
    before the relationship began).
    """

    relationship: Relationship
    state: State
    before: State | None
    uses: tuple[Use, ...]

    @property
    def id(self) -> str:
        """The relationship's id."""
        return self.relationship.id


@dataclass(frozen=True)
class CaseNetwork:
    """A case together with its graph, looked at by stage number and perspective."""

    case: Case
    graph: "nx.MultiGraph[str]"

    @cached_property
    def stage_number(self) -> dict[str, int]:
        """The place of each stage in the list of stages, from 0."""
        return {stage.id: number for number, stage in enumerate(self.case.stages)}

    @cached_property
    def members(self) -> dict[str, Person | Setting]:
        """Everybody and every setting by id."""
        people: dict[str, Person | Setting] = {person.id: person for person in self.case.people}
        return people | {setting.id: setting for setting in self.case.settings}

    @cached_property
    def relationships(self) -> dict[str, Relationship]:
        """Every relationship by id."""
        return {relationship.id: relationship for relationship in self.case.relationships}

    @cached_property
    def asks_closeness(self) -> bool:
        """Whether the young person has been asked how close anybody is, at any stage."""
        return any(
            state.closeness is not None
            for relationship in self.case.relationships
            for state in relationship.states
        )

    @cached_property
    def lanes(self) -> dict[str, Track]:
        """The lane of each person and setting."""
        return lanes(self.case)

    @cached_property
    def recorded_tracks(self) -> tuple[frozenset[Track], ...]:
        """The tracks whose uses were recorded, so that none means none: one set a stage."""
        found = [set(stage.uses_recorded) for stage in self.case.stages]
        tracks = {tie.id: tie.tracks[0] for tie in self.case.relationships if tie.tracks}
        for use in self.case.uses:
            found[self.stage_number[use.stage]].add(tracks[use.relationship])
        return tuple(frozenset(tracks) for tracks in found)

    def uses(self, relationship: str, stage: int) -> tuple[Use, ...]:
        """What professionals do through a relationship at a stage."""
        by_stage: tuple[tuple[Use, ...], ...] = self._edge_data[relationship]["uses"]
        return by_stage[stage]

    def own_relationships(self, member: str) -> tuple[Relationship, ...]:
        """One member's relationships with the young person, over all stages."""
        return tuple(self._own_by_member.get(member, ()))

    def place(self, member: str, stage: int) -> Place:
        """Where a person or setting is at a stage."""
        places: tuple[Place, ...] = self.graph.nodes[member]["places"]
        return places[stage]

    def states(self, relationship: str, perspective: str) -> tuple[State | None, ...]:
        """The states of a relationship, one a stage; None where it is not there."""
        by_perspective = self._edge_data[relationship]["states"]
        empty = (None,) * len(self.case.stages)
        states: tuple[State | None, ...] = by_perspective.get(perspective, empty)
        return states

    def tie(self, relationship: Relationship, stage: int, perspective: str = TEAM) -> Tie | None:
        """A relationship as it is at a stage; None where it is not there."""
        states = self.states(relationship.id, perspective)
        state = states[stage]
        if state is None:
            return None
        before = states[stage - 1] if stage else None
        return Tie(relationship, state, before, self.uses(relationship.id, stage))

    def ties(self, stage: int, perspective: str = TEAM) -> tuple[Tie, ...]:
        """The relationships that are there at a stage, in the order of the file."""
        return tuple(
            tie
            for relationship in self.case.relationships
            if (tie := self.tie(relationship, stage, perspective)) is not None
        )

    def own_ties(self, stage: int, perspective: str = TEAM) -> tuple[Tie, ...]:
        """The relationships with the young person that are there at a stage."""
        return tuple(
            tie for tie in self.ties(stage, perspective) if tie.relationship.with_young_person
        )

    def own_ties_of(self, member: str, stage: int, perspective: str = TEAM) -> tuple[Tie, ...]:
        """One member's relationships with the young person that are there at a stage."""
        return tuple(
            tie
            for relationship in self._own_by_member.get(member, ())
            if (tie := self.tie(relationship, stage, perspective)) is not None
        )

    def closeness(self, member: str, stage: int) -> int | None:
        """The circle in which the young person places somebody; None where not asked."""
        circles = [
            state.closeness
            for relationship in self._own_by_member.get(member, ())
            if (state := self.states(relationship.id, YOUNG_PERSON)[stage]) is not None
            and state.closeness is not None
        ]
        return min(circles, default=None)

    def at(self, stage: int, perspective: str = TEAM) -> "nx.MultiGraph[str]":
        """The network at a stage: who has a relationship then, and those relationships.

        Nodes carry ``place`` and edges ``tie`` (key: the relationship's id). The young
        person is always there, so an empty stage is a graph of one node.
        """
        found: nx.MultiGraph[str] = nx.MultiGraph(stage=stage, perspective=perspective)
        found.add_node(YOUNG_PERSON, kind="young_person")
        for tie in self.ties(stage, perspective):
            ends = (tie.relationship.from_, tie.relationship.to)
            for end in ends:
                if end != YOUNG_PERSON and end not in found:
                    kind = self.graph.nodes[end]["kind"]
                    found.add_node(end, kind=kind, place=self.place(end, stage))
            found.add_edge(*ends, key=tie.id, tie=tie)
        return found

    @cached_property
    def _edge_data(self) -> dict[str, dict[str, Any]]:
        return {key: data for *_, key, data in self.graph.edges(keys=True, data=True)}

    @cached_property
    def _own_by_member(self) -> dict[str, list[Relationship]]:
        found: dict[str, list[Relationship]] = {}
        for relationship in self.case.relationships:
            if relationship.with_young_person:
                found.setdefault(relationship.from_, []).append(relationship)
        return found


def build_network(case: Case) -> CaseNetwork:
    """Build the graph of a whole case: every person, setting and relationship once."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    graph.add_node(YOUNG_PERSON, kind="young_person", record=case.young_person)
    where = places(case)
    for person in case.people:
        graph.add_node(person.id, kind="person", record=person, places=where[person.id])
    for setting in case.settings:
        graph.add_node(setting.id, kind="setting", record=setting, places=where[setting.id])
    _add_relationships(graph, case)
    return CaseNetwork(case, graph)


def _add_relationships(graph: "nx.MultiGraph[str]", case: Case) -> None:
    states = views(case)
    uses: dict[tuple[str, str], list[Use]] = {}
    for use in case.uses:
        uses.setdefault((use.relationship, use.stage), []).append(use)
    for relationship in case.relationships:
        graph.add_edge(
            relationship.from_,
            relationship.to,
            key=relationship.id,
            relationship=relationship,
            states=states[relationship.id],
            uses=tuple(tuple(uses.get((relationship.id, s.id), ())) for s in case.stages),
        )


def is_harmful_only(state: State) -> bool:
    """Whether a relationship brings harm and no protection (counted apart everywhere)."""
    return {item.value for item in state.influence} == {"harmful"}


def is_active(state: State | None) -> bool:
    """Whether a relationship is there and active."""
    return state is not None and state.status is Status.ACTIVE
