"""A case as a tree in which every entry has a name of its own, so that changes can be found.

In the file, people and the like stand in lists. Here each list is a mapping from what makes
an entry the one it is (its id; for a state its stage and perspective) to the entry, in the
order of the list. So "the strength of Kayla at the foster placement" has one path, whatever
else is added before it.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from relnet.case.models import Case
from relnet.case.reading import parse_case
from relnet.case.vocabulary import TEAM

Entry = dict[str, Any]
Tree = dict[str, Any]
"""The whole case: names of fields to values, with the lists of ``KEYS`` as mappings."""

_KeyOf = Callable[[Entry], str]


def _id(entry: Entry) -> str:
    return str(entry.get("id", ""))


def _stage(entry: Entry) -> str:
    return str(entry["stage"])


def state_key(stage: str, perspective: str) -> str:
    """Give the key of a state in its relationship: no slug has a colon."""
    return f"{stage}:{perspective}"


def use_key(stage: str, relationship: str, use: str) -> str:
    """Give the key of a use."""
    return f"{stage}:{relationship}:{use}"


def safety_key(dimension: str, perspective: str) -> str:
    """Give the key of what a perspective says of a dimension of safety."""
    return f"{dimension}:{perspective}"


def factor_key(kind: str, text: str) -> str:
    """Give the key of a push or a pull."""
    return f"{kind}:{text}"


KEYS: Mapping[str, _KeyOf] = {
    "areas": _id,
    "settings": _id,
    "stages": _id,
    "people": _id,
    "relationships": _id,
    "uses": lambda use: use_key(use["stage"], use["relationship"], use["use"]),
    "events": _id,
    "prompts": _id,
    "story": _id,
}
"""The lists of a case, and what makes an entry of each the one it is."""

INNER: Mapping[str, Mapping[str, _KeyOf]] = {
    "stages": {
        "safety": lambda view: safety_key(view["dimension"], view.get("perspective", TEAM)),
        "factors": lambda factor: factor_key(factor["kind"], factor["text"]),
    },
    "people": {"where": _stage},
    "relationships": {
        "states": lambda state: state_key(state["stage"], state.get("perspective", TEAM)),
    },
}
"""The lists inside the entries of a list."""

ID_PREFIXES: Mapping[str, str] = {
    "areas": "area",
    "settings": "setting",
    "stages": "stage",
    "people": "person",
    "relationships": "relationship",
    "events": "event",
    "prompts": "prompt",
    "story": "step",
}
"""The lists whose entries have ids, and what new ids of each begin with."""

_MAY_LACK_IDS = ("events", "prompts", "story")


def identified(case: Case) -> Case:
    """Give the same case with an id for every event, prompt and step of a story.

    A file may leave them out; a case that is edited needs them to tell its entries apart.
    """
    taken = ids_of(case)
    found: dict[str, tuple[Any, ...]] = {}
    for section in _MAY_LACK_IDS:
        entries = []
        for entry in getattr(case, section):
            key = entry.id or free_id(ID_PREFIXES[section], taken)
            taken.add(key)
            entries.append(entry if entry.id else entry.model_copy(update={"id": key}))
        found[section] = tuple(entries)
    return case.model_copy(update=found)


def ids_of(case: Case) -> set[str]:
    """Give every id that stands in a case."""
    return {entry.id for section in ID_PREFIXES for entry in getattr(case, section) if entry.id}


def free_id(prefix: str, taken: Iterable[str]) -> str:
    """Give a new id: neutral, since ids stand in addresses and logs ("person-7").

    It follows the highest number that is taken, so that the id of what was removed is not
    given to something else at once.
    """
    beginning = f"{prefix}-"
    numbers = [
        int(key.removeprefix(beginning))
        for key in taken
        if key.startswith(beginning) and key.removeprefix(beginning).isdecimal()
    ]
    return f"{beginning}{max(numbers, default=0) + 1}"


def tree_of(case: Case) -> Tree:
    """Give the tree of a case; what has nothing to say is left out of it."""
    return keyed(case.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def keyed(file: Mapping[str, Any]) -> Tree:
    """Give the tree of the values of a case file."""
    tree = dict(file)
    for section, key in KEYS.items():
        inner = INNER.get(section, {})
        entries = [_with_inner(entry, inner) for entry in file.get(section, ())]
        tree[section] = _by_key(entries, key)
    return tree


def file_of(tree: Tree) -> dict[str, Any]:
    """Give the values of a case file of a tree.

    What is told stage by stage stands in the order of the stages, as a file must have it,
    wherever an edit has put it.
    """
    numbers = {stage: number for number, stage in enumerate(tree["stages"])}
    file = dict(tree)
    for section in KEYS:
        names = INNER.get(section, {})
        file[section] = [
            {
                name: _listed(value, numbers) if name in names else value
                for name, value in entry.items()
            }
            for entry in tree[section].values()
        ]
    return file


def case_of(tree: Tree) -> Case:
    """Make the case of a tree.

    Raises:
        CaseFaults: the tree is no valid case; with everything that is wrong with it.
    """
    return parse_case(json.dumps(file_of(tree), ensure_ascii=False).encode())


def _with_inner(entry: Entry, inner: Mapping[str, _KeyOf]) -> Entry:
    lists = {name: _by_key(entry.get(name, ()), key) for name, key in inner.items()}
    return entry | lists


def _by_key(entries: Iterable[Entry], key_of: _KeyOf) -> dict[str, Entry]:
    """Name entries by their keys; of those with one key the later ones get a number."""
    found: dict[str, Entry] = {}
    for entry in entries:
        key = key_of(entry)
        number = 1
        while (name := key if number == 1 else f"{key}#{number}") in found:
            number += 1
        found[name] = entry
    return found


def _listed(value: Mapping[str, Entry], numbers: Mapping[str, int]) -> list[Entry]:
    """Give the entries as a list; those of one perspective in the order of the stages."""
    entries = list(value.values())
    places: dict[str, list[int]] = {}
    for place, entry in enumerate(entries):
        if "stage" in entry:
            places.setdefault(entry.get("perspective", TEAM), []).append(place)
    last = len(numbers)
    for own in places.values():
        told = sorted(
            (entries[place] for place in own), key=lambda entry: numbers.get(entry["stage"], last)
        )
        for place, entry in zip(own, told, strict=True):
            entries[place] = entry
    return entries
