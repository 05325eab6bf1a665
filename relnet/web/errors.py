"""Error pages: what happened and what to do next, in plain words, without a traceback."""

import logging

from dash.exceptions import DependencyException, InvalidResourceError
from flask import Flask, Response
from markupsafe import Markup
from werkzeug.exceptions import HTTPException, InternalServerError

from relnet.case.messages import RelnetError
from relnet.web.quiet import log_failure
from relnet.web.shelf_entry import UnknownCase
from relnet.wording import _

_LOG = logging.getLogger(__name__)

_PAGE = Markup(
    """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · relnet</title>
<link rel="icon" type="image/svg+xml" href="/assets/favicon.svg">
<link rel="stylesheet" href="/assets/relnet.css">
</head>
<body>
<main class="sheet message">
<h1>{title}</h1>
<p>{what}</p>
<p><a class="button" href="/">{back}</a></p>
</main>
</body>
</html>
"""
)
_FIRST_ERROR = 400
_GONE = 404


def error_page(status: int, title: str, what: str) -> Response:
    """Make a page that says what happened and leads back to the start."""
    page = _PAGE.format(title=title, what=what, back=_("Go to the start page"))
    return Response(page, status, mimetype="text/html")


def _words(status: int) -> tuple[str, str]:
    """Give the title and the sentence for a status."""
    known = {
        403: (
            _("This came from another site"),
            _("relnet answers its own pages only. Open it again from its own address."),
        ),
        404: (
            _("There is no page here"),
            _("The address may be mistyped, or the page may have moved."),
        ),
        405: (
            _("This page cannot be used that way"),
            _("Go to the start page and open the case from there."),
        ),
        413: (
            _("This file is too large"),
            _("relnet opens case files of up to 5 MB. Nothing of this one was kept."),
        ),
        421: (
            _("This address is not relnet’s"),
            _("relnet answers at the address that it printed when it started. Use that one."),
        ),
        500: (
            _("Something went wrong in relnet"),
            _("It is not your doing. Go back to the start page and try again."),
        ),
    }
    other = (_("relnet did not understand this"), _("Go to the start page and try again."))
    return known.get(status, other)


def register_errors(server: Flask) -> None:
    """Answer everything that goes wrong with a page of ours."""

    @server.errorhandler(HTTPException)
    def answered(error: HTTPException) -> Response | HTTPException:
        status = error.code or InternalServerError.code
        return error if status < _FIRST_ERROR else error_page(status, *_words(status))

    @server.errorhandler(DependencyException)
    @server.errorhandler(InvalidResourceError)
    def no_such_bundle(_error: Exception) -> Response:
        return error_page(_GONE, *_words(_GONE))

    @server.errorhandler(UnknownCase)
    def unknown_case(error: UnknownCase) -> Response:
        return error_page(_GONE, _("This case is not open"), str(error))

    @server.errorhandler(RelnetError)
    def cannot_show(error: RelnetError) -> Response:
        return error_page(_FIRST_ERROR, _("relnet cannot show this"), str(error))

    @server.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        log_failure(_LOG, error)
        return error_page(InternalServerError.code, *_words(InternalServerError.code))
