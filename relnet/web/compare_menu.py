"""*Compare* on a case page: two sides on one page, and what is tried beside the case."""

from markupsafe import Markup

from relnet.web import ids
from relnet.web.addresses import asset_address, compare_address
from relnet.web.case_view import CaseView
from relnet.web.what_if.line import what_if_tool
from relnet.wording import _


def compare_menu(view: CaseView) -> Markup:
    """Offer both; the script lets the link begin at the stage and in the view of the screen."""
    return Markup(
        '<details id="{id}" class="menu"><summary class="tool">{words}</summary>'
        '<div class="files-menu"><a href="{address}" data-sides>{sides}</a>{what_if}</div>'
        "</details>"
        '<script type="module" async src="{script}"></script>'
    ).format(
        id=ids.COMPARE_MENU,
        words=_("Compare"),
        address=compare_address(view.entry.key, view.entry.key),
        sides=_("Side by side (cases, views or stages)"),
        what_if=what_if_tool(view),
        script=asset_address("case_compare_menu.js"),
    )
