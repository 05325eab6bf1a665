"""What was added to the lists of a case, changed in them and taken out, by operation."""

from collections.abc import Mapping
from typing import NamedTuple

from relnet.case.vocabulary import YOUNG_PERSON
from relnet.editing.operations import (
    AddEntry,
    AddPerson,
    AddTie,
    Fields,
    MoveEntry,
    RemoveEntry,
    ReplaceCase,
    SetCase,
    SetFields,
    SetYoungPerson,
)
from relnet.figures.words_fields import fact_words
from relnet.figures.words_join import with_semicolons
from relnet.figures.words_named import Named, short
from relnet.wording import _


class _Entries(NamedTuple):
    """The sentences of one list; ``some`` stands where the entry's own name is not told."""

    some: str
    set: str
    added: str
    added_some: str
    moved: str
    moved_first: str
    removed: str
    removed_some: str


_ENTRIES: Mapping[str, _Entries] = {
    "areas": _Entries(
        _("an area"),
        _("Area {name}: {facts}"),
        _("Added the area {name}"),
        _("Added an area"),
        _("Put the area {name} after {other}"),
        _("Put the area {name} first"),
        _("Took out the area {name}"),
        _("Took out an area"),
    ),
    "settings": _Entries(
        _("a place"),
        _("Place {name}: {facts}"),
        _("Added the place {name}"),
        _("Added a place"),
        _("Put the place {name} after {other}"),
        _("Put the place {name} first"),
        _("Took out the place {name}"),
        _("Took out a place"),
    ),
    "people": _Entries(
        _("somebody"),
        _("{name}: {facts}"),
        _("Added {name}"),
        _("Added somebody"),
        _("Put {name} after {other}"),
        _("Put {name} first"),
        _("Took out {name}"),
        _("Took out somebody"),
    ),
    "relationships": _Entries(
        _("somebody"),
        _("Relationship with {name}: {facts}"),
        _("Added the relationship with {name}"),
        _("Added a relationship"),
        _("Put the relationship with {name} after that with {other}"),
        _("Put the relationship with {name} first"),
        _("Took out the relationship with {name}"),
        _("Took out a relationship"),
    ),
    "events": _Entries(
        _("an event"),
        _("Event {name}: {facts}"),
        _("Added the event {name}"),
        _("Added an event"),
        _("Put the event {name} after {other}"),
        _("Put the event {name} first"),
        _("Took out the event {name}"),
        _("Took out an event"),
    ),
    "prompts": _Entries(
        _("a question or action"),
        _("To ask or do, {name}: {facts}"),
        _("Added to ask or do: {name}"),
        _("Added a question or an action"),
        _("Put {name} after {other}, in what to ask or do"),
        _("Put {name} first, in what to ask or do"),
        _("Took out, of what to ask or do, {name}"),
        _("Took out a question or an action"),
    ),
    "story": _Entries(
        _("a step"),
        _("Step {name} of the story: {facts}"),
        _("Added the step {name} to the story"),
        _("Added a step to the story"),
        _("Put the step {name} after {other}"),
        _("Put the step {name} first"),
        _("Took out the step {name} of the story"),
        _("Took out a step of the story"),
    ),
}
_TITLES: Mapping[str, str] = {"events": "text", "prompts": "text", "story": "title"}
"""The field that says what an entry without a name is."""


def entry_name(section: str, key: str, named: Named) -> str:
    """Give what an entry of a list is called inside a sentence."""
    if section == "relationships":
        return named.tie_inside(key)
    if section in _TITLES:
        return named.written(section, key) or _ENTRIES[section].some
    return named.inside(key)


def entry_opening(section: str, key: str, named: Named) -> str:
    """Give what an entry of a list is called; a person as at the beginning of a sentence."""
    return named.opening(key) if section == "people" else entry_name(section, key, named)


def set_case(operation: SetCase, named: Named) -> str:
    """Say what was set of the case itself."""
    return _("The case: {facts}").format(facts=_facts("case", operation.fields, named))


def set_young_person(operation: SetYoungPerson, named: Named) -> str:
    """Say what was set of the young person."""
    return _("{name}: {facts}").format(
        name=named.young_person(), facts=_facts(YOUNG_PERSON, operation.fields, named)
    )


def set_fields(operation: SetFields, named: Named) -> str:
    """Say what was set of an entry."""
    section = operation.section
    name = entry_opening(section, operation.id, named)
    facts = _facts(section, operation.fields, named)
    return _ENTRIES[section].set.format(name=name, facts=facts)


def add_person(operation: AddPerson, named: Named) -> str:
    """Say who was added."""
    name, role = named.quoted(operation.name), named.quoted(operation.role)
    if not name or not role:
        return _ENTRIES["people"].added_some
    return _("Added {name} ({role})").format(name=short(operation.name), role=short(operation.role))


def add_tie(operation: AddTie, named: Named) -> str:
    """Say between whom a relationship was added."""
    ends = [end for end in (operation.one, operation.other) if end != YOUNG_PERSON]
    if len(ends) == 1:
        return _ENTRIES["relationships"].added.format(name=named.inside(ends[0]))
    return _("Added a relationship between {people}").format(people=named.all_of(ends))


def add_entry(operation: AddEntry, named: Named) -> str:
    """Say what was added to a list."""
    section = operation.section
    name = named.quoted(operation.fields.get(_TITLES.get(section, "name")))
    if not name:
        return _ENTRIES[section].added_some
    return _ENTRIES[section].added.format(name=name)


def move_entry(operation: MoveEntry, named: Named) -> str:
    """Say where an entry was put."""
    section = operation.section
    name = entry_name(section, operation.id, named)
    if operation.behind is None:
        return _ENTRIES[section].moved_first.format(name=name)
    other = entry_name(section, operation.behind, named)
    return _ENTRIES[section].moved.format(name=name, other=other)


def remove_entry(operation: RemoveEntry, named: Named) -> str:
    """Say what was taken out."""
    words, key = _ENTRIES[operation.section], operation.id
    name = entry_name(operation.section, key, named)
    told = named.is_told(operation.section, key)
    return words.removed.format(name=name) if told else words.removed_some


def replace_case(_operation: ReplaceCase, _named: Named) -> str:
    """Say that the whole case was replaced."""
    return _("Put another version of the case in the place of this one")


def _facts(section: str, fields: Fields, named: Named) -> str:
    facts = [fact_words(section, field, value, named) for field, value in fields.items()]
    return with_semicolons(facts) or _("changed")
