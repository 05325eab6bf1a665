"""The files that the pages give: a case to save, and the spreadsheet to fill in."""

from flask import Flask, Response, abort, request
from markupsafe import Markup

from relnet.case.messages import RelnetError
from relnet.web.addresses import FILE_RULE, TEMPLATE, file_address
from relnet.web.case_file import FILE_KINDS, WORKBOOK, FileKind, file_name
from relnet.web.privacy import names_hidden
from relnet.web.server import current_shelf
from relnet.wording import _


class NamesAreHidden(RelnetError):  # noqa: N818 - the name says what happened
    """A file was asked for while names are hidden; it would hold all of them."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Names are hidden, and a file of the case holds all names. Show names first, then"
                " save it."
            )
        )


def register_files(server: Flask) -> None:
    """Answer with files."""

    @server.get(FILE_RULE)
    def case_file(key: str) -> Response:
        kind = FILE_KINDS.get(request.args.get("as", ""))
        return _case_file(key, kind) if kind else abort(404)

    @server.get(TEMPLATE)
    def template_file() -> Response:
        from relnet.exchange.template import template  # noqa: PLC0415 - slow to import

        return attached(template(), TEMPLATE.removeprefix("/"), WORKBOOK)


def file_links(key: str) -> Markup:
    """Offer a case as each kind of file."""
    return Markup("").join(
        Markup('<a href="{}">{}</a>').format(file_address(key, name), kind.words)
        for name, kind in FILE_KINDS.items()
    )


def _case_file(key: str, kind: FileKind) -> Response:
    """Give a case as a file, with all that it holds.

    Raises:
        NamesAreHidden: they are; nothing that names somebody leaves the server then.
        UnknownCase: there is no such case.
        CaseFaults: its own file has faults.
    """
    if names_hidden(request.cookies):
        raise NamesAreHidden
    case = current_shelf().get(key).network.case
    return attached(kind.write(case), file_name(case.title, kind.ending), kind.mimetype)


def attached(content: bytes, name: str, mimetype: str) -> Response:
    """Give a file to save, which no cache keeps."""
    response = Response(content, mimetype=mimetype)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    response.headers["Cache-Control"] = "no-store"
    return response
