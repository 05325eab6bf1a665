"""All measures of a case at once; what several of them need is computed once."""

from dataclasses import dataclass

from relnet.case.vocabulary import TEAM
from relnet.network.attention import Attention, Overlooked, attention, overlooked
from relnet.network.change_summary import ChangeSummary, change_summary
from relnet.network.graph import CaseNetwork
from relnet.network.measures.after_services import AfterServices, after_services
from relnet.network.measures.coverage import Coverage, coverage
from relnet.network.measures.density import Density, density
from relnet.network.measures.ego import EgoNetwork, ego_network
from relnet.network.measures.ei_index import EIIndex, ei_index
from relnet.network.measures.evenness import Evenness, evenness, evenness_over
from relnet.network.measures.resting import StageOnOne, TrackOnOne, stage_on_one, tracks_on_one
from relnet.network.measures.structural_holes import constraint, effective_size
from relnet.network.siloed import SiloedPattern, siloed_pattern_of


@dataclass(frozen=True, slots=True)
class StageMeasures:
    """All measures of one stage, by its number.

    ``ego`` is the network that density, E-I index, effective size and constraint are measured
    on, with those who are left out of it.
    """

    stage: int
    coverage: Coverage
    evenness: Evenness
    ego: EgoNetwork
    density: Density
    ei_index: EIIndex
    effective_size: float | None
    constraint: float | None
    overlooked: tuple[Overlooked, ...]
    tracks_on_one: tuple[TrackOnOne, ...]
    stage_on_one: StageOnOne
    after_services: AfterServices


@dataclass(frozen=True, slots=True)
class CaseMeasures:
    """All measures of a case, as one perspective sees its relationships.

    Attributes:
        perspective: whose view.
        stages: one entry for each stage.
        steps: what changed from each stage to the next.
        evenness: attention evenness over all stages.
        siloed: what the rule for the siloed pattern finds.
    """

    perspective: str
    stages: tuple[StageMeasures, ...]
    steps: tuple[ChangeSummary, ...]
    evenness: Evenness
    siloed: SiloedPattern


def case_measures(network: CaseNetwork, perspective: str = TEAM) -> CaseMeasures:
    """Measure every stage of a case, and every step from a stage to the next.

    Args:
        network: the case's network.
        perspective: whose view of the relationships.

    Returns:
        All measures. Those of attention (coverage, evenness, the siloed pattern) are the same
        for every perspective.
    """
    stages = network.case.stages
    told = [attention(network, number) for number in range(len(stages))]
    return CaseMeasures(
        perspective=perspective,
        stages=tuple(_stage(network, n, perspective, told[n]) for n in range(len(stages))),
        steps=tuple(change_summary(network, n - 1, n, perspective) for n in range(1, len(stages))),
        evenness=evenness_over(told),
        siloed=siloed_pattern_of(told, [stage.phase for stage in stages]),
    )


def stage_measures(network: CaseNetwork, stage: int, perspective: str = TEAM) -> StageMeasures:
    """Measure one stage of a case."""
    return _stage(network, stage, perspective, attention(network, stage))


def _stage(network: CaseNetwork, stage: int, perspective: str, told: Attention) -> StageMeasures:
    ego = ego_network(network, stage, perspective)
    return StageMeasures(
        stage=stage,
        coverage=coverage(told),
        evenness=evenness(told),
        ego=ego,
        density=density(ego),
        ei_index=ei_index(ego, network.lanes),
        effective_size=effective_size(ego),
        constraint=constraint(ego),
        overlooked=overlooked(network, stage, perspective),
        tracks_on_one=tracks_on_one(network, stage, perspective),
        stage_on_one=stage_on_one(network, told),
        after_services=after_services(network, stage, perspective),
    )
