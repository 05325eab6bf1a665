"""Doing an operation: a case and what somebody means, in; the case after it, out."""

from collections.abc import Callable, Mapping
from typing import Any

from relnet.case.models import Case
from relnet.editing import entries, stage_line, stage_words, states
from relnet.editing.document import case_of, tree_of
from relnet.editing.draft import Draft
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
    SplitStage,
    TalkedAbout,
)

_Doing = Callable[[Draft, Any], None]

_DOING: Mapping[type, _Doing] = {
    SetCase: entries.set_case,
    SetYoungPerson: entries.set_young_person,
    SetFields: entries.set_fields,
    AddPerson: entries.add_person,
    AddTie: entries.add_tie,
    AddEntry: entries.add_entry,
    MoveEntry: entries.move_entry,
    RemoveEntry: entries.remove_entry,
    SetState: states.set_state,
    ClearState: states.clear_state,
    AnswerMove: states.answer_move,
    SetUse: states.set_use,
    SetStage: stage_words.set_stage,
    TalkedAbout: stage_words.talked_about,
    SetBlank: stage_words.set_blank,
    SetSafety: stage_words.set_safety,
    SetFactor: stage_words.set_factor,
    SetWhere: stage_words.set_where,
    AddStage: stage_line.add_stage,
    SplitStage: stage_line.split_stage,
    JoinStages: stage_line.join_stages,
    MoveStage: stage_line.move_stage,
    RemoveStage: stage_line.remove_stage,
}


def perform(case: Case, operation: Operation) -> Case:
    """Give the case after an operation; the given one stays as it is.

    Raises:
        UnknownId: it is about something that the case does not have (any more).
        CaseFaults: the case would not be valid after it; with everything that is wrong.
        CannotDo: it makes no sense here; the message says why.
    """
    if isinstance(operation, ReplaceCase):
        return operation.case
    draft = Draft(case, tree_of(case))
    _DOING[type(operation)](draft, operation)
    return case_of(draft.tree)
