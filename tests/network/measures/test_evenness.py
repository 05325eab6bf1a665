"""Attention evenness: worked by hand, and against scikit-bio."""

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st
from skbio.diversity.alpha import pielou_e, shannon

from relnet.case.vocabulary import Track
from relnet.network.attention import attention
from relnet.network.measures.evenness import evenness, evenness_over, pielou
from relnet.network.study import read_study
from tests.network.measures.people import network_of, own, use

counts = st.lists(st.integers(0, 60), min_size=3, max_size=3)
RECORDED = {"uses_recorded": list(Track)}


def test_two_tracks_of_three() -> None:
    # Shares 1/2, 1/2, 0: H = ln 2, and J = ln 2 / ln 3 = 0.693147 / 1.098612.
    assert pielou((3, 3, 0)) == pytest.approx(log(2) / log(3))
    assert pielou((3, 3, 0)) == pytest.approx(0.631, abs=0.0005)


def test_table_2_collapsed_to_three_tracks() -> None:
    # 25, 17 and 7 + 8 = 15 of 57 references: shares 0.4386, 0.2982, 0.2632;
    # H = 0.3615 + 0.3608 + 0.3513 = 1.0736, and J = 1.0736 / 1.0986 = 0.977.
    assert pielou(tuple(read_study().references_by_track().values())) == pytest.approx(
        0.977, abs=0.0005
    )


@pytest.mark.parametrize(
    ("numbers", "value"),
    [((0, 0, 0), None), ((), None), ((4,), None), ((5, 0, 0), 0), ((2, 2, 2), 1)],
)
def test_the_ends_of_the_scale(numbers: tuple[int, ...], value: float | None) -> None:
    assert pielou(numbers) == (None if value is None else pytest.approx(value))


@given(counts.filter(any))
def test_against_scikit_bio(numbers: list[int]) -> None:
    # Its Shannon entropy to base 3 is J with S fixed at 3; its Pielou takes S as seen, so it
    # is the same only where no kind is empty.
    assert pielou(numbers) == pytest.approx(shannon(numbers, base=3), abs=1e-9)
    if all(numbers):
        assert pielou(numbers) == pytest.approx(pielou_e(numbers), abs=1e-9)


@given(counts.filter(any), st.integers(2, 9))
def test_neither_order_nor_size_matters(numbers: list[int], times: int) -> None:
    value = pielou(numbers)
    assert value is not None
    assert 0 <= value <= 1
    assert pielou(sorted(numbers)) == pytest.approx(value)
    assert pielou([times * number for number in numbers]) == pytest.approx(value)


def test_of_a_stage() -> None:
    # Trusted: two uses. Family: one; an ambition is no practice. Peers: none.
    uses = [
        use(0, "sw", "safety"),
        use(0, "sw", "consistency"),
        use(0, "mum", "safety"),
        use(0, "mum", "consistency", "ambition"),
    ]
    network = network_of([own("sw"), own("mum")], uses=uses, stages=[RECORDED])
    found = evenness(attention(network, 0))
    # Shares 2/3 and 1/3: H = 0.6365, and J = 0.6365 / 1.0986.
    assert (found.uses, found.not_recorded) == ((2, 1, 0), ())
    assert found.value == pytest.approx(0.579, abs=0.0005)


def test_nothing_is_said_where_a_track_was_not_recorded() -> None:
    network = network_of([own("sw")], uses=[use(0, "sw", "safety")])
    found = evenness(attention(network, 0))
    assert (found.uses, found.value) == ((1, 0, 0), None)
    assert found.not_recorded == (Track.PARENT_CHILD, Track.COMMUNITY_PEER)


def test_the_empty_network_is_undefined() -> None:
    assert evenness(attention(network_of(), 0)).value is None
    assert evenness(attention(network_of(stages=[RECORDED]), 0)).value is None


def test_over_all_stages_it_hides_what_each_shows() -> None:
    # One track at a time, in turn; a fourth stage has a track that was not recorded.
    uses = [use(n, who, "safety") for n, who in enumerate(("mum", "sw", "friend", "sw"))]
    stages = [RECORDED, RECORDED, RECORDED, {}]
    network = network_of([own("mum"), own("sw"), own("friend")], uses=uses, stages=stages)
    told = [attention(network, number) for number in range(4)]
    assert [evenness(stage).value for stage in told] == [0, 0, 0, None]
    found = evenness_over(told)
    assert (found.uses, found.stages) == ((1, 1, 1), 3)
    assert found.value == pytest.approx(1)


def test_over_no_stage() -> None:
    found = evenness_over([])
    assert (found.uses, found.value, found.stages) == ((0, 0, 0), None, 0)
