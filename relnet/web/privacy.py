"""Whether names are hidden: the one thing that the browser remembers between pages."""

from collections.abc import Mapping

NAMES_COOKIE = "relnet_names"
HIDDEN = "hidden"


def names_hidden(cookies: Mapping[str, str]) -> bool:
    """Whether the browser's cookies (``request.cookies``) say that names are hidden."""
    return cookies.get(NAMES_COOKIE) == HIDDEN
