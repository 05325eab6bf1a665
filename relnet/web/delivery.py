"""How fast things arrive: what is compressed, and what a browser may keep."""

import threading
from collections import OrderedDict
from http import HTTPStatus

from dash.fingerprint import check_fingerprint
from flask import Flask, Request, Response, request
from flask_compress import Compress

BUNDLES = "/_dash-component-suites/"
_ASSETS = "/assets/"
_MOST_BUNDLES = 40
"""How many compressed bundles are kept; a page asks for about fifteen, in one encoding."""


class BundleCache:
    """Keeps the compressed script bundles: they never change while the server runs.

    Nothing else is kept: what the other responses hold may be about a case. Keys are
    ``encoding;path``, as Flask-Compress makes them of ``bundle_path``.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: str) -> bytes | None:
        """Give what was kept under a key."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def set(self, key: str, value: bytes) -> None:
        """Keep a bundle, and let the one go that was asked for longest ago; keep nothing else."""
        if not key.partition(";")[2].startswith(BUNDLES):
            return
        with self._lock:
            self._kept[key] = value
            while len(self._kept) > _MOST_BUNDLES:
                self._kept.popitem(last=False)


def bundle_path(asked: Request) -> str:
    """Give a request's path without the fingerprint in it, which Dash does not look at."""
    path, _found = check_fingerprint(asked.path)  # type: ignore[no-untyped-call] # Dash has no types here
    return str(path)


def register_delivery(server: Flask) -> None:
    """Compress what is worth it, and say of each response whether it may be kept.

    The bundles' addresses change with their contents, so Dash lets them be kept for a year;
    our own assets are asked for again and answered by their tag; pages and data never stay
    in the browser's cache.
    """
    server.config.update(
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_MIN_SIZE=1000,
        COMPRESS_CACHE_KEY=bundle_path,
        COMPRESS_CACHE_BACKEND=BundleCache,
    )
    Compress(server)
    server.after_request(_read_whole)
    server.after_request(_say_what_may_be_kept)


def _read_whole(response: Response) -> Response:
    """Read a static file before it is compressed, so that its tag and its closing survive."""
    if response.is_streamed and response.status_code == HTTPStatus.OK:
        response.direct_passthrough = False
        response.get_data()
    return response


def _say_what_may_be_kept(response: Response) -> Response:
    if "Cache-Control" not in response.headers:
        static = request.path.startswith((BUNDLES, _ASSETS))
        response.headers["Cache-Control"] = "no-cache" if static else "no-store"
    return response
