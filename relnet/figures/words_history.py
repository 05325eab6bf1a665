"""What was done to a case, each operation in one plain sentence."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from relnet.case.models import Case
from relnet.case.names import Names
from relnet.editing.operations import (
    AddEntry,
    AddPerson,
    AddStage,
    AddTie,
    AnswerMove,
    ClearState,
    JoinStages,
    MoveEntry,
    MoveStage,
    Operation,
    RemoveEntry,
    RemoveStage,
    ReplaceCase,
    SetBlank,
    SetCase,
    SetFactor,
    SetFields,
    SetSafety,
    SetStage,
    SetState,
    SetUse,
    SetWhere,
    SetYoungPerson,
    Several,
    SplitStage,
    TalkedAbout,
)
from relnet.editing.revision import Change
from relnet.figures import words_of_entries as entries
from relnet.figures import words_of_stages as stages
from relnet.figures import words_of_states as states
from relnet.figures.words_changes import change_words
from relnet.figures.words_consequences import consequence_words
from relnet.figures.words_join import with_semicolons
from relnet.figures.words_named import Named, named_of
from relnet.wording import ngettext

__all__ = ["change_words", "consequence_words", "operation_words"]

_MOST = 3
"""How many of several operations are told one by one."""

_Words = Callable[[Any, Named], str]

_WORDS: Mapping[type, _Words] = {
    SetCase: entries.set_case,
    SetYoungPerson: entries.set_young_person,
    SetFields: entries.set_fields,
    AddPerson: entries.add_person,
    AddTie: entries.add_tie,
    AddEntry: entries.add_entry,
    MoveEntry: entries.move_entry,
    RemoveEntry: entries.remove_entry,
    ReplaceCase: entries.replace_case,
    ClearState: states.clear_state,
    AnswerMove: states.answer_move,
    SetUse: states.set_use,
    SetStage: stages.set_stage,
    TalkedAbout: stages.talked_about,
    SetBlank: stages.set_blank,
    SetSafety: stages.set_safety,
    SetFactor: stages.set_factor,
    SetWhere: stages.set_where,
    AddStage: stages.add_stage,
    SplitStage: stages.split_stage,
    JoinStages: stages.join_stages,
    MoveStage: stages.move_stage,
    RemoveStage: stages.remove_stage,
}


def operation_words(
    operation: Operation, case: Case, names: Names, changes: Iterable[Change] = ()
) -> str:
    """Say what an operation did, or would do.

    Args:
        operation: what was done.
        case: the case, before or after it, or in any newer version; what is not in it is said
            to have been taken out.
        names: what everybody in it is called.
        changes: what the operation changed, where that is known: then a state is told with
            what it was before, and what came or went can be named.
    """
    told_of = tuple(changes)
    return _words(operation, named_of(case, names, told_of), told_of)


def _words(operation: Operation, named: Named, changes: tuple[Change, ...]) -> str:
    if isinstance(operation, SetState):
        return states.set_state(operation, named, changes)
    if isinstance(operation, Several):
        return _several(operation, named, changes)
    return _WORDS[type(operation)](operation, named)


def _several(several: Several, named: Named, changes: tuple[Change, ...]) -> str:
    first = several.operations[:_MOST]
    told = with_semicolons(_words(operation, named, changes) for operation in first)
    more = len(several.operations) - len(first)
    if not more:
        return told
    return ngettext(
        "%(told)s; and %(count)d more edit", "%(told)s; and %(count)d more edits", more
    ) % {"told": told, "count": more}
