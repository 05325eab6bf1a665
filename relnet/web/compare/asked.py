"""What the page of two sides is asked for: which cases, whose views, which stages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from relnet.network.comparing import Side
from relnet.network.matching import Pair, match_stages
from relnet.web.case_view import CaseView, perspective_refs, view_of
from relnet.web.paging import Visit
from relnet.web.server import current_shelf

_BY_HAND = re.compile(r"([0-9]{1,3})-([0-9]{1,3})")
_MOST_BY_HAND = 200


@dataclass(frozen=True)
class Compared:
    """Two sides, the pairs of their stages, and the pair that is shown first."""

    left: CaseView
    right: CaseView
    pairs: tuple[Pair, ...]
    by_hand: Mapping[int, int]
    """Stages of the right side that were put beside stages of the left one, from 0."""
    now: int

    def sides(self, pair: Pair) -> tuple[Side, Side] | None:
        """Give both sides of a pair; None where one of them has no such stage."""
        if pair.left is None or pair.right is None:
            return None
        return (
            Side(self.left.network, self.left.perspective, pair.left),
            Side(self.right.network, self.right.perspective, pair.right),
        )


def asked_sides(visit: Visit) -> Compared:
    """Find what the address names: ``left``, ``right``, ``left_as``, ``stage`` and ``pairs``.

    Where no left case is named it is the first one that is open; where no right one is, it is
    the left one, in the next view that tells it.

    Raises:
        UnknownCase: no case has this key.
        CaseFaults: the case's file has faults.
    """
    left = _side(visit, "left", visit.args.get("left", "") or _first_case())
    right = _side(visit, "right", visit.args.get("right", "") or left.entry.key)
    by_hand = _by_hand(visit.args.get("pairs", ""), left, right)
    if "right_as" not in visit.args and right.entry.key == left.entry.key and not by_hand:
        right = replace(right, perspective=_other_view(left))
    pairs = _with_hand(match_stages(left.case, right.case), by_hand)
    return Compared(left, right, pairs, by_hand, _now(pairs, left.stage))


def _first_case() -> str:
    """Give the case that is compared where none is named: the first whose file has no faults."""
    entries = current_shelf().entries()
    return next((entry.key for entry in entries if entry.case is not None), "")


def _side(visit: Visit, side: str, key: str) -> CaseView:
    args = {"as": visit.args.get(f"{side}_as", ""), "stage": visit.args.get("stage", "")}
    return view_of(Visit(visit.path, {"key": key}, args, visit.names_hidden))


def _other_view(left: CaseView) -> str:
    others = [each for each in perspective_refs(left.case) if each != left.perspective]
    return others[0] if others else left.perspective


def _by_hand(text: str, left: CaseView, right: CaseView) -> dict[int, int]:
    """Read "2-3.3-4": the second stage of the left side beside the third one of the right."""
    found: dict[int, int] = {}
    for told in text.split(".")[:_MOST_BY_HAND]:
        match = _BY_HAND.fullmatch(told)
        if match:
            one, other = (int(number) - 1 for number in match.groups())
            if 0 <= one < len(left.case.stages) and 0 <= other < len(right.case.stages):
                found[one] = other
    return found


def _with_hand(pairs: tuple[Pair, ...], by_hand: Mapping[int, int]) -> tuple[Pair, ...]:
    """Change pairs as somebody wants them; what is beside something now stands alone no more."""
    changed = [
        replace(pair, right=by_hand.get(pair.left, pair.right)) if pair.left is not None else pair
        for pair in pairs
    ]
    beside = {pair.right for pair in changed if pair.left is not None}
    return tuple(p for p in changed if p.left is not None or p.right not in beside)


def _now(pairs: tuple[Pair, ...], stage: int) -> int:
    return next((number for number, pair in enumerate(pairs) if pair.left == stage), 0)
