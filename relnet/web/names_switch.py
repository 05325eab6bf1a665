"""The switch that hides names, on every page; ``assets/names_switch.js`` wires it."""

from markupsafe import Markup

from relnet.web import ids
from relnet.wording import _


def names_switch(*, hidden: bool) -> Markup:
    """Make the button, which says what a press does: show names where they are hidden."""
    return Markup(
        '<button type="button" id="{id}" class="tool" data-names="{now}">{words}</button>'
    ).format(
        id=ids.HIDE_NAMES,
        now="hidden" if hidden else "shown",
        words=_("Show names") if hidden else _("Hide names"),
    )
