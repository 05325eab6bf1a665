"""*Take away* on a case page: its menu, and what answers it (``relnet.web.taking.takeaways``)."""

from collections.abc import Callable
from functools import partial
from urllib.parse import urlencode

from flask import Flask, Response
from markupsafe import Markup

from relnet.web import ids
from relnet.web.addresses import CASE_RULE, asset_address, case_address, meeting_address
from relnet.web.case_view import CaseView, offered_perspectives
from relnet.web.copying import copy_tools
from relnet.web.files import attached
from relnet.web.fragments import VIEW_WORDS
from relnet.web.security import refuse_links
from relnet.web.taking.making import asked_taken, begin_making, making_line, register_making
from relnet.web.taking.takeaways import GROUP_WORDS, MEETING, TAKEAWAYS, Takeaway
from relnet.wording import _

_GROUP = Markup(
    '<section class="take-group" aria-label="{words}"{of_view}><h2>{words}</h2>'
    '<div class="take-{look}">{first}{links}</div></section>'
)

_LINK = Markup('<a href="{address}?{query}" data-take{long}>{words}</a>')


def takeaway_menu(view: CaseView) -> Markup:
    """Offer them.

    The script gives the links what the page's address says at that moment, and shows of the
    groups of views that of the view on the screen.
    """
    as_drawn = {"as": offered_perspectives(view).get(view.perspective), "stage": view.stage + 1}
    query = urlencode({key: value for key, value in as_drawn.items() if value})
    return Markup(
        '<details id="{id}" class="menu"><summary class="tool">{words}</summary>'
        '<div class="files-menu">{copying}{groups}</div></details>{making}'
        '<script type="module" async src="{script}"></script>'
    ).format(
        id=ids.TAKE_AWAY,
        words=_("Take away"),
        copying=copy_tools(view),
        groups=Markup("").join(_group(view, name, query) for name in GROUP_WORDS),
        making=making_line(),
        script=asset_address("case_takeaway.js"),
    )


def _group(view: CaseView, name: str, query: str) -> Markup:
    links = Markup("").join(
        _LINK.format(
            address=_address(view, item),
            query=query,
            long=Markup(" data-long") if item.is_long else "",
            words=item.words,
        )
        for item in TAKEAWAYS
        if item.group == name and item.is_of(view)
    )
    return _GROUP.format(
        words=GROUP_WORDS[name],
        of_view=Markup(' data-of-view="{}"').format(name) if name in VIEW_WORDS else "",
        look="kinds" if name in VIEW_WORDS else "list",
        first=_meeting_link(view, query) if name == MEETING else "",
        links=links,
    )


def _meeting_link(view: CaseView, query: str) -> Markup:
    return Markup('<a href="{}?{}" data-meeting>{}</a>').format(
        meeting_address(view.entry.key), query, _("End the meeting (a page to print)")
    )


def register_takeaways(server: Flask) -> None:
    """Answer the links of the menu, and what a page asks of files that take long."""
    register_making(server)
    for item in TAKEAWAYS:
        rule = f"{CASE_RULE}/{item.address}"
        server.add_url_rule(rule, item.address, _answer(item))
        if item.is_long:
            make = partial(begin_making, item)
            server.add_url_rule(rule, f"make_{item.address}", make, methods=["POST"])


def _answer(item: Takeaway) -> Callable[[str], Response]:
    def answer(key: str) -> Response:
        refuse_links()
        taken = asked_taken(key)
        return attached(item.write(taken), item.name_for(taken.view), item.mimetype)

    return answer


def _address(view: CaseView, item: Takeaway) -> str:
    return f"{case_address(view.entry.key)}/{item.address}"
