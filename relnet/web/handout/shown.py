"""A view of a case as it leaves relnet: without what is hidden on screen."""

from relnet.case.names import names_of
from relnet.figures.showing import Showing, shown_part
from relnet.network.graph import CaseNetwork
from relnet.web.case_view import CaseView
from relnet.web.shelf_entry import ShelfEntry


def shown_view(view: CaseView, showing: Showing) -> tuple[CaseView, int]:
    """Give a view without what is hidden, and how many of its relationships are not in it."""
    shown = shown_part(view.network, view.perspective, showing, view.stage)
    if shown.network is view.network:
        return view, 0
    made = bare_view(shown.network, view.perspective, view.stage, hidden=view.names.hidden)
    return made, shown.left_out


def bare_view(network: CaseNetwork, perspective: str, stage: int, *, hidden: bool) -> CaseView:
    """Look at a case that is on no shelf."""
    case = network.case
    return CaseView(
        ShelfEntry("", case), network, names_of(case, hidden=hidden), perspective, stage
    )
