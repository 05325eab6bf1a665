"""The addresses that the page of a new case uses while it is filled in."""

from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, jsonify
from pydantic import TypeAdapter, ValidationError
from werkzeug.exceptions import BadRequest

from relnet.case.beginning import Answers, begun_case
from relnet.case.messages import CaseFaults
from relnet.case.suggestions import suggested
from relnet.web.addresses import NEW, edit_address
from relnet.web.edit.answering import answering
from relnet.web.edit.asked import asked_values, current_library, editor_of, text_of

_REFUSED = 422
_ANSWERS: TypeAdapter[Answers] = TypeAdapter(Answers)


def register_new(server: Flask) -> None:
    """Answer the page of a new case."""

    @server.post(f"{NEW}/check")
    def check() -> Response:
        return jsonify({"faults": _faults(_answers(asked_values()))})

    @server.post(f"{NEW}/suggest")
    def suggest() -> Response:
        return jsonify(_suggestion(text_of(asked_values(), "role")))

    @server.post(f"{NEW}/make")
    def make() -> Response:
        values = asked_values()
        answers = _answers(values)
        faults = _faults(answers)
        if faults:
            refused = jsonify({"faults": faults})
            refused.status_code = _REFUSED
            return refused
        return answering(lambda: _made(answers, values))


def _made(answers: Answers, values: Mapping[str, Any]) -> dict[str, str]:
    kept = current_library().create(begun_case(answers), editor_of(values))
    return {"go": edit_address(kept.line.id)}


def _answers(values: Mapping[str, Any]) -> Answers:
    """Read the answers; what cannot be used in them is for ``begun_case`` to say.

    Raises:
        BadRequest: these are none that assets/edit_new.js sends.
    """
    try:
        return _ANSWERS.validate_python(values.get("answers"))
    except ValidationError as none:
        raise BadRequest from none


def _faults(answers: Answers) -> list[dict[str, str]]:
    try:
        begun_case(answers)
    except CaseFaults as found:
        return [{"where": fault.where, "what": fault.what} for fault in found.faults]
    return []


def _suggestion(role: str) -> dict[str, str]:
    found = suggested(role)
    return {} if found is None else {"type": found.type.value, "track": found.track.value}
