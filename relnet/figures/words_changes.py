"""One change of a case in words: what was, and what is now."""

from collections.abc import Mapping
from typing import Any

from relnet.case.models import Case
from relnet.case.names import Names
from relnet.case.vocabulary import Blank, Level
from relnet.editing.revision import ORDER, Change, Path
from relnet.figures.words_changed import changed_part
from relnet.figures.words_fields import fact_words, value_words
from relnet.figures.words_join import with_commas
from relnet.figures.words_named import Named, named_of
from relnet.wording import _
from relnet.words import label

_Entry = Mapping[str, Any] | None
"""An entry of a list; None where there is none."""

_OWN = 2
"""How long the path of an entry of a list of the case is."""

_INNER = 4
"""How long the path of an entry of a list inside such an entry is."""


def change_words(change: Change, case: Case, names: Names) -> str:
    """Say what a change made of what: "Kayla’s strength at Foster placement: strong → weak".

    Args:
        change: one change of a version.
        case: the case in any version; what is not in it is said to have been taken out.
        names: what everybody in it is called.
    """
    named = named_of(case, names, (change,))
    what = changed_part(change, named)
    if change.path[-1] == ORDER:
        return _("{what}: changed").format(what=what)
    before, after = (_value(change.path, value, named) for value in (change.before, change.after))
    if before and after and before != after:
        return _("{what}: {before} → {after}").format(what=what, before=before, after=after)
    if change.before is None:
        return _("{what}: added").format(what=what)
    if change.after is None:
        return _("{what}: taken out").format(what=what)
    return _("{what}: changed").format(what=what)


def _value(path: Path, value: Any, named: Named) -> str:  # noqa: ANN401 - any value of a file
    """Give what a path holds in words; "" where that is not told."""
    entry = value if isinstance(value, Mapping) else None
    match path:
        case ("relationships", _tie, "states", _state):
            words = _state_words(entry, named)
        case ("uses", _use):
            words = _use_words(entry, named)
        case ("stages", _stage, "move"):
            words = _("no move") if entry is None else _("a move")
        case ("stages", _stage, "blanks", _track):
            words = _("not recorded") if value is None else label(Blank(value))
        case ("stages", _stage, "safety", _view):
            words = value_words(path[0], "held", entry and entry.get("held"), named)
        case ("people", _person, "where", _stage):
            words = _where_words(entry, named)
        case _:
            whole = len(path) in (_OWN, _INNER) and entry is not None
            words = "" if whole else value_words(path[0], path[-1], value, named)
    return words


def _state_words(state: _Entry, named: Named) -> str:
    if state is None:
        return _("not recorded")
    facts = [
        fact_words("relationships", field, told, named)
        for field, told in state.items()
        if field not in ("stage", "perspective")
    ]
    return with_commas(facts)


def _use_words(use: _Entry, named: Named) -> str:
    if use is None:
        return _("nothing")
    level = label(Level(use["level"]))
    if not use.get("held_by"):
        return level
    people = named.all_of(use["held_by"])
    return _("{level}, held by {people}").format(level=level, people=people)


def _where_words(there: _Entry, named: Named) -> str:
    if there is None:
        return _("where they were before")
    place = there.get("setting") or there.get("area")
    return named.inside(str(place)) if place else _("not known")
