"""Adding, changing and removing what stands in the lists of a case."""

from collections.abc import Callable
from typing import Any

from relnet.case.suggestions import suggested
from relnet.case.timeline import TRACK_OF_TYPE
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, RelationshipType, Track
from relnet.editing.document import INNER, Entry, Tree, state_key
from relnet.editing.draft import CannotDo, Draft
from relnet.editing.draft import set_fields as set_entry_fields
from relnet.editing.operations import (
    AddEntry,
    AddPerson,
    AddTie,
    MoveEntry,
    RemoveEntry,
    SetCase,
    SetFields,
    SetYoungPerson,
)
from relnet.wording import _

_OF_THE_CASE = ("title", "about")
_TYPE_OF_TRACK = {
    Track.TRUSTED: RelationshipType.PRACTITIONER,
    Track.PARENT_CHILD: RelationshipType.FAMILY,
    Track.COMMUNITY_PEER: RelationshipType.PEER,
}
"""What a relationship in a track is where nothing more is known."""


def set_case(draft: Draft, operation: SetCase) -> None:
    """Set the title and what is said about the case."""
    told = {name: operation.fields[name] for name in _OF_THE_CASE if name in operation.fields}
    set_entry_fields(draft.tree, told)


def set_young_person(draft: Draft, operation: SetYoungPerson) -> None:
    """Set what is said of the young person."""
    person = dict(draft.tree[YOUNG_PERSON])
    set_entry_fields(person, operation.fields)
    draft.tree[YOUNG_PERSON] = person


def set_fields(draft: Draft, operation: SetFields) -> None:
    """Set fields of an entry; what makes it the one it is stays."""
    kept = ("id", *INNER.get(operation.section, ()))
    entry = draft.entry(operation.section, operation.id)
    set_entry_fields(
        entry, {name: value for name, value in operation.fields.items() if name not in kept}
    )


def add_person(draft: Draft, operation: AddPerson) -> None:
    """Add a person and their relationship with the young person."""
    told = _suggested(operation) | operation.model_dump(
        mode="json",
        include={
            "name", "role", "type", "area", "role_slot", "time_limited", "group_size", "note",
        },
        exclude_none=True,
    )  # fmt: skip
    track = operation.track or TRACK_OF_TYPE[RelationshipType(told["type"])]
    if operation.setting is not None:
        told["settings"] = [operation.setting]
    person = draft.add("people", told | {"where": {}})
    tie = AddTie(
        one=person,
        tracks=(track,),
        stage=operation.stage,
        perspective=operation.perspective,
        status=operation.status,
    )
    add_tie(draft, tie)


def _suggested(operation: AddPerson) -> Entry:
    """Give what is not said of a new person and follows from their role, or else from the track.

    Raises:
        CannotDo: nothing says what type of relationship it is.
    """
    if operation.type is not None:
        return {}
    suggestion = suggested(operation.role)
    if suggestion is not None:
        found = {
            "type": suggestion.type.value,
            "role_slot": suggestion.role_slot,
            "time_limited": suggestion.time_limited,
        }
        return {name: value for name, value in found.items() if value is not None}
    if operation.track is None:
        raise CannotDo(
            _("relnet does not know this role. Choose the type or the track of the relationship.")
        )
    return {"type": _TYPE_OF_TRACK[operation.track].value}


def add_tie(draft: Draft, operation: AddTie) -> None:
    """Add a relationship that begins at a stage."""
    draft.entry("stages", operation.stage)
    draft.check_member(operation.one)
    draft.check_member(operation.other)
    draft.check_perspective(operation.perspective)
    one, other = operation.one, operation.other
    if one == YOUNG_PERSON:
        one, other = other, one
    state = {"stage": operation.stage, "status": operation.status.value}
    if operation.perspective != TEAM:
        state["perspective"] = operation.perspective
    told: Entry = {"from": one}
    if other == YOUNG_PERSON:
        told["tracks"] = [track.value for track in operation.tracks] or _tracks(draft, one)
    else:
        told["to"] = other
    key = state_key(operation.stage, operation.perspective)
    draft.add("relationships", told | {"states": {key: state}})


