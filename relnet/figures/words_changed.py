"""What a change of a case is about: "Kayla’s strength at Foster placement"."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from relnet.case.vocabulary import TEAM, Dimension, FactorKind, Track, UseKind
from relnet.editing.revision import ORDER, Change, Path
from relnet.figures.words_fields import field_words
from relnet.figures.words_named import Named
from relnet.figures.words_of_entries import entry_name, entry_opening
from relnet.wording import _
from relnet.words import label

_Word = TypeVar("_Word", bound=StrEnum)

_ORDERS: Mapping[str, str] = {
    "areas": _("The order of the areas"),
    "settings": _("The order of the places"),
    "stages": _("The order of the stages"),
    "people": _("The order of the people"),
    "relationships": _("The order of the relationships"),
    "uses": _("The order of what professionals do"),
    "events": _("The order of the events"),
    "prompts": _("The order of questions and actions"),
    "story": _("The order of the steps of the story"),
}
_ENTRIES: Mapping[str, str] = {
    "areas": _("Area {name}"),
    "settings": _("Place {name}"),
    "people": _("{name}"),
    "relationships": _("Relationship with {name}"),
    "stages": _("Stage {name}"),
    "events": _("Event {name}"),
    "prompts": _("To ask or do, {name}"),
    "story": _("Step {name} of the story"),
}
_FACTORS: Mapping[FactorKind, tuple[str, str]] = {
    FactorKind.PUSH: (_("{stage}, push {text}"), _("{stage}, a push")),
    FactorKind.PULL: (_("{stage}, pull {text}"), _("{stage}, a pull")),
}


def changed_part(change: Change, named: Named) -> str:
    """Name what a change is about, at the beginning of a sentence."""
    path = change.path
    match path:
        case (*_above, last) if last == ORDER:
            what = _order(path, named)
        case ("young_person", *_field):
            what = _of(named.young_person(), path)
        case ("relationships", tie, "states", key, *field):
            what = _of_state(tie, key, field, named)
        case ("uses", key, *field):
            what = _of_use(key, field, named)
        case ("people", person, "where", stage, *_field):
            what = _("Where {name} is from {stage} on").format(
                name=named.inside(person), stage=named.stage(stage)
            )
        case ("stages", stage, inner, *deeper):
            what = _of_stage(stage, inner, deeper, named)
        case (field,):
            what = _("The case’s {field}").format(field=field_words(field))
        case _:
            what = _of_entry(path, named)
    return what


def _of(who: str, path: Path) -> str:
    return _("{who}’s {field}").format(who=who, field=field_words(path[-1]))


def _order(path: Path, named: Named) -> str:
    section, *inner = path
    if len(inner) == 1:
        return _ORDERS.get(section, _("An order"))
    name = named.stage(inner[0]) if section == "stages" else entry_name(section, inner[0], named)
    return _("The order of what is told of {name}").format(name=name)


def _of_entry(path: Path, named: Named) -> str:
    section, key, *field = path
    name = named.stage(key) if section == "stages" else entry_opening(section, key, named)
    entry = _ENTRIES.get(section, _("An entry")).format(name=name)
    if not field:
        return entry
    return _("{entry}, {field}").format(entry=entry, field=field_words(field[-1]))


def _of_state(tie: str, key: str, field: list[str], named: Named) -> str:
    stage, _colon, perspective = key.partition(":")
    fill = {
        "who": named.tie(tie),
        "stage": named.stage(stage),
        "name": named.inside(perspective),
        "field": field_words(field[-1]) if field else "",
    }
    if perspective == TEAM:
        sentence = _("{who}’s {field} at {stage}") if field else _("{who} at {stage}")
    elif field:
        sentence = _("{who}’s {field} at {stage}, as {name} sees it")
    else:
        sentence = _("{who} at {stage}, as {name} sees it")
    return sentence.format(**fill)


def _of_use(key: str, field: list[str], named: Named) -> str:
    stage, tie, use = (*key.split("#", maxsplit=1)[0].split(":"), "", "")[:3]
    kind = _word(UseKind, use)
    told = _("{who}, {use} at {stage}").format(
        who=named.tie(tie), use=label(kind) if kind else use, stage=named.stage(stage)
    )
    if not field or field[-1] == "level":
        return told
    return _("{entry}, {field}").format(entry=told, field=field_words(field[-1]))


def _of_stage(stage: str, inner: str, deeper: list[str], named: Named) -> str:
    name = named.stage(stage)
    if inner == "safety" and deeper:
        return _of_safety(name, deeper[0], named)
    if inner == "factors" and deeper:
        return _of_factor(name, deeper[0], named)
    if inner == "blanks":
        track = _word(Track, deeper[0]) if deeper else None
        field = label(track) if track else _("why tracks show nobody")
    elif inner == "move":
        field = field_words(deeper[-1]) if deeper else _("the move that opens it")
    else:
        field = field_words(inner)
    return _("{entry}, {field}").format(entry=name, field=field)


def _of_safety(stage: str, key: str, named: Named) -> str:
    dimension, _colon, perspective = key.partition(":")
    kind = _word(Dimension, dimension)
    sentence = (
        _("{dimension} safety at {stage}")
        if perspective in (TEAM, "")
        else _("{dimension} safety at {stage}, as {name} sees it")
    )
    return sentence.format(
        dimension=label(kind) if kind else "", stage=stage, name=named.inside(perspective or TEAM)
    )


def _of_factor(stage: str, key: str, named: Named) -> str:
    kind, _colon, text = key.partition(":")
    quoted = named.quoted(text)
    told, untold = _FACTORS[_word(FactorKind, kind) or FactorKind.PUSH]
    return (told if quoted else untold).format(stage=stage, text=quoted)


def _word(words: type[_Word], text: str) -> _Word | None:
    """Give the word of a closed set; None where it is of another format."""
    return words(text) if text in set(words) else None
