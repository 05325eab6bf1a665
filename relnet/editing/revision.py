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
    """Give the changes that take these back, the last one first."""
    return tuple(change.inverse() for change in reversed(tuple(changes)))


def applied(tree: Tree, changes: Iterable[Change]) -> Tree:
    """Give a tree with changes made; the given one stays as it is.

    What hangs in an entry that is gone is left out.
    """
    found = dict(tree)
    own = {id(found)}
    # All of them at once: while they are held, no id in ``own`` can become that of another.
    for change in tuple(changes):
        _put(found, change, own)
    return found


def still_stands(tree: Tree, change: Change) -> bool:
    """Whether what a change brought is still as it was brought.

    What it took away has to be missing from an entry that is there: one that is gone as a
    whole was changed by somebody since.
    """
    *above, step = change.path
    entry = value_at(tree, tuple(above))
    if not isinstance(entry, Mapping):
        return False
    if step == ORDER:
        return bool(list(entry) == change.after)
    return bool(entry.get(step) == change.after)


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
    if is_list(path) and list(before) != list(after):
        return True
    return any(_reordered((*path, key), before[key], after[key]) for key in before)


def _entry_changes(
    path: Path, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[Change]:
    listed = is_list(path)
    stood = _neighbours(before) if listed else {}
    stand = _neighbours(after) if listed else {}
    # The last one first: taken back in turn, each finds again the one that it stood behind.
    for key in reversed([key for key in before if key not in after]):
        yield Change((*path, key), before[key], None, stood.get(key))
    for key in before:
        if key in after:
            yield from _changes((*path, key), before[key], after[key])
    for key in after:
        if key not in before:
            yield Change((*path, key), None, after[key], stand.get(key))
    if listed:
        yield from _order_change(path, before, after)


def _neighbours(entries: Mapping[str, Any]) -> dict[str, str | None]:
    """Find for each entry the one before it."""
    return dict(zip(entries, (None, *entries), strict=False))


def _order_change(
    path: Path, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[Change]:
    """Find whether the entries stand in another order than the other changes bring about."""
    kept = [key for key in before if key in after]
    if kept != [key for key in after if key in before]:
        yield Change((*path, ORDER), _with_new(kept, before, after), list(after))


def _with_new(
    kept: Iterable[str], before: Mapping[str, Any], after: Mapping[str, Any]
) -> list[str]:
    """Put the new entries of a list behind those that they follow."""
    following: dict[str | None, list[str]] = {}
    last = None
    for key in after:
        if key in before:
            last = key
        else:
            following.setdefault(last, []).append(key)
    order = following.get(None, [])
    return [*order, *(key for old in kept for key in (old, *following.get(old, ())))]


def _put(tree: dict[str, Any], change: Change, own: set[int]) -> None:
    """Make a change inside a tree; of ``own`` mappings there is no other holder."""
    *above, step = change.path
    entries = tree
    for name in above:
        inner = entries.get(name)
        if not isinstance(inner, dict):
            return
        if id(inner) not in own:
            inner = dict(inner)
            own.add(id(inner))
            entries[name] = inner
        entries = inner
    _put_here(entries, step, change)


def _put_here(entries: dict[str, Any], step: str, change: Change) -> None:
    if step == ORDER:
        _rearrange(entries, _in_order(entries, change.after))
    elif change.after is None:
        entries.pop(step, None)
    elif step in entries or not is_list(change.path[:-1]):
        entries[step] = change.after
    else:
        _insert(entries, step, change)


def _insert(entries: dict[str, Any], key: str, change: Change) -> None:
    """Put an entry behind another; at the end if that one is gone."""
    behind = change.behind
    entries[key] = change.after
    if behind is None:
        _rearrange(entries, [key, *(other for other in entries if other != key)])
    elif behind in entries:
        later = list(entries)
        later = later[later.index(behind) + 1 : -1]
        _rearrange(entries, later)


def _in_order(entries: Mapping[str, Any], order: Iterable[str]) -> list[str]:
    """Order entries; those that the order does not know stay at the end."""
    known = dict.fromkeys(key for key in order if key in entries)
    return [*known, *(key for key in entries if key not in known)]


def _rearrange(entries: dict[str, Any], last: Iterable[str]) -> None:
    """Move entries to the end, in this order."""
    for key in last:
        entries[key] = entries.pop(key)
