"""The rule that finds the siloed pattern (Firmin & Owens 2022, Fig. 2) in a case.

The paper describes one track at a time: parents and family before relocation, through
collaboration; trusted relationships during it, through consistent contact, and near its end
through collaboration on safety planning; peers and community after it, as an ambition of
safety and no practice. The rule looks for each of these four parts:

1. The stages of a part are those of its phase; near the end is the last stage of *during*.
2. A track is in practice where it has a use in practice at one of these stages. It is not
   recorded where it is not in practice, and at one of them its uses were not recorded.
3. One track stands alone where it is the only one in practice. After relocation, where none
   is in practice, it may be the only one with a use that is planned or hoped for.
4. The part is as described where the track that the paper names stands alone; and its use is
   as described where that track has the use, at the level, that the paper names.
5. A track that is not recorded carries no finding: the answer is None where it could change it.

Only attention is read: no relationship's state, no name, no order but that of the stages.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from relnet.case.vocabulary import Level, Phase, Track, UseKind
from relnet.network.attention import Attention, attention
from relnet.network.graph import CaseNetwork


class Part(StrEnum):
    """A part of the pattern: the three phases, and the end of the second."""

    BEFORE = "before"
    DURING = "during"
    NEAR_THE_END = "near_the_end"
    AFTER = "after"


PHASES = (Part.BEFORE, Part.DURING, Part.AFTER)
"""The parts that are phases; the finding of a case rests on these."""


class Finding(StrEnum):
    """What the rule finds in a case as a whole."""

    AS_DESCRIBED = "as_described"
    """At each of three phases one track stands alone, and it is the one that the paper names."""
    OTHERWISE_SILOED = "otherwise_siloed"
    """At each of three phases one track stands alone, and not each is the one it names."""
    HELD_TOGETHER = "held_together"
    """All three tracks are in practice at every stage."""
    PARTLY = "partly"
    """At one or two phases the track that the paper names stands alone."""
    NOT_FOUND = "not_found"
    """At no phase does the track that the paper names stand alone; at one this is certain."""
    NOT_RECORDED = "not_recorded"
    """Of no phase is enough recorded to say."""


@dataclass(frozen=True, slots=True)
class Described:
    """What the paper describes for a part: a track, what it is used for, and how really."""

    track: Track
    use: UseKind
    level: Level


PATTERN = {
    Part.BEFORE: Described(Track.PARENT_CHILD, UseKind.COLLABORATION, Level.PRACTICE),
    Part.DURING: Described(Track.TRUSTED, UseKind.CONSISTENCY, Level.PRACTICE),
    Part.NEAR_THE_END: Described(Track.TRUSTED, UseKind.COLLABORATION, Level.PRACTICE),
    Part.AFTER: Described(Track.COMMUNITY_PEER, UseKind.SAFETY, Level.AMBITION),
}
"""The siloed pattern (Firmin & Owens 2022, Fig. 2 and its text)."""


@dataclass(frozen=True, slots=True)
class PartFinding:
    """What the rule finds in one part.

    Attributes:
        part: the part.
        stages: the numbers of its stages; none where the case does not tell of it.
        in_practice: the tracks with a use in practice at one of the stages.
        not_yet: the tracks with a use that is planned or hoped for, and none in practice.
        not_recorded: the tracks of which nobody can say that they are not in practice.
        alone: whether one track stands alone; None where nobody can say.
        as_described: whether it is the one that the paper names; None where nobody can say.
        use_as_described: whether it is, with the use that the paper names; None likewise.
    """

    part: Part
    stages: tuple[int, ...]
    in_practice: tuple[Track, ...]
    not_yet: tuple[Track, ...]
    not_recorded: tuple[Track, ...]
    alone: bool | None
    as_described: bool | None
    use_as_described: bool | None


@dataclass(frozen=True, slots=True)
class SiloedPattern:
    """What the rule finds in a case: as a whole, and in each part."""

    finding: Finding
    parts: tuple[PartFinding, ...]

    def part(self, part: Part) -> PartFinding:
        """Give what is found in one part."""
        return next(found for found in self.parts if found.part is part)

    @property
    def phases(self) -> tuple[PartFinding, ...]:
        """What is found in the three phases."""
        return tuple(found for found in self.parts if found.part in PHASES)


def siloed_pattern(network: CaseNetwork) -> SiloedPattern:
    """Look for the siloed pattern in a case, by the rule at the top of this module.

    Args:
        network: the case's network.

    Returns:
        The finding and its four parts. A case in which nothing is recorded has the finding
        *not recorded*, and None in every part.
    """
    told = [attention(network, number) for number in range(len(network.case.stages))]
    return siloed_pattern_of(told, [stage.phase for stage in network.case.stages])


def siloed_pattern_of(told: Sequence[Attention], phases: Sequence[Phase]) -> SiloedPattern:
    """Look for the pattern where attention goes at each stage is known already."""
    numbers = {
        part: tuple(n for n, phase in enumerate(phases) if phase.value == part.value)
        for part in PHASES
    }
    numbers[Part.NEAR_THE_END] = numbers[Part.DURING][-1:]
    parts = tuple(
        _part(part, numbers[part], [told[number] for number in numbers[part]]) for part in Part
    )
    together = all(len(stage.in_practice) == len(Track) for stage in told)
    return SiloedPattern(_finding(parts, together=together), parts)


def _part(part: Part, numbers: tuple[int, ...], stages: Sequence[Attention]) -> PartFinding:
    in_practice = tuple(t for t in Track if any(t in stage.in_practice for stage in stages))
    not_yet, unknown = _not_yet(stages, in_practice), _unknown(stages, in_practice)
    told = in_practice or (not_yet if part is Part.AFTER else ())
    named = PATTERN[part]
    as_described = _as_described(named, told, in_practice, unknown)
    has_use = any(stage.cell(named.track, named.use).level is named.level for stage in stages)
    return PartFinding(
        part=part,
        stages=numbers,
        in_practice=in_practice,
        not_yet=not_yet,
        not_recorded=unknown,
        alone=_alone(told, unknown),
        as_described=as_described,
        use_as_described=as_described and has_use,
    )


def _not_yet(stages: Sequence[Attention], in_practice: tuple[Track, ...]) -> tuple[Track, ...]:
    used = {cell.track for stage in stages for cell in stage.cells if cell.uses}
    return tuple(track for track in Track if track in used and track not in in_practice)


def _unknown(stages: Sequence[Attention], in_practice: tuple[Track, ...]) -> tuple[Track, ...]:
    unknown = {track for stage in stages for track in stage.not_recorded} if stages else set(Track)
    return tuple(track for track in Track if track in unknown and track not in in_practice)


def _alone(told: tuple[Track, ...], unknown: tuple[Track, ...]) -> bool | None:
    if len(told) > 1:
        return False
    return None if unknown else len(told) == 1


def _as_described(
    named: Described,
    told: tuple[Track, ...],
    in_practice: tuple[Track, ...],
    unknown: tuple[Track, ...],
) -> bool | None:
    """Say whether the named track stands alone; where tracks are unknown only a no is certain."""
    others = set(told) - {named.track}
    missing = named.track not in told and named.track not in unknown
    realer = named.level is not Level.PRACTICE and bool(in_practice)
    if others or missing or realer:
        return False
    return None if unknown else True


def _finding(parts: Sequence[PartFinding], *, together: bool) -> Finding:
    phases = [found for found in parts if found.part in PHASES]
    if together:
        return Finding.HELD_TOGETHER
    if all(found.as_described for found in phases):
        return Finding.AS_DESCRIBED
    if all(found.alone for found in phases):
        return Finding.OTHERWISE_SILOED
    if any(found.as_described for found in phases):
        return Finding.PARTLY
    if all(found.as_described is None for found in phases):
        return Finding.NOT_RECORDED
    return Finding.NOT_FOUND
