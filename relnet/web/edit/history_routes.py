"""Restoring a version, and putting back what one of them said."""

from flask import Flask, Response

from relnet.storage.contract import Outcome
from relnet.web.addresses import CASE_RULE
from relnet.web.edit.answering import answering
from relnet.web.edit.asked import asked_values, current_library, editor_of, number_of


def register_history(server: Flask) -> None:
    """Answer what the history page asks for."""

    @server.post(f"{CASE_RULE}/restore")
    def restore(key: str) -> Response:
        values = asked_values()
        return answering(
            lambda: _number(
                current_library().restore(key, number_of(values, "number"), editor_of(values))
            )
        )

    @server.post(f"{CASE_RULE}/put-back")
    def put_back(key: str) -> Response:
        values = asked_values()
        return answering(
            lambda: _number(
                current_library().put_back(key, number_of(values, "number"), editor_of(values))
            )
        )


def _number(outcome: Outcome) -> dict[str, int]:
    return {"number": outcome.kept.line.number}
