"""What every app behind a second door has: whom it lets in, its code, its files, its answers."""

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from flask import Flask, Response, abort, jsonify, request
from markupsafe import Markup
from werkzeug.exceptions import HTTPException

from relnet.case.messages import RelnetError
from relnet.resources import assets_folder
from relnet.web.quiet import log_failure
from relnet.web.secret_words import is_same
from relnet.web.security import Asked, is_ours, send_headers
from relnet.web.server import RelnetServer
from relnet.web.tally_limits import Limit
from relnet.wording import _

MAX_ASKED = 2_000
"""The largest request (bytes): a code, a token, a few words."""

_WRONG_CODES, _WRONG_SECONDS = 5, 60
_FORBIDDEN, _TOO_MANY, _REFUSED, _FAILED = 403, 429, 422, 500
_LOG = logging.getLogger(__name__)


class WrongCode(RelnetError):  # noqa: N818 - the name says what happened
    """The code is not the one on the page of whoever let others in."""


class TooOften(RelnetError):  # noqa: N818 - as above
    """Somebody asks too often."""

    def __init__(self) -> None:
        super().__init__(_("That was too often. Wait a minute, then try again."))


def make_lan_app(
    name: str,
    hosts: frozenset[str],
    pages: tuple[Markup, Markup],
    files: Mapping[str, str],
    script_hashes: Callable[[], Iterable[str]] = tuple,
) -> Flask:
    """Make an app with its first page and its files, closed to all strangers.

    Args:
        name: what it is called in the log.
        hosts: what it is called by others, each name with its port; another one is refused.
        pages: the first page, and the one that is shown where there is nothing.
        files: the files that it gives, each with its kind; it gives no other.
        script_hashes: gives which scripts may stand inside a page.
    """
    app = RelnetServer(name, static_folder=None, template_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MAX_ASKED
    app.config["PROPAGATE_EXCEPTIONS"] = False
    _guard(app, hosts)
    _register_errors(app, str(pages[1]))
    _register_page(app, str(pages[0]), files)
    send_headers(app, script_hashes)
    return app


def _guard(app: Flask, hosts: frozenset[str]) -> None:
    """Refuse other names, other sites, and what no page of ours sends."""

    @app.before_request
    def refuse_strangers() -> None:
        headers = request.headers
        host, origin = headers.get("Host"), headers.get("Origin")
        asked = Asked(
            request.method,
            host,
            origin,
            headers.get("Sec-Fetch-Site"),
            headers.get("Sec-Fetch-Mode"),
            headers.get("Sec-Fetch-Dest"),
        )
        if host is None or host.casefold() not in hosts:
            abort(421)
        # Every browser names the origin of what a page sends.
        if not is_ours(asked) or (request.method == "POST" and origin is None):
            abort(_FORBIDDEN)

    @app.after_request
    def keep_nothing(response: Response) -> Response:
        response.headers["Cache-Control"] = "no-store"
        # Browsers know it for https and for their own computer alone, and warn elsewhere.
        response.headers.pop("Cross-Origin-Opener-Policy", None)
        return response


def _register_errors(app: Flask, page: str) -> None:
    @app.errorhandler(HTTPException)
    def answered(error: HTTPException) -> Response:
        return Response(page, error.code or _FAILED, mimetype="text/html")

    @app.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        log_failure(_LOG, error)
        return Response(page, _FAILED, mimetype="text/html")


def _register_page(app: Flask, page: str, files: Mapping[str, str]) -> None:
    @app.get("/")
    def show_page() -> Response:
        return Response(page, mimetype="text/html")

    @app.get("/assets/<name>")
    def give_file(name: str) -> Response:
        if name not in files:
            abort(404)
        found = (assets_folder() / name).read_bytes()
        return Response(found, mimetype=files[name])


class CodeCheck:
    """Compares codes that were typed with the right one, a few times a minute.

    Args:
        code: the right one.
        wrong_words: what is said of another one.
    """

    def __init__(self, code: str, wrong_words: str) -> None:
        self._code, self._wrong_words = code, wrong_words
        self._wrong = Limit(_WRONG_CODES, _WRONG_SECONDS)

    def check(self) -> None:
        """Look at the code of the current request.

        Raises:
            TooOften: whoever asks has tried too many wrong ones.
            WrongCode: this is not the code.
        """
        who = request.remote_addr or ""
        if self._wrong.reached(who):
            raise TooOften
        told = "".join(sent_text("code").split()).upper()
        if not is_same(told, self._code):
            self._wrong.count(who)
            raise WrongCode(self._wrong_words)


def answering_json(
    answer: Callable[[], Mapping[str, Any] | Response],
    status: Mapping[type[RelnetError], int],
) -> Response:
    """Answer as JSON; what cannot be done is said in words, with the status of its kind."""
    try:
        told = answer()
        return told if isinstance(told, Response) else jsonify(told)
    except RelnetError as error:
        said = jsonify({"message": str(error)})
        said.status_code = {**_STATUS, **status}.get(type(error), _REFUSED)
        return said


_STATUS: Mapping[type[RelnetError], int] = {WrongCode: _FORBIDDEN, TooOften: _TOO_MANY}


def sent_text(name: str) -> str:
    """Give a text of the JSON object that was sent; anything else was not sent by our page."""
    try:
        body = request.get_json(silent=True)
    except RecursionError:
        abort(400)
    value = body.get(name) if isinstance(body, dict) else None
    if not isinstance(value, str):
        abort(400)
    return value
