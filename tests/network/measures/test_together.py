"""All measures at once: they are those of the single functions, for any case."""

from dataclasses import fields, is_dataclass
from math import isnan

import networkx as nx
from hypothesis import given, settings

from relnet.case.models import Case
from relnet.network.attention import attention
from relnet.network.change_summary import change_summary
from relnet.network.graph import build_network
from relnet.network.measures.coverage import coverage
from relnet.network.measures.ego import ego_network
from relnet.network.measures.structural_holes import constraint
from relnet.network.measures.together import case_measures, stage_measures
from relnet.network.siloed import siloed_pattern
from tests.network.measures.people import network_of, six
from tests.strategies import cases


def numbers(value: object) -> list[float]:
    """Collect every number in a measure, shares included."""
    if isinstance(value, float):
        return [value]
    if isinstance(value, (list, tuple)):
        return [number for part in value for number in numbers(part)]
    if isinstance(value, dict):
        return numbers(list(value.values()))
    if is_dataclass(value) and not isinstance(value, type):
        own = [getattr(value, field.name) for field in fields(value)]
        shares = [n for n in vars(type(value)) if isinstance(vars(type(value))[n], property)]
        return numbers([*own, *(getattr(value, name) for name in shares)])
    return []


def test_a_stage_is_measured_as_by_the_single_functions() -> None:
    network = six()
    found = stage_measures(network, 0)
    assert found.coverage == coverage(attention(network, 0))
    assert found.constraint == constraint(ego_network(network, 0))
    assert nx.utils.graphs_equal(found.ego.alters, ego_network(network, 0).alters)


def test_the_empty_network_has_nothing_and_no_number() -> None:
    network = network_of(stages=[{}, {}])
    found = case_measures(network)
    assert (len(found.stages), len(found.steps)) == (2, 1)
    assert numbers(found) == []


@settings(max_examples=40, deadline=None)
@given(cases(max_people=12, max_stages=6))
def test_every_case_can_be_measured_and_nothing_is_nan(case: Case) -> None:
    network = build_network(case)
    for perspective in ("team", "young_person"):
        found = case_measures(network, perspective)
        assert [one.stage for one in found.stages] == list(range(len(case.stages)))
        assert [isnan(number) for number in numbers(found)] == [False] * len(numbers(found))
    assert found.siloed == siloed_pattern(network)
    assert list(found.steps) == [
        change_summary(network, n - 1, n, "young_person") for n in range(1, len(case.stages))
    ]
