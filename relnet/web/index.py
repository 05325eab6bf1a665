"""The first response: one HTML document that already holds what the page shows first."""

import re
from base64 import b64encode
from functools import cache

from flask import Flask, request
from markupsafe import Markup, escape

from relnet.resources import assets_folder
from relnet.web import ids
from relnet.web.addresses import asset_address
from relnet.web.paging import FirstResponse, PagedDash, PageTable
from relnet.wording import _

# Dash sends the script of every library that was imported with every page: 1.3 MB.
_GRID_SCRIPT = re.compile(r'<script src="[^"]*/dash_ag_grid/[^"]*"></script>')

_DOCUMENT = Markup(
    """<!DOCTYPE html>
<html lang="en">
<head>
{metas}
<meta name="description" content="{description}">
<meta name="color-scheme" content="light">
<title>{title}</title>
<link rel="icon" type="image/svg+xml" href="{favicon}">
{css}
{head}
</head>
<body class="{look}">
<noscript><p class="notice">{noscript}</p></noscript>
<div id="{first_picture}">{body}</div>
<div id="react-entry-point"></div>
{config}
<template id="{later}">{scripts}{renderer}</template>
<script type="module" async src="{later_script}"></script>
</body>
</html>
"""
)


class RelnetDash(PagedDash):
    """A Dash app whose first response is made by the page that the address names."""

    def __init__(self, server: Flask, pages: PageTable) -> None:
        self.page_table = pages
        super().__init__(
            "relnet",
            server=server,  # type: ignore[arg-type] # a Flask server, as documented
            assets_folder=str(assets_folder()),
            # These are modules that the first response starts, before Dash has loaded.
            # What belongs to the file of a case stands in that file alone.
            assets_ignore=r"^((case|edit|names|later)_.*\.js|handout\.(css|js))$",
            pages_folder="",
            use_pages=False,
            serve_locally=True,
            add_log_handler=False,
            title="relnet",
            # A page sets its own title; Dash would put its own in at every callback.
            update_title=None,  # type: ignore[arg-type] # documented, and typed too narrowly
            # The callbacks of a page name what stands in that page alone.
            suppress_callback_exceptions=True,
        )

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override] # keywords only
        """Put Dash's parts and the page's first response together.

        Raises:
            NotFound: there is no page at the address.
            BadRequest: its query string is none of ours.
            RelnetError: the page cannot be shown, and says why.
        """
        page, visit = self.page_table.find_for(request)
        first = page.first_response(visit)
        if not first.grid:
            parts["scripts"] = _GRID_SCRIPT.sub("", parts["scripts"])
        return _document(first, parts)


@cache
def _favicon() -> str:
    """Give the icon as an address of its own: browsers ask for a file at every step of history."""
    picture = (assets_folder() / "favicon.svg").read_bytes()
    return f"data:image/svg+xml;base64,{b64encode(picture).decode()}"


def _document(first: FirstResponse, parts: dict[str, str]) -> str:
    made_by_dash = ("metas", "css", "config", "scripts", "renderer")
    from_dash = {key: Markup(parts[key]) for key in made_by_dash}  # noqa: S704 - tags, as they are
    return str(
        _DOCUMENT.format(
            **from_dash,
            later=ids.LATER,
            later_script=asset_address("later_scripts.js"),
            title=first.title,
            body=escape(first.body),
            head=escape(first.head),
            look=first.look,
            favicon=_favicon(),
            first_picture=ids.FIRST_PICTURE,
            description=_(
                "Draws the relationships around a young person, and what a move away for"
                " safety does to them."
            ),
            noscript=_(
                "relnet draws its pictures with JavaScript. Please switch it on for this page;"
                " nothing leaves this computer."
            ),
        )
    )
