"""The switch that hides names, on every page; ``assets/names_switch.js`` wires it."""

from markupsafe import Markup

from relnet.web import ids
from relnet.wording import _


def names_switch(*, hidden: bool) -> Markup:
    """Make the button, pressed where names are hidden."""
    return Markup(
        '<button type="button" id="{id}" class="tool" aria-pressed="{hidden}">{words}</button>'
    ).format(id=ids.HIDE_NAMES, hidden="true" if hidden else "false", words=_("Hide names"))
