"""What a meeting takes away of a view: without what is hidden on screen, and what is of today."""

from collections.abc import Mapping
from functools import partial

from relnet.figures.showing import asked_showing
from relnet.web.case_view import CaseView
from relnet.web.handout.shown import shown_view
from relnet.web.meeting.fresh import fresh_today
from relnet.web.taking.taken import Taken


def taken_of(view: CaseView, args: Mapping[str, str]) -> Taken:
    """Give what is taken away of a view.

    Args:
        view: the case as it is on the shelf, and how it is looked at.
        args: the query string of its page's address, which says what is hidden.
    """
    showing = asked_showing(args)
    shown, left_out = shown_view(view, showing)
    return Taken(shown, args, left_out, fresh=partial(fresh_today, view.entry))
