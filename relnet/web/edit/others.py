"""The relationships between somebody and others than the young person."""

from markupsafe import Markup

from relnet.figures.refs import refs_of
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import Choice, add_form, bare_choice, fold
from relnet.web.edit.tie_look import TieLook, facts_words
from relnet.web.edit.ties import short_tie_form
from relnet.wording import _


def others_part(view: CaseView, member: str) -> Markup:
    """List the relationships with others, each in a fold, and offer to add one."""
    looks = [
        TieLook(view, tie)
        for tie in view.case.relationships
        if not tie.with_young_person and member in (tie.from_, tie.to)
    ]
    ties = Markup("").join(_tie(look, member) for look in looks)
    return fold(
        _("Relationships with others"),
        ties + _add(view, member),
        "others",
        count=len(looks),
    )


def _tie(look: TieLook, member: str) -> Markup:
    other = look.others_of(member)
    name = look.view.names.of(other)
    facts = facts_words(look.tie, look.state) if look.state else _("not recorded here yet")
    return fold(
        _("{name}: {facts}").format(name=name, facts=facts),
        short_tie_form(look) + _everything(look),
        look.name("tie"),
    )


def _everything(look: TieLook) -> Markup:
    return Markup('<button type="button" class="link" data-choose="{}">{}</button>').format(
        look.ref, _("Everything about this relationship")
    )


def _add(view: CaseView, member: str) -> Markup:
    others = [key for key in refs_of(view.case) if key in view.network.members and key != member]
    if not others:
        return Markup("")
    operation = {
        "do": "add_tie",
        "one": member,
        "stage": view.case.stages[view.stage].id,
        "perspective": view.perspective,
    }
    choice = bare_choice(
        _("Add a relationship with"),
        "other",
        "other",
        [Choice(other, view.names.of(other)) for other in others],
        needed=True,
    )
    return add_form(operation, [choice])
