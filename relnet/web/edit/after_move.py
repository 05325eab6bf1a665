"""What a move did to each relationship that was active before it: one press for each."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from relnet.case.models import Relationship, State
from relnet.case.vocabulary import Status, Strength
from relnet.editing.operations import AnswerMove, MoveAnswer
from relnet.figures.refs import refs_of
from relnet.figures.words_tie import not_known_since_move
from relnet.network.graph import Tie, is_active, is_harmful_only
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import Choice, Sets, do_button, fault_place, fold, segments
from relnet.web.edit.tie_look import stage_words
from relnet.wording import _, ngettext

_ANSWERS: Mapping[MoveAnswer, str] = {
    "kept": _("kept"),
    "weaker": _("weaker"),
    "strained": _("strained"),
    "broken": _("broken"),
    "ended": _("ended"),
    "not_known": _("not known"),
}
_SAYS: Mapping[Status, MoveAnswer] = {
    Status.BROKEN: "broken",
    Status.ENDED: "ended",
    Status.NOT_KNOWN: "not_known",
}


def after_move_part(view: CaseView) -> Markup:
    """Ask what this move did, then what is still not known since an earlier one."""
    here = view.case.stages[view.stage].id
    asked = _asked(view)
    earlier = [stage for stage in asked if stage != here]
    return Markup("").join(
        (
            _question(view, here, asked.get(here, ())),
            _answered_part(view),
            *(_earlier(view, stage, asked[stage]) for stage in earlier),
        )
    )


def _asked(view: CaseView) -> dict[str, list[Tie]]:
    """Give the relationships of which nothing has been told since a move, by its stage."""
    found: dict[str, list[Tie]] = {}
    for tie in view.network.own_ties(view.stage, view.perspective):
        if not_known_since_move(tie.state, tie):
            found.setdefault(tie.state.stage, []).append(tie)
    return found


def _question(view: CaseView, stage: str, ties: Sequence[Tie]) -> Markup:
    if not ties:
        return Markup("")
    count = ngettext(
        "%(count)d still to be answered. Kept means as it was before; what is not answered stays"
        " not known.",
        "%(count)d still to be answered. Kept means as they were before; what is not answered"
        " stays not known.",
        len(ties),
    ) % {"count": len(ties)}
    return Markup(
        '<fieldset class="field asks after-move"><legend>{legend}</legend>'
        '<p class="quiet">{count}</p>{rows}</fieldset>'
    ).format(
        legend=_("What happened to these relationships in this move?"),
        count=count,
        rows=_rows(view, stage, ties),
    )


def _earlier(view: CaseView, stage: str, ties: Sequence[Tie]) -> Markup:
    """Ask again after a move that stands before this stage."""
    moved = view.case.stages[view.stage].move is not None
    title = _("Not known since the move to “{stage}”").format(stage=stage_words(view, stage))
    content = Markup('<div class="after-move">{}</div>').format(_rows(view, stage, ties))
    name = f"move-{view.network.stage_number[stage]}"
    return fold(title, content, name, count=len(ties), is_open=not moved)


def _rows(view: CaseView, stage: str, ties: Iterable[Tie]) -> Markup:
    """Ask after each; those that bring harm alone stand apart."""
    refs = refs_of(view.case)
    kind = [_row(view, stage, tie, refs) for tie in ties if not is_harmful_only(tie.state)]
    harmful = [_row(view, stage, tie, refs) for tie in ties if is_harmful_only(tie.state)]
    return Markup("").join([*kind, *_apart(harmful)])


def _apart(rows: Sequence[Markup]) -> Sequence[Markup]:
    words = _("Relationships that bring harm, counted apart:")
    return [Markup('<p class="quiet">{}</p>').format(words), *rows] if rows else []


def _row(view: CaseView, stage: str, tie: Tie, refs: Mapping[str, str]) -> Markup:
    member = tie.relationship.from_
    presses = Markup("").join(
        do_button(
            words,
            AnswerMove(
                relationship=tie.id, stage=stage, perspective=view.perspective, answer=answer
            ),
            label=_("{name}: {answer}").format(name=view.names.of(member), answer=words),
        )
        for answer, words in _ANSWERS.items()
    )
    return Markup(
        '<div class="field answer" role="group" aria-label="{name}">'
        '<button type="button" class="link" data-choose="{ref}">{name}</button>'
        ' <span class="quiet">{role}</span><div class="presses">{presses}</div>{fault}</div>'
    ).format(
        name=view.names.of(member),
        ref=refs[tie.id],
        role=view.names.role(member),
        presses=presses,
        fault=fault_place("answer"),
    )


def _answered_part(view: CaseView) -> Markup:
    """List quietly what this move is known to have done, to be changed there."""
    told = list(_answered(view))
    if not told:
        return Markup("")
    refs = refs_of(view.case)
    title = ngettext("%(count)d answered", "%(count)d answered", len(told)) % {"count": len(told)}
    kind = [_change(view, tie, refs) for tie in told if not is_harmful_only(_before(tie))]
    harmful = [_change(view, tie, refs) for tie in told if is_harmful_only(_before(tie))]
    return fold(title, Markup("").join([*kind, *_apart(harmful)]), "answered")


def _answered(view: CaseView) -> Iterable[Tie]:
    """Give the relationships that were active before this move and are told of after it."""
    if view.case.stages[view.stage].move is None:
        return []
    ties = view.network.own_ties(view.stage, view.perspective)
    return [
        tie for tie in ties if is_active(tie.before) and not not_known_since_move(tie.state, tie)
    ]


def _before(tie: Tie) -> State:
    return tie.before or tie.state


def _change(view: CaseView, tie: Tie, refs: Mapping[str, str]) -> Markup:
    operation = {
        "do": "answer_move",
        "relationship": tie.id,
        "stage": view.case.stages[view.stage].id,
        "perspective": view.perspective,
    }
    choices = [Choice(answer, words) for answer, words in _ANSWERS.items()]
    return segments(
        _name(view, tie.relationship),
        f"{refs[tie.id]}-answer",
        choices,
        _answer(_before(tie), tie.state),
        Sets(operation, "answer"),
    )


def _name(view: CaseView, relationship: Relationship) -> str:
    return view.names.of(relationship.from_)


def _answer(before: State, now: State) -> MoveAnswer | None:
    """Give the answer that what is told comes to; None where it is something else."""
    if now.status is not Status.ACTIVE:
        return _SAYS.get(now.status) if now.status is not None else None
    order = [Strength.WEAK, Strength.STEADY, Strength.STRONG]
    was, is_now = before.strength or Strength.STEADY, now.strength or Strength.STEADY
    if now.strained and not before.strained:
        return "strained"
    if order.index(is_now) < order.index(was):
        return "weaker"
    same = (before.strength, bool(before.strained)) == (now.strength, bool(now.strained))
    return "kept" if same else None
