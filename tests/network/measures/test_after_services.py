"""After services end: what stays of the relationships of a stage."""

from hypothesis import given, settings

from relnet.case.models import Case
from relnet.network.graph import build_network, is_active
from relnet.network.measures.after_services import AfterServices, after_services
from tests.network.measures.people import network_of, own, state
from tests.strategies import cases

LIMITED = {"time_limited": True}


def test_time_limited_relationships_stop() -> None:
    network = network_of(
        [
            own("mum"),
            own("sw"),
            own("coach"),
            own("gran", state(0, "broken")),
            own("friend", state(0, "not_known")),
            own("yw", state(0, "not_known")),
            own("peer", state(0, influence=["harmful"])),
        ],
        people={"sw": LIMITED, "yw": LIMITED, "coach": {"time_limited": False}},
    )
    assert after_services(network, 0) == AfterServices(
        stay=("r-mum", "r-coach"), stop=("r-sw",), not_known=("r-friend",), harmful=("r-peer",)
    )


def test_the_empty_network() -> None:
    assert after_services(network_of(), 0) == AfterServices((), (), (), ())


@settings(max_examples=40, deadline=None)
@given(cases(max_people=12))
def test_every_active_relationship_stays_or_stops_once(case: Case) -> None:
    network = build_network(case)
    for stage in range(len(case.stages)):
        found = after_services(network, stage)
        active = {tie.id for tie in network.own_ties(stage) if is_active(tie.state)}
        told = [*found.stay, *found.stop, *found.harmful]
        assert len(told) == len(set(told))
        assert set(told) <= active
        assert not active & set(found.not_known)
