"""The addresses that a page uses while its case is edited; each calls one function of ours."""

from collections.abc import Container, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import BadRequest

from relnet.case.models import Case
from relnet.case.names import Names
from relnet.editing.consequences import consequences
from relnet.editing.draft import CannotDo
from relnet.editing.operations import Operation, operation_values, read_operation
from relnet.editing.perform import perform
from relnet.editing.refusals import Refused
from relnet.figures.words_asking import asking_words
from relnet.figures.words_history import consequence_words
from relnet.storage.contract import (
    Editor,
    NoSuchCase,
    NoSuchVersion,
    Outcome,
)
from relnet.web.addresses import CASE_RULE
from relnet.web.case_view import CaseView, asked_view
from relnet.web.edit.answering import answering
from relnet.web.edit.answers import (
    Before,
    answer_to_edit,
    answer_with_all,
    at_begun,
    news_since,
)
from relnet.web.edit.asked import asked_values, editor_of, library_of, number_of
from relnet.web.edit.dates import date_answer, with_dates
from relnet.web.edit.forms import form_of
from relnet.web.edit.moved import Look, moved_look
from relnet.web.privacy import names_hidden
from relnet.web.server import current_shelf
from relnet.wording import _


class Shown(NamedTuple):
    """What a page says of itself.

    ``seen`` is the version that all of it shows, ``told`` the one of which it was told last:
    by that one it names people and counts stages. ``look``: its stage and whose view.
    """

    seen: int
    told: int
    look: Look


def register_editing(server: Flask) -> None:
    """Answer the page's edits."""

    @server.post(f"{CASE_RULE}/edit")
    def edit(key: str) -> Response:
        return answering(lambda: _edited(key, asked_values()))

    @server.post(f"{CASE_RULE}/preview")
    def preview(key: str) -> Response:
        return answering(lambda: _previewed(key, asked_values()))

    @server.post(f"{CASE_RULE}/undo")
    def undo(key: str) -> Response:
        return answering(lambda: _stepped(key, asked_values(), "undo"))

    @server.post(f"{CASE_RULE}/redo")
    def redo(key: str) -> Response:
        return answering(lambda: _stepped(key, asked_values(), "redo"))

    @server.post(f"{CASE_RULE}/news")
    def news(key: str) -> Response:
        return answering(lambda: _news(key, asked_values()))

    @server.get(f"{CASE_RULE}/form")
    def form(key: str) -> str:
        _with_names()
        return str(form_of(asked_view(key, request.args), request.args))

    @server.get("/edit/date")
    def date() -> Response:
        near = request.args.get("near") or None
        return jsonify(date_answer(request.args.get("text", ""), near))


def _edited(key: str, values: Mapping[str, Any]) -> dict[str, Any]:
    _with_names()
    operation = _operation(values)
    by, shown = editor_of(values), _shown(values)
    try:
        outcome = library_of(key).edit(
            key, lambda case: perform(case, operation), operation_values(operation), by, shown.seen
        )
    except Refused as refused:
        return _refused(refused)
    return _told(key, shown, outcome, by, operation)


def _stepped(key: str, values: Mapping[str, Any], step: str) -> dict[str, Any]:
    _with_names()
    by, shown = editor_of(values), _shown(values)
    library = library_of(key)
    outcome = library.undo(key, by) if step == "undo" else library.redo(key, by)
    return _told(key, shown, outcome, by)


def _told(
    key: str, shown: Shown, outcome: Outcome, by: Editor, operation: Operation | None = None
) -> dict[str, Any]:
    current_shelf().keeping(key).accept(outcome.kept)
    seen, before = _views(key, shown)
    new, begun = at_begun(seen, operation)
    return {**answer_to_edit(before, new, outcome), **begun, "steps": _steps(key, by)}


def _steps(key: str, by: Editor) -> dict[str, bool]:
    steps = library_of(key).steps(key, by)
    return {"undo": steps.undo is not None, "redo": steps.redo is not None}


def _news(key: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Tell what is other than the version that the page shows, if anything is."""
    shown, by = _shown(values), editor_of(values)
    line = current_shelf().get(key).line
    if line is None or line.number == shown.seen:
        return {"steps": _steps(key, by)} if values.get("first") else {}
    new, before = _views(key, shown)
    news = news_since(library_of(key), key, shown.seen, by)
    return {
        **answer_with_all(before, new, _touched(values), news),
        "steps": _steps(key, by),
    }


def _touched(values: Mapping[str, Any]) -> Container[int]:
    """Give the stages whose parts the page has from an edit in between."""
    touched = values.get("touched")
    return touched if isinstance(touched, list) else ()


def _previewed(key: str, values: Mapping[str, Any]) -> dict[str, Any]:
    _with_names()
    operation = _operation(values)
    view = asked_view(key, _look(values))
    try:
        after = perform(view.case, operation)
    except Refused as refused:
        return _refused(refused)
    words = consequence_words(consequences(view.case, after), view.case, view.names)
    return {"words": [asking_words(operation, view.case, view.names), *words]}


def _refused(refused: Refused) -> dict[str, Any]:
    """Say what is wrong, field by field."""
    told = [{"field": one.field, "message": one.message} for one in refused.refusals]
    return {"refusals": told}


def _with_names() -> None:
    """See that names are shown: forms and messages are full of them.

    Raises:
        CannotDo: they are hidden.
    """
    if names_hidden(request.cookies):
        raise CannotDo(_("Names are hidden. Show names to edit."))


def _operation(values: Mapping[str, Any]) -> Operation:
    """Read the operation; dates that were typed in words become EDTF first."""
    try:
        return read_operation(with_dates(values.get("operation")))
    except RecursionError as deep:
        raise BadRequest from deep


def _look(values: Mapping[str, Any]) -> Look:
    """Give what the page looks at: its stage and whose view, as in its address."""
    look = values.get("look")
    if not isinstance(look, dict) or not all(isinstance(value, str) for value in look.values()):
        raise BadRequest
    return look


def _shown(values: Mapping[str, Any]) -> Shown:
    seen = number_of(values, "seen")
    told = number_of(values, "told") if "told" in values else seen
    return Shown(seen, told, _look(values))


def _views(key: str, shown: Shown) -> tuple[CaseView, Before]:
    """Give the newest version as the page looks at it, and what the page shows."""
    called = _called(key, shown.told)
    new = asked_view(key, shown.look)
    if called is not None:
        new = asked_view(key, moved_look(called, new.case, shown.look))
    return new, Before(_seen(new, shown.seen), called)


def _called(key: str, number: int) -> Case | None:
    """Give the case by which the page names people and counts stages; None: there is none."""
    entry = current_shelf().keeping(key).seen(key, number)
    if entry is not None:
        return entry.case
    try:
        return library_of(key).at(key, number)
    except (NoSuchCase, NoSuchVersion):
        return None


def _seen(new: CaseView, number: int) -> CaseView | None:
    """Give the version that the page shows, as it looks at it; None if it is long ago."""
    entry = current_shelf().keeping(new.entry.key).seen(new.entry.key, number)
    if entry is None or entry.case is None:
        return None
    names: Names = entry.names(hidden=new.names.hidden)
    return replace(new, entry=entry, network=entry.network, names=names)
