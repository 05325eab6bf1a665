"""How close somebody is: the young person says so, and nobody else."""

from markupsafe import Markup

from relnet.case.vocabulary import YOUNG_PERSON
from relnet.figures.refs import YOUNG_PERSON_REF
from relnet.web.edit.controls import Choice, segments
from relnet.web.edit.tie_look import TieLook
from relnet.wording import _


def closeness_part(look: TieLook) -> Markup:
    """Offer the three circles in the young person's view; elsewhere say whose they are."""
    if look.view.perspective != YOUNG_PERSON:
        return _whose(look)
    choices = (
        Choice(1, _("inner circle")),
        Choice(2, _("middle circle")),
        Choice(3, _("outer circle")),
        Choice(None, _("not asked")),
    )
    value = look.state.closeness if look.state else None
    legend = _("How close")
    return segments(legend, look.name("closeness"), choices, value, look.sets("closeness"))


def _whose(look: TieLook) -> Markup:
    names = look.view.names
    return Markup(
        '<p class="quiet">{words} <a href="?stage={stage}&amp;as={ref}&amp;chosen={chosen}'
        '&amp;edit=1" data-as="{ref}">{link}</a></p>'
    ).format(
        words=_("How close somebody is, {name} says.").format(name=names.inside(YOUNG_PERSON)),
        stage=look.view.stage + 1,
        ref=YOUNG_PERSON_REF,
        chosen=look.ref,
        link=_("Edit as {name} sees it").format(name=names.inside(YOUNG_PERSON)),
    )
