"""Takes out of a text what it says twice once names are hidden.

"Tee, an older peer, writes" would become "the older peer, an older peer, writes", and
"At home, Riverside" would become "At home, the home area". Only words that a stand-in says as
well are taken out, so nothing comes into a text that was not there.
"""

import re
from collections.abc import Collection
from functools import lru_cache

_PRONOUN = r"(?:my|your|his|her|its|our|their)"
_WHOSE = rf"(?:{_PRONOUN}|[^\W\d_]+[’']s)"
_ARTICLE = r"(?:the|an?)"
_NUMBER = re.compile(r" \d+$")
_STARTS = r"(?:^|(?<=[.!?…]\s)|(?<=[.!?…][”\"’]\s)|(?<=\n)|(?<=[“\"]))"
_ENDS = r"(?=\s*(?:$|[.,;:!?)”]))"
_OVER = r"(?=\s*(?:$|[.;:!?)”]))"
"""Behind a comma the rest of a sentence may need an area as its subject; at the end none does."""

_AT_HOME = re.compile(
    r"\b((?:at|back|came|comes?|goes|going|gone|go|went)\s+home)"
    rf"(?:,(?:\s+in)?\s+(?:the\s+)?home area\b(?!\s\d){_OVER}"
    r"|\s+(?:in|to)\s+(?:the\s+)?home area\b(?!\s\d)|\s+\((?:the\s+)?home area\))",
    re.IGNORECASE,
)
_AT_HOME_OF_SEVERAL = re.compile(r"\b(at home,\s+)home (?=area \d)", re.IGNORECASE)
_PLACED = re.compile(rf"\b(placement),\s+(?:the\s+)?placement area\b(?!\s\d){_OVER}", re.IGNORECASE)
_PLACED_AT_ONE = re.compile(r"\b(placement,\s+)placement (?=area \d)", re.IGNORECASE)


def said_once(text: str, people: Collection[str], areas: Collection[str]) -> str:
    """Let a text say once what it says twice.

    Args:
        text: a text in which stand-ins stand for names.
        people: the stand-ins for people in it ("Older peer", "Social worker 2").
        areas: the stand-ins for areas in it ("Home area", "Placement area 1").

    Returns:
        the text without a role beside the stand-in that is this role, and without the kind of
        an area beside a label that has named it.
    """
    text = _with_areas(text, areas)
    folded = text.casefold()
    for name in people:
        role = _role(name)
        if folded.count(role) > 1:
            text = _without_role_after(text, name, role, people)
        if folded.count(role.rsplit(" ", 1)[-1]) > 1:
            text = _without_role_before(text, name, role)
    return text


def _role(name: str) -> str:
    """Give what a stand-in says of somebody ("Social worker 2" → "social worker")."""
    return _NUMBER.sub("", name).casefold().removeprefix("the ")


def _with_areas(text: str, areas: Collection[str]) -> str:
    """Shorten the stand-ins of areas in a label: "At home", "With the aunt, home area"."""
    if not areas:
        return text
    for pattern in (_AT_HOME, _AT_HOME_OF_SEVERAL, _PLACED, _PLACED_AT_ONE):
        text = pattern.sub(r"\1", text)
    ends = "|".join(re.escape(area) for area in areas)
    return re.sub(rf",(\s+)the\s+({ends})$", r",\1\2", text, flags=re.IGNORECASE)


def _without_role_after(text: str, name: str, role: str, people: Collection[str]) -> str:
    """Take out the role that follows: "the foster carer, the foster carer, is there".

    Another of that role, or somebody's, may be somebody else: that stays.
    """
    others = tuple(other.casefold().removeprefix("the ") for other in people)

    def following(found: re.Match[str]) -> str:
        rest = found.string[found.end() :].casefold().lstrip().removeprefix("the ")
        # A comma that parts two people stays.
        return found[1] + ((found[2] or "") if rest.startswith(others) else "")

    in_brackets, behind_comma = _roles_after(name, role)
    return behind_comma.sub(following, in_brackets.sub(r"\1", text))


@lru_cache(maxsize=1024)
def _roles_after(name: str, role: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    told = rf"(\b{re.escape(name)})"
    again = rf"(?:{_ARTICLE}\s+)?{re.escape(role)}"
    return (
        re.compile(rf"{told}\s+\({again}\)", re.IGNORECASE),
        re.compile(
            rf"{told},\s+(?:{_ARTICLE}|{_PRONOUN})\s+{re.escape(role)}"
            r"(?:(,)|(?=[.;:!?])|(?=\s*$))",
            re.IGNORECASE,
        ),
    )


def _without_role_before(text: str, name: str, role: str) -> str:
    """Take out the role that comes before: "her friend the best friend", "the GP the GP came"."""

    def opening(found: re.Match[str]) -> str:
        begins_sentence = found[0][0].isupper()
        stand_in = next(group for group in found.groups() if group)
        inside = stand_in if _NUMBER.search(name) else f"the {stand_in}"
        return inside[0].upper() + inside[1:] if begins_sentence else inside

    whose, before = _roles_before(name, role)
    return before.sub(opening, whose.sub(r"\1\2", text))


@lru_cache(maxsize=1024)
def _roles_before(name: str, role: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Find them; one word alone may be a verb ("Contact Dawn") or open a clause of its own.

    "The friend Kayla was" needs both; "the foster carer Ruth was" is hardly said.
    """
    last, whole = re.escape(role.rsplit(" ", 1)[-1]), re.escape(role)
    named = rf"\s+(?:the\s+)?({re.escape(name)})\b"
    if " " in role:
        told = rf"(?:{_STARTS}{whole}|\b{_ARTICLE}\s+{whole}){named}"
    else:
        told = rf"(?:{_STARTS}the\s+{whole}{named}|\b{_ARTICLE}\s+{whole}{named}{_ENDS})"
    return (
        re.compile(rf"\b({_WHOSE}\s+)(?:{whole}|{last}){named}", re.IGNORECASE),
        re.compile(told, re.IGNORECASE),
    )
