"""What a page is, and the table that finds the page of an address.

Between pages the browser loads anew (plain links), so that each page begins with its own
first response. The query string belongs to the page: the router does not look at it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote

import dash
from dash.development.base_component import Component
from flask import Request
from markupsafe import Markup
from werkzeug.exceptions import BadRequest, NotFound
from werkzeug.routing import Map, Rule

from relnet.web.privacy import names_hidden

_MOST_FIELDS = 200


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit of a page: what its address and the browser's cookies say.

    ``values`` are the named parts of the path (``/case/<key>``), ``args`` the query string.
    """

    path: str
    values: Mapping[str, str]
    args: Mapping[str, str]
    names_hidden: bool


@dataclass(frozen=True, slots=True)
class FirstResponse:
    """What the first response holds before any script has run.

    Plain texts are escaped where they are put in; only ``Markup`` is put in as it is.
    ``body`` stands in front of React's entry point, ``head`` at the end of the head; ``look``
    is the class of the whole page, for style sheets (":has()" would restyle all of it at
    every change). ``grid`` says that the page lays out a grid, whose large script no other
    page is sent.
    """

    title: str
    body: Markup | str = ""
    head: Markup | str = ""
    look: str = ""
    grid: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page: the rule of its paths, its first response, its layout and its callbacks.

    ``layout`` and ``first_response`` are called at each visit and may raise a
    ``RelnetError``, which is shown as a page that says what to do.
    """

    path_rule: str
    layout: Callable[[Visit], Component]
    first_response: Callable[[Visit], FirstResponse]
    register: Callable[["PagedDash"], None]


class PageTable:
    """All pages, looked up by path."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self.pages = {page.path_rule: page for page in pages}
        rules = [Rule(rule, endpoint=rule) for rule in self.pages]
        self._routes = Map(rules, strict_slashes=False, merge_slashes=False).bind("")

    def find(self, path: str, search: str, cookies: Mapping[str, str]) -> tuple[Page, Visit]:
        """Find the page of a path as WSGI gives it, and make the visit that it is shown for.

        Raises:
            NotFound: there is no page at this path.
            BadRequest: the query string is none that a page of ours asks with.
        """
        try:
            rule, values = self._routes.match(path)
        except ValueError as error:
            raise NotFound from error
        return self.pages[rule], Visit(path, values, _query(search), names_hidden(cookies))

    def find_for(self, request: Request) -> tuple[Page, Visit]:
        """Find the page that a request asks for.

        Raises:
            NotFound: there is no page at this path.
            BadRequest: the query string is none that a page of ours asks with.
        """
        search = request.query_string.decode("utf-8", "replace")
        return self.find(request.path, search, request.cookies)

    def find_told(
        self, pathname: object, search: object, cookies: Mapping[str, str]
    ) -> tuple[Page, Visit]:
        """Find the page of an address as a browser tells it to a callback: still encoded.

        Raises:
            NotFound: there is no page at this path.
            BadRequest: this is no address.
        """
        if not isinstance(pathname, str | None) or not isinstance(search, str | None):
            raise BadRequest
        return self.find(unquote(pathname or "/"), search or "", cookies)


def _query(search: str) -> dict[str, str]:
    try:
        return dict(parse_qsl(search.removeprefix("?"), max_num_fields=_MOST_FIELDS))
    except ValueError as error:
        raise BadRequest from error


class PagedDash(dash.Dash):
    """A Dash app that knows its pages: what a page registers its callbacks with."""

    page_table: PageTable
