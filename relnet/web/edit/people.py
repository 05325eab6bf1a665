"""Forms for people, places, relationships and the young person."""

from markupsafe import Markup

from relnet.case.models import Person
from relnet.case.vocabulary import YOUNG_PERSON
from relnet.figures.refs import refs_of
from relnet.figures.words_join import listed
from relnet.web.case_view import CaseView
from relnet.web.edit.members import person_form, setting_form
from relnet.web.edit.tie_look import TieLook
from relnet.web.edit.ties import tie_form
from relnet.web.edit.young_person import young_person_fields
from relnet.wording import _


def young_person_form(view: CaseView) -> Markup:
    """Write the form of the young person."""
    head = _head(view.names.of(YOUNG_PERSON), _("The same at every stage"))
    return _form(head + young_person_fields(view.case.young_person))


def member_form(view: CaseView, member: str) -> Markup:
    """Write the form of a person or a setting."""
    part = view.network.members[member]
    content = person_form(view, part) if isinstance(part, Person) else setting_form(view, part)
    head = _head(view.names.of(member), view.names.role(member))
    tied = any(member in (tie.from_, tie.to) for tie in view.case.relationships)
    return _form(head + _where_it_holds(view, scope=tied) + content)


def relationship_form(view: CaseView, relationship: str) -> Markup:
    """Write the form of a relationship at the stage."""
    tie = view.network.relationships[relationship]
    ends = (tie.from_, tie.to)
    head = _head(listed(view.names.of(end) for end in ends), "")
    return _form(
        head
        + _where_it_holds(view)
        + tie_form(TieLook(view, tie))
        + Markup("").join(_about(view, end) for end in ends if end != YOUNG_PERSON)
    )


def _form(content: Markup) -> Markup:
    return Markup('<div class="person-form">{}</div>').format(content)


def _head(title: str, line: str) -> Markup:
    return Markup('<h2>{}</h2><p class="quiet">{}</p>').format(title, line)


def _where_it_holds(view: CaseView, *, scope: bool = True) -> Markup:
    """Say which stage and whose view is edited, and offer how long what is set holds."""
    words = _("At “{stage}”, as {name} sees it").format(
        stage=view.names.text(view.case.stages[view.stage].label),
        name=view.names.inside(view.perspective),
    )
    line = Markup('<p class="edits">{}</p>').format(words)
    # After the last stage there is nothing that could stay as it was.
    last = view.stage == len(view.case.stages) - 1
    return line + (_scope() if scope and not last else Markup(""))


def _scope() -> Markup:
    return Markup(
        '<fieldset class="field segments-field scope" data-scope><legend>{legend}</legend>'
        '<div class="segments"><label class="segment"><input type="radio" name="scope"'
        ' value="false" checked autocomplete="off"><span>{on}</span></label>'
        '<label class="segment"><input type="radio" name="scope" value="true"'
        ' autocomplete="off"><span>{here}</span></label></div></fieldset>'
    ).format(
        legend=_("It holds"),
        on=_("from here on"),
        here=_("this stage only"),
    )


def _about(view: CaseView, member: str) -> Markup:
    return Markup(
        '<p><button type="button" class="link" data-choose="{ref}">{words}</button></p>'
    ).format(
        ref=refs_of(view.case)[member],
        words=_("More about {name}").format(name=view.names.inside(member)),
    )
