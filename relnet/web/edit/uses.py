"""What professionals do through a relationship: three uses, three levels, who holds them."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from relnet.case.models import Person, Use
from relnet.case.vocabulary import YOUNG_PERSON, Level, RelationshipType, UseKind
from relnet.editing.operations import SetUse
from relnet.figures.words_join import listed
from relnet.network.measures.resting import holders
from relnet.web.edit.controls import (
    Choice,
    Sets,
    boxes,
    choice_field,
    fault_place,
    fold,
    pressed_button,
)
from relnet.web.edit.tie_look import TieLook
from relnet.wording import _
from relnet.words import label

_LEVELS: Mapping[Level, str] = {
    Level.AMBITION: _("ambition"),
    Level.PLANNED: _("planned"),
    Level.PRACTICE: _("practice"),
}
"""From hoped for to done, as a use grows; in words so short that three fit side by side."""


def uses_part(look: TieLook) -> Markup:
    """Offer every use at every level as a chip; pressing one that is lit takes it off."""
    told = {use.use: use for use in look.view.network.uses(look.tie.id, look.view.stage)}
    rows = Markup("").join(_row(look, kind, told.get(kind)) for kind in UseKind)
    held = Markup("").join(_held(look, told[kind]) for kind in UseKind if kind in told)
    return Markup(
        '<fieldset class="field uses"><legend>{legend}</legend>{rows}{fault}</fieldset>{held}'
    ).format(
        legend=_("What professionals do through it at this stage"),
        rows=rows,
        fault=fault_place("level"),
        held=held,
    )


def _row(look: TieLook, kind: UseKind, use: Use | None) -> Markup:
    chips = Markup("").join(_chip(look, kind, level, use) for level in _LEVELS)
    return Markup(
        '<div class="use" role="group" aria-label="{words}"><span>{words}</span>{chips}</div>'
    ).format(words=label(kind), chips=chips)


def _chip(look: TieLook, kind: UseKind, level: Level, use: Use | None) -> Markup:
    lit = use is not None and use.level is level
    return pressed_button(
        _LEVELS[level],
        SetUse(
            relationship=look.tie.id,
            stage=look.stage.id,
            use=kind,
            level=None if lit else level,
        ),
        pressed=lit,
        label=_("{use}, {level}").format(use=label(kind), level=_LEVELS[level]),
        name=look.name(f"{kind}-{level}"),
    )


def _held(look: TieLook, use: Use) -> Markup:
    held = holders(look.view.network, use)
    sets = Sets(
        SetUse(relationship=use.relationship, stage=use.stage, use=use.use, level=use.level),
        "held_by",
    )
    likely = [*dict.fromkeys((*_likely(look), *held))]
    others = [person.id for person in look.view.case.people if person.id not in likely]
    legend = _("Who holds {use}").format(use=label(use.use))
    ticks = boxes(legend, look.name(f"{use.use}-held"), _named(look, likely), held, sets)
    return fold(
        _held_words(look, use, held),
        ticks + _somebody_else(look, use, held, others, sets) + _own_hint(look, use),
        look.name(f"{use.use}-held"),
    )


def _held_words(look: TieLook, use: Use, held: Iterable[str]) -> str:
    people = listed(look.view.names.inside(holder) for holder in held)
    if not people:
        return _("Who holds {use}: not recorded").format(use=label(use.use))
    return _("Who holds {use}: {people}").format(use=label(use.use), people=people)


def _likely(look: TieLook) -> list[str]:
    """Give those who may well hold a use: the practitioners first, then the young person."""
    people = look.view.case.people
    workers = [person.id for person in people if person.type is RelationshipType.PRACTITIONER]
    own = [person.id for person in people if person.id == look.tie.from_]
    return [*workers, YOUNG_PERSON, *own]


def _named(look: TieLook, members: Iterable[str]) -> list[Choice]:
    return [Choice(member, look.view.names.of(member)) for member in members]


def _somebody_else(
    look: TieLook, use: Use, held: Iterable[str], others: Iterable[str], sets: Sets
) -> Markup:
    names = look.view.names
    choices = [Choice([*held, other], names.of(other)) for other in others]
    if not choices:
        return Markup("")
    return choice_field(
        _("Somebody else"),
        look.name(f"{use.use}-else"),
        [Choice(None, _("Choose …")), *choices],
        None,
        sets,
    )


def _own_hint(look: TieLook, use: Use) -> Markup:
    """Say who is meant where nobody is named: a practitioner holds their own uses."""
    member = look.view.network.members[look.tie.from_]
    if not isinstance(member, Person) or member.type is not RelationshipType.PRACTITIONER:
        return Markup("")
    if use.held_by:
        words = _("With nobody ticked, {name} holds it.")
    else:
        words = _("Nobody is named, so {name} holds it.")
    return Markup('<small class="hint">{}</small>').format(
        words.format(name=look.view.names.inside(member.id))
    )
