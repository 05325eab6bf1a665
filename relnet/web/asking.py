"""What a page may ask of its callbacks; anything else was not sent by a page of ours."""

from flask import Flask, Request, request
from werkzeug.exceptions import BadRequest

from relnet.web.paging import PagedDash

UPDATE = "/_dash-update-component"


def refuse_nonsense(server: Flask, app: PagedDash) -> None:
    """Answer a callback request that no page of ours sends with 400, before Dash reads it."""

    @server.before_request
    def look_at_the_question() -> None:
        if request.path == UPDATE and not _makes_sense(app, request):
            raise BadRequest


def _makes_sense(app: PagedDash, asked: Request) -> bool:
    try:
        body = asked.get_json(silent=True)
    except RecursionError:
        return False
    if not isinstance(body, dict) or not isinstance(body.get("output"), str):
        return False
    known = app.callback_map.get(body["output"])
    return (
        known is not None
        and _ids(body.get("inputs")) == _ids(known["inputs"])
        and _ids(body.get("state", [])) == _ids(known["state"])
        and _are_texts(body.get("changedPropIds", []))
        and _are_outputs(body.get("outputs"))
    )


def _ids(parts: object) -> list[tuple[object, object]] | None:
    """Give the ids and properties of a list of parts; None if it is no such list."""
    if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
        return None
    return [(part.get("id"), part.get("property")) for part in parts]


def _are_texts(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) for value in values)


def _are_outputs(outputs: object) -> bool:
    """Whether these are outputs: one, several, or (from older pages) none told apart."""
    if outputs is None:
        return True
    named = _ids(outputs if isinstance(outputs, list) else [outputs])
    return named is not None and all(None not in name for name in named)
