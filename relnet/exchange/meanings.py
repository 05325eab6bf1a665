"""What the cells that name something mean: ids, or names where they are unambiguous.

Reading and writing ask the same book, so that a name is written only where it will be read
as the same thing; elsewhere the id stands.
"""

from collections import defaultdict
from collections.abc import Iterator

from relnet.case.index import Meant
from relnet.case.messages import no_such, shown
from relnet.case.vocabulary import TEAM, YOUNG_PERSON
from relnet.exchange.cells import entries, written
from relnet.exchange.columns import folded
from relnet.wording import _

_LONGEST_LIST_OF_NAMES = 20_000
"""Excel holds 32,767 signs in a cell; ids are shorter than names."""


class Meanings:
    """Every id of a case, and whom or what each name may mean."""

    def __init__(self, young_person: str) -> None:
        self._ids: dict[str, str] = {}
        self._named: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._first_name: dict[str, str] = {}
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}
        self.add("", YOUNG_PERSON, young_person or YOUNG_PERSON, _("young person"))
        self.add("", TEAM, _("team"))

    def add(self, kind: str, key: str, *names: str) -> None:
        """Note an id of a kind, and what it is called, the best name first."""
        self._ids.setdefault(key, kind)
        self.reserve(key, *names)
        for name in filter(None, names):
            found = self._named[kind, folded(name)]
            if key not in found:
                found.append(key)
        if names and names[0]:
            self._first_name.setdefault(key, names[0])

    def add_tie(self, key: str, first: str, second: str) -> None:
        """Note a relationship, which is called after the one with whom the young person has it."""
        if second == YOUNG_PERSON:
            self.add("relationship", key, self.first_name(first), first)
        else:
            both = (self.first_name(member) for member in (first, second))
            self.add("relationship", key, " – ".join(both))

    def reserve(self, *words: str) -> None:
        """Note words that stand in the case, so that no id is made of them."""
        self._taken.update(map(folded, words))

    def free_id(self, kind: str, number: int) -> str:
        """Make an id that says nothing ("person-3") and that nothing else has."""
        number = max(number, self._next.get(kind, 1))
        while f"{kind}-{number}" in self._taken:
            number += 1
        self._next[kind] = number + 1
        return f"{kind}-{number}"

    def meant_by(self, meant: Meant, text: str) -> tuple[str, ...]:
        """Give the ids that a text may mean: one if all is well."""
        kind = self._ids.get(text)
        if text in meant.reserved or (kind is not None and kind in meant.kinds):
            return (text,)
        name = folded(text)
        reserved = [key for key in self._named.get(("", name), ()) if key in meant.reserved]
        others = (self._named.get((kind, name), ()) for kind in meant.kinds)
        return (*reserved, *(key for keys in others for key in keys))

    def fault(self, meant: Meant, text: str, *, suggest: bool) -> str:
        """Say why a text means nothing, or more than one thing."""
        if len(self.meant_by(meant, text)) > 1:
            what = _("'{name}' may mean more than one here; write the id instead: {ids}")
            return what.format(name=shown(text), ids=", ".join(self.meant_by(meant, text)[:5]))
        return no_such(meant.name, text, self._known(meant) if suggest else ())

    def first_name(self, key: str) -> str:
        """Give what an id is called; itself where it has no name."""
        return self._first_name.get(key, key)

    def name(self, meant: Meant, key: str) -> str:
        """Give the name that means an id here; the id itself where none does."""
        name = self.first_name(key)
        return name if self.meant_by(meant, name) == (key,) else key

    def list_of_names(self, meant: Meant, keys: list[str]) -> list[str]:
        """Give names that can stand together in a cell."""
        names = [self.name(meant, key) for key in keys]
        if sum(map(len, names)) > _LONGEST_LIST_OF_NAMES:
            return keys
        return [
            name if entries(name) == [name] and written(name) == name else key
            for name, key in zip(names, keys, strict=True)
        ]

    def _known(self, meant: Meant) -> Iterator[str]:
        for key, kind in self._ids.items():
            if kind in meant.kinds or key in meant.reserved:
                yield self.first_name(key)
                yield key
