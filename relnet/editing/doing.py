"""What each operation does to the tree of a case, in one table."""

from collections.abc import Callable, Mapping
from typing import Any

from relnet.case.models import Case
from relnet.editing import entries, stage_line, stage_words, states
from relnet.editing.document import Tree, identified, tree_of
from relnet.editing.draft import Draft, retold
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


def attempt(case: Case, operation: Operation) -> Tree:
    """Give the tree after an operation; whether it is a valid case, nobody has looked yet.

    Raises:
        UnknownId: the operation is about something that the case does not have (any more).
        CannotDo: it makes no sense here; the message says why.
    """
    if isinstance(operation, ReplaceCase):
        return tree_of(identified(operation.case))
    draft = Draft(case, tree_of(case))
    if isinstance(operation, Several):
        return _done_in_order(draft, operation)
    _DOING[type(operation)](draft, operation)
    return draft.tree


def _done_in_order(draft: Draft, several: Several) -> Tree:
    """Do several operations; each looks at the relationships as the ones before it left them."""
    for each in several.operations:
        _DOING[type(each)](draft, each)
        if isinstance(each, SetState | ClearState):
            draft = retold(draft, each.relationship)
    return draft.tree
