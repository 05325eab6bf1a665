"""What was done to the timeline and said of its stages, operation by operation."""

from collections.abc import Mapping

from relnet.case.vocabulary import TEAM, FactorKind
from relnet.editing.operations import (
    AddStage,
    JoinStages,
    MoveStage,
    RemoveStage,
    SetBlank,
    SetFactor,
    SetSafety,
    SetStage,
    SetWhere,
    SplitStage,
    TalkedAbout,
)
from relnet.figures.words_fields import fact_words
from relnet.figures.words_join import with_commas, with_semicolons
from relnet.figures.words_named import Named
from relnet.wording import _
from relnet.words import label

_TAKEN_OUT: Mapping[FactorKind, str] = {
    FactorKind.PUSH: _("{stage}: took out the push {text}"),
    FactorKind.PULL: _("{stage}: took out the pull {text}"),
}
_FACTORS: Mapping[FactorKind, str] = {
    FactorKind.PUSH: _("{stage}: push {text}"),
    FactorKind.PULL: _("{stage}: pull {text}"),
}
_FACTORS_UNQUOTED: Mapping[FactorKind, str] = {
    FactorKind.PUSH: _("{stage}: changed what pushes"),
    FactorKind.PULL: _("{stage}: changed what pulls"),
}


def set_stage(operation: SetStage, named: Named) -> str:
    """Say what was set at a stage."""
    facts = [_fact(field, value, named) for field, value in operation.fields.items()]
    return _("{stage}: {facts}").format(
        stage=named.stage(operation.stage), facts=with_semicolons(facts) or _("changed")
    )


def _fact(field: str, value: object, named: Named) -> str:
    if field != "move":
        return fact_words("stages", field, value, named)
    if not isinstance(value, dict):
        return _("no move opens it")
    facts = [fact_words("stages", inner, told, named) for inner, told in value.items() if told]
    if not facts:
        return _("a move opens it")
    return _("a move opens it ({facts})").format(facts=with_commas(facts))


def talked_about(operation: TalkedAbout, named: Named) -> str:
    """Say whether a track was talked about."""
    sentence = (
        _("Talked about “{track}” at {stage}")
        if operation.talked
        else _("Not yet talked about “{track}” at {stage}")
    )
    return sentence.format(track=label(operation.track), stage=named.stage(operation.stage))


def set_blank(operation: SetBlank, named: Named) -> str:
    """Say why a track shows nobody."""
    sentence = (
        _("{track} at {stage}: took back why nobody is shown")
        if operation.blank is None
        else _("{track} at {stage}: {blank}")
    )
    return sentence.format(
        track=label(operation.track),
        stage=named.stage(operation.stage),
        blank=label(operation.blank) if operation.blank is not None else "",
    )


def set_safety(operation: SetSafety, named: Named) -> str:
    """Say how a dimension of safety is seen."""
    sentence = (
        _("{dimension} safety at {stage}: {held}")
        if operation.perspective == TEAM
        else _("{dimension} safety at {stage}, as {name} sees it: {held}")
    )
    return sentence.format(
        dimension=label(operation.dimension),
        stage=named.stage(operation.stage),
        name=named.inside(operation.perspective),
        held=_("not recorded") if operation.held is None else label(operation.held),
    )


def set_factor(operation: SetFactor, named: Named) -> str:
    """Say what pushes or pulls."""
    added = (operation.text or "").strip()
    kind, text = operation.kind, named.quoted(added)
    sentences = _FACTORS
    if not added and operation.was is not None:
        kind, text = operation.was[0], named.quoted(operation.was[1])
        sentences = _TAKEN_OUT
    if not text:
        sentences = _FACTORS_UNQUOTED
    return sentences[kind].format(stage=named.stage(operation.stage), text=text)


def set_where(operation: SetWhere, named: Named) -> str:
    """Say where somebody is from a stage on."""
    place = operation.setting or operation.area
    if not operation.here:
        sentence = _("{who}: where they were before, from {stage} on")
    elif place is None:
        sentence = _("{who}: not known where, from {stage} on")
    else:
        sentence = _("{who}: in {place} from {stage} on")
    return sentence.format(
        who=named.opening(operation.person),
        place=named.inside(place) if place else "",
        stage=named.stage(operation.stage),
    )


def add_stage(operation: AddStage, named: Named) -> str:
    """Say which stage was added, and where."""
    label_words = named.quoted(operation.label)
    if operation.behind is None:
        sentence = _("Added the stage {label}, as the first") if label_words else _("Added a stage")
    elif label_words:
        sentence = _("Added the stage {label} after {other}")
    else:
        sentence = _("Added a stage after {other}")
    told = sentence.format(label=label_words, other=named.stage(operation.behind))
    if not isinstance(operation.fields.get("move"), dict):
        return told
    return with_semicolons((told, _fact("move", operation.fields["move"], named)))


def split_stage(operation: SplitStage, named: Named) -> str:
    """Say which stage was split."""
    label_words = named.quoted(operation.label)
    sentence = _("Split {stage}: {label} follows it") if label_words else _("Split {stage} in two")
    return sentence.format(stage=named.stage(operation.stage), label=label_words)


def join_stages(operation: JoinStages, named: Named) -> str:
    """Say which stages were joined."""
    return _("Joined {stage} with the stage after it").format(stage=named.stage(operation.stage))


def move_stage(operation: MoveStage, named: Named) -> str:
    """Say where a stage was put."""
    sentence = (
        _("Moved {stage} to the beginning")
        if operation.behind is None
        else _("Moved {stage} after {other}")
    )
    return sentence.format(stage=named.stage(operation.stage), other=named.stage(operation.behind))


def remove_stage(operation: RemoveStage, named: Named) -> str:
    """Say which stage was taken out."""
    return _("Took out the stage {stage}").format(stage=named.stage(operation.stage))
