"""Small networks around a young person, written as lists of people and of who knows whom.

Short names stand for the people of design's worked examples: ``sw`` social worker, ``yw``
youth worker, ``kw`` key worker.
"""

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

import igraph
import networkx as nx
from hypothesis import strategies as st

from relnet.case.models import FORMAT, Case
from relnet.case.vocabulary import YOUNG_PERSON
from relnet.network.graph import CaseNetwork, build_network
from relnet.network.measures.ego import EgoNetwork

TYPES = {
    "mum": "family",
    "gran": "family",
    "dad": "family",
    "sw": "practitioner",
    "sw2": "practitioner",
    "yw": "practitioner",
    "kw": "practitioner",
    "friend": "peer",
    "peer": "peer",
    "group": "peer",
    "coach": "community",
    "club": "community",
}
TRACKS = {
    "family": "parent_child",
    "practitioner": "trusted",
    "peer": "community_peer",
    "community": "community_peer",
}
SIX = ("mum", "gran", "sw", "yw", "friend", "coach")
"""The six alters of design's worked examples."""

FOUR = ("mum", "sw", "kw", "peer")
"""Those of the second stage of design's worked example of turnover."""

THREE_TIES = (("sw", "yw"), ("sw", "mum"), ("mum", "gran"))
"""The three ties among the six."""

Json = dict[str, Any]


HARM: Json = {"influence": ["harmful"]}
"""What a state says that brings harm alone."""


def state(stage: int, status: str = "active", **more: object) -> Json:
    """Write a state of the stage with this number."""
    return {"stage": f"s{stage}", "status": status, **more}


def own(member: str, *states: Mapping[str, object], key: str = "") -> Json:
    """Write somebody's relationship with the young person; active at the first stage."""
    return {
        "id": f"r-{member}{key}",
        "from": member,
        "tracks": [TRACKS[TYPES[member]]],
        "states": list(states) or [state(0)],
    }


def tie(one: str, other: str, *states: Mapping[str, object], key: str = "") -> Json:
    """Write a tie between two others; active at the first stage."""
    told = list(states) or [state(0)]
    return {"id": f"t-{one}-{other}{key}", "from": one, "to": other, "states": told}


def use(stage: int, member: str, kind: str, level: str = "practice", *held_by: str) -> Json:
    """Write a use of somebody's relationship."""
    told = {"stage": f"s{stage}", "relationship": f"r-{member}", "use": kind, "level": level}
    return told | ({"held_by": list(held_by)} if held_by else {})


def network_of(
    relationships: Iterable[Json] = (),
    *,
    uses: Iterable[Json] = (),
    people: Mapping[str, Json] | None = None,
    stages: Iterable[Json] = ({},),
) -> CaseNetwork:
    """Build a network; ``people`` and ``stages`` add to what everybody and each stage has."""
    case = Case.model_validate(
        {
            "format": FORMAT,
            "title": "Written by hand",
            "young_person": {"name": "Amira"},
            "areas": [{"id": "home", "name": "Riverside", "kind": "home"}],
            "stages": [
                {"id": f"s{n}", "label": f"Stage {n}", "phase": "before", **more}
                for n, more in enumerate(stages)
            ],
            "people": [
                {"id": p, "name": p, "role": p, "type": kind, **(people or {}).get(p, {})}
                for p, kind in TYPES.items()
            ],
            "relationships": list(relationships),
            "uses": list(uses),
        }
    )
    return build_network(case)


def six(*more: Json) -> CaseNetwork:
    """Build the network of the six alters and the three ties among them."""
    own_ties = [own(member) for member in SIX]
    return network_of([*own_ties, *(tie(*pair) for pair in THREE_TIES), *more])


def with_young_person(ego: EgoNetwork) -> "nx.Graph[str]":
    """Give the same network with the young person in it, as networkx and igraph want it."""
    graph: nx.Graph[str] = ego.alters.copy()
    graph.add_node(YOUNG_PERSON)
    graph.add_edges_from((YOUNG_PERSON, alter) for alter in ego.alters)
    return graph


def as_igraph(graph: "nx.Graph[str]") -> igraph.Graph:
    """Give the same graph to igraph, its nodes in the same order."""
    number = {node: place for place, node in enumerate(graph)}
    edges = [(number[one], number[other]) for one, other in graph.edges]
    return igraph.Graph(n=len(number), edges=edges)


@st.composite
def egos(draw: st.DrawFn, least: int = 0) -> EgoNetwork:
    """Draw a network around the young person: some people, and some of the ties among them."""
    alters = sorted(draw(st.sets(st.sampled_from(sorted(TYPES)), min_size=least)))
    pairs = list(combinations(alters, 2))
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(alters)
    graph.add_edges_from(draw(st.sets(st.sampled_from(pairs))) if pairs else ())
    return EgoNetwork(graph, (), (), (), ())
