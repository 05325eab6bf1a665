"""What the page of two sides is asked for: which cases, whose views, which stages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from relnet.network.comparing import Side
from relnet.network.matching import Pair, counterpart, match_members, match_stages
from relnet.web.case_view import CaseView, perspective_refs, view_of
from relnet.web.compare.offered import offered_cases
from relnet.web.paging import Visit
from relnet.web.server import current_shelf
from relnet.web.shelf_entry import ShelfEntry, UnknownCase

_BY_HAND = re.compile(r"([0-9]{1,3})-([0-9]{1,3})")
_MOST_BY_HAND = 200
_MOST_KNOWN = 4


@dataclass(frozen=True)
class Compared:
    """Two sides, the pairs of their stages, and the pair that is shown first."""

    left: CaseView
    right: CaseView
    pairs: tuple[Pair, ...]
    by_hand: Mapping[int, int]
    """Stages of the right side that were put beside stages of the left one, from 0."""
    now: int
    unread: bool = False
    """Whether ``pairs`` named something that there is not; it was left out."""
    known: tuple[ShelfEntry, ...] = ()
    """Cases that were a side before: who has their address may choose them again."""

    @property
    def one_case(self) -> bool:
        """Whether both sides show the same case."""
        return self.left.entry.key == self.right.entry.key

    def sides(self, pair: Pair) -> tuple[Side, Side] | None:
        """Give both sides of a pair; None where one of them has no such stage."""
        if pair.left is None or pair.right is None:
            return None
        return (
            Side(self.left.network, self.left.perspective, pair.left),
            Side(self.right.network, self.right.perspective, pair.right),
        )


def asked_sides(visit: Visit) -> Compared:
    """Find what the address names: ``left``, ``right``, ``left_as``, ``stage``, ``pairs``.

    ``also`` names cases that stand in no list and were a side on the page before.
    Where no left case is named it is the first one that is offered; where no right one is, it is
    the left one, in the next view that tells it. Another case is shown in the view that stands
    for the left one's.

    Raises:
        UnknownCase: no case has this key.
        CaseFaults: the case's file has faults.
    """
    left = _side(visit, "left", visit.args.get("left", "") or _first_case())
    right = _side(visit, "right", visit.args.get("right", "") or left.entry.key)
    told = [part for part in visit.args.get("pairs", "").split(".") if part]
    by_hand = _by_hand(told, left, right)
    if "right_as" not in visit.args and not by_hand:
        right = replace(right, perspective=_view_beside(left, right))
    pairs = _with_hand(match_stages(left.case, right.case), by_hand)
    unread = len(by_hand) < len({part.partition("-")[0] for part in told})
    known = tuple(_known(visit.args.get("also", "")))
    return Compared(left, right, pairs, by_hand, _now(pairs, left.stage), unread, known)


def _known(told: str) -> Iterator[ShelfEntry]:
    """Find the cases of "key.key"; what is there no more is left out."""
    shelf = current_shelf()
    for key in filter(None, told.split(".", _MOST_KNOWN)[:_MOST_KNOWN]):
        with suppress(UnknownCase):
            entry = shelf.get(key)
            if entry.case is not None:
                yield entry


def _first_case() -> str:
    """Give the case that is compared where none is named: the first one that is offered."""
    return next((case.key for case in offered_cases(hidden=False)), "")


def _side(visit: Visit, side: str, key: str) -> CaseView:
    args = {"as": visit.args.get(f"{side}_as", ""), "stage": visit.args.get("stage", "")}
    return view_of(Visit(visit.path, {"key": key}, args, visit.names_hidden))


def _view_beside(left: CaseView, right: CaseView) -> str:
    """Give whose view stands on the right where none is named."""
    told = list(perspective_refs(right.case))
    if left.entry.key == right.entry.key:
        return next((each for each in told if each != left.perspective), left.perspective)
    found = counterpart(match_members(left.case, right.case), left.perspective)
    return found if found in told else right.perspective


def _by_hand(told: Sequence[str], left: CaseView, right: CaseView) -> dict[int, int]:
    """Read "2-3", "3-4": the second stage of the left side beside the third one of the right."""
    found: dict[int, int] = {}
    for part in told[:_MOST_BY_HAND]:
        match = _BY_HAND.fullmatch(part)
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
