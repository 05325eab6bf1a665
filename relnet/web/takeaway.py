"""*Take away* on a case page: its menu, and what answers it (``relnet.web.taking.takeaways``)."""

from collections.abc import Callable
from functools import partial
from urllib.parse import urlencode

from flask import Flask, Response, request
from markupsafe import Markup

from relnet.figures.showing import read_showing
from relnet.web import ids
from relnet.web.addresses import CASE_RULE, asset_address, case_address, meeting_address
from relnet.web.case_file import file_name
from relnet.web.case_view import CaseView, asked_view, perspective_refs
from relnet.web.copying import copy_tools
from relnet.web.files import attached
from relnet.web.fragments import VIEW_WORDS
from relnet.web.handout.shown import shown_view
from relnet.web.meeting.fresh import fresh_today
from relnet.web.taking.takeaways import GROUP_WORDS, MEETING, TAKEAWAYS, Takeaway
from relnet.web.taking.taken import Taken
from relnet.wording import _

_GROUP = Markup(
    '<section class="take-group" aria-label="{words}"{of_view}><h2>{words}</h2>'
    '<div class="take-{look}">{first}{links}</div></section>'
)


def takeaway_menu(view: CaseView) -> Markup:
    """Offer them.

    The script gives the links what the page's address says at that moment, and shows of the
    groups of views that of the view on the screen.
    """
    as_drawn = {"as": perspective_refs(view.case).get(view.perspective), "stage": view.stage + 1}
    query = urlencode({key: value for key, value in as_drawn.items() if value})
    return Markup(
        '<details id="{id}" class="menu"><summary class="tool">{words}</summary>'
        '<div class="files-menu">{copying}{groups}</div></details>'
        '<script type="module" async src="{script}"></script>'
    ).format(
        id=ids.TAKE_AWAY,
        words=_("Take away"),
        copying=copy_tools(view),
        groups=Markup("").join(_group(view, name, query) for name in GROUP_WORDS),
        script=asset_address("case_takeaway.js"),
    )


def _group(view: CaseView, name: str, query: str) -> Markup:
    links = Markup("").join(
        Markup('<a href="{}?{}" data-take>{}</a>').format(_address(view, item), query, item.words)
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
    """Answer the links of the menu."""
    for item in TAKEAWAYS:
        server.add_url_rule(f"{CASE_RULE}/{item.address}", item.address, _answer(item))


def _answer(item: Takeaway) -> Callable[[str], Response]:
    def answer(key: str) -> Response:
        taken = _asked(key)
        return attached(item.write(taken), _name_of(item, taken), item.mimetype)

    return answer


def _asked(key: str) -> Taken:
    """Take what the current request looks at, without what is hidden.

    Raises:
        UnknownCase: no case has this key.
        CaseFaults: the case's file has faults.
    """
    args = request.args.to_dict()
    view = asked_view(key, args)
    shown, left_out = shown_view(view, read_showing(args.get("hide", ""), args.get("only", "")))
    return Taken(shown, args, left_out, fresh=partial(fresh_today, view.entry))


def _name_of(item: Takeaway, taken: Taken) -> str:
    ending = item.address[item.address.index(".") :]
    return file_name(taken.view.names.text(taken.view.case.title), ending)


def _address(view: CaseView, item: Takeaway) -> str:
    return f"{case_address(view.entry.key)}/{item.address}"
