"""What is said of a fault beside the field of a form: what is wrong, and what to do."""

import unicodedata
from collections.abc import Callable, Mapping

from relnet.case.models import MAX_NAME, MAX_TEXT
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, Status, UseKind
from relnet.editing.faults import Wrong
from relnet.editing.operations import Operation, SetUse
from relnet.wording import _, ngettext
from relnet.words import label

_EMPTY: Mapping[str, str] = {
    "name": _("Write a name; initials or a role will do."),
    "role": _("Write a role, such as “best friend” or “social worker”."),
    "title": _("Write a title."),
    "label": _("Write what this stage is called."),
    "text": _("Write what it is."),
    "kind": _("Choose what kind it is."),
    "type": _("Choose whether it is family, a peer, a practitioner or somebody in the community."),
    "phase": _("Choose whether the stage is before, during or after the relocation."),
    "tracks": _("Choose at least one track."),
    "status": _("Choose what the relationship is: active, broken, ended …"),
}
_SHORT = ("name", "role", "role_slot", "title", "label")
_DATES = ("when", "eighteenth_birthday")
_NUMBERS = ("distance_miles", "travel_minutes", "closeness")
_REFERENCES: Mapping[str, tuple[str, ...]] = {
    "area": ("areas",),
    "setting": ("settings",),
    "settings": ("settings",),
    "stage": ("stages",),
    "relationship": ("relationships",),
    "held_by": ("people",),
    "from": ("people", "settings"),
    "to": ("people", "settings"),
    "by": ("people", "settings"),
    "people": ("people", "settings"),
    "perspective": ("people",),
    "highlight": ("people", "settings", "relationships"),
}
"""The lists in which a field names an entry."""


def refusal_words(wrong: Wrong, operation: Operation) -> str:
    """Say what is wrong, in one or two sentences without a word of the file."""
    if wrong.in_practice:
        return _in_practice(wrong, operation)
    told = (say(wrong) for say in _SAY)
    return next((words for words in told if words), _otherwise(wrong))


def _in_practice(wrong: Wrong, operation: Operation) -> str:
    tie = wrong.entry("relationships", wrong.part.get("relationship"))
    use = UseKind(wrong.part["use"])
    sentence = _(
        "At “{stage}”, {use} with {person} is in practice, and nothing can be in practice through"
        " a relationship that is set to “{status}”. First set it to “planned”, to “ambition” or to"
        " nothing there."
    )
    if isinstance(operation, SetUse):
        sentence = _(
            "At “{stage}” the relationship with {person} is set to “{status}”, so {use} cannot be"
            " in practice there. Choose “planned” or “ambition”, or change the relationship first."
        )
    return sentence.format(
        stage=wrong.stage_called(wrong.part.get("stage")),
        use=label(use),
        person=wrong.called(str(tie.get("from"))),
        status=label(_status(wrong, tie)),
    )


def _status(wrong: Wrong, tie: Mapping[str, object]) -> Status:
    """Give the team's last status up to the stage of a use."""
    stages = [stage["id"] for stage in wrong.file["stages"]]
    until = stages[: stages.index(wrong.part["stage"]) + 1]
    states = tie["states"]
    told = states if isinstance(states, list) else []
    team = {state["stage"]: state for state in told if _is_team(state)}
    return next(Status(team[stage]["status"]) for stage in reversed(until) if stage in team)


def _is_team(state: Mapping[str, str]) -> bool:
    return state.get("perspective", TEAM) == TEAM


def _empty(wrong: Wrong) -> str:
    blank = wrong.value is None or (isinstance(wrong.value, str) and not wrong.value.strip())
    return _EMPTY.get(wrong.field, "") if blank or wrong.value == [] else ""


def _unshowable(wrong: Wrong) -> str:
    text = wrong.value if isinstance(wrong.value, str) else ""
    if all(unicodedata.category(sign) != "Cc" or sign in "\t\n\r" for sign in text):
        return ""
    return _("This text has a sign that cannot be shown. Take it out, or type the text anew.")


def _between_others(wrong: Wrong) -> str:
    if wrong.steps[:1] != ("uses",) or wrong.field != "relationship":
        return ""
    return _(
        "What professionals do is told of relationships with {name}, and this one is between"
        " others."
    ).format(name=wrong.called(YOUNG_PERSON))


def _too_long(wrong: Wrong) -> str:
    if not isinstance(wrong.value, str):
        return ""
    most = MAX_NAME if wrong.field in _SHORT else MAX_TEXT
    over = len(wrong.value.strip()) - most
    if over <= 0:
        return ""
    return ngettext(
        "This is %(over)d character too long; %(most)d fit here. Shorten it.",
        "This is %(over)d characters too long; %(most)d fit here. Shorten it.",
        over,
    ) % {"over": over, "most": most}


def _no_date(wrong: Wrong) -> str:
    if wrong.field not in _DATES or not isinstance(wrong.value, str):
        return ""
    return _(
        "relnet cannot read this date. Write it as “June 2025”, “about March 2025” or"
        " “2025-06-30”, or leave it empty."
    )


def _no_number(wrong: Wrong) -> str:
    number = isinstance(wrong.value, int | float) and not isinstance(wrong.value, bool)
    if wrong.field not in _NUMBERS or number:
        return ""
    return _("Write a number, such as 34, or leave it empty.")


def _closeness(wrong: Wrong) -> str:
    if wrong.field != "closeness" or wrong.part.get("perspective") == YOUNG_PERSON:
        return ""
    return _("Only {name} says how close somebody is. Choose {name}’s view first.").format(
        name=wrong.called(YOUNG_PERSON)
    )


def _gone(wrong: Wrong) -> str:
    """Say so of an id that names nothing, but not of two that name one another's place."""
    sections = _REFERENCES.get(wrong.field)
    if sections is None or not isinstance(wrong.value, str) or wrong.value == YOUNG_PERSON:
        return ""
    if any(wrong.entry(section, wrong.value) for section in sections):
        return ""
    return _("What was chosen here is not in the case any more. Choose again.")


def _one_with_itself(wrong: Wrong) -> str:
    both = wrong.part.get("from"), wrong.part.get("to", YOUNG_PERSON)
    if wrong.field not in ("from", "to") or both[0] != both[1]:
        return ""
    return _("A relationship is between two. Choose somebody else for one of them.")


def _contradicting_places(wrong: Wrong) -> str:
    area, setting = wrong.part.get("area"), wrong.part.get("setting")
    other = wrong.entry("settings", setting).get("area")
    if wrong.field != "area" or None in (area, setting, other) or area == other:
        return ""
    fill = {"setting": wrong.called(str(setting)), "other": wrong.called(str(other))}
    if wrong.steps[:1] == ("stages",):
        sentence = _(
            "{setting} is in {other}, but “{stage}” is in {area}. Choose a place in {area}, or"
            " another area for the stage."
        )
        fill["stage"] = wrong.stage_called(wrong.part.get("id"))
    else:
        sentence = _("{setting} is in {other}, not in {area}. Change one of the two.")
    return sentence.format(area=wrong.called(str(area)), **fill)


def _otherwise(wrong: Wrong) -> str:
    return _("This cannot be kept ({what}).").format(what=wrong.fault.what)


_SAY: tuple[Callable[[Wrong], str], ...] = (
    _empty,
    _unshowable,
    _too_long,
    _no_date,
    _closeness,
    _no_number,
    _one_with_itself,
    _gone,
    _between_others,
    _contradicting_places,
)
