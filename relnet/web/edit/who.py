"""The dialog that asks once, in each browser, who edits; assets/edit_who.js opens it."""

from markupsafe import Markup

from relnet.web import ids
from relnet.wording import _


def who_dialog() -> Markup:
    """Make the dialog; it is closed until it is needed."""
    return Markup(
        '<dialog id="{id}" class="dialog" aria-labelledby="{id}-title">'
        '<form method="dialog"><h2 id="{id}-title">{title}</h2><p>{why}</p>'
        '<label>{label} <input name="name" maxlength="80" autocomplete="off"></label>'
        '<p class="buttons"><button class="button strong">{go}</button></p></form></dialog>'
    ).format(
        id=ids.WHO,
        title=_("Who is editing?"),
        why=_(
            "The history says who changed what. This browser remembers your name; you can leave"
            " it empty."
        ),
        label=_("Your name or initials"),
        go=_("Continue"),
    )
