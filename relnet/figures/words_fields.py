"""The fields of a case in words, with what stands in them, for the history."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from relnet.case.vocabulary import (
    AreaKind,
    ArrangedBy,
    Channel,
    EventCertainty,
    Held,
    Influence,
    Level,
    MoveKind,
    Outcome,
    Phase,
    RelationshipType,
    SettingKind,
    Status,
    Strength,
    Track,
)
from relnet.figures.words_dates import date_words
from relnet.figures.words_join import listed
from relnet.figures.words_named import Named
from relnet.wording import _
from relnet.words import label

FIELDS: Mapping[str, str] = {
    "title": _("title"),
    "about": _("what is said about the case"),
    "name": _("name"),
    "age": _("age"),
    "pronouns": _("pronouns"),
    "eighteenth_birthday": _("18th birthday"),
    "harms": _("forms of harm"),
    "note": _("note"),
    "kind": _("kind"),
    "area": _("area"),
    "setting": _("place"),
    "settings": _("places"),
    "distance_miles": _("distance in miles"),
    "travel_minutes": _("minutes of travel"),
    "label": _("name"),
    "phase": _("phase"),
    "when": _("date"),
    "lasted": _("how long it lasted"),
    "placement_count": _("number of placements"),
    "kinds": _("kind of move"),
    "arranged_by": _("who arranged the move"),
    "planned": _("whether the move was planned"),
    "stated_duration": _("how long it was meant to be"),
    "reasons": _("reasons for the move"),
    "role": _("role"),
    "type": _("type"),
    "role_slot": _("role that a successor takes over"),
    "group_size": _("size of the group"),
    "time_limited": _("whether it ends with a service"),
    "from": _("who it is with"),
    "to": _("who it is with"),
    "tracks": _("tracks"),
    "status": _("status"),
    "strength": _("strength"),
    "strained": _("strain"),
    "influence": _("protection and harm"),
    "closeness": _("closeness"),
    "how_often": _("how often"),
    "how": _("how they meet"),
    "certainty": _("certainty"),
    "source": _("who says so"),
    "perspective": _("view"),
    "stage": _("stage"),
    "relationship": _("relationship"),
    "level": _("level"),
    "held": _("how it is held"),
    "held_by": _("who holds it"),
    "text": _("text"),
    "by": _("who did it"),
    "people": _("who it is about"),
    "outcome": _("what came of it"),
    "owner": _("who does it"),
    "done": _("whether it is done"),
    "view": _("view"),
    "highlight": _("what it points at"),
    "ask": _("question to the room"),
    "guess": _("whether the room guesses"),
    "presenter_notes": _("notes of the presenter"),
    "uses_recorded": _("tracks that were talked about"),
}
_ENUMS: Mapping[str, type[StrEnum]] = {
    "phase": Phase,
    "kinds": MoveKind,
    "arranged_by": ArrangedBy,
    "type": RelationshipType,
    "tracks": Track,
    "uses_recorded": Track,
    "status": Status,
    "strength": Strength,
    "influence": Influence,
    "how": Channel,
    "certainty": EventCertainty,
    "level": Level,
    "held": Held,
    "outcome": Outcome,
}
_KINDS: Mapping[str, type[StrEnum]] = {"areas": AreaKind, "settings": SettingKind}
_IDS = ("area", "setting", "settings", "from", "to", "held_by", "by", "people")
_DATES = ("when", "eighteenth_birthday")
_YES_AND_NO: Mapping[str, tuple[str, str]] = {
    "strained": (_("strained"), _("not strained")),
    "done": (_("done"), _("not done")),
    "guess": (_("the room guesses"), _("the room does not guess")),
    "time_limited": (_("ends with a service"), _("goes on after services")),
    "planned": (_("planned"), _("not planned")),
}
_CIRCLES: Mapping[int, str] = {
    1: _("inner circle"),
    2: _("middle circle"),
    3: _("outer circle"),
}
_NOT_REPEATED = ("harms", "view", "highlight", "perspective")
_SPEAKING = ("status", "strength", "influence", "closeness", "how", "certainty", "outcome", "kind")
"""Fields whose values say themselves what they are about."""


def field_words(field: str) -> str:
    """Give what a field is called inside a sentence."""
    return FIELDS.get(field, _("details"))


def value_words(section: str, field: str, value: Any, named: Named) -> str:  # noqa: ANN401 - any
    """Give what stands in a field in words; "" where it is not to be repeated.

    Args:
        section: the list of the case that the field belongs to.
        field: the field's name.
        value: what stands there, as in the file; None: nothing.
        named: what people and the like are called.
    """
    if value is None or value in ("", []):
        return _("not recorded")
    if isinstance(value, list | tuple):
        words = [value_words(section, field, one, named) for one in value]
        return listed(words) if all(words) else ""
    if isinstance(value, bool):
        return _YES_AND_NO.get(field, (_("yes"), _("no")))[not value]
    if isinstance(value, int | float):
        return _CIRCLES.get(int(value), "") if field == "closeness" else f"{value:g}"
    return _text_words(section, field, value, named) if isinstance(value, str) else ""


def fact_words(section: str, field: str, value: Any, named: Named) -> str:  # noqa: ANN401 - any
    """Say what a field holds now: "weak", "role “sister”", "note changed"."""
    words = value_words(section, field, value, named)
    told = value is not None and value not in ("", [])
    if words and told and (field in _SPEAKING or isinstance(value, bool)):
        return words
    if not words:
        return _("{field} changed").format(field=field_words(field))
    return _("{field} {value}").format(field=field_words(field), value=words)


def _text_words(section: str, field: str, text: str, named: Named) -> str:
    kinds = _KINDS.get(section) if field == "kind" else _ENUMS.get(field)
    if kinds is not None:
        return label(kinds(text)) if text in set(kinds) else ""
    if field in _IDS or (field == "owner" and named.is_there(text)):
        return named.inside(text)
    if field == "stage":
        return named.stage(text)
    if field == "relationship":
        return named.tie_inside(text)
    if field in _DATES:
        return date_words(text)
    return named.quoted(text) if field in FIELDS and field not in _NOT_REPEATED else ""
