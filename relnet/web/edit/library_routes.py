"""The addresses of the library on the start page; each calls one function of ours."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest

from relnet.case.models import MAX_NAME, Case
from relnet.editing.draft import CannotDo
from relnet.editing.operations import SetCase, operation_values
from relnet.editing.perform import perform
from relnet.storage.contract import Library, Line, NoSuchCase
from relnet.web.addresses import LIBRARY, edit_address
from relnet.web.edit.answering import answering
from relnet.web.edit.asked import (
    asked_values,
    current_library,
    editor_of,
    number_of,
    text_of,
    title_of,
)
from relnet.web.looks import current_looks, hang_looks
from relnet.web.pages.library import FIRST_CARDS, count_words
from relnet.web.pages.library_cards import Listing, library_card, library_row, listing_of
from relnet.web.privacy import names_hidden
from relnet.web.server import current_shelf
from relnet.wording import _

_MOST_ASKED = 60
_RULE = f"{LIBRARY}/<case_id>"


def register_library(server: Flask) -> None:
    """Answer what the start page asks of the library."""
    hang_looks(server)
    _register_list(server)
    _register_actions(server)

    @server.post(f"{LIBRARY}/copy")
    def copy_case() -> Response:
        return answering(lambda: _copied(asked_values()))


def _register_list(server: Flask) -> None:
    @server.post(f"{LIBRARY}/list")
    def list_cases() -> Response:
        return answering(lambda: _listed(asked_values()))

    @server.post(f"{LIBRARY}/looks")
    def look_at_cases() -> Response:
        return answering(lambda: _looks(asked_values()))


def _register_actions(server: Flask) -> None:
    @server.post(f"{_RULE}/rename")
    def rename(case_id: str) -> Response:
        return answering(lambda: _renamed(case_id, asked_values()))

    @server.post(f"{_RULE}/duplicate")
    def duplicate(case_id: str) -> Response:
        return answering(lambda: _duplicated(case_id, asked_values()))

    for name, change in _PUT_AWAY.items():
        server.add_url_rule(
            f"{_RULE}/{name}", f"library_{name}", _putting_away(change), methods=["POST"]
        )

    @server.post(f"{_RULE}/purge")
    def purge(case_id: str) -> Response:
        return answering(lambda: _purged(case_id))


_PUT_AWAY: Mapping[str, Callable[[Library, str], Line]] = {
    "archive": lambda library, case_id: library.archive(case_id),
    "unarchive": lambda library, case_id: library.archive(case_id, archived=False),
    "delete": lambda library, case_id: library.delete(case_id),
    "undelete": lambda library, case_id: library.delete(case_id, deleted=False),
}
"""What puts a case away, and what takes it back."""


def _putting_away(change: Callable[[Library, str], Line]) -> Callable[[str], Response]:
    def answer(case_id: str) -> Response:
        return answering(lambda: _told(change(current_library(), case_id)))

    return answer


def _listing() -> Listing:
    hidden = names_hidden(request.cookies)
    return listing_of(current_library(), current_looks(), hidden=hidden)


def _told(line: Line) -> dict[str, Any]:
    """Give a case's card as it is now, and how many cases are put away."""
    listing = _listing()
    return {"id": line.id, "card": library_card(listing, line, read=True), **_how_many(listing)}


def _how_many(listing: Listing) -> dict[str, int]:
    return {
        "cases": len(listing.library.lines()),
        "archived": len(listing.library.lines(archived=True)),
        "deleted": len(listing.library.lines(deleted=True)),
    }


def _listed(values: Mapping[str, Any]) -> dict[str, Any]:
    """List some of the cases that are searched for, from a place on."""
    of, search, start = text_of(values, "of"), text_of(values, "search"), number_of(values, "from")
    if of not in {"cases", "archived", "deleted"}:
        raise BadRequest
    listing = _listing()
    lines = listing.library.lines(search, archived=of == "archived", deleted=of == "deleted")
    end = len(lines) if values.get("all") else start + FIRST_CARDS
    write = library_card if of == "cases" else library_row
    return {
        "html": "".join(write(listing, line) for line in lines[start:end]),
        "count": len(lines),
        "words": count_words(len(lines), search.strip()),
    }


def _looks(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give what cards show that have come into sight."""
    asked = values.get("ids")
    if not isinstance(asked, list) or not all(isinstance(key, str) for key in asked):
        raise BadRequest
    listing = _listing()
    return {"looks": {key: _look(listing, key) for key in asked[:_MOST_ASKED]}}


def _look(listing: Listing, case_id: str) -> dict[str, str] | None:
    try:
        line = listing.library.line(case_id)
    except NoSuchCase:
        return None
    look = listing.look(line, read=True)
    if look is None:
        return None
    return {"title": look.title, "facts": look.facts, "words": look.words, "picture": look.picture}


def _renamed(case_id: str, values: Mapping[str, Any]) -> dict[str, Any]:
    operation = SetCase(fields={"title": title_of(values)})
    outcome = current_library().edit(
        case_id,
        lambda case: perform(case, operation),
        operation_values(operation),
        editor_of(values),
    )
    return _told(outcome.kept.line)


def _duplicated(case_id: str, values: Mapping[str, Any]) -> dict[str, Any]:
    kept = current_library().get(case_id)
    if kept.line.deleted_at is not None:
        raise NoSuchCase
    words = _("{title} (copy)")
    room = MAX_NAME - len(words.format(title=""))
    title = words.format(title=kept.case.title[:room].rstrip())
    copy = kept.case.model_copy(update={"title": title})
    return _told(current_library().create(copy, editor_of(values)).line)


def _copied(values: Mapping[str, Any]) -> dict[str, Any]:
    """Keep a copy of a sample, a file or an opened case in the library; say where it is."""
    by, library = editor_of(values), current_library()
    case: Case = current_shelf().get(text_of(values, "key")).network.case
    return {"go": edit_address(library.create(case, by).line.id)}


def _purged(case_id: str) -> dict[str, Any]:
    library = current_library()
    if library.line(case_id).deleted_at is None:
        raise CannotDo(_("Delete the case first, then remove it for good."))
    current_looks().forget()
    library.purge(case_id)
    return _how_many(_listing())
