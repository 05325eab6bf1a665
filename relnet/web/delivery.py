"""How fast things arrive: what is compressed, and what a browser may keep."""

from http import HTTPStatus

from flask import Flask, Request, Response, request
from flask_compress import Compress

_BUNDLES = "/_dash-component-suites/"
_ASSETS = "/assets/"


class BundleCache:
    """Keeps the compressed script bundles: they never change while the server runs.

    Nothing else is kept: what the other responses hold may be about a case.
    """

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """Give what was kept under a key."""
        return self._kept.get(key)

    def set(self, key: str, value: bytes) -> None:
        """Keep a bundle; let everything else go."""
        if _BUNDLES in key:
            self._kept[key] = value


def _path(asked: Request) -> str:
    return asked.path


def register_delivery(server: Flask) -> None:
    """Compress what is worth it, and say of each response whether it may be kept.

    The bundles' addresses change with their contents, so Dash lets them be kept for a year;
    our own assets are asked for again and answered by their tag; pages and data never stay
    in the browser's cache.
    """
    server.config.update(
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_MIN_SIZE=1000,
        COMPRESS_CACHE_KEY=_path,
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
        static = request.path.startswith((_BUNDLES, _ASSETS))
        response.headers["Cache-Control"] = "no-cache" if static else "no-store"
    return response
