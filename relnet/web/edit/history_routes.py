"""Restoring a version, and making the edit of one of them again."""

from typing import Any

from flask import Flask, Response

from relnet.storage.contract import Outcome
from relnet.web.addresses import CASE_RULE
from relnet.web.edit.answering import answering
from relnet.web.edit.asked import asked_values, editor_of, library_of, number_of
from relnet.wording import _


def register_history(server: Flask) -> None:
    """Answer what the history page asks for."""

    @server.post(f"{CASE_RULE}/restore")
    def restore(key: str) -> Response:
        values = asked_values()
        return answering(
            lambda: _told(
                library_of(key).restore(key, number_of(values, "number"), editor_of(values))
            )
        )

    @server.post(f"{CASE_RULE}/put-back")
    def put_back(key: str) -> Response:
        values = asked_values()
        return answering(
            lambda: _told(
                library_of(key).put_back(key, number_of(values, "number"), editor_of(values))
            )
        )


def _told(outcome: Outcome) -> dict[str, Any]:
    """Give the number of the newest version; where nothing is other than before, say so."""
    number = outcome.kept.line.number
    if outcome.version is None:
        return {"number": number, "message": _("The case says this already.")}
    return {"number": number}
