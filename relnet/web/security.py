"""Who may ask, and what a browser may do with the answer.

relnet is a page on the reader's own computer. Other web sites that are open in the same
browser must not be able to read it (through a foreign Host) or to use it (through a foreign
Origin, or by putting it or its parts into their pages), and what it shows must not be able
to call anywhere. A link from another site still leads here.
"""

import ipaddress
import re
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request

LOOPBACK = "127.0.0.1"
LOOPBACK_NAMES = frozenset({LOOPBACK, "localhost", "::1"})

MAX_REQUEST = 8_000_000
"""The largest request (bytes): a case file as base64 inside JSON, and some room."""

_MORE_THAN_HOST = re.compile(r"[@/?#\\\s]")
_LINK_METHODS = frozenset({"GET", "HEAD"})
_OWN_SITE = frozenset({"same-origin", "none"})
_FIXED_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
        " magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
    ),
}


def content_policy(script_hashes: Iterable[str]) -> str:
    """Give the Content-Security-Policy: this server alone, and these inline scripts.

    Styles may stand inline because React writes them; that lets no script in.
    """
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self'", *script_hashes)),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def host_allowed(host: str | None, bound_to: str) -> bool:
    """Whether a Host header names this computer as the server was told to be called.

    The port is not looked at: a page that another site rebinds to this computer keeps that
    site's name, and a port that was forwarded here has another number.
    """
    name = _host_name(host)
    if name is None:
        return False
    bound = plain_host(bound_to)
    if name in LOOPBACK_NAMES or name == bound:
        return True
    return _is_every_address(bound) and (_is_address(name) or name == _own_name())


def plain_host(host: str) -> str:
    """Give a host as headers are compared with it: no brackets, small letters, short form."""
    name = host.strip("[]").casefold()
    return ipaddress.ip_address(name).compressed if _is_address(name) else name


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, as the headers of a request say it; browsers set them, and no page can."""

    method: str
    host: str | None
    origin: str | None = None
    fetch_site: str | None = None
    fetch_mode: str | None = None
    fetch_dest: str | None = None


def is_ours(asked: Asked) -> bool:
    """Whether a request comes from one of our own pages, or follows a link to one.

    What names neither an origin nor a site comes from no browser, or from one that has
    followed a link.
    """
    if asked.origin is not None and not _same_origin(asked.origin, asked.host):
        return False
    if asked.fetch_site is None or asked.fetch_site in _OWN_SITE:
        return True
    return (
        asked.method in _LINK_METHODS
        and asked.fetch_mode == "navigate"
        and asked.fetch_dest == "document"
    )


def _same_origin(origin: str, host: str | None) -> bool:
    try:
        found = urlsplit(origin).netloc
    except ValueError:
        return False
    return host is not None and found.casefold() == host.casefold()


def guard(server: Flask, bound_to: str) -> None:
    """Refuse foreign hosts and origins and too large requests, before anything is read."""
    server.config["MAX_CONTENT_LENGTH"] = MAX_REQUEST
    server.config["MAX_FORM_MEMORY_SIZE"] = MAX_REQUEST

    @server.before_request
    def refuse_strangers() -> None:
        asked = _asked()
        if not host_allowed(asked.host, bound_to):
            abort(421)
        if not is_ours(asked):
            abort(403)


def refuse_links() -> None:
    """Refuse the current request where a link or script of another site led to it.

    For what makes a file: no other site need start that.
    """
    if request.headers.get("Sec-Fetch-Site", "none") not in _OWN_SITE:
        abort(403)


def _asked() -> Asked:
    headers = request.headers
    return Asked(
        request.method,
        headers.get("Host"),
        headers.get("Origin"),
        headers.get("Sec-Fetch-Site"),
        headers.get("Sec-Fetch-Mode"),
        headers.get("Sec-Fetch-Dest"),
    )


def send_headers(server: Flask, script_hashes: Callable[[], Iterable[str]]) -> None:
    """Put the headers that close a page to the outside on every response."""

    @server.after_request
    def close_to_outside(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = content_policy(script_hashes())
        response.headers.update(_FIXED_HEADERS)
        return response


def is_loopback(host: str) -> bool:
    """Whether a server that is bound to this host is reached from this computer alone."""
    name = plain_host(host)
    return name in LOOPBACK_NAMES or (_is_address(name) and ipaddress.ip_address(name).is_loopback)


def _host_name(host: str | None) -> str | None:
    if host is None or _MORE_THAN_HOST.search(host):
        return None
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return None
    return plain_host(name) if name else None


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_every_address(host: str) -> bool:
    return _is_address(host) and ipaddress.ip_address(host).is_unspecified


def _own_name() -> str:
    return socket.gethostname().casefold()
