"""What was said of relationships and of what professionals do, operation by operation."""

from collections.abc import Iterable, Mapping

from relnet.case.vocabulary import TEAM
from relnet.editing.document import state_key
from relnet.editing.operations import AnswerMove, ClearState, MoveAnswer, SetState, SetUse
from relnet.editing.revision import Change
from relnet.figures.words_fields import fact_words, value_words
from relnet.figures.words_join import with_commas
from relnet.figures.words_named import Named
from relnet.wording import _
from relnet.words import label

_ANSWERS: Mapping[MoveAnswer, str] = {
    "kept": _("{who}: kept as it was in the move ({stage})"),
    "weaker": _("{who}: weaker since the move ({stage})"),
    "strained": _("{who}: strained since the move ({stage})"),
    "broken": _("{who}: broken by the move ({stage})"),
    "ended": _("{who}: ended with the move ({stage})"),
    "not_known": _("{who}: not known since the move ({stage})"),
}


def set_state(operation: SetState, named: Named, changes: Iterable[Change] = ()) -> str:
    """Say what a relationship is like, from a stage on or at it alone."""
    was = _was(operation, changes)
    facts = [
        _fact(field, value, was.get(field), named) for field, value in operation.fields.items()
    ]
    if operation.perspective == TEAM:
        sentence = (
            _("{who}: {facts}, at {stage} only")
            if operation.only_here
            else _("{who}: {facts} from {stage} on")
        )
    else:
        sentence = (
            _("{who}, as {name} sees it: {facts}, at {stage} only")
            if operation.only_here
            else _("{who}, as {name} sees it: {facts} from {stage} on")
        )
    return sentence.format(
        who=named.tie(operation.relationship),
        name=named.inside(operation.perspective),
        facts=with_commas(facts) or _("recorded"),
        stage=named.stage(operation.stage),
    )


def _was(operation: SetState, changes: Iterable[Change]) -> Mapping[str, object]:
    """Give what the fields of the state held before, where it was recorded at the stage."""
    key = state_key(operation.stage, operation.perspective)
    above = ("relationships", operation.relationship, "states", key)
    return {change.path[-1]: change.before for change in changes if change.path[:-1] == above}


def _fact(field: str, value: object, was: object, named: Named) -> str:
    now = fact_words("relationships", field, value, named)
    before = value_words("relationships", field, was, named) if was is not None else ""
    after = value_words("relationships", field, value, named)
    if not before or not after or before == after:
        return now
    return _("{before} → {after}").format(before=before, after=now)


def clear_state(operation: ClearState, named: Named) -> str:
    """Say that what was recorded of a relationship was taken out."""
    sentence = (
        _("{who}: took out what was recorded at {stage}")
        if operation.perspective == TEAM
        else _("{who}: took out how {name} sees it at {stage}")
    )
    return sentence.format(
        who=named.tie(operation.relationship),
        name=named.inside(operation.perspective),
        stage=named.stage(operation.stage),
    )


def answer_move(operation: AnswerMove, named: Named) -> str:
    """Say what a move did to a relationship."""
    told = _ANSWERS[operation.answer].format(
        who=named.tie(operation.relationship), stage=named.stage(operation.stage)
    )
    if operation.perspective == TEAM:
        return told
    return _("{told}, as {name} sees it").format(
        told=told, name=named.inside(operation.perspective)
    )


def set_use(operation: SetUse, named: Named) -> str:
    """Say what professionals do through a relationship."""
    level = _("nothing") if operation.level is None else label(operation.level)
    fill = {
        "who": named.tie(operation.relationship),
        "use": label(operation.use),
        "stage": named.stage(operation.stage),
        "level": level,
    }
    if operation.level is None or not operation.held_by:
        return _("{who}, {use} at {stage}: {level}").format(**fill)
    people = named.all_of(operation.held_by)
    return _("{who}, {use} at {stage}: {level}, held by {people}").format(people=people, **fill)
