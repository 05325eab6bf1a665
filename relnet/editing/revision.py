"""What one version of a case changed of another: found, applied, turned round.

A change is the smallest thing that two people can disagree about: one field of one entry,
an entry that came or went, or the order of a list. So an edit can be put onto a newer
version, be taken back without touching what others did since, and be compared with theirs.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from relnet.editing.document import INNER, KEYS, Tree

Path = tuple[str, ...]

ORDER = "@order"
"""The last step of a path that means the order of a list, as its keys."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field, entry or order that is another now; None stands for "not there".

    ``behind`` is for entries of a list that came or went: the key of the entry before it,
    None for the first.
    """

    path: Path
    before: Any
    after: Any
    behind: str | None = None

    def inverse(self) -> "Change":
        """Give the change that takes this one back."""
        return Change(self.path, self.after, self.before, self.behind)


def changes_between(before: Tree, after: Tree) -> tuple[Change, ...]:
    """Find what is other in ``after``; applied to ``before`` in their order, they give it."""
    return tuple(_changes((), before, after))


def inverse_of(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Give the changes that take these back.

    Orders come first and entries that come back last, in the order in which they stood, so
    that each finds the one that it stands behind.
    """
    return tuple(sorted((change.inverse() for change in changes), key=_turn))


def _turn(change: Change) -> int:
    if change.path[-1] == ORDER:
        return 0
    return 2 if change.before is None else 1


def applied(tree: Tree, changes: Iterable[Change]) -> Tree:
    """Give a tree with changes made; the given one stays as it is.

    What hangs in an entry that is gone is left out.
    """
    for change in changes:
        tree = _put(tree, change.path, change)
    return tree


def still_stands(tree: Tree, change: Change) -> bool:
    """Whether what a change brought is still as it was brought."""
    if change.path[-1] == ORDER:
        return bool(_keys(value_at(tree, change.path[:-1])) == change.after)
    return bool(value_at(tree, change.path) == change.after)


def value_at(tree: Tree, path: Path) -> Any:  # noqa: ANN401 - any value of a file
    """Give what stands at a path; None where nothing does."""
    value: Any = tree
    for step in path:
        if not isinstance(value, Mapping) or step not in value:
            return None
        value = value[step]
    return value


def overlap(one: Change, other: Change) -> bool:
    """Whether two changes are about the same: one field, or an entry and something in it.

    Two orders of one list are about the same; an order and an entry are not.
    """
    shorter, longer = sorted((one.path, other.path), key=len)
    return longer[: len(shorter)] == shorter


def is_list(path: Path) -> bool:
    """Whether a path leads to one of the lists of a case, as a mapping."""
    match path:
        case (section,):
            return section in KEYS
        case (section, _, name):
            return name in INNER.get(section, {})
        case _:
            return False


def _changes(path: Path, before: Any, after: Any) -> Iterator[Change]:  # noqa: ANN401 - any value
    if before == after and not _reordered(path, before, after):
        return
    if isinstance(before, dict) and isinstance(after, dict):
        yield from _entry_changes(path, before, after)
    else:
        yield Change(path, before, after)


def _reordered(path: Path, before: Any, after: Any) -> bool:  # noqa: ANN401 - any value
    """Whether two equal values hold lists in another order: mappings are equal in any."""
    if not isinstance(before, dict) or not isinstance(after, dict):
        return False
    if is_list(path) and _keys(before) != _keys(after):
        return True
    return any(_reordered((*path, key), before[key], after[key]) for key in before)


def _entry_changes(
    path: Path, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[Change]:
    listed = is_list(path)
    came = [key for key in after if key not in before]
    for key in before:
        if key not in after:
            behind = _behind(before, key) if listed else None
            yield Change((*path, key), before[key], None, behind)
        else:
            yield from _changes((*path, key), before[key], after[key])
    for key in came:
        yield Change((*path, key), None, after[key], _behind(after, key) if listed else None)
    if listed:
        yield from _order_change(path, before, after)


def _order_change(
    path: Path, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[Change]:
    """Find whether the entries stand in another order than the other changes bring about."""
    kept = {key: None for key in before if key in after}
    for key in after:
        if key not in before:
            kept = _inserted(kept, key, None, _behind(after, key))
    if list(kept) != list(after):
        yield Change((*path, ORDER), list(kept), list(after))


def _put(tree: Mapping[str, Any], rest: Path, change: Change) -> dict[str, Any]:
    step, *deeper = rest
    if step == ORDER:
        return _in_order(tree, change.after)
    if deeper:
        inner = tree.get(step)
        if not isinstance(inner, Mapping):
            return dict(tree)
        return {**tree, step: _put(inner, tuple(deeper), change)}
    if change.after is None:
        return {key: value for key, value in tree.items() if key != step}
    if step in tree or not is_list(change.path[:-1]):
        return {**tree, step: change.after}
    return _inserted(tree, step, change.after, change.behind)


def _inserted(
    entries: Mapping[str, Any],
    key: str,
    value: Any,  # noqa: ANN401 - any value
    behind: str | None,
) -> dict[str, Any]:
    """Put an entry behind another; at the end if that one is gone."""
    if behind is not None and behind not in entries:
        return {**entries, key: value}
    found: dict[str, Any] = {} if behind is not None else {key: value}
    for other, entry in entries.items():
        found[other] = entry
        if other == behind:
            found[key] = value
    return found


def _in_order(entries: Mapping[str, Any], order: Iterable[str]) -> dict[str, Any]:
    """Order entries; those that the order does not know stay at the end."""
    known = [key for key in order if key in entries]
    others = [key for key in entries if key not in set(known)]
    return {key: entries[key] for key in (*known, *others)}


def _behind(entries: Mapping[str, Any], key: str) -> str | None:
    last = None
    for other in entries:
        if other == key:
            return last
        last = other
    return last


def _keys(value: Any) -> list[str] | None:  # noqa: ANN401 - any value
    return list(value) if isinstance(value, Mapping) else None
