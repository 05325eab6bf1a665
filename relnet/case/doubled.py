"""Takes out of a text what it says twice once names are hidden.

"Tee, an older peer, writes" would become "the older peer, an older peer, writes", and
"At home, Riverside" would become "At home, the home area". Only words that a stand-in says as
well are taken out, so nothing comes into a text that was not there.
"""

import re
from collections.abc import Collection, Iterable

_WHOSE = r"(?:my|your|his|her|its|our|their|[^\W\d_]+[’']s)"
_ARTICLE = r"(?:the|an?|another)"
_ANY = rf"(?:{_WHOSE}|{_ARTICLE})"
_NUMBER = re.compile(r" \d+$")
_STARTS = r"(?:^|(?<=[.!?…]\s)|(?<=[.!?…][”\"’]\s)|(?<=\n)|(?<=[“\"]))"
_AT_HOME = re.compile(
    r"\b((?:at|back|came|comes?|goes|going|gone|go|went)\s+home)"
    r"(?:(?:,(?:\s+in)?|\s+in|\s+to)\s+(?:the\s+)?home area\b(?!\s\d)"
    r"|\s+\((?:the\s+)?home area\))",
    re.IGNORECASE,
)
_AT_HOME_OF_SEVERAL = re.compile(r"\b(at home,\s+)home (?=area \d)", re.IGNORECASE)
_PLACED = re.compile(r"\b(placement),\s+(?:the\s+)?placement area\b(?!\s\d)", re.IGNORECASE)
_PLACED_AT_ONE = re.compile(r"\b(placement,\s+)placement (?=area \d)", re.IGNORECASE)


def said_once(text: str, people: Collection[str], areas: Iterable[str]) -> str:
    """Let a text say once what it says twice.

    Args:
        text: a text in which stand-ins stand for names.
        people: the stand-ins for people in it ("Older peer", "Social worker 2").
        areas: the stand-ins for areas in it ("Home area", "Placement area 1").

    Returns:
        the text without a role beside the stand-in that is this role, and without the kind of
        an area beside a label that has named it.
    """
    for area in areas:
        text = _with_area(text, area)
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


def _with_area(text: str, area: str) -> str:
    """Shorten the stand-in of an area in a label: "At home", "With the aunt, home area"."""
    text = _AT_HOME_OF_SEVERAL.sub(r"\1", _AT_HOME.sub(r"\1", text))
    text = _PLACED_AT_ONE.sub(r"\1", _PLACED.sub(r"\1", text))
    return re.sub(rf",(\s+)the\s+({re.escape(area)})$", r",\1\2", text, flags=re.IGNORECASE)


def _without_role_after(text: str, name: str, role: str, people: Iterable[str]) -> str:
    """Take out the role that follows: "the foster carer, the foster carer, is there"."""
    others = "|".join(re.escape(other) for other in people)
    told = rf"(\b{re.escape(name)})"
    again = rf"(?:{_ANY}\s+)?{re.escape(role)}"
    # A comma that parts two people stays.
    ends = rf"(?:,(?!\s+(?:the\s+)?(?:{others})\b)|(?=[,.;:!?])|(?=\s*$))"
    text = re.sub(rf"{told}\s+\({again}\)", r"\1", text, flags=re.IGNORECASE)
    return re.sub(rf"{told},\s+{again}{ends}", r"\1", text, flags=re.IGNORECASE)


def _without_role_before(text: str, name: str, role: str) -> str:
    """Take out the role that comes before: "her friend the best friend", "Coach the coach"."""
    last = re.escape(role.rsplit(" ", 1)[-1])
    whole = re.escape(role)
    named = rf"\s+(?:the\s+)?({re.escape(name)})\b"
    text = re.sub(rf"\b({_WHOSE}\s+)(?:{whole}|{last}){named}", r"\1\2", text, flags=re.IGNORECASE)

    def opening(found: re.Match[str]) -> str:
        begins_sentence = found[0][0].isupper()
        inside = found[1] if _NUMBER.search(name) else f"the {found[1]}"
        return inside[0].upper() + inside[1:] if begins_sentence else inside

    told = rf"(?:{_STARTS}(?:{whole}|{last})|\b{_ARTICLE}\s+{whole}){named}"
    return re.sub(told, opening, text, flags=re.IGNORECASE)
