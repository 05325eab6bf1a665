"""Files that take long, as a page asks for them: begin, how far, fetch, stop.

Without a script the links of the menu give the same files, and the browser waits.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from flask import Flask, Response, copy_current_request_context, current_app, request
from markupsafe import Markup

from relnet.web import ids
from relnet.web.addresses import CASE_RULE
from relnet.web.case_view import asked_view
from relnet.web.edit.answering import answering
from relnet.web.files import attached
from relnet.web.meeting.asked import taken_of
from relnet.web.privacy import names_hidden
from relnet.web.server import current_shelf
from relnet.web.shelf_entry import ShelfEntry
from relnet.web.taking.jobs import Jobs, Tell, Wanted
from relnet.web.taking.stop import Stop
from relnet.web.taking.takeaways import Takeaway
from relnet.web.taking.taken import Taken
from relnet.wording import _

_PLACE = "relnet_making"
_RULE = f"{CASE_RULE}/making/<token>"
_LINE = Markup(
    '<div id="{id}" class="making" role="group" aria-label="{label}" hidden data-begun="{begun}"'
    ' data-page="{page}" data-last="{last}" data-saved="{saved}" data-stopped="{stopped}"'
    ' data-silent="{silent}" data-busy="{busy}">'
    '<p id="{said_id}" role="status"></p><progress max="1" aria-label="{label}"></progress>'
    '<button type="button" class="tool" data-stop="{stop}" data-close="{close}">{stop}</button>'
    "</div>"
)


def asked_taken(key: str) -> Taken:
    """Take what the current request looks at, without what is hidden.

    Raises:
        UnknownCase: no case has this key.
        CaseFaults: the case's file has faults.
    """
    args = request.args.to_dict()
    shelf = current_shelf()

    def others() -> tuple[ShelfEntry, ...]:
        # What is filtered has no key of its own any more: whole, it does not stand beside itself.
        return tuple(entry for entry in shelf.entries() if entry.key != key)

    return replace(taken_of(asked_view(key, args), args), others=others)


def register_making(server: Flask, jobs: Jobs | None = None) -> None:
    """Answer what a page asks of a file that is being made; only tests give other jobs."""
    server.config[_PLACE] = jobs or Jobs()

    @server.get(_RULE)
    def how_far(key: str, token: str) -> Response:
        del key
        return answering(lambda: _progress(token))

    @server.get(f"{_RULE}/file")
    def made_file(key: str, token: str) -> Response:
        del key
        hidden = names_hidden(request.cookies)
        wanted, content = current_jobs().fetch(token, hidden=hidden)
        return attached(content, wanted.name, wanted.mimetype)

    @server.post(f"{_RULE}/stop")
    def stop_making(key: str, token: str) -> Response:
        del key
        current_jobs().stop(token)
        return answering(dict)


def current_jobs() -> Jobs:
    """Give the files that the app that answers the current request is making."""
    jobs: Jobs = current_app.config[_PLACE]
    return jobs


def begin_making(item: Takeaway, key: str) -> Response:
    """Begin a file, and say by which token it is asked for."""
    return answering(lambda: {"token": _begun(item, key)})


def making_line() -> Markup:
    """Give the place where the page says how far a file is, and can stop it."""
    return _LINE.format(
        id=ids.MAKING,
        said_id=ids.MAKING_SAID,
        label=_("The file that is being made"),
        begun=_("Making the file …"),
        page=_("Making the file: page {number} of {many}"),
        last=_("Making the file: all {many} pages are written, putting them together …"),
        saved=_("Saved, as your browser saves files."),
        stopped=_("Stopped. No file was saved."),
        silent=_("relnet does not answer, so no file was saved. See if it still runs."),
        busy=_("One file is being made already. Wait for it, or stop it first."),
        stop=_("Stop"),
        close=_("Close"),
    )


def _begun(item: Takeaway, key: str) -> str:
    taken = asked_taken(key)
    wanted = Wanted(item.name_for(taken.view), item.mimetype, taken.view.names.hidden)
    return current_jobs().begin(wanted, copy_current_request_context(_writing(item, taken)))


def _writing(item: Takeaway, taken: Taken) -> Callable[[Tell, Stop], bytes]:
    def write(tell: Tell, stop: Stop) -> bytes:
        return item.write(replace(taken, tell=tell, stop=stop))

    return write


def _progress(token: str) -> Mapping[str, Any]:
    found = current_jobs().progress(token)
    if found.fault:
        current_jobs().stop(token)
    return {
        "number": found.number,
        "many": found.many,
        "done": found.done,
        "fault": found.fault,
    }
