"""What is other between two versions of one case, stage by stage."""

from dataclasses import dataclass

from relnet.case.vocabulary import TEAM
from relnet.network.changes import Change, ChangeKind, change_between, is_harmful_between
from relnet.network.graph import CaseNetwork


@dataclass(frozen=True, slots=True)
class StageDifference:
    """The relationships that a stage tells otherwise in the newer version; ``stage`` is its id."""

    stage: str
    changes: tuple[Change, ...]


def version_changes(
    older: CaseNetwork, newer: CaseNetwork, perspective: str = TEAM
) -> tuple[StageDifference, ...]:
    """Compare two versions, at each stage that both have, in the words of what changed.

    A relationship is told as it is in the newer version, seen from the older one: "broken"
    means that the newer version says so and the older one did not.

    Args:
        older: the network of the older version.
        newer: the network of the newer version.
        perspective: whose view of the relationships.

    Returns:
        one difference for each stage with any; nothing where the versions tell the same.
    """
    before = {stage.id: number for number, stage in enumerate(older.case.stages)}
    found = []
    for number, stage in enumerate(newer.case.stages):
        if stage.id in before:
            changes = _at_stage(older, newer, before[stage.id], number, perspective)
            if changes:
                found.append(StageDifference(stage.id, changes))
    return tuple(found)


def _at_stage(
    older: CaseNetwork, newer: CaseNetwork, first: int, second: int, perspective: str
) -> tuple[Change, ...]:
    found = []
    for tie in newer.case.relationships:
        if not tie.with_young_person:
            continue
        before = older.states(tie.id, perspective)[first] if tie.id in older.relationships else None
        after = newer.states(tie.id, perspective)[second]
        kind = change_between(before, after)
        if kind is not None and kind is not ChangeKind.KEPT:
            found.append(Change(tie.id, kind, is_harmful_between(before, after)))
    return tuple(found)
