"""*Compare* on a case page: two sides on one page, what is tried beside it, and the tally."""

from markupsafe import Markup

from relnet.web import ids
from relnet.web.addresses import asset_address, compare_address, tally_address
from relnet.web.case_view import CaseView
from relnet.web.what_if.line import what_if_tool
from relnet.wording import _


def compare_menu(view: CaseView) -> Markup:
    """Offer them; the script lets the links tell the stage and the view of the screen."""
    return Markup(
        '<details id="{id}" class="menu"><summary class="tool">{words}</summary>'
        '<div class="files-menu"><a href="{address}" data-sides>{sides}</a>{what_if}'
        '<a href="{tally}" data-tally>{tally_words}</a></div>'
        "</details>"
        '<script type="module" async src="{script}"></script>'
    ).format(
        id=ids.COMPARE_MENU,
        words=_("Compare"),
        address=compare_address(view.entry.key, view.entry.key),
        sides=_("Side by side (cases, views or stages)"),
        what_if=what_if_tool(view),
        tally=tally_address(view.entry.key),
        tally_words=_("The room’s tally: count what the room says"),
        script=asset_address("case_compare_menu.js"),
    )