def _tracks(draft: Draft, member: str) -> list[str]:
    """Give the track that goes with the type of a person; a setting's is community."""
    person = draft.tree["people"].get(member, {})
    kind = RelationshipType(person.get("type", RelationshipType.COMMUNITY))
    return [TRACK_OF_TYPE[kind].value]


def add_entry(draft: Draft, operation: AddEntry) -> None:
    """Add an area, a setting, an event, a prompt or a step of a story; or a bare person."""
    told: Entry = {"where": {}} if operation.section == "people" else {}
    if operation.section == "relationships":
        raise CannotDo(_("A relationship is added with its first stage. Choose its two people."))
    set_entry_fields(
        told,
        {name: value for name, value in operation.fields.items() if name not in ("id", "where")},
    )
    draft.add(operation.section, told, operation.behind)


def move_entry(draft: Draft, operation: MoveEntry) -> None:
    """Put an entry elsewhere in its list."""
    draft.move(operation.section, operation.id, operation.behind)


def remove_entry(draft: Draft, operation: RemoveEntry) -> None:
    """Take an entry out, and every mention of it."""
    draft.entry(operation.section, operation.id)
    if operation.section == "areas" and len(draft.tree["areas"]) == 1:
        raise CannotDo(_("A case has at least one area. Rename this one instead."))
    _REMOVERS.get(operation.section, _remove_plain)(draft.tree, operation.section, operation.id)


def remove_tie(tree: Tree, section: str, key: str) -> None:
    """Take out a relationship, with its uses and every mention of it."""
    del tree[section][key]
    uses = tree["uses"]
    for use in [use for use, told in uses.items() if told["relationship"] == key]:
        del uses[use]
    for stage in tree["stages"].values():
        for factor in stage["factors"].values():
            if factor.get("relationship") == key:
                del factor["relationship"]
    for step in tree["story"].values():
        _drop_from(step, "highlight", key)


def _remove_plain(tree: Tree, section: str, key: str) -> None:
    del tree[section][key]


def _remove_member(tree: Tree, section: str, key: str) -> None:
    """Take out a person or a setting: their relationships and their views go.

    A relationship of others of which only they had told goes as well: nothing is left of it.
    """
    del tree[section][key]
    ties = tree["relationships"]
    for tie in [tie for tie, told in ties.items() if key in (told["from"], told.get("to"))]:
        remove_tie(tree, "relationships", tie)
    for tie, told in list(ties.items()):
        if _drop_views(told["states"], key) and not told["states"]:
            remove_tie(tree, "relationships", tie)
    for stage in tree["stages"].values():
        _drop_views(stage["safety"], key)
    _forget(tree, key, setting=section == "settings")


def _drop_views(told: dict[str, Entry], perspective: str) -> bool:
    """Take out what a perspective says; give whether it said anything."""
    keys = [key for key, view in told.items() if view.get("perspective") == perspective]
    for key in keys:
        del told[key]
    return bool(keys)


def _forget(tree: Tree, key: str, *, setting: bool) -> None:
    for use in tree["uses"].values():
        _drop_from(use, "held_by", key)
    for event in tree["events"].values():
        _drop_from(event, "by", key)
        _drop_from(event, "people", key)
    for prompt in tree["prompts"].values():
        if prompt.get("owner") == key:
            del prompt["owner"]
    for step in tree["story"].values():
        _drop_from(step, "highlight", key)
    if setting:
        _forget_place(tree, "setting", key)
        for person in tree["people"].values():
            _drop_from(person, "settings", key)


def _forget_place(tree: Tree, name: str, key: str) -> None:
    people = tree["people"].values()
    places = [
        *tree["stages"].values(),
        *people,
        *(there for p in people for there in p["where"].values()),
    ]
    if name == "area":
        places += tree["settings"].values()
    for place in places:
        if place.get(name) == key:
            del place[name]


def _remove_area(tree: Tree, section: str, key: str) -> None:
    del tree[section][key]
    _forget_place(tree, "area", key)


def _drop_from(entry: Entry, name: str, key: str) -> None:
    if key in entry.get(name, ()):
        entry[name] = [other for other in entry[name] if other != key]
        if not entry[name]:
            del entry[name]


_REMOVERS: dict[str, Callable[[Tree, str, str], Any]] = {
    "people": _remove_member,
    "settings": _remove_member,
    "relationships": remove_tie,
    "areas": _remove_area,
}
