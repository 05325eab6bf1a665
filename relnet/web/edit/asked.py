"""What the scripts of our pages send: JSON objects, small and of known fields."""

import re
from collections.abc import Mapping
from typing import Any, TypeGuard

from flask import request
from werkzeug.exceptions import BadRequest

from relnet.case.messages import RelnetError
from relnet.case.models import MAX_NAME
from relnet.editing.draft import CannotDo
from relnet.storage.contract import Editor, Library
from relnet.web.server import current_shelf
from relnet.wording import _

_KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")
_MOST_NAME = 80
_MOST = 10**9


class NoLibrary(RelnetError):  # noqa: N818 - the name says what happened
    """This server keeps no cases."""

    def __init__(self) -> None:
        super().__init__(
            _("relnet cannot keep cases now. It said why in the window where it was started.")
        )


def current_library() -> Library:
    """Give the library of the app that answers the current request.

    Raises:
        NoLibrary: it has none.
    """
    return _there(current_shelf().kept.library)


def library_of(key: str) -> Library:
    """Give the library in which a case is edited: the app's, or that of a what if.

    Raises:
        NoLibrary: there is none.
        ForgottenWhatIf: it was a what if that is not there any more.
    """
    return _there(current_shelf().keeping(key).library)


def _there(library: Library | None) -> Library:
    if library is None:
        raise NoLibrary
    return library


def asked_values() -> Mapping[str, Any]:
    """Give the JSON object of the current request.

    Raises:
        BadRequest: there is none.
    """
    try:
        body = request.get_json(silent=True)
    except RecursionError as deep:
        raise BadRequest from deep
    if not isinstance(body, dict):
        raise BadRequest
    return body


def editor_of(values: Mapping[str, Any]) -> Editor:
    """Give who edits, as assets/edit_who.js tells it: ``{"by": {"key": …, "name": …}}``.

    Raises:
        BadRequest: nobody is told, or not as that script does.
    """
    by = values.get("by")
    if not isinstance(by, dict):
        raise BadRequest
    key, name = by.get("key"), by.get("name")
    if not isinstance(key, str) or not _KEY.fullmatch(key) or not _is_text(name):
        raise BadRequest
    return Editor(key, " ".join(name.split())[:_MOST_NAME] or _("Somebody"))


def text_of(values: Mapping[str, Any], name: str) -> str:
    """Give a text that was sent.

    Raises:
        BadRequest: it is missing, or none.
    """
    value = values.get(name)
    if not _is_text(value):
        raise BadRequest
    return value


def title_of(values: Mapping[str, Any]) -> str:
    """Give the title that a case is to have, in one line.

    Raises:
        BadRequest: none is told.
        CannotDo: it is empty, or too long.
    """
    title = " ".join(text_of(values, "title").split())
    if not title:
        raise CannotDo(_("Give the case a title."))
    if len(title) > MAX_NAME:
        raise CannotDo(_("This title is too long: 400 letters fit."))
    return title


def number_of(values: Mapping[str, Any], name: str) -> int:
    """Give a number from 0 that was sent.

    Raises:
        BadRequest: it is missing, or none.
    """
    value = values.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST:
        raise BadRequest
    return value


def _is_text(value: object) -> TypeGuard[str]:
    """Whether a value is a text that can be kept: half of a pair of signs cannot."""
    if not isinstance(value, str):
        return False
    return not any("\ud800" <= sign <= "\udfff" for sign in value)
