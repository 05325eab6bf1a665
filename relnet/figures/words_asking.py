"""What an operation will do, in one plain sentence, for the question before it is done."""

from collections.abc import Callable, Mapping
from typing import Any

from relnet.case.models import Case
from relnet.case.names import Names
from relnet.editing.operations import (
    AddStage,
    JoinStages,
    MoveStage,
    Operation,
    RemoveEntry,
    RemoveStage,
    SplitStage,
)
from relnet.figures.words_history import operation_words
from relnet.figures.words_named import Named, named_of
from relnet.figures.words_of_entries import entry_opening
from relnet.wording import _

_GOES: Mapping[str, str] = {
    "areas": _("The area {name} is taken out."),
    "settings": _("The place {name} is taken out."),
    "people": _("{name} is taken out of the case."),
    "relationships": _("The relationship with {name} is taken out."),
    "events": _("The event {name} is taken out."),
    "prompts": _("Of what to ask or do, {name} is taken out."),
    "story": _("The step {name} of the story is taken out."),
}


def asking_words(operation: Operation, case: Case, names: Names) -> str:
    """Say what an operation will do.

    What only sets a field is said as the history says it: "Foster home: phase during".

    Args:
        operation: what is asked about.
        case: the case before it.
        names: what everybody in it is called.
    """
    told = _WORDS.get(type(operation))
    if told is None:
        return operation_words(operation, case, names)
    return told(operation, named_of(case, names))


def _remove_entry(operation: RemoveEntry, named: Named) -> str:
    name = entry_opening(operation.section, operation.id, named)
    return _GOES[operation.section].format(name=name)


def _remove_stage(operation: RemoveStage, named: Named) -> str:
    return _("The stage {stage} is taken out.").format(stage=named.stage_quoted(operation.stage))


def _join_stages(operation: JoinStages, named: Named) -> str:
    sentence = _("{stage} and the stage after it become one.")
    return sentence.format(stage=named.stage_quoted(operation.stage))


def _split_stage(operation: SplitStage, named: Named) -> str:
    second = named.quoted(operation.label)
    sentence = (
        _("{stage} is split in two; {label} comes after it.")
        if second
        else _("{stage} is split in two.")
    )
    return sentence.format(stage=named.stage_quoted(operation.stage), label=second)


def _move_stage(operation: MoveStage, named: Named) -> str:
    stage = named.stage_quoted(operation.stage)
    if operation.behind is None:
        return _("{stage} is moved to the beginning.").format(stage=stage)
    other = named.stage_quoted(operation.behind)
    return _("{stage} is moved after {other}.").format(stage=stage, other=other)


def _add_stage(operation: AddStage, named: Named) -> str:
    label = named.quoted(operation.label)
    if operation.behind is None:
        sentence = _("{label} becomes the first stage.") if label else _("A first stage is added.")
        return sentence.format(label=label)
    sentence = (
        _("The stage {label} is added after {other}.")
        if label
        else _("A stage is added after {other}.")
    )
    return sentence.format(label=label, other=named.stage_quoted(operation.behind))


_WORDS: Mapping[type, Callable[[Any, Named], str]] = {
    AddStage: _add_stage,
    JoinStages: _join_stages,
    MoveStage: _move_stage,
    RemoveEntry: _remove_entry,
    RemoveStage: _remove_stage,
    SplitStage: _split_stage,
}
