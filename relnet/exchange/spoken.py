"""The words of the closed sets as they stand in cells: what they are called on screen."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from relnet.case.messages import nearest, shown
from relnet.case.vocabulary import Harm, PromptKind, StoryView
from relnet.exchange.columns import folded
from relnet.wording import _
from relnet.words import label

YES = _("yes")
NO = _("no")

_OWN: Mapping[StrEnum, str] = {
    Harm.GROOMED_RELATIONSHIP: _("groomed into a relationship"),
    Harm.COERCED_BY_EXPLOITERS: _("coerced by people exploiting children"),
    Harm.DATING_ABUSE: _("abuse by a boyfriend or girlfriend"),
    Harm.WEAPON_VIOLENCE: _("violence with weapons"),
    Harm.HARASSMENT_BULLYING: _("harassment or bullying"),
    Harm.CRIMINAL_EXPLOITATION: _("criminal exploitation"),
    Harm.OTHER: _("another harm"),
    PromptKind.QUESTION: _("question"),
    PromptKind.ACTION: _("action"),
    StoryView.MAP: _("map"),
    StoryView.TRACKS: _("tracks"),
    StoryView.FOCUS: _("focus"),
    StoryView.TABLE: _("table"),
}
_YES = frozenset({"yes", "y", "true", "1", "x", folded(YES)})
_NO = frozenset({"no", "n", "false", "0", folded(NO)})


def spoken(word: StrEnum) -> str:
    """Give what a word of the file is called in a cell."""
    own = _OWN.get(word) if isinstance(word, (Harm, PromptKind, StoryView)) else None
    return own or label(word)


def heard(words: type[StrEnum], text: str) -> str | None:
    """Give the word of the file that a cell means; None where it means none."""
    return _heard(words).get(folded(text))


@cache
def _heard(words: type[StrEnum]) -> Mapping[str, str]:
    values = {folded(word.value): word.value for word in words}
    return values | {folded(spoken(word)): word.value for word in words}


def yes_or_no(text: str) -> bool | None:
    """Give what a cell says; None where it says neither yes nor no."""
    said = folded(text)
    return True if said in _YES else False if said in _NO else None


def no_such_word(words: type[StrEnum], text: str) -> str:
    """Say that a cell holds no word of a closed set, and what would be right."""
    known = [spoken(word) for word in words]
    near = nearest(text, known)
    if near is not None:
        what = _("no word '{word}' here; did you mean '{near}'?")
        return what.format(word=shown(text), near=near)
    what = _("no word '{word}' here; write one of: {words}")
    return what.format(word=shown(text), words=", ".join(known))


def form_heads() -> tuple[str, str, str]:
    """Give the headings of a form: of the fields, the entries and the notes."""
    return _("What"), _("Entry"), _("What to write")
