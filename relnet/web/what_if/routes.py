"""Beginning a what if, keeping it as a case, and throwing it away."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from flask import Flask, Response, request

from relnet.case.models import Case
from relnet.editing.draft import CannotDo
from relnet.editing.operations import SetCase
from relnet.editing.perform import perform
from relnet.web.addresses import CASE_RULE, case_address
from relnet.web.edit.answering import answering
from relnet.web.edit.asked import asked_values, current_library, editor_of, text_of, title_of
from relnet.web.edit.moved import moved_look
from relnet.web.privacy import names_hidden
from relnet.web.server import current_shelf
from relnet.web.shelf_entry import UnknownCase
from relnet.web.what_if.branches import ForgottenWhatIf, WhatIf
from relnet.wording import _

_LOOK = ("stage", "as", "view")


def register_what_if(server: Flask) -> None:
    """Answer the button of a case page, and the line over a what if."""

    @server.post(f"{CASE_RULE}/what-if")
    def begin_what_if(key: str) -> Response:
        return answering(lambda: _begun(key, asked_values()))

    @server.post(f"{CASE_RULE}/what-if/keep")
    def keep_what_if(key: str) -> Response:
        return answering(lambda: _kept(key, asked_values()))

    @server.post(f"{CASE_RULE}/what-if/throw-away")
    def throw_away_what_if(key: str) -> Response:
        return answering(lambda: _thrown_away(key, asked_values()))


def _begun(key: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Begin one on a case as it is now, and say where it is."""
    if names_hidden(request.cookies):
        raise CannotDo(_("Names are hidden. Show names to try something."))
    shelf, by = current_shelf(), editor_of(values)
    if shelf.what_ifs.find(key) is not None:
        raise CannotDo(_("This is a “What if” already: try it here."))
    case = shelf.get(key).network.case
    made = shelf.what_ifs.begin(key, case, by)
    look = {name: text_of(values, name) for name in _LOOK}
    return {"go": _address(made.key, {**look, "edit": "1"})}


def _kept(key: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Make a case of the library of what was tried; the what if itself is gone then."""
    if names_hidden(request.cookies):
        raise CannotDo(_("Names are hidden. Show names to keep this as a case."))
    found, by = _found(key), editor_of(values)
    titled = SetCase(fields={"title": title_of(values)})
    look = {name: text_of(values, name) for name in _LOOK}
    case = perform(found.library.get(key).case, titled)
    made = current_library().create(case, by)
    current_shelf().what_ifs.drop(key)
    return {"go": _address(made.line.id, look)}


def _thrown_away(key: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Forget one; where something was tried, only after somebody has said that they are sure."""
    found = _found(key)
    look = {name: text_of(values, name) for name in _LOOK}
    if not values.get("sure") and found.has_tried():
        return {"ask": True}
    case = found.library.get(key).case
    current_shelf().what_ifs.drop(key)
    return {"go": _address(found.origin, _back(found.origin, case, look))}


def _back(origin: str, tried: Case, look: Mapping[str, str]) -> Mapping[str, str]:
    """Give what the page looks at as the case itself calls it; the case may be gone by now."""
    try:
        case = current_shelf().get(origin).case
    except UnknownCase:
        return look
    return look if case is None else moved_look(tried, case, look)


def _found(key: str) -> WhatIf:
    """Give the what if under a key.

    Raises:
        ForgottenWhatIf: there is none.
    """
    found = current_shelf().what_ifs.find(key)
    if found is None or found.key != key:
        raise ForgottenWhatIf
    return found


def _address(key: str, look: Mapping[str, str]) -> str:
    told = urlencode({name: text for name, text in look.items() if text})
    return f"{case_address(key)}?{told}" if told else case_address(key)
