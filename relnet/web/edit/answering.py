"""Answers to the page's scripts: JSON, and what cannot be done in words."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Response, jsonify

from relnet.case.messages import RelnetError, UnknownId
from relnet.storage.contract import LibraryTrouble, NoSuchCase, NoSuchVersion
from relnet.web.edit.dates import NoDate
from relnet.web.shelf_entry import UnknownCase
from relnet.wording import _

_REFUSED, _GONE, _CLASH, _TROUBLE = 422, 404, 409, 503


def answering(answer: Callable[[], Mapping[str, Any]]) -> Response:
    """Answer as JSON; what cannot be done is said in words, and what was typed stays there."""
    try:
        return jsonify(answer())
    except (UnknownCase, NoSuchCase, NoSuchVersion) as error:
        return _said(_GONE, str(error))
    except UnknownId as error:
        words = _("Somebody has taken this out meanwhile: {what}.")
        return _said(_CLASH, words.format(what=error))
    except LibraryTrouble as error:
        return _said(_TROUBLE, str(error))
    except NoDate as error:
        return _said(_REFUSED, str(error), error.field)
    except RelnetError as error:
        return _said(_REFUSED, str(error))


def _said(status: int, message: str, field: str = "") -> Response:
    """Say what is wrong; where it is at a field of a form, at that field."""
    refusals = {"refusals": [{"field": field, "message": message}]} if field else {}
    answer = jsonify({"message": message, **refusals})
    answer.status_code = status
    return answer
